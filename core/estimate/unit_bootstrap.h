// SPDX-License-Identifier: GPL-3.0-or-later
// Bootstrap by whole units (block or pairs cluster bootstrap).
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/estimate/resampled_model.h"
#include "core/panel/panel.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace citypanel {

struct BootstrapOptions {
    EstimateOptions estimate{};
    std::string by{}; ///< what is drawn: a variable or "a^b"; empty = the panel's unit
    int reps = 1000;
    std::int64_t seed = 1;
};

/// Distribution of one statistic over replications.
struct BootstrapSummary {
    std::string name;
    double estimate = missingValue; ///< on the sample itself
    double mean = missingValue;
    double stdError = missingValue; ///< sd over replications
    double confLow = missingValue;  ///< percentiles at the level of the options (R's type 7)
    double confHigh = missingValue;
    double biasCorrectedLow = missingValue; ///< Efron's bias-corrected percentiles
    double biasCorrectedHigh = missingValue;
};

struct BootstrapResult {
    std::vector<BootstrapSummary> statistics;
    std::size_t entities = 0;   ///< drawn from
    std::size_t reps = 0;       ///< replications counted
    std::size_t failedReps = 0; ///< a statistic was not defined
    std::int64_t seed = 0;
};

/// Statistics of a set of weights of the entities; empty where one is not defined.
using ResampledStatistics =
    std::function<Result<std::vector<double>>(std::span<const double> weights)>;

/// Percentile of ascending values, linear between order statistics (R's type 7).
[[nodiscard]] double percentile(std::span<const double> ascending, double share);

/// Draws as many entities as there are, with replacement, `reps` times, and sums up the statistics
/// of each draw. The same bits on any number of threads; statistics must be safe to call from
/// several. Problems: Cancelled; ClustersTooFew (fewer than two entities); OptionInvalid (reps);
/// MatrixSingular when no replication could be counted.
[[nodiscard]] Result<BootstrapResult> bootstrapStatistics(std::size_t entities,
                                                          std::span<const std::string> names,
                                                          const ResampledStatistics& statistics,
                                                          const BootstrapOptions& options,
                                                          Progress& progress);

/// Coefficients of a model under resampling of whole units; a unit drawn twice has an effect for
/// each copy. Singletons stay in the draw. Problems: those of estimate() and bootstrapStatistics.
/// Cameron, Gelbach and Miller (2008), 2.3; Efron and Tibshirani (1993), ch. 13-14.
[[nodiscard]] Result<BootstrapResult> bootstrapCoefficients(const Panel& panel,
                                                            const ModelFormula& formula,
                                                            const BootstrapOptions& options,
                                                            Progress& progress);

/// The model of a formula ready for resampling by `by` (empty: the unit).
[[nodiscard]] Result<ResampledModel> resampledModel(const Panel& panel, const ModelFormula& formula,
                                                    const BootstrapOptions& options);

} // namespace citypanel
