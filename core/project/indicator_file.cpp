// SPDX-License-Identifier: GPL-3.0-or-later
// Indicator systems to JSON and back.
#include "core/project/indicator_file.h"

#include "core/project/json_fields.h"

#include <QJsonDocument>

namespace citypanel::project {

QByteArray indicatorSystemText(const index::IndicatorSystem& system) {
    return QJsonDocument(toJson(system)).toJson(QJsonDocument::Indented);
}

Result<index::IndicatorSystem> parseIndicatorSystem(const QByteArray& text) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        return Problem{.code = ProblemCode::FileCorrupt,
                       .found = error.errorString().toStdString()};
    }
    index::IndicatorSystem system;
    CITYPANEL_TRY_STATUS(fromJson(QJsonValue(document.object()), system));
    return system;
}

} // namespace citypanel::project
