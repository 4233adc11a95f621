// SPDX-License-Identifier: GPL-3.0-or-later
// Lines above a table, its headings and its keys, read for what they say.
#include "core/sheets/table_description.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_groups.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/list_headings.h"
#include "core/sheets/measured_values.h"
#include "core/sheets/section_lines.h"
#include "core/sheets/section_words.h"
#include "core/sheets/sheet_period.h"
#include "core/sheets/table_blocks.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/unit_lines.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/value_columns.h"
#include "core/sheets/written_years.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

std::size_t rowAt(std::int64_t row) {
    return static_cast<std::size_t>(row);
}

/// Whether a heading that is none of a key stands over a column.
bool isHeaded(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    bool isHeading = false;
    for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
        const std::string text = tidyHeader(sheet.textAt(rowAt(row), rowAt(column)));
        if (isUnitName(text) || isPeriodName(text) || isCodeName(text)) {
            return false;
        }
        isHeading = isHeading || !text.empty();
    }
    return isHeading;
}

/// The first column that is not text: names of units stand left of it. On a page of few rows all
/// its values may be missing.
std::size_t firstValueColumn(const Sheet& sheet, const Layout& layout) {
    bool hasNames = false;
    for (std::int64_t column = 0; rowAt(column) < sheet.columnCount(); ++column) {
        const ColumnContent content = contentOf(sheet, layout, column);
        if (content.numbers > content.texts || holdsValues(sheet, layout, column, false) ||
            (hasNames && content.texts == 0 && isHeaded(sheet, layout, column))) {
            return rowAt(column);
        }
        hasNames = hasNames || content.texts > 0;
    }
    return 0;
}

bool holdsChinese(const std::string& text) {
    static const QRegularExpression han(QStringLiteral("\\p{Han}"),
                                        QRegularExpression::UseUnicodePropertiesOption);
    return han.match(QString::fromStdString(text)).hasMatch();
}

/// Whether a heading says that values stand below it: in a unit of measure, or of a year. Remarks
/// beside them are none.
bool saysValues(const HeaderText& header) {
    static const QRegularExpression remark(QStringLiteral("(备注|说明|注)$"));
    return (!header.unitOfMeasure.empty() || splitYear(header.label).year != 0) &&
           !remark.match(QString::fromStdString(header.name)).hasMatch();
}

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
    const bool isOther = !unit.empty() && hasUnitBefore(sheet, row, column) &&
                         !areSameMeasure(unit, detected.unitLine);
    detected.unitLine = isOther        ? detected.unitLine + "、" + unit
                        : unit.empty() ? detected.unitLine
                                       : unit;
    return false;
}

/// What a text above the header says: the title, the unit of the whole table, the year.
void readTextAbove(const Sheet& sheet, std::size_t row, std::size_t column, const std::string& text,
                   DetectedLayout& detected) {
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
    }
}

/// Reads the lines above the header. Those that say a year or a scope alone are no title: the scope
/// of the last one is returned.
std::string readLinesAbove(const Sheet& sheet, DetectedLayout& detected) {
    std::string lastScope;
    for (std::size_t row = 0; row < rowAt(detected.layout.headerBegin); ++row) {
        const auto section = isSectionLine(sheet, row) ? lineText(sheet, row) : std::nullopt;
        for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
            const std::string text = tidyHeader(sheet.textAt(row, column));
            if (text.empty() || text.starts_with("Unnamed:")) {
                continue;
            }
            const bool isOfSection = section && section->column == column;
            const std::string scope = scopeAlone(isOfSection ? section->text : text);
            lastScope = scope.empty() ? lastScope : scope;
            if (isOfSection && scope.empty()) {
                detected.titleYear.data = yearAlone(section->text);
            } else if (scope.empty()) {
                readTextAbove(sheet, row, column, text, detected);
            }
            if (isOfSection && !section->unitOfMeasure.empty()) {
                detected.unitLine = section->unitOfMeasure;
            }
        }
    }
    return lastScope;
}

/// Header rows, from the first one, that say in Latin letters what the Chinese above them says:
/// City stands below 城市.
std::set<std::size_t> translationRows(const Sheet& sheet, const HeaderRows& rows) {
    std::set<std::size_t> found;
    for (std::size_t row = rows.begin + 1; row < rows.end; ++row) {
        bool hasWord = false;
        bool hasChinese = false;
        for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
            const std::string text = tidyHeader(sheet.textAt(row, column));
            const std::string above = tidyHeader(sheet.textAt(row - 1, column));
            hasWord = hasWord || (isUnitWord(text) && isUnitWord(above) && holdsChinese(above));
            hasChinese = hasChinese || holdsChinese(text);
        }
        if (hasWord && !hasChinese) {
            found.insert(row - rows.begin);
        }
    }
    return found;
}

