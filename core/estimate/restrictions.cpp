// SPDX-License-Identifier: GPL-3.0-or-later
// Reading linear restrictions and testing them.
#include "core/estimate/restrictions.h"

#include "core/estimate/distributions.h"
#include "core/estimate/inference.h"
#include "core/panel/expression_lexer.h"
#include "core/panel/near_names.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

using expression::Token;
using expression::TokenKind;

/// Reads one side after the other; `=` turns the sign of what follows.
class RestrictionParser {
public:
    RestrictionParser(const Fit& fit, std::string_view text, std::vector<Token> tokens)
        : fit_(fit), text_(text), tokens_(std::move(tokens)) {}

    Result<LinearRestriction> run() {
        restriction_.weights.assign(fit_.terms.size(), 0.0);
        double side = 1.0;
        bool sawEquals = false;
        while (true) {
            double sign = side;
            while (peek().is("+") || peek().is("-")) {
                sign = peek().is("-") ? -sign : sign;
                ++at_;
            }
            CITYPANEL_TRY_STATUS(product(sign));
            if (peek().kind == TokenKind::End) {
                return restriction_;
            }
            if ((peek().is("=") || peek().is("==")) && !sawEquals) {
                sawEquals = true;
                side = -1.0;
                ++at_;
            } else if (!peek().is("+") && !peek().is("-")) {
                return expression::syntaxError(peek().position, peek().text, "+, -, =");
            }
        }
    }

private:
    [[nodiscard]] const Token& peek() const { return tokens_[at_]; }

    /// number, number*term, term, term*number, term/number.
    Status product(double weight) {
        std::size_t term = fit_.terms.size();
        bool divides = false;
        while (true) {
            if (peek().kind == TokenKind::Number) {
                weight = divides ? weight / peek().number : weight * peek().number;
                ++at_;
            } else if (term == fit_.terms.size() && !divides) {
                CITYPANEL_TRY(term, termAt());
            } else {
                return expression::syntaxError(peek().position, peek().text, "1");
            }
            if (!peek().is("*") && !peek().is("/")) {
                break;
            }
            divides = peek().is("/");
            ++at_;
        }
        if (term < fit_.terms.size()) {
            restriction_.weights[term] += weight;
        } else {
            restriction_.value -= weight;
        }
        return {};
    }

    /// The longest run of tokens that spells a term's name (blanks do not matter).
    Result<std::size_t> termAt() {
        std::size_t best = fit_.terms.size();
        std::size_t bestEnd = at_;
        std::string spelled;
        for (std::size_t end = at_; end + 1 < tokens_.size(); ++end) {
            const Token& token = tokens_[end];
            spelled += text_.substr(token.position, token.length);
            for (std::size_t t = 0; t < fit_.terms.size(); ++t) {
                const bool isQuoted =
                    end == at_ && token.kind == TokenKind::Name && token.text == fit_.terms[t].name;
                if (isQuoted || fit_.terms[t].name == spelled) {
                    best = t;
                    bestEnd = end + 1;
                }
            }
        }
        if (best == fit_.terms.size()) {
            std::vector<std::string> names;
            for (const TermEstimate& term : fit_.terms) {
                names.push_back(term.name);
            }
            return Problem{.code = ProblemCode::VariableUnknown,
                           .place = {.variable = peek().text, .position = peek().position},
                           .expected = nearNames(peek().text, names)};
        }
        at_ = bestEnd;
        return best;
    }

    const Fit& fit_;
    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    LinearRestriction restriction_;
};

double valueOf(const Fit& fit, const LinearRestriction& restriction) {
    double sum = -restriction.value;
    for (std::size_t i = 0; i < fit.terms.size(); ++i) {
        sum += restriction.weights[i] * fit.terms[i].estimate;
    }
    return sum;
}

double covarianceOf(const Fit& fit, const LinearRestriction& a, const LinearRestriction& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < fit.terms.size(); ++i) {
        for (std::size_t j = 0; j < fit.terms.size(); ++j) {
            sum += a.weights[i] * fit.covarianceOf(i, j) * b.weights[j];
        }
    }
    return sum;
}

} // namespace

Result<LinearRestriction> parseRestriction(const Fit& fit, std::string_view text) {
    CITYPANEL_TRY(std::vector<Token> tokens, expression::tokenise(text));
    return RestrictionParser(fit, text, std::move(tokens)).run();
}

TermEstimate linearCombination(const Fit& fit, const LinearRestriction& restriction, double level) {
    return termEstimate({}, valueOf(fit, restriction), covarianceOf(fit, restriction, restriction),
                        fit.dfResidual, level);
}

Result<TestStatistic> waldTest(const Fit& fit, std::span<const LinearRestriction> restrictions) {
    if (restrictions.empty()) {
        return Problem{.code = ProblemCode::ArgumentInvalid, .expected = "x1 = 0"};
    }
    std::vector<double> values;
    std::vector<double> covariance;
    for (const LinearRestriction& a : restrictions) {
        values.push_back(valueOf(fit, a));
        for (const LinearRestriction& b : restrictions) {
            covariance.push_back(covarianceOf(fit, a, b));
        }
    }
    const QuadraticForm form = quadraticForm(values, covariance);
    TestStatistic test{missingValue, static_cast<double>(form.rank), fit.dfResidual, missingValue};
    if (form.rank > 0) {
        test.statistic = form.value / test.df;
        test.pValue = fisherUpperTail(test.statistic, test.df, fit.dfResidual);
    }
    return test;
}

Result<std::vector<VarianceInflation>> varianceInflation(const Panel& panel,
                                                         const ModelFormula& formula,
                                                         const EstimateOptions& options,
                                                         Progress& progress) {
    CITYPANEL_TRY(ModelData data, prepareModel(panel, formula, options));
    CITYPANEL_TRY(const CleanModel model, cleanModel(std::move(data), options, progress));
    std::vector<std::size_t> candidates(model.data.regressorCount());
    std::iota(candidates.begin(), candidates.end(), std::size_t{1});
    std::vector<DroppedTerm> dropped;
    const ChosenColumns chosen = chooseColumns(model, candidates, dropped);
    const std::size_t k = chosen.columns.size();
    std::vector<VarianceInflation> factors;
    for (std::size_t j = 0; j < k; ++j) {
        const std::size_t column = chosen.columns[j];
        const std::string& name = model.data.columns.names[column];
        if (name == interceptName) {
            continue;
        }
        const double squares = model.effects || !model.hasConstant()
                                   ? model.cleanSumOfSquares(column)
                                   : model.raw[column].centredSumOfSquares;
        factors.push_back({name, chosen.factor.inverse()[j * k + j] * squares});
    }
    return factors;
}

} // namespace citypanel
