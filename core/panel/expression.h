// SPDX-License-Identifier: GPL-3.0-or-later
// Expression: the one language of calculated variables, conditions and formula terms.
#pragma once

#include "core/base/result.h"
#include "core/panel/panel.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

namespace expression {
struct Node;
}

/// A parsed expression; cheap to copy, immutable.
///
/// Grammar, from loosest to tightest: `or ||`, `and &&`, `not !`, comparison `== != < <= > >=`
/// (`=` is read as `==`), `+ -`, `* / %`, unary `-`, `^` (right-associative). Names are letters
/// (any UTF-8), digits, `_` and `.`; others stand in backquotes. Text stands in quotes and may be
/// compared with text columns. Functions: log ln log10 log2 exp sqrt abs floor ceil sign;
/// min max (two or more arguments); round(x[, digits]); if(c, a, b); missing(x);
/// lag lead diff growth (x[, k], by period value within the unit);
/// mean sum sd count rank median first last and one-argument min max (over all rows, or
/// `by = g` / `by = g^h` groups); quantile_group(x, n), 1 .. n as Stata's xtile; I(x) is x.
/// A missing operand gives a missing result (but false and missing is false, true or missing is
/// true), and a row whose condition is missing is not selected.
class Expression {
public:
    Expression() = default;

    /// Text as given.
    [[nodiscard]] const std::string& text() const { return text_; }

    [[nodiscard]] bool isEmpty() const { return root_ == nullptr; }

    /// Names of the columns read, in order of first appearance (groups of `by` included).
    [[nodiscard]] const std::vector<std::string>& variables() const { return variables_; }

    /// The column's name when the expression is nothing but a name, else empty.
    [[nodiscard]] std::string_view plainVariable() const;
    /// True when a lag, lead, diff or growth occurs.
    [[nodiscard]] bool reachesOtherPeriods() const;
    /// The same text with every reference to a column renamed (backquoted where needed).
    [[nodiscard]] std::string renamed(std::string_view from, std::string_view to) const;

private:
    friend Result<Expression> parseExpression(std::string_view);
    friend struct ExpressionAccess;

    std::string text_;
    std::vector<std::string> variables_;
    std::shared_ptr<const expression::Node> root_;
};

/// Problems: SyntaxError, FunctionUnknown (near names in `expected`), ArgumentInvalid, each with
/// the byte position in `place.position`.
[[nodiscard]] Result<Expression> parseExpression(std::string_view text);

/// A computed column and what happened on the way.
struct ExpressionValues {
    std::vector<double> values; ///< one a row of the panel, NaN where missing
    std::size_t undefined = 0;  ///< rows missing though no operand was: log of zero, 0/0, ...
    std::vector<bool> outsidePeriods{}; ///< rows missing because a lag reaches outside the unit's
                                        ///< periods; empty if none
    bool isCondition = false;           ///< the result is true (1), false (0) or missing
};

/// Evaluates an expression over all rows of a panel.
/// Problems: VariableUnknown, VariableNotNumeric, ArgumentInvalid, each with position.
[[nodiscard]] Result<ExpressionValues> evaluate(const Expression& expression, const Panel& panel);

/// The same in extended precision (powers and products keep 64 bits), for small ill-conditioned
/// models.
[[nodiscard]] Result<std::vector<long double>> evaluateExtended(const Expression& expression,
                                                                const Panel& panel);

/// Rows where the condition holds (missing counts as not). Problems: as evaluate; ArgumentInvalid
/// when the expression is not a condition.
[[nodiscard]] Result<std::vector<bool>> selectRows(const Expression& condition, const Panel& panel);

} // namespace citypanel
