// SPDX-License-Identifier: GPL-3.0-or-later
// Cells above a header taken one by one.
#include "core/sheets/lines_above.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/named_year.h"
#include "core/sheets/of_which_headings.h"
#include "core/sheets/section_words.h"
#include "core/sheets/sheet_period.h"
#include "core/sheets/table_blocks.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/title_scope.h"
#include "core/sheets/unit_lines.h"
#include "core/sheets/unit_of_measure.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

/// Whether a line is the title: the first one, or the next where that is no more than a number or a
/// year.
bool isBetterTitle(const std::string& line, const std::string& title) {
    // Of the lines over tables of a data service one names the variable.
    static const QRegularExpression service(QStringLiteral("^(数据库|时间|频度)\\s*:"));
    if (saysIndicator(line) || service.match(QString::fromStdString(line)).hasMatch()) {
        return saysIndicator(line);
    }
    const bool saysLittle =
        !saysIndicator(title) && titleHeader(title).name.empty() && scopeInTitle(title).empty();
    return title.empty() ||
           (saysLittle && !saysContinued(title) && !titleHeader(line).name.empty());
}

/// Whether another cell of the row says a unit of measure before that column.
bool hasUnitBefore(const Sheet& sheet, std::size_t row, std::size_t column) {
    for (std::size_t before = 0; before < column; ++before) {
        if (!unitInCell(sheet, row, before).empty()) {
            return true;
        }
    }
    return false;
}

/// What a cell above the header says of the unit of measure of the table; whether it is no more
/// than that.
bool readUnitAbove(const Sheet& sheet, std::size_t row, std::size_t column, const std::string& text,
                   DetectedLayout& detected) {
    const std::string alone = unitAlone(text);
    const bool isOnly = !alone.empty() && rowContent(sheet, row).filled() == 1;
    if (isOnly && !areSameMeasure(alone, detected.unitLine)) { // no translation of it
        detected.unitLine = alone;
    }
    if (isOnly || isUnitOfMeasure(text)) {
        return true; // the latter beside "单位："
    }
    if (std::vector<NamedUnit> named = unitsByName(text); !named.empty()) {
        detected.namedUnits = std::move(named);
    }
    std::string unit = unitInCell(sheet, row, column);
    unit = unit.empty() ? unitsInBrackets(text) : unit;
    const bool isBeside = !unit.empty() && hasUnitBefore(sheet, row, column);
    const bool isOther = isBeside && !areSameMeasure(unit, detected.unitLine);
    if (!unit.empty()) {
        if (!isBeside) {
            detected.placedUnits.clear();
        }
        detected.placedUnits.push_back({column, unit});
    }
    detected.unitLine = isOther        ? detected.unitLine + "、" + unit
                        : unit.empty() ? detected.unitLine
                                       : unit;
    return false;
}

/// The unit of the whole table where it stands between the headings and the body, which is nearer
/// than any above.
void readUnitBelow(const Sheet& sheet, DetectedLayout& detected) {
    const auto begin = static_cast<std::size_t>(detected.layout.headerEnd);
    const auto end = static_cast<std::size_t>(detected.layout.bodyBegin);
    for (std::size_t row = begin; row < std::min(end, sheet.rowCount()); ++row) {
        const auto only = onlyCell(sheet, row);
        const std::string text = only ? sheet.textAt(row, *only) : std::string();
        if (!unitInLine(text).empty() && !unitAlone(text).empty()) {
            detected.unitLine = unitAlone(text);
        }
    }
}

/// The unit of the whole table as a note below it says, "注：本表单位为万元。", where no line above
/// does.
void readUnitOfNotes(const Sheet& sheet, DetectedLayout& detected) {
    constexpr std::size_t mostNotes = 8;
    static const QRegularExpression stated(
        QStringLiteral("^\\(*(?:(?:注|备注|说明)\\s*:?\\s*)?(?:\\d[.、]\\s*)?(?:本表|表中|以上)?"
                       "(?:所有|各项)?(?:数据|金额|指标)?的?(?:计量)?单位(?:均)?(?:为|是|:)\\s*"
                       "([^\\s,;。)]+)"));
    const std::size_t end = sheet.rowCount();
    for (std::size_t row = end; row-- > static_cast<std::size_t>(detected.layout.bodyBegin) &&
                                end - row <= mostNotes && detected.unitLine.empty();) {
        const auto only = onlyCell(sheet, row);
        if (rowContent(sheet, row).numbers > 0) {
            return;
        }
        const QString note =
            only ? QString::fromStdString(tidyHeader(sheet.textAt(row, *only))) : QString();
        const std::string unit = stated.match(note).captured(1).toStdString();
        detected.unitLine = isUnitOfMeasure(unit) ? unit : std::string();
    }
}

