// SPDX-License-Identifier: GPL-3.0-or-later
// The walk along the tree of an expression, once a language.
#include "core/text/expression_code.h"

#include "core/panel/expression_tree.h"
#include "core/panel/number_text.h"

#include <utility>

namespace citypanel::text {

namespace {

using expression::Function;
using expression::FunctionClass;
using expression::Node;
using expression::Operator;

std::string numberCode(double number) {
    return number < 0 ? "(" + shortestText(number) + ")" : shortestText(number);
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        text.append(text.empty() ? "" : separator).append(part);
    }
    return text;
}

std::string call(std::string_view name, const std::vector<std::string>& arguments) {
    return std::string(name).append("(").append(joined(arguments, ", ")).append(")");
}

std::string inQuotes(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return quoted + "\"";
}

std::string_view symbolOf(Operator operation) {
    switch (operation) {
    case Operator::Or:
        return " | ";
    case Operator::And:
        return " & ";
    case Operator::Equal:
        return " == ";
    case Operator::NotEqual:
        return " != ";
    case Operator::Less:
        return " < ";
    case Operator::LessEqual:
        return " <= ";
    case Operator::Greater:
        return " > ";
    case Operator::GreaterEqual:
        return " >= ";
    case Operator::Add:
        return " + ";
    case Operator::Subtract:
    case Operator::Negate:
        return " - ";
    case Operator::Multiply:
        return " * ";
    case Operator::Divide:
        return " / ";
    case Operator::Modulo:
        return " %% ";
    case Operator::Power:
        return "^";
    case Operator::Not:
        return "!";
    }
    return {};
}

/// The steps of a shift; one unless given.
double shiftOf(const Node& node) {
    if (node.children.size() < 2) {
        return 1;
    }
    const Node& k = *node.children[1];
    return k.kind == Node::Kind::Operation ? -k.children[0]->number : k.number;
}

bool isExtremumOfSeveral(const Node& node) {
    return node.function->kind == FunctionClass::Extremum && node.children.size() > 1;
}

bool isAggregate(const Node& node) {
    return node.function->kind == FunctionClass::Aggregate ||
           (node.function->kind == FunctionClass::Extremum && node.children.size() == 1);
}

/// R has missing values with the same logic; only infinities and text of groups need helpers.
class RWriter {
public:
    explicit RWriter(const PanelKeys& keys) : keys_(keys) {}

    [[nodiscard]] std::string of(const Node& node) const {
        switch (node.kind) {
        case Node::Kind::Number:
            return numberCode(node.number);
        case Node::Kind::Text:
            return inQuotes(node.text);
        case Node::Kind::Name:
            return codeName(node.text, CodeLanguage::R);
        case Node::Kind::Operation:
            return operation(node);
        case Node::Kind::Call:
            return ofCall(node);
        }
        return {};
    }

private:
    [[nodiscard]] std::string operand(const Node& node) const {
        return node.kind == Node::Kind::Operation ? "(" + of(node) + ")" : of(node);
    }

    [[nodiscard]] std::string operation(const Node& node) const {
        if (node.children.size() == 1) {
            return (node.operation == Operator::Not ? "!" : "-") + operand(*node.children[0]);
        }
        std::string code = operand(*node.children[0]);
        code.append(symbolOf(node.operation)).append(operand(*node.children[1]));
        const bool mayOverflow =
            (node.operation == Operator::Divide || node.operation == Operator::Modulo ||
             node.operation == Operator::Power) &&
            node.children[1]->kind != Node::Kind::Number;
        return mayOverflow ? "cp_finite(" + code + ")" : code;
    }

    [[nodiscard]] std::string shifted(const Node& node, double k) const {
        return call("cp_lag", {of(*node.children[0]), codeName(keys_.unit, CodeLanguage::R),
                               codeName(keys_.period, CodeLanguage::R), shortestText(k)});
    }

    [[nodiscard]] std::string ofShift(const Node& node) const {
        const std::string now = operand(*node.children[0]);
        switch (node.function->function) {
        case Function::Lead:
            return shifted(node, -shiftOf(node));
        case Function::Diff:
            return "(" + now + " - " + shifted(node, shiftOf(node)) + ")";
        case Function::Growth:
            return "(cp_finite(" + now + " / " + shifted(node, shiftOf(node)) + ") - 1)";
        default:
            return shifted(node, shiftOf(node));
        }
    }

    [[nodiscard]] std::string ofAggregate(const Node& node) const {
        std::vector<std::string> arguments{inQuotes(std::string(node.function->name))};
        if (node.function->function == Function::QuantileGroup) {
            arguments[0] = numberCode(node.children[1]->number);
        }
        arguments.push_back(of(*node.children[0]));
        for (const auto& group : node.by) {
            arguments.push_back(of(*group));
        }
        return call(node.function->function == Function::QuantileGroup ? "cp_quantile_group"
                                                                       : "cp_by",
                    arguments);
    }

