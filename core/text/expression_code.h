// SPDX-License-Identifier: GPL-3.0-or-later
// Column expressions in the languages of Stata and R.
#pragma once

#include "core/panel/expression.h"
#include "core/text/step_code.h"

#include <string>
#include <vector>

namespace citypanel::text {

/// An expression of the other program and the commands to run before it (Stata computes lags and
/// aggregates of expressions in variables of their own, named __t1, __t2, ...).
struct ExpressionCode {
    std::vector<std::string> before{};
    std::vector<std::string> temporary{}; ///< variables that `before` makes
    std::string value{};                  ///< the number, missing where the expression is
    std::string isTrue{};                 ///< a condition's "holds for certain"; else empty
};

/// keys name the panel's unit and period. An expression that does not parse gives empty code.
[[nodiscard]] ExpressionCode expressionCode(std::string_view expression, const PanelKeys& keys,
                                            CodeLanguage language);

} // namespace citypanel::text
