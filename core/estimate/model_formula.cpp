// SPDX-License-Identifier: GPL-3.0-or-later
// Parsing of model formulas into terms whose parts are expressions.
#include "core/estimate/model_formula.h"

#include "core/estimate/factor_coding.h"
#include "core/panel/expression_lexer.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

using expression::syntaxError;
using expression::Token;
using expression::TokenKind;

/// Tokens [begin, end) of the whole list.
struct Range {
    std::size_t begin;
    std::size_t end;

    [[nodiscard]] bool isEmpty() const { return begin >= end; }
};

class FormulaParser {
public:
    FormulaParser(std::string_view text, std::vector<Token> tokens)
        : text_(text), tokens_(std::move(tokens)) {}

    Result<ModelFormula> run() {
        ModelFormula formula;
        formula.text = std::string(text_);
        const Range all{0, tokens_.size() - 1};
        const std::vector<Range> sections = split(all, "|");
        if (sections.size() > 3) {
            return problemAt(sections[3].begin - 1, {});
        }
        CITYPANEL_TRY_STATUS(readMain(sections[0], formula));
        for (std::size_t i = 1; i < sections.size(); ++i) {
            const bool isInstruments = split(sections[i], "~").size() > 1;
            if (!isInstruments && i == 2) {
                return problemAt(sections[i].end, "~");
            }
            if (isInstruments && i + 1 < sections.size()) {
                return problemAt(sections[i].end, {});
            }
            CITYPANEL_TRY_STATUS(isInstruments ? readInstruments(sections[i], formula)
                                               : readEffects(sections[i], formula));
        }
        return formula;
    }

private:
    [[nodiscard]] Problem problemAt(std::size_t token, std::string expected) const {
        const Token& at = tokens_[std::min(token, tokens_.size() - 1)];
        return syntaxError(at.position, at.text, std::move(expected));
    }

