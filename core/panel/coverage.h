// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage: which unit-periods of a panel have values, of which variables, and where the gaps are.
#pragma once

#include "core/panel/panel.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace citypanel {

/// For each unit and period, how many variables have a value.
struct Coverage {
    std::vector<std::string> units{};
    std::vector<Period> periods{};
    std::size_t variableCount = 0;
    std::vector<std::size_t> counts{}; ///< units x periods, a unit after the other; 0 where the
                                       ///< panel has no such row

    [[nodiscard]] std::size_t at(std::size_t unit, std::size_t period) const {
        return counts[unit * periods.size() + period];
    }

    /// Share of the variables that a unit-period has, in [0, 1]; 0 without variables.
    [[nodiscard]] double share(std::size_t unit, std::size_t period) const;
    /// Unit-periods that have every variable.
    [[nodiscard]] std::size_t completeCount() const;
    /// Unit-periods that have none.
    [[nodiscard]] std::size_t emptyCount() const;
};

/// Coverage by these variables, or by all numeric ones but the keys where none are named. Names the
/// panel lacks count as missing everywhere.
[[nodiscard]] Coverage coverageOf(const Panel& panel, std::span<const std::string> variables = {});

/// What a numeric variable lacks.
struct VariableCoverage {
    std::string variable{};
    std::size_t values = 0;        ///< unit-periods with a value
    std::size_t completeUnits = 0; ///< units with a value in every period of the panel
    std::size_t emptyUnits = 0;    ///< units without any
    std::size_t gapCount = 0;      ///< periods missing between a unit's first value and its last
    Period first = 0;              ///< first period with any value
    Period last = 0;
};

/// One entry a numeric variable that is no key, in the panel's order.
[[nodiscard]] std::vector<VariableCoverage> variableCoverage(const Panel& panel);

/// A run of periods that a variable lacks between two values of a unit, ends inclusive.
struct Gap {
    std::string variable{};
    std::string unit{};
    Period from = 0;
    Period to = 0;

    friend bool operator==(const Gap&, const Gap&) = default;
};

/// All gaps, by variable, unit and period; a period counts when any unit of the panel has it.
[[nodiscard]] std::vector<Gap> gapsOf(const Panel& panel);

} // namespace citypanel
