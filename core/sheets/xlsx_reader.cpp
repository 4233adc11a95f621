// SPDX-License-Identifier: GPL-3.0-or-later
// The workbook's parts, each read with the reader that fits it.
#include "core/sheets/xlsx_reader.h"

#include "core/sheets/xlsx_cells.h"
#include "core/sheets/xlsx_sheet.h"
#include "core/sheets/xlsx_xml.h"
#include "core/sheets/zip_parts.h"

#include <QXmlStreamReader>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

Problem corruptPart(const QString& part) {
    return Problem{.code = ProblemCode::FileCorrupt, .found = part.toStdString()};
}

Result<std::vector<std::string>> readSharedStrings(const ZipParts& zip, const QString& part,
                                                   Progress& progress) {
    std::vector<std::string> strings;
    if (!zip.contains(part)) {
        return strings;
    }
    CITYPANEL_TRY(const QByteArray bytes, zip.part(part, progress));
    QXmlStreamReader xml(bytes);
    while (nextElement(xml)) {
        if (xml.name() == QLatin1String("si")) {
            strings.push_back(withoutEscapes(richText(xml)));
        }
        if (strings.size() % 4096 == 0 && progress.cancelled()) {
            return cancelledProblem();
        }
    }
    if (xml.hasError()) {
        return corruptPart(part);
    }
    return strings;
}

/// Relationship targets by id, resolved against the folder of the part that names them.
Result<std::map<QString, QString>> readRelationships(const ZipParts& zip, const QString& part,
                                                     const QString& folder, Progress& progress) {
    CITYPANEL_TRY(const QByteArray bytes, zip.part(part, progress));
    std::map<QString, QString> targets;
    QXmlStreamReader xml(bytes);
    while (nextElement(xml)) {
        if (xml.name() == QLatin1String("Relationship")) {
            const QString target = attribute(xml, QLatin1String("Target"));
            targets[attribute(xml, QLatin1String("Id"))] =
                target.startsWith(u'/') ? target.mid(1) : folder + target;
        }
    }
    if (xml.hasError()) {
        return corruptPart(part);
    }
    return targets;
}

struct SheetReference {
    std::string name;
    QString relationship;
    bool isHidden;
};

struct SheetList {
    std::vector<SheetReference> entries{};
    bool countsFrom1904 = false;
};

Result<SheetList> readSheetList(const ZipParts& zip, const QString& part, Progress& progress) {
    CITYPANEL_TRY(const QByteArray bytes, zip.part(part, progress));
    SheetList list;
    QXmlStreamReader xml(bytes);
    while (nextElement(xml)) {
        if (xml.name() == QLatin1String("sheet")) {
            const QString state = attribute(xml, QLatin1String("state"));
            list.entries.push_back({attribute(xml, QLatin1String("name")).toStdString(),
                                    attribute(xml, QLatin1String("id")),
                                    state.startsWith(QLatin1String("hidden")) ||
                                        state == QLatin1String("veryHidden")});
        } else if (xml.name() == QLatin1String("workbookPr")) {
            list.countsFrom1904 = isTrue(attribute(xml, QLatin1String("date1904")));
        }
    }
    if (xml.hasError()) {
        return corruptPart(part);
    }
    return list;
}

/// Which formats of cells show dates, by their index.
Result<DateFormats> readFormats(const ZipParts& zip, const QString& part, Progress& progress) {
    DateFormats formats;
    if (!zip.contains(part)) {
        return formats;
    }
    CITYPANEL_TRY(const QByteArray bytes, zip.part(part, progress));
    QXmlStreamReader xml(bytes);
    std::map<std::size_t, std::string> codes;
    bool isInCellFormats = false; // those of named styles are listed apart
    while (nextElement(xml)) {
        const std::size_t id = attribute(xml, QLatin1String("numFmtId")).toUInt();
        if (xml.name() == QLatin1String("numFmt")) {
            codes[id] = attribute(xml, QLatin1String("formatCode")).toStdString();
        } else if (xml.name() == QLatin1String("cellXfs")) {
            isInCellFormats = true;
        } else if (xml.name() == QLatin1String("cellStyles")) {
            isInCellFormats = false;
        } else if (xml.name() == QLatin1String("xf") && isInCellFormats) {
            formats.add(id, codes[id]);
        }
    }
    if (xml.hasError()) {
        return corruptPart(part);
    }
    return formats;
}

/// Scanned where its cells are plain, else read carefully. Nothing when it is broken.
Result<std::optional<Sheet>> readSheet(const std::string& name, const QByteArray& xml,
                                       const XlsxShared& shared, Progress& progress) {
    std::optional<Sheet> sheet(std::in_place, name);
    CITYPANEL_TRY(const bool isScanned, scanSheet(xml, shared, *sheet, progress));
    if (!isScanned) {
        sheet.emplace(name);
        CITYPANEL_TRY(const bool isSound, readSheetCarefully(xml, shared, *sheet, progress));
        if (!isSound) {
            sheet.reset();
        }
    }
    return sheet;
}

} // namespace

Result<Workbook> readXlsx(const QByteArray& bytes, Progress& progress) {
    const QString workbookPart = QStringLiteral("xl/workbook.xml");
    CITYPANEL_TRY(const ZipParts zip, ZipParts::open(bytes));
    if (!zip.contains(workbookPart)) {
        return Problem{.code = ProblemCode::FileFormatUnknown};
    }
    CITYPANEL_TRY(const SheetList list, readSheetList(zip, workbookPart, progress));
    const std::vector<SheetReference>& entries = list.entries;
    CITYPANEL_TRY(const auto targets,
                  readRelationships(zip, QStringLiteral("xl/_rels/workbook.xml.rels"),
                                    QStringLiteral("xl/"), progress));
    XlsxShared shared;
    CITYPANEL_TRY(shared.strings,
                  readSharedStrings(zip, QStringLiteral("xl/sharedStrings.xml"), progress));
    CITYPANEL_TRY(shared.dates, readFormats(zip, QStringLiteral("xl/styles.xml"), progress));
    shared.dates.countsFrom1904 = list.countsFrom1904;
    Workbook workbook;
    workbook.format = FileFormat::Xlsx;
    std::size_t cells = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto target = targets.find(entries[i].relationship);
        const bool isWorksheet =
            target != targets.end() && target->second.contains(QLatin1String("worksheets/"));
        if (!isWorksheet) {
            continue; // a chart sheet, or a dangling entry
        }
        const double share = 1.0 / static_cast<double>(entries.size());
        SubProgress part(progress, share * static_cast<double>(i),
                         share * static_cast<double>(i + 1));
        CITYPANEL_TRY(const QByteArray xml, zip.part(target->second, part));
        CITYPANEL_TRY(std::optional<Sheet> sheet, readSheet(entries[i].name, xml, shared, part));
        if (!sheet) {
            return located(corruptPart(target->second), {.sheet = entries[i].name});
        }
        sheet->isHidden = entries[i].isHidden;
        cells += sheet->cellCapacity();
        if (cells > Sheet::mostCells) {
            return Problem{.code = ProblemCode::FileTooLarge,
                           .place = {.sheet = entries[i].name},
                           .expected = std::to_string(Sheet::mostCells)};
        }
        workbook.sheets.push_back(*std::move(sheet));
    }
    return workbook;
}

} // namespace citypanel::sheets