/// Takes out the short words of such rows ("GRP"), which nothing else tells from names, where a
/// Chinese name stands over the column.
void dropTranslations(const std::set<std::size_t>& translated, std::vector<std::string>& texts) {
    static const QRegularExpression shortWord(QStringLiteral("^[A-Za-z]{1,3}$"));
    if (!std::any_of(texts.begin(), texts.end(), holdsChinese)) {
        return;
    }
    for (const std::size_t row : translated) {
        if (shortWord.match(QString::fromStdString(tidyHeader(texts[row]))).hasMatch()) {
            texts[row].clear();
        }
    }
}

} // namespace

void describeColumns(const Sheet& sheet, DetectedLayout& detected) {
    Layout& layout = detected.layout;
    const std::size_t firstValue = firstValueColumn(sheet, layout);
    const HeaderRows rows{rowAt(layout.headerBegin), rowAt(layout.headerEnd)};
    const std::set<std::size_t> translated = translationRows(sheet, rows);
    std::vector<std::vector<std::size_t>> lists; // by row
    for (std::size_t row = rows.begin; row + 1 < rows.end; ++row) {
        lists.push_back(headedLists(sheet, layout, row));
    }
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const ColumnContent content = contentOf(sheet, layout, static_cast<std::int64_t>(column));
        std::vector<std::string> texts = headerOver(sheet, rows, column, firstValue);
        for (std::size_t i = 0; i < lists.size(); ++i) {
            spreadOverLists(sheet, rows.begin + i, lists[i], column, texts[i]);
        }
        dropTranslations(translated, texts);
        HeaderText header = joinHeader(texts);
        if (rows.begin == rows.end && content.numbers + content.texts > 0) {
            header.name = columnLetters(static_cast<std::int64_t>(column));
            header.label = header.name;
        }
        if (header.name.empty()) {
            continue;
        }
        const bool isValues =
            holdsValues(sheet, layout, static_cast<std::int64_t>(column), saysValues(header));
        const bool isText = content.texts > content.numbers && !isValues;
        if (header.unitOfMeasure.empty() && !isText) {
            header.unitOfMeasure = unitOfCells(sheet, layout, static_cast<std::int64_t>(column));
        }
        layout.columns.push_back({.column = static_cast<std::int64_t>(column),
                                  .name = header.name,
                                  .label = header.label,
                                  .unitOfMeasure = header.unitOfMeasure.empty() && !isText
                                                       ? unitOfLinesAbove(detected, header.label)
                                                       : header.unitOfMeasure,
                                  .scope = header.scope,
                                  .period = splitYear(header.label).year,
                                  .isText = isText,
                                  .isImported = isValues,
                                  .variableLabel = tidyHeader(sheet.columnLabel(column))});
    }
}

namespace {

/// Whether variables come again with other years, or one list stands under a year.
bool comeYearsAgain(const Layout& layout) {
    std::map<std::string, std::size_t> periodsByName;
    std::size_t values = 0;
    for (const ColumnLayout& column : layout.columns) {
        values += column.isImported ? 1 : 0;
        if (column.isImported && column.period != 0) {
            ++periodsByName[splitYear(column.label).name];
        }
    }
    if (values == 1 && periodsByName.contains(std::string())) {
        return true; // one of several lists side by side: a year names no variable
    }
    std::size_t repeated = 0;
    for (const auto& [name, periods] : periodsByName) {
        repeated += periods >= 2 ? periods : 0;
    }
    return repeated >= 2 && 2 * repeated >= values;
}

/// The years of the headings where each says one: "2017年末常住人口", "2017年GDP". That of a census
/// says what the data were made from, that of codes which list of places has them. Empty where a
/// heading says none, or as much as another.
std::set<std::int64_t> yearsOfAllHeadings(const Layout& layout) {
    std::set<std::int64_t> years;
    std::set<std::pair<std::string, std::int64_t>> variables;
    for (const ColumnLayout& column : layout.columns) {
        if (!column.isImported) {
            continue;
        }
        const std::string name = splitYear(column.label).name;
        const bool isOfOther = column.label.find("普查") != std::string::npos || isCodeName(name);
        if (column.period == 0 || isOfOther || !variables.insert({name, column.period}).second) {
            return {};
        }
        years.insert(column.period);
    }
    return years;
}

bool isWide(const Layout& layout) {
    return comeYearsAgain(layout) || !yearsOfAllHeadings(layout).empty();
}

/// The year that stands over the names of units and nothing else does there; 0: none.
std::int64_t yearOverUnits(const Layout& layout) {
    for (const ColumnLayout& column : layout.columns) {
        if (column.column == layout.unitColumn) {
            return yearAlone(column.label);
        }
    }
    return 0;
}

/// 全市 for a column whose own scope is blank beside a 市辖区 column of the same indicator; the
/// title's scope where no header gives one.
void completeScopes(DetectedLayout& detected) {
    std::vector<ColumnLayout>& columns = detected.layout.columns;
    const auto give = [](ColumnLayout& column, const std::string& scope) {
        const HeaderText header = withScope({column.name, column.label, {}, {}}, scope);
        column.name = header.name;
        column.label = header.label;
        column.scope = scope;
    };
    const bool saysScopes = std::any_of(columns.begin(), columns.end(),
                                        [](const auto& column) { return !column.scope.empty(); });
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].isImported || !columns[i].scope.empty()) {
            continue;
        }
        const std::string titled = scopeInTitle(detected.title);
        const bool hasPartner =
            i + 1 < columns.size() && columns[i + 1].name == columns[i].name + "_市辖区";
        if (hasPartner || (!saysScopes && !titled.empty())) {
            give(columns[i], hasPartner ? "全市" : titled);
        }
    }
}

