// SPDX-License-Identifier: GPL-3.0-or-later
// The session: edits, files, evaluation, writing the journal.
#include "ui/session/project_session.h"

#include "core/project/project_file.h"
#include "core/recipe/recipe.h"
#include "core/report/atomic_file.h"
#include "ui/session/edit_command.h"
#include "ui/session/project_session_private.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace citypanel::ui {

namespace {

const QString evaluationView = QStringLiteral("evaluation");
const QString importView = QStringLiteral("import");
const QString recentFilesKey = QStringLiteral("recentFiles");
constexpr qsizetype mostRecentFiles = 10;
/// A crash loses at most this much work, and what happens while it is written.
constexpr std::chrono::milliseconds journalDelay{1000};
/// Where it could not be written, so long until it is tried again.
constexpr std::chrono::milliseconds journalRetry{5000};
/// A dragged slider waits this long for the evaluation under way before it is given up.
constexpr std::chrono::milliseconds evaluationGrace{150};

/// In memory on most systems; empty where there is none.
QString sessionFolder() {
    return qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")
               ? QString()
               : QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) +
                     QStringLiteral("/citypanel");
}

} // namespace

ProjectSession::ProjectSession(QObject* parent) : ProjectSession(Places{}, parent) {}

ProjectSession::ProjectSession(const Places& places, QObject* parent)
    : QObject(parent)
    , project_(std::make_shared<const project::Project>())
    , evaluatedProject_(project_)
    , evaluation_(std::make_shared<const project::ProjectEvaluation>())
    , private_(std::make_unique<Private>()) {
    private_->dataFolder = places.dataFolder.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                               : places.dataFolder;
    private_->spareFolder = places.spareFolder.isEmpty() ? sessionFolder() : places.spareFolder;
    private_->settings =
        places.settingsFile.isEmpty()
            ? std::make_unique<QSettings>()
            : std::make_unique<QSettings>(places.settingsFile, QSettings::IniFormat);
    if (places.cache) {
        private_->cache = places.cache;
    }
    private_->journalTimer.setSingleShot(true);
    private_->journalTimer.setInterval(journalDelay);
    connect(&private_->journalTimer, &QTimer::timeout, this, &ProjectSession::writeJournal);
    connect(&undoStack_, &QUndoStack::cleanChanged, this, [this](bool clean) {
        if (clean && private_->drafts.isEmpty()) {
            closeJournal(); // undone to what the file holds
        } else if (!clean) {
            // While the edit was shown the project did not count as modified yet, and a draft that
            // became part of it has ended the journal.
            private_->journalTimer.start();
        }
        Q_EMIT modifiedChanged(!clean);
    });
    connect(&undoStack_, &QUndoStack::indexChanged, this,
            [this] { private_->work.change = undoStack_.undoText(); });
    connect(&jobs_, &JobQueue::runningChanged, this, [this](const QString& view, bool running) {
        if (view == evaluationView) {
            Q_EMIT evaluatingChanged(running);
        } else if (view == importView) {
            Q_EMIT importingChanged(running);
        }
    });
    connect(&jobs_, &JobQueue::progressed, this, [this](const QString& view, double fraction) {
        if (view == evaluationView || view == importView) {
            Q_EMIT progressChanged(fraction);
        }
    });
    connect(&jobs_, &JobQueue::jobFailed, this,
            [this](const QString&, const QString& what) { Q_EMIT internalError(what); });
}

ProjectSession::~ProjectSession() {
    // Emptying the stack would announce itself to a session half destroyed.
    disconnect(&undoStack_, nullptr, this, nullptr);
    disconnect(&jobs_, nullptr, this, nullptr);
    closeJournal();
}

recipe::Step ProjectSession::bound(recipe::Step step) const {
    return project::withTable(std::move(step), evaluatedProject_->sources, evaluation_->workbooks,
                              private_->cache->tables);
}

recipe::Recipe ProjectSession::boundRecipe() const {
    return project::withTables(project_->recipe, evaluatedProject_->sources, evaluation_->workbooks,
                               private_->cache->tables);
}

bool ProjectSession::isEvaluating() const {
    return jobs_.isRunning(evaluationView);
}

std::shared_ptr<project::EvaluationCache> ProjectSession::evaluationCache() const {
    return private_->cache;
}

ProjectSession::ProjectPtr ProjectSession::importDraft() const {
    return private_->drafts.import;
}

void ProjectSession::setImportDraft(ProjectPtr draft) {
    private_->drafts.import = std::move(draft);
    keepDrafts(private_->drafts.import ? tr("unfinished import") : undoStack_.undoText());
}

const std::optional<project::StepDraft>& ProjectSession::stepDraft() const {
    return private_->drafts.step;
}

void ProjectSession::setStepDraft(std::optional<project::StepDraft> draft) {
    if (draft != private_->drafts.step) {
        private_->drafts.step = std::move(draft);
        keepDrafts(private_->drafts.step ? tr("form of a step") : undoStack_.undoText());
    }
}

