// SPDX-License-Identifier: GPL-3.0-or-later
// Placebo test: a regressor dealt out at random among the units.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/panel/panel.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace citypanel {

/// How the regressor's values are dealt out.
enum class PlaceboScheme : std::uint8_t {
    WithinPeriod, ///< the values of each period among the units present in it
    WholeUnits,   ///< whole histories among units: by period, missing where the giver has none
};

constexpr auto enumNames(PlaceboScheme) {
    return std::array{
        EnumName{PlaceboScheme::WithinPeriod, "within_period"},
        EnumName{PlaceboScheme::WholeUnits, "whole_units"},
    };
}

struct PlaceboOptions {
    EstimateOptions estimate{};
    std::string regressor{}; ///< a term of the formula that is a single column
    PlaceboScheme scheme = PlaceboScheme::WithinPeriod;
    int reps = 500;
    std::int64_t seed = 1;
};

struct PlaceboTest {
    TermEstimate actual;
    std::vector<double> estimates; ///< one a replication that counts, in their order
    std::vector<double> pValues;   ///< of each
    double mean = missingValue;
    double standardDeviation = missingValue;
    double percentile2_5 = missingValue;
    double percentile97_5 = missingValue;
    double pValue = missingValue;           ///< (1 + #{|b*| >= |b|}) / (1 + reps)
    double shareSignificant = missingValue; ///< replications with p below 0.05
    std::size_t failedReps = 0;             ///< the regressor was dropped
    std::int64_t seed = 0;
};

/// Estimates the model again with the regressor permuted within periods (or histories permuted
/// among units), everything else as it is. The other columns are cleaned once; a replication
/// absorbs the effects of one column and gives the coefficient and p value of the full model
/// exactly. With WholeUnits rows for which the drawn history lacks the period are left out of their
/// replication. The same bits on any number of threads.
/// Problems: those of estimate(); VariableUnknown (not a regressor of one column that the model
/// keeps); ConventionUnsupported (instruments); OptionInvalid (reps); Cancelled.
/// Chetty, Looney and Kroft (2009), V; Fisher (1935).
[[nodiscard]] Result<PlaceboTest> placeboTest(const Panel& panel, const ModelFormula& formula,
                                              const PlaceboOptions& options, Progress& progress);

} // namespace citypanel
