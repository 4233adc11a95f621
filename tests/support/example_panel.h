// SPDX-License-Identifier: GPL-3.0-or-later
// A small panel with a gap and an extreme value, for tests of columns and steps.
#pragma once

#include "core/panel/panel.h"

#include <string>
#include <vector>

namespace citypanel::test {

inline constexpr double na = missingValue;

/// Three cities, 2011 to 2014, with a gap, an extreme value and a province; city C lacks 2013.
inline Panel examplePanel() {
    const std::vector<std::string> city{"A", "A", "A", "A", "B", "B", "B", "B", "C", "C", "C"};
    const std::vector<std::string> province{"P", "P", "P", "P", "Q", "Q", "Q", "Q", "Q", "Q", "Q"};
    return *Panel::create(
        {"city", "year"},
        {Variable::text("city", city),
         Variable::numeric("year",
                           {2011, 2012, 2013, 2014, 2011, 2012, 2013, 2014, 2011, 2012, 2014}),
         Variable::text("province", province),
         Variable::numeric("gdp", {10, na, 30, 40, 5, 6, na, 8, 100, 200, 900})
             .withLabel("Output")
             .withUnitOfMeasure("10^4 yuan"),
         Variable::numeric("inv", {1, 2, 3, 4, 2, 3, 4, 5, 9, 9, 9}),
         Variable::numeric("price", {100, 110, 120, 100, 100, 105, 110, 100, 100, 101, 102}),
         Variable::numeric("gas", {1, 2, 3, 4, na, 6, 7, 8, 9, 10, 11}),
         Variable::flag("pilot0", {0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1})});
}

} // namespace citypanel::test
