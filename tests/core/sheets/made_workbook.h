// SPDX-License-Identifier: GPL-3.0-or-later
// xlsx files made for tests, sound or hostile, from their parts.
#pragma once

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <QBuffer>
#include <QByteArray>

namespace citypanel::testing {

/// One worksheet; whatever is not set is plain.
struct MadeWorkbook {
    QByteArray cells{};       ///< inside <sheetData>
    QByteArray beforeCells{}; ///< dimension, cols
    QByteArray prologue{};    ///< before the root element of the worksheet
    QByteArray styles{};      ///< xl/styles.xml; empty: none
    QByteArray sheetState{};  ///< attributes of the sheet in the workbook
    QByteArray workbookProperties{};
    QByteArray target = "worksheets/sheet1.xml";
    QByteArray extraEntry{}; ///< name of another entry

    [[nodiscard]] QByteArray bytes() const {
        QByteArray packed;
        QBuffer buffer(&packed);
        QuaZip zip(&buffer);
        zip.open(QuaZip::mdCreate);
        const auto add = [&zip](const QByteArray& name, const QByteArray& content) {
            QuaZipFile file(&zip);
            file.open(QIODevice::WriteOnly, QuaZipNewInfo(QString::fromUtf8(name)));
            file.write(content);
            file.close();
        };
        add("xl/workbook.xml", "<workbook xmlns:r=\"r\">" + workbookProperties +
                                   "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\" " +
                                   sheetState + "/></sheets></workbook>");
        add("xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"" + target + "\"/></Relationships>");
        add("xl/worksheets/sheet1.xml", prologue + "<worksheet>" + beforeCells + "<sheetData>" +
                                            cells + "</sheetData></worksheet>");
        if (!styles.isEmpty()) {
            add("xl/styles.xml", styles);
        }
        if (!extraEntry.isEmpty()) {
            add(extraEntry, "x");
        }
        zip.close();
        return packed;
    }
};

} // namespace citypanel::testing
