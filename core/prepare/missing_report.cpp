// SPDX-License-Identifier: GPL-3.0-or-later
// Counting what is missing.
#include "core/prepare/missing_report.h"

#include "core/prepare/row_groups.h"

#include <algorithm>
#include <map>

namespace citypanel::prepare {

namespace {

std::vector<const Variable*> variablesOf(const Panel& panel,
                                         const std::vector<std::string>& names) {
    std::vector<const Variable*> variables;
    for (const Variable& column : panel.columns()) {
        const bool isKey =
            column.name() == panel.keys().unit || column.name() == panel.keys().period;
        const bool isNamed = std::find(names.begin(), names.end(), column.name()) != names.end();
        if (names.empty() ? !isKey : isNamed) {
            variables.push_back(&column);
        }
    }
    return variables;
}

std::vector<MissingPattern>
patternsOf(const std::map<std::vector<std::size_t>, std::size_t>& rows) {
    std::vector<MissingPattern> patterns;
    for (const auto& [variables, count] : rows) {
        patterns.push_back({variables, count});
    }
    std::stable_sort(patterns.begin(), patterns.end(), [](const auto& a, const auto& b) {
        return a.rows != b.rows ? a.rows > b.rows : a.variables.size() < b.variables.size();
    });
    return patterns;
}

} // namespace

MissingReport missingReport(const Panel& panel, const std::vector<std::string>& names) {
    const std::vector<const Variable*> variables = variablesOf(panel, names);
    const std::size_t unitCount = panel.unitCount();
    const std::size_t periodCount = panel.distinctPeriods().size();
    MissingReport report;
    report.absentRows = unitCount * periodCount - panel.rowCount();
    for (const Variable* variable : variables) {
        report.variables.push_back({variable->name(), report.absentRows, unitCount * periodCount});
    }
    for (const Period period : panel.distinctPeriods()) {
        report.periods.push_back({std::to_string(period), 0, unitCount * variables.size()});
    }
    for (const std::string& unit : panel.unitLabels()) {
        report.units.push_back({unit, 0, periodCount * variables.size()});
    }
    // All are absent at first; each row found takes its cells out again.
    report.byVariableAndPeriod.assign(variables.size() * periodCount, unitCount);
    std::vector<std::size_t> presentOfUnit(unitCount, 0);
    const RowGroups periodOf = rowGroups(panel, Within::Period);
    std::map<std::vector<std::size_t>, std::size_t> patterns;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        const auto period = static_cast<std::size_t>(periodOf.codes[row]);
        std::vector<std::size_t> missing;
        for (std::size_t v = 0; v < variables.size(); ++v) {
            if (variables[v]->isMissingAt(row)) {
                missing.push_back(v);
                ++report.variables[v].missing;
                continue;
            }
            --report.byVariableAndPeriod[v * periodCount + period];
            ++presentOfUnit[static_cast<std::size_t>(panel.unitCodes()[row])];
        }
        report.completeRows += missing.empty() ? 1U : 0U;
        if (!missing.empty()) {
            ++patterns[missing];
        }
    }
    for (std::size_t period = 0; period < periodCount; ++period) {
        for (std::size_t v = 0; v < variables.size(); ++v) {
            report.periods[period].missing += report.missingAt(v, period);
        }
    }
    for (std::size_t unit = 0; unit < unitCount; ++unit) {
        report.units[unit].missing = report.units[unit].cells - presentOfUnit[unit];
    }
    report.patterns = patternsOf(patterns);
    return report;
}

} // namespace citypanel::prepare
