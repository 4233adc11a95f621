// SPDX-License-Identifier: GPL-3.0-or-later
// Parsing of expressions by precedence climbing.
#include "core/panel/expression.h"
#include "core/panel/expression_lexer.h"
#include "core/panel/expression_tree.h"
#include "core/panel/near_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace citypanel {

namespace expression {

namespace {

constexpr std::size_t anyNumber = 1000;
// Both keep hostile input from exhausting the stack of what walks along the tree.
constexpr int deepestNesting = 200;
constexpr std::size_t tallestTree = 1000; // a chain such as a + b + c + ... grows by one a term

constexpr std::array functions{
    FunctionInfo{"log", Function::Log, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"ln", Function::Log, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"log10", Function::Log10, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"log2", Function::Log2, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"exp", Function::Exp, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"sqrt", Function::Sqrt, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"abs", Function::Abs, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"floor", Function::Floor, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"ceil", Function::Ceil, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"sign", Function::Sign, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"round", Function::Round, FunctionClass::Elementwise, 1, 2},
    FunctionInfo{"if", Function::If, FunctionClass::Elementwise, 3, 3},
    FunctionInfo{"missing", Function::Missing, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"I", Function::Identity, FunctionClass::Elementwise, 1, 1},
    FunctionInfo{"lag", Function::Lag, FunctionClass::Shift, 1, 2},
    FunctionInfo{"lead", Function::Lead, FunctionClass::Shift, 1, 2},
    FunctionInfo{"diff", Function::Diff, FunctionClass::Shift, 1, 2},
    FunctionInfo{"growth", Function::Growth, FunctionClass::Shift, 1, 2},
    FunctionInfo{"min", Function::Min, FunctionClass::Extremum, 1, anyNumber},
    FunctionInfo{"max", Function::Max, FunctionClass::Extremum, 1, anyNumber},
    FunctionInfo{"mean", Function::Mean, FunctionClass::Aggregate, 1, 1},
    FunctionInfo{"sum", Function::Sum, FunctionClass::Aggregate, 1, 1},
    FunctionInfo{"sd", Function::Sd, FunctionClass::Aggregate, 1, 1},
    FunctionInfo{"count", Function::Count, FunctionClass::Aggregate, 1, 1},
    FunctionInfo{"rank", Function::Rank, FunctionClass::Aggregate, 1, 1},
    FunctionInfo{"median", Function::Median, FunctionClass::Aggregate, 1, 1},
    FunctionInfo{"first", Function::First, FunctionClass::Aggregate, 1, 1},
    FunctionInfo{"last", Function::Last, FunctionClass::Aggregate, 1, 1},
    FunctionInfo{"quantile_group", Function::QuantileGroup, FunctionClass::Aggregate, 2, 2},
};

struct BinaryOperator {
    std::string_view symbol;
    Operator operation;
    int level; ///< higher binds tighter
};

constexpr int notLevel = 3;
constexpr int negateLevel = 7;
constexpr int powerLevel = 8;

constexpr std::array binaryOperators{
    BinaryOperator{"||", Operator::Or, 1},
    BinaryOperator{"|", Operator::Or, 1},
    BinaryOperator{"&&", Operator::And, 2},
    BinaryOperator{"&", Operator::And, 2},
    BinaryOperator{"==", Operator::Equal, 4},
    BinaryOperator{"=", Operator::Equal, 4},
    BinaryOperator{"!=", Operator::NotEqual, 4},
    BinaryOperator{"<", Operator::Less, 4},
    BinaryOperator{"<=", Operator::LessEqual, 4},
    BinaryOperator{">", Operator::Greater, 4},
    BinaryOperator{">=", Operator::GreaterEqual, 4},
    BinaryOperator{"+", Operator::Add, 5},
    BinaryOperator{"-", Operator::Subtract, 5},
    BinaryOperator{"*", Operator::Multiply, 6},
    BinaryOperator{"/", Operator::Divide, 6},
    BinaryOperator{"%", Operator::Modulo, 6},
    BinaryOperator{"^", Operator::Power, powerLevel},
};

const BinaryOperator* binaryOperator(const Token& token) {
    const auto found =
        std::find_if(binaryOperators.begin(), binaryOperators.end(),
                     [&](const BinaryOperator& entry) { return token.is(entry.symbol); });
    return found == binaryOperators.end() ? nullptr : &*found;
}

using NodePointer = std::shared_ptr<const Node>;

std::size_t heightOver(const std::vector<NodePointer>& children) {
    std::size_t height = 1;
    for (const NodePointer& child : children) {
        height = std::max(height, child->height + 1);
    }
    return height;
}

NodePointer operation(Operator op, const Token& token, std::vector<NodePointer> operands) {
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::Operation;
    node->position = token.position;
    node->length = token.length;
    node->operation = op;
    node->height = heightOver(operands);
    node->children = std::move(operands);
    return node;
}

class Parser {
public:
    explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    Result<NodePointer> whole() {
        CITYPANEL_TRY(NodePointer root, binary(1));
        if (peek().kind != TokenKind::End) {
            return unexpected({});
        }
        return root;
    }

private:
    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }

