// SPDX-License-Identifier: GPL-3.0-or-later
// Small steps through XML.
#include "core/sheets/xlsx_xml.h"

namespace citypanel::sheets {

QString attribute(const QXmlStreamReader& xml, QLatin1String name) {
    for (const QXmlStreamAttribute& entry : xml.attributes()) {
        if (entry.name() == name) {
            return entry.value().toString();
        }
    }
    return {};
}

bool isTrue(const QString& text) {
    return text == QLatin1String("1") || text == QLatin1String("true");
}

bool nextElement(QXmlStreamReader& xml) {
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            xml.raiseError(QStringLiteral("document type declaration"));
            return false;
        }
        if (token == QXmlStreamReader::StartElement) {
            return true;
        }
    }
    return false;
}

QString richText(QXmlStreamReader& xml) {
    QString text;
    int phonetic = 0;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == QLatin1String("t") && phonetic == 0) {
                text += xml.readElementText();
                continue;
            }
            phonetic += xml.name() == QLatin1String("rPh") ? 1 : 0;
            ++depth;
        } else if (token == QXmlStreamReader::EndElement) {
            phonetic -= xml.name() == QLatin1String("rPh") ? 1 : 0;
            --depth;
        }
    }
    return text;
}

} // namespace citypanel::sheets
