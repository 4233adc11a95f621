// SPDX-License-Identifier: GPL-3.0-or-later
// Estimator: which of the house's estimators a model is estimated by.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/estimate/fit.h"
#include "core/panel/panel.h"

#include <array>
#include <cstdint>

namespace citypanel {

enum class Estimator : std::uint8_t {
    LeastSquares,    ///< with absorbed effects; two-stage where the formula has instruments
    RandomEffects,   ///< generalised least squares, the unit of the panel is the effect
    Between,         ///< least squares on the means of each unit
    FirstDifference, ///< least squares on differences from the previous period of the unit
    Liml,            ///< limited information maximum likelihood
    Gmm,             ///< two-step efficient generalised method of moments
};

constexpr auto enumNames(Estimator) {
    return std::array{
        EnumName{Estimator::LeastSquares, "least_squares"},
        EnumName{Estimator::RandomEffects, "re"},
        EnumName{Estimator::Between, "be"},
        EnumName{Estimator::FirstDifference, "fd"},
        EnumName{Estimator::Liml, "liml"},
        EnumName{Estimator::Gmm, "gmm2s"},
    };
}

/// The model by that estimator: estimate() (options.method is set by the estimator),
/// estimateRandomEffects() with Hausman's tests, estimateBetween() unweighted, or
/// estimateFirstDifference() without a constant. Problems: those of each; OptionInvalid naming
/// `estimator` for LIML and GMM without instruments.
[[nodiscard]] Result<Fit> estimateBy(Estimator estimator, const Panel& panel,
                                     const ModelFormula& formula, const EstimateOptions& options,
                                     Progress& progress);

} // namespace citypanel
