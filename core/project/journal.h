// SPDX-License-Identifier: GPL-3.0-or-later
// Journal: the states of a project since it was last saved, so that a crash loses seconds.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/recipe/step.h"

#include <QByteArray>
#include <QFile>
#include <QJsonObject>
#include <QLockFile>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::project {

/// A step in its form as typed, which the recipe does not have yet.
struct StepDraft {
    std::string key{}; ///< of the step of the recipe that is changed; empty: a new one
    recipe::Step step{};
    std::size_t at = 0; ///< the place a new one would take

    friend bool operator==(const StepDraft&, const StepDraft&) = default;
};

/// What a page of the window holds and the project does not: a formula half typed, a model set up.
struct PageDraft {
    QJsonObject content{}; ///< as the page itself reads it
    QString words{};       ///< what it is, in words for a question about it

    friend bool operator==(const PageDraft&, const PageDraft&) = default;
};

/// What was begun and is not part of the project.
struct Drafts {
    std::shared_ptr<const Project> import{}; ///< as an import that is not finished would leave it
    std::optional<StepDraft> step{};
    std::map<QString, PageDraft> pages{}; ///< by the page's id

    [[nodiscard]] bool isEmpty() const { return import == nullptr && !step && pages.empty(); }
};

/// Where somebody worked last.
struct LastWork {
    QString page{};   ///< id of the page that was shown
    QString change{}; ///< what was changed, in words

    friend bool operator==(const LastWork&, const LastWork&) = default;
};

/// What tells whether somebody else wrote a file.
struct FileMark {
    qint64 modified = 0; ///< milliseconds since 1970
    qint64 size = 0;     ///< bytes

    /// Nothing where there is no file.
    [[nodiscard]] static std::optional<FileMark> of(const QString& path);

    friend bool operator==(const FileMark&, const FileMark&) = default;
};

/// A text file of one line a state: "<sha-256 of the rest> <project as JSON>". Sources are kept
/// once each, by content hash, in the folder "<journal>.sources". A lock file beside it tells a
/// journal in use from one a crash left behind.
class Journal {
public:
    /// Opens (or continues) a journal for the project saved at projectPath (empty: nowhere yet),
    /// whose file holds the sources of `saved` and was like `file` when it was read or saved last.
    /// Problem: FileUnwritable, also when another process has it.
    [[nodiscard]] static Result<Journal> open(const QString& path, const QString& projectPath,
                                              const std::vector<Source>& saved,
                                              const std::optional<FileMark>& file = {});

    /// Adds a state: its new sources first, then its line, flushed to the disk. Once the lines take
    /// more than 8 MiB only the newest stays. Problem: FileUnwritable.
    [[nodiscard]] Status append(const Project& project, const Drafts& drafts = {},
                                const LastWork& work = {});

    /// Removes journal, sources and lock: the project was saved, or closed on purpose.
    void remove();

    [[nodiscard]] const QString& path() const { return path_; }

private:
    Journal(QString path, QString projectPath)
        : path_(std::move(path)), projectPath_(std::move(projectPath)) {}

    /// Where its folder was moved or renamed, it goes on there.
    void follow();
    [[nodiscard]] Status write(QByteArray line);
    [[nodiscard]] Status keepSource(const Source& source);
    [[nodiscard]] Status keepSources(const std::vector<Source>& sources);

    QString path_;
    QString projectPath_;
    std::optional<FileMark> file_{};
    std::unique_ptr<QLockFile> lock_;
    std::unique_ptr<QFile> held_{}; ///< the journal, which tells where it went
    std::set<std::string> sources_; ///< content hashes of sources stored here
    std::set<std::string> inFile_;  ///< of those in the saved file, as long as it is there
    bool isFirstLine_ = true;
};

/// The journal that belongs to a saved project: beside it.
[[nodiscard]] QString journalPathOf(const QString& projectPath);

/// The project that a journal stands beside, whether or not it is there.
[[nodiscard]] QString projectBeside(const QString& journalPath);

/// What the last whole line of a journal says.
struct JournalState {
    Project project{};
    QString projectPath{}; ///< empty: the project was never saved
    Drafts drafts{};
    std::optional<FileMark> file{}; ///< what the project's file was like that was changed
    LastWork work{};
};

/// The last state that is whole, with its sources from beside the journal, from the saved file, or
/// from any project in the folder of one of the two; a file of `others` has them where it is like
/// the saved file was, which was renamed or moved. Problems: FileNotFound (also of a source, with
/// where it was looked for), FileUnreadable, FileCorrupt (no whole line).
[[nodiscard]] Result<JournalState> readJournal(const QString& path, const QStringList& others = {});

/// The same without project and drafts, whose sources may be gone.
[[nodiscard]] std::optional<JournalState> journalHeadOf(const QString& path);

/// True where a journal is there and no living process writes it.
[[nodiscard]] bool isLeftBehind(const QString& journalPath);

/// Deletes a journal that is left behind, with its sources and lock.
void removeJournal(const QString& path);

} // namespace citypanel::project
