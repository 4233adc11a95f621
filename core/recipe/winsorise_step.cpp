// SPDX-License-Identifier: GPL-3.0-or-later
// Extreme values clipped or set missing.
#include "core/recipe/winsorise_step.h"

#include "core/panel/number_text.h"
#include "core/prepare/row_groups.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

ColumnEffect WinsoriseStep::effect(const Columns& columns) const {
    return {.needs = columnsRead(*this), .changes = infosOf(columns, variables)};
}

Problems WinsoriseStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.areNumeric("variables", variables);
    for (const ColumnName& name : variables) {
        checks.isNotKey(name);
    }
    checks.require(lower >= 0 && lower < 100, "lower", shortestText(lower), "0 - 100");
    checks.require(upper > 0 && upper <= 100, "upper", shortestText(upper), "0 - 100");
    checks.require(lower < upper, "lower", shortestText(lower), "< " + shortestText(upper));
    return checks.take();
}

Result<StepOutcome> WinsoriseStep::apply(const Panel& panel, const std::string& key,
                                         Progress& progress) const {
    const prepare::TailRule rule{lower / 100, upper / 100, sides, treatment, quantile};
    const prepare::RowGroups groups = prepare::rowGroups(panel, within);
    PanelEdit edit(panel, key);
    for (const ColumnName& name : variables) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        CITYPANEL_TRY(const Variable variable, panel.variable(name.text));
        edit.change(variable,
                    prepare::limited(variable.numbers(), groups.codes, groups.count, rule),
                    OriginKind::Clipped);
    }
    return edit.finish();
}

} // namespace citypanel::recipe
