// SPDX-License-Identifier: GPL-3.0-or-later
// AbsorbedEffects: fixed effects and unit-specific slopes, built once, partialled out of any
// column.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/grouping.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace citypanel {

/// One effect: a level for each group, and slopes of variables that differ by group.
struct AbsorbedTerm {
    Grouping grouping{};
    bool hasLevels = true;
    std::vector<std::vector<double>> slopes{}; ///< n values each
};

/// Coefficients of one effect: levels x (1 + slopes), level by level; see recover().
struct EffectCoefficients {
    std::string name;
    std::vector<double> levels;              ///< one a level (empty without levels)
    std::vector<std::vector<double>> slopes; ///< one a slope variable
};

/// How well columns were cleaned.
struct AbsorptionCheck {
    /// Largest weighted group mean left in any cleaned column, divided by that column's sd before.
    double largestMean = 0.0;
    int iterations = 0; ///< most conjugate-gradient steps of a column; 0 where the method is direct
};

/// The projection off the span of the effects (weighted where weights are given).
///
/// The effect with most levels is eliminated by group means; the others by the Schur complement
/// S = C'W C - C'W P C of their columns C, which is factorised exactly while it is small (dense) or
/// sparse, and otherwise solved by preconditioned conjugate gradients. Group means of the result
/// are always computed again and corrected.
class AbsorbedEffects {
public:
    /// terms: at least one, codes without missing values; weights: n positive values or empty.
    /// Problem: Cancelled.
    [[nodiscard]] static Result<AbsorbedEffects>
    build(std::vector<AbsorbedTerm> terms, std::vector<double> weights, Progress& progress);

    [[nodiscard]] std::size_t rowCount() const;

    /// Subtracts from each column (n values, in place) its projection on the effects. Columns are
    /// worked on in parallel; the result does not depend on the number of threads.
    /// Problems: Cancelled; NotConverged (found: the largest mean left) when group means stay above
    /// 1e-8 of a column's sd.
    [[nodiscard]] Result<AbsorptionCheck> partialOut(std::span<double* const> columns,
                                                     Progress& progress) const;

    /// Rank of the effects' dummy (and slope) columns.
    [[nodiscard]] std::size_t rank() const;
    /// False where three or more large effects were counted by pairs only.
    [[nodiscard]] bool rankIsExact() const;

    /// Diagonal of the weighted projection on the effects, n values in [0, 1].
    /// Problem: ConventionUnsupported where the Schur complement is too large to invert.
    [[nodiscard]] Result<std::vector<double>> leverages() const;

    /// Coefficients of the effects that fit a column (n values): the column minus its
    /// partialled-out form is their sum. Redundant levels are zero; without redundancy the solution
    /// is unique.
    [[nodiscard]] Result<std::vector<EffectCoefficients>> recover(std::span<const double> column,
                                                                  Progress& progress) const;

private:
    struct Impl;
    explicit AbsorbedEffects(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
};

} // namespace citypanel
