// SPDX-License-Identifier: GPL-3.0-or-later
// ModelSpec: one model by the roles of its variables, and the formula that says the same.
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace citypanel::ui {

/// What a person fills in. Terms are as in a formula: "log(gdp)", "lag(x, 1)", "province^year".
struct ModelSpec {
    std::string outcome{};
    std::vector<std::string> core{};
    std::vector<std::string> controls{};
    std::vector<std::string> effects{};
    std::vector<std::string> endogenous{};
    std::vector<std::string> instruments{};

    friend bool operator==(const ModelSpec&, const ModelSpec&) = default;
};

/// "y ~ x + c1 + c2 | city + year | endogenous ~ z"; with gaps ("~ x | city") for what is not
/// chosen yet, and empty where nothing is.
[[nodiscard]] std::string formulaOf(const ModelSpec& spec);

/// The roles in a formula. Regressors among `core` are core, the others controls; when none of
/// them is named there, the first regressor is core. Problems: those of parseModelFormula.
[[nodiscard]] Result<ModelSpec> specOf(const std::string& formula,
                                       const std::vector<std::string>& core);

/// The roles in a formula with gaps, as formulaOf writes them.
[[nodiscard]] ModelSpec unfinishedSpecOf(const std::string& formula,
                                         const std::vector<std::string>& core);

/// Terms between plus signs that stand outside brackets.
[[nodiscard]] std::vector<std::string> termsOf(const std::string& text);

/// A name as a formula writes it: backquoted when it has blanks or operators in it.
[[nodiscard]] std::string quoted(const std::string& name);

} // namespace citypanel::ui
