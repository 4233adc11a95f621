// SPDX-License-Identifier: GPL-3.0-or-later
// Columns put on a common scale.
#include "core/recipe/standardise_step.h"

#include "core/prepare/row_groups.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

ColumnEffect StandardiseStep::effect(const Columns& columns) const {
    ColumnEffect effect{.needs = columnsRead(*this)};
    for (ColumnInfo info : infosOf(columns, variables)) {
        info.name += suffix;
        info.type = VariableType::Numeric;
        info.unitOfMeasure.clear();
        (suffix.empty() ? effect.changes : effect.adds).push_back(std::move(info));
    }
    return effect;
}

Problems StandardiseStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.areNumeric("variables", variables);
    for (const ColumnName& name : variables) {
        if (suffix.empty()) {
            checks.isNotKey(name);
        } else {
            checks.isFree("suffix", name.text + suffix);
        }
    }
    return checks.take();
}

Result<StepOutcome> StandardiseStep::apply(const Panel& panel, const std::string& key,
                                           Progress& progress) const {
    const prepare::RowGroups groups = prepare::rowGroups(panel, within);
    PanelEdit edit(panel, key);
    for (const ColumnName& name : variables) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        CITYPANEL_TRY(const Variable variable, panel.variable(name.text));
        std::vector<double> values =
            prepare::standardised(variable.numbers(), groups.codes, groups.count, scale);
        // Added even where the name is taken by the variable itself: its unit of measure is gone.
        edit.add(
            Variable::numeric(name.text + suffix, std::move(values)).withLabel(variable.label()));
    }
    return edit.finish();
}

} // namespace citypanel::recipe
