// SPDX-License-Identifier: GPL-3.0-or-later
// estimate: one model of a panel, from formula to Fit.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/covariance.h"
#include "core/estimate/fit.h"
#include "core/estimate/model_formula.h"
#include "core/panel/panel.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace citypanel {

enum class WeightKind : std::uint8_t {
    Analytic,    ///< inverse variances; scaled to sum to N
    Frequency,   ///< a row stands for w rows; whole numbers
    Probability, ///< inverse sampling probabilities: coefficients as analytic, needs a robust vcov
};

constexpr auto enumNames(WeightKind) {
    return std::array{
        EnumName{WeightKind::Analytic, "analytic"},
        EnumName{WeightKind::Frequency, "frequency"},
        EnumName{WeightKind::Probability, "probability"},
    };
}

/// How coefficients of models with instruments are found.
enum class InstrumentMethod : std::uint8_t {
    TwoStage, ///< two-stage least squares
    Liml,     ///< limited information maximum likelihood, the k-class with k its smallest root
    Gmm,      ///< two-step efficient GMM, weights by the middle matrix of vcov (iid: two-stage)
};

constexpr auto enumNames(InstrumentMethod) {
    return std::array{
        EnumName{InstrumentMethod::TwoStage, "2sls"},
        EnumName{InstrumentMethod::Liml, "liml"},
        EnumName{InstrumentMethod::Gmm, "gmm2s"},
    };
}

/// How a model is estimated.
struct EstimateOptions {
    CovarianceSpec vcov{};
    SmallSample ssc = SmallSample::Reghdfe;
    std::string weights{}; ///< variable or expression; empty = none
    WeightKind weightKind = WeightKind::Analytic;
    std::string where{};            ///< expression; rows where it is not true are left out
    std::optional<Sample> sample{}; ///< rows already left out (same panel)
    double level = 0.95;            ///< of the confidence intervals
    bool keepsSingletons = false;   ///< Reghdfe only: keep rows alone in a level
    InstrumentMethod method = InstrumentMethod::TwoStage; ///< of models with instruments
};

/// Estimates a model by OLS, with absorbed effects and weights, and by the options' method where
/// the formula has instruments. Rows with a missing value in any part of the model, the weights,
/// the effects or the clusters are left out and counted. Problems: VariableUnknown,
/// VariableNotNumeric, SyntaxError, SampleEmpty, OutcomeConstant, RegressorsAllDropped,
/// ObservationsTooFew, ClustersTooFew, InstrumentsTooFew, ValueInfinite, WeightInvalid,
/// NotConverged, ConventionUnsupported, MatrixSingular, Cancelled; OptionInvalid for a method other
/// than two-stage least squares without instruments.
[[nodiscard]] Result<Fit> estimate(const Panel& panel, const ModelFormula& formula,
                                   const EstimateOptions& options, Progress& progress);

/// The same, from the formula's text.
[[nodiscard]] Result<Fit> estimate(const Panel& panel, std::string_view formula,
                                   const EstimateOptions& options, Progress& progress);

} // namespace citypanel
