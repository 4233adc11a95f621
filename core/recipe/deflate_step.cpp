// SPDX-License-Identifier: GPL-3.0-or-later
// Values at the prices of a base period.
#include "core/recipe/deflate_step.h"

#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

ColumnEffect DeflateStep::effect(const Columns& columns) const {
    ColumnEffect effect{.needs = columnsRead(*this)};
    for (ColumnInfo info : infosOf(columns, variables)) {
        info.name += suffix;
        (suffix.empty() ? effect.changes : effect.adds).push_back(std::move(info));
    }
    return effect;
}

Problems DeflateStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.hasKeys();
    checks.areNumeric("variables", variables);
    checks.isNumeric(priceIndex, "price_index");
    for (const ColumnName& name : variables) {
        if (suffix.empty()) {
            checks.isNotKey(name);
        } else {
            checks.isFree("suffix", name.text + suffix);
        }
    }
    return checks.take();
}

namespace {

/// Price levels of all rows. A unit without the base period has none, and a warning says so; where
/// no unit has it, that is a Problem.
Result<std::vector<double>> levelsOf(const DeflateStep& step, const Panel& panel, PanelEdit& edit) {
    CITYPANEL_TRY(const Variable index, panel.variable(step.priceIndex.text));
    std::vector<double> levels(panel.rowCount(), missingValue);
    bool hasBase = false;
    Problem lacking{.code = ProblemCode::PeriodMissing};
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        const std::size_t begin = panel.unitBegin(unit);
        const std::size_t size = panel.unitEnd(unit) - begin;
        auto level = prepare::priceLevels(index.numbers().subspan(begin, size),
                                          panel.periods().subspan(begin, size), step.indexBase,
                                          step.basePeriod);
        if (level) {
            hasBase = true;
            std::copy(level->begin(), level->end(),
                      levels.begin() + static_cast<std::ptrdiff_t>(begin));
            continue;
        }
        lacking = located(level.error(),
                          {.variable = step.priceIndex.text, .unit = panel.unitLabels()[unit]});
        if (lacking.code != ProblemCode::PeriodMissing) {
            return lacking;
        }
        edit.warn(lacking);
    }
    if (!hasBase) {
        lacking.place.unit.clear();
        return lacking;
    }
    return levels;
}

} // namespace

Result<StepOutcome> DeflateStep::apply(const Panel& panel, const std::string& key,
                                       Progress& progress) const {
    PanelEdit edit(panel, key);
    CITYPANEL_TRY(const std::vector<double> levels, levelsOf(*this, panel, edit));
    for (const ColumnName& name : variables) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        CITYPANEL_TRY(const Variable variable, panel.variable(name.text));
        std::vector<double> values(variable.numbers().begin(), variable.numbers().end());
        for (std::size_t row = 0; row < values.size(); ++row) {
            values[row] /= levels[row];
        }
        if (suffix.empty()) {
            edit.change(variable, std::move(values), OriginKind::Computed);
        } else {
            edit.add(Variable::numeric(name.text + suffix, std::move(values))
                         .withLabel(variable.label())
                         .withUnitOfMeasure(variable.unitOfMeasure()));
        }
    }
    return edit.finish();
}

} // namespace citypanel::recipe
