// SPDX-License-Identifier: GPL-3.0-or-later
// The syntax tree of an expression and its table of functions.
#pragma once

#include "core/panel/expression.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

/// Opens the syntax tree to what walks along it.
struct ExpressionAccess {
    static const expression::Node* root(const Expression& expression) {
        return expression.root_.get();
    }
};

} // namespace citypanel

namespace citypanel::expression {

enum class Operator : std::uint8_t {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    Negate,
    Not,
};

enum class Function : std::uint8_t {
    Identity,
    Log,
    Log10,
    Log2,
    Exp,
    Sqrt,
    Abs,
    Floor,
    Ceil,
    Sign,
    Round,
    If,
    Missing,
    Lag,
    Lead,
    Diff,
    Growth,
    Min,
    Max,
    Mean,
    Sum,
    Sd,
    Count,
    Rank,
    Median,
    First,
    Last,
    QuantileGroup,
};

/// What kind of arguments a function takes.
enum class FunctionClass : std::uint8_t {
    Elementwise, ///< row by row
    Shift,       ///< (x[, whole number]) along the unit's periods
    Aggregate,   ///< (x[, by = group]) over groups of rows; quantile_group has (x, n) before by
    Extremum,    ///< elementwise with two or more arguments, else an aggregate
};

struct FunctionInfo {
    std::string_view name;
    Function function;
    FunctionClass kind;
    std::size_t fewest; ///< arguments
    std::size_t most;
};

/// All functions; some have two names.
[[nodiscard]] std::span<const FunctionInfo> functionTable();
[[nodiscard]] const FunctionInfo* findFunction(std::string_view name);

struct Node {
    enum class Kind : std::uint8_t { Number, Text, Name, Operation, Call };

    Kind kind = Kind::Number;
    std::size_t position = 0;
    std::size_t length = 0; ///< bytes of the token at `position`
    std::size_t height = 1; ///< nodes from here down to the deepest leaf
    double number = 0.0;
    std::string text{}; ///< the name or the text
    Operator operation = Operator::Add;
    const FunctionInfo* function = nullptr;
    std::vector<std::shared_ptr<const Node>> children{};
    std::vector<std::shared_ptr<const Node>> by{}; ///< names of the grouping columns
};

} // namespace citypanel::expression
