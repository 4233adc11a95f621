// SPDX-License-Identifier: GPL-3.0-or-later
// From formula and panel to sample and columns.
#include "core/estimate/model_data.h"

#include "core/estimate/model_checks.h"
#include "core/panel/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

/// Collects the pieces over all rows, then restricts them to the sample.
class Preparation {
public:
    Preparation(const Panel& panel, const ModelFormula& formula, const EstimateOptions& options)
        : panel_(panel), formula_(formula), options_(options), sample_(panel.rowCount()) {}

    Result<ModelData> run() {
        CITYPANEL_TRY_STATUS(checkRoles(formula_));
        CITYPANEL_TRY_STATUS(applyFilters());
        CITYPANEL_TRY_STATUS(evaluateAll());
        CITYPANEL_TRY_STATUS(excludeIncomplete());
        CITYPANEL_TRY_STATUS(excludeByWeight());
        excludeSingletons();
        data_.rows = sample_.rows();
        if (data_.rows.empty()) {
            return emptySample();
        }
        data_.sample = sample_;
        CITYPANEL_TRY_STATUS(fillColumns());
        CITYPANEL_TRY_STATUS(fillWeights());
        fillGroupings();
        CITYPANEL_TRY_STATUS(checkLags(options_.vcov, data_.periods.levels));
        return std::move(data_);
    }

private:
    /// Why no row is left: weights of zero, effects whose levels have one row each, a term without
    /// a value in any row, or all of them together.
    [[nodiscard]] Problem emptySample() const {
        Problem problem{.code = ProblemCode::SampleEmpty,
                        .found = std::to_string(panel_.rowCount())};
        if (sample_.count(ExclusionReason::Singleton) > 0) {
            for (const AbsorbedTerm& effect : data_.effects) {
                problem.expected += problem.expected.empty() ? "" : " + ";
                problem.expected += effect.grouping.name;
            }
        } else if (sample_.count(ExclusionReason::Weight) > 0) {
            problem.code = ProblemCode::WeightInvalid;
            problem.place.variable = options_.weights;
            problem.found = "0";
        } else if (const std::string term = termWithoutValues(); !term.empty()) {
            problem.code = ProblemCode::ValuesUndefined;
            problem.place.variable = term;
        }
        return problem;
    }

    /// The outcome or the first term that no row has a value of, for other reasons than lags.
    [[nodiscard]] std::string termWithoutValues() const {
        const auto hasNone = [&](auto&& mark) {
            std::vector<bool> missing(panel_.rowCount(), false);
            std::vector<bool> outside(panel_.rowCount(), false);
            mark(missing, outside);
            return std::find(missing.begin(), missing.end(), false) == missing.end() &&
                   std::find(outside.begin(), outside.end(), false) != outside.end();
        };
        if (hasNone([&](auto& missing, auto& outside) {
                markMissingValues(outcome_.values, outcome_.outside, missing, outside);
            })) {
            return formula_.outcomeName;
        }
        for (const EvaluatedTerms* terms : {&endogenous_, &regressors_, &instruments_}) {
            for (std::size_t i = 0; i < terms->size(); ++i) {
                if (hasNone([&](auto& missing, auto& outside) {
                        terms->markMissing(i, missing, outside);
                    })) {
                    return terms->name(i);
                }
            }
        }
        return {};
    }

    Status applyFilters() {
        if (options_.sample) {
            if (options_.sample->rowCount() != panel_.rowCount()) {
                return Problem{.code = ProblemCode::SizeMismatch,
                               .found = std::to_string(options_.sample->rowCount()),
                               .expected = std::to_string(panel_.rowCount())};
            }
            sample_ = *options_.sample;
        }
        if (options_.where.empty()) {
            return {};
        }
        CITYPANEL_TRY(const Expression condition, parseExpression(options_.where));
        CITYPANEL_TRY(const std::vector<bool> selected, selectRows(condition, panel_));
        for (std::size_t row = 0; row < selected.size(); ++row) {
            if (!selected[row]) {
                sample_.exclude(row, ExclusionReason::Filter);
            }
        }
        return {};
    }

