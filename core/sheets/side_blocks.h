// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that stand side by side: a list of units that goes on at the right, or another table.
#pragma once

#include "core/sheets/sheet.h"
#include "core/sheets/sheet_part.h"

#include <cstddef>
#include <vector>

namespace citypanel::sheets {

/// The tables that stand side by side in some rows of a sheet.
struct SideBlocks {
    std::vector<SheetRange> columns{}; ///< of each table, from the left; rows are all of the sheet
    std::size_t firstHeader = 0;       ///< the uppermost of the rows that stand over the units
    bool haveLabelsDown = false;       ///< indicators or years, not units
};

/// The tables side by side in rows [first, end). Another begins where units stand again behind
/// values and with values behind them: under the word of the first table's units, or under another
/// word for units or none where the names are places, each once. A column that repeats in each row
/// the unit of the table at its left begins none. Columns before the units (a number, a province)
/// that come again too belong to it. At most one range, of all columns, where nothing does.
[[nodiscard]] SideBlocks sideBlocks(const Sheet& sheet, std::size_t first, std::size_t end);

/// The same for tables with places across, and those of one place with its years down: another
/// begins where the heading over the labels of rows (指标, 年份, or nothing) stands again behind
/// values, over labels again.
[[nodiscard]] SideBlocks sideBlocksByLabels(const Sheet& sheet);

/// The sheet of one of the tables: its columns, and lines above all tables that stand over one of
/// them and are of all (title, units of measure).
[[nodiscard]] Sheet sideTable(const Sheet& sheet, const SideBlocks& blocks, std::size_t table);

} // namespace citypanel::sheets
