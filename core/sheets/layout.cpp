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
#include "core/sheets/side_blocks.h"
#include "core/sheets/table_blocks.h"
#include "core/sheets/table_description.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/year_headers.h"

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

/// A word for units before numbers that are years but for a few: 城市, 2010, 20115, 2012. One of
/// them is mistyped; it is no row of data.
bool isHeaderOfYears(const Sheet& sheet, std::size_t row, const RowContent& content) {
    if (content.texts != 1 || 3 * content.years < 2 * content.numbers || content.years < 2) {
        return false;
    }
    std::size_t column = 0;
    while (!isFilled(sheet, row, column)) {
        ++column;
    }
    return isUnitName(tidyHeader(sheet.textAt(row, column)));
}

/// The first body row at or after `from`, confirmed by the rows that follow it.
std::optional<std::size_t> findBody(const Sheet& sheet, std::size_t from) {
    const std::size_t rows = std::min(sheet.rowCount(), from + searchedRows);
    for (std::size_t row = from + 1; row < rows; ++row) {
        const RowContent first = rowContent(sheet, row);
        if (!looksLikeBody(first) || isHeaderOfYears(sheet, row, first)) {
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
