// SPDX-License-Identifier: GPL-3.0-or-later
// LiveIndex: an index with everything prepared that does not depend on its weights, so that a
// dragged slider is followed by scores, ranks and a coefficient.
#pragma once

#include "core/estimate/replaced_regressor.h"
#include "core/index/composite_index.h"
#include "core/recipe/column_route.h"
#include "core/recipe/index_step.h"

#include <Eigen/Core>

#include <optional>
#include <string>
#include <vector>

namespace citypanel::study {

/// What a set of weights gives.
struct LiveScores {
    std::vector<double> score{};            ///< rows of the panel before the step
    std::vector<double> ranks{};            ///< of the units, by mean score
    std::vector<double> varianceShares{};   ///< of the indicators, in the first block of rows
    double rankCorrelation = missingValue;  ///< of the units' ranks with the computed weights
    std::optional<TermEstimate> estimate{}; ///< of the pinned model
    Problems problems{};                    ///< why there is no estimate
};

/// The model whose coefficient is followed.
struct PinnedModel {
    std::string formula{};
    EstimateOptions options{};
};

/// Immutable; safe to use from several threads.
class LiveIndex {
public:
    /// From the panel before the step; the weights of the step's method are the computed ones.
    /// Problems: those of the index.
    [[nodiscard]] static Result<LiveIndex> prepare(const Panel& panel,
                                                   const recipe::IndexStep& step);

    /// The same with a model on the evaluation's result whose formula uses the index or one of its
    /// dimensions' indices. Problems: those of ColumnRoute and ReplacedRegressor; VariableUnknown
    /// where the formula uses none of them.
    [[nodiscard]] Result<LiveIndex> pinned(const recipe::Recipe& recipe,
                                           const recipe::Evaluation& evaluation,
                                           const std::string& key, const PinnedModel& model,
                                           Progress& progress) const;

    /// Weights (m, summing to 1) of the method, of the first block of rows.
    [[nodiscard]] const std::vector<double>& computedWeights() const { return computed_; }

    /// What is behind them.
    [[nodiscard]] const index::WeightSet& computedDetails() const { return details_; }

    [[nodiscard]] const LiveScores& computedScores() const { return own_; }

    /// Scores, ranks and estimate with these weights for all blocks of rows.
    [[nodiscard]] LiveScores with(const std::vector<double>& weights) const;

    /// Of these the ranks and the estimate alone (to rounding), which is all that random draws ask
    /// for: where index and followed variable are weighted sums of columns, from sums made once.
    [[nodiscard]] LiveScores ranksAndEstimate(const std::vector<double>& weights) const;

    [[nodiscard]] const recipe::IndexStep& step() const { return step_; }

    [[nodiscard]] const Panel& panel() const { return panel_; }

    [[nodiscard]] const index::NormalisedIndicators& values() const { return values_; }

    [[nodiscard]] const ReplacedRegressor* model() const { return model_ ? &*model_ : nullptr; }

    /// The variable of the model that is followed; empty without one.
    [[nodiscard]] const std::string& followed() const { return followed_; }

    [[nodiscard]] const std::optional<recipe::ColumnRoute>& route() const { return route_; }

private:
    [[nodiscard]] std::vector<double> followedValues(const Eigen::VectorXd& weights,
                                                     const std::vector<double>& score) const;
    /// The score is a weighted sum of the indicators.
    [[nodiscard]] bool isSum() const;
    /// The index of the indicator alone, all weight on it.
    [[nodiscard]] std::vector<double> scoreOf(Eigen::Index indicator) const;
    void prepareUnitMeans();
    void prepareSums();
    /// The weights of the followed variable's columns.
    [[nodiscard]] Eigen::VectorXd sumWeights(Eigen::VectorXd weights) const;
    void follow(const Eigen::VectorXd& weights, LiveScores& scores) const;

    Panel panel_;
    recipe::IndexStep step_;
    index::Weighting weighting_;
    index::NormalisedIndicators values_;
    std::vector<double> computed_;
    index::WeightSet details_;
    LiveScores own_;
    Eigen::MatrixXd unitMeans_; ///< units x m, of each indicator; empty unless isSum()
    std::optional<ReplacedRegressor> model_;
    std::optional<RegressorSums> sums_; ///< of the followed variable, where it is a sum
    std::optional<recipe::ColumnRoute> route_;
    std::string followed_;
    std::string dimension_; ///< of the followed variable; empty: the whole index
};

} // namespace citypanel::study
