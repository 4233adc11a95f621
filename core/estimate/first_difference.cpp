// SPDX-License-Identifier: GPL-3.0-or-later
// The regression of first differences.
#include "core/estimate/linear_fit.h"
#include "core/estimate/random_effects.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

/// Rows i of the model whose predecessor i - 1 is the previous period of the same unit.
std::vector<std::size_t> differencedRows(const Panel& panel, ModelData& data) {
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < data.rowCount(); ++i) {
        const std::size_t row = data.rows[i];
        const bool follows = i > 0 &&
                             panel.unitCodes()[row] == panel.unitCodes()[data.rows[i - 1]] &&
                             panel.periods()[row] == panel.periods()[data.rows[i - 1]] + 1;
        if (follows) {
            kept.push_back(i);
        } else {
            data.sample.exclude(row, ExclusionReason::Lag);
        }
    }
    return kept;
}

DesignMatrix differencedColumns(const DesignMatrix& matrix, std::span<const std::size_t> kept,
                                bool keepsConstant) {
    DesignMatrix differences;
    differences.rows = kept.size();
    differences.values.reserve(kept.size() * matrix.columnCount());
    for (std::size_t j = 0; j < matrix.columnCount(); ++j) {
        const bool isConstant = matrix.names[j] == interceptName;
        if (isConstant && !keepsConstant) {
            continue;
        }
        const std::span<const double> from = matrix.column(j);
        const std::span<double> to = differences.append(
            isConstant ? std::string(interceptName) : "diff(" + matrix.names[j] + ")");
        for (std::size_t i = 0; i < kept.size(); ++i) {
            to[i] = isConstant ? 1.0 : from[kept[i]] - from[kept[i] - 1];
        }
    }
    return differences;
}

template <typename T>
void select(std::vector<T>& values, std::span<const std::size_t> kept) {
    std::vector<T> selected;
    for (std::size_t i = 0; i < kept.size() && !values.empty(); ++i) {
        selected.push_back(values[kept[i]]);
    }
    values = std::move(selected);
}

void restrictGroups(ModelData& data, std::span<const std::size_t> kept) {
    for (AbsorbedTerm& effect : data.effects) {
        effect.grouping = restricted(effect.grouping, kept);
        for (std::vector<double>& slope : effect.slopes) {
            select(slope, kept);
        }
    }
    for (Grouping& cluster : data.clusters) {
        cluster = restricted(cluster, kept);
    }
    for (Grouping* grouping : {&data.units, &data.periods}) {
        if (!grouping->codes.empty()) {
            *grouping = restricted(*grouping, kept);
        }
    }
    select(data.periodValues, kept);
    select(data.weights, kept);
    select(data.rows, kept);
}

/// Analytic weights sum to the number of rows again.
void rescaleWeights(ModelData& data) {
    data.total = static_cast<double>(data.rowCount());
    if (data.weights.empty()) {
        return;
    }
    double sum = 0.0;
    for (const double weight : data.weights) {
        sum += weight;
    }
    if (data.weightKind == WeightKind::Frequency) {
        data.total = sum;
        return;
    }
    for (double& weight : data.weights) {
        weight *= data.total / sum;
    }
}

} // namespace

Result<Fit> estimateFirstDifference(const Panel& panel, const ModelFormula& formula,
                                    const EstimateOptions& options, bool keepsConstant,
                                    Progress& progress) {
    if (panel.isCrossSection()) {
        return Problem{.code = ProblemCode::KeyColumnMissing};
    }
    ModelFormula model = formula;
    model.effects.erase(std::remove_if(model.effects.begin(), model.effects.end(),
                                       [&](const EffectTerm& effect) {
                                           return effect.hasLevels && effect.slopes.empty() &&
                                                  effect.variables ==
                                                      std::vector{panel.keys().unit};
                                       }),
                        model.effects.end());
    EstimateOptions all = options;
    all.keepsSingletons = true;
    CITYPANEL_TRY(ModelData data, prepareModel(panel, model, all));
    const std::vector<std::size_t> kept = differencedRows(panel, data);
    if (kept.empty()) {
        return Problem{.code = ProblemCode::SampleEmpty, .found = std::to_string(data.rowCount())};
    }
    const bool hasConstant = keepsConstant && data.hasConstantColumn;
    if (data.hasConstantColumn && !hasConstant) {
        --data.exogenous;
    }
    data.columns = differencedColumns(data.columns, kept, hasConstant);
    data.hasConstantColumn = hasConstant;
    restrictGroups(data, kept);
    rescaleWeights(data);
    if (data.weights.empty()) {
        // Weights of one keep the columns from being evaluated again in levels.
        data.weights.assign(data.rowCount(), 1.0);
    }
    progress.report(0.5);
    CITYPANEL_TRY(const CleanModel clean, cleanModel(std::move(data), all, progress));
    return model.hasInstruments() ? fitTwoStage(clean, model, all)
                                  : fitLeastSquares(clean, panel, model, all);
}

} // namespace citypanel
