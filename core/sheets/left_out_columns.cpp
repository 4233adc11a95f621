// SPDX-License-Identifier: GPL-3.0-or-later
// Columns beside those that are read, searched for numbers.
#include "core/sheets/left_out_columns.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/regions.h"
#include "core/sheets/value_columns.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

namespace {

const ColumnLayout* describedAt(const Layout& layout, std::int64_t column) {
    const auto found =
        std::find_if(layout.columns.begin(), layout.columns.end(),
                     [&](const ColumnLayout& known) { return known.column == column; });
    return found == layout.columns.end() ? nullptr : &*found;
}

/// Whether a text may be a number: most are not, and are told so quickly.
bool mayBeNumber(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == '\xEF'; });
}

bool isSomeNumber(const Cell& cell) {
    if (cell.kind != CellKind::Text) {
        return cell.kind == CellKind::Number;
    }
    return mayBeNumber(cell.text) &&
           (readNumber(cell).meaning == CellMeaning::Number || isNearNumber(cell.text));
}

/// For each column whether a row of the body that is read holds a number there. One walk along the
/// rows: a sheet may be as wide as it is long, with hardly a cell.
std::vector<bool> columnsWithNumbers(const Sheet& sheet, const Layout& layout) {
    std::vector<bool> hold(sheet.columnCount(), false);
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        if (isIgnored(layout, row) || isLeftOut(sheet, layout, row)) {
            continue;
        }
        for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
            hold[column] = hold[column] || isSomeNumber(sheet.at(row, column));
        }
    }
    return hold;
}

/// Whether another table of the same sheet reads a column, or has it for a key.
bool isOfOtherTable(const ImportPlan& plan, const SheetImport& entry, std::int64_t column) {
    return std::any_of(plan.sheets.begin(), plan.sheets.end(), [&](const SheetImport& other) {
        const ColumnLayout* described = describedAt(other.layout, column);
        const bool isSameSheet = other.file == entry.file && other.sheet == entry.sheet;
        return isSameSheet && other.table != entry.table &&
               other.layout.bodyBegin < entry.layout.bodyEnd &&
               entry.layout.bodyBegin < other.layout.bodyEnd &&
               (column == other.layout.unitColumn || column == other.layout.periodColumn ||
                (described != nullptr && described->isImported));
    });
}

/// Whether a column that is not read needs no word: a key, a code, what says which rows are read.
bool needsNoWord(const ImportPlan& plan, const Layout& layout, const ColumnLayout& column) {
    const bool isCondition =
        std::any_of(layout.rowsWhere.begin(), layout.rowsWhere.end(),
                    [&](const RowCondition& where) { return where.column == column.column; });
    const bool isOfOtherScope =
        !plan.scope.empty() && !column.scope.empty() && column.scope != plan.scope;
    const bool isToldByLayout = layout.kind == LayoutKind::WideByPeriod && !column.isText &&
                                !column.isImported && periodOfColumn(column) == 0;
    return isCondition || isOfOtherScope || isToldByLayout || isCodeName(column.name);
}

std::string columnNameOf(const Layout& layout, const ColumnLayout* described, std::int64_t column) {
    if (described != nullptr) {
        return described->label.empty() ? described->name : described->label;
    }
    const CellIndex cell = cellInFile(layout, 0, static_cast<std::size_t>(column));
    return layout.isTransposed ? std::to_string(cell.row + 1) : columnLetters(cell.column);
}

} // namespace

std::vector<std::string> leftOutColumns(const Sheet& laidOut, const ImportPlan& plan,
                                        const SheetImport& entry) {
    const Layout& layout = entry.layout;
    std::vector<std::string> names;
    const std::vector<bool> hold = columnsWithNumbers(laidOut, layout);
    for (std::int64_t column = 0; column < static_cast<std::int64_t>(hold.size()); ++column) {
        if (!hold[static_cast<std::size_t>(column)]) {
            continue;
        }
        const ColumnLayout* described = describedAt(layout, column);
        const bool isKey = column == layout.unitColumn || column == layout.periodColumn;
        const bool isTaken = described != nullptr && takesColumn(layout, *described, plan.scope);
        const bool isTold =
            isKey || isTaken || (described != nullptr && needsNoWord(plan, layout, *described));
        if (!isTold && !isOfOtherTable(plan, entry, column)) {
            names.push_back(columnNameOf(layout, described, column));
        }
    }
    return names;
}

} // namespace citypanel::sheets
