// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of core/frontier put into the panel.
#include "core/recipe/efficiency_step.h"

#include "core/frontier/efficiency_scores.h"
#include "core/panel/number_text.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <cmath>
#include <string_view>
#include <utility>

namespace citypanel::recipe {

namespace {

std::vector<frontier::RoleVariable> roles(const std::vector<ColumnName>& names,
                                          const std::vector<double>& weights) {
    std::vector<frontier::RoleVariable> variables;
    for (std::size_t i = 0; i < names.size(); ++i) {
        variables.push_back({.variable = names[i]});
        if (weights.size() == names.size()) {
            variables.back().weight = weights[i];
        }
    }
    return variables;
}

std::string slackName(const EfficiencyStep& step, const std::string& variable) {
    return step.name.text + "_slack_" + variable;
}

/// The columns beside the score, with the variable whose unit of measure they have.
struct AddedColumn {
    std::string name;
    std::string unitOf{};
};

std::vector<AddedColumn> slackColumns(const EfficiencyStep& step) {
    std::vector<AddedColumn> columns;
    for (const auto* list : {&step.inputs, &step.good, &step.bad}) {
        for (const ColumnName& variable : *list) {
            if (step.slacks) {
                columns.push_back({slackName(step, variable.text), variable.text});
            }
        }
    }
    return columns;
}

std::vector<AddedColumn> indexColumns(const EfficiencyStep& step) {
    std::vector<AddedColumn> columns;
    if (!step.indices || step.model != frontier::Measure::NonRadialDirectional) {
        return columns;
    }
    columns.push_back({step.name.text + "_unified"});
    for (const auto* list : {&step.inputs, &step.bad}) {
        for (const ColumnName& variable : *list) {
            columns.push_back({step.name.text + "_perf_" + variable.text});
        }
    }
    return columns;
}

/// Weights must be none, or one a variable.
void checkWeights(StepChecks& checks, std::string_view field, const std::vector<ColumnName>& names,
                  const std::vector<double>& weights) {
    const bool hasSize = weights.empty() || weights.size() == names.size();
    checks.require(hasSize, std::string(field), std::to_string(weights.size()),
                   std::to_string(names.size()));
    for (const double weight : weights) {
        checks.require(weight >= 0.0 && std::isfinite(weight), std::string(field),
                       shortestText(weight), ">= 0");
    }
}

} // namespace

frontier::EfficiencyModel EfficiencyStep::efficiencyModel() const {
    frontier::EfficiencyModel result;
    result.technology = {.inputs = roles(inputs, inputWeights),
                         .good = roles(good, goodWeights),
                         .bad = roles(bad, badWeights),
                         .returns = returns,
                         .undesirableAs = undesirableAs,
                         .disposability = disposability,
                         .direction = direction};
    result.measure = model;
    result.orientation = orientation;
    result.super = super;
    result.reference = reference;
    result.window = window;
    result.group = group;
    result.unusable = unusable;
    return result;
}

ColumnEffect EfficiencyStep::effect(const Columns& columns) const {
    ColumnEffect effect{.needs = columnsRead(*this), .adds = {{.name = name.text}}};
    for (const AddedColumn& column : slackColumns(*this)) {
        const ColumnInfo* info = columns.find(column.unitOf);
        effect.adds.push_back(
            {.name = column.name,
             .unitOfMeasure = info == nullptr ? std::string() : info->unitOfMeasure});
    }
    for (const AddedColumn& column : indexColumns(*this)) {
        effect.adds.push_back({.name = column.name});
    }
    return effect;
}

Problems EfficiencyStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isFree("name", name.text);
    for (const AddedColumn& column : slackColumns(*this)) {
        checks.isFree("slacks", column.name);
    }
    for (const AddedColumn& column : indexColumns(*this)) {
        checks.isFree("indices", column.name);
    }
    checkWeights(checks, "input_weights", inputs, inputWeights);
    checkWeights(checks, "good_weights", good, goodWeights);
    checkWeights(checks, "bad_weights", bad, badWeights);
    checks.areNumeric("inputs", inputs);
    checks.areNumeric("good", good);
    for (const ColumnName& variable : bad) {
        checks.isNumeric(variable);
    }
    if (reference == frontier::Reference::Group) {
        checks.exists(group);
    }
    const bool isCrossSection = columns.keys.period.empty();
    const bool needsPeriods =
        reference == frontier::Reference::Period || reference == frontier::Reference::Window;
    checks.require(!(needsPeriods && isCrossSection), "reference", std::string(nameOf(reference)),
                   "global, group");
    checks.require(
        !(model == frontier::Measure::Radial && orientation == frontier::Orientation::None),
        "orientation", "none", "in, out");
    return checks.take();
}

Result<StepOutcome> EfficiencyStep::apply(const Panel& panel, const std::string& key,
                                          Progress& progress) const {
    CITYPANEL_TRY(frontier::EfficiencyScores scores,
                  frontier::efficiency(panel, efficiencyModel(), progress));
    PanelEdit edit(panel, key);
    edit.add(Variable::numeric(name.text, std::move(scores.score)));
    for (frontier::VariableSlacks& variable : scores.variables) {
        if (slacks) {
            edit.add(
                Variable::numeric(slackName(*this, variable.variable), std::move(variable.slack))
                    .withUnitOfMeasure(panel.find(variable.variable)->unitOfMeasure()));
        }
    }
    const std::vector<AddedColumn> added = indexColumns(*this);
    if (!added.empty()) {
        edit.add(Variable::numeric(added[0].name, std::move(scores.directional.unifiedEfficiency)));
        std::size_t at = 1;
        for (auto* list :
             {&scores.directional.inputPerformance, &scores.directional.badPerformance}) {
            for (std::vector<double>& performance : *list) {
                edit.add(Variable::numeric(added[at++].name, std::move(performance)));
            }
        }
    }
    for (Problem& warning : scores.warnings) {
        edit.warn(std::move(warning));
    }
    return edit.finish();
}

} // namespace citypanel::recipe
