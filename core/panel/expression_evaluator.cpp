// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation of expressions over the rows of a panel, in double or extended precision.
#include "core/panel/expression.h"
#include "core/panel/expression_functions.h"
#include "core/panel/expression_lexer.h"
#include "core/panel/expression_tree.h"
#include "core/panel/not_numeric.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace citypanel {

namespace expression {

namespace {

template <typename Number>
struct Column {
    std::vector<Number> values;
    bool isCondition = false;
};

bool isComparison(Operator op) {
    return op >= Operator::Equal && op <= Operator::GreaterEqual;
}

template <typename Number>
Number powerOf(Number base, Number exponent) {
    // Small whole powers by multiplication: exact to one rounding and fast.
    if (exponent == Number{2}) {
        return base * base;
    }
    return std::pow(base, exponent);
}

template <typename T>
bool compare(Operator op, const T& a, const T& b) {
    switch (op) {
    case Operator::Equal:
        return a == b;
    case Operator::NotEqual:
        return a != b;
    case Operator::Less:
        return a < b;
    case Operator::LessEqual:
        return a <= b;
    case Operator::Greater:
        return a > b;
    default:
        return a >= b;
    }
}

template <typename Number>
class Evaluator {
public:
    explicit Evaluator(const Panel& panel) : panel_(panel), n_(panel.rowCount()) {}

    Result<Column<Number>> evaluate(const Node& node) {
        switch (node.kind) {
        case Node::Kind::Number:
            return Column<Number>{std::vector<Number>(n_, static_cast<Number>(node.number))};
        case Node::Kind::Text:
            return notNumeric(node);
        case Node::Kind::Name:
            return variable(node);
        case Node::Kind::Operation:
            return operation(node);
        case Node::Kind::Call:
            return call(node);
        }
        return at(node, ProblemCode::Internal);
    }

    /// Rows whose result is missing and where `flags` is set.
    [[nodiscard]] static std::vector<bool> missingAnd(const std::vector<Number>& values,
                                                      const std::vector<bool>& flags) {
        std::vector<bool> both(flags.size());
        for (std::size_t row = 0; row < flags.size(); ++row) {
            both[row] = flags[row] && std::isnan(values[row]);
        }
        return both;
    }

    [[nodiscard]] const std::vector<bool>& undefined() const { return undefined_; }

    [[nodiscard]] const std::vector<bool>& outside() const { return outside_; }

private:
    static constexpr Number missing = std::numeric_limits<Number>::quiet_NaN();

    [[nodiscard]] static Problem at(const Node& node, ProblemCode code) {
        return Problem{.code = code,
                       .place = {.variable = node.kind == Node::Kind::Name ? node.text : "",
                                 .position = node.position},
                       .found = node.text};
    }

    /// A column of text by its name; a text written in the expression is a value in a wrong place.
    [[nodiscard]] Problem notNumeric(const Node& node) const {
        const Variable* text = node.kind == Node::Kind::Name ? panel_.find(node.text) : nullptr;
        if (text == nullptr) {
            return at(node, ProblemCode::ArgumentInvalid);
        }
        Problem problem = citypanel::notNumeric(panel_, *text);
        problem.place.position = node.position;
        if (problem.code == ProblemCode::VariableNotNumeric) {
            problem.found.clear();
        }
        return problem;
    }

    Result<Variable> column(const Node& node) {
        Result<Variable> found = panel_.variable(node.text);
        if (!found) {
            return located(found.error(), {.position = node.position});
        }
        return found;
    }

    Result<Column<Number>> variable(const Node& node) {
        CITYPANEL_TRY(const Variable found, column(node));
        if (!found.isNumeric()) {
            return notNumeric(node);
        }
        return Column<Number>{{found.numbers().begin(), found.numbers().end()},
                              found.type() == VariableType::Flag};
    }

    /// A result that is not finite although its operands were: missing, and remembered.
    Number defined(std::size_t row, Number value, bool operandsAreFinite) {
        if (std::isfinite(value) || !operandsAreFinite) {
            return value;
        }
        if (undefined_.empty()) {
            undefined_.assign(n_, false);
        }
        undefined_[row] = true;
        return missing;
    }