    [[nodiscard]] std::string ofCall(const Node& node) const {
        if (node.function->kind == FunctionClass::Shift) {
            return ofShift(node);
        }
        if (isAggregate(node)) {
            return ofAggregate(node);
        }
        std::vector<std::string> arguments;
        for (const auto& child : node.children) {
            arguments.push_back(of(*child));
        }
        if (isExtremumOfSeveral(node)) {
            return call(node.function->function == Function::Min ? "pmin" : "pmax", arguments);
        }
        switch (node.function->function) {
        case Function::Identity:
            return "(" + arguments.front() + ")";
        case Function::If:
            return call("ifelse", arguments);
        case Function::Missing:
            return call("is.na", arguments);
        case Function::Round:
            return call("cp_round", arguments);
        case Function::Ceil:
            return call("ceiling", arguments);
        case Function::Log:
            return "cp_finite(" + call("log", arguments) + ")";
        case Function::Log10:
        case Function::Log2:
        case Function::Exp:
        case Function::Sqrt:
            return "cp_finite(" + call(node.function->name, arguments) + ")";
        default:
            return call(node.function->name, arguments);
        }
    }

    const PanelKeys& keys_;
};

/// Stata takes missing for the largest number, so a condition is written as "holds for certain"
/// and "fails for certain", and its value from both.
class StataWriter {
public:
    explicit StataWriter(ExpressionCode& code) : code_(code) {}

    std::string value(const Node& node) {
        if (isCondition(node)) {
            const std::string holds = holdsFor(node, true);
            const std::string fails = holdsFor(node, false);
            return call("cond", {holds, "1", "cond(" + fails + ", 0, .)"});
        }
        switch (node.kind) {
        case Node::Kind::Number:
            return numberCode(node.number);
        case Node::Kind::Text:
            return inQuotes(node.text);
        case Node::Kind::Name:
            return codeName(node.text, CodeLanguage::Stata);
        case Node::Kind::Operation:
            return arithmetic(node);
        case Node::Kind::Call:
            return ofCall(node);
        }
        return {};
    }

    static bool isCondition(const Node& node) {
        const bool isLogic =
            node.kind == Node::Kind::Operation &&
            (node.operation <= Operator::GreaterEqual || node.operation == Operator::Not);
        return isLogic ||
               (node.kind == Node::Kind::Call && node.function->function == Function::Missing);
    }

    /// "The condition is true (false) and not missing".
    std::string holdsFor(const Node& node, bool wanted) {
        if (!isCondition(node)) {
            const std::string x = value(node);
            return "(" + x + (wanted ? " != 0 & !missing(" : " == 0 & !missing(") + x + "))";
        }
        if (node.kind == Node::Kind::Call) {
            return (wanted ? "missing(" : "!missing(") + value(*node.children[0]) + ")";
        }
        if (node.operation == Operator::Not) {
            return holdsFor(*node.children[0], !wanted);
        }
        if (node.operation == Operator::And || node.operation == Operator::Or) {
            const bool isBoth = (node.operation == Operator::And) == wanted;
            return "(" + holdsFor(*node.children[0], wanted) + (isBoth ? " & " : " | ") +
                   holdsFor(*node.children[1], wanted) + ")";
        }
        const std::string left = value(*node.children[0]);
        const std::string right = value(*node.children[1]);
        const Operator operation = wanted ? node.operation : opposite(node.operation);
        std::string code = "(";
        code.append(left).append(symbolOf(operation)).append(right);
        return code + " & !missing(" + left + ", " + right + "))";
    }

private:
    static Operator opposite(Operator operation) {
        switch (operation) {
        case Operator::Equal:
            return Operator::NotEqual;
        case Operator::NotEqual:
            return Operator::Equal;
        case Operator::Less:
            return Operator::GreaterEqual;
        case Operator::LessEqual:
            return Operator::Greater;
        case Operator::Greater:
            return Operator::LessEqual;
        default:
            return Operator::Less;
        }
    }

    std::string operand(const Node& node) {
        return node.kind == Node::Kind::Operation && !isCondition(node) ? "(" + value(node) + ")"
                                                                        : value(node);
    }

    std::string arithmetic(const Node& node) {
        const std::string left = operand(*node.children[0]);
        if (node.children.size() == 1) {
            return "-" + left;
        }
        const std::string right = operand(*node.children[1]);
        if (node.operation == Operator::Modulo) {
            return left + " - " + right + " * floor(" + left + " / " + right + ")";
        }
        return left + std::string(symbolOf(node.operation)) + right;
    }