    Token take() { return tokens_[std::min(at_++, tokens_.size() - 1)]; }

    [[nodiscard]] Problem unexpected(std::string expected) const {
        return syntaxError(peek().position, peek().text, std::move(expected));
    }

    Result<NodePointer> binary(int level) {
        if (++depth_ > deepestNesting) {
            return unexpected({});
        }
        CITYPANEL_TRY(NodePointer left, unary());
        while (const BinaryOperator* op = binaryOperator(peek())) {
            if (op->level < level) {
                break;
            }
            const Token token = take();
            // ^ takes its right operand at its own level (right-associative, and -x allowed).
            CITYPANEL_TRY(NodePointer right,
                          binary(op->level == powerLevel ? powerLevel : op->level + 1));
            left = operation(op->operation, token, {std::move(left), std::move(right)});
            if (left->height > tallestTree) {
                return syntaxError(token.position, token.text, {});
            }
        }
        --depth_;
        return left;
    }

    Result<NodePointer> unary() {
        const bool isNegation = peek().is("-");
        if (!isNegation && !peek().is("!") && !peek().is("+")) {
            return primary();
        }
        const Token token = take();
        CITYPANEL_TRY(NodePointer operand, binary(token.is("!") ? notLevel : negateLevel));
        if (token.is("+")) {
            return operand;
        }
        return operation(isNegation ? Operator::Negate : Operator::Not, token,
                         {std::move(operand)});
    }

    Result<NodePointer> primary() {
        const Token token = peek();
        if (token.is("(")) {
            take();
            CITYPANEL_TRY(NodePointer inner, binary(1));
            CITYPANEL_TRY_STATUS(expect(")"));
            return inner;
        }
        if (token.kind == TokenKind::Name && peek(1).is("(") && token.length == token.text.size()) {
            return call();
        }
        if (token.kind == TokenKind::Symbol || token.kind == TokenKind::End) {
            return unexpected({});
        }
        take();
        auto node = std::make_shared<Node>();
        node->kind = token.kind == TokenKind::Number ? Node::Kind::Number
                     : token.kind == TokenKind::Text ? Node::Kind::Text
                                                     : Node::Kind::Name;
        node->position = token.position;
        node->length = token.length;
        node->number = token.number;
        node->text = token.text;
        return NodePointer(node);
    }

    Status expect(std::string_view symbol) {
        if (!peek().is(symbol)) {
            return unexpected("“" + std::string(symbol) + "”");
        }
        take();
        return {};
    }

    Result<NodePointer> call() {
        const Token name = take();
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::Call;
        node->position = name.position;
        node->length = name.length;
        node->text = name.text;
        node->function = findFunction(name.text);
        if (node->function == nullptr) {
            std::vector<std::string> known;
            for (const FunctionInfo& info : functions) {
                known.emplace_back(info.name);
            }
            return Problem{.code = ProblemCode::FunctionUnknown,
                           .place = {.position = name.position},
                           .found = name.text,
                           .expected = nearNames(name.text, known)};
        }
        take(); // the bracket
        while (!peek().is(")")) {
            CITYPANEL_TRY_STATUS(argument(*node));
            if (!peek().is(")") && !peek().is(",")) {
                return unexpected("“)” “,”");
            }
            if (peek().is(",")) {
                take();
            }
        }
        take();
        CITYPANEL_TRY_STATUS(checkArguments(*node));
        node->height = heightOver(node->children);
        return NodePointer(node);
    }

    Status argument(Node& node) {
        if (peek().text == "by" && peek().kind == TokenKind::Name && peek(1).is("=")) {
            take();
            take();
            do {
                if (!node.by.empty()) {
                    take(); // ^
                }
                CITYPANEL_TRY(NodePointer group, primary());
                if (group->kind != Node::Kind::Name) {
                    return syntaxError(group->position, group->text, {});
                }
                node.by.push_back(std::move(group));
            } while (peek().is("^"));
            return {};
        }
        CITYPANEL_TRY(NodePointer value, binary(1));
        node.children.push_back(std::move(value));
        return {};
    }

