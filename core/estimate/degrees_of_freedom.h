// SPDX-License-Identifier: GPL-3.0-or-later
// Degrees of freedom and small-sample factors by the convention chosen.
#pragma once

#include "core/base/result.h"
#include "core/estimate/covariance_estimator.h"
#include "core/estimate/fit.h"
#include "core/estimate/model_data.h"

#include <cstddef>
#include <vector>

namespace citypanel {

/// What a convention needs to know of a model.
struct ModelCounts {
    double n = 0.0;             ///< N
    std::size_t regressors = 0; ///< k kept, a column of ones included
    std::size_t effectRank = 0; ///< exact rank of the effects, 0 without
    bool hasInstruments = false;
};

/// The numbers of the table in README.md.
struct DegreesOfFreedom {
    std::vector<AbsorbedEffectCount> effects{};
    std::size_t absorbed = 0;     ///< df_a
    std::size_t nestedLevels = 0; ///< levels of effects nested in clusters
    double counted = 0.0;         ///< what the convention subtracts from N besides k
    double iidDivisor = 0.0;      ///< of the residual sum of squares
    double factor = 1.0;          ///< on the sandwich
    double residual = 0.0;        ///< of t and F
    double fitDivisor = 0.0;      ///< u of adjusted R2 and RMSE
};

/// Problems: ConventionUnsupported (the table has no entry); ObservationsTooFew (nothing left).
[[nodiscard]] Result<DegreesOfFreedom> degreesOfFreedom(const ModelCounts& counts,
                                                        const ModelData& data,
                                                        const CovarianceEstimator& covariance,
                                                        SmallSample convention);

/// The factor on a sandwich and its residual df when `k` regressors are counted in place of those
/// of the model (first stages count instruments).
struct SandwichRule {
    double factor = 1.0;
    double residual = 0.0;
};

[[nodiscard]] SandwichRule sandwichRule(const DegreesOfFreedom& df, double n, double k,
                                        const CovarianceEstimator& covariance);

} // namespace citypanel