    std::string fresh() {
        std::string name = "__t" + std::to_string(code_.temporary.size() + 1);
        code_.temporary.push_back(name);
        return name;
    }

    /// A variable that holds the expression: its own where it is one.
    std::string variable(const Node& node) {
        if (node.kind == Node::Kind::Name) {
            return value(node);
        }
        const std::string code = value(node);
        std::string name = fresh();
        code_.before.push_back("generate double " + name + " = " + code);
        return name;
    }

    std::string ofShift(const Node& node) {
        const std::string now = variable(*node.children[0]);
        double k = shiftOf(node);
        k = node.function->function == Function::Lead ? -k : k;
        const std::string moved = (k >= 0 ? "L" : "F") + shortestText(k < 0 ? -k : k) + "." + now;
        switch (node.function->function) {
        case Function::Diff:
            return "(" + now + " - " + moved + ")";
        case Function::Growth:
            return "(" + now + " / " + moved + " - 1)";
        default:
            return moved;
        }
    }

    std::string ofAggregate(const Node& node) {
        const std::string x = variable(*node.children[0]);
        std::vector<std::string> groups;
        for (const auto& group : node.by) {
            groups.push_back(value(*group));
        }
        const std::string by = joined(groups, " ");
        std::string name = fresh();
        const Function function = node.function->function;
        if (function == Function::QuantileGroup || function == Function::First ||
            function == Function::Last) {
            std::string command =
                function == Function::QuantileGroup
                    ? "cp_quantile_group " + x + ", nquantiles(" +
                          shortestText(node.children[1]->number) + ")"
                    : "cp_edge " + x + ", which(" + std::string(node.function->name) + ")";
            code_.before.push_back(command + " generate(" + name + ")" +
                                   (by.empty() ? "" : " by(" + by + ")"));
            return name;
        }
        const bool isSum = function == Function::Sum;
        const std::string condition =
            groups.empty() ? "" : " if !missing(" + joined(groups, ", ") + ")";
        std::string options = by.empty() ? "" : " by(" + by + ")";
        options += isSum ? " missing" : "";
        code_.before.push_back("egen double " + name + " = " +
                               (isSum ? "total" : std::string(node.function->name)) + "(" + x +
                               ")" + condition + (options.empty() ? "" : "," + options));
        return name;
    }

    std::string ofCall(const Node& node) {
        if (node.function->kind == FunctionClass::Shift) {
            return ofShift(node);
        }
        if (isAggregate(node)) {
            return ofAggregate(node);
        }
        if (node.function->function == Function::If) {
            const Node& condition = *node.children[0];
            return call("cond", {holdsFor(condition, true), value(*node.children[1]),
                                 call("cond", {holdsFor(condition, false), value(*node.children[2]),
                                               "."})});
        }
        std::vector<std::string> arguments;
        for (const auto& child : node.children) {
            arguments.push_back(value(*child));
        }
        const std::string& x = arguments.front();
        switch (node.function->function) {
        case Function::Identity:
            return "(" + x + ")";
        case Function::Log:
            return call("ln", arguments);
        case Function::Log2:
            return "(ln(" + x + ") / ln(2))";
        case Function::Round: {
            const std::string digits = arguments.size() > 1 ? arguments[1] : "0";
            return "(sign(" + x + ") * floor(abs(" + x + ") * 10^(" + digits + ") + .5) / 10^(" +
                   digits + "))";
        }
        case Function::Min:
        case Function::Max:
            return call("cond",
                        {call("missing", arguments), ".", call(node.function->name, arguments)});
        default:
            return call(node.function->name, arguments);
        }
    }

    ExpressionCode& code_;
};

} // namespace

ExpressionCode expressionCode(std::string_view expression, const PanelKeys& keys,
                              CodeLanguage language) {
    ExpressionCode code;
    const auto parsed = parseExpression(expression);
    if (!parsed) {
        return code;
    }
    const Node& root = *ExpressionAccess::root(*parsed);
    if (language == CodeLanguage::R) {
        code.value = RWriter(keys).of(root);
        code.isTrue = StataWriter::isCondition(root) ? code.value : std::string();
        return code;
    }
    StataWriter writer(code);
    if (!StataWriter::isCondition(root)) {
        code.value = writer.value(root);
        return code;
    }
    code.isTrue = writer.holdsFor(root, true);
    code.value =
        call("cond", {code.isTrue, "1", call("cond", {writer.holdsFor(root, false), "0", "."})});
    return code;
}

} // namespace citypanel::text
