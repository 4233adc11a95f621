// SPDX-License-Identifier: GPL-3.0-or-later
// Companion names: columns that say something of the variable beside them, its growth or its rank.
#pragma once

#include "core/sheets/import.h"

#include <string>

namespace citypanel::sheets {

/// Whether a heading says how a variable grew, what share it has or which place in an order, and
/// not of which variable: 增长, 比上年增长, 比重, 位次, 序号, growth.
[[nodiscard]] bool isCompanionName(const std::string& name);

/// Whether a heading, with a variable before it or without, is of a place in an order: 位次,
/// GDP排名, 序号.
[[nodiscard]] bool saysRank(const std::string& heading);

/// Where columns of such a name stand beside different variables, each is called after its own, as
/// a heading over both would call it: 地区生产总值_增长. Numbers of rows (序号) are told apart
/// within a sheet only: they number its lists.
void nameCompanions(ImportPlan& plan);

} // namespace citypanel::sheets
