// SPDX-License-Identifier: GPL-3.0-or-later
// Gaps filled within each unit.
#include "core/recipe/interpolate_step.h"

#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

ColumnEffect InterpolateStep::effect(const Columns& columns) const {
    return {.needs = columnsRead(*this), .changes = infosOf(columns, variables)};
}

Problems InterpolateStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.hasKeys();
    checks.areNumeric("variables", variables);
    for (const ColumnName& name : variables) {
        checks.isNotKey(name);
    }
    checks.require(maxGap >= 0, "max_gap", std::to_string(maxGap), ">= 0");
    return checks.take();
}

Result<StepOutcome> InterpolateStep::apply(const Panel& panel, const std::string& key,
                                           Progress& progress) const {
    const prepare::InterpolationRule rule{method, ends, maxGap};
    PanelEdit edit(panel, key);
    for (const ColumnName& name : variables) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        CITYPANEL_TRY(const Variable variable, panel.variable(name.text));
        std::vector<double> values(panel.rowCount());
        for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
            const std::size_t begin = panel.unitBegin(unit);
            const std::size_t size = panel.unitEnd(unit) - begin;
            const std::vector<double> filled =
                prepare::interpolated(variable.numbers().subspan(begin, size),
                                      panel.periods().subspan(begin, size), rule);
            std::copy(filled.begin(), filled.end(),
                      values.begin() + static_cast<std::ptrdiff_t>(begin));
        }
        edit.change(variable, std::move(values), OriginKind::Interpolated);
    }
    return edit.finish();
}

} // namespace citypanel::recipe
