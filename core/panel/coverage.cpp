// SPDX-License-Identifier: GPL-3.0-or-later
// Counting what is there.
#include "core/panel/coverage.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace citypanel {

namespace {

bool isCounted(const Panel& panel, const Variable& variable) {
    return variable.type() == VariableType::Numeric && variable.name() != panel.keys().unit &&
           variable.name() != panel.keys().period;
}

std::size_t periodIndex(const Coverage& coverage, Period period) {
    const auto found = std::lower_bound(coverage.periods.begin(), coverage.periods.end(), period);
    return static_cast<std::size_t>(found - coverage.periods.begin());
}

std::vector<const Variable*> countedVariables(const Panel& panel,
                                              std::span<const std::string> names) {
    std::vector<const Variable*> variables;
    if (names.empty()) {
        for (const Variable& variable : panel.columns()) {
            if (isCounted(panel, variable)) {
                variables.push_back(&variable);
            }
        }
    }
    for (const std::string& name : names) {
        variables.push_back(panel.find(name));
    }
    return variables;
}

/// The series of one variable and unit over the panel's periods: whether each has a value.
using Present = std::vector<bool>;

/// Calls with each unit's series of a variable.
void forEachUnit(const Panel& panel, const Variable& variable,
                 const std::function<void(std::size_t, const Present&)>& take) {
    const auto periods = panel.distinctPeriods();
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        Present present(periods.size());
        for (std::size_t row = panel.unitBegin(unit); row < panel.unitEnd(unit); ++row) {
            const auto at = std::lower_bound(periods.begin(), periods.end(), panel.periods()[row]);
            present[static_cast<std::size_t>(at - periods.begin())] = !variable.isMissingAt(row);
        }
        take(unit, present);
    }
}

/// Runs of missing periods between the first value and the last, as index pairs.
std::vector<std::pair<std::size_t, std::size_t>> inner(const Present& present) {
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    std::size_t lastSeen = present.size();
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (!present[i]) {
            continue;
        }
        if (lastSeen != present.size() && i > lastSeen + 1) {
            runs.emplace_back(lastSeen + 1, i - 1);
        }
        lastSeen = i;
    }
    return runs;
}

VariableCoverage coverageOfVariable(const Panel& panel, const Variable& variable) {
    VariableCoverage coverage{.variable = variable.name()};
    const auto periods = panel.distinctPeriods();
    std::size_t first = periods.size();
    std::size_t last = 0;
    forEachUnit(panel, variable, [&](std::size_t, const Present& present) {
        const auto count =
            static_cast<std::size_t>(std::count(present.begin(), present.end(), true));
        coverage.values += count;
        coverage.completeUnits += count == present.size() ? 1 : 0;
        coverage.emptyUnits += count == 0 ? 1 : 0;
        for (const auto& [from, to] : inner(present)) {
            coverage.gapCount += to - from + 1;
        }
        for (std::size_t i = 0; i < present.size(); ++i) {
            first = present[i] ? std::min(first, i) : first;
            last = present[i] ? std::max(last, i) : last;
        }
    });
    if (first < periods.size()) {
        coverage.first = periods[first];
        coverage.last = periods[last];
    }
    return coverage;
}

} // namespace

double Coverage::share(std::size_t unit, std::size_t period) const {
    return variableCount == 0
               ? 0.0
               : static_cast<double>(at(unit, period)) / static_cast<double>(variableCount);
}

std::size_t Coverage::completeCount() const {
    return static_cast<std::size_t>(std::count(counts.begin(), counts.end(), variableCount));
}

std::size_t Coverage::emptyCount() const {
    return static_cast<std::size_t>(std::count(counts.begin(), counts.end(), std::size_t{0}));
}

Coverage coverageOf(const Panel& panel, std::span<const std::string> variables) {
    Coverage coverage;
    if (panel.rowCount() == 0 || panel.isCrossSection()) {
        return coverage;
    }
    coverage.units.assign(panel.unitLabels().begin(), panel.unitLabels().end());
    coverage.periods.assign(panel.distinctPeriods().begin(), panel.distinctPeriods().end());
    coverage.counts.assign(coverage.units.size() * coverage.periods.size(), 0);
    const auto counted = countedVariables(panel, variables);
    coverage.variableCount = counted.size();
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        const auto unit = static_cast<std::size_t>(panel.unitCodes()[row]);
        const std::size_t cell =
            unit * coverage.periods.size() + periodIndex(coverage, panel.periods()[row]);
        for (const Variable* variable : counted) {
            coverage.counts[cell] += variable != nullptr && !variable->isMissingAt(row) ? 1 : 0;
        }
    }
    return coverage;
}

std::vector<VariableCoverage> variableCoverage(const Panel& panel) {
    std::vector<VariableCoverage> all;
    for (const Variable& variable : panel.columns()) {
        if (isCounted(panel, variable) && !panel.isCrossSection()) {
            all.push_back(coverageOfVariable(panel, variable));
        }
    }
    return all;
}

std::vector<Gap> gapsOf(const Panel& panel) {
    std::vector<Gap> gaps;
    const auto periods =
        panel.isCrossSection() ? std::span<const Period>() : panel.distinctPeriods();
    for (const Variable& variable : panel.columns()) {
        if (!isCounted(panel, variable) || periods.empty()) {
            continue;
        }
        forEachUnit(panel, variable, [&](std::size_t unit, const Present& present) {
            for (const auto& [from, to] : inner(present)) {
                gaps.push_back(
                    {variable.name(), panel.unitLabels()[unit], periods[from], periods[to]});
            }
        });
    }
    return gaps;
}

} // namespace citypanel
