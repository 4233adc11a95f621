// SPDX-License-Identifier: GPL-3.0-or-later
// From long to wide and back.
#include "core/recipe/reshape_step.h"

#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <utility>

namespace citypanel::recipe {

namespace {

std::string wideName(const ReshapeStep& step, const std::string& variable, std::int64_t period) {
    return variable + step.separator + std::to_string(period);
}

/// The wide columns of one variable that are there, in the order of the periods.
std::vector<std::string> wideColumns(const ReshapeStep& step, const std::string& variable,
                                     const Columns& columns) {
    std::vector<std::string> names;
    for (const std::int64_t period : step.periods) {
        std::string name = wideName(step, variable, period);
        if (columns.find(name) != nullptr) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

void removeAllBut(const Columns& columns, const std::string& kept, ColumnEffect& effect) {
    for (const ColumnInfo& info : columns.columns) {
        if (info.name != kept) {
            effect.removes.push_back(info.name);
        }
    }
}

ColumnEffect effectOfWide(const ReshapeStep& step, const Columns& columns) {
    ColumnEffect effect{.needs = columnsRead(step), .selectsRows = true, .keys = PanelKeys{}};
    removeAllBut(columns, columns.keys.unit, effect);
    for (const ColumnName& name : step.variables) {
        const ColumnInfo* known = columns.find(name.text);
        for (const std::int64_t period : step.periods) {
            ColumnInfo info = known == nullptr ? ColumnInfo{} : *known;
            info.name = wideName(step, name, period);
            effect.adds.push_back(std::move(info));
        }
    }
    return effect;
}

ColumnEffect effectOfLong(const ReshapeStep& step, const Columns& columns) {
    ColumnEffect effect{.selectsRows = true,
                        .keys = PanelKeys{step.unit.text, step.periodName.text}};
    addNeed(effect.needs, step.unit.text);
    removeAllBut(columns, step.unit.text, effect);
    effect.adds.push_back({.name = step.periodName.text});
    for (const ColumnName& name : step.variables) {
        ColumnInfo info{.name = name.text};
        for (const std::string& wide : wideColumns(step, name, columns)) {
            addNeed(effect.needs, wide);
            info = *columns.find(wide);
            info.name = name.text;
        }
        effect.adds.push_back(std::move(info));
    }
    return effect;
}

/// Rows of the wide table: the row of each unit in one period, npos where there is none.
std::vector<std::size_t> rowsOfPeriod(const Panel& panel, Period period) {
    std::vector<std::size_t> rows;
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        rows.push_back(panel.rowOf(unit, period).value_or(Origins::npos));
    }
    return rows;
}

Result<Panel> wide(const ReshapeStep& step, const Panel& panel) {
    std::vector<std::size_t> firstRows;
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        firstRows.push_back(panel.unitBegin(unit));
    }
    CITYPANEL_TRY(const Variable units, panel.variable(panel.keys().unit));
    std::vector<Variable> columns{units.permuted(firstRows)};
    for (const ColumnName& name : step.variables) {
        CITYPANEL_TRY(const Variable column, panel.variable(name.text));
        for (const std::int64_t period : step.periods) {
            columns.push_back(column.permuted(rowsOfPeriod(panel, period))
                                  .withName(wideName(step, name, period)));
        }
    }
    return Panel::crossSection(std::move(columns));
}

/// One variable stacked over the periods, unit by unit.
Variable stacked(const ReshapeStep& step, const std::string& name, const Panel& panel) {
    std::vector<double> values;
    Origins origins;
    std::string label;
    std::string unitOfMeasure;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        for (const std::int64_t period : step.periods) {
            const Variable* column = panel.find(wideName(step, name, period));
            values.push_back(column == nullptr ? missingValue : column->numbers()[row]);
            const bool isTraced = column != nullptr && column->origins().size() == panel.rowCount();
            origins.append(isTraced ? column->origins().at(row) : Origin{});
            if (column != nullptr) {
                label = column->label();
                unitOfMeasure = column->unitOfMeasure();
            }
        }
    }
    return Variable::numeric(name, std::move(values))
        .withLabel(std::move(label))
        .withUnitOfMeasure(std::move(unitOfMeasure))
        .withOrigins(std::move(origins));
}

Result<Panel> stackedPanel(const ReshapeStep& step, const Panel& panel) {
    std::vector<std::size_t> order;
    std::vector<double> periods;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        for (const std::int64_t period : step.periods) {
            order.push_back(row);
            periods.push_back(static_cast<double>(period));
        }
    }
    CITYPANEL_TRY(const Variable units, panel.variable(step.unit.text));
    std::vector<Variable> columns{units.permuted(order),
                                  Variable::numeric(step.periodName.text, std::move(periods))};
    for (const ColumnName& name : step.variables) {
        columns.push_back(stacked(step, name, panel));
    }
    return Panel::create({step.unit.text, step.periodName.text}, std::move(columns));
}

} // namespace

ColumnEffect ReshapeStep::effect(const Columns& columns) const {
    return shape == Shape::Wide ? effectOfWide(*this, columns) : effectOfLong(*this, columns);
}

Problems ReshapeStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.isGiven(!variables.empty(), "variables");
    checks.isGiven(!periods.empty(), "periods");
    if (shape == Shape::Wide) {
        checks.hasKeys();
        for (const ColumnName& name : variables) {
            checks.exists(name);
            checks.isNotKey(name);
            for (const std::int64_t period : periods) {
                checks.isFree("separator", wideName(*this, name, period));
            }
        }
        return checks.take();
    }
    checks.require(columns.keys.unit.empty(), "shape", "long", "wide");
    checks.exists(unit, "unit");
    checks.isFree("period_name", periodName.text);
    for (const ColumnName& name : variables) {
        const std::vector<std::string> wide = wideColumns(*this, name, columns);
        if (wide.empty() && !periods.empty()) {
            checks.exists(wideName(*this, name, periods.front()));
        }
        for (const std::string& column : wide) {
            checks.isNumeric(column);
        }
    }
    return checks.take();
}

Result<StepOutcome> ReshapeStep::apply(const Panel& panel, const std::string& key,
                                       Progress& progress) const {
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    CITYPANEL_TRY(const Panel reshaped,
                  shape == Shape::Wide ? wide(*this, panel) : stackedPanel(*this, panel));
    StepOutcome outcome = PanelEdit(reshaped, key).finish();
    outcome.report.rowsBefore = panel.rowCount();
    return outcome;
}

} // namespace citypanel::recipe
