// SPDX-License-Identifier: GPL-3.0-or-later
// One cell replaced, with a reason.
#include "core/recipe/correct_step.h"

#include "core/panel/number_text.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

ColumnEffect CorrectStep::effect(const Columns& columns) const {
    return {.needs = columnsRead(*this), .changes = infosOf(columns, {variable})};
}

Problems CorrectStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.hasKeys();
    checks.isNumeric(variable);
    checks.isNotKey(variable);
    checks.isGiven(!reason.empty(), "reason");
    return checks.take();
}

Result<StepOutcome> CorrectStep::apply(const Panel& panel, const std::string& key,
                                       Progress&) const {
    CITYPANEL_TRY(const Variable column, panel.variable(variable.text));
    const auto labels = panel.unitLabels();
    const auto at = std::find(labels.begin(), labels.end(), unit);
    const auto row = at == labels.end()
                         ? std::optional<std::size_t>{}
                         : panel.rowOf(static_cast<std::size_t>(at - labels.begin()), period);
    if (!row) {
        return Problem{
            .code = at == labels.end() ? ProblemCode::UnitUnmatched : ProblemCode::PeriodMissing,
            .place = {.variable = variable.text, .unit = unit, .period = std::to_string(period)},
            .found = at == labels.end() ? unit : std::to_string(period)};
    }
    std::vector<double> values(column.numbers().begin(), column.numbers().end());
    values[*row] = value.value_or(missingValue);
    PanelEdit edit(panel, key);
    edit.change(column, std::move(values), OriginKind::Corrected);
    return edit.finish();
}

} // namespace citypanel::recipe
