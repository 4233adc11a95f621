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
    live.prepareUnitMeans();
    live.own_ = live.with(live.computed_);
    return live;
}

bool LiveIndex::isSum() const {
    return weighting_.aggregation == index::Aggregation::Sum &&
           weighting_.stages == index::Stages::One;
}

std::vector<double> LiveIndex::scoreOf(Eigen::Index indicator) const {
    const auto m = static_cast<Eigen::Index>(step_.indicators.size());
    std::vector<double> score;
    index::scoreWith(values_, step_.indicators, weighting_, Eigen::VectorXd::Unit(m, indicator),
                     score);
    return score;
}

void LiveIndex::prepareUnitMeans() {
    if (!isSum()) {
        return;
    }
    unitMeans_.resize(static_cast<Eigen::Index>(panel_.unitCount()),
                      static_cast<Eigen::Index>(step_.indicators.size()));
    for (Eigen::Index j = 0; j < unitMeans_.cols(); ++j) {
        unitMeans_.col(j) = vectorOf(index::unitMeans(panel_, scoreOf(j)));
    }
}

/// Without sums every version goes the whole way, which also says what is wrong with it.
void LiveIndex::prepareSums() {
    if (!isSum() || !model_->isFast() || !route_->selectsOnly()) {
        return;
    }
    const auto m = static_cast<Eigen::Index>(step_.indicators.size());
    std::vector<std::vector<double>> columns;
    for (Eigen::Index j = 0; j < m; ++j) {
        auto column = route_->take(followedValues(Eigen::VectorXd::Unit(m, j), scoreOf(j)));
        if (!column) {
            return;
        }
        columns.push_back(*std::move(column));
    }
    auto sums = model_->sumsOf(columns);
    if (sums) {
        sums_ = *std::move(sums);
    }
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
        live.prepareSums();
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
    follow(w, result);
    return result;
}

LiveScores LiveIndex::ranksAndEstimate(const std::vector<double>& weights) const {
    if (unitMeans_.size() == 0 || (model_ && !sums_)) {
        return with(weights);
    }
    const Eigen::VectorXd w = vectorOf(weights);
    const Eigen::VectorXd means = unitMeans_ * w;
    LiveScores result;
    result.ranks =
        index::ranksFromHighest(std::span(means.data(), static_cast<std::size_t>(means.size())));
    follow(w, result);
    return result;
}

Eigen::VectorXd LiveIndex::sumWeights(Eigen::VectorXd weights) const {
    if (dimension_.empty()) {
        return weights;
    }
    double sum = 0;
    for (const std::size_t member : index::membersOf(step_.indicators, dimension_)) {
        sum += weights[static_cast<Eigen::Index>(member)];
    }
    const bool isRescaled = weighting_.subIndices == index::SubIndices::Renormalised && sum > 0;
    return isRescaled ? Eigen::VectorXd(weights / sum) : weights;
}

void LiveIndex::follow(const Eigen::VectorXd& weights, LiveScores& scores) const {
    if (!model_) {
        return;
    }
    const auto estimate = [&]() -> Result<TermEstimate> {
        if (sums_) {
            const Eigen::VectorXd of = sumWeights(weights);
            return sums_->estimateWith(std::span(of.data(), static_cast<std::size_t>(of.size())));
        }
        CITYPANEL_TRY(const std::vector<double> column,
                      route_->take(followedValues(weights, scores.score)));
        return model_->estimateWith(column);
    }();
    if (estimate) {
        scores.estimate = *estimate;
    } else {
        scores.problems.push_back(estimate.error());
    }
}

} // namespace citypanel::study
