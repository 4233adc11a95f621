// SPDX-License-Identifier: GPL-3.0-or-later
// Columns in model formulas, by tokens: names that are neither functions nor keywords nor levels.
#include "core/estimate/formula_columns.h"

#include "core/panel/expression_lexer.h"

#include <algorithm>

namespace citypanel {

namespace {

using expression::Token;
using expression::TokenKind;

/// `ref` or `by` of `i(g, ref = level)` and `mean(x, by = g)`.
bool isKeyword(const std::vector<Token>& tokens, std::size_t i) {
    const bool isWord = tokens[i].text == "ref" || tokens[i].text == "by";
    return isWord && i > 0 && tokens[i - 1].is(",") && tokens[i + 1].is("=");
}

bool isLevel(const std::vector<Token>& tokens, std::size_t i) {
    return i >= 2 && tokens[i - 1].is("=") && tokens[i - 2].text == "ref" &&
           isKeyword(tokens, i - 2);
}

/// The tokens that name columns.
std::vector<Token> references(std::string_view formula) {
    const Result<std::vector<Token>> tokens = expression::tokenise(formula);
    std::vector<Token> found;
    for (std::size_t i = 0; tokens && i + 1 < tokens->size(); ++i) {
        const Token& token = (*tokens)[i];
        const bool isColumn = token.kind == TokenKind::Name && !(*tokens)[i + 1].is("(") &&
                              !isKeyword(*tokens, i) && !isLevel(*tokens, i);
        if (isColumn) {
            found.push_back(token);
        }
    }
    return found;
}

} // namespace

std::vector<std::string> formulaColumns(std::string_view formula) {
    std::vector<std::string> names;
    for (const Token& token : references(formula)) {
        if (std::find(names.begin(), names.end(), token.text) == names.end()) {
            names.push_back(token.text);
        }
    }
    return names;
}

std::string renamedFormula(std::string_view formula,
                           const std::map<std::string, std::string>& names) {
    std::vector<Token> tokens = references(formula);
    std::string text(formula);
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
        if (const auto name = names.find(token->text); name != names.end()) {
            text.replace(token->position, token->length, expression::quotedName(name->second));
        }
    }
    return text;
}

} // namespace citypanel
