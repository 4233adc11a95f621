// SPDX-License-Identifier: GPL-3.0-or-later
// Indices of core/index put into the panel.
#include "core/recipe/index_step.h"

#include "core/index/composite_index.h"
#include "core/panel/number_text.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace citypanel::recipe {

namespace {

/// Weights by hand are said in the label, which every table, figure and export carries; in the
/// language of the label itself.
std::string marked(const std::string& label, bool isTuned) {
    if (!isTuned) {
        return label;
    }
    const bool isChinese = std::any_of(label.begin(), label.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xe3U && byte <= 0xe9U; // first bytes of CJK characters
    });
    return label + (isChinese ? "（权重经人工调整）" : " (weights tuned by hand)");
}

std::string indexLabel(const IndexStep& step) {
    const std::string& label = step.label.empty() && step.tuned ? step.name.text : step.label;
    return marked(label, step.tuned);
}

/// The variables that the step makes, the index first.
std::vector<Variable> variablesOf(const IndexStep& step, const index::CompositeIndex& index) {
    std::vector<Variable> variables{
        Variable::numeric(step.name.text, index.score).withLabel(indexLabel(step))};
    for (const index::DimensionIndex& dimension : index.dimensions) {
        variables.push_back(Variable::numeric(step.subName(dimension.dimension), dimension.values)
                                .withLabel(marked(dimension.dimension, step.tuned)));
    }
    return variables;
}

void checkIndicators(const IndexStep& step, StepChecks& checks) {
    checks.isGiven(!step.indicators.empty(), "indicators");
    std::set<std::string> names;
    for (const index::Indicator& indicator : step.indicators) {
        checks.isGiven(!indicator.name.empty(), "indicators");
        checks.require(names.insert(indicator.name).second, "indicators", indicator.name,
                       "distinct names");
        checks.isExpression(indicator.expression, false, "indicators");
        const bool isInterval = indicator.direction == index::Direction::Interval;
        checks.require(!isInterval || indicator.low <= indicator.high, "high",
                       shortestText(indicator.high), ">= " + shortestText(indicator.low));
    }
}

} // namespace

index::Weighting IndexStep::weighting() const {
    return {.method = tuned ? index::WeightMethod::Given : method,
            .normalisation = normalisation,
            .scope = scope,
            .stages = stages,
            .shift = shift,
            .shiftedScore = shiftedScore,
            .aggregation = aggregation,
            .conflict = conflict,
            .variationOf = variationOf,
            .components = components,
            .combination = combination,
            .judgements = judgements,
            .weights = weights,
            .subIndices = subIndices,
            .incomplete = incomplete};
}

std::string IndexStep::subName(const std::string& dimension) const {
    const auto found = subNames.find(dimension);
    return found != subNames.end() && !found->second.empty() ? found->second
                                                             : name.text + "_" + dimension;
}

ColumnEffect IndexStep::effect(const Columns&) const {
    ColumnEffect effect{.needs = columnsRead(*this),
                        .adds = {{.name = name.text, .label = indexLabel(*this)}}};
    if (subIndices != index::SubIndices::None) {
        for (const std::string& dimension : index::dimensionsOf(indicators)) {
            effect.adds.push_back({.name = subName(dimension), .label = marked(dimension, tuned)});
        }
    }
    return effect;
}

Problems IndexStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    const ColumnEffect made = effect(columns);
    std::set<std::string> names;
    for (const ColumnInfo& info : made.adds) {
        checks.isFree("name", info.name);
        checks.require(names.insert(info.name).second, "sub_names", info.name, "distinct names");
    }
    checkIndicators(*this, checks);
    checks.require(shift >= 0 && std::isfinite(shift), "shift", shortestText(shift), ">= 0");
    if (tuned || method == index::WeightMethod::Given) {
        checks.isGiven(!weights.empty(), "weights");
    }
    if (method == index::WeightMethod::Combined) {
        checks.require(components.size() >= 2, "components", std::to_string(components.size()),
                       ">= 2");
    }
    if (scope == index::WeightScope::Period) {
        checks.hasKeys();
    }
    return checks.take();
}

Result<StepOutcome> IndexStep::apply(const Panel& panel, const std::string& key,
                                     Progress& progress) const {
    CITYPANEL_TRY(index::CompositeIndex result,
                  index::compositeIndex(panel, indicators, weighting(), progress));
    PanelEdit edit(panel, key);
    for (const Variable& variable : variablesOf(*this, result)) {
        edit.add(variable);
    }
    for (Problem& warning : result.warnings) {
        edit.warn(std::move(warning));
    }
    return edit.finish();
}

Result<Panel> withIndex(Panel panel, const IndexStep& step, const index::CompositeIndex& index) {
    for (Variable& variable : variablesOf(step, index)) {
        CITYPANEL_TRY(panel, panel.withVariable(std::move(variable)));
    }
    return panel;
}

} // namespace citypanel::recipe
