// SPDX-License-Identifier: GPL-3.0-or-later
// Wald tests of linear restrictions on the coefficients of a fit, and variance inflation.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/panel/panel.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

/// sum of weights x coefficients = value.
struct LinearRestriction {
    std::vector<double> weights; ///< one a term of the fit
    double value = 0.0;
};

/// Reads `x1 = x2`, `2*x1 - x2/3 = 1`, `x1` (equals zero) by the names of the fit's terms.
/// Problems: SyntaxError, VariableUnknown, each with its byte position.
[[nodiscard]] Result<LinearRestriction> parseRestriction(const Fit& fit, std::string_view text);

/// Value, standard error and t test of a linear combination of coefficients (value subtracted).
[[nodiscard]] TermEstimate linearCombination(const Fit& fit, const LinearRestriction& restriction,
                                             double level = 0.95);

/// F test that all restrictions hold: (Rb - r)'(R V R')^-1 (Rb - r) / rank with the fit's residual
/// df. Problem: ArgumentInvalid without a restriction.
[[nodiscard]] Result<TestStatistic> waldTest(const Fit& fit,
                                             std::span<const LinearRestriction> restrictions);

/// 1 / (1 - R2 of a regressor on the others, effects taken out), for each regressor kept.
struct VarianceInflation {
    std::string name;
    double factor = missingValue;
};

/// Problems: as estimate().
[[nodiscard]] Result<std::vector<VarianceInflation>>
varianceInflation(const Panel& panel, const ModelFormula& formula, const EstimateOptions& options,
                  Progress& progress);

} // namespace citypanel
