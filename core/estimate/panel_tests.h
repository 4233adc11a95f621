// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the errors of a panel model: heteroskedasticity, serial and cross-sectional dependence.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/panel/panel.h"

#include <cstddef>

namespace citypanel {

/// Chi-squared that the error variance is the same in every unit, from a fixed-effects fit:
/// sum of (s_i^2 - s^2)^2 / V_i, s_i^2 the mean square of a unit's T_i residuals, V_i = sum of
/// (e_it^2 - s_i^2)^2 / (T_i (T_i - 1)), s^2 the mean square of all residuals; as many degrees of
/// freedom as units with two or more observations. Stata's xttest3. Its power is low when T is
/// small. fit: of `panel`. Problems: KeyColumnMissing; ObservationsTooFew (no unit has two
/// observations). Greene (2000), p. 598; Baum (2001).
[[nodiscard]] Result<TestStatistic> groupwiseHeteroskedasticity(const Panel& panel, const Fit& fit);

/// F that errors in levels are not serially correlated: the residuals of the first-differenced
/// regression are regressed on their lag (without constant, clustered by unit); under the null the
/// coefficient is -0.5. Stata's xtserial.
struct SerialCorrelationTest {
    TestStatistic test; ///< F(1, units - 1)
    double coefficient = missingValue;
};

/// Problems: as estimateFirstDifference; SampleEmpty when no unit has three successive periods.
/// Wooldridge (2010), 10.6.3; Drukker (2003).
[[nodiscard]] Result<SerialCorrelationTest> serialCorrelation(const Panel& panel,
                                                              const ModelFormula& formula,
                                                              const EstimateOptions& options,
                                                              Progress& progress);

/// Standard normal statistic of the correlations of residuals between units, each over the periods
/// both have (three or more): sqrt(2 / (n (n-1))) sum of sqrt(T_ij) r_ij.
struct CrossSectionalDependence {
    double statistic = missingValue;
    double pValue = missingValue;
    double meanCorrelation = missingValue;
    double meanAbsoluteCorrelation = missingValue;
    std::size_t pairs = 0; ///< with enough common periods
};

/// fit: of `panel`. Problems: KeyColumnMissing; ObservationsTooFew (no two units share three
/// periods). Pesaran (2004, 2015). Stata's xtcd, R's plm::pcdtest.
[[nodiscard]] Result<CrossSectionalDependence> crossSectionalDependence(const Panel& panel,
                                                                        const Fit& fit);

} // namespace citypanel
