// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet part: a rectangle of a sheet read as a sheet of its own, and its layouts moved back.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace citypanel::sheets {

/// Rows and columns of a sheet, 0-based; ends are exclusive.
struct SheetRange {
    std::size_t firstRow = 0;
    std::size_t endRow = 0;
    std::size_t firstColumn = 0;
    std::size_t endColumn = 0;
};

/// Writes a cell as it was read from another sheet.
void setCell(Sheet& sheet, std::size_t row, std::size_t column, const Cell& cell);

/// The rows [first, end) of a sheet, without blank columns at the left.
[[nodiscard]] SheetRange rowsOf(const Sheet& sheet, std::size_t first, std::size_t end);

/// The cells of a range as a sheet of the same name, with merged ranges, marks and labels.
[[nodiscard]] Sheet sheetPart(const Sheet& sheet, const SheetRange& range);

/// Makes a layout of a part one of the sheet it was taken from; a body that reaches to the end of
/// the part's `rowCount` rows reaches to the end of the range.
void moveToSheet(const SheetRange& range, std::size_t rowCount, Layout& layout);

/// The tables that `detect` finds in a sheet without the blank rows at its top and the blank
/// columns at its left, with layouts of the whole sheet.
[[nodiscard]] std::vector<DetectedLayout>
tablesInUsedRange(const Sheet& sheet,
                  const std::function<std::vector<DetectedLayout>(const Sheet&)>& detect);

} // namespace citypanel::sheets
