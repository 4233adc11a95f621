// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of core/frontier put into the panel.
#include "core/recipe/efficiency_step.h"

#include "core/frontier/efficiency_scores.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <utility>

namespace citypanel::recipe {

namespace {

std::vector<frontier::RoleVariable> roles(const std::vector<ColumnName>& names) {
    std::vector<frontier::RoleVariable> variables;
    for (const ColumnName& name : names) {
        variables.push_back({.variable = name});
    }
    return variables;
}

std::string slackName(const EfficiencyStep& step, const std::string& variable) {
    return step.name.text + "_slack_" + variable;
}

} // namespace

frontier::EfficiencyModel EfficiencyStep::efficiencyModel() const {
    frontier::EfficiencyModel result;
    result.technology = {.inputs = roles(inputs),
                         .good = roles(good),
                         .bad = roles(bad),
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
    for (const auto* list : {&inputs, &good, &bad}) {
        for (const ColumnName& variable : *list) {
            if (slacks) {
                const ColumnInfo* info = columns.find(variable.text);
                effect.adds.push_back(
                    {.name = slackName(*this, variable.text),
                     .unitOfMeasure = info == nullptr ? std::string() : info->unitOfMeasure});
            }
        }
    }
    return effect;
}

Problems EfficiencyStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isFree("name", name.text);
    for (const auto* list : {&inputs, &good, &bad}) {
        for (const ColumnName& variable : *list) {
            if (slacks) {
                checks.isFree("slacks", slackName(*this, variable.text));
            }
        }
    }
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
    for (Problem& warning : scores.warnings) {
        edit.warn(std::move(warning));
    }
    return edit.finish();
}

} // namespace citypanel::recipe
