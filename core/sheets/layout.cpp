// SPDX-License-Identifier: GPL-3.0-or-later
// Finding header, body, keys and period of a sheet.
#include "core/sheets/layout.h"

#include "core/panel/number_text.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/indicator_rows.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/sheet_period.h"
#include "core/sheets/side_blocks.h"
#include "core/sheets/table_blocks.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr std::size_t searchedRows = 60; // a header lies in the first rows or nowhere

std::size_t rowIndex(std::int64_t row) {
    return static_cast<std::size_t>(row);
}

/// The first body row at or after `from`, confirmed by the rows that follow it.
std::optional<std::size_t> findBody(const Sheet& sheet, std::size_t from) {
    const std::size_t rows = std::min(sheet.rowCount(), from + searchedRows);
    for (std::size_t row = from + 1; row < rows; ++row) {
        if (!looksLikeBody(rowContent(sheet, row))) {
            continue;
        }
        std::size_t filled = 0;
        std::size_t body = 0;
        for (std::size_t next = row; next < std::min(row + 12, sheet.rowCount()); ++next) {
            const RowContent content = rowContent(sheet, next);
            if (isUnitHeader(sheet, next)) {
                break; // the next page
            }
            if (content.filled() == 1 && content.numbers == 0) {
                continue; // a province, a title
            }
            filled += content.filled() > 0 ? 1 : 0;
            body += looksLikeBody(content) ? 1 : 0;
        }
        if (3 * body >= 2 * filled) {
            return row;
        }
    }
    return std::nullopt;
}

/// The first column that is not text: names of units stand left of it.
std::size_t firstValueColumn(const Sheet& sheet, const Layout& layout) {
    for (std::int64_t column = 0; rowIndex(column) < sheet.columnCount(); ++column) {
        const ColumnContent content = contentOf(sheet, layout, column);
        if (content.numbers > content.texts) {
            return rowIndex(column);
        }
    }
    return 0;
}

/// Whether a line is the title: the first one, or the next where that is no more than a number or a
/// year.
bool isBetterTitle(const std::string& line, const std::string& title) {
    const bool saysLittle = titleHeader(title).name.empty() && scopeInTitle(title).empty();
    return title.empty() ||
           (saysLittle && !saysContinued(title) && !titleHeader(line).name.empty());
}

/// Text of the lines above the header: the title, the unit of the whole table, the year.
void readLinesAbove(const Sheet& sheet, std::size_t from, DetectedLayout& detected) {
    for (std::size_t row = from; row < rowIndex(detected.layout.headerBegin); ++row) {
        for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
            const std::string text = tidyHeader(sheet.textAt(row, column));
            if (text.empty() || text.starts_with("Unnamed:")) {
                continue;
            }
            readTitleYear(text, detected.title.empty(), detected.titleYear);
            if (const std::string unit = unitInLine(text); !unit.empty()) {
                detected.unitLine = unit;
            } else if (isBetterTitle(text, detected.title)) {
                detected.title = text;
            }
        }
    }
}

/// Adds the columns that have a header, with what it says of each.
void describeColumns(const Sheet& sheet, DetectedLayout& detected) {
    Layout& layout = detected.layout;
    const std::size_t firstValue = firstValueColumn(sheet, layout);
    const HeaderRows rows{rowIndex(layout.headerBegin), rowIndex(layout.headerEnd)};
    // "单位：万元、万人" does not say which of them a column is in.
    const bool hasSeveralUnits = detected.unitLine.find("、") != std::string::npos;
    const std::string unitOfAll = hasSeveralUnits ? std::string() : detected.unitLine;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const ColumnContent content = contentOf(sheet, layout, static_cast<std::int64_t>(column));
        HeaderText header = joinHeader(headerOver(sheet, rows, column, firstValue));
        if (rows.begin == rows.end && content.numbers + content.texts > 0) {
            header.name = columnLetters(static_cast<std::int64_t>(column));
            header.label = header.name;
        }
        if (header.name.empty()) {
            continue;
        }
        const bool isText = content.texts > content.numbers;
        const bool isPercentage = content.numbers > 0 && content.percents == content.numbers;
        if (header.unitOfMeasure.empty() && detected.unitLine.empty() && isPercentage) {
            header.unitOfMeasure = "%";
        }
        layout.columns.push_back({.column = static_cast<std::int64_t>(column),
                                  .name = header.name,
                                  .label = header.label,
                                  .unitOfMeasure = header.unitOfMeasure.empty() && !isText
                                                       ? unitOfAll
                                                       : header.unitOfMeasure,
                                  .scope = header.scope,
                                  .period = splitYear(header.label).year,
                                  .isText = isText,
                                  .isImported = content.numbers > 0 && !isText,
                                  .variableLabel = tidyHeader(sheet.columnLabel(column))});
    }
}