const std::map<QString, project::PageDraft>& ProjectSession::pageDrafts() const {
    return private_->drafts.pages;
}

QJsonObject ProjectSession::pageDraft(const QString& page) const {
    const auto draft = private_->drafts.pages.find(page);
    return draft == private_->drafts.pages.end() ? QJsonObject() : draft->second.content;
}

void ProjectSession::setPageDraft(const QString& page,
                                  const std::optional<project::PageDraft>& draft) {
    const auto known = private_->drafts.pages.find(page);
    const bool isKnown = known != private_->drafts.pages.end();
    if (draft && !(isKnown && known->second == *draft)) {
        private_->drafts.pages[page] = *draft;
        keepDrafts(draft->words);
    } else if (!draft && isKnown) {
        private_->drafts.pages.erase(known);
        keepDrafts(undoStack_.undoText());
    }
}

QString ProjectSession::page() const {
    return private_->work.page;
}

void ProjectSession::setPage(const QString& page) {
    private_->work.page = page;
}

void ProjectSession::keepDrafts(const QString& what) {
    private_->work.change = what;
    if (private_->drafts.isEmpty() && !isModified()) {
        closeJournal(); // nothing is left that a crash could lose
    } else if (!private_->journalTimer.isActive()) {
        private_->journalTimer.start();
    }
}

QString ProjectSession::displayName() const {
    return QFileInfo(filePath_).completeBaseName();
}

void ProjectSession::edit(const QString& text, const Change& change, const QString& mergeKey) {
    auto after = std::make_shared<const project::Project>(change(*project_));
    if (*after == *project_) {
        return;
    }
    const QString key = mergeKey.isEmpty()
                            ? QString()
                            : mergeKey + QLatin1Char('#') + QString::number(private_->mergeRun);
    undoStack_.push(new EditCommand(
        text, {project_, std::move(after), [this](ProjectPtr shown) { show(std::move(shown)); }},
        key));
}

void ProjectSession::endMerge() {
    ++private_->mergeRun;
}

void ProjectSession::show(ProjectPtr project) {
    project_ = std::move(project);
    if (!private_->journalTimer.isActive()) {
        private_->journalTimer.start();
    }
    Q_EMIT projectChanged();
    evaluate();
}

void ProjectSession::evaluate() {
    const auto work = [this, project = project_, cache = private_->cache](Progress& progress) {
        auto result = project::evaluate(*project, *cache, progress);
        if (!result) {
            return JobQueue::Continuation(); // cancelled, the only Problem there is
        }
        auto evaluation = std::make_shared<const project::ProjectEvaluation>(*std::move(result));
        return JobQueue::Continuation([this, project, evaluation] {
            evaluatedProject_ = project;
            evaluation_ = evaluation;
            Q_EMIT evaluationChanged();
        });
    };
    jobs_.startAfter(evaluationGrace, evaluationView, work);
}

void ProjectSession::replace(project::Project project, const QString& path) {
    closeJournal();
    private_->drafts = {};
    private_->fileMark.reset();
    private_->savedSources = path.isEmpty() ? std::vector<project::Source>{} : project.sources;
    undoStack_.clear();
    setFilePath(path);
    project_ = std::make_shared<const project::Project>(std::move(project));
    evaluatedProject_ = project_;
    evaluation_ = std::make_shared<const project::ProjectEvaluation>();
    jobs_.cancel(evaluationView);
    Q_EMIT projectReplaced();
    Q_EMIT projectChanged();
    Q_EMIT evaluationChanged();
    evaluate();
}

void ProjectSession::newProject() {
    replace({.settings = private_->newSettings}, {});
}

void ProjectSession::setNewSettings(const project::Settings& settings) {
    const project::Project untouched{.settings = private_->newSettings};
    private_->newSettings = settings;
    if (filePath_.isEmpty() && undoStack_.count() == 0 && *project_ == untouched) {
        project_ = std::make_shared<const project::Project>(project::Project{.settings = settings});
        evaluatedProject_ = project_;
        Q_EMIT projectChanged();
    }
}

bool ProjectSession::hasFileChanged() const {
    const auto now = project::FileMark::of(filePath_);
    return now && private_->fileMark && *now != *private_->fileMark;
}

Status ProjectSession::open(const QString& path) {
    const auto mark = project::FileMark::of(path); // before it is read: a change meanwhile is one
    CITYPANEL_TRY(project::Project project, project::load(path));
    replace(std::move(project), QFileInfo(path).absoluteFilePath());
    private_->fileMark = mark;
    addRecentFile(filePath_);
    return {};
}

Status ProjectSession::save() {
    if (filePath_.isEmpty()) {
        return Problem{.code = ProblemCode::OptionMissing, .place = {.variable = "path"}};
    }
    return saveAs(filePath_);
}

