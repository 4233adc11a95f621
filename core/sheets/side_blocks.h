// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that stand side by side under one header: a list of units that goes on at the right.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstdint>
#include <vector>

namespace citypanel::sheets {

/// Columns [begin, end).
struct ColumnRange {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    friend bool operator==(const ColumnRange&, const ColumnRange&) = default;
};

/// The columns of each table of a layout whose columns are described, from the left. Another begins
/// where the header of the units comes again over other names, with values of its own behind it;
/// columns before the units (a number, a province) that come again too belong to it. One range, of
/// all columns, where nothing does.
[[nodiscard]] std::vector<ColumnRange> sideBlocks(const Sheet& sheet, const Layout& layout);

/// Leaves only the columns of the range that holds `column`; the first range's where none does.
void keepBlock(const std::vector<ColumnRange>& blocks, std::int64_t column, Layout& layout);

} // namespace citypanel::sheets
