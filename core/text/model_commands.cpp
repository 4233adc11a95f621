// SPDX-License-Identifier: GPL-3.0-or-later
// Models as commands of Stata and R.
#include "core/text/model_commands.h"

#include "core/estimate/model_formula.h"
#include "core/panel/expression_lexer.h"

#include <algorithm>
#include <map>
#include <utility>

namespace citypanel::text {

namespace {

using expression::Token;
using expression::TokenKind;

std::vector<Token> tokensOf(const std::string& text) {
    const Result<std::vector<Token>> tokens = expression::tokenise(text);
    return tokens ? *tokens : std::vector<Token>{};
}

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

std::string joinedNames(const std::vector<std::string>& names, const std::string& separator) {
    std::string all;
    for (const std::string& name : names) {
        all += (all.empty() ? "" : separator) + name;
    }
    return all;
}

/// "province^year" as Stata's province#year; slopes as city#c.x.
std::string stataEffect(const EffectTerm& effect, StataTerms& terms) {
    const std::string group = joinedNames(effect.variables, "#");
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
        std::string clusters = joinedNames(vcov.clusters, " ");
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

/// Effects of xtreg besides the unit's, as factor variables.
std::string otherEffects(const ModelFormula& formula, const PanelKeys& keys) {
    std::string list;
    for (const EffectTerm& effect : formula.effects) {
        if (effect.name != keys.unit) {
            list += " i." + joinedNames(effect.variables, "#i.");
        }
    }
    return list;
}

} // namespace

CommandLines stataCommands(const study::RegressionColumn& column, const PanelKeys& keys) {
    const Result<ModelFormula> formula = parseModelFormula(column.formula.text);
    const Result<CovarianceSpec> vcov = parseCovariance(column.vcov);
    if (!formula || !vcov) {
        return {};
    }
    StataTerms terms;
    const bool hasEffects = !formula->effects.empty();
    const bool isIv = formula->hasInstruments();
    std::string model = " " + terms.variableOf(formula->outcomeName);
    model += terms.listOf(formula->regressors);
    if (isIv) {
        model += " (" + terms.listOf(formula->endogenous).substr(1) + " =";
        model += terms.listOf(formula->instruments) + ")";
    }
    std::vector<std::string> options;
    const bool isUnitProgram =
        hasEffects && !isIv &&
        (column.ssc == SmallSample::Xtreg || column.ssc == SmallSample::Xtscc);
    std::string command = isIv ? "ivreg2" : "regress";
    if (isUnitProgram) {
        command = column.ssc == SmallSample::Xtreg ? "xtreg" : "xtscc";
        model += otherEffects(*formula, keys);
        options.emplace_back("fe");
    } else if (hasEffects) {
        std::vector<std::string> absorbed;
        for (const EffectTerm& effect : formula->effects) {
            absorbed.push_back(stataEffect(effect, terms));
        }
        command = isIv ? "ivreghdfe" : column.ssc == SmallSample::Areg ? "areg" : "reghdfe";
        options.push_back("absorb(" + joinedNames(absorbed, " ") + ")");
    } else if (isIv) {
        options.emplace_back("small");
    }
    if (!formula->hasConstant && !hasEffects) {
        options.emplace_back("noconstant");
    }
    if (const std::string errors = stataErrors(*vcov, hasEffects, isIv); !errors.empty()) {
        options.push_back(errors);
    }
    command += model + weightsOf(column, terms);
    if (!column.where.empty()) {
        command += " if " + column.where.text;
    }
    CommandLines lines{"xtset " + keys.unit + " " + keys.period};
    if (keys.unit.empty() || keys.period.empty()) {
        lines.clear();
    }
    lines.insert(lines.end(), terms.lines().begin(), terms.lines().end());
    lines.push_back(command + (options.empty() ? "" : ", " + joinedNames(options, " ")));
    return lines;
}

namespace {

/// lag, lead and diff are l, f and d in fixest; the rest of the grammar is the same.
std::string fixestFormula(const std::string& text) {
    static const std::map<std::string, std::string> names{
        {"lag", "l"}, {"lead", "f"}, {"diff", "d"}, {"ln", "log"}};
    std::string result = text;
    const std::vector<Token> tokens = tokensOf(text);
    for (std::size_t i = tokens.size(); i-- > 0;) {
        const auto name = names.find(tokens[i].text);
        const bool isCall = name != names.end() && tokens[i].kind == TokenKind::Name &&
                            i + 1 < tokens.size() && tokens[i + 1].is("(");
        if (isCall) {
            result.replace(tokens[i].position, tokens[i].length, name->second);
        }
    }
    return result;
}

std::string fixestErrors(const CovarianceSpec& vcov) {
    const std::string lags = vcov.lags ? std::to_string(*vcov.lags) : "";
    switch (vcov.kind) {
    case CovarianceKind::Iid:
        return "\"iid\"";
    case CovarianceKind::Hc1:
        return "\"hetero\"";
    case CovarianceKind::Hc2:
        return "function(x) sandwich::vcovHC(x, type = \"HC2\")";
    case CovarianceKind::Hc3:
        return "function(x) sandwich::vcovHC(x, type = \"HC3\")";
    case CovarianceKind::Cluster:
        return "~" + joinedNames(vcov.clusters, " + ");
    case CovarianceKind::DriscollKraay:
        return "DK(" + lags + ")";
    case CovarianceKind::NeweyWest:
        return "NW(" + lags + ")";
    }
    return "";
}

} // namespace

CommandLines rCommands(const study::RegressionColumn& column, const PanelKeys& keys) {
    const Result<ModelFormula> formula = parseModelFormula(column.formula.text);
    const Result<CovarianceSpec> vcov = parseCovariance(column.vcov);
    if (!formula || !vcov) {
        return {};
    }
    std::string call = "fixest::feols(" + fixestFormula(column.formula.text) + ", data = panel";
    if (!column.where.empty()) {
        call += ", subset = ~" + column.where.text;
    }
    if (!column.weights.empty()) {
        call += ", weights = ~" + column.weights.text;
    }
    if (!keys.unit.empty() && !keys.period.empty()) {
        call += ", panel.id = ~" + keys.unit + " + " + keys.period;
    }
    return {call + ", vcov = " + fixestErrors(*vcov) + ")"};
}

} // namespace citypanel::text