/// Columns of a wide table take the name of their variable: what stands before the year, or that of
/// the table, with the unit of measure that stands over the names of units, or in the title.
/// The parts a label was joined from: behind a blank, GDP would be a translation.
std::vector<std::string> partsOf(const std::string& label) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + 2) {
        end = label.find(", ", begin);
        parts.push_back(label.substr(begin, end == std::string::npos ? end : end - begin));
    }
    return parts;
}

void nameWideColumns(const Sheet& sheet, const HeaderText& variable, Layout& layout) {
    const bool lacksCorner = layout.unitColumn < 0 || layout.headerEnd <= layout.headerBegin;
    const std::string corner =
        lacksCorner
            ? std::string()
            : tidyHeader(sheet.textAt(rowAt(layout.headerEnd - 1), rowAt(layout.unitColumn)));
    const HeaderText cornerHeader = joinHeader({corner});
    const bool isOverUnits = isUnitName(cornerHeader.name) || isPeriodName(cornerHeader.name);
    const std::string unit =
        cornerHeader.unitOfMeasure.empty() ? corner : cornerHeader.unitOfMeasure;
    for (ColumnLayout& column : layout.columns) {
        const NameAndYear parts = splitYear(column.label);
        column.isImported = column.isImported && parts.year != 0;
        column.period = parts.year;
        if (parts.year != 0) {
            const bool isOfTable = parts.name.empty() || parts.name == column.scope;
            column.name = isOfTable ? variable.name : joinHeader(partsOf(parts.name)).name;
            column.name += isOfTable && !column.scope.empty() ? "_" + column.scope : "";
            const bool takesCorner = column.unitOfMeasure.empty() && !isOverUnits;
            column.unitOfMeasure = takesCorner ? unit : column.unitOfMeasure;
            if (column.unitOfMeasure.empty() && isOfTable) {
                column.unitOfMeasure = variable.unitOfMeasure;
            }
        }
    }
}

/// Headings that say the year of their page too (2017年常住人口) give the variable without it, as
/// those of the next edition do, unless another column has that name.
void dropYearOfPage(std::int64_t year, std::vector<ColumnLayout>& columns) {
    for (ColumnLayout& column : columns) {
        const NameAndYear parts = splitYear(column.label);
        const bool isOfPage = column.isImported && year != 0 && parts.year == year &&
                              !isCodeName(parts.name); // of a list of that year
        const std::string name = isOfPage ? joinHeader(partsOf(parts.name)).name : std::string();
        const bool isTaken = name.empty() || std::any_of(columns.begin(), columns.end(),
                                                         [&](const ColumnLayout& other) {
                                                             return other.name == name;
                                                         });
        column.name = isTaken ? column.name : name;
    }
}

/// "_2", "_3" for names that occur again.
void makeNamesUnique(std::vector<ColumnLayout>& columns) {
    std::map<std::string, int> used;
    for (ColumnLayout& column : columns) {
        const int count = ++used[column.name];
        column.name += count == 1 ? "" : "_" + std::to_string(count);
    }
}

