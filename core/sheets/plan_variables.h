// SPDX-License-Identifier: GPL-3.0-or-later
// Plan variables: the columns of all tables of a plan, by the variable they become.
#pragma once

#include "core/sheets/import.h"

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::sheets {

struct PlanVariable {
    std::string name{};
    std::string label{};                       ///< of the first column
    std::string scope{};                       ///< of the first column
    std::vector<std::string> unitsOfMeasure{}; ///< distinct, as they are read, by appearance
    std::size_t tableCount = 0;
    std::size_t columnCount = 0; ///< a wide table has one a period
    std::string file{};          ///< where it stands first
    std::string sheet{};
    bool isText = false;
    bool isImported = false; ///< any column of it is
};

/// By first appearance, key columns left out.
[[nodiscard]] std::vector<PlanVariable> planVariables(const ImportPlan& plan);

/// The plan with every column of these variables read, or none.
[[nodiscard]] ImportPlan
withVariablesImported(ImportPlan plan, const std::vector<std::string>& variables, bool isImported);

/// The plan that says of every column of a variable that it is in this unit of measure; values stay
/// as they are.
[[nodiscard]] ImportPlan withUnitStated(ImportPlan plan, const std::string& variable,
                                        const std::string& unitOfMeasure);

/// The plan with this label for every column of a variable.
[[nodiscard]] ImportPlan withVariableLabelled(ImportPlan plan, const std::string& variable,
                                              const std::string& label);

} // namespace citypanel::sheets
