// SPDX-License-Identifier: GPL-3.0-or-later
// Cells copied to the upper left corner, and numbers of rows and columns moved back.
#include "core/sheets/sheet_part.h"

#include "core/sheets/grid_scan.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

void copyMarks(const Sheet& sheet, const SheetRange& range, Sheet& part) {
    for (const MergedRange& merged : sheet.merged) {
        if (merged.firstRow >= range.firstRow && merged.firstRow < range.endRow &&
            merged.firstColumn >= range.firstColumn && merged.firstColumn < range.endColumn) {
            part.merged.push_back(
                {merged.firstRow - range.firstRow, merged.firstColumn - range.firstColumn,
                 std::min(merged.lastRow, range.endRow - 1) - range.firstRow,
                 std::min(merged.lastColumn, range.endColumn - 1) - range.firstColumn});
        }
    }
    for (const std::size_t row : sheet.hiddenRows) {
        if (row >= range.firstRow && row < range.endRow) {
            part.hiddenRows.push_back(row - range.firstRow);
        }
    }
    for (std::size_t column = range.firstColumn; column < range.endColumn; ++column) {
        if (const auto label = sheet.columnLabels.find(column); label != sheet.columnLabels.end()) {
            part.columnLabels[column - range.firstColumn] = label->second;
        }
        if (const auto labels = sheet.valueLabels.find(column); labels != sheet.valueLabels.end()) {
            part.valueLabels[column - range.firstColumn] = labels->second;
        }
    }
    for (const std::size_t column : sheet.hiddenColumns) {
        if (column >= range.firstColumn && column < range.endColumn) {
            part.hiddenColumns.push_back(column - range.firstColumn);
        }
    }
    part.isHidden = sheet.isHidden;
}

} // namespace

void setCell(Sheet& sheet, std::size_t row, std::size_t column, const Cell& cell) {
    switch (cell.kind) {
    case CellKind::Empty:
        break;
    case CellKind::Number:
        if (cell.isPercent) {
            sheet.setPercent(row, column, cell.number);
        } else {
            sheet.setNumber(row, column, cell.number);
        }
        break;
    case CellKind::Boolean:
        sheet.setBoolean(row, column, cell.number != 0);
        break;
    case CellKind::Text:
        sheet.setText(row, column, std::string(cell.text));
        break;
    case CellKind::Error:
        sheet.setError(row, column, std::string(cell.text));
        break;
    }
}

SheetRange rowsOf(const Sheet& sheet, std::size_t first, std::size_t end) {
    std::size_t left = sheet.columnCount();
    for (std::size_t row = first; row < std::min(end, sheet.rowCount()); ++row) {
        for (std::size_t column = 0; column < std::min(left, sheet.widthOf(row)); ++column) {
            left = isFilled(sheet, row, column) ? column : left;
        }
    }
    return {first, end, left == sheet.columnCount() ? 0 : left, sheet.columnCount()};
}

Sheet sheetPart(const Sheet& sheet, const SheetRange& range) {
    Sheet part(sheet.name());
    for (std::size_t row = range.firstRow; row < std::min(range.endRow, sheet.rowCount()); ++row) {
        const std::size_t end = std::min(range.endColumn, sheet.widthOf(row));
        for (std::size_t column = range.firstColumn; column < end; ++column) {
            setCell(part, row - range.firstRow, column - range.firstColumn, sheet.at(row, column));
        }
    }
    copyMarks(sheet, range, part);
    return part;
}

void moveToSheet(const SheetRange& range, std::size_t rowCount, Layout& layout) {
    auto down = static_cast<std::int64_t>(range.firstRow);
    auto right = static_cast<std::int64_t>(range.firstColumn);
    if (layout.isTransposed) {
        std::swap(down, right);
    } else if (layout.bodyEnd == static_cast<std::int64_t>(rowCount)) {
        layout.bodyEnd = static_cast<std::int64_t>(range.endRow - range.firstRow);
    }
    const bool lacksHeader = layout.headerBegin == layout.headerEnd;
    for (ColumnLayout& column : layout.columns) {
        const std::string letters = columnLetters(column.column);
        column.column += right;
        if (lacksHeader && column.label == letters) { // called by where it stands
            column.label = columnLetters(column.column);
            column.name = column.name == letters ? column.label : column.name;
        }
    }
    for (RowCondition& condition : layout.rowsWhere) {
        condition.column += right;
    }
    for (std::int64_t* column : {&layout.unitColumn, &layout.periodColumn}) {
        *column += *column >= 0 ? right : 0;
    }
    for (std::int64_t* row :
         {&layout.headerBegin, &layout.headerEnd, &layout.bodyBegin, &layout.bodyEnd}) {
        *row += down;
    }
    layout.unitRow += layout.unitRow >= 0 ? down : 0;
    for (std::int64_t& row : layout.ignoredRows) {
        row += down;
    }
}

namespace {

/// A sheet without blank rows at the top and blank columns at the left.
SheetRange usedRange(const Sheet& sheet) {
    const auto isBlank = [&](std::size_t row) {
        for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
            if (isFilled(sheet, row, column)) {
                return false;
            }
        }
        return true;
    };
    std::size_t first = 0;
    while (first < sheet.rowCount() && isBlank(first)) {
        ++first;
    }
    return rowsOf(sheet, first == sheet.rowCount() ? 0 : first, sheet.rowCount());
}

} // namespace

std::vector<DetectedLayout>
tablesInUsedRange(const Sheet& sheet,
                  const std::function<std::vector<DetectedLayout>(const Sheet&)>& detect) {
    const SheetRange used = usedRange(sheet);
    if (used.firstRow == 0 && used.firstColumn == 0) {
        return detect(sheet);
    }
    const Sheet part = sheetPart(sheet, used);
    std::vector<DetectedLayout> tables = detect(part);
    for (DetectedLayout& table : tables) {
        if (table.hasTable) {
            moveToSheet(used, part.rowCount(), table.layout);
        }
    }
    return tables;
}

} // namespace citypanel::sheets
