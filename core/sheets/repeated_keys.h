// SPDX-License-Identifier: GPL-3.0-or-later
// Repeated keys: names and years that are written once for several rows.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace citypanel::sheets {

/// No row.
constexpr std::size_t noRow = std::numeric_limits<std::size_t>::max();

/// For each row of a layout's body the row whose cell in a key column holds for it: its own; below
/// a merged cell that cell's; and where keys are written once for several rows, the last one above.
/// They are so where at least half of them stand over rows with values and a blank cell, and the
/// rows under each differ in what else tells rows apart (the other key, Layout::rowsWhere, columns
/// of indicators, units of measure and scopes). noRow where none holds.
[[nodiscard]] std::vector<std::size_t> keyRows(const Sheet& sheet, const Layout& layout,
                                               std::int64_t column);

} // namespace citypanel::sheets
