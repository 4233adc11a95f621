// SPDX-License-Identifier: GPL-3.0-or-later
// Predictions of core/estimate put into the panel.
#include "core/recipe/predict_step.h"

#include "core/estimate/formula_columns.h"
#include "core/estimate/prediction.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace citypanel::recipe {

namespace {

/// "effects_province^year" is no plain name: signs become underscores.
std::string effectName(const PredictStep& step, const std::string& effect) {
    std::string name = step.effects.text + "_" + effect;
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return std::string_view("^[],() `").find(c) != std::string_view::npos; }, '_');
    return name;
}

/// Names of the columns that the step makes, in their order.
std::vector<std::string> namesMade(const PredictStep& step) {
    std::vector<std::string> names;
    for (const NewColumnName* name :
         {&step.fitted, &step.residual, &step.withinFitted, &step.effects}) {
        if (!name->empty()) {
            names.push_back(name->text);
        }
    }
    const Result<ModelFormula> formula = parseModelFormula(step.formula.text);
    if (step.eachEffect && formula) {
        for (const EffectTerm& effect : formula->effects) {
            names.push_back(effectName(step, effect.name));
        }
    }
    return names;
}

/// What is known of the outcome, whose unit of measure the predictions have where it is a column.
std::string unitOf(const PredictStep& step, const Columns& columns) {
    const Result<ModelFormula> formula = parseModelFormula(step.formula.text);
    const ColumnInfo* outcome = formula ? columns.find(formula->outcomeName) : nullptr;
    return outcome == nullptr ? std::string() : outcome->unitOfMeasure;
}

EstimateOptions optionsOf(const PredictStep& step, const ModelFormula& formula) {
    EstimateOptions options;
    options.weights = step.weights.text;
    options.where = step.where.text;
    options.method = formula.hasInstruments() ? step.method : InstrumentMethod::TwoStage;
    return options;
}

} // namespace

ColumnEffect PredictStep::effect(const Columns& columns) const {
    ColumnEffect effect{.needs = columnsRead(*this)};
    const std::string unit = unitOf(*this, columns);
    for (const std::string& name : namesMade(*this)) {
        effect.adds.push_back({.name = name, .unitOfMeasure = unit});
    }
    return effect;
}

Problems PredictStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    const Result<ModelFormula> parsed = parseModelFormula(formula.text);
    checks.isGiven(!formula.empty(), "formula");
    for (const std::string& name : formulaColumns(formula.text)) {
        checks.exists(name);
    }
    for (const ExpressionText* expression : {&weights, &where}) {
        if (!expression->empty()) {
            checks.isExpression(*expression, expression == &where);
        }
    }
    const std::vector<std::string> names = namesMade(*this);
    checks.isGiven(!names.empty(), "fitted");
    for (std::size_t i = 0; i < names.size(); ++i) {
        checks.isFree("fitted", names[i]);
        const auto earlier = names.begin() + static_cast<std::ptrdiff_t>(i);
        checks.require(std::find(names.begin(), earlier, names[i]) == earlier, "fitted", names[i],
                       names[i] + "_2");
    }
    checks.isGiven(!eachEffect || !effects.empty(), "effects");
    Problems problems = checks.take();
    if (!parsed && !formula.empty()) {
        problems.insert(problems.begin(), parsed.error());
    } else if (parsed && parsed->effects.empty() && !withinFitted.empty()) {
        problems.push_back({.code = ProblemCode::OptionInvalid,
                            .place = {.variable = "within_fitted"},
                            .found = formula.text,
                            .expected = formula.text + " | " + columns.keys.unit});
    }
    return problems;
}

Result<StepOutcome> PredictStep::apply(const Panel& panel, const std::string& key,
                                       Progress& progress) const {
    CITYPANEL_TRY(const ModelFormula model, parseModelFormula(formula.text));
    const EstimateOptions options = optionsOf(*this, model);
    SubProgress estimating(progress, 0.0, 0.5);
    CITYPANEL_TRY(const Fit fit, estimate(panel, model, options, estimating));
    SubProgress predicting(progress, 0.5, 1.0);
    CITYPANEL_TRY(Prediction made, predict(panel, model, options, fit, predicting));
    PanelEdit edit(panel, key);
    const std::string unit = unitOf(*this, columnsOf(panel));
    const auto add = [&](const std::string& name, std::vector<double> values) {
        if (!name.empty()) {
            edit.add(Variable::numeric(name, std::move(values)).withUnitOfMeasure(unit));
        }
    };
    add(fitted.text, std::move(made.fitted));
    add(residual.text, std::move(made.residual));
    add(withinFitted.text, std::move(made.withinFitted));
    add(effects.text, std::move(made.effects));
    for (EstimatedEffect& effect : made.byEffect) {
        if (eachEffect) {
            add(effectName(*this, effect.name), std::move(effect.contribution));
        }
    }
    return edit.finish();
}

} // namespace citypanel::recipe