bool isWide(const Layout& layout) {
    std::map<std::string, std::size_t> periodsByName;
    std::size_t values = 0;
    for (const ColumnLayout& column : layout.columns) {
        values += column.isImported ? 1 : 0;
        if (column.isImported && column.period != 0) {
            ++periodsByName[splitYear(column.label).name];
        }
    }
    std::size_t repeated = 0;
    for (const auto& [name, periods] : periodsByName) {
        repeated += periods >= 2 ? periods : 0;
    }
    return repeated >= 2 && 2 * repeated >= values;
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
void nameWideColumns(const Sheet& sheet, const HeaderText& variable, Layout& layout) {
    const bool lacksCorner = layout.unitColumn < 0 || layout.headerEnd <= layout.headerBegin;
    const std::string corner =
        lacksCorner
            ? std::string()
            : tidyHeader(sheet.textAt(rowIndex(layout.headerEnd - 1), rowIndex(layout.unitColumn)));
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
            column.name = isOfTable ? variable.name : joinHeader({parts.name}).name;
            column.name += isOfTable && !column.scope.empty() ? "_" + column.scope : "";
            const bool takesCorner = column.unitOfMeasure.empty() && !isOverUnits;
            column.unitOfMeasure = takesCorner ? unit : column.unitOfMeasure;
            if (column.unitOfMeasure.empty() && isOfTable) {
                column.unitOfMeasure = variable.unitOfMeasure;
            }
        }
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
        layout.kind = LayoutKind::WideByPeriod;
        layout.periodRule = PeriodRule::Headers;
        nameWideColumns(sheet, variableOfTable(sheet.name(), detected.title, fileName), layout);
        return;
    } else {
        choosePeriodOfSheet(sheet.name(), fileName, detected.titleYear, layout);
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
        const std::string text = tidyHeader(sheet.textAt(rowIndex(row), rowIndex(column.column)));
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
    }
}

/// Columns, keys, kind and period of a table whose rows are known; row `from` is its first line,
/// and of tables side by side it is the one at `column`. It may continue the one above it.
void describeTable(const Sheet& sheet, const std::string& fileName, std::size_t from,
                   std::int64_t column, const DetectedLayout* above, DetectedLayout& detected) {
    Layout& layout = detected.layout;
    readLinesAbove(sheet, from, detected);
    if (above != nullptr && (detected.title.empty() || saysContinued(detected.title))) {
        continueFrom(*above, detected);
    }
    describeColumns(sheet, detected);
    keepBlock(sideBlocks(sheet, layout), column, layout);
    layout.periodColumn = choosePeriodColumn(sheet, layout);
    layout.unitColumn = chooseUnitColumn(sheet, layout);
    for (ColumnLayout& described : layout.columns) {
        const bool isKey =
            described.column == layout.unitColumn || described.column == layout.periodColumn;
        described.isImported = (described.isImported || holdsGroups(sheet, layout, described)) &&
                               !isKey && !isCodeName(described.name);
    }
    completeScopes(detected);
    chooseKind(sheet, fileName, detected);
}

bool hasTextBetween(const Sheet& sheet, std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) {
        if (rowContent(sheet, row).filled() > 0) {
            return true;
        }
    }
    return false;
}

/// Rows of a table's header and body; hasTable says whether there are any.
DetectedLayout detectRows(const Sheet& sheet, std::size_t from, std::size_t end) {
    DetectedLayout detected;
    const auto body = findBody(sheet, from);
    if (!body || *body >= end) {
        return detected;
    }
    Layout& layout = detected.layout;
    detected.hasTable = true;
    const std::size_t begin = firstUnitRow(sheet, *body, from);
    const bool hasRowsAbove = hasTextBetween(sheet, from, begin);
    layout.bodyBegin = static_cast<std::int64_t>(begin);
    layout.bodyEnd = static_cast<std::int64_t>(end);
    HeaderRows header =
        hasRowsAbove ? findHeaderRows(sheet, begin, from) : HeaderRows{begin, begin};
    if (header.end - header.begin == 1 && header.end == begin &&
        holdsData(sheet, header.begin, begin)) {
        header.end = header.begin; // no header: the first unit is not to be lost for one
        layout.bodyBegin = static_cast<std::int64_t>(header.begin);
    }
    layout.headerBegin = static_cast<std::int64_t>(header.begin);
    layout.headerEnd = static_cast<std::int64_t>(header.end);
    return detected;
}

