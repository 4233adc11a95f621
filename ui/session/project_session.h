// SPDX-License-Identifier: GPL-3.0-or-later
// ProjectSession: the one owner of the current project, its evaluation, its undo history and jobs.
#pragma once

#include "core/project/evaluate_project.h"
#include "core/project/journal.h"
#include "core/project/project.h"
#include "ui/session/job_queue.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUndoStack>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace citypanel::ui {

/// Views show project() and evaluation() and change them by edit() alone. Lives on the UI thread.
class ProjectSession final : public QObject {
    Q_OBJECT

public:
    using ProjectPtr = std::shared_ptr<const project::Project>;
    using EvaluationPtr = std::shared_ptr<const project::ProjectEvaluation>;
    using Change = std::function<project::Project(project::Project)>;

    /// Where the session keeps what outlives it: recent files and the journals of unsaved projects.
    struct Places {
        QString dataFolder{};   ///< empty: QStandardPaths::AppDataLocation
        QString settingsFile{}; ///< empty: the application's QSettings
        /// For journals that can be written nowhere else; empty: that of the user's running
        /// session, which lasts until the machine stops.
        QString spareFolder{};
        /// What evaluations keep, where it is to outlive the session; null: one of its own.
        std::shared_ptr<project::EvaluationCache> cache{};
    };

    explicit ProjectSession(QObject* parent = nullptr);
    explicit ProjectSession(const Places& places, QObject* parent = nullptr);
    ~ProjectSession() override;

    /// Never null.
    [[nodiscard]] ProjectPtr project() const { return project_; }

    /// Never null; may belong to an earlier project while isEvaluating().
    [[nodiscard]] EvaluationPtr evaluation() const { return evaluation_; }

    /// The project that evaluation() belongs to.
    [[nodiscard]] ProjectPtr evaluatedProject() const { return evaluatedProject_; }

    /// A step, and the project's recipe, with the tables its merge steps read (by the sources as
    /// evaluated).
    [[nodiscard]] recipe::Step bound(recipe::Step step) const;
    [[nodiscard]] recipe::Recipe boundRecipe() const;

    [[nodiscard]] bool isEvaluating() const;

    [[nodiscard]] QUndoStack& undoStack() { return undoStack_; }

    [[nodiscard]] JobQueue& jobs() { return jobs_; }

    /// What evaluations keep, for jobs of views that read the same files.
    [[nodiscard]] std::shared_ptr<project::EvaluationCache> evaluationCache() const;

    [[nodiscard]] bool isModified() const { return !undoStack_.isClean(); }

    /// The project as an import that is not finished would leave it; null: there is none. The
    /// journal keeps it, so that a crash does not lose what was decided.
    [[nodiscard]] ProjectPtr importDraft() const;
    void setImportDraft(ProjectPtr draft);

    /// A step in its form that the recipe does not have; the journal keeps it too.
    [[nodiscard]] const std::optional<project::StepDraft>& stepDraft() const;
    void setStepDraft(std::optional<project::StepDraft> draft);

    /// What pages hold that the project does not, by their ids; the journal keeps it too.
    [[nodiscard]] const std::map<QString, project::PageDraft>& pageDrafts() const;
    /// What this page holds, as it wrote it itself; empty: nothing.
    [[nodiscard]] QJsonObject pageDraft(const QString& page) const;
    void setPageDraft(const QString& page, const std::optional<project::PageDraft>& draft);

    /// The page that is shown, which the journal notes; after recover() the one shown then.
    [[nodiscard]] QString page() const;
    void setPage(const QString& page);

    /// Empty while the project was never saved.
    [[nodiscard]] QString filePath() const { return filePath_; }

    /// File name without folder and ending, or empty.
    [[nodiscard]] QString displayName() const;

    /// Replaces the project by change(project), as one entry of the undo history with this
    /// (translated) text; nothing happens where the result is equal. Consecutive edits with the
    /// same non-empty mergeKey become one entry, and none if they end where they began.
    void edit(const QString& text, const Change& change, const QString& mergeKey = {});

    /// Ends a run of merging edits (the mouse button was released).
    void endMerge();