    /// Splits at a symbol outside brackets.
    [[nodiscard]] std::vector<Range> split(Range range, std::string_view symbol) const {
        std::vector<Range> parts{{range.begin, range.end}};
        int depth = 0;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const Token& token = tokens_[i];
            if (token.is("(") || token.is("[")) {
                ++depth;
            } else if (token.is(")") || token.is("]")) {
                --depth;
            } else if (depth == 0 && token.is(symbol)) {
                parts.back().end = i;
                parts.push_back({i + 1, range.end});
            }
        }
        return parts;
    }

    [[nodiscard]] std::string_view slice(Range range) const {
        const std::size_t begin = tokens_[range.begin].position;
        return text_.substr(begin, tokens_[range.end - 1].end() - begin);
    }

    /// The text of a term without blanks outside quotes.
    [[nodiscard]] std::string nameOf(Range range) const {
        std::string name;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const Token& token = tokens_[i];
            const bool isWord = token.kind == TokenKind::Symbol &&
                                text_.substr(token.position, token.length) != token.text;
            if (isWord) { // and, or, not
                name += " " + std::string(text_.substr(token.position, token.length)) + " ";
            } else if (range.end - range.begin == 1 && token.kind == TokenKind::Name) {
                name += token.text;
            } else {
                name += text_.substr(token.position, token.length);
            }
        }
        return name;
    }

    Result<Expression> expressionOf(Range range) const {
        if (range.isEmpty()) {
            return problemAt(range.begin, {});
        }
        const std::size_t offset = tokens_[range.begin].position;
        Result<Expression> parsed = parseExpression(slice(range));
        if (!parsed) {
            Problem problem = parsed.error();
            problem.place.position = problem.place.position.value_or(0) + offset;
            return problem;
        }
        return parsed;
    }

    Status readMain(Range range, ModelFormula& formula) {
        const std::vector<Range> sides = split(range, "~");
        if (sides.size() != 2) {
            return problemAt(sides.size() < 2 ? range.end : sides[2].begin - 1, "~");
        }
        CITYPANEL_TRY(formula.outcome, expressionOf(sides[0]));
        formula.outcomeName = nameOf(sides[0]);
        return readTerms(sides[1], formula.regressors, &formula.hasConstant);
    }

    Status readInstruments(Range range, ModelFormula& formula) {
        const std::vector<Range> sides = split(range, "~");
        if (sides.size() != 2) {
            return problemAt(sides[2].begin - 1, {});
        }
        CITYPANEL_TRY_STATUS(readTerms(sides[0], formula.endogenous, nullptr));
        CITYPANEL_TRY_STATUS(readTerms(sides[1], formula.instruments, nullptr));
        const bool hasLevels =
            std::any_of(formula.instruments.begin(), formula.instruments.end(), [](const Term& t) {
                return std::any_of(t.parts.begin(), t.parts.end(), [](const TermPart& part) {
                    return part.kind == TermPart::Kind::Levels;
                });
            });
        if (!hasLevels && formula.instruments.size() < formula.endogenous.size()) {
            return Problem{.code = ProblemCode::InstrumentsTooFew,
                           .place = {.variable = formula.endogenous.front().name,
                                     .position = tokens_[sides[1].begin].position},
                           .found = std::to_string(formula.instruments.size()),
                           .expected = std::to_string(formula.endogenous.size())};
        }
        return {};
    }

    /// `a + b + a:b + 1 - 1`; constants are allowed where hasConstant is given.
    Status readTerms(Range range, std::vector<Term>& terms, bool* hasConstant) {
        if (range.isEmpty()) {
            return problemAt(range.begin, {});
        }
        for (const Range& added : split(range, "+")) {
            CITYPANEL_TRY_STATUS(readDifference(split(added, "-"), terms, hasConstant));
        }
        return {};
    }

    /// The first of the parts, and the others taken away.
    Status readDifference(const std::vector<Range>& parts, std::vector<Term>& terms,
                          bool* hasConstant) {
        const bool hasLeadingMinus = parts.front().isEmpty() && parts.size() > 1;
        for (std::size_t i = hasLeadingMinus ? 1 : 0; i < parts.size(); ++i) {
            CITYPANEL_TRY_STATUS(readTerm(parts[i], i > 0, terms, hasConstant));
        }
        return {};
    }

    Status readTerm(Range range, bool isSubtracted, std::vector<Term>& terms, bool* hasConstant) {
        if (range.isEmpty()) {
            return problemAt(range.begin, {});
        }
        const Token& first = tokens_[range.begin];
        if (range.end - range.begin == 1 && first.kind == TokenKind::Number) {
            if (hasConstant == nullptr || (first.number != 0.0 && first.number != 1.0)) {
                return problemAt(range.begin, {});
            }
            *hasConstant = (first.number == 1.0) != isSubtracted;
            return {};
        }
        if (isSubtracted) {
            return problemAt(range.begin - 1, "I(...)");
        }
        const std::vector<Range> crossed = split(range, "*");
        return crossed.size() == 1
                   ? addProduct(split(range, ":"), nameOf(range), range.begin, terms)
                   : addCrossed(crossed, range.begin, terms);
    }

    /// a*b*c: every product of one, two, ... factors, as in R.
    Status addCrossed(const std::vector<Range>& crossed, std::size_t token,
                      std::vector<Term>& terms) {
        std::vector<unsigned> subsets((1U << crossed.size()) - 1);
        std::iota(subsets.begin(), subsets.end(), 1U);
        std::stable_sort(subsets.begin(), subsets.end(), [](unsigned a, unsigned b) {
            return __builtin_popcount(a) < __builtin_popcount(b);
        });
        for (const unsigned subset : subsets) {
            CITYPANEL_TRY_STATUS(addSubset(crossed, subset, token, terms));
        }
        return {};
    }

    /// The product of the factors whose bits are set.
    Status addSubset(const std::vector<Range>& crossed, unsigned subset, std::size_t token,
                     std::vector<Term>& terms) {
        std::vector<Range> factors;
        std::string name;
        for (std::size_t i = 0; i < crossed.size(); ++i) {
            if ((subset >> i & 1U) != 0U) {
                const std::vector<Range> inner = split(crossed[i], ":");
                factors.insert(factors.end(), inner.begin(), inner.end());
                name += name.empty() ? "" : ":";
                name += nameOf(crossed[i]);
            }
        }
        return addProduct(factors, name, token, terms);
    }

    Status addProduct(const std::vector<Range>& factors, const std::string& name, std::size_t token,
                      std::vector<Term>& terms) {
        const bool isRepeated =
            std::any_of(terms.begin(), terms.end(), [&](const Term& t) { return t.name == name; });
        if (isRepeated) {
            return {};
        }
        Term term{.name = name, .position = tokens_[token].position};
        for (const Range& factor : factors) {
            CITYPANEL_TRY_STATUS(readPart(factor, term.parts));
        }
        terms.push_back(std::move(term));
        return {};
    }

    [[nodiscard]] bool isCallOf(Range range, std::string_view function) const {
        return range.end - range.begin >= 3 && tokens_[range.begin].kind == TokenKind::Name &&
               tokens_[range.begin].text == function && tokens_[range.begin + 1].is("(");
    }

    Status readPart(Range range, std::vector<TermPart>& parts) {
        if (range.isEmpty()) {
            return problemAt(range.begin, {});
        }
        if (isCallOf(range, "i") || isCallOf(range, "factor")) {
            return readLevels(range, parts);
        }
        // Arithmetic outside brackets would be read as formula operators elsewhere: ask for I().
        int depth = 0;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            depth += tokens_[i].is("(") ? 1 : tokens_[i].is(")") ? -1 : 0;
            if (depth == 0 && (tokens_[i].is("^") || tokens_[i].is("/") || tokens_[i].is("%"))) {
                return problemAt(i, "I(" + std::string(slice(range)) + ")");
            }
        }
        TermPart part;
        part.text = nameOf(range);
        CITYPANEL_TRY(part.expression, expressionOf(range));
        parts.push_back(std::move(part));
        return {};
    }

    /// i(g), i(g, x), i(g, ref = level), i(g, x, ref = level), factor(g).
    Status readLevels(Range range, std::vector<TermPart>& parts) {
        if (!tokens_[range.end - 1].is(")")) {
            return problemAt(range.end - 1, ")");
        }
        const std::vector<Range> arguments = split({range.begin + 2, range.end - 1}, ",");
        const Range& group = arguments.front();
        if (group.end - group.begin != 1 || tokens_[group.begin].kind != TokenKind::Name) {
            return problemAt(group.begin, {});
        }
        TermPart levels{.kind = TermPart::Kind::Levels, .text = tokens_[group.begin].text};
        std::vector<TermPart> product;
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            const Range& argument = arguments[i];
            const bool isReference = argument.end - argument.begin == 3 &&
                                     tokens_[argument.begin].text == "ref" &&
                                     tokens_[argument.begin + 1].is("=");
            if (isReference) {
                levels.reference = tokens_[argument.begin + 2].text;
                continue;
            }
            CITYPANEL_TRY_STATUS(readPart(argument, product));
            levels.keepsAllLevels = true; // i(g, x): a slope for every level, as fixest
        }
        parts.push_back(std::move(levels));
        for (TermPart& part : product) {
            parts.push_back(std::move(part));
        }
        return {};
    }

    Status readEffects(Range range, ModelFormula& formula) {
        if (range.isEmpty()) {
            return problemAt(range.begin, {});
        }
        if (range.end - range.begin == 1 && tokens_[range.begin].kind == TokenKind::Number &&
            tokens_[range.begin].number == 0.0) {
            return {}; // `| 0 |`: no effects
        }
        for (const Range& part : split(range, "+")) {
            CITYPANEL_TRY(EffectTerm effect, readEffect(part));
            const bool isRepeated =
                std::any_of(formula.effects.begin(), formula.effects.end(),
                            [&](const EffectTerm& e) { return e.name == effect.name; });
            if (!isRepeated) {
                formula.effects.push_back(std::move(effect));
            }
        }
        return {};
    }

    Result<EffectTerm> readEffect(Range range) {
        if (range.isEmpty()) {
            return problemAt(range.begin, {});
        }
        EffectTerm effect{.name = nameOf(range), .position = tokens_[range.begin].position};
        std::size_t at = range.begin;
        while (true) {
            if (at >= range.end || tokens_[at].kind != TokenKind::Name) {
                return problemAt(at, {});
            }
            effect.variables.push_back(tokens_[at++].text);
            if (at >= range.end || !tokens_[at].is("^")) {
                break;
            }
            ++at;
        }
        if (at == range.end) {
            return effect;
        }
        if (!tokens_[at].is("[") || !tokens_[range.end - 1].is("]")) {
            return problemAt(at, {});
        }
        Range inside{at + 1, range.end - 1};
        if (!inside.isEmpty() && tokens_[inside.begin].is("[") && tokens_[inside.end - 1].is("]")) {
            effect.hasLevels = false;
            inside = {inside.begin + 1, inside.end - 1};
        }
        for (const Range& slope : split(inside, ",")) {
            CITYPANEL_TRY(Expression expression, expressionOf(slope));
            effect.slopes.push_back(std::move(expression));
        }
        return effect;
    }

    std::string_view text_;
    std::vector<Token> tokens_;
};

} // namespace

Result<ModelFormula> parseModelFormula(std::string_view text) {
    CITYPANEL_TRY(std::vector<Token> tokens, expression::tokenise(text));
    CITYPANEL_TRY(ModelFormula formula, FormulaParser(text, std::move(tokens)).run());
    codeFactors(formula);
    return formula;
}

} // namespace citypanel