    Status evaluateAll() {
        Result<ExpressionColumn> outcome = expressionColumn(panel_, formula_.outcome);
        if (!outcome) {
            return located(outcome.error(), {.variable = formula_.outcomeName});
        }
        outcome_ = std::move(*outcome);
        if (!outcome_.storage.empty()) {
            outcome_.values = outcome_.storage;
        }
        CITYPANEL_TRY(endogenous_, EvaluatedTerms::evaluate(panel_, formula_.endogenous));
        CITYPANEL_TRY(regressors_, EvaluatedTerms::evaluate(panel_, formula_.regressors));
        CITYPANEL_TRY(instruments_, EvaluatedTerms::evaluate(panel_, formula_.instruments));
        for (const EffectTerm& term : formula_.effects) {
            Result<Grouping> grouping = groupingOf(panel_, term.variables);
            if (!grouping) {
                return located(grouping.error(), {.position = term.position});
            }
            grouping->name = term.name;
            AbsorbedTerm effect{std::move(*grouping), term.hasLevels, {}};
            for (const Expression& slope : term.slopes) {
                CITYPANEL_TRY(const ExpressionColumn column, expressionColumn(panel_, slope));
                effect.slopes.emplace_back(column.values.begin(), column.values.end());
            }
            data_.effects.push_back(std::move(effect));
        }
        for (const std::string& name : options_.vcov.clusters) {
            CITYPANEL_TRY(Grouping grouping, groupingOf(panel_, name));
            grouping.name = name;
            data_.clusters.push_back(std::move(grouping));
        }
        return {};
    }

    Status excludeIncomplete() {
        std::vector<bool> missing(panel_.rowCount(), false);
        std::vector<bool> outside(panel_.rowCount(), false);
        markMissingValues(outcome_.values, outcome_.outside, missing, outside);
        for (const EvaluatedTerms* terms : {&endogenous_, &regressors_, &instruments_}) {
            terms->markMissing(missing, outside);
        }
        for (const AbsorbedTerm& effect : data_.effects) {
            markMissingCodes(effect.grouping.codes, missing);
            for (const std::vector<double>& slope : effect.slopes) {
                markMissingValues(slope, {}, missing, outside);
            }
        }
        for (const Grouping& cluster : data_.clusters) {
            markMissingCodes(cluster.codes, missing);
        }
        CITYPANEL_TRY_STATUS(evaluateWeights());
        markMissingValues(weights_.values, {}, missing, outside);
        for (std::size_t row = 0; row < missing.size(); ++row) {
            if (missing[row]) {
                sample_.exclude(row,
                                outside[row] ? ExclusionReason::Lag : ExclusionReason::Missing);
            }
        }
        return {};
    }

    Status evaluateWeights() {
        if (options_.weights.empty()) {
            return {};
        }
        CITYPANEL_TRY(const Expression expression, parseExpression(options_.weights));
        CITYPANEL_TRY(weights_, expressionColumn(panel_, expression));
        if (!weights_.storage.empty()) {
            weights_.values = weights_.storage;
        }
        return {};
    }

    Status excludeByWeight() {
        for (std::size_t row = 0; row < weights_.values.size(); ++row) {
            const double weight = weights_.values[row];
            if (!sample_.includes(row)) {
                continue;
            }
            const bool isFractional =
                options_.weightKind == WeightKind::Frequency && weight != std::floor(weight);
            if (!std::isfinite(weight) || weight < 0.0 || isFractional) {
                const auto unit = static_cast<std::size_t>(panel_.unitCodes()[row]);
                return Problem{.code = ProblemCode::WeightInvalid,
                               .place = {.variable = options_.weights,
                                         .unit = panel_.unitLabels()[unit],
                                         .period = panel_.isCrossSection()
                                                       ? std::string()
                                                       : std::to_string(panel_.periods()[row])},
                               .found = shortestText(weight),
                               .expected = isFractional ? "1, 2, 3, ..." : ""};
            }
            if (weight == 0.0) {
                sample_.exclude(row, ExclusionReason::Weight);
            }
        }
        return {};
    }

    void excludeSingletons() {
        const bool drops =
            (options_.ssc == SmallSample::Reghdfe || options_.ssc == SmallSample::Fixest) &&
            !options_.keepsSingletons;
        if (data_.effects.empty() || !drops) {
            return;
        }
        std::vector<Grouping> groupings;
        for (AbsorbedTerm& effect : data_.effects) {
            if (effect.hasLevels) {
                groupings.push_back(std::move(effect.grouping));
            }
        }
        std::vector<bool> keep(panel_.rowCount());
        for (std::size_t row = 0; row < keep.size(); ++row) {
            keep[row] = sample_.includes(row);
        }
        if (dropSingletons(groupings, keep) > 0) {
            for (std::size_t row = 0; row < keep.size(); ++row) {
                if (!keep[row]) {
                    sample_.exclude(row, ExclusionReason::Singleton);
                }
            }
        }
        std::size_t next = 0;
        for (AbsorbedTerm& effect : data_.effects) {
            if (effect.hasLevels) {
                effect.grouping = std::move(groupings[next++]);
            }
        }
    }

