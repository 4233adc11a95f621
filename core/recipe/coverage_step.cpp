// SPDX-License-Identifier: GPL-3.0-or-later
// Units with too few values dropped.
#include "core/recipe/coverage_step.h"

#include "core/panel/number_text.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

namespace {

std::vector<std::string> namesOf(const CoverageStep& step, const Columns& columns) {
    std::vector<std::string> names = columnsRead(step);
    if (!names.empty()) {
        return names;
    }
    for (const ColumnInfo& info : columns.columns) {
        const bool isNumeric =
            info.type == VariableType::Numeric || info.type == VariableType::Flag;
        if (isNumeric && info.name != columns.keys.unit && info.name != columns.keys.period) {
            names.push_back(info.name);
        }
    }
    return names;
}

/// Values of the variable in the rows of a unit.
std::size_t presentIn(const Variable& variable, std::size_t begin, std::size_t end) {
    std::size_t present = 0;
    for (std::size_t row = begin; row < end; ++row) {
        present += variable.isMissingAt(row) ? 0U : 1U;
    }
    return present;
}

} // namespace

ColumnEffect CoverageStep::effect(const Columns& columns) const {
    return {.needs = namesOf(*this, columns), .selectsRows = true};
}

Problems CoverageStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    for (const ColumnName& name : variables) {
        checks.exists(name);
    }
    checks.require(share > 0 && share <= 1, "share", shortestText(share), "0 < share <= 1");
    return checks.take();
}

Result<StepOutcome> CoverageStep::apply(const Panel& panel, const std::string& key,
                                        Progress& progress) const {
    const double periods = static_cast<double>(panel.distinctPeriods().size());
    std::vector<bool> keep(panel.rowCount(), true);
    for (const std::string& name : namesOf(*this, columnsOf(panel))) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        CITYPANEL_TRY(const Variable variable, panel.variable(name));
        for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
            const std::size_t begin = panel.unitBegin(unit);
            const std::size_t end = panel.unitEnd(unit);
            if (static_cast<double>(presentIn(variable, begin, end)) < share * periods) {
                std::fill(keep.begin() + static_cast<std::ptrdiff_t>(begin),
                          keep.begin() + static_cast<std::ptrdiff_t>(end), false);
            }
        }
    }
    if (std::find(keep.begin(), keep.end(), true) == keep.end()) {
        return Problem{.code = ProblemCode::SampleEmpty, .found = shortestText(share)};
    }
    PanelEdit edit(panel, key);
    edit.keepRows(keep);
    return edit.finish();
}

} // namespace citypanel::recipe
