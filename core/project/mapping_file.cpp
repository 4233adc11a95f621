// SPDX-License-Identifier: GPL-3.0-or-later
// A mapping's fields under a format name and a version.
#include "core/project/mapping_file.h"

#include "core/project/json_fields.h"

#include <QJsonDocument>

namespace citypanel::project {

namespace {

constexpr int mappingVersion = 3; // 1 had another rule for years in names of files
const QString mappingFormat = QStringLiteral("citypanel-mapping");

} // namespace

QByteArray mappingToJson(const sheets::ImportMapping& mapping) {
    const QJsonObject json{{QStringLiteral("format"), mappingFormat},
                           {QStringLiteral("version"), mappingVersion},
                           {QStringLiteral("mapping"), toJson(mapping)}};
    return QJsonDocument(json).toJson();
}

Result<sheets::ImportMapping> mappingFromJson(const QByteArray& text) {
    QJsonParseError error{};
    const QJsonObject json = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError) {
        return Problem{.code = ProblemCode::FileCorrupt,
                       .found = error.errorString().toStdString(),
                       .expected = std::to_string(error.offset)};
    }
    if (json.value(QStringLiteral("format")).toString() != mappingFormat) {
        return Problem{.code = ProblemCode::FileFormatUnknown};
    }
    CITYPANEL_TRY_STATUS(versionOf(json, mappingVersion));
    sheets::ImportMapping mapping;
    CITYPANEL_TRY_STATUS(fromJson(json.value(QStringLiteral("mapping")), mapping));
    return mapping;
}

} // namespace citypanel::project
