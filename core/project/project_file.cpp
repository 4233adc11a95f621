// SPDX-License-Identifier: GPL-3.0-or-later
// Project to file bytes and back.
#include "core/project/project_file.h"

#include "core/project/json_fields.h"
#include "core/project/project_json.h"
#include "core/report/archive.h"
#include "core/report/atomic_file.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>

#include <utility>

namespace citypanel::project {

namespace {

const QString jsonEntry = QStringLiteral("project.json");

QString zipEntryOf(const Source& source) {
    return QLatin1String("sources/") + toQString(source.contentHash);
}

} // namespace

Source sourceOf(std::string name, QByteArray bytes) {
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return {std::move(name), hash.toStdString(), std::move(bytes)};
}

Result<QByteArray> toBytes(const Project& project) {
    report::Entries entries;
    entries[jsonEntry] = QJsonDocument(toJson(project)).toJson(QJsonDocument::Indented);
    for (const Source& source : project.sources) {
        entries[zipEntryOf(source)] = source.bytes;
    }
    return report::packed(entries);
}

Result<Project> fromBytes(const QByteArray& bytes) {
    const auto unpacked = report::unpacked(bytes);
    if (!unpacked) {
        const bool isArchive = unpacked.error().code != ProblemCode::FileFormatUnknown;
        return isArchive ? unpacked.error() : Problem{.code = ProblemCode::FileNotProject};
    }
    const report::Entries& entries = *unpacked;
    const auto json = entries.find(jsonEntry);
    if (json == entries.end()) {
        return Problem{.code = ProblemCode::FileNotProject};
    }
    CITYPANEL_TRY(Project project, projectFromJson(json->second));
    for (Source& source : project.sources) {
        const auto entry = entries.find(zipEntryOf(source));
        if (entry == entries.end() ||
            sourceOf(source.name, entry->second).contentHash != source.contentHash) {
            return Problem{.code = ProblemCode::FileCorrupt, .found = source.name};
        }
        source.bytes = entry->second;
    }
    return project;
}

Status write(const Project& project, QIODevice& device) {
    CITYPANEL_TRY(const QByteArray bytes, toBytes(project));
    return report::writeAll(device, bytes);
}

Status save(const Project& project, const QString& path) {
    CITYPANEL_TRY(const QByteArray bytes, toBytes(project));
    return report::writeAtomically(path, bytes);
}

Result<Project> load(const QString& path) {
    CITYPANEL_TRY(const QByteArray bytes, report::readFile(path));
    auto project = fromBytes(bytes);
    if (!project) {
        return located(project.error(), {.file = path.toStdString()});
    }
    return project;
}

} // namespace citypanel::project
