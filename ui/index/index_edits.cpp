// SPDX-License-Identifier: GPL-3.0-or-later
// Looking through recipe and studies for indices and their uses.
#include "ui/index/index_edits.h"

#include "core/estimate/covariance.h"
#include "core/panel/expression.h"
#include "core/study/baseline_study.h"
#include "core/study/regression_study.h"

#include <algorithm>
#include <utility>

namespace citypanel::ui {

namespace {

/// Some word of the formula is the name: the model itself is parsed when it is pinned.
bool names(const std::string& formula, const std::string& name) {
    const auto isWordByte = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return std::isalnum(byte) != 0 || c == '_' || c == '.' || byte >= 0x80U;
    };
    for (std::size_t at = formula.find(name); at != std::string::npos;
         at = formula.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !isWordByte(formula[at - 1])) &&
            (end >= formula.size() || !isWordByte(formula[end]))) {
            return true;
        }
    }
    return false;
}

std::optional<study::PinnedModel> pinnedModel(const study::RegressionColumn& column) {
    const auto vcov = parseCovariance(column.vcov);
    if (!vcov) {
        return std::nullopt;
    }
    study::PinnedModel model{.formula = column.formula.text};
    model.options.vcov = *vcov;
    model.options.ssc = column.ssc;
    model.options.weights = column.weights.text;
    model.options.weightKind = column.weightKind;
    model.options.where = column.where.text;
    return model;
}

/// The columns of a study that is a table of models.
std::vector<study::RegressionColumn> modelsOf(const study::Study& study, const Panel& panel) {
    if (const auto* regression = std::get_if<study::RegressionStudy>(&study)) {
        return regression->columns;
    }
    if (const auto* baseline = std::get_if<study::BaselineStudy>(&study)) {
        return baseline->asRegression(panel).columns;
    }
    return {};
}

} // namespace

std::vector<IndexChoice> indexChoices(const recipe::Recipe& recipe) {
    std::vector<IndexChoice> choices;
    for (const recipe::RecipeStep& step : recipe.steps) {
        if (const auto* index = std::get_if<recipe::IndexStep>(&step.step)) {
            choices.push_back({step.key, QString::fromStdString(index->name.text)});
        }
    }
    return choices;
}

std::optional<recipe::IndexStep> indexStepOf(const recipe::Recipe& recipe, const std::string& key) {
    const std::size_t at = recipe.indexOf(key);
    if (at >= recipe.steps.size()) {
        return std::nullopt;
    }
    const auto* step = std::get_if<recipe::IndexStep>(&recipe.steps[at].step);
    return step == nullptr ? std::nullopt : std::optional(*step);
}

project::Project withIndexStep(project::Project project, const std::string& key,
                               recipe::IndexStep step) {
    project.recipe = recipe::withParameters(std::move(project.recipe), key, std::move(step));
    return project;
}

std::optional<Panel> panelBefore(const recipe::Recipe& recipe, const recipe::Evaluation& evaluation,
                                 const std::string& key) {
    const std::size_t at = recipe.indexOf(key);
    if (at >= recipe.steps.size()) {
        return std::nullopt;
    }
    if (at == 0) {
        return evaluation.source;
    }
    const recipe::StepResult* before = evaluation.find(recipe.steps[at - 1].key);
    const bool isReached = before != nullptr && (before->state == recipe::StepState::Done ||
                                                 before->state == recipe::StepState::Disabled);
    return isReached ? std::optional(before->panel) : std::nullopt;
}

std::vector<PinChoice> pinChoices(const project::Project& project, const Panel& result,
                                  const recipe::IndexStep& step) {
    std::vector<std::string> columns{step.name.text};
    for (const std::string& dimension : index::dimensionsOf(step.indicators)) {
        columns.push_back(step.subName(dimension));
    }
    std::vector<PinChoice> choices;
    for (const study::ProjectStudy& study : project.studies) {
        const std::vector<study::RegressionColumn> models = modelsOf(study.study, result);
        for (std::size_t i = 0; i < models.size(); ++i) {
            const study::RegressionColumn& column = models[i];
            const bool isUsed =
                std::any_of(columns.begin(), columns.end(), [&](const std::string& name) {
                    return names(column.formula.text, name);
                });
            const auto model = isUsed ? pinnedModel(column) : std::nullopt;
            if (model) {
                choices.push_back(
                    {QStringLiteral("%1 (%2)").arg(QString::fromStdString(study.name)).arg(i + 1),
                     *model});
            }
        }
    }
    return choices;
}

std::vector<index::Indicator> fitted(std::vector<index::Indicator> indicators,
                                     const recipe::Columns& columns) {
    for (index::Indicator& indicator : indicators) {
        const auto parsed = parseExpression(indicator.expression.text);
        const bool isKnown =
            parsed &&
            std::all_of(parsed->variables().begin(), parsed->variables().end(),
                        [&](const std::string& name) { return columns.find(name) != nullptr; });
        if (!isKnown && columns.find(indicator.name) != nullptr) {
            indicator.expression = indicator.name;
        }
    }
    return indicators;
}

} // namespace citypanel::ui
