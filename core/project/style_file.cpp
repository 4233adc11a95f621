// SPDX-License-Identifier: GPL-3.0-or-later
// Table style to JSON and back.
#include "core/project/style_file.h"

#include "core/project/json_fields.h"

#include <QJsonDocument>

namespace citypanel::project {

namespace {

constexpr int currentVersion = 1;
const QString formatKey = QStringLiteral("format");
const QString versionKey = QStringLiteral("version");
const QString styleKey = QStringLiteral("table_style");
const QString styleFormat = QStringLiteral("citypanel table style");

} // namespace

QByteArray styleToBytes(const report::NamedStyle& style) {
    const QJsonObject json{
        {formatKey, styleFormat}, {versionKey, currentVersion}, {styleKey, toJson(style)}};
    return QJsonDocument(json).toJson();
}

Result<report::NamedStyle> styleFromBytes(const QByteArray& bytes) {
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json.value(formatKey).toString() != styleFormat) {
        return Problem{.code = ProblemCode::FileFormatUnknown,
                       .expected = styleFormat.toStdString()};
    }
    CITYPANEL_TRY_STATUS(versionOf(json, currentVersion));
    report::NamedStyle style;
    if (const Status status = fromJson(json.value(styleKey), style); !status) {
        return at(status.error(), styleKey.toStdString());
    }
    return style;
}

} // namespace citypanel::project