    Status fillColumns() {
        DesignMatrix& matrix = data_.columns;
        matrix.rows = data_.rows.size();
        const std::size_t terms = 2 + formula_.endogenous.size() + formula_.regressors.size() +
                                  formula_.instruments.size();
        matrix.values.reserve(terms * matrix.rows);
        CITYPANEL_TRY_STATUS(
            appendFinite(matrix, formula_.outcomeName, outcome_.values, data_.rows, panel_));
        CITYPANEL_TRY_STATUS(endogenous_.appendTo(matrix, panel_, data_.rows));
        data_.endogenous = matrix.columnCount() - 1;
        if (formula_.hasConstant && formula_.effects.empty()) {
            const std::span<double> constant = matrix.append(interceptName);
            std::fill(constant.begin(), constant.end(), 1.0);
            data_.hasConstantColumn = true;
        }
        CITYPANEL_TRY_STATUS(regressors_.appendTo(matrix, panel_, data_.rows));
        data_.exogenous = matrix.columnCount() - 1 - data_.endogenous;
        CITYPANEL_TRY_STATUS(instruments_.appendTo(matrix, panel_, data_.rows));
        for (const EvaluatedTerms* role : {&endogenous_, &regressors_, &instruments_}) {
            role->listReferences(data_.rows, data_.references);
        }
        data_.instruments = matrix.columnCount() - 1 - data_.regressorCount();
        return {};
    }

    Status fillWeights() {
        const auto n = static_cast<double>(data_.rows.size());
        data_.total = n;
        data_.weightKind = options_.weightKind;
        if (weights_.values.empty()) {
            return {};
        }
        for (const std::size_t row : data_.rows) {
            data_.weights.push_back(weights_.values[row]);
        }
        const double sum = std::accumulate(data_.weights.begin(), data_.weights.end(), 0.0);
        if (options_.weightKind == WeightKind::Frequency) {
            data_.total = sum;
            return {};
        }
        for (double& weight : data_.weights) {
            weight *= n / sum;
        }
        return {};
    }

    void restrict(Grouping& grouping) const {
        if (data_.rows.size() != panel_.rowCount()) {
            grouping = restricted(grouping, data_.rows);
        }
    }

    void fillGroupings() {
        for (AbsorbedTerm& effect : data_.effects) {
            restrict(effect.grouping);
            for (std::vector<double>& slope : effect.slopes) {
                std::vector<double> kept(data_.rows.size());
                for (std::size_t i = 0; i < kept.size(); ++i) {
                    kept[i] = slope[data_.rows[i]];
                }
                // Beside levels a slope variable may be centred: the span is the same.
                const double mean = std::accumulate(kept.begin(), kept.end(), 0.0) /
                                    static_cast<double>(kept.size());
                for (double& value : kept) {
                    value -= effect.hasLevels ? mean : 0.0;
                }
                slope = std::move(kept);
            }
        }
        for (Grouping& cluster : data_.clusters) {
            restrict(cluster);
        }
        data_.unitName = panel_.keys().unit;
        const CovarianceKind kind = options_.vcov.kind;
        if (kind != CovarianceKind::DriscollKraay && kind != CovarianceKind::NeweyWest) {
            return;
        }
        data_.units = {panel_.keys().unit,
                       {panel_.unitCodes().begin(), panel_.unitCodes().end()},
                       panel_.unitCount()};
        restrict(data_.units);
        if (!panel_.isCrossSection()) {
            data_.periods = *groupingOf(panel_, std::vector<std::string>{panel_.keys().period});
            restrict(data_.periods);
        }
        for (const std::size_t row : data_.rows) {
            data_.periodValues.push_back(panel_.periods()[row]);
        }
    }

    const Panel& panel_;
    const ModelFormula& formula_;
    const EstimateOptions& options_;
    Sample sample_;
    ModelData data_;
    ExpressionColumn outcome_;
    ExpressionColumn weights_;
    EvaluatedTerms endogenous_;
    EvaluatedTerms regressors_;
    EvaluatedTerms instruments_;
};

} // namespace

Result<ModelData> prepareModel(const Panel& panel, const ModelFormula& formula,
                               const EstimateOptions& options) {
    return Preparation(panel, formula, options).run();
}

} // namespace citypanel
