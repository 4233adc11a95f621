// SPDX-License-Identifier: GPL-3.0-or-later
// Models as commands of Stata.
#include "core/text/model_commands.h"

#include "core/estimate/model_formula.h"
#include "core/text/model_command_parts.h"
#include "core/text/study_code_writers.h"

#include <algorithm>
#include <map>
#include <utility>

namespace citypanel::text {

namespace {

using expression::Token;
using expression::TokenKind;

/// The argument and distance of "lag(x)" or "lag(x, 2)" of a plain variable; empty otherwise.
struct Shift {
    std::string function{};
    std::string variable{};
    std::string distance = "1";
};

Shift shiftOf(const std::string& text) {
    const std::vector<Token> t = tokensOf(text);
    const bool isCall = t.size() >= 5 && t[0].kind == TokenKind::Name && t[1].is("(") &&
                        t[2].kind == TokenKind::Name;
    const bool isShort = isCall && t.size() == 5 && t[3].is(")");
    const bool isLong =
        isCall && t.size() == 7 && t[3].is(",") && t[4].kind == TokenKind::Number && t[5].is(")");
    const bool isShift =
        isCall && (t[0].text == "lag" || t[0].text == "lead" || t[0].text == "diff");
    if (!isShift || (!isShort && !isLong)) {
        return {};
    }
    Shift shift{t[0].text, t[2].text};
    if (isLong) {
        shift.distance = text.substr(t[4].position, t[4].length);
    }
    return shift;
}

bool isPlain(const std::string& text) {
    const std::vector<Token> t = tokensOf(text);
    return t.size() == 2 && t[0].kind == TokenKind::Name;
}

/// "I(x^2)" without its brackets.
std::string unwrapped(const std::string& text) {
    const bool isWrapped = text.rfind("I(", 0) == 0 && text.back() == ')';
    return isWrapped ? text.substr(2, text.size() - 3) : text;
}

/// Builds Stata's variable list, generating what is no variable there.
class StataTerms {
public:
    std::string partOf(const TermPart& part, bool isProduct) {
        if (part.kind == TermPart::Kind::Levels) {
            return (part.reference ? "ib(" + *part.reference + ")." : "i.") + part.text;
        }
        return (isProduct ? "c." : "") + variableOf(part.text);
    }

    std::string variableOf(const std::string& text) {
        if (isPlain(text)) {
            return text;
        }
        if (const Shift shift = shiftOf(text); !shift.function.empty()) {
            const std::string letter = shift.function == "lag"    ? "L"
                                       : shift.function == "lead" ? "F"
                                                                  : "S";
            return letter + shift.distance + "." + shift.variable;
        }
        return generated(text);
    }

    std::string listOf(const std::vector<Term>& terms) {
        std::string list;
        for (const Term& term : terms) {
            std::string product;
            for (const TermPart& part : term.parts) {
                product += (product.empty() ? "" : "#") + partOf(part, term.parts.size() > 1);
            }
            list += " " + product;
        }
        return list;
    }

    /// The same in first differences; products are generated.
    std::string differencesOf(const std::vector<Term>& terms) {
        std::string list;
        for (const Term& term : terms) {
            std::string product;
            for (const TermPart& part : term.parts) {
                product += (product.empty() ? "" : "*") + variableOf(part.text);
            }
            list += " D";
            list += term.parts.size() == 1 && !shiftOf(term.parts.front().text).function.empty()
                        ? product
                        : "." + (term.parts.size() == 1 ? product : generated(product));
        }
        return list;
    }

    [[nodiscard]] const CommandLines& lines() const { return lines_; }

private:
    /// A variable for an expression: log(gdp) becomes log_gdp.
    std::string generated(const std::string& text) {
        std::string name;
        for (const Token& token : tokensOf(unwrapped(text))) {
            const bool isWord = token.kind == TokenKind::Name || token.kind == TokenKind::Number;
            if (isWord) {
                name += (name.empty() ? "" : "_") +
                        unwrapped(text).substr(token.position, token.length);
            }
        }
        name = "v_" + name;
        std::string& made = names_[name];
        if (made.empty()) {
            made = name;
            lines_.push_back("generate double " + name + " = " + unwrapped(text));
        }
        return name;
    }

