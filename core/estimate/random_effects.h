// SPDX-License-Identifier: GPL-3.0-or-later
// Panel models besides fixed effects: random effects, between, first differences.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/estimate/fit.h"
#include "core/panel/panel.h"

#include <vector>

namespace citypanel {

/// Generalised least squares with Swamy and Arora's variance components: sigma_e from the within
/// regression, sigma_u from the between one with the harmonic mean of the units' periods, theta_i =
/// 1 - sqrt(s_e^2 / (T_i s_u^2 + s_e^2)). Fit::randomEffects holds them; t is z (dfResidual is
/// infinite) and Fit::f the Wald chi-squared. Numbers are Stata's `xtreg, re`: iid is
/// vce(conventional), cluster:UNIT (and hc1, which is the same there) vce(robust). The formula has
/// no effects; the unit of the panel is the effect. Rows with missing values are left out.
/// Problems: those of estimate(); KeyColumnMissing (no panel); ConventionUnsupported (weights,
/// effects, instruments, other covariances). Swamy and Arora (1972); Baltagi (2013), 2.3, 9.2.
[[nodiscard]] Result<Fit> estimateRandomEffects(const Panel& panel, const ModelFormula& formula,
                                                const EstimateOptions& options, Progress& progress);

/// OLS on the means of each unit, weighted by its periods with `byPeriods` (Stata's `xtreg, be` and
/// `wls`). Problems: as estimateRandomEffects.
[[nodiscard]] Result<Fit> estimateBetween(const Panel& panel, const ModelFormula& formula,
                                          const EstimateOptions& options, bool byPeriods,
                                          Progress& progress);

/// OLS on differences from the previous period of the same unit (a gap gives no difference);
/// effects of periods or of anything else may be absorbed (the unit's own is differenced out); the
/// constant is a common trend and is left out unless `keepsConstant`. Columns are named
/// "diff(x)"; rows whose previous period is not in the sample are left out and count as lags.
/// Problems: as estimate(), KeyColumnMissing.
[[nodiscard]] Result<Fit> estimateFirstDifference(const Panel& panel, const ModelFormula& formula,
                                                  const EstimateOptions& options,
                                                  bool keepsConstant, Progress& progress);

/// Fixed against random effects.
struct HausmanTest {
    TestStatistic classical;          ///< (b_FE - b_RE)' (V_FE - V_RE)^+ (b_FE - b_RE)
    bool differenceIsPositive = true; ///< V_FE - V_RE is positive definite; else the value is
                                      ///< unreliable
    /// Chi-squared that the units' means of the regressors have zero coefficients when they are
    /// added to the random effects model, covariance clustered by unit. Mundlak (1978); Wooldridge
    /// (2010), 10.7.3.
    TestStatistic robust;
    std::vector<TermEstimate> means; ///< coefficients of the means in the random effects model
    std::vector<std::string> terms;  ///< coefficients compared
};

/// Problems: as estimateRandomEffects.
[[nodiscard]] Result<HausmanTest> hausmanTest(const Panel& panel, const ModelFormula& formula,
                                              const EstimateOptions& options, Progress& progress);

} // namespace citypanel
