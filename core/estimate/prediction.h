// SPDX-License-Identifier: GPL-3.0-or-later
// Prediction: what a fitted model says of each row, and the effects it absorbed.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/panel/panel.h"

#include <string>
#include <vector>

namespace citypanel {

/// One absorbed effect: its coefficients by level and its contribution to each row.
struct EstimatedEffect {
    std::string name;
    std::vector<std::string> labels;         ///< one a level
    std::vector<double> levels;              ///< one a level; empty for slopes alone
    std::vector<std::vector<double>> slopes; ///< one a slope variable, by level
    std::vector<double> contribution;        ///< one a row of the panel, missing outside the sample
};

/// Columns of panel length, missing outside the sample of the fit.
struct Prediction {
    std::vector<double> fitted;   ///< effects and constant included
    std::vector<double> residual; ///< outcome - fitted
    std::vector<double> linear;   ///< x'b, with the constant of a model that has its column
    /// x'b with the absorbed effects taken out (x'b itself without effects).
    std::vector<double> withinFitted;
    std::vector<double> effects; ///< fitted - linear: sum of the absorbed effects
    std::vector<EstimatedEffect> byEffect;
};

/// Evaluates a fit again on the panel, formula and options it was estimated with. Levels that are
/// redundant beside the other effects are zero. Problems: as estimate().
[[nodiscard]] Result<Prediction> predict(const Panel& panel, const ModelFormula& formula,
                                         const EstimateOptions& options, const Fit& fit,
                                         Progress& progress);

} // namespace citypanel
