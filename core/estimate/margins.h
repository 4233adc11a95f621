// SPDX-License-Identifier: GPL-3.0-or-later
// Margins: effects that depend on a moderator or on the regressor itself, and turning points.
#pragma once

#include "core/base/result.h"
#include "core/estimate/fit.h"

#include <span>
#include <string_view>
#include <vector>

namespace citypanel {

/// The effect of a regressor at one value of what it depends on.
struct MarginalEffect {
    double at = missingValue;
    TermEstimate effect; ///< delta method (exact here: the effect is linear in the coefficients)
};

/// b_x + b_xz z at the values z of a moderator; the product may be written x:z or z:x.
/// Problem: VariableUnknown when the fit lacks the regressor or the product.
[[nodiscard]] Result<std::vector<MarginalEffect>>
moderatedEffects(const Fit& fit, std::string_view regressor, std::string_view moderator,
                 std::span<const double> values, double level = 0.95);

/// What the terms of a regressor x, a moderator z and their product predict at one place, less what
/// they predict at another.
struct PredictedShift {
    double x = missingValue;
    double z = missingValue;
    TermEstimate shift; ///< delta method, exact: linear in the coefficients
};

/// b_x (x - x0) + b_z (z - z0) + b_xz (x z - x0 z0) over the grid of xs and zs, the values of x
/// within one z first. Problem: VariableUnknown when the fit lacks one of the three terms.
[[nodiscard]] Result<std::vector<PredictedShift>>
interactionSurface(const Fit& fit, std::string_view regressor, std::string_view moderator,
                   std::span<const double> xs, std::span<const double> zs, double x0, double z0,
                   double level = 0.95);

/// b_1 + 2 b_2 x at the values x of a regressor that enters with its square, written I(x^2), x:x
/// or under a name of its own (`square`). Problem: VariableUnknown.
[[nodiscard]] Result<std::vector<MarginalEffect>>
quadraticEffects(const Fit& fit, std::string_view regressor, std::string_view square,
                 std::span<const double> values, double level = 0.95);

/// Extreme point of b_1 x + b_2 x^2 and the test that it lies within the data.
struct TurningPoint {
    double at = missingValue;       ///< -b_1 / (2 b_2)
    double stdError = missingValue; ///< delta method
    double confLow = missingValue;  ///< Fieller (1954); missing where the set is not an interval
    double confHigh = missingValue;
    bool isMaximum = false;
    TermEstimate slopeAtLowest;  ///< b_1 + 2 b_2 min x
    TermEstimate slopeAtHighest; ///< b_1 + 2 b_2 max x
    /// One-sided p of "monotone or the other shape": the larger of the slopes' p values; missing
    /// when the point lies outside the range. Lind and Mehlum (2010).
    double pValue = missingValue;
};

/// lowest, highest: range of the regressor in the sample. Problem: VariableUnknown.
[[nodiscard]] Result<TurningPoint> turningPoint(const Fit& fit, std::string_view regressor,
                                                std::string_view square, double lowest,
                                                double highest, double level = 0.95);

} // namespace citypanel
