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

void Journal::follow() {
    if (!held_ || QFileInfo::exists(path_)) {
        return;
    }
    const QString now =
        QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(held_->handle()));
    if (now.isEmpty() || !QFileInfo::exists(now)) {
        return; // deleted
    }
    path_ = now;
    const QString project = QFileInfo(now).dir().filePath(QFileInfo(projectPath_).fileName());
    if (file_ && !QFileInfo::exists(projectPath_) && FileMark::of(project) == file_) {
        projectPath_ = project;
    }
}

Status Journal::keepSource(const Source& source) {
    if (sources_.contains(source.contentHash) || inFile_.contains(source.contentHash)) {
        return {};
    }
    QDir().mkdir(sourcesFolder(path_)); // not the folder above: one that was moved is not made anew
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
    follow();
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
    return write(lineOf(json));
}

Status Journal::write(QByteArray line) {
    if (std::exchange(isFirstLine_, false)) {
        line.prepend('\n'); // a crash may have left half a line before it
    }
    const bool isHeld = held_ && QFileInfo::exists(path_);
    const bool isFull = QFileInfo(path_).size() + line.size() > largestJournal;
    Status status = isFull ? report::writeAtomically(path_, line) : appendLine(path_, line);
    isFirstLine_ = !status && !isFull;
    if (status && (isFull || !isHeld)) {
        held_ = std::make_unique<QFile>(path_);
        if (!held_->open(QIODevice::ReadOnly)) {
            held_.reset();
        }
    }
    return status;
}

void Journal::remove() {
    follow();
    held_.reset();
    lock_.reset();
    removeJournal(path_);
    sources_.clear();
    inFile_.clear();
}

QString journalPathOf(const QString& projectPath) {
    return projectPath + QLatin1String(".journal");
}

QString projectBeside(const QString& journalPath) {
    return journalPath.chopped(journalPathOf({}).size());
}

namespace {

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

/// Where the sources of a journal may be: beside it, and in files of projects, which are read as
/// they are needed.
class SourcePlaces {
public:
    SourcePlaces(QString journal, const JournalState& state, const QStringList& others);

    /// Problem: FileNotFound, with the source and where it was looked for.
    [[nodiscard]] Result<QByteArray> bytesOf(const Source& source);

private:
    void addFolder(const QString& file);

    QString journal_;
    QStringList folders_;
    QStringList files_; ///< not read yet, the likeliest first
    std::vector<Project> read_;
};

SourcePlaces::SourcePlaces(QString journal, const JournalState& state, const QStringList& others)
    : journal_(std::move(journal)) {
    files_ = {state.projectPath, projectBeside(journal_)};
    for (const QString& other : others) {
        if (state.file && FileMark::of(other) == state.file) {
            files_.append(other);
        }
    }
    addFolder(state.projectPath);
    addFolder(journal_);
    files_.removeDuplicates();
    files_.removeIf([](const QString& file) { return !QFileInfo(file).isFile(); });
    std::stable_partition(files_.begin(), files_.end(), [&](const QString& file) {
        return state.file && FileMark::of(file) == state.file;
    });
}

void SourcePlaces::addFolder(const QString& file) {
    const QDir folder = QFileInfo(file).dir();
    if (file.isEmpty() || folders_.contains(folder.path())) {
        return;
    }
    folders_.append(folder.path());
    for (const QString& name : folder.entryList({QStringLiteral("*.citypanel")}, QDir::Files)) {
        files_.append(folder.filePath(name));
    }
}

Result<QByteArray> SourcePlaces::bytesOf(const Source& source) {
    const auto isWhole = [&](const QByteArray& bytes) {
        return sourceOf(source.name, bytes).contentHash == source.contentHash;
    };
    if (auto bytes = report::readFile(sourcePath(journal_, source.contentHash));
        bytes && isWhole(*bytes)) {
        return bytes;
    }
    for (std::size_t at = 0; at < read_.size() || !files_.isEmpty(); ++at) {
        if (at == read_.size()) {
            auto next = load(files_.takeFirst());
            read_.push_back(next ? *std::move(next) : Project{});
        }
        for (const Source& candidate : read_[at].sources) {
            if (candidate.contentHash == source.contentHash && isWhole(candidate.bytes)) {
                return candidate.bytes;
            }
        }
    }
    QStringList looked{sourcesFolder(journal_)};
    for (const QString& folder : folders_) {
        looked.append(folder + QStringLiteral("/*.citypanel"));
    }
    return Problem{.code = ProblemCode::FileNotFound,
                   .place = {.file = journal_.toStdString()},
                   .found = source.name,
                   .expected = looked.join(QStringLiteral(", ")).toStdString()};
}

/// A project as a line has it, with its sources.
Result<Project> stateOf(const QJsonObject& json, SourcePlaces& places) {
    CITYPANEL_TRY(Project project, projectFromJson(QJsonDocument(json).toJson()));
    for (Source& source : project.sources) {
        CITYPANEL_TRY(source.bytes, places.bytesOf(source));
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
    SourcePlaces places(path, state, others);
    CITYPANEL_TRY(state.project, stateOf(json->value(QLatin1String("project")).toObject(), places));
    if (const QJsonObject draft = json->value(QLatin1String("draft")).toObject();
        !draft.isEmpty()) {
        CITYPANEL_TRY(Project import, stateOf(draft, places));
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
