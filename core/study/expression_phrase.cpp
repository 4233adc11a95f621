// SPDX-License-Identifier: GPL-3.0-or-later
// The walk along the tree of an expression.
#include "core/study/expression_phrase.h"

#include "core/panel/expression_tree.h"
#include "core/panel/number_text.h"
#include "core/study/labels.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace citypanel::study {

namespace {

using expression::Function;
using expression::Node;
using expression::Operator;
using NodePointer = std::shared_ptr<const Node>;

constexpr int weakest = 0; ///< binding of what stands in no other operation
constexpr int bindingOfComparison = 4;
constexpr int tightest = 9;

/// How tightly an operation binds; operands that bind less stand in parentheses.
int bindingOf(Operator operation) {
    switch (operation) {
    case Operator::Or:
        return 1;
    case Operator::And:
        return 2;
    case Operator::Not:
        return 3;
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual:
        return bindingOfComparison;
    case Operator::Add:
    case Operator::Subtract:
        return 5;
    case Operator::Multiply:
    case Operator::Divide:
    case Operator::Modulo:
        return 6;
    case Operator::Negate:
        return 7;
    case Operator::Power:
        return 8;
    }
    return weakest;
}

Word wordOf(Operator operation) {
    switch (operation) {
    case Operator::Or:
        return Word::EitherHolds;
    case Operator::And:
        return Word::BothHold;
    case Operator::Not:
        return Word::DoesNotHold;
    case Operator::Equal:
        return Word::IsEqual;
    case Operator::NotEqual:
        return Word::IsUnequal;
    case Operator::Less:
        return Word::IsLess;
    case Operator::LessEqual:
        return Word::IsAtMost;
    case Operator::Greater:
        return Word::IsMore;
    case Operator::GreaterEqual:
        return Word::IsAtLeast;
    case Operator::Add:
        return Word::Sum;
    case Operator::Subtract:
        return Word::Minus;
    case Operator::Multiply:
        return Word::Times;
    case Operator::Divide:
        return Word::DividedBy;
    case Operator::Modulo:
        return Word::Remainder;
    case Operator::Negate:
        return Word::Negative;
    case Operator::Power:
        return Word::ToThePower;
    }
    return Word::Own;
}

bool isOperation(const Node& node, Operator operation) {
    return node.kind == Node::Kind::Operation && node.operation == operation;
}

bool isMedian(const Node& node) {
    return node.kind == Node::Kind::Call && node.function->function == Function::Median &&
           node.by.empty();
}

/// A name compared with a value that several conditions may list.
struct NamedValue {
    const Node* name = nullptr;
    const Node* value = nullptr;
};

class Sayer {
public:
    explicit Sayer(const Panel& panel) : panel_(panel) {}

    [[nodiscard]] Phrase of(const Node& node) const {
        switch (node.kind) {
        case Node::Kind::Number:
            return own(numberText(node.number));
        case Node::Kind::Text:
            return levelName(node.text);
        case Node::Kind::Name:
            return name(node.text);
        case Node::Kind::Operation:
            return operation(node);
        case Node::Kind::Call:
            return call(node);
        }
        return {};
    }

private:
    static std::string numberText(double value) {
        const std::string digits = shortestText(std::abs(value));
        return value < 0 ? "\u2212" + digits : digits;
    }

    [[nodiscard]] bool isGroup(const std::string& column) const {
        const Variable* variable = panel_.find(column);
        return column == panel_.keys().unit || column == panel_.keys().period ||
               (variable != nullptr && variable->type() == VariableType::Text);
    }

    [[nodiscard]] Phrase name(const std::string& column) const {
        return isGroup(column) ? groupPhrase(panel_, column) : variablePhrase(panel_, column);
    }

    /// An operand, in parentheses where it binds less than `least`.
    [[nodiscard]] Phrase operand(const Node& node, int least) const {
        Phrase said = of(node);
        if (node.kind == Node::Kind::Operation && bindingOf(node.operation) < least) {
            return phrase(Word::InParentheses, {std::move(said)});
        }
        return said;
    }

    [[nodiscard]] Phrase operation(const Node& node) const {
        if (const auto list = listed(node)) {
            return *list;
        }
        if (const auto half = halfOfRows(node)) {
            return *half;
        }
        const int binding = bindingOf(node.operation);
        Phrase said = phrase(wordOf(node.operation));
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            // "a - (b - c)": the right operand needs them at equal strength too; what is denied
            // needs them always.
            const bool isRight = i > 0 && node.operation != Operator::And &&
                                 node.operation != Operator::Or && node.operation != Operator::Add;
            const int least =
                node.operation == Operator::Not ? tightest : binding + (isRight ? 1 : 0);
            said.arguments.push_back(operand(*node.children[i], least));
        }
        return said;
    }

