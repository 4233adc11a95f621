// SPDX-License-Identifier: GPL-3.0-or-later
// Rows kept by condition, unit and period.
#include "core/recipe/filter_step.h"

#include "core/panel/expression.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

namespace {

bool contains(const auto& list, const auto& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool keepsPeriod(const FilterStep& step, Period period) {
    return (!step.from || period >= *step.from) && (!step.to || period <= *step.to) &&
           !contains(step.dropPeriods, period);
}

/// A unit that is listed but not in the panel is worth a word: it may be misspelt.
void warnOfUnknownUnits(const FilterStep& step, const Panel& panel, PanelEdit& edit) {
    for (const std::string& unit : step.dropUnits) {
        if (!contains(panel.unitLabels(), unit)) {
            edit.warn({.code = ProblemCode::UnitUnmatched, .place = {.unit = unit}, .found = unit});
        }
    }
}

} // namespace

ColumnEffect FilterStep::effect(const Columns&) const {
    return {.needs = columnsRead(*this), .selectsRows = true};
}

Problems FilterStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    if (!condition.empty()) {
        checks.isExpression(condition, true);
    }
    checks.require(!from || !to || *from <= *to, "from", from ? std::to_string(*from) : "",
                   to ? "<= " + std::to_string(*to) : "");
    const bool usesKeys = !dropUnits.empty() || !dropPeriods.empty() || from || to;
    if (usesKeys) {
        checks.hasKeys();
    }
    return checks.take();
}

Result<StepOutcome> FilterStep::apply(const Panel& panel, const std::string& key,
                                      Progress& progress) const {
    std::vector<bool> keep(panel.rowCount(), true);
    if (!condition.empty()) {
        CITYPANEL_TRY(const Expression expression, parseExpression(condition.text));
        CITYPANEL_TRY(keep, selectRows(expression, panel));
    }
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    std::vector<bool> dropsUnit;
    for (const std::string& label : panel.unitLabels()) {
        dropsUnit.push_back(contains(dropUnits, label));
    }
    for (std::size_t row = 0; row < keep.size(); ++row) {
        keep[row] = keep[row] && !dropsUnit[static_cast<std::size_t>(panel.unitCodes()[row])] &&
                    keepsPeriod(*this, panel.periods()[row]);
    }
    if (std::find(keep.begin(), keep.end(), true) == keep.end()) {
        return Problem{.code = ProblemCode::SampleEmpty, .found = condition.text};
    }
    PanelEdit edit(panel, key);
    warnOfUnknownUnits(*this, panel, edit);
    edit.keepRows(keep);
    return edit.finish();
}

} // namespace citypanel::recipe
