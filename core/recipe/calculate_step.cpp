// SPDX-License-Identifier: GPL-3.0-or-later
// A column calculated by an expression.
#include "core/recipe/calculate_step.h"

#include "core/panel/expression.h"
#include "core/panel/unit_of_measure.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

namespace {

/// What the columns' units of measure say about the expression's.
ExpressionUnit unitIn(const ExpressionText& expression, const Columns& columns) {
    const auto parsed = parseExpression(expression.text);
    return parsed
               ? unitOfExpression(*parsed,
                                  [&](const std::string& name) {
                                      const ColumnInfo* info = columns.find(name);
                                      return info == nullptr ? std::string() : info->unitOfMeasure;
                                  })
               : ExpressionUnit{};
}

std::string unitTextOf(const CalculateStep& step, const Columns& columns) {
    if (!step.unitOfMeasure.empty()) {
        return step.unitOfMeasure;
    }
    const ExpressionUnit found = unitIn(step.expression, columns);
    return found.unit ? found.unit->text() : std::string();
}

} // namespace

ColumnEffect CalculateStep::effect(const Columns& columns) const {
    return {
        .needs = columnsRead(*this),
        .adds = {{.name = name.text, .label = label, .unitOfMeasure = unitTextOf(*this, columns)}}};
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
    const Columns columns = columnsOf(panel);
    for (const ExpressionUnit::Mismatch& mismatch : unitIn(expression, columns).mismatches) {
        edit.warn({.code = ProblemCode::OptionInvalid,
                   .place = {.variable = "unit_of_measure", .position = mismatch.position},
                   .found = mismatch.right,
                   .expected = mismatch.left});
    }
    Variable made = computed.isCondition ? Variable::flag(name.text, std::move(computed.values))
                                         : Variable::numeric(name.text, std::move(computed.values));
    edit.add(made.withLabel(label).withUnitOfMeasure(unitTextOf(*this, columns)));
    return edit.finish();
}

} // namespace citypanel::recipe
