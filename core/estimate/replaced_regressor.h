// SPDX-License-Identifier: GPL-3.0-or-later
// ReplacedRegressor: one coefficient estimated anew for many versions of its regressor.
#pragma once

#include "core/estimate/estimate.h"
#include "core/estimate/model_formula.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace citypanel {

class RegressorSums;

/// A model whose one regressor comes in many versions (an index under other weights). Everything
/// else is prepared once: by Frisch, Waugh and Lovell (1963) the coefficient is that of the outcome
/// on the regressor with effects and other regressors taken out of both, and its sandwich variance
/// that of this simple regression, times the small-sample factor, which does not depend on the
/// regressor. So a version costs one partialling out.
///
/// Where that does not hold (the regressor occurs within a function, a product or a lag, or is
/// instrumented; HC2, HC3; weights; a covariance that had to be repaired) the model is estimated
/// whole each time. Safe to use from several threads.
class ReplacedRegressor {
public:
    /// n rows of the panel. Problems: those of estimate(); VariableUnknown when the formula does
    /// not use the variable; RegressorsAllDropped when it was dropped.
    [[nodiscard]] static Result<ReplacedRegressor>
    prepare(const Panel& panel, const ModelFormula& formula, const std::string& variable,
            const EstimateOptions& options, Progress& progress);

    /// The coefficient with the variable as the panel holds it.
    [[nodiscard]] const TermEstimate& original() const;
    /// The model with the variable as the panel holds it.
    [[nodiscard]] const Fit& fit() const;

    /// The coefficient with these values (n, rows of the panel) in place of the variable's.
    /// Problems: SizeMismatch; ValueInfinite (a value is missing or infinite in a row of the
    /// sample); RegressorsAllDropped (no variation left); those of estimate().
    [[nodiscard]] Result<TermEstimate> estimateWith(std::span<const double> values) const;

    /// False where every version takes a whole estimation.
    [[nodiscard]] bool isFast() const;

    /// For versions that are weighted sums of the same columns (m of n values, rows of the panel):
    /// each column is cleaned once, and a version costs no partialling out any more. Only where
    /// isFast(). Problems: those of estimateWith but for RegressorsAllDropped.
    [[nodiscard]] Result<RegressorSums>
    sumsOf(const std::vector<std::vector<double>>& columns) const;

private:
    friend class RegressorSums;
    struct Impl;
    explicit ReplacedRegressor(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
};

/// The coefficient of a ReplacedRegressor for weighted sums of prepared columns: what is taken out
/// of a sum is the sum of what is taken out of its parts. Safe to use from several threads.
class RegressorSums {
public:
    /// The coefficient of sum_j weights_j column_j. Problems: SizeMismatch; RegressorsAllDropped.
    [[nodiscard]] Result<TermEstimate> estimateWith(std::span<const double> weights) const;

private:
    friend class ReplacedRegressor;
    struct Parts;
    explicit RegressorSums(std::shared_ptr<const Parts> parts);
    std::shared_ptr<const Parts> parts_;
};

} // namespace citypanel
