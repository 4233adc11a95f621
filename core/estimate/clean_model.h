// SPDX-License-Identifier: GPL-3.0-or-later
// CleanModel: a model's columns with the effects partialled out and the weights applied.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/absorbed_effects.h"
#include "core/estimate/fit.h"
#include "core/estimate/model_data.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace citypanel {

/// Moments of a column before anything is taken out (weighted).
struct RawMoments {
    double mean = 0.0;
    double sumOfSquares = 0.0;        ///< about zero
    double centredSumOfSquares = 0.0; ///< about the mean
};

/// data.columns now hold sqrt(w) M x for every column x of the model, M taking out the effects.
struct CleanModel {
    ModelData data{};
    std::optional<AbsorbedEffects> effects{};
    std::vector<RawMoments> raw{}; ///< one a column
    double absorptionError = 0.0;
    double unitSumOfSquares = missingValue; ///< of the outcome, unit effect alone taken out (xtreg)

    [[nodiscard]] std::size_t effectRank() const { return effects ? effects->rank() : 0; }

    /// Sum of squares of the outcome about its mean (about zero without constant and effects).
    [[nodiscard]] double totalSumOfSquares() const;
    /// Sum of squares of a column after the effects.
    [[nodiscard]] double cleanSumOfSquares(std::size_t column) const;
    /// True when the effects leave at most 1e-9 of a column's norm.
    [[nodiscard]] bool isAbsorbed(std::size_t column) const;
    /// True when the fit includes a constant, as a column or within the effects.
    [[nodiscard]] bool hasConstant() const;
};

/// Problems: OutcomeConstant (found: the effects within which it does not vary), NotConverged,
/// Cancelled.
[[nodiscard]] Result<CleanModel> cleanModel(ModelData data, const EstimateOptions& options,
                                            Progress& progress);

/// Copies of the columns named by number, one after another.
[[nodiscard]] std::vector<double> gatherColumns(const DesignMatrix& matrix,
                                                std::span<const std::size_t> columns);

} // namespace citypanel
