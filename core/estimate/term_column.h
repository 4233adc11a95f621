// SPDX-License-Identifier: GPL-3.0-or-later
// One term of a formula over all rows of a panel.
#pragma once

#include "core/base/result.h"
#include "core/estimate/model_formula.h"
#include "core/panel/panel.h"

#include <vector>

namespace citypanel {

/// Values of a term with one column, a row of the panel each; missing where a part of the term is.
/// Problems: VariableUnknown, VariableNotNumeric, SyntaxError.
[[nodiscard]] Result<std::vector<double>> termColumn(const Panel& panel, const Term& term);

} // namespace citypanel
