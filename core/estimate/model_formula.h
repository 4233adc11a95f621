// SPDX-License-Identifier: GPL-3.0-or-later
// ModelFormula: y ~ x1 + x2 | effects | endogenous ~ instruments, parsed.
#pragma once

#include "core/base/result.h"
#include "core/panel/expression.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

/// One factor of a product such as `x:z` or `i(g, x)`.
struct TermPart {
    enum class Kind : std::uint8_t {
        Numeric, ///< the value of an expression
        Levels,  ///< one 0/1 column a level of a variable, the reference level left out
    };

    Kind kind = Kind::Numeric;
    std::string text{};                     ///< Levels: the variable
    Expression expression{};                ///< Numeric: what to evaluate
    std::optional<std::string> reference{}; ///< Levels: the level left out
    bool keepsAllLevels = false; ///< Levels: no level is left out unless `reference` is given
};

/// A regressor or instrument: one column, or several when a part has levels.
struct Term {
    std::string name{};       ///< as written, without blanks: "lag(x,1)", "x:z", "I(x^2)"
    std::size_t position = 0; ///< byte offset in the formula
    std::vector<TermPart> parts{};
    bool leavesOutReferenceCell = false; ///< of the parts that keep all levels, see codeFactors()
};

/// An absorbed effect: `city`, `province^year`, `city[x]` (effects and unit-specific slopes of x)
/// or `city[[x]]` (slopes alone).
struct EffectTerm {
    std::string name{}; ///< "province^year"
    std::size_t position = 0;
    std::vector<std::string> variables{}; ///< interacted grouping variables
    std::vector<Expression> slopes{};
    bool hasLevels = true; ///< false for `[[x]]`
};

/// A parsed formula. The grammar is that of fixest:
/// outcome ~ terms [| effects] [| endogenous ~ instruments]; terms are joined by `+`; `1`, `0` and
/// `-1` stand for the constant; `a:b` is a product, `a*b` is a + b + a:b; `i(g)`, `i(g, x)`,
/// `i(g, ref=level)`, `factor(g)` make columns of levels, coded by R's rule of marginality; any
/// function may be used; arithmetic stands inside `I(...)`; names with operators are backquoted.
struct ModelFormula {
    std::string text{}; ///< as given
    Expression outcome{};
    std::string outcomeName{};
    bool hasConstant = true; ///< false after `0` or `-1`; with effects the constant is absorbed
    std::vector<Term> regressors{}; ///< exogenous
    std::vector<EffectTerm> effects{};
    std::vector<Term> endogenous{};
    std::vector<Term> instruments{}; ///< excluded instruments

    [[nodiscard]] bool hasInstruments() const { return !endogenous.empty(); }
};

/// Problems: SyntaxError, FunctionUnknown, ArgumentInvalid, each with the byte position in
/// `place.position`; InstrumentsTooFew when fewer instrument terms than endogenous ones are given.
[[nodiscard]] Result<ModelFormula> parseModelFormula(std::string_view text);

} // namespace citypanel