    Result<Column<Number>> operation(const Node& node) {
        const Operator op = node.operation;
        if (op == Operator::Negate || op == Operator::Not) {
            return unary(node);
        }
        if (isComparison(op) && (isText(*node.children[0]) || isText(*node.children[1]))) {
            return textComparison(node);
        }
        CITYPANEL_TRY(Column<Number> left, evaluate(*node.children[0]));
        CITYPANEL_TRY(const Column<Number> right, evaluate(*node.children[1]));
        combine(op, left.values, right.values);
        left.isCondition = isComparison(op) || op == Operator::And || op == Operator::Or;
        return left;
    }

    Result<Column<Number>> unary(const Node& node) {
        CITYPANEL_TRY(Column<Number> operand, evaluate(*node.children[0]));
        const bool isNot = node.operation == Operator::Not;
        for (Number& value : operand.values) {
            if (isNot) {
                value = std::isnan(value) ? value : Number(value == Number{0});
            } else {
                value = -value;
            }
        }
        operand.isCondition = isNot;
        return operand;
    }

    template <typename Operation>
    void each(std::vector<Number>& left, const std::vector<Number>& right, Operation&& apply) {
        for (std::size_t row = 0; row < n_; ++row) {
            const bool finite = std::isfinite(left[row]) && std::isfinite(right[row]);
            left[row] = defined(row, apply(left[row], right[row]), finite);
        }
    }

    void combine(Operator op, std::vector<Number>& left, const std::vector<Number>& right) {
        switch (op) {
        case Operator::Add:
            return each(left, right, [](Number a, Number b) { return a + b; });
        case Operator::Subtract:
            return each(left, right, [](Number a, Number b) { return a - b; });
        case Operator::Multiply:
            return each(left, right, [](Number a, Number b) { return a * b; });
        case Operator::Divide:
            return each(left, right, [](Number a, Number b) { return a / b; });
        case Operator::Modulo:
            return each(left, right, [](Number a, Number b) { return a - b * std::floor(a / b); });
        case Operator::Power:
            return each(left, right, [](Number a, Number b) { return powerOf(a, b); });
        case Operator::And:
        case Operator::Or:
            return logic(op, left, right);
        default:
            return each(left, right, [op](Number a, Number b) {
                return std::isnan(a) || std::isnan(b) ? missing : Number(compare(op, a, b));
            });
        }
    }

    /// Kleene's logic: false and missing is false, true or missing is true.
    void logic(Operator op, std::vector<Number>& left, const std::vector<Number>& right) {
        const Number decisive = op == Operator::And ? Number{0} : Number{1};
        for (std::size_t row = 0; row < n_; ++row) {
            const auto truth = [](Number x) { return std::isnan(x) ? x : Number(x != Number{0}); };
            const Number a = truth(left[row]);
            const Number b = truth(right[row]);
            if (a == decisive || b == decisive) {
                left[row] = decisive;
            } else {
                left[row] = std::isnan(a) || std::isnan(b) ? missing : Number{1} - decisive;
            }
        }
    }

    [[nodiscard]] bool isText(const Node& node) const {
        if (node.kind == Node::Kind::Text) {
            return true;
        }
        const Variable* found = node.kind == Node::Kind::Name ? panel_.find(node.text) : nullptr;
        return found != nullptr && !found->isNumeric();
    }

    Result<Column<Number>> textComparison(const Node& node) {
        const Node& left = *node.children[0];
        const Node& right = *node.children[1];
        for (const Node* side : {&left, &right}) {
            if (!isText(*side)) {
                // A number beside text: the text column is what does not fit.
                const Node& other = side == &left ? right : left;
                return notNumeric(other);
            }
        }
        const Variable* first = left.kind == Node::Kind::Name ? panel_.find(left.text) : nullptr;
        const Variable* second = right.kind == Node::Kind::Name ? panel_.find(right.text) : nullptr;
        Column<Number> result{std::vector<Number>(n_, missing), true};
        for (std::size_t row = 0; row < n_; ++row) {
            const bool isUnknown = (first != nullptr && first->isMissingAt(row)) ||
                                   (second != nullptr && second->isMissingAt(row));
            if (!isUnknown) {
                const std::string_view a = first != nullptr ? first->textAt(row) : left.text;
                const std::string_view b = second != nullptr ? second->textAt(row) : right.text;
                result.values[row] = Number(compare(node.operation, a, b));
            }
        }
        return result;
    }

