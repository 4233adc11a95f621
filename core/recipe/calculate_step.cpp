// SPDX-License-Identifier: GPL-3.0-or-later
// A column calculated by an expression.
#include "core/recipe/calculate_step.h"

#include "core/panel/expression.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

ColumnEffect CalculateStep::effect(const Columns&) const {
    return {.needs = columnsRead(*this),
            .adds = {{.name = name.text, .label = label, .unitOfMeasure = unitOfMeasure}}};
}

Problems CalculateStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isFree("name", name.text);
    checks.isExpression(expression, false);
    return checks.take();
}

Result<StepOutcome> CalculateStep::apply(const Panel& panel, const std::string& key,
                                         Progress& progress) const {
    CITYPANEL_TRY(const Expression parsed, parseExpression(expression.text));
    CITYPANEL_TRY(ExpressionValues computed, evaluate(parsed, panel));
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    PanelEdit edit(panel, key);
    if (computed.undefined > 0) {
        edit.warn({.code = ProblemCode::ValuesUndefined,
                   .place = {.variable = name.text},
                   .found = std::to_string(computed.undefined)});
    }
    Variable made = computed.isCondition ? Variable::flag(name.text, std::move(computed.values))
                                         : Variable::numeric(name.text, std::move(computed.values));
    edit.add(made.withLabel(label).withUnitOfMeasure(unitOfMeasure));
    return edit.finish();
}

} // namespace citypanel::recipe
