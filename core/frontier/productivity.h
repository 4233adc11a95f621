// SPDX-License-Identifier: GPL-3.0-or-later
// Productivity: change of a unit from one period to the next, split into catching up and shift of
// the frontier.
#pragma once

#include "core/frontier/efficiency_scores.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace citypanel::frontier {

enum class ProductivityIndex : std::uint8_t {
    Malmquist,                 ///< geometric mean of adjacent periods (Fare and others 1994)
    GlobalMalmquist,           ///< one frontier of all periods (Pastor and Lovell 2005)
    MalmquistLuenberger,       ///< with undesirable outputs (Chung, Fare and Grosskopf 1997)
    GlobalMalmquistLuenberger, ///< Oh (2010); ratio of global scores where the model is
                               ///< slacks-based
    Luenberger,                ///< difference of global non-radial directional distances
};

constexpr auto enumNames(ProductivityIndex) {
    return std::array{
        EnumName{ProductivityIndex::Malmquist, "malmquist"},
        EnumName{ProductivityIndex::GlobalMalmquist, "global-malmquist"},
        EnumName{ProductivityIndex::MalmquistLuenberger, "ml"},
        EnumName{ProductivityIndex::GlobalMalmquistLuenberger, "gml"},
        EnumName{ProductivityIndex::Luenberger, "luenberger"},
    };
}

/// Change from one period of the panel to the next. Indices above 1 are gains (Luenberger: above
/// 0). NaN where a program that they need has no solution.
struct ProductivityChange {
    std::size_t fromRow = 0;
    std::size_t row = 0;
    double index = missingValue;
    double efficiencyChange = missingValue;
    double technicalChange = missingValue;
    double pureEfficiencyChange = missingValue;  ///< Malmquist alone
    double scaleEfficiencyChange = missingValue; ///< Malmquist alone
};

struct ProductivityChanges {
    ProductivityIndex index = ProductivityIndex::Malmquist;
    std::vector<ProductivityChange> changes{}; ///< by row, ascending
    std::size_t infeasible = 0;                ///< pairs whose index has no value
    Problems warnings{};
};

/// Changes of every unit between successive periods of the panel, where it has usable values in
/// both. Malmquist indices are output-oriented with constant returns and leave undesirable outputs
/// out; the others follow the model's technology, ML and GML with its directional distance
/// function. Problems: as efficiency(); OptionInvalid (no periods), ObservationsTooFew (one).
[[nodiscard]] Result<ProductivityChanges> productivity(const Panel& panel,
                                                       const EfficiencyModel& model,
                                                       ProductivityIndex index, Progress& progress);

} // namespace citypanel::frontier