    static Problem argumentProblem(const Node& node, std::string found, std::string expected) {
        return Problem{.code = ProblemCode::ArgumentInvalid,
                       .place = {.position = node.position},
                       .found = std::move(found),
                       .expected = std::move(expected)};
    }

    static Status checkArguments(const Node& node) {
        const FunctionInfo& info = *node.function;
        const std::size_t count = node.children.size();
        if (count < info.fewest || count > info.most) {
            const std::string range = info.fewest == info.most ? std::to_string(info.fewest)
                                                               : std::to_string(info.fewest) + "-" +
                                                                     std::to_string(info.most);
            return argumentProblem(node, node.text + "(" + std::to_string(count) + ")", range);
        }
        const bool isAggregate = info.kind == FunctionClass::Aggregate ||
                                 (info.kind == FunctionClass::Extremum && count == 1);
        if (!node.by.empty() && !isAggregate) {
            return argumentProblem(node, "by", {});
        }
        if (info.function == Function::QuantileGroup) {
            constexpr double most = 1000;
            const Node& n = *node.children[1];
            const bool isCount = n.kind == Node::Kind::Number && n.number == std::floor(n.number) &&
                                 n.number >= 2 && n.number <= most;
            if (!isCount) {
                return argumentProblem(n, n.text, "2 - 1000");
            }
        }
        if (info.kind == FunctionClass::Shift && count == 2) {
            const Node& k = *node.children[1];
            const bool isNegated = k.kind == Node::Kind::Operation &&
                                   k.operation == Operator::Negate &&
                                   k.children[0]->kind == Node::Kind::Number;
            const double value = isNegated ? k.children[0]->number : k.number;
            if ((k.kind != Node::Kind::Number && !isNegated) || value != std::floor(value) ||
                value > 1e6) {
                return argumentProblem(k, k.text, "1, 2, ...");
            }
        }
        return {};
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

void collectNames(const Node& node, std::vector<std::string>& names) {
    if (node.kind == Node::Kind::Name &&
        std::find(names.begin(), names.end(), node.text) == names.end()) {
        names.push_back(node.text);
    }
    for (const NodePointer& child : node.children) {
        collectNames(*child, names);
    }
    for (const NodePointer& group : node.by) {
        collectNames(*group, names);
    }
}

bool hasShift(const Node& node) {
    return (node.kind == Node::Kind::Call && node.function->kind == FunctionClass::Shift) ||
           std::any_of(node.children.begin(), node.children.end(),
                       [](const NodePointer& child) { return hasShift(*child); });
}

void collectReferences(const Node& node, std::string_view name,
                       std::vector<const Node*>& references) {
    if (node.kind == Node::Kind::Name && node.text == name) {
        references.push_back(&node);
    }
    for (const NodePointer& child : node.children) {
        collectReferences(*child, name, references);
    }
    for (const NodePointer& group : node.by) {
        collectReferences(*group, name, references);
    }
}

} // namespace

std::span<const FunctionInfo> functionTable() {
    return functions;
}

const FunctionInfo* findFunction(std::string_view name) {
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [&](const FunctionInfo& f) { return f.name == name; });
    return found == functions.end() ? nullptr : &*found;
}

} // namespace expression

std::string_view Expression::plainVariable() const {
    return root_ && root_->kind == expression::Node::Kind::Name ? std::string_view(root_->text)
                                                                : std::string_view();
}

bool Expression::reachesOtherPeriods() const {
    return root_ && expression::hasShift(*root_);
}

std::string Expression::renamed(std::string_view from, std::string_view to) const {
    std::vector<const expression::Node*> references;
    if (root_) {
        expression::collectReferences(*root_, from, references);
    }
    std::sort(references.begin(), references.end(),
              [](const auto* a, const auto* b) { return a->position > b->position; });
    std::string text = text_;
    const std::string replacement = expression::quotedName(to);
    for (const expression::Node* reference : references) {
        text.replace(reference->position, reference->length, replacement);
    }
    return text;
}

Result<Expression> parseExpression(std::string_view text) {
    CITYPANEL_TRY(std::vector<expression::Token> tokens, expression::tokenise(text));
    CITYPANEL_TRY(expression::NodePointer root, expression::Parser(std::move(tokens)).whole());
    Expression parsed;
    parsed.text_ = std::string(text);
    expression::collectNames(*root, parsed.variables_);
    parsed.root_ = std::move(root);
    return parsed;
}

} // namespace citypanel