    /// The operands of a chain "a and b and c", in order.
    static void flatten(const Node& node, Operator chain, std::vector<const Node*>& parts) {
        if (!isOperation(node, chain)) {
            parts.push_back(&node);
            return;
        }
        for (const NodePointer& child : node.children) {
            flatten(*child, chain, parts);
        }
    }

    static std::optional<NamedValue> compared(const Node& node, Operator comparison) {
        if (!isOperation(node, comparison)) {
            return std::nullopt;
        }
        const Node* left = node.children[0].get();
        const Node* right = node.children[1].get();
        const bool isValue = right->kind == Node::Kind::Number || right->kind == Node::Kind::Text;
        return left->kind == Node::Kind::Name && isValue ? std::optional(NamedValue{left, right})
                                                         : std::nullopt;
    }

    /// "year != 2020 and year != 2021", "kind == a or kind == b": one name, several values.
    [[nodiscard]] std::optional<Phrase> listed(const Node& node) const {
        const bool leavesOut = isOperation(node, Operator::And);
        if (!leavesOut && !isOperation(node, Operator::Or)) {
            return std::nullopt;
        }
        std::vector<const Node*> parts;
        flatten(node, node.operation, parts);
        Phrase values = phrase(Word::List);
        const std::string* first = nullptr;
        for (const Node* part : parts) {
            const auto pair = compared(*part, leavesOut ? Operator::NotEqual : Operator::Equal);
            if (!pair || (first != nullptr && pair->name->text != *first)) {
                return std::nullopt;
            }
            first = &pair->name->text;
            values.arguments.push_back(of(*pair->value));
        }
        return phrase(leavesOut ? Word::IsNoneOf : Word::IsOneOf,
                      {name(*first), std::move(values)});
    }

    /// "x <= median(x)" and "x > median(x)".
    [[nodiscard]] std::optional<Phrase> halfOfRows(const Node& node) const {
        const bool isLower = isOperation(node, Operator::LessEqual);
        if (!isLower && !isOperation(node, Operator::Greater)) {
            return std::nullopt;
        }
        const Node& right = *node.children[1];
        Phrase variable = of(*node.children[0]);
        if (!isMedian(right) || of(*right.children[0]) != variable) {
            return std::nullopt;
        }
        return phrase(isLower ? Word::CheckBelowMedian : Word::CheckAboveMedian,
                      {std::move(variable)});
    }

    /// Periods of "lag(x)" and "lag(x, 2)"; none of other calls.
    static std::optional<std::size_t> lagsOf(const Node& node) {
        if (node.function->function != Function::Lag) {
            return std::nullopt;
        }
        if (node.children.size() == 1) {
            return 1;
        }
        const Node& periods = *node.children[1];
        return periods.kind == Node::Kind::Number
                   ? std::optional(static_cast<std::size_t>(std::max(periods.number, 0.0)))
                   : std::nullopt;
    }

    [[nodiscard]] Phrase call(const Node& node) const {
        if (const auto lags = lagsOf(node)) {
            return phrase(Word::LagOf, {of(*node.children.front()), number(*lags)});
        }
        const bool isSingle = node.children.size() == 1 && node.by.empty();
        if (isSingle) {
            Phrase argument = of(*node.children.front());
            switch (node.function->function) {
            case Function::Identity:
                return argument;
            case Function::Median:
                return phrase(Word::MedianOf, {std::move(argument)});
            case Function::Mean:
                return phrase(Word::MeanOf, {std::move(argument)});
            case Function::Missing:
                return phrase(Word::IsMissing, {std::move(argument)});
            case Function::Log:
                return phrase(Word::FunctionOf, {own("ln"), std::move(argument)});
            default:
                return phrase(Word::FunctionOf,
                              {own(std::string(node.function->name)), std::move(argument)});
            }
        }
        return phrase(Word::FunctionOf, {own(std::string(node.function->name)), arguments(node)});
    }

    [[nodiscard]] Phrase arguments(const Node& node) const {
        Phrase all;
        const auto add = [&all](Phrase next) {
            all = all.isEmpty() ? std::move(next)
                                : phrase(Word::Arguments, {std::move(all), std::move(next)});
        };
        for (const NodePointer& child : node.children) {
            add(of(*child));
        }
        for (const NodePointer& group : node.by) {
            add(phrase(Word::IsEqual, {own("by"), groupPhrase(panel_, group->text)}));
        }
        return all;
    }

    const Panel& panel_;
};

} // namespace

Phrase expressionPhrase(const Panel& panel, std::string_view expression) {
    const auto parsed = parseExpression(expression);
    const Node* root = parsed ? ExpressionAccess::root(*parsed) : nullptr;
    return root == nullptr ? own(std::string(expression)) : Sayer(panel).of(*root);
}

bool isCondition(std::string_view expression) {
    const auto parsed = parseExpression(expression);
    const Node* root = parsed ? ExpressionAccess::root(*parsed) : nullptr;
    return root != nullptr && root->kind == Node::Kind::Operation &&
           bindingOf(root->operation) <= bindingOfComparison;
}

} // namespace citypanel::study
