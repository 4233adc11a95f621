// SPDX-License-Identifier: GPL-3.0-or-later
// PanelEdit: builds a step's outcome, counting what changed and marking the origins of its cells.
#pragma once

#include "core/recipe/step_effect.h"

#include <string>
#include <vector>

namespace citypanel::recipe {

/// One step's work on a panel. Columns it does not touch stay shared.
class PanelEdit {
public:
    PanelEdit(const Panel& panel, std::string key);

    [[nodiscard]] const Panel& panel() const { return outcome_.panel; }

    /// Replaces the numbers of a column; cells that differ get origin (kind, key) and are counted
    /// as dropped, corrected where kind is Corrected, filled, or (a value for a value) clipped
    /// where kind is Clipped and computed else. A flag stays a flag as long as its values are 0
    /// and 1.
    void change(const Variable& before, std::vector<double> values, OriginKind kind);
    /// Adds a column, whose cells are all computed unless it knows where they came from; its
    /// missing values are counted.
    void add(const Variable& variable);
    /// Keeps the rows marked true.
    void keepRows(const std::vector<bool>& keep);
    void warn(Problem warning);
    /// Adds a number to the report.
    void note(std::string name, const std::string& variable, double value);

    [[nodiscard]] StepOutcome finish();

private:
    void put(Variable variable);

    StepOutcome outcome_;
    std::string key_;
};

} // namespace citypanel::recipe
