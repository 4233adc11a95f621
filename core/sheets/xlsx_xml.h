// SPDX-License-Identifier: GPL-3.0-or-later
// QXmlStreamReader as the parts of an xlsx need it.
#pragma once

#include <QString>
#include <QXmlStreamReader>

namespace citypanel::sheets {

/// An attribute whatever its namespace prefix ("r:id").
[[nodiscard]] QString attribute(const QXmlStreamReader& xml, QLatin1String name);

/// "1" or "true".
[[nodiscard]] bool isTrue(const QString& text);

/// Next start element, or false at the end, on an error and on a document type declaration.
bool nextElement(QXmlStreamReader& xml);

/// Text of a <si> or <is>: its <t> runs, without phonetic hints. The reader stands on the element.
[[nodiscard]] QString richText(QXmlStreamReader& xml);

} // namespace citypanel::sheets