    CommandLines lines_;
    std::map<std::string, std::string> names_;
};

/// "province^year" as Stata's province#year; slopes as city#c.x.
std::string stataEffect(const EffectTerm& effect, StataTerms& terms) {
    const std::string group = joinedBy("#", effect.variables);
    std::string all = effect.hasLevels ? group : "";
    for (const Expression& slope : effect.slopes) {
        all += (all.empty() ? "" : " ") + group + "#c." + terms.variableOf(slope.text());
    }
    return all;
}

std::string stataErrors(const CovarianceSpec& vcov, bool hasEffects, bool isIv) {
    const std::string lags = vcov.lags ? std::to_string(*vcov.lags) : "";
    switch (vcov.kind) {
    case CovarianceKind::Iid:
        return "";
    case CovarianceKind::Hc1:
        return isIv ? "robust" : "vce(robust)";
    case CovarianceKind::Hc2:
        return "vce(hc2)";
    case CovarianceKind::Hc3:
        return "vce(hc3)";
    case CovarianceKind::Cluster: {
        std::string clusters = joinedBy(" ", vcov.clusters);
        std::replace(clusters.begin(), clusters.end(), '^', '#');
        return (isIv ? "cluster(" : "vce(cluster ") + clusters + ")";
    }
    case CovarianceKind::DriscollKraay: // the bandwidth counts lag zero
        return (hasEffects && !isIv ? "vce(dkraay " : "dkraay(") +
               (vcov.lags ? std::to_string(*vcov.lags + 1) : lags) + ")";
    case CovarianceKind::NeweyWest:
        return "bw(" + (vcov.lags ? std::to_string(*vcov.lags + 1) : lags) + ") robust";
    }
    return "";
}

std::string weightsOf(const study::RegressionColumn& column, StataTerms& terms) {
    if (column.weights.empty()) {
        return "";
    }
    const char* kind = column.weightKind == WeightKind::Analytic    ? "aw"
                       : column.weightKind == WeightKind::Frequency ? "fw"
                                                                    : "pw";
    return std::string(" [") + kind + "=" + terms.variableOf(column.weights.text) + "]";
}

/// A model as one of Stata's estimation commands.
class StataCommand {
public:
    StataCommand(const study::RegressionColumn& column, const PanelKeys& keys,
                 const ModelFormula& formula, const CovarianceSpec& vcov)
        : column_(column), keys_(keys), formula_(formula), vcov_(vcov) {}

    CommandLines print() {
        const std::string variables = listOfVariables();
        const std::string command = commandOn(variables);
        CommandLines lines;
        if (!keys_.unit.empty() && !keys_.period.empty()) {
            lines.push_back("xtset " + keys_.unit + " " + keys_.period);
        }
        lines.insert(lines.end(), terms_.lines().begin(), terms_.lines().end());
        lines.push_back(command + (options_.empty() ? "" : ", " + joinedBy(" ", options_)));
        return lines;
    }

private:
    [[nodiscard]] bool isDifferenced() const {
        return column_.estimator == Estimator::FirstDifference;
    }

    std::string list(const std::vector<Term>& terms) {
        return isDifferenced() ? terms_.differencesOf(terms) : terms_.listOf(terms);
    }

    std::string listOfVariables() {
        std::string model = isDifferenced() ? " D." : " ";
        model += terms_.variableOf(formula_.outcomeName); // generated before what stands after it
        model += list(formula_.regressors);
        if (formula_.hasInstruments()) {
            model += " (" + list(formula_.endogenous).substr(1) + " =";
            model += list(formula_.instruments) + ")";
        }
        return model;
    }

    /// The effects that a command absorbs: differences have taken the unit's out.
    [[nodiscard]] std::vector<EffectTerm> absorbedEffects() const {
        std::vector<EffectTerm> effects = formula_.effects;
        if (isDifferenced()) {
            std::erase_if(effects, [&](const EffectTerm& e) { return e.name == keys_.unit; });
        }
        return effects;
    }

