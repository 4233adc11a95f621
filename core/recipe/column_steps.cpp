// SPDX-License-Identifier: GPL-3.0-or-later
// Columns renamed, labelled, dropped.
#include "core/recipe/column_steps.h"

#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

ColumnEffect RenameStep::effect(const Columns& columns) const {
    ColumnEffect effect{.needs = columnsRead(*this)};
    const ColumnInfo* info = columns.find(variable.text);
    const bool isLabelled = !label.empty() || !unitOfMeasure.empty();
    if (info != nullptr && isLabelled) {
        ColumnInfo changed = *info;
        changed.label = label.empty() ? changed.label : label;
        changed.unitOfMeasure = unitOfMeasure.empty() ? changed.unitOfMeasure : unitOfMeasure;
        effect.changes.push_back(std::move(changed));
    }
    if (!name.empty() && name.text != variable.text) {
        effect.renames.push_back({variable.text, name.text});
    }
    return effect;
}

Problems RenameStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.exists(variable);
    checks.isGiven(!name.empty() || !label.empty() || !unitOfMeasure.empty(), "name");
    if (!name.empty() && name.text != variable.text) {
        checks.isFree("name", name.text);
    }
    return checks.take();
}

Result<StepOutcome> RenameStep::apply(const Panel& panel, const std::string& key, Progress&) const {
    CITYPANEL_TRY(Variable column, panel.variable(variable.text));
    if (!label.empty()) {
        column = column.withLabel(label);
    }
    if (!unitOfMeasure.empty()) {
        column = column.withUnitOfMeasure(unitOfMeasure);
    }
    CITYPANEL_TRY(Panel changed, panel.withVariable(std::move(column)));
    if (!name.empty()) {
        changed = changed.renamed(variable.text, name.text);
    }
    return PanelEdit(changed, key).finish();
}

ColumnEffect DropStep::effect(const Columns&) const {
    ColumnEffect effect;
    for (const ColumnName& name : variables) {
        effect.removes.push_back(name.text);
    }
    effect.needs = effect.removes;
    return effect;
}

Problems DropStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isGiven(!variables.empty(), "variables");
    for (const ColumnName& name : variables) {
        checks.exists(name);
        checks.isNotKey(name);
    }
    return checks.take();
}

Result<StepOutcome> DropStep::apply(const Panel& panel, const std::string& key, Progress&) const {
    Panel remaining = panel;
    for (const ColumnName& name : variables) {
        remaining = remaining.withoutVariable(name.text);
    }
    return PanelEdit(remaining, key).finish();
}

} // namespace citypanel::recipe
