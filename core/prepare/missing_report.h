// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing: by variable, by period, by unit, and which variables are missing together.
#pragma once

#include "core/panel/panel.h"

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::prepare {

/// Missing cells of a name among `cells`.
struct MissingCount {
    std::string name{};
    std::size_t missing = 0;
    std::size_t cells = 0;

    [[nodiscard]] double share() const {
        return cells == 0 ? 0 : static_cast<double>(missing) / static_cast<double>(cells);
    }
};

/// Rows in which exactly these variables (indices into MissingReport::variables) are missing.
struct MissingPattern {
    std::vector<std::size_t> variables{};
    std::size_t rows = 0;
};

/// Counted over unit-periods: a unit without a row in a period lacks every variable there.
struct MissingReport {
    std::vector<MissingCount> variables{};
    std::vector<MissingCount> periods{};
    std::vector<MissingCount> units{};
    /// Missing units by variable (rows) and period (columns), row by row.
    std::vector<std::size_t> byVariableAndPeriod{};
    std::vector<MissingPattern> patterns{}; ///< the commonest first, ties by fewer variables
    std::size_t absentRows = 0;             ///< unit-periods without a row
    std::size_t completeRows = 0;           ///< rows without a missing value

    [[nodiscard]] std::size_t missingAt(std::size_t variable, std::size_t period) const {
        return byVariableAndPeriod[variable * periods.size() + period];
    }
};

/// The report over the variables named (all but the keys when none is). Unknown names are left out.
[[nodiscard]] MissingReport missingReport(const Panel& panel,
                                          const std::vector<std::string>& names = {});

} // namespace citypanel::prepare