/// The layout of the table that begins at or below row `from` and ends before row `end`; of tables
/// side by side, that at `column`. It may continue the one above it.
DetectedLayout detectTable(const Sheet& sheet, const std::string& fileName, std::size_t from,
                           std::size_t end, std::int64_t column = 0,
                           const DetectedLayout* above = nullptr) {
    DetectedLayout detected = detectRows(sheet, from, end);
    if (detected.hasTable) {
        describeTable(sheet, fileName, from, column, above, detected);
    }
    return detected;
}

/// Whether a header read on its own says that tables stand side by side, and where.
std::vector<ColumnRange> blocksOf(const Sheet& sheet) {
    DetectedLayout detected = detectRows(sheet, 0, sheet.rowCount());
    if (!detected.hasTable) {
        return {};
    }
    describeColumns(sheet, detected);
    return sideBlocks(sheet, detected.layout);
}

/// Whether a row below the header of a wide table is one again: years, or a word for units before
/// headings with years ("2009年", "2010①").
bool isFurtherHeader(const Sheet& sheet, std::size_t row, const Layout& layout) {
    const RowContent content = rowContent(sheet, row);
    if (isYearHeader(content)) {
        return 2 * content.years >= layout.columns.size();
    }
    constexpr std::size_t fewest = 2;
    std::size_t years = 0;
    const bool hasWord = layout.unitColumn >= 0 && content.filled() > fewest &&
                         isUnitWord(tidyName(sheet.textAt(row, rowIndex(layout.unitColumn))));
    for (std::size_t column = 0; hasWord && column < sheet.columnCount(); ++column) {
        years += splitYear(tidyHeader(sheet.textAt(row, column))).year != 0 ? 1 : 0;
    }
    return years >= fewest;
}

/// Rows below the header of a wide table at which another begins, with the lines above it.
std::vector<std::size_t> furtherTables(const Sheet& sheet, const Layout& layout) {
    std::vector<std::size_t> rows;
    std::size_t last = rowIndex(layout.bodyBegin);
    for (std::size_t row = last; row < sheet.rowCount(); ++row) {
        if (isFurtherHeader(sheet, row, layout)) {
            rows.push_back(blockBegin(sheet, row, last, layout));
            last = row;
        }
    }
    return rows;
}

/// A further table on a sheet is named by the text in its corner, by a title of its own, as the one
/// it continues, or numbered.
void nameFurtherTable(const Sheet& sheet, const std::string& fileName, std::size_t number,
                      const DetectedLayout& above, DetectedLayout& table) {
    Layout& layout = table.layout;
    const std::size_t corner = rowIndex(std::max<std::int64_t>(layout.unitColumn, 0));
    std::string text = tidyHeader(sheet.textAt(rowIndex(layout.headerEnd - 1), corner));
    text = text.substr(0, text.find('('));
    std::string name = isUnitWord(tidyName(text)) ? std::string() : joinHeader({text}).name;
    const bool isContinued = table.title == above.title && !table.title.empty();
    const auto named = std::find_if(above.layout.columns.begin(), above.layout.columns.end(),
                                    [](const ColumnLayout& column) { return column.isImported; });
    if (name.empty() && isContinued && named != above.layout.columns.end()) {
        name = named->name;
    } else if (name.empty()) {
        name = titleHeader(table.title).name;
    }
    if (name.empty()) {
        const std::string first =
            saysNothing(sheet.name()) ? variableOfFile(fileName) : joinHeader({sheet.name()}).name;
        name = first + "_" + std::to_string(number + 1);
    }
    for (ColumnLayout& column : layout.columns) {
        column.name = column.isImported ? name : column.name;
    }
}

