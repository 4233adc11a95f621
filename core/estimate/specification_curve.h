// SPDX-License-Identifier: GPL-3.0-or-later
// Specification curve: one coefficient under every combination of reasonable choices.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/estimate/placebo.h"
#include "core/panel/panel.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace citypanel {

/// What the specifications choose from; one entry at least in each list.
struct SpecificationChoices {
    std::vector<Panel> panels{};           ///< versions with the same rows: other treatment of data
    std::vector<std::string> outcomes{};   ///< expressions
    std::vector<std::string> regressors{}; ///< terms; the coefficient of the curve
    std::vector<std::vector<std::string>> controls{}; ///< sets of terms; a set may be empty
    std::vector<std::vector<std::string>> effects{};  ///< sets of effects; a set may be empty
    std::vector<CovarianceSpec> vcovs{};
    std::vector<std::string> samples{}; ///< conditions; empty: all rows
    SmallSample ssc = SmallSample::Reghdfe;
    double level = 0.95;
};

/// One number a list of SpecificationChoices, in this order: panel, outcome, regressor, controls,
/// effects, covariance, sample.
using SpecificationPlace = std::array<std::size_t, 7>;

struct SpecificationEstimate {
    SpecificationPlace choices{};
    TermEstimate term{};
    std::size_t nobs = 0;
    double dfResidual = missingValue;
    std::optional<Problem> problem{}; ///< why there is no estimate
};

struct SpecificationSummary {
    std::size_t specifications = 0; ///< estimated
    double median = missingValue;   ///< of the estimates
    double sharePositive = missingValue;
    /// p below 0.05 in the direction that more such specifications have, as a share of all.
    double shareSignificant = missingValue;
    double stouffer = missingValue; ///< sum of signed normal quantiles of p / sqrt(specifications)
};

struct SpecificationCurve {
    std::vector<SpecificationEstimate> estimates{}; ///< all combinations, the last list fastest
    SpecificationSummary summary{};
};

/// Number of combinations.
[[nodiscard]] std::size_t specificationCount(const SpecificationChoices& choices);

/// The formula of a combination.
[[nodiscard]] std::string specificationFormula(const SpecificationChoices& choices,
                                               const SpecificationPlace& place);

/// Estimates every combination, each exactly as estimate() would; combinations with the same rows,
/// effects and covariance share the absorption of their columns. The same bits on any number of
/// threads. Problems: OptionInvalid (an empty list), SizeMismatch (panels of other lengths),
/// Cancelled; a combination that fails has its problem.
/// Simonsohn, Simmons and Nelson (2020).
[[nodiscard]] Result<SpecificationCurve> specificationCurve(const SpecificationChoices& choices,
                                                            Progress& progress);

struct SpecificationTestOptions {
    PlaceboScheme scheme = PlaceboScheme::WithinPeriod;
    int reps = 500;
    std::int64_t seed = 1;
};

/// p = (1 + #{replications at least as extreme}) / (1 + replications), absolute values compared.
struct SpecificationTest {
    double medianPValue = missingValue;
    double sharePValue = missingValue;
    double stoufferPValue = missingValue;
    std::vector<SpecificationSummary> replications{};
    std::int64_t seed = 0;
};

/// Joint tests that the regressor has no effect in any specification: in each replication its
/// values are dealt out at random, the same deal in every specification, and the curve is estimated
/// again. Covariances other than iid, hc1 and one-way clusters make it slow.
/// Problems: those of specificationCurve; OptionInvalid (reps); Cancelled.
/// Simonsohn, Simmons and Nelson (2020), Nature Human Behaviour 4, 1208-1214.
[[nodiscard]] Result<SpecificationTest> specificationTest(const SpecificationChoices& choices,
                                                          const SpecificationCurve& curve,
                                                          const SpecificationTestOptions& options,
                                                          Progress& progress);

/// The row whose value each row receives in a replication: rows of the same period exchange values
/// at random, or units observed in the same periods exchange whole histories. Rows that are not
/// `dealt` keep their own.
[[nodiscard]] std::vector<std::size_t> dealtRows(const Panel& panel, const std::vector<bool>& dealt,
                                                 const SpecificationTestOptions& options,
                                                 std::size_t replication);

/// Median, shares and Stouffer's Z of estimates; those with a problem do not count.
[[nodiscard]] SpecificationSummary
summariseSpecifications(const std::vector<SpecificationEstimate>& estimates);

} // namespace citypanel
