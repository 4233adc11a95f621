// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose variables stand in rows: columns that say the indicator, its unit of measure and its
// scope (城市, 指标, 单位, 2010, 2011; city, year, variable, value).
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstdint>
#include <vector>

namespace citypanel::sheets {

/// Columns that tell rows of one unit and period apart; -1: none.
struct RowLabels {
    std::int64_t indicator = -1;
    std::int64_t unitOfMeasure = -1;
    std::int64_t scope = -1;

    /// Those there are.
    [[nodiscard]] std::vector<std::int64_t> columns() const;
    [[nodiscard]] bool contains(std::int64_t column) const;
};

/// The columns of a described table that label its rows: by their header (指标, 变量, indicator,
/// variable; 单位, over texts most of which are units of measure), a scope by cells that are all
/// 全市 or 市辖区.
[[nodiscard]] RowLabels rowLabels(const Sheet& sheet, const Layout& layout);

/// One table for each indicator, unit of measure and scope that the rows say, in the order they are
/// met, each with its condition (Layout::rowsWhere) and its columns named by it. The table alone
/// where its rows say none, or where an indicator tells no rows of one unit and period apart.
[[nodiscard]] std::vector<DetectedLayout> partedByRows(const Sheet& sheet, DetectedLayout table);

} // namespace citypanel::sheets
