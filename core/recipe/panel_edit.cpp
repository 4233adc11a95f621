// SPDX-License-Identifier: GPL-3.0-or-later
// Changing columns with their counts and origins.
#include "core/recipe/panel_edit.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace citypanel::recipe {

namespace {

bool areFlags(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(),
                       [](double v) { return v == 0 || v == 1 || isMissing(v); });
}

Origins originsOf(const Variable& variable) {
    return variable.origins().size() == variable.size()
               ? variable.origins()
               : Origins::all(variable.size(), OriginKind::Unknown);
}

/// What happened to one cell that differs.
void count(VariableChange& change, double before, double after, OriginKind kind) {
    if (isMissing(after)) {
        ++change.dropped;
    } else if (kind == OriginKind::Corrected) {
        ++change.corrected;
    } else if (isMissing(before)) {
        ++change.filled;
    } else if (kind == OriginKind::Clipped) {
        ++change.clipped;
    } else {
        ++change.computed;
    }
}

} // namespace

PanelEdit::PanelEdit(const Panel& panel, std::string key)
    : outcome_{panel, {}}, key_(std::move(key)) {
    outcome_.report.rowsBefore = panel.rowCount();
    outcome_.report.rowsAfter = panel.rowCount();
}

void PanelEdit::change(const Variable& before, std::vector<double> values, OriginKind kind) {
    const auto old = before.numbers();
    VariableChange change{.variable = before.name()};
    std::vector<bool> marked(old.size(), false);
    bool isChanged = false;
    for (std::size_t row = 0; row < old.size(); ++row) {
        if (!isSameNumber(old[row], values[row])) {
            marked[row] = true;
            isChanged = true;
            count(change, old[row], values[row], kind);
        }
        // A correction asks for the values of its cells alone.
        change.missing += isMissing(values[row]) && kind != OriginKind::Corrected ? 1U : 0U;
    }
    outcome_.report.variables.push_back(change);
    if (!isChanged) {
        return;
    }
    const bool isFlag = before.type() == VariableType::Flag && areFlags(values);
    Variable after = isFlag ? Variable::flag(before.name(), std::move(values))
                            : Variable::numeric(before.name(), std::move(values));
    put(after.withLabel(before.label())
            .withUnitOfMeasure(before.unitOfMeasure())
            .withOrigins(originsOf(before).replaced(marked, kind, key_)));
}

void PanelEdit::add(const Variable& variable) {
    const std::size_t missing = variable.missingCount();
    outcome_.report.variables.push_back(VariableChange{
        .variable = variable.name(), .computed = variable.size() - missing, .missing = missing});
    const bool isTraced = variable.origins().size() == variable.size() && variable.size() > 0;
    put(isTraced ? variable
                 : variable.withOrigins(Origins::all(variable.size(), OriginKind::Computed, key_)));
}

void PanelEdit::keepRows(const std::vector<bool>& keep) {
    outcome_.panel = outcome_.panel.filtered(keep);
    outcome_.report.rowsAfter = outcome_.panel.rowCount();
}

void PanelEdit::warn(Problem warning) {
    warning.severity = Severity::Warning;
    outcome_.report.warnings.push_back(std::move(warning));
}

void PanelEdit::note(std::string name, const std::string& variable, double value) {
    outcome_.report.figures.push_back(StepFigure{std::move(name), variable, value});
}

StepOutcome PanelEdit::finish() {
    return std::move(outcome_);
}

void PanelEdit::put(Variable variable) {
    auto panel = outcome_.panel.withVariable(std::move(variable));
    assert(panel); // every caller makes a value a row
    outcome_.panel = *std::move(panel);
}

} // namespace citypanel::recipe