    Result<Column<Number>> call(const Node& node) {
        const FunctionInfo& info = *node.function;
        if (info.function == Function::Missing) {
            return missingness(node);
        }
        std::vector<Column<Number>> arguments;
        for (const auto& child : node.children) {
            CITYPANEL_TRY(Column<Number> value, evaluate(*child));
            arguments.push_back(std::move(value));
        }
        if (info.kind == FunctionClass::Shift) {
            return shift(node, std::move(arguments));
        }
        if (info.kind == FunctionClass::Aggregate ||
            (info.kind == FunctionClass::Extremum && arguments.size() == 1)) {
            return grouped(node, arguments.front());
        }
        return elementwise(info.function, std::move(arguments));
    }

    Result<Column<Number>> missingness(const Node& node) {
        Column<Number> result{std::vector<Number>(n_), true};
        const Node& child = *node.children.front();
        if (child.kind == Node::Kind::Name) {
            CITYPANEL_TRY(const Variable found, column(child));
            for (std::size_t row = 0; row < n_; ++row) {
                result.values[row] = Number(found.isMissingAt(row));
            }
            return result;
        }
        CITYPANEL_TRY(const Column<Number> inner, evaluate(child));
        for (std::size_t row = 0; row < n_; ++row) {
            result.values[row] = Number(std::isnan(inner.values[row]));
        }
        return result;
    }

    template <typename Operation>
    Column<Number> map(Column<Number> x, Operation&& apply) {
        for (std::size_t row = 0; row < n_; ++row) {
            x.values[row] = defined(row, apply(x.values[row]), std::isfinite(x.values[row]));
        }
        x.isCondition = false;
        return x;
    }

    Result<Column<Number>> elementwise(Function function, std::vector<Column<Number>> arguments) {
        Column<Number>& x = arguments.front();
        switch (function) {
        case Function::Identity:
            return std::move(x);
        case Function::Log:
            return map(std::move(x), [](Number v) { return std::log(v); });
        case Function::Log10:
            return map(std::move(x), [](Number v) { return std::log10(v); });
        case Function::Log2:
            return map(std::move(x), [](Number v) { return std::log2(v); });
        case Function::Exp:
            return map(std::move(x), [](Number v) { return std::exp(v); });
        case Function::Sqrt:
            return map(std::move(x), [](Number v) { return std::sqrt(v); });
        case Function::Abs:
            return map(std::move(x), [](Number v) { return std::abs(v); });
        case Function::Floor:
            return map(std::move(x), [](Number v) { return std::floor(v); });
        case Function::Ceil:
            return map(std::move(x), [](Number v) { return std::ceil(v); });
        case Function::Sign:
            return map(std::move(x), [](Number v) {
                return std::isnan(v) ? v : Number((v > Number{0}) - (v < Number{0}));
            });
        case Function::Round:
            return rounded(std::move(arguments));
        case Function::If:
            return chosen(std::move(arguments));
        default:
            return extremum(function, std::move(arguments));
        }
    }

    Column<Number> rounded(std::vector<Column<Number>> arguments) {
        if (arguments.size() == 1) {
            return map(std::move(arguments[0]), [](Number v) { return std::round(v); });
        }
        each(arguments[0].values, arguments[1].values, [](Number v, Number digits) {
            const Number scale = std::pow(Number{10}, std::round(digits));
            return std::round(v * scale) / scale;
        });
        return std::move(arguments[0]);
    }

    Column<Number> chosen(std::vector<Column<Number>> arguments) {
        Column<Number>& condition = arguments[0];
        const bool isCondition = arguments[1].isCondition && arguments[2].isCondition;
        for (std::size_t row = 0; row < n_; ++row) {
            Number& c = condition.values[row];
            if (!std::isnan(c)) {
                c = c != Number{0} ? arguments[1].values[row] : arguments[2].values[row];
            }
        }
        condition.isCondition = isCondition;
        return std::move(condition);
    }

    Column<Number> extremum(Function function, std::vector<Column<Number>> arguments) {
        Column<Number>& first = arguments.front();
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            each(first.values, arguments[i].values, [function](Number a, Number b) {
                if (std::isnan(a) || std::isnan(b)) {
                    return missing;
                }
                return function == Function::Min ? std::min(a, b) : std::max(a, b);
            });
        }
        return std::move(first);
    }