    void newProject();
    /// Settings that new projects begin with; the one in hand too while nobody has touched it.
    void setNewSettings(const project::Settings& settings);
    /// Problems: those of project::load.
    Status open(const QString& path);
    /// Problems: those of project::save; OptionMissing when the project has no file yet.
    Status save();
    Status saveAs(const QString& path);
    /// Another window or program has written the project's file since it was read or saved here.
    [[nodiscard]] bool hasFileChanged() const;
    /// Another window, still running, has changes of the project's file that are not saved.
    [[nodiscard]] bool isChangedElsewhere() const;
    /// Reads the files and detects their tables in a job, then adds them as one edit (a file of the
    /// same name is replaced) and says importFinished(); where a file cannot be read as tables,
    /// nothing is added and importFailed() says why. Problems at once: FileNotFound,
    /// FileUnreadable, FileTooLarge.
    Status importSources(const QStringList& paths);

    [[nodiscard]] bool isImporting() const;

    /// Most recent first, existing files only.
    [[nodiscard]] QStringList recentFiles() const;
    void clearRecentFiles();

    /// What a crash left behind for a file (or for a project never saved, with an empty path).
    struct Recovery {
        QString projectPath; ///< empty: never saved
        QString journalPath;
        QDateTime written{};  ///< when the journal was, the last time
        QDateTime fileTime{}; ///< when the project's file was; invalid where there is none
        QString change{};     ///< what was changed last
        bool isWhole = true;  ///< false where the file is gone that has its sources
    };

    /// What a crash left behind for this project file, under its name or the one it had then; the
    /// newest first.
    [[nodiscard]] std::vector<Recovery> recoveriesFor(const QString& path) const;
    /// The newest of them.
    [[nodiscard]] std::optional<Recovery> recoveryFor(const QString& path) const;
    /// Everything left behind: by projects never saved, by recent files, those that are gone too,
    /// by those whose journal could not stand beside them, and where journals were written that
    /// nobody has closed; the newest first.
    [[nodiscard]] std::vector<Recovery> recoveries() const;
    /// Opens the recovered state, modified with respect to its file.
    Status recover(const Recovery& recovery);
    void discard(const Recovery& recovery);

Q_SIGNALS:
    /// A new or another project is there: what a page chose or left unfinished belongs to the one
    /// before. projectChanged() and evaluationChanged() follow.
    void projectReplaced();
    /// project() is another value.
    void projectChanged();
    /// What a crash left in forms is stepDraft() and pageDrafts() again.
    void draftsRecovered();
    /// evaluation() is another value, and belongs to project() unless a new job runs already.
    void evaluationChanged();
    void evaluatingChanged(bool evaluating);
    /// Share of the evaluation, or of an import, that is done.
    void progressChanged(double fraction);
    void importingChanged(bool importing);
    void importFinished();
    void importFailed(const citypanel::Problem& problem);
    void filePathChanged(const QString& path);
    void modifiedChanged(bool modified);
    void recentFilesChanged();
    /// The crash journal can be written nowhere (disk full, folder gone); said once until it works
    /// again, which is tried every few seconds.
    void journalFailed(const citypanel::Problem& problem);
    /// A job threw: a bug or no memory.
    void internalError(const QString& what);

private:
    struct Private;

    void replace(project::Project project, const QString& path);
    void show(ProjectPtr project);
    void evaluate();
    void finishImport(const std::vector<project::Source>& added,
                      const Result<sheets::ImportPlan>& detected);
    void setFilePath(const QString& path);
    void addRecentFile(const QString& path);
    /// The recent files, and those that are gone and left a journal.
    [[nodiscard]] QStringList rememberedFiles() const;
    [[nodiscard]] std::vector<Recovery> recoveriesIn(const QString& folder) const;
    /// `what` was changed in them.
    void keepDrafts(const QString& what);
    void writeJournal();
    void closeJournal();
    /// Notes in the settings where the journal is, for as long as it is there.
    void rememberJournal();
    /// They come back into their forms; what was typed into a step of the recipe is an edit.
    void recoverDrafts(const project::Drafts& drafts);
    /// Beside the project's file, or elsewhere where that cannot be or a crash left one there.
    /// `continued`: the one left there that has been restored.
    [[nodiscard]] Status openJournal(const QString& continued = {});
    /// In the first of the other folders that takes the present state; the journal before goes.
    [[nodiscard]] Status writeJournalElsewhere();

    ProjectPtr project_;
    ProjectPtr evaluatedProject_;
    EvaluationPtr evaluation_;
    QUndoStack undoStack_;
    JobQueue jobs_;
    QString filePath_;
    std::unique_ptr<Private> private_;
};

} // namespace citypanel::ui
