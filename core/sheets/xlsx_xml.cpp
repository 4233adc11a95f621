// SPDX-License-Identifier: GPL-3.0-or-later
// Small steps through XML.
#include "core/sheets/xlsx_xml.h"

#include "core/sheets/cell_text.h"

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
    QString struckOut;
    int phonetic = 0;
    bool isRaised = false; // this run is
    bool isStruckOut = false;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == QLatin1String("t") && phonetic == 0) {
                const QString run = xml.readElementText();
                (isStruckOut ? struckOut : text) += isRaised ? raisedDigits(run) : run;
                continue;
            }
            if (xml.name() == QLatin1String("r")) {
                isRaised = false;
                isStruckOut = false;
            } else if (xml.name() == QLatin1String("strike")) {
                const QString value = attribute(xml, QLatin1String("val"));
                isStruckOut = value.isEmpty() || isTrue(value);
            } else if (xml.name() == QLatin1String("vertAlign")) {
                isRaised = attribute(xml, QLatin1String("val")) == QLatin1String("superscript");
            }
            phonetic += xml.name() == QLatin1String("rPh") ? 1 : 0;
            ++depth;
        } else if (token == QXmlStreamReader::EndElement) {
            phonetic -= xml.name() == QLatin1String("rPh") ? 1 : 0;
            --depth;
        }
    }
    return text.isEmpty() ? struckOut : text; // what was put in its place
}

} // namespace citypanel::sheets