    Result<Column<Number>> shift(const Node& node, std::vector<Column<Number>> arguments) {
        if (panel_.isCrossSection()) {
            Problem problem = at(node, ProblemCode::ArgumentInvalid);
            problem.expected = "--panel UNIT,PERIOD";
            return problem;
        }
        const bool isGiven = arguments.size() == 2 && n_ > 0;
        const auto k = isGiven ? static_cast<Period>(arguments[1].values.front()) : Period{1};
        const Function function = node.function->function;
        const std::vector<std::size_t> source =
            shiftedRows(panel_, function == Function::Lead ? -k : k);
        std::vector<Number> moved(n_, missing);
        for (std::size_t row = 0; row < n_; ++row) {
            if (source[row] != Origins::npos) {
                moved[row] = arguments[0].values[source[row]];
                continue;
            }
            if (outside_.empty()) {
                outside_.assign(n_, false);
            }
            outside_[row] = true;
        }
        Column<Number>& x = arguments[0];
        if (function == Function::Diff) {
            each(x.values, moved, [](Number now, Number before) { return now - before; });
        } else if (function == Function::Growth) {
            each(x.values, moved,
                 [](Number now, Number before) { return now / before - Number{1}; });
        } else {
            x.values = std::move(moved);
        }
        x.isCondition = false;
        return std::move(x);
    }

    Result<Column<Number>> grouped(const Node& node, const Column<Number>& x) {
        Factor groups{{}, std::vector<std::int32_t>(n_, 0), {std::string()}};
        for (std::size_t i = 0; i < node.by.size(); ++i) {
            CITYPANEL_TRY(const Variable found, column(*node.by[i]));
            groups = i == 0 ? factorOf(found) : interact(groups, factorOf(found));
        }
        const std::span<const Number> values(x.values);
        if (node.function->function == Function::QuantileGroup) {
            return Column<Number>{quantileGroups(values, groups.codes, groups.levelCount(),
                                                 static_cast<int>(node.children[1]->number))};
        }
        return Column<Number>{
            aggregate(node.function->function, values, groups.codes, groups.levelCount())};
    }

    const Panel& panel_;
    std::size_t n_;
    std::vector<bool> undefined_;
    std::vector<bool> outside_;
};

} // namespace

} // namespace expression

Result<ExpressionValues> evaluate(const Expression& expression, const Panel& panel) {
    const expression::Node* root = ExpressionAccess::root(expression);
    if (root == nullptr) {
        return expression::syntaxError(0, {}, {});
    }
    using Evaluator = expression::Evaluator<double>;
    Evaluator evaluator(panel);
    CITYPANEL_TRY(expression::Column<double> column, evaluator.evaluate(*root));
    ExpressionValues result;
    result.isCondition = column.isCondition;
    const std::vector<bool> undefined = Evaluator::missingAnd(column.values, evaluator.undefined());
    result.undefined =
        static_cast<std::size_t>(std::count(undefined.begin(), undefined.end(), true));
    result.outsidePeriods = Evaluator::missingAnd(column.values, evaluator.outside());
    result.values = std::move(column.values);
    return result;
}

Result<std::vector<long double>> evaluateExtended(const Expression& expression,
                                                  const Panel& panel) {
    const expression::Node* root = ExpressionAccess::root(expression);
    if (root == nullptr) {
        return expression::syntaxError(0, {}, {});
    }
    expression::Evaluator<long double> evaluator(panel);
    CITYPANEL_TRY(expression::Column<long double> column, evaluator.evaluate(*root));
    return std::move(column.values);
}

Result<std::vector<bool>> selectRows(const Expression& condition, const Panel& panel) {
    CITYPANEL_TRY(const ExpressionValues result, evaluate(condition, panel));
    if (!result.isCondition) {
        return Problem{.code = ProblemCode::ArgumentInvalid,
                       .place = {.position = 0},
                       .found = condition.text(),
                       .expected = "==, !=, <, <=, >, >="};
    }
    std::vector<bool> selected(result.values.size());
    for (std::size_t row = 0; row < selected.size(); ++row) {
        selected[row] = !isMissing(result.values[row]) && result.values[row] != 0.0;
    }
    return selected;
}

} // namespace citypanel