/// Each of the tables parted by what its rows say.
std::vector<DetectedLayout> allPartedByRows(const Sheet& sheet,
                                            std::vector<DetectedLayout> tables) {
    std::vector<DetectedLayout> parts;
    for (DetectedLayout& table : tables) {
        for (DetectedLayout& part : partedByRows(sheet, std::move(table))) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

/// The part of a table whose rows are under a condition; the table itself where none is.
DetectedLayout partOf(const Sheet& sheet, const DetectedLayout& table,
                      const std::vector<RowCondition>& rowsWhere) {
    DetectedLayout whole = table;
    whole.layout.rowsWhere.clear();
    std::vector<DetectedLayout> parts = partedByRows(sheet, std::move(whole));
    const auto same = std::find_if(parts.begin(), parts.end(), [&](const DetectedLayout& part) {
        return part.layout.rowsWhere == rowsWhere;
    });
    if (same == parts.end()) {
        return table;
    }
    return std::move(*same);
}

/// A table parted where a header below it says something else than the one above: other variables,
/// another order, another unit of measure, another year; of tables of years each further one. Pages
/// that only repeat the header stay together.
std::vector<DetectedLayout> stackedTables(const Sheet& sheet, const std::string& fileName,
                                          DetectedLayout first) {
    const bool isWide = first.layout.kind == LayoutKind::WideByPeriod;
    std::vector<std::size_t> begins =
        isWide ? furtherTables(sheet, first.layout) : blockBegins(sheet, first.layout);
    begins.push_back(sheet.rowCount());
    if (!isWide && begins.size() > 1) { // headers below do not count as what its columns hold
        DetectedLayout own = detectTable(sheet, fileName, 0, begins[0]);
        const bool isSound = own.hasTable && own.layout.kind == first.layout.kind;
        first = isSound ? std::move(own) : std::move(first);
    }
    first.layout.bodyEnd = static_cast<std::int64_t>(begins[0]);
    std::vector<DetectedLayout> tables{std::move(first)};
    for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
        DetectedLayout& above = tables.back();
        DetectedLayout block = detectTable(sheet, fileName, begins[i], begins[i + 1], 0, &above);
        const bool isOther = isWide ? block.layout.kind == LayoutKind::WideByPeriod
                                    : !holdTheSame(above.layout, block.layout);
        if (!block.hasTable || !isOther) { // its rows are those of the table above
            above.layout.bodyEnd = static_cast<std::int64_t>(begins[i + 1]);
            continue;
        }
        if (isWide) {
            nameFurtherTable(sheet, fileName, i + 1, above, block);
        }
        tables.push_back(std::move(block));
    }
    return tables;
}

} // namespace

std::int64_t periodOfColumn(const ColumnLayout& column) {
    if (column.period != 0) {
        return column.period;
    }
    const auto number = parseNumber(column.label);
    return number && isYear(*number) ? static_cast<std::int64_t>(*number) : 0;
}

DetectedLayout detectLayout(const Sheet& sheet, const std::string& fileName) {
    return detectTable(sheet, fileName, 0, sheet.rowCount());
}

DetectedLayout layoutOfRows(const Sheet& sheet, const std::string& fileName, const Layout& rows) {
    DetectedLayout detected;
    Layout& layout = detected.layout;
    layout.headerBegin = rows.headerBegin;
    layout.headerEnd = rows.headerEnd;
    layout.bodyBegin = rows.bodyBegin;
    layout.bodyEnd = rows.bodyEnd;
    layout.unitRow = rows.unitRow;
    layout.ignoredRows = rows.ignoredRows;
    layout.isTransposed = rows.isTransposed;
    layout.givenUnit = rows.givenUnit;
    layout.rowsWhere = rows.rowsWhere;
    const bool lacksHeader = rows.headerEnd <= rows.headerBegin;
    detected.hasTable =
        rows.bodyEnd > rows.bodyBegin &&
        (!lacksHeader || looksLikeBody(rowContent(sheet, rowIndex(rows.bodyBegin))));
    if (detected.hasTable) {
        describeTable(sheet, fileName, 0, rows.unitColumn, nullptr, detected);
        return partOf(sheet, detected, rows.rowsWhere);
    }
    return detected;
}

std::vector<DetectedLayout> detectLayouts(const Sheet& sheet, const std::string& fileName) {
    std::vector<DetectedLayout> tables{detectLayout(sheet, fileName)};
    if (auto turned = detectTurned(sheet, fileName, tables[0])) {
        return {*std::move(turned)};
    }
    const std::vector<ColumnRange> blocks = blocksOf(sheet);
    for (std::size_t i = 1; i < blocks.size(); ++i) {
        tables.push_back(detectTable(sheet, fileName, 0, sheet.rowCount(), blocks[i].begin));
    }
    if (tables.size() == 1 && tables[0].hasTable) {
        tables = stackedTables(sheet, fileName, std::move(tables[0]));
    }
    return allPartedByRows(sheet, std::move(tables));
}

} // namespace citypanel::sheets
