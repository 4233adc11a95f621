// SPDX-License-Identifier: GPL-3.0-or-later
// What of an index depends on its weights, and nothing else, done again.
#include "core/study/live_index.h"

#include "core/index/index_reading.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <utility>

namespace citypanel::study {

namespace {

Eigen::VectorXd vectorOf(const std::vector<double>& values) {
    return Eigen::Map<const Eigen::VectorXd>(values.data(),
                                             static_cast<Eigen::Index>(values.size()));
}

bool reads(const std::vector<Term>& terms, const std::string& name) {
    const auto uses = [&](const TermPart& part) {
        const auto& names = part.expression.variables();
        return part.text == name || std::find(names.begin(), names.end(), name) != names.end();
    };
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
        return std::any_of(term.parts.begin(), term.parts.end(), uses);
    });
}

} // namespace

Result<LiveIndex> LiveIndex::prepare(const Panel& panel, const recipe::IndexStep& step) {
    LiveIndex live;
    live.panel_ = panel;
    live.step_ = step;
    live.step_.tuned = false;
    live.weighting_ = live.step_.weighting();
    CITYPANEL_TRY(live.values_,
                  index::normalisedIndicators(panel, step.indicators, live.weighting_));
    CITYPANEL_TRY(
        index::BlockWeights weights,
        index::describedWeights(live.values_.blocks.at(0), step.indicators, live.weighting_));
    live.details_ = std::move(weights.details);
    live.computed_.assign(weights.weight.begin(), weights.weight.end());
    live.own_ = live.with(live.computed_);
    return live;
}

Result<LiveIndex> LiveIndex::pinned(const recipe::Recipe& recipe,
                                    const recipe::Evaluation& evaluation, const std::string& key,
                                    const PinnedModel& model, Progress& progress) const {
    CITYPANEL_TRY(const ModelFormula formula, parseModelFormula(model.formula));
    std::vector<std::pair<std::string, std::string>> candidates{{step_.name.text, {}}};
    for (const std::string& dimension : index::dimensionsOf(step_.indicators)) {
        candidates.emplace_back(step_.subName(dimension), dimension);
    }
    for (const auto& [column, dimension] : candidates) {
        auto route = recipe::ColumnRoute::of(recipe, evaluation, key, column);
        const std::string name = route ? route->name() : column;
        if (!reads(formula.regressors, name) && !reads(formula.endogenous, name)) {
            continue;
        }
        if (!route) {
            return route.error();
        }
        LiveIndex live = *this;
        CITYPANEL_TRY(live.model_, ReplacedRegressor::prepare(evaluation.result(), formula, name,
                                                              model.options, progress));
        live.route_ = *std::move(route);
        live.followed_ = name;
        live.dimension_ = dimension;
        live.own_ = live.with(computed_);
        return live;
    }
    return Problem{.code = ProblemCode::VariableUnknown,
                   .place = {.variable = step_.name.text},
                   .found = model.formula};
}

std::vector<double> LiveIndex::followedValues(const Eigen::VectorXd& weights,
                                              const std::vector<double>& score) const {
    if (dimension_.empty()) {
        return score;
    }
    std::vector<double> values(score.size(), missingValue);
    for (const index::IndicatorBlock& block : values_.blocks) {
        const Eigen::VectorXd part =
            index::dimensionScores(block, step_.indicators, weighting_, weights, dimension_);
        for (std::size_t i = 0; i < block.rows.size(); ++i) {
            values[block.rows[i]] = part[static_cast<Eigen::Index>(i)];
        }
    }
    return values;
}

LiveScores LiveIndex::with(const std::vector<double>& weights) const {
    const Eigen::VectorXd w = vectorOf(weights);
    LiveScores result;
    index::scoreWith(values_, step_.indicators, weighting_, w, result.score);
    result.ranks = index::unitRanks(panel_, result.score);
    const Eigen::VectorXd shares = index::varianceShares(values_.blocks.at(0), w);
    result.varianceShares.assign(shares.begin(), shares.end());
    if (!own_.ranks.empty()) {
        result.rankCorrelation = index::rankCorrelation(result.ranks, own_.ranks);
    }
    if (model_) {
        const auto column = route_->take(followedValues(w, result.score));
        auto estimate =
            column ? model_->estimateWith(*column) : Result<TermEstimate>(column.error());
        if (estimate) {
            result.estimate = *std::move(estimate);
        } else {
            result.problems.push_back(estimate.error());
        }
    }
    return result;
}

} // namespace citypanel::study
