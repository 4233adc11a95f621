// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that a model formula names, and the formula with these renamed.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

/// Names of the columns in a formula's terms, effects and instruments, in order of appearance;
/// none where it cannot be split into tokens.
[[nodiscard]] std::vector<std::string> formulaColumns(std::string_view formula);

/// The formula with all columns renamed at once (old name -> new name, backquoted where needed).
[[nodiscard]] std::string renamedFormula(std::string_view formula,
                                         const std::map<std::string, std::string>& names);

} // namespace citypanel
