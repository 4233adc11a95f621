// SPDX-License-Identifier: GPL-3.0-or-later
// What a crash left behind: finding it, restoring it, discarding it.
#include "core/project/project_file.h"
#include "core/recipe/recipe.h"
#include "ui/session/project_session.h"
#include "ui/session/project_session_private.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace citypanel::ui {

namespace {

const QString journalsGroup = QStringLiteral("journals");

/// One key a journal: windows that write settings at the same time keep each other's.
QString keyOfJournal(const QString& path) {
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1);
    return journalsGroup + QLatin1Char('/') + QString::fromLatin1(hash.toHex());
}

/// Where journals were written that nobody has closed.
QStringList journalsIn(const QSettings& settings) {
    QStringList paths;
    for (const QString& key : settings.allKeys()) {
        if (key.startsWith(journalsGroup + QLatin1Char('/'))) {
            paths.append(settings.value(key).toString());
        }
    }
    return paths;
}

/// Where the project's file is gone, `others` may be what it became.
ProjectSession::Recovery recoveryOf(const QString& projectPath, const QString& journalPath,
                                    const QStringList& others) {
    const QFileInfo file(projectPath);
    const bool isThere = projectPath.isEmpty() || file.exists();
    const auto head = project::journalHeadOf(journalPath);
    return {.projectPath = projectPath,
            .journalPath = journalPath,
            .written = QFileInfo(journalPath).lastModified(),
            .fileTime = projectPath.isEmpty() || !isThere ? QDateTime() : file.lastModified(),
            .change = head ? head->work.change : QString(),
            .isWhole = isThere || project::readJournal(journalPath, others).has_value()};
}

bool isNewer(const ProjectSession::Recovery& a, const ProjectSession::Recovery& b) {
    return a.written > b.written;
}

/// The project a journal is of: the one beside it, or the one it names.
QString projectOf(const QString& journal) {
    QString beside = project::projectBeside(journal);
    if (QFileInfo::exists(beside)) {
        return beside;
    }
    const auto head = project::journalHeadOf(journal);
    return head ? head->projectPath : beside;
}

} // namespace

bool ProjectSession::isChangedElsewhere() const {
    if (filePath_.isEmpty()) {
        return false;
    }
    const QString own = private_->journal ? private_->journal->path() : QString();
    const auto isOfOther = [&own](const QString& journal) {
        return journal != own && QFileInfo::exists(journal) && !project::isLeftBehind(journal);
    };
    if (isOfOther(project::journalPathOf(filePath_))) {
        return true;
    }
    // Where this window's journal stands beside the file, the other's is somewhere else.
    private_->settings->sync();
    const QStringList journals = journalsIn(*private_->settings);
    return std::any_of(journals.begin(), journals.end(), [&](const QString& journal) {
        const auto head = isOfOther(journal) ? project::journalHeadOf(journal) : std::nullopt;
        return head && head->projectPath == filePath_;
    });
}

void ProjectSession::rememberJournal() {
    const QString path = private_->journal ? private_->journal->path() : QString();
    if (path == private_->remembered) {
        return;
    }
    if (!private_->remembered.isEmpty()) {
        private_->settings->remove(keyOfJournal(private_->remembered));
    }
    if (!path.isEmpty()) {
        private_->settings->setValue(keyOfJournal(path), path);
    }
    private_->remembered = path;
    private_->settings->sync(); // a crash comes without a word
}

std::vector<ProjectSession::Recovery> ProjectSession::recoveriesIn(const QString& folder) const {
    std::vector<Recovery> found;
    const QDir journals(journalsFolder(folder));
    for (const QString& name : journals.entryList({QStringLiteral("*.journal")}, QDir::Files)) {
        const QString path = journals.filePath(name);
        const auto head = project::isLeftBehind(path) ? project::journalHeadOf(path) : std::nullopt;
        if (!head) {
            continue;
        }
        found.push_back(recoveryOf(head->projectPath, path, recentFiles()));
    }
    return found;
}

