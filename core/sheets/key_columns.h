// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of a table hold the units and the periods.
#pragma once

#include "core/sheets/grid_scan.h"
#include "core/sheets/layout.h"

#include <cstdint>
#include <string>

namespace citypanel::sheets {

/// What a column of the table's body holds.
[[nodiscard]] ColumnContent contentOf(const Sheet& sheet, const Layout& layout,
                                      std::int64_t column);

/// The period column of a table whose columns are described: one whose name says so (年份, year,
/// ...) and that holds years or other whole numbers that come again (63, 64, ...; 1, 2, ...), else
/// one that holds nothing but years that come again. -1: none.
[[nodiscard]] std::int64_t choosePeriodColumn(const Sheet& sheet, const Layout& layout);

/// Whether the first column of names has each of them once: where the year of a table is stated,
/// years beside them are values.
[[nodiscard]] bool comeUnitsOnce(const Sheet& sheet, const Layout& layout);

/// The unit column: the one whose name says most, else the first of text, named or not. In a table
/// with a period column it is to be a key, each unit once a period: a column that is, goes before
/// one that is not. Names of counties beside those of their cities go before them, and places below
/// provinces before these. -1: none.
[[nodiscard]] std::int64_t chooseUnitColumn(const Sheet& sheet, const Layout& layout);

/// The column of cities beside one of counties and districts (市 | 县) that is the unit column:
/// 朝阳区 is of 北京 and of 长春. -1: none.
[[nodiscard]] std::int64_t cityColumnBeside(const Layout& layout);

/// Whether a header is one that names of units stand under (城市, city, firm, ...).
[[nodiscard]] bool isUnitName(const std::string& name);

/// Whether a header is a word for units and nothing more: 城市, 地区, region, but not "Mexico
/// City".
[[nodiscard]] bool isUnitWord(const std::string& name);

/// Whether a heading says what stands in the column below it or the row beside it, and no variable:
/// a word for units, periods, codes or indicators (市名, 区域, 年份, 序号, 指标), or several of
/// them (地区/年份).
[[nodiscard]] bool isKeyHeading(const std::string& heading);

/// Whether a header is one that years stand under (年份, year, 日期, ...).
[[nodiscard]] bool isPeriodName(const std::string& name);

/// Columns that number units or provinces: keys of other tables, not variables.
[[nodiscard]] bool isCodeName(const std::string& name);

} // namespace citypanel::sheets
