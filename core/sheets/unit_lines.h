// SPDX-License-Identifier: GPL-3.0-or-later
// Lines within a table that say in which unit of measure the rows below them are.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

/// The unit of measure that a text says and nothing else: 亿元, "(亿元)", "[亿元]", 按亿元计,
/// 以下单位为亿元, "单位：亿元"; empty for any other text.
[[nodiscard]] std::string unitAlone(std::string_view text);

/// The unit that a row says and nothing else, be it in two cells; empty where it says more.
[[nodiscard]] std::string unitOfRow(const Sheet& sheet, std::size_t row);

/// Gives the columns of values another unit of measure where all of them are in units of its kind,
/// so that it is surely meant; whether they are.
bool giveUnit(const std::string& unitOfMeasure, Layout& layout);

/// The table, and where lines of it surely say another unit the rows below as tables of their own,
/// under the same header. Tables whose rows are under a condition stay whole.
[[nodiscard]] std::vector<DetectedLayout> partedByUnits(const Sheet& sheet, DetectedLayout table);

/// Gives a table the unit of the last such line between its header and its body.
void takeUnitAbove(const Sheet& sheet, Layout& layout);

/// A line of a table, with values below it, that says another unit than some of its columns have.
struct UnitLine {
    std::size_t row = 0;
    std::string unitOfMeasure{};
    const ColumnLayout* column = nullptr; ///< the first that is in another unit
};

[[nodiscard]] std::vector<UnitLine> unitLines(const Sheet& laidOut, const Layout& layout);

} // namespace citypanel::sheets
