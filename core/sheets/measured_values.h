// SPDX-License-Identifier: GPL-3.0-or-later
// Values that say their unit of measure in the cell: 123万元, 1.2亿元, 12.3%.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace citypanel::sheets {

/// A number and the unit of measure beside it.
struct MeasuredNumber {
    double number = 0.0;
    std::string unitOfMeasure{};
};

/// Reads a text that is a number and a known unit in Chinese, % or ‰, and nothing else.
[[nodiscard]] std::optional<MeasuredNumber> readMeasured(const Cell& cell);

/// The same for a cell of a column of that unit of measure: nothing where % says no more than the
/// column does, or than a column without a unit tells.
[[nodiscard]] std::optional<MeasuredNumber> measuredIn(const Cell& cell,
                                                       const std::string& unitOfMeasure);

/// The unit that all values of a column's body say, the most frequent of them where they are
/// multiples of one another; empty where some say none.
[[nodiscard]] std::string unitOfCells(const Sheet& sheet, const Layout& layout,
                                      std::int64_t column);

/// The first cell that says a unit in a column that is in none, while other cells are plain
/// numbers; nothing where all of them, or none, say one.
struct MixedCell {
    std::size_t row = 0;
    std::string unitOfMeasure{};
};

[[nodiscard]] std::optional<MixedCell> mixedMeasure(const Sheet& sheet, const Layout& layout,
                                                    std::int64_t column);

} // namespace citypanel::sheets