Status ProjectSession::saveAs(const QString& path) {
    CITYPANEL_TRY_STATUS(project::save(*project_, path));
    closeJournal();
    private_->savedSources = project_->sources;
    private_->fileMark = project::FileMark::of(path);
    setFilePath(QFileInfo(path).absoluteFilePath());
    addRecentFile(filePath_);
    undoStack_.setClean();
    endMerge();
    if (!private_->drafts.isEmpty()) {
        private_->journalTimer.start(); // a file holds no draft
    }
    return {};
}

Status ProjectSession::importSources(const QStringList& paths) {
    std::vector<project::Source> added;
    for (const QString& path : paths) {
        CITYPANEL_TRY(QByteArray bytes, report::readFile(path));
        added.push_back(
            project::sourceOf(QFileInfo(path).fileName().toStdString(), std::move(bytes)));
    }
    const auto work = [this, added, cache = private_->cache](Progress& progress) {
        auto detected = project::detectTables(added, cache->import, progress);
        return JobQueue::Continuation(
            [this, added, detected = std::move(detected)] { finishImport(added, detected); });
    };
    jobs_.start(importView, work);
    return {};
}

void ProjectSession::finishImport(const std::vector<project::Source>& added,
                                  const Result<sheets::ImportPlan>& detected) {
    if (!detected) {
        Q_EMIT importFailed(detected.error());
        return;
    }
    edit(tr("Import files"), [&](project::Project project) {
        return project::withSources(std::move(project), added, *detected);
    });
    Q_EMIT importFinished();
}

bool ProjectSession::isImporting() const {
    return jobs_.isRunning(importView);
}

void ProjectSession::setFilePath(const QString& path) {
    if (path != filePath_) {
        filePath_ = path;
        Q_EMIT filePathChanged(path);
    }
}

QStringList ProjectSession::recentFiles() const {
    QStringList files = private_->settings->value(recentFilesKey).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

QStringList ProjectSession::rememberedFiles() const {
    QStringList files = private_->settings->value(recentFilesKey).toStringList();
    files.removeIf([](const QString& path) {
        return !QFileInfo::exists(path) && !QFileInfo::exists(project::journalPathOf(path));
    });
    return files;
}

void ProjectSession::addRecentFile(const QString& path) {
    QStringList files = rememberedFiles();
    files.removeAll(path);
    files.prepend(path);
    private_->settings->setValue(recentFilesKey, QStringList(files.mid(0, mostRecentFiles)));
    Q_EMIT recentFilesChanged();
}

void ProjectSession::clearRecentFiles() {
    private_->settings->remove(recentFilesKey);
    Q_EMIT recentFilesChanged();
}

namespace {

/// A journal that nobody has yet, in this folder.
QString newJournalPath(const QString& folder) {
    QDir().mkpath(journalsFolder(folder));
    return journalsFolder(folder) + QLatin1Char('/') +
           QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String(".journal");
}

} // namespace

Status ProjectSession::openJournal(const QString& continued) {
    const QString path = project::journalPathOf(filePath_);
    // What a crash left there, and nobody has restored or discarded yet, stays.
    const bool isFree = path == continued || !project::isLeftBehind(path);
    if (filePath_.isEmpty() || !isFree) {
        return Problem{.code = ProblemCode::FileUnwritable, .place = {.file = path.toStdString()}};
    }
    CITYPANEL_TRY(private_->journal, project::Journal::open(path, filePath_, private_->savedSources,
                                                            private_->fileMark));
    return {};
}

Status ProjectSession::writeJournalElsewhere() {
    Status status;
    for (const QString& folder : {private_->dataFolder, private_->spareFolder}) {
        if (folder.isEmpty()) {
            continue;
        }
        auto journal = project::Journal::open(newJournalPath(folder), filePath_,
                                              private_->savedSources, private_->fileMark);
        status = journal ? journal->append(*project_, private_->drafts, private_->work)
                         : Status(journal.error());
        if (status) {
            if (private_->journal) {
                private_->journal->remove();
            }
            private_->journal = *std::move(journal);
            return {};
        }
        if (journal) {
            journal->remove();
        }
    }
    return status;
}

void ProjectSession::writeJournal() {
    Status status = private_->journal ? Status() : openJournal();
    if (status) {
        status = private_->journal->append(*project_, private_->drafts, private_->work);
    }
    if (!status) {
        status = writeJournalElsewhere();
    }
    if (!status && !std::exchange(private_->journalHasFailed, true)) {
        Q_EMIT journalFailed(status.error());
    }
    rememberJournal();
    private_->journalHasFailed = !status;
    private_->journalTimer.setInterval(status ? journalDelay : journalRetry);
    if (!status) {
        private_->journalTimer.start();
    }
}

void ProjectSession::closeJournal() {
    private_->journalTimer.stop();
    private_->journalTimer.setInterval(journalDelay);
    if (private_->journal) {
        private_->journal->remove();
        private_->journal.reset();
    }
    rememberJournal();
}

} // namespace citypanel::ui
