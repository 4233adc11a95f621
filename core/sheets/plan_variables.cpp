// SPDX-License-Identifier: GPL-3.0-or-later
// Columns collected and changed by variable.
#include "core/sheets/plan_variables.h"

#include "core/sheets/plan_decisions.h"
#include "core/sheets/year_headers.h"

#include <algorithm>
#include <unordered_map>

namespace citypanel::sheets {

namespace {

bool isKey(const Layout& layout, const ColumnLayout& column) {
    return column.column == layout.unitColumn || column.column == layout.periodColumn;
}

/// Calls change for every column of a plan that is no key and has this name.
template <typename Change>
void changeColumns(ImportPlan& plan, const std::string& variable, Change change) {
    for (SheetImport& table : plan.sheets) {
        for (ColumnLayout& column : table.layout.columns) {
            if (column.name == variable && !isKey(table.layout, column)) {
                change(column);
            }
        }
    }
}

/// What the file calls a variable; of headings that are years, what they say beside the year.
std::string labelOf(const ColumnLayout& column) {
    if (!column.variableLabel.empty()) {
        return column.variableLabel;
    }
    return column.period == 0 ? column.label : splitYear(column.label).name;
}

void addColumn(const ColumnLayout& column, const std::string& unit, PlanVariable& variable) {
    ++variable.columnCount;
    variable.isImported = variable.isImported || column.isImported;
    auto& units = variable.unitsOfMeasure;
    if (!unit.empty() && std::find(units.begin(), units.end(), unit) == units.end()) {
        units.push_back(unit);
    }
}

} // namespace

std::vector<PlanVariable> planVariables(const ImportPlan& plan) {
    std::vector<PlanVariable> variables;
    std::unordered_map<std::string, std::size_t> index;
    std::unordered_map<std::string, const SheetImport*> lastTable;
    for (const SheetImport& table : plan.sheets) {
        for (const ColumnLayout& column : table.layout.columns) {
            if (isKey(table.layout, column)) {
                continue;
            }
            const auto [entry, isNew] = index.try_emplace(column.name, variables.size());
            if (isNew) {
                variables.push_back({.name = column.name,
                                     .label = labelOf(column),
                                     .scope = column.scope,
                                     .file = table.file,
                                     .sheet = table.sheet,
                                     .isText = column.isText});
            }
            PlanVariable& variable = variables[entry->second];
            variable.tableCount += lastTable[column.name] == &table ? 0 : 1;
            lastTable[column.name] = &table;
            addColumn(column, unitAsRead(plan, table, column), variable);
        }
    }
    return variables;
}

ImportPlan withVariablesImported(ImportPlan plan, const std::vector<std::string>& variables,
                                 bool isImported) {
    for (const std::string& variable : variables) {
        changeColumns(plan, variable,
                      [&](ColumnLayout& column) { column.isImported = isImported; });
    }
    return plan;
}

ImportPlan withUnitStated(ImportPlan plan, const std::string& variable,
                          const std::string& unitOfMeasure) {
    changeColumns(plan, variable,
                  [&](ColumnLayout& column) { column.unitOfMeasure = unitOfMeasure; });
    return plan;
}

ImportPlan withVariableLabelled(ImportPlan plan, const std::string& variable,
                                const std::string& label) {
    changeColumns(plan, variable, [&](ColumnLayout& column) { column.variableLabel = label; });
    return plan;
}

} // namespace citypanel::sheets
