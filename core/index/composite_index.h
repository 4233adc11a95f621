// SPDX-License-Identifier: GPL-3.0-or-later
// CompositeIndex: weights with every intermediate, scores, indices of the dimensions.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/index/normalised_indicators.h"
#include "core/index/subjective_weights.h"
#include "core/panel/panel.h"

#include <Eigen/Core>

#include <optional>
#include <string>
#include <vector>

namespace citypanel::index {

/// A weight above 0.2 that a long right tail makes: so much less of it is left without the tail.
inline constexpr double longTailShare = 0.9;

/// How one indicator came to its weight.
struct IndicatorWeight {
    std::string indicator{};
    std::string dimension{};
    Direction direction = Direction::Positive;
    bool isConstant = false;
    double least = missingValue;      ///< range of the values
    double most = missingValue;       //
    double leastShare = missingValue; ///< range of p, in the entropy
    double mostShare = missingValue;
    double entropy = missingValue;    ///< missing where the method has none
    double divergence = missingValue; //
    double weight = 0;
    double weightWithoutTop = missingValue; ///< of a weight above 0.2: without the rows of its 1 %
                                            ///< largest values
    double varianceShare =
        missingValue; ///< w cov(z, score) / var(score); sums to 1 (Sum, one stage)

    [[nodiscard]] bool comesFromLongTail() const {
        return weightWithoutTop < longTailShare * weight;
    }
};

struct DimensionWeight {
    std::string dimension{};
    double weight = 0; ///< sum of its indicators'
};

/// The weights of one block of rows.
struct WeightSet {
    std::optional<Period> period{}; ///< scope Period
    std::size_t rows = 0;
    std::vector<IndicatorWeight> indicators{};
    std::vector<DimensionWeight> dimensions{};
    std::vector<HierarchyWeights> hierarchy{}; ///< Hierarchy: each comparison matrix
    std::vector<double> alpha{};               ///< Combined by Game
    std::vector<double> eigenvalues{};         ///< PrincipalComponents
    std::size_t components = 0;                ///< PrincipalComponents
};

struct DimensionIndex {
    std::string dimension{};
    std::vector<double> values{}; ///< one a row of the panel, NaN where left out
};

/// Weights and scores. n rows of the panel.
struct CompositeIndex {
    std::vector<double> score{}; ///< n, NaN where the row lacks an indicator
    std::vector<DimensionIndex> dimensions{};
    std::vector<WeightSet> weights{}; ///< one, or one a period
    std::size_t rowsUsed = 0;
    Problems warnings{}; ///< ValuesUndefined (rows left out), VariableConstant (weight 0),
                         ///< OptionInvalid (weights rescaled, judgements inconsistent)
};

/// The index of a system of indicators. Problems: those of normalisedIndicators and of the methods;
/// ObservationsTooFew (a block of one row), VariableConstant (no indicator varies), OptionInvalid,
/// Cancelled.
[[nodiscard]] Result<CompositeIndex> compositeIndex(const Panel& panel,
                                                    const std::vector<Indicator>& indicators,
                                                    const Weighting& weighting, Progress& progress);

/// Weights (m, summing to 1) of one block by the method, with the terms behind them.
struct BlockWeights {
    Eigen::VectorXd weight{};
    WeightSet details{}; ///< without the shares of variance
};

[[nodiscard]] Result<BlockWeights> blockWeights(const IndicatorBlock& block,
                                                const std::vector<Indicator>& indicators,
                                                const Weighting& weighting);

/// The same with shares of variance, and large weights without the tail of their indicator.
[[nodiscard]] Result<BlockWeights> describedWeights(const IndicatorBlock& block,
                                                    const std::vector<Indicator>& indicators,
                                                    const Weighting& weighting);

/// The scores of one block's rows with these weights (m).
[[nodiscard]] Eigen::VectorXd blockScores(const IndicatorBlock& block,
                                          const std::vector<Indicator>& indicators,
                                          const Weighting& weighting,
                                          const Eigen::VectorXd& weights);

/// The index of one dimension on one block's rows.
[[nodiscard]] Eigen::VectorXd dimensionScores(const IndicatorBlock& block,
                                              const std::vector<Indicator>& indicators,
                                              const Weighting& weighting,
                                              const Eigen::VectorXd& weights,
                                              const std::string& dimension);

/// Scores of all rows of the panel with one set of weights for every block, into `score` (n, NaN
/// where left out): what a dragged slider asks for.
void scoreWith(const NormalisedIndicators& values, const std::vector<Indicator>& indicators,
               const Weighting& weighting, const Eigen::VectorXd& weights,
               std::vector<double>& score);

/// Shares of the score's variance, m, summing to 1; NaN where the score has no spread or is no sum.
[[nodiscard]] Eigen::VectorXd varianceShares(const IndicatorBlock& block,
                                             const Eigen::VectorXd& weights);

} // namespace citypanel::index
