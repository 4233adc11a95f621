// SPDX-License-Identifier: GPL-3.0-or-later
// Fitted values, residuals and recovered effects by row.
#include "core/estimate/prediction.h"

#include "core/estimate/absorbed_effects.h"
#include "core/estimate/model_data.h"
#include "core/panel/factor.h"

#include <utility>

namespace citypanel {

namespace {

std::vector<double> spread(const std::vector<double>& values, const ModelData& data,
                           std::size_t rows) {
    std::vector<double> column(rows, missingValue);
    for (std::size_t i = 0; i < values.size(); ++i) {
        column[data.rows[i]] = values[i];
    }
    return column;
}

/// Labels of an effect's levels over the rows of the sample, in the order of Grouping.
Result<std::vector<std::string>> labelsOf(const Panel& panel, const EffectTerm& term,
                                          const ModelData& data) {
    Factor factor;
    for (const std::string& variable : term.variables) {
        CITYPANEL_TRY(const Factor next, factorOf(panel, variable));
        factor = factor.codes.empty() ? next : interact(factor, next);
    }
    return subset(factor, data.rows).levels;
}

std::vector<double> contributionOf(const AbsorbedTerm& term, const EffectCoefficients& effect) {
    std::vector<double> values(term.grouping.codes.size(), 0.0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto level = static_cast<std::size_t>(term.grouping.codes[i]);
        values[i] = effect.levels.empty() ? 0.0 : effect.levels[level];
        for (std::size_t s = 0; s < effect.slopes.size(); ++s) {
            values[i] +=
                effect.slopes[s].empty() ? 0.0 : effect.slopes[s][level] * term.slopes[s][i];
        }
    }
    return values;
}

} // namespace

Result<Prediction> predict(const Panel& panel, const ModelFormula& formula,
                           const EstimateOptions& options, const Fit& fit, Progress& progress) {
    CITYPANEL_TRY(const ModelData data, prepareModel(panel, formula, options));
    const std::size_t n = data.rowCount();
    if (fit.residuals.size() != n) {
        return Problem{.code = ProblemCode::SizeMismatch,
                       .found = std::to_string(n),
                       .expected = std::to_string(fit.residuals.size())};
    }
    const std::span<const double> outcome = data.columns.column(0);
    std::vector<double> fitted(n);
    std::vector<double> linear(n, 0.0);
    for (std::size_t j = 1; j <= data.regressorCount(); ++j) {
        const TermEstimate* term = fit.term(data.columns.names[j]);
        for (std::size_t i = 0; term != nullptr && i < n; ++i) {
            linear[i] += term->estimate * data.columns.column(j)[i];
        }
    }
    std::vector<double> effects(n);
    for (std::size_t i = 0; i < n; ++i) {
        fitted[i] = outcome[i] - fit.residuals[i];
        effects[i] = fitted[i] - linear[i];
    }
    const std::size_t rows = panel.rowCount();
    Prediction prediction{spread(fitted, data, rows),  spread(fit.residuals, data, rows),
                          spread(linear, data, rows),  spread(linear, data, rows),
                          spread(effects, data, rows), {}};
    if (data.effects.empty()) {
        return prediction;
    }
    CITYPANEL_TRY(const AbsorbedEffects absorbed,
                  AbsorbedEffects::build(data.effects, data.weights, progress));
    double* column = linear.data();
    CITYPANEL_TRY_STATUS(absorbed.partialOut({&column, 1}, progress));
    prediction.withinFitted = spread(linear, data, rows);
    CITYPANEL_TRY(const std::vector<EffectCoefficients> recovered,
                  absorbed.recover(effects, progress));
    for (std::size_t e = 0; e < recovered.size(); ++e) {
        EstimatedEffect effect;
        effect.name = recovered[e].name;
        CITYPANEL_TRY(effect.labels, labelsOf(panel, formula.effects[e], data));
        effect.levels = recovered[e].levels;
        effect.slopes = recovered[e].slopes;
        effect.contribution = spread(contributionOf(data.effects[e], recovered[e]), data, rows);
        prediction.byEffect.push_back(std::move(effect));
    }
    return prediction;
}

} // namespace citypanel
