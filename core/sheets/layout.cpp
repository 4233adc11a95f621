// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts of one table: as detected, and of rows that are given.
#include "core/sheets/layout.h"

#include "core/panel/number_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/indicator_rows.h"
#include "core/sheets/section_lines.h"
#include "core/sheets/sheet_part.h"
#include "core/sheets/side_blocks.h"
#include "core/sheets/table_description.h"
#include "core/sheets/table_rows.h"
#include "core/sheets/unit_lines.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

/// The part of a table whose rows are under a condition; the table itself where none is.
DetectedLayout partOf(const Sheet& sheet, const DetectedLayout& table, const Layout& rows) {
    DetectedLayout whole = table;
    whole.layout.rowsWhere.clear();
    std::vector<DetectedLayout> parts = partedByRows(sheet, std::move(whole));
    const auto isSame = [&](const DetectedLayout& part) {
        return part.layout.rowsWhere == rows.rowsWhere;
    };
    auto same = std::find_if(parts.begin(), parts.end(), [&](const DetectedLayout& part) {
        return isSame(part) && part.layout.ignoredRows == rows.ignoredRows; // of the same total
    });
    if (same == parts.end()) {
        same = std::find_if(parts.begin(), parts.end(), isSame);
    }
    if (same == parts.end()) {
        return table;
    }
    return std::move(*same);
}

/// Describes the table of given rows; of tables side by side the one that holds the units' column.
void describeRows(const Sheet& sheet, const std::string& fileName, const Layout& rows,
                  std::optional<LayoutKind> said, DetectedLayout& detected) {
    const SideBlocks blocks = sideBlocks(sheet, static_cast<std::size_t>(rows.headerBegin),
                                         static_cast<std::size_t>(rows.bodyEnd));
    if (blocks.columns.size() < 2) {
        describeTable(sheet, fileName, nullptr, detected, said);
        readSectionLines(sheet, detected);
        return;
    }
    std::size_t table = 0;
    while (table + 1 < blocks.columns.size() &&
           static_cast<std::int64_t>(blocks.columns[table].endColumn) <= rows.unitColumn) {
        ++table;
    }
    const Sheet part = sideTable(sheet, blocks, table);
    describeTable(part, fileName, nullptr, detected, said);
    readSectionLines(part, detected);
    moveToSheet(blocks.columns[table], sheet.rowCount(), detected.layout);
}

} // namespace

std::string nameWithoutScope(const ColumnLayout& column) {
    const std::string scope = "_" + column.scope;
    const bool hasScope = scope.size() > 1 && column.name.ends_with(scope);
    return hasScope ? column.name.substr(0, column.name.size() - scope.size()) : column.name;
}

const ColumnLayout* findColumn(const Layout& layout, std::int64_t column) {
    const auto found =
        std::find_if(layout.columns.begin(), layout.columns.end(),
                     [&](const ColumnLayout& known) { return known.column == column; });
    return found == layout.columns.end() ? nullptr : &*found;
}

std::int64_t periodOfColumn(const ColumnLayout& column) {
    if (column.period != 0) {
        return column.period;
    }
    const auto number = parseNumber(column.label);
    return number && isYear(*number) ? static_cast<std::int64_t>(*number) : 0;
}

namespace {

/// The first table of a sheet that begins in its first row and column.
DetectedLayout firstTable(const Sheet& sheet, const std::string& fileName) {
    const SideBlocks blocks = sideBlocks(sheet, 0, sheet.rowCount());
    if (blocks.columns.size() < 2) {
        return detectTable(sheet, fileName, nullptr);
    }
    const Sheet part = sideTable(sheet, blocks, 0);
    DetectedLayout detected = detectTable(part, fileName, nullptr);
    moveToSheet(blocks.columns[0], part.rowCount(), detected.layout);
    return detected;
}

} // namespace

DetectedLayout detectLayout(const Sheet& sheet, const std::string& fileName) {
    return tablesInUsedRange(sheet,
                             [&](const Sheet& used) {
                                 return std::vector<DetectedLayout>{firstTable(used, fileName)};
                             })
        .front();
}

DetectedLayout layoutOfRows(const Sheet& sheet, const std::string& fileName, const Layout& rows,
                            std::optional<LayoutKind> said) {
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
        (!lacksHeader ||
         looksLikeBody(rowContent(sheet, static_cast<std::size_t>(rows.bodyBegin))));
    if (detected.hasTable) {
        describeRows(sheet, fileName, rows, said, detected);
        detected = partOf(sheet, detected, rows);
        takeUnitAbove(sheet, detected.layout);
        std::vector<DetectedLayout> tables{std::move(detected)};
        giveNamedScope(sheet.name(), fileName, tables);
        detected = std::move(tables.front());
    }
    return detected;
}

} // namespace citypanel::sheets
