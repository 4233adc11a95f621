// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas of a study's columns.
#include "core/study/study_model.h"

#include "core/panel/expression.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace citypanel::study {

namespace {

/// The bracket that closes the one at `open`, or npos.
std::size_t closingBracket(std::string_view text, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return std::string_view::npos;
}

/// A call over the whole text: letters, then brackets up to the end.
bool isCall(std::string_view text) {
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos || open == 0 ||
        closingBracket(text, open) + 1 != text.size()) {
        return false;
    }
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(open), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

std::string sumOf(const std::vector<ExpressionText>& terms) {
    std::string sum;
    for (const ExpressionText& term : terms) {
        sum += (sum.empty() ? "" : " + ") + termText(term);
    }
    return sum;
}

std::string effectsOf(const std::vector<ExpressionText>& effects) {
    std::string sum;
    for (const ExpressionText& effect : effects) {
        sum += (sum.empty() ? "" : " + ") + effect.text;
    }
    return sum;
}

} // namespace

StudyModel proposedModel(const Panel& panel) {
    StudyModel model;
    if (!panel.isCrossSection()) {
        model.effects = {panel.keys().unit, panel.keys().period};
    }
    return model;
}

Status checkModel(const StudyModel& model) {
    const char* missing = model.outcome.empty() ? "outcome" : model.core.empty() ? "core" : nullptr;
    if (missing != nullptr) {
        return Problem{.code = ProblemCode::OptionInvalid, .expected = missing};
    }
    return {};
}

std::string termText(const ExpressionText& expression) {
    const auto parsed = parseExpression(expression.text);
    const bool isTerm = !parsed || !parsed->plainVariable().empty() || isCall(expression.text) ||
                        expression.text.find(':') != std::string::npos;
    return isTerm ? expression.text : "I(" + expression.text + ")";
}

std::string termName(const ExpressionText& expression) {
    const std::string text = termText(expression);
    const auto formula = parseModelFormula("`_` ~ " + text);
    return formula && !formula->regressors.empty() ? formula->regressors.front().name : text;
}

std::string formulaText(const ExpressionText& outcome, const std::vector<ExpressionText>& terms,
                        const std::vector<ExpressionText>& effects,
                        const ExpressionText& endogenous,
                        const std::vector<ExpressionText>& instruments) {
    std::string text = outcome.text + " ~ " + (terms.empty() ? std::string("1") : sumOf(terms));
    if (!effects.empty() || !instruments.empty()) {
        text += " | " + (effects.empty() ? std::string("0") : effectsOf(effects));
    }
    if (!instruments.empty()) {
        text += " | " + termText(endogenous) + " ~ " + sumOf(instruments);
    }
    return text;
}

std::vector<ExpressionText> joined(std::vector<ExpressionText> first,
                                   const std::vector<ExpressionText>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

RegressionColumn columnOf(const StudyModel& model, const Panel& panel, std::string formula) {
    RegressionColumn column;
    column.formula = std::move(formula);
    column.vcov = model.vcov;
    if (model.vcov.empty()) {
        column.vcov = panel.isCrossSection() ? "hc1" : "cluster:" + panel.keys().unit;
    }
    column.ssc = model.ssc;
    column.weights = model.weights;
    column.weightKind = model.weightKind;
    column.where = model.where;
    return column;
}

RegressionColumn columnOf(const StudyModel& model, const Panel& panel) {
    return columnOf(model, panel,
                    formulaText(model.outcome, joined(model.core, model.controls), model.effects));
}

ExpressionText bothOf(const ExpressionText& first, const ExpressionText& second) {
    if (first.empty() || second.empty()) {
        return first.empty() ? second : first;
    }
    return "(" + first.text + ") and (" + second.text + ")";
}

std::vector<std::string> coreNames(const StudyModel& model) {
    std::vector<std::string> names;
    for (const ExpressionText& term : model.core) {
        names.push_back(termName(term));
    }
    return names;
}

} // namespace citypanel::study
