// SPDX-License-Identifier: GPL-3.0-or-later
// Later steps reduced to what they do to one column.
#include "core/recipe/column_route.h"

#include "core/recipe/step_columns.h"

#include <algorithm>
#include <set>
#include <utility>

namespace citypanel::recipe {

namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool holds(const std::vector<ColumnInfo>& infos, const std::string& name) {
    return std::any_of(infos.begin(), infos.end(),
                       [&](const ColumnInfo& info) { return info.name == name; });
}

/// The rows of `before` that are in `after`.
std::vector<std::size_t> rowsKept(const Panel& before, const Panel& after) {
    std::vector<std::size_t> rows;
    std::size_t next = 0;
    for (std::size_t row = 0; row < before.rowCount() && next < after.rowCount(); ++row) {
        const auto labelOf = [](const Panel& panel, std::size_t at) -> const std::string& {
            return panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[at])];
        };
        // Both are sorted alike, so that one pass finds them.
        if (labelOf(before, row) == labelOf(after, next) &&
            (before.isCrossSection() || before.periods()[row] == after.periods()[next])) {
            rows.push_back(row);
            ++next;
        }
    }
    return rows;
}

/// Winsorising works column by column: the others need not be done again.
Step reducedTo(Step step, const std::string& column) {
    if (auto* winsorise = std::get_if<WinsoriseStep>(&step)) {
        winsorise->variables = {column};
    }
    return step;
}

/// The panel with the keys and the columns that the step needs.
Panel reducedPanel(Panel panel, const Step& step, const std::string& column) {
    const ColumnEffect effect = effectOf(step, columnsOf(panel));
    std::vector<std::string> names;
    for (const Variable& variable : panel.columns()) {
        names.push_back(variable.name());
    }
    for (const std::string& name : names) {
        const bool isKey = name == panel.keys().unit || name == panel.keys().period;
        if (!isKey && name != column && !holds(effect.needs, name)) {
            panel = panel.withoutVariable(name);
        }
    }
    return panel;
}

std::string nameAfter(const ColumnEffect& effect, std::string name) {
    for (const ColumnRename& change : effect.renames) {
        name = change.from == name ? change.to : name;
    }
    return name;
}

/// The column of the step `key` is not at the end because the step `awaited` did not run.
Problem blockedBy(const std::string& awaited, const std::string& key) {
    return {.code = ProblemCode::StepBlocked, .place = {.step = key}, .found = awaited};
}

bool didNotRun(const StepResult* result) {
    return result == nullptr || result->state == StepState::Failed ||
           result->state == StepState::Waiting;
}

} // namespace

Result<ColumnRoute> ColumnRoute::of(const Recipe& recipe, const Evaluation& evaluation,
                                    const std::string& key, const std::string& column) {
    ColumnRoute route;
    route.name_ = column;
    bool isBehind = false;
    const Panel* panel = nullptr;
    for (const RecipeStep& entry : recipe.steps) {
        const StepResult* result = evaluation.find(entry.key);
        if (didNotRun(result)) { // the first is what the others wait for
            return blockedBy(entry.key, key);
        }
        if (isBehind && result->state == StepState::Done) {
            const Step& step = entry.step;
            const ColumnEffect effect = effectOf(step, columnsOf(*panel));
            const bool isRemoved = holds(effect.removes, route.name_);
            if (isRemoved || (effect.selectsRows && holds(effect.needs, route.name_))) {
                return Problem{.code = ProblemCode::ConventionUnsupported,
                               .place = {.step = entry.key},
                               .found = std::string(idOf(step))};
            }
            if (effect.selectsRows) {
                route.legs_.push_back({.rows = rowsKept(*panel, result->panel)});
            } else if (holds(effect.changes, route.name_)) {
                Step reduced = reducedTo(step, route.name_);
                Panel needed = reducedPanel(*panel, reduced, route.name_);
                route.legs_.push_back({.step = std::move(reduced),
                                       .panel = std::move(needed),
                                       .column = route.name_});
            }
            route.name_ = nameAfter(effect, route.name_);
        }
        isBehind = isBehind || (entry.key == key && result->state == StepState::Done);
        panel = &result->panel;
    }
    return isBehind ? Result<ColumnRoute>(std::move(route))
                    : Result<ColumnRoute>(blockedBy(key, key));
}

bool ColumnRoute::selectsOnly() const {
    return std::all_of(legs_.begin(), legs_.end(),
                       [](const Leg& leg) { return leg.column.empty(); });
}

Result<std::vector<double>> ColumnRoute::take(std::vector<double> values) const {
    NoProgress progress;
    for (const Leg& leg : legs_) {
        if (leg.column.empty()) {
            std::vector<double> kept;
            kept.reserve(leg.rows.size());
            for (const std::size_t row : leg.rows) {
                kept.push_back(values[row]);
            }
            values = std::move(kept);
            continue;
        }
        CITYPANEL_TRY(const Panel panel,
                      leg.panel.withVariable(Variable::numeric(leg.column, std::move(values))));
        CITYPANEL_TRY(const StepOutcome outcome, applyStep(leg.step, panel, {}, progress));
        const auto numbers = outcome.panel.find(leg.column)->numbers();
        values.assign(numbers.begin(), numbers.end());
    }
    return values;
}

} // namespace citypanel::recipe