/// Whether a line reads like a note, of the table above perhaps: ①2015年起口径调整, a) ..., 本表...
bool looksLikeNote(const std::string& text) {
    static const QRegularExpression note(
        QStringLiteral("^(?:[①-⑳※*]|\\(?[a-z0-9]{1,2}[)、]|备?注|附注|本表|资料来源|数据来源|说明|"
                       "制表|更新|note|source)|年(?:起|开始|前|后)|以[前后来]|口径|年版|更新至|截["
                       "至止]|撤[地县市]设|"
                       "年(?:有?调整|新设|更名)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression title( // 2-1 人口, 1) 人口(2015年)
        QStringLiteral("^\\d+ ?[-–—.]\\d+|\\((?:19|20)\\d\\d年?\\)"));
    const QString line = QString::fromStdString(text);
    return note.match(line).hasMatch() && !title.match(line).hasMatch();
}

/// Whether a line from that row on to the header says a year of data or of a book.
bool saysYearBelow(const Sheet& sheet, std::size_t row, std::size_t header) {
    for (; row < header; ++row) {
        for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
            const std::string text = tidyHeader(sheet.textAt(row, column));
            if (!text.empty() && !looksLikeNote(text) &&
                namedYear(text, NamedBy::Text).ofData() != 0) {
                return true;
            }
        }
    }
    return false;
}

/// Whether a line says since when something else holds, and not of which year a table is: 注：
/// 2010年起含定州市, 2014年前为旧口径.
bool saysChange(const std::string& text) {
    static const QRegularExpression change(QStringLiteral(
        "年(?:起|开始|前|后|以[前后来])|旧口径|撤[地县市]设|年(?:有?调整|新设|更名)"));
    return looksLikeNote(text) && change.match(QString::fromStdString(text)).hasMatch();
}

/// Whether a text above the header says nothing of the table: the year of a note is not that of a
/// title below it.
bool isPassedOver(const Sheet& sheet, std::size_t row, const std::string& text,
                  std::size_t header) {
    return text.empty() || text.starts_with("Unnamed:") || saysChange(text) ||
           (looksLikeNote(text) && saysYearBelow(sheet, row + 1, header));
}

/// Whether a line alone in its row names what the table below it holds, in its unit of measure,
/// while the title does not: 绿化覆盖率(%) below 12-9 历年主要指标.
bool namesVariable(const Sheet& sheet, std::size_t row, const std::string& line,
                   const std::string& title) {
    static const QRegularExpression manner(
        QStringLiteral("^(按|以|占|比|较|为|其中|#|含|不含|单位)|"
                       "计算|[、,;]"));
    const HeaderText header = joinHeader({line});
    static const QRegularExpression latin(QStringLiteral("^[A-Za-z]{3}"));
    if (sheets::hasHan(title) && matches(line, latin)) {
        return false; // a translation
    }
    return rowContent(sheet, row).filled() == 1 && !header.name.empty() &&
           (measureUnit(header.unitOfMeasure).has_value() ||
            (saysWhatIsMeasured(header.name) && !saysWhatIsMeasured(titleHeader(title).name))) &&
           titleHeader(title).unitOfMeasure.empty() && unitsInBrackets(title).empty() &&
           unitInLine(line).empty() && !saysContinued(line) &&
           !manner.match(QString::fromStdString(line)).hasMatch();
}

/// What a text above the header says: the title, the unit of the whole table, the year.
void readTextAbove(const Sheet& sheet, std::size_t row, std::size_t column, const std::string& text,
                   DetectedLayout& detected) {
    static const QRegularExpression form( // lines of a form to be filled in
        QStringLiteral(
            "^(?:表\\s*号|制表机关|制定机关|批准机关|批准文号|备案文号|有效期至?)\\s*:"));
    if (form.match(QString::fromStdString(text)).hasMatch()) {
        return;
    }
    const bool isContinued =
        saysContinued(detected.title) && titleHeader(detected.title).name.empty();
    readTitleYear(text, detected.title.empty() || isContinued, detected.titleYear);
    if (readUnitAbove(sheet, row, column, text, detected)) {
        return;
    }
    const bool hasUnit = !unitInCell(sheet, row, column).empty();
    const std::string title = hasUnit ? textBeforeUnit(text) : text;
    if (!title.empty() && isBetterTitle(title, detected.title)) {
        detected.title = title;
    } else if (!hasUnit && namesVariable(sheet, row, title, detected.title)) {
        const std::string scope = scopeInTitle(detected.title);
        const bool saysScope = scope.empty() || !scopeInTitle(title).empty();
        detected.title = saysScope ? title : titleWithScope(title, scope);
    }
}

} // namespace

std::string readLinesAbove(const Sheet& sheet, DetectedLayout& detected) {
    std::string lastScope;
    const auto header = static_cast<std::size_t>(detected.layout.headerBegin);
    for (std::size_t row = 0; row < header; ++row) {
        const auto section = isSectionLine(sheet, row) ? sectionLine(sheet, row) : std::nullopt;
        if (section) {
            detected.titleYear.data = section->scope.empty() || section->year != 0
                                          ? section->year
                                          : detected.titleYear.data;
            lastScope = section->scope.empty() ? lastScope : section->scope;
            detected.unitLine =
                section->unitOfMeasure.empty() ? detected.unitLine : section->unitOfMeasure;
            continue;
        }
        for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
            const std::string text = tidyHeader(sheet.textAt(row, column));
            const std::string scope = scopeAlone(text);
            if (!scope.empty()) {
                lastScope = scope;
            } else if (!isPassedOver(sheet, row, text, header)) {
                readTextAbove(sheet, row, column, text, detected);
            }
        }
    }
    readUnitBelow(sheet, detected);
    readUnitOfNotes(sheet, detected);
    return lastScope;
}

} // namespace citypanel::sheets