std::vector<ProjectSession::Recovery> ProjectSession::recoveries() const {
    std::vector<Recovery> found = recoveriesIn(private_->dataFolder);
    if (!private_->spareFolder.isEmpty()) {
        const auto spare = recoveriesIn(private_->spareFolder);
        found.insert(found.end(), spare.begin(), spare.end());
    }
    QStringList journals = journalsIn(*private_->settings);
    for (const QString& recent : rememberedFiles()) {
        journals.append(project::journalPathOf(recent));
    }
    for (const Recovery& one : found) {
        journals.removeAll(one.journalPath);
    }
    journals.removeDuplicates();
    for (const QString& journal : journals) {
        if (project::isLeftBehind(journal)) {
            found.push_back(recoveryOf(projectOf(journal), journal, recentFiles()));
        }
    }
    std::stable_sort(found.begin(), found.end(), isNewer);
    return found;
}

std::vector<ProjectSession::Recovery> ProjectSession::recoveriesFor(const QString& path) const {
    const QString file = QFileInfo(path).absoluteFilePath();
    const QString beside = project::journalPathOf(file);
    std::vector<Recovery> found = recoveries();
    const QDir folder = QFileInfo(file).dir();
    for (const QString& name :
         folder.entryList({project::journalPathOf(QStringLiteral("*"))}, QDir::Files)) {
        const QString journal = folder.filePath(name);
        const bool isKnown = std::any_of(found.begin(), found.end(), [&](const Recovery& one) {
            return one.journalPath == journal;
        });
        if (!isKnown && project::isLeftBehind(journal)) {
            found.push_back(recoveryOf(projectOf(journal), journal, {}));
        }
    }
    std::erase_if(found, [&](Recovery& one) {
        if (one.projectPath == file || one.journalPath == beside) {
            return false;
        }
        if (one.projectPath.isEmpty() || QFileInfo::exists(one.projectPath)) {
            return true;
        }
        const auto head = project::journalHeadOf(one.journalPath);
        const bool isRenamed = head && head->file && head->file == project::FileMark::of(file);
        if (isRenamed) {
            one = recoveryOf(file, one.journalPath, {file});
        }
        return !isRenamed;
    });
    std::stable_sort(found.begin(), found.end(), isNewer);
    return found;
}

std::optional<ProjectSession::Recovery> ProjectSession::recoveryFor(const QString& path) const {
    const auto found = recoveriesFor(path);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

void ProjectSession::recoverDrafts(const project::Drafts& drafts) {
    if (drafts.import) {
        private_->drafts.import = drafts.import;
        Q_EMIT projectChanged(); // it is shown with the project
    }
    if (const auto& step = drafts.step; step && !step->key.empty()) {
        edit(tr("Edit step"), [&](project::Project p) {
            p.recipe = recipe::withParameters(std::move(p.recipe), step->key, step->step);
            return p;
        });
    } else {
        private_->drafts.step = step;
    }
    private_->drafts.pages = drafts.pages; // last: pages follow the project's edits
    Q_EMIT draftsRecovered();
}

Status ProjectSession::recover(const Recovery& recovery) {
    CITYPANEL_TRY(project::JournalState state,
                  project::readJournal(recovery.journalPath,
                                       recentFiles() + QStringList{recovery.projectPath}));
    // A folder that was renamed took file and journal with it.
    const QString path = QFileInfo::exists(state.projectPath) || state.projectPath.isEmpty()
                             ? state.projectPath
                             : recovery.projectPath;
    const auto mark = project::FileMark::of(path);
    auto saved =
        path.isEmpty() ? Result<project::Project>(project::Project{}) : project::load(path);
    const bool hasFile = saved.has_value() && !path.isEmpty();
    replace(saved ? *std::move(saved) : project::Project{}, hasFile ? path : QString());
    // Where somebody has saved the file since, saving asks.
    private_->fileMark = hasFile ? (state.file ? state.file : mark) : std::nullopt;
    edit(tr("Recover unsaved work"), [&](const project::Project&) { return state.project; });
    recoverDrafts(state.drafts);
    private_->work = state.work;
    // Where this fails, writeJournal tries again elsewhere, and tells.
    [[maybe_unused]] const Status continued = openJournal(recovery.journalPath);
    writeJournal();
    if (!private_->journal || private_->journal->path() != recovery.journalPath) {
        discard(recovery);
    }
    return {};
}

void ProjectSession::discard(const Recovery& recovery) {
    project::removeJournal(recovery.journalPath);
    private_->settings->remove(keyOfJournal(recovery.journalPath));
}

} // namespace citypanel::ui
