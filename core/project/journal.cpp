// SPDX-License-Identifier: GPL-3.0-or-later
// Appending to and recovering from journals.
#include "core/project/journal.h"

#include "core/project/json_fields.h"
#include "core/project/project_file.h"
#include "core/project/project_json.h"
#include "core/report/atomic_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <unistd.h>
#include <utility>

namespace citypanel::project {

namespace {

constexpr qint64 largestJournal = qint64{8} << 20;
constexpr qsizetype digestLength = 64;

QString lockPath(const QString& journal) {
    return journal + QLatin1String(".lock");
}

QString sourcesFolder(const QString& journal) {
    return journal + QLatin1String(".sources");
}

QString sourcePath(const QString& journal, const std::string& contentHash) {
    return sourcesFolder(journal) + QLatin1Char('/') + toQString(contentHash);
}

QByteArray digest(const QByteArray& text) {
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QJsonObject stepJson(const StepDraft& draft) {
    const bool isNew = draft.key.empty();
    // A step without a key would not be read back.
    QJsonObject json =
        toJson(recipe::RecipeStep{.key = isNew ? "new" : draft.key, .step = draft.step});
    json.insert(QLatin1String("isNew"), isNew);
    json.insert(QLatin1String("at"), static_cast<qint64>(draft.at));
    return json;
}

QJsonObject markJson(const FileMark& mark) {
    return {{QStringLiteral("modified"), mark.modified}, {QStringLiteral("size"), mark.size}};
}

QJsonObject pagesJson(const std::map<QString, PageDraft>& pages) {
    QJsonObject json;
    for (const auto& [page, draft] : pages) {
        json.insert(page, QJsonObject{{QStringLiteral("content"), draft.content},
                                      {QStringLiteral("words"), draft.words}});
    }
    return json;
}

std::map<QString, PageDraft> pagesOf(const QJsonObject& json) {
    std::map<QString, PageDraft> pages;
    for (auto page = json.begin(); page != json.end(); ++page) {
        const QJsonObject draft = page->toObject();
        pages[page.key()] = {.content = draft.value(QLatin1String("content")).toObject(),
                             .words = draft.value(QLatin1String("words")).toString()};
    }
    return pages;
}

QJsonObject workJson(const LastWork& work) {
    return {{QStringLiteral("page"), work.page}, {QStringLiteral("change"), work.change}};
}

LastWork workOf(const QJsonObject& line) {
    const QJsonObject work = line.value(QLatin1String("work")).toObject();
    return {.page = work.value(QLatin1String("page")).toString(),
            .change = work.value(QLatin1String("change")).toString()};
}

/// What there is beside the project.
QJsonObject draftsJson(const Drafts& drafts) {
    QJsonObject json;
    if (drafts.import) {
        json.insert(QLatin1String("draft"), toJson(*drafts.import));
    }
    if (drafts.step) {
        json.insert(QLatin1String("step"), stepJson(*drafts.step));
    }
    if (!drafts.pages.empty()) {
        json.insert(QLatin1String("pages"), pagesJson(drafts.pages));
    }
    return json;
}

QByteArray lineOf(const QJsonObject& json) {
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return digest(text) + ' ' + text + '\n';
}

/// The JSON of a line, if its checksum agrees.
std::optional<QJsonObject> textOf(const QByteArray& line) {
    if (line.size() <= digestLength || line[digestLength] != ' ') {
        return std::nullopt;
    }
    const QByteArray text = line.mid(digestLength + 1);
    if (digest(text) != line.left(digestLength)) {
        return std::nullopt;
    }
    return QJsonDocument::fromJson(text).object();
}

std::optional<QJsonObject> lastWholeLine(const QByteArray& text) {
    qsizetype end = text.size();
    while (end > 0) {
        const qsizetype newline = text.lastIndexOf('\n', end - 1);
        if (auto found = textOf(text.mid(newline + 1, end - newline - 1))) {
            return found;
        }
        if (newline < 0) {
            return std::nullopt;
        }
        end = newline;
    }
    return std::nullopt;
}

/// The line at the end of the file, or the file as it was: a full disk takes half a line.
Status appendLine(const QString& path, const QByteArray& line) {
    QFile file(path);
    const bool isOpen = file.open(QIODevice::Append | QIODevice::Unbuffered);
    const qint64 before = isOpen ? file.size() : 0;
    if (isOpen && report::writeAll(file, line) && ::fsync(file.handle()) == 0) {
        return {};
    }
    const std::string why = file.errorString().toStdString();
    if (isOpen) {
        file.resize(before);
    }
    return Problem{
        .code = ProblemCode::FileUnwritable, .place = {.file = path.toStdString()}, .found = why};
}

std::unique_ptr<QLockFile> lockOf(const QString& journal) {
    auto lock = std::make_unique<QLockFile>(lockPath(journal));
    lock->setStaleLockTime(0); // stale only when its process is gone, however old it is
    return lock;
}

/// Takes the lock. A lock file that names no process was left by one killed while it made the file;
/// it would never count as stale, so it is removed here (which fails while a process holds it).
bool taken(QLockFile& lock) {
    if (lock.tryLock(0)) {
        return true;
    }
    qint64 process = 0;
    QString host;
    QString program;
    const bool namesAProcess = lock.getLockInfo(&process, &host, &program);
    return !namesAProcess && lock.removeStaleLockFile() && lock.tryLock(0);
}

} // namespace

std::optional<FileMark> FileMark::of(const QString& path) {
    const QFileInfo file(path);
    return file.exists()
               ? std::optional(FileMark{file.lastModified().toMSecsSinceEpoch(), file.size()})
               : std::nullopt;
}

Result<Journal> Journal::open(const QString& path, const QString& projectPath,
                              const std::vector<Source>& saved,
                              const std::optional<FileMark>& file) {
    Journal journal(path, projectPath);
    journal.file_ = file;
    journal.lock_ = lockOf(path);
    if (!taken(*journal.lock_)) {
        return Problem{.code = ProblemCode::FileUnwritable,
                       .place = {.file = path.toStdString()},
                       .found = lockPath(path).toStdString()};
    }
    for (const Source& source : saved) {
        journal.inFile_.insert(source.contentHash);
    }
    const QStringList stored = QDir(sourcesFolder(path)).entryList(QDir::Files);
    for (const QString& name : stored) {
        journal.sources_.insert(name.toStdString());
    }
    return journal;
}

Status Journal::keepSource(const Source& source) {
    if (sources_.contains(source.contentHash) || inFile_.contains(source.contentHash)) {
        return {};
    }
    QDir().mkpath(sourcesFolder(path_));
    CITYPANEL_TRY_STATUS(
        report::writeAtomically(sourcePath(path_, source.contentHash), source.bytes));
    sources_.insert(source.contentHash);
    return {};
}

Status Journal::keepSources(const std::vector<Source>& sources) {
    for (const Source& source : sources) {
        CITYPANEL_TRY_STATUS(keepSource(source));
    }
    return {};
}

Status Journal::append(const Project& project, const Drafts& drafts, const LastWork& work) {
    if (!inFile_.empty() && !QFileInfo::exists(projectPath_)) {
        inFile_.clear(); // moved or deleted: what it held would be lost with it
    }
    CITYPANEL_TRY_STATUS(keepSources(project.sources));
    if (drafts.import) {
        CITYPANEL_TRY_STATUS(keepSources(drafts.import->sources));
    }
    QJsonObject json = draftsJson(drafts);
    json.insert(QLatin1String("path"), projectPath_);
    if (file_) {
        json.insert(QLatin1String("file"), markJson(*file_));
    }
    json.insert(QLatin1String("project"), toJson(project));
    json.insert(QLatin1String("work"), workJson(work));
    QByteArray line = lineOf(json);
    if (std::exchange(isFirstLine_, false)) {
        line.prepend('\n'); // a crash may have left half a line before it
    }
    if (QFileInfo(path_).size() + line.size() > largestJournal) {
        return report::writeAtomically(path_, line);
    }
    Status status = appendLine(path_, line);
    isFirstLine_ = !status;
    return status;
}

void Journal::remove() {
    lock_.reset();
    removeJournal(path_);
    sources_.clear();
    inFile_.clear();
}

QString journalPathOf(const QString& projectPath) {
    return projectPath + QLatin1String(".journal");
}

namespace {

/// A source's bytes from beside the journal, else from the project's saved file.
Result<QByteArray> sourceBytes(const QString& journal, const Source& source,
                               const std::optional<Project>& saved) {
    if (auto bytes = report::readFile(sourcePath(journal, source.contentHash))) {
        return bytes;
    }
    if (saved) {
        for (const Source& candidate : saved->sources) {
            if (candidate.contentHash == source.contentHash) {
                return candidate.bytes;
            }
        }
    }
    return Problem{.code = ProblemCode::FileCorrupt,
                   .place = {.file = journal.toStdString()},
                   .found = source.name};
}

/// A project as a line has it, with its sources.
Result<Project> stateOf(const QString& journal, const QJsonObject& json,
                        const std::optional<Project>& saved) {
    CITYPANEL_TRY(Project project, projectFromJson(QJsonDocument(json).toJson()));
    for (Source& source : project.sources) {
        CITYPANEL_TRY(source.bytes, sourceBytes(journal, source, saved));
        if (sourceOf(source.name, source.bytes).contentHash != source.contentHash) {
            return Problem{.code = ProblemCode::FileCorrupt,
                           .place = {.file = journal.toStdString()},
                           .found = source.name};
        }
    }
    return project;
}

/// Nothing where there is none, or none that can be read: a form is not worth the rest.
std::optional<StepDraft> stepOf(const QJsonObject& json) {
    const auto step = json.isEmpty() ? Result<recipe::RecipeStep>(Problem{}) : stepFromJson(json);
    if (!step) {
        return std::nullopt;
    }
    const qint64 at = json.value(QLatin1String("at")).toInteger();
    const bool isNew = json.value(QLatin1String("isNew")).toBool();
    return StepDraft{.key = isNew ? std::string() : step->key,
                     .step = step->step,
                     .at = static_cast<std::size_t>(std::max<qint64>(0, at))};
}

/// What a line says beside project and drafts.
JournalState headOf(const QJsonObject& json) {
    JournalState state;
    state.projectPath = json.value(QLatin1String("path")).toString();
    if (const QJsonObject file = json.value(QLatin1String("file")).toObject(); !file.isEmpty()) {
        state.file = FileMark{.modified = file.value(QLatin1String("modified")).toInteger(),
                              .size = file.value(QLatin1String("size")).toInteger()};
    }
    state.work = workOf(json);
    return state;
}

/// The project's file as it was saved, for its sources; where it is gone, one that is like it was.
std::optional<Project> savedOf(const JournalState& state, const QStringList& others) {
    if (state.projectPath.isEmpty()) {
        return Project{};
    }
    if (QFileInfo::exists(state.projectPath) || !state.file) {
        const auto saved = load(state.projectPath);
        return saved ? std::optional<Project>(*saved) : std::nullopt;
    }
    QStringList candidates = others;
    const QDir folder = QFileInfo(state.projectPath).dir();
    for (const QString& name : folder.entryList({QStringLiteral("*.citypanel")}, QDir::Files)) {
        candidates.append(folder.filePath(name));
    }
    for (const QString& candidate : candidates) {
        const auto saved =
            FileMark::of(candidate) == state.file ? load(candidate) : Result<Project>(Problem{});
        if (saved) {
            return *saved;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<JournalState> journalHeadOf(const QString& path) {
    const auto text = report::readFile(path);
    const auto json = text ? lastWholeLine(*text) : std::nullopt;
    return json ? std::optional<JournalState>(headOf(*json)) : std::nullopt;
}

Result<JournalState> readJournal(const QString& path, const QStringList& others) {
    CITYPANEL_TRY(const QByteArray text, report::readFile(path));
    const auto json = lastWholeLine(text);
    if (!json) {
        return Problem{.code = ProblemCode::FileCorrupt, .place = {.file = path.toStdString()}};
    }
    JournalState state = headOf(*json);
    const auto held = savedOf(state, others);
    CITYPANEL_TRY(state.project,
                  stateOf(path, json->value(QLatin1String("project")).toObject(), held));
    if (const QJsonObject draft = json->value(QLatin1String("draft")).toObject();
        !draft.isEmpty()) {
        CITYPANEL_TRY(Project import, stateOf(path, draft, held));
        state.drafts.import = std::make_shared<const Project>(std::move(import));
    }
    state.drafts.step = stepOf(json->value(QLatin1String("step")).toObject());
    state.drafts.pages = pagesOf(json->value(QLatin1String("pages")).toObject());
    return state;
}

bool isLeftBehind(const QString& journalPath) {
    if (!QFileInfo::exists(journalPath)) {
        return false;
    }
    const auto lock = lockOf(journalPath);
    return taken(*lock); // released again at once
}

void removeJournal(const QString& path) {
    QFile::remove(path);
    QDir(sourcesFolder(path)).removeRecursively();
    QFile::remove(lockPath(path));
}

} // namespace citypanel::project