void chooseKind(const Sheet& sheet, const std::string& fileName, DetectedLayout& detected) {
    Layout& layout = detected.layout;
    if (layout.periodColumn >= 0) {
        layout.kind = LayoutKind::Long;
        layout.periodRule = PeriodRule::Column;
    } else if (isWide(layout)) {
        layout.isPeriodGuessed =
            !comeYearsAgain(layout) &&
            statesOtherYear(sheet.name(), fileName, detected.titleYear, yearsOfAllHeadings(layout));
        layout.kind = LayoutKind::WideByPeriod;
        layout.periodRule = PeriodRule::Headers;
        nameWideColumns(sheet, variableOfTable(sheet.name(), detected.title, fileName), layout);
        return;
    } else {
        if (detected.titleYear.data == 0) {
            detected.titleYear.data = yearOverUnits(layout);
        }
        choosePeriodOfSheet(sheet.name(), fileName, detected.titleYear, layout);
        dropYearOfPage(periodOfSheet(layout, fileName, sheet.name()), layout.columns);
    }
    for (ColumnLayout& column : layout.columns) {
        column.period = 0;
    }
    makeNamesUnique(layout.columns);
}

/// A column of few texts, each in many rows, beside units and periods: groups of units (东部,
/// 西部). Provinces come from the list of places.
bool holdsGroups(const Sheet& sheet, const Layout& layout, const ColumnLayout& column) {
    constexpr std::size_t mostGroups = 12;
    constexpr std::size_t leastRows = 4; // of a group, on average
    if (layout.unitColumn < 0 || layout.periodColumn < 0 || !column.isText ||
        column.name.find("省") != std::string::npos || column.name == "province") {
        return false;
    }
    std::set<std::string> groups;
    std::size_t filled = 0;
    for (std::int64_t row = layout.bodyBegin; row < layout.bodyEnd; ++row) {
        const std::string text = tidyHeader(sheet.textAt(rowAt(row), rowAt(column.column)));
        if (!text.empty()) {
            ++filled;
            groups.insert(text);
        }
        if (groups.size() > mostGroups) {
            return false;
        }
    }
    return groups.size() > 1 && filled >= leastRows * groups.size();
}

/// What the lines over a table say holds for the block that continues it.
void continueFrom(const DetectedLayout& above, DetectedLayout& detected) {
    detected.title = above.title;
    if (detected.titleYear.ofData() == 0) {
        detected.titleYear = above.titleYear;
    }
    if (detected.unitLine.empty()) {
        detected.unitLine = above.unitLine;
        detected.namedUnits = above.namedUnits;
    }
}

/// Nobody knows what the values of such columns are: they are warned of when the table is read.
void nameUnheaded(Layout& layout) {
    for (ColumnLayout& column : layout.columns) {
        if (column.isImported && lacksHeading(layout, column)) {
            column.name = nameWithoutHeading(column);
        }
    }
}

/// Whether the heading of the period column says that it is one.
bool isPeriodNamed(const Layout& layout) {
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [&](const ColumnLayout& column) {
                           return column.column == layout.periodColumn && isPeriodName(column.name);
                       });
}

/// Whether the title, the name of the file or that of the sheet says of which year a table is.
bool isYearStated(const Sheet& sheet, const std::string& fileName, const NamedYear& titled) {
    return titled.ofData() != 0 || namedYear(fileName, NamedBy::File).ofData() != 0 ||
           namedYear(sheet.name(), NamedBy::Text).ofData() != 0;
}

} // namespace

void describeTable(const Sheet& sheet, const std::string& fileName, const DetectedLayout* above,
                   DetectedLayout& detected) {
    Layout& layout = detected.layout;
    const std::string scope = readLinesAbove(sheet, detected);
    if (above != nullptr && (detected.title.empty() || saysContinued(detected.title))) {
        continueFrom(*above, detected);
    }
    if (!scope.empty()) {
        detected.title = titleWithScope(detected.title, {}); // not that of the table above
    }
    describeColumns(sheet, detected);
    layout.periodColumn = choosePeriodColumn(sheet, layout);
    if (!isPeriodNamed(layout) && isYearStated(sheet, fileName, detected.titleYear) &&
        comeUnitsOnce(sheet, layout)) {
        layout.periodColumn = -1;
    }
    if (layout.periodColumn < 0 && !isWide(layout)) {
        layout.periodColumn = unreadYears(sheet, layout); // refused with their cell when read
    }
    layout.unitColumn = chooseUnitColumn(sheet, layout);
    for (ColumnLayout& described : layout.columns) {
        const bool isKey =
            described.column == layout.unitColumn || described.column == layout.periodColumn;
        described.isImported = (described.isImported || holdsGroups(sheet, layout, described)) &&
                               !isKey && !isCodeName(described.name);
    }
    nameUnheaded(layout);
    completeScopes(detected);
    chooseKind(sheet, fileName, detected);
    giveTitleUnit(detected.title, layout);
    if (!scope.empty()) {
        giveScope(scope, layout);
        detected.title = titleWithScope(detected.title, scope);
    }
}

} // namespace citypanel::sheets
