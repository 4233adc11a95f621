// SPDX-License-Identifier: GPL-3.0-or-later
// Levels and growth rates joined, unit by unit.
#include "core/recipe/chain_growth_step.h"

#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace citypanel::recipe {

ColumnEffect ChainGrowthStep::effect(const Columns& columns) const {
    const ColumnInfo* info = columns.find(level.text);
    return {.needs = columnsRead(*this),
            .adds = {{.name = name.text,
                      .unitOfMeasure = info == nullptr ? std::string() : info->unitOfMeasure}}};
}

Problems ChainGrowthStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.hasKeys();
    checks.isNumeric(level, "level");
    checks.isNumeric(growth, "growth");
    checks.isFree("name", name.text);
    return checks.take();
}

Result<StepOutcome> ChainGrowthStep::apply(const Panel& panel, const std::string& key,
                                           Progress& progress) const {
    CITYPANEL_TRY(const Variable levels, panel.variable(level.text));
    CITYPANEL_TRY(const Variable rates, panel.variable(growth.text));
    std::vector<double> values(panel.rowCount(), missingValue);
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        const std::size_t begin = panel.unitBegin(unit);
        const std::size_t size = panel.unitEnd(unit) - begin;
        const std::vector<double> chained = prepare::chainedByGrowth(
            levels.numbers().subspan(begin, size), rates.numbers().subspan(begin, size),
            panel.periods().subspan(begin, size), form, backward);
        std::copy(chained.begin(), chained.end(),
                  values.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    PanelEdit edit(panel, key);
    edit.add(
        Variable::numeric(name.text, std::move(values)).withUnitOfMeasure(levels.unitOfMeasure()));
    return edit.finish();
}

} // namespace citypanel::recipe