    std::string commandOn(const std::string& variables) {
        const std::vector<EffectTerm> effects = absorbedEffects();
        const std::string rows =
            weightsOf(column_, terms_) + (column_.where.empty() ? "" : " if " + column_.where.text);
        if (column_.estimator == Estimator::RandomEffects ||
            column_.estimator == Estimator::Between) {
            return unitCommand(variables) + rows;
        }
        const std::string command =
            effects.empty() ? withoutEffects(variables) : withEffects(variables, effects);
        if (column_.estimator == Estimator::Liml || column_.estimator == Estimator::Gmm) {
            options_.emplace_back(nameOf(column_.estimator));
        }
        const bool isAbsorbed = !effects.empty() && !needsLeverages(vcov_);
        const std::string errors = stataErrors(vcov_, isAbsorbed, formula_.hasInstruments());
        if (!errors.empty()) {
            options_.push_back(errors);
        }
        return command + rows;
    }

    /// xtreg without fixed effects.
    std::string unitCommand(const std::string& variables) {
        const bool isRandom = column_.estimator == Estimator::RandomEffects;
        options_.emplace_back(isRandom ? "re" : "be");
        if (const std::string errors = stataErrors(vcov_, false, false); !errors.empty()) {
            options_.push_back(errors);
        }
        return "xtreg" + variables;
    }

    std::string withoutEffects(const std::string& variables) {
        if (formula_.hasInstruments()) {
            options_.emplace_back("small");
        }
        if (!formula_.hasConstant || isDifferenced()) {
            options_.emplace_back("noconstant");
        }
        return (formula_.hasInstruments() ? "ivreg2" : "regress") + variables;
    }

    std::string withEffects(const std::string& variables, const std::vector<EffectTerm>& effects) {
        const bool isIv = formula_.hasInstruments();
        if (needsLeverages(vcov_) && !isIv) { // regress alone knows the leverages
            return "regress" + variables + dummies(effects, {});
        }
        if (!isIv && (column_.ssc == SmallSample::Xtreg || column_.ssc == SmallSample::Xtscc)) {
            options_.emplace_back("fe");
            return (column_.ssc == SmallSample::Xtreg ? "xtreg" : "xtscc") + variables +
                   dummies(effects, keys_.unit);
        }
        std::vector<std::string> absorbed;
        for (const EffectTerm& effect : effects) {
            absorbed.push_back(stataEffect(effect, terms_));
        }
        options_.push_back("absorb(" + joinedBy(" ", absorbed) + ")");
        if (isDifferenced()) {
            options_.emplace_back("keepsingletons");
        }
        const char* command = isIv                               ? "ivreghdfe"
                              : column_.ssc == SmallSample::Areg ? "areg"
                                                                 : "reghdfe";
        return command + variables;
    }

    /// Effects but one as factor variables.
    std::string dummies(const std::vector<EffectTerm>& effects, std::string_view absorbed) {
        std::string list;
        for (const EffectTerm& effect : effects) {
            if (effect.name == absorbed) {
                continue;
            }
            const std::string group = "i." + joinedBy("#i.", effect.variables);
            list += effect.hasLevels ? " " + group : "";
            for (const Expression& slope : effect.slopes) {
                list += " " + group + "#c." + terms_.variableOf(slope.text());
            }
        }
        return list;
    }

    const study::RegressionColumn& column_;
    const PanelKeys& keys_;
    const ModelFormula& formula_;
    const CovarianceSpec& vcov_;
    StataTerms terms_;
    std::vector<std::string> options_;
};

} // namespace

bool hasLevelTerms(const ModelFormula& formula) {
    const auto isLevels = [](const Term& term) {
        return std::any_of(term.parts.begin(), term.parts.end(), [](const TermPart& part) {
            return part.kind == TermPart::Kind::Levels;
        });
    };
    return std::any_of(formula.regressors.begin(), formula.regressors.end(), isLevels);
}

CommandLines stataCommands(const study::RegressionColumn& column, const PanelKeys& keys) {
    const Result<ModelFormula> formula = parseModelFormula(column.formula.text);
    const Result<CovarianceSpec> vcov = parseCovariance(column.vcov);
    if (!formula || !vcov) {
        return {};
    }
    const bool isDifferenced = column.estimator == Estimator::FirstDifference;
    if (isDifferenced && hasLevelTerms(*formula)) {
        return {}; // Stata has no differences of factor variables
    }
    return StataCommand(column, keys, *formula, *vcov).print();
}

} // namespace citypanel::text
