// SPDX-License-Identifier: GPL-3.0-or-later
// Models as commands of R.
#include "core/text/model_command_parts.h"
#include "core/text/model_commands.h"
#include "core/text/study_code_writers.h"

#include <algorithm>
#include <map>
#include <utility>

namespace citypanel::text {

namespace {

using expression::Token;
using expression::TokenKind;

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
        return "~" + joinedBy(" + ", vcov.clusters);
    case CovarianceKind::DriscollKraay:
        return "DK(" + lags + ")";
    case CovarianceKind::NeweyWest:
        return "NW(" + lags + ")";
    }
    return "";
}

/// Whether a formula says more than R's own lm does.
bool hasTimeOperators(const std::string& text) {
    const std::vector<Token> tokens = tokensOf(text);
    return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
        return token.kind == TokenKind::Name &&
               (token.text == "lag" || token.text == "lead" || token.text == "diff");
    });
}

/// data, subset and weights of a call of lm or plm.
std::string rArguments(const study::RegressionColumn& column, std::string_view subset) {
    std::string text = ", data = panel";
    text += column.where.empty() ? "" : std::string(subset) + column.where.text;
    text += column.weights.empty() ? "" : ", weights = " + column.weights.text;
    return text;
}

/// "outcome ~ regressors", effects as factors.
std::string lmFormula(const ModelFormula& formula, std::string_view leftOut) {
    std::string text = formula.outcomeName + " ~ " + (formula.hasConstant ? "" : "0 + ");
    std::vector<std::string> terms;
    for (const Term& term : formula.regressors) {
        terms.push_back(term.name);
    }
    for (const EffectTerm& effect : formula.effects) {
        if (effect.name != leftOut) {
            terms.push_back(effect.variables.size() == 1
                                ? "factor(" + effect.variables.front() + ")"
                                : "interaction(" + joinedBy(", ", effect.variables) + ")");
        }
    }
    return text + (terms.empty() ? "1" : joinedBy(" + ", terms));
}

/// HC2 and HC3 need the leverages of the model with its effects, which sandwich has of lm.
CommandLines lmCommands(const study::RegressionColumn& column, const ModelFormula& formula,
                        const CovarianceSpec& vcov) {
    return {"model <- lm(" + lmFormula(formula, {}) + rArguments(column, ", subset = ") + ")",
            std::string("lmtest::coeftest(model, vcov. = sandwich::vcovHC(model, type = ") +
                (vcov.kind == CovarianceKind::Hc2 ? "\"HC2\"))" : "\"HC3\"))")};
}

/// How plm says these errors of its model; empty where it has none that agree. HC1 of first
/// differences is White's with N/(N - K), which plm's own "HC1" is not.
std::string plmErrors(Estimator estimator, const CovarianceSpec& vcov, const std::string& unit) {
    const bool isRandom = estimator == Estimator::RandomEffects;
    const bool isByUnit =
        vcov.kind == CovarianceKind::Cluster && vcov.clusters == std::vector{unit};
    if (isByUnit || (isRandom && vcov.kind == CovarianceKind::Hc1)) {
        return R"(plm::vcovHC(model, method = "arellano", type = "sss"))";
    }
    if (estimator == Estimator::FirstDifference && vcov.kind == CovarianceKind::Hc1) {
        return R"(plm::vcovHC(model, method = "white1", type = "HC0") * nobs(model) / )"
               "df.residual(model)";
    }
    return {};
}

/// Random effects, between and first differences by plm.
CommandLines plmCommands(const study::RegressionColumn& column, const PanelKeys& keys,
                         const ModelFormula& formula, const CovarianceSpec& vcov) {
    const char* model = column.estimator == Estimator::RandomEffects ? "random"
                        : column.estimator == Estimator::Between     ? "between"
                                                                     : "fd";
    const bool isDifferenced = column.estimator == Estimator::FirstDifference;
    std::string text = lmFormula(formula, keys.unit);
    if (isDifferenced && formula.hasConstant) {
        text.insert(text.find("~ ") + 2, "0 + ");
    }
    CommandLines lines{"model <- plm::plm(" + text + rArguments(column, ", subset = ") +
                       ", index = c(\"" + keys.unit + "\", \"" + keys.period + "\"), model = \"" +
                       model + "\")"};
    if (vcov.kind == CovarianceKind::Iid) {
        lines.emplace_back("summary(model)");
        return lines;
    }
    const std::string errors = plmErrors(column.estimator, vcov, keys.unit);
    if (errors.empty() || !column.weights.empty()) {
        return {};
    }
    lines.push_back("lmtest::coeftest(model, vcov. = " + errors + ")");
    return lines;
}

} // namespace

CommandLines rCommands(const study::RegressionColumn& column, const PanelKeys& keys) {
    const Result<ModelFormula> formula = parseModelFormula(column.formula.text);
    const Result<CovarianceSpec> vcov = parseCovariance(column.vcov);
    if (!formula || !vcov) {
        return {};
    }
    switch (column.estimator) {
    case Estimator::LeastSquares:
        break;
    case Estimator::RandomEffects:
    case Estimator::Between:
    case Estimator::FirstDifference:
        return hasLevelTerms(*formula) || hasTimeOperators(column.formula.text) ||
                       formula->hasInstruments()
                   ? CommandLines{}
                   : plmCommands(column, keys, *formula, *vcov);
    case Estimator::Liml:
    case Estimator::Gmm:
        return {}; // fixest has neither
    }
    const bool isLm = needsLeverages(*vcov) && !formula->hasInstruments() &&
                      !hasTimeOperators(column.formula.text) && !hasLevelTerms(*formula);
    if (isLm) {
        return lmCommands(column, *formula, *vcov);
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
