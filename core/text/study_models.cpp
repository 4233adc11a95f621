// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas and samples of the columns of each kind of study.
#include "core/text/study_models.h"

#include "core/panel/expression.h"
#include "core/panel/factor.h"
#include "core/study/group_difference.h"
#include "core/study/study_model.h"

#include <string>
#include <utility>

namespace citypanel::text {

namespace {

using study::CheckKind;
using study::columnOf;
using study::formulaText;
using study::joined;
using study::RegressionColumn;
using study::RegressionStudy;
using study::StudyModel;

using Terms = std::vector<ExpressionText>;

RegressionStudy tableOf(const std::string& title, const StudyModel& model) {
    RegressionStudy table;
    table.title = title;
    table.core = study::coreNames(model);
    return table;
}

Terms termsOf(const StudyModel& model) {
    return joined(model.core, model.controls);
}

std::string lagOf(const ExpressionText& term, std::int64_t lags) {
    return "lag(" + term.text + "," + std::to_string(lags) + ")";
}

std::string withoutPeriods(const Panel& panel, const std::vector<std::int64_t>& periods) {
    std::string condition;
    for (const std::int64_t period : periods) {
        condition += (condition.empty() ? "" : " and ") + study::quotedName(panel.keys().period) +
                     " != " + std::to_string(period);
    }
    return condition;
}

/// First stage and second stage with the lag as instrument.
void addInstrumented(RegressionStudy& table, const study::RobustnessCheck& check,
                     const StudyModel& model, const Panel& panel) {
    const ExpressionText& core = model.core.front();
    const Terms others(model.core.begin() + 1, model.core.end());
    const Terms exogenous = joined(others, model.controls);
    const Terms instruments{lagOf(core, check.lags)};
    const std::string second =
        formulaText(model.outcome, exogenous, model.effects, core, instruments);
    RegressionColumn first =
        columnOf(model, panel, formulaText(core, joined(instruments, exogenous), model.effects));
    // On the rows of the second stage, which has the outcome.
    first.where = study::bothOf(
        first.where, ExpressionText("not missing(" + study::termText(model.outcome) + ")"));
    table.columns.push_back(std::move(first));
    table.columns.push_back(columnOf(model, panel, second));
}

/// The model with what the check changes; nothing for a check that is no such model.
bool change(StudyModel& model, const study::RobustnessCheck& check, const Panel& panel) {
    switch (check.kind) {
    case CheckKind::Restrict:
        model.where = study::bothOf(model.where, check.expression);
        return true;
    case CheckKind::Effects:
        model.effects = check.effects;
        return true;
    case CheckKind::ReplaceOutcome:
        model.outcome = check.expression;
        return true;
    case CheckKind::ReplaceRegressor:
        model.core.front() = check.expression;
        return true;
    case CheckKind::LagRegressors:
        for (ExpressionText& term : model.core) {
            term = lagOf(term, check.lags);
        }
        return true;
    case CheckKind::Clustering:
        model.vcov = check.vcov;
        return true;
    case CheckKind::DropPeriods:
        model.where =
            study::bothOf(model.where, ExpressionText(withoutPeriods(panel, check.periods)));
        return true;
    case CheckKind::LaggedInstrument:
    case CheckKind::MedianSplit:
    case CheckKind::Winsorising:
    case CheckKind::Placebo:
        break;
    }
    return false;
}

/// Levels of a grouping that occur among the rows of the model's condition.
std::vector<std::string> levelsOf(const Panel& panel, const StudyModel& model,
                                  const std::string& by) {
    const auto factor = factorOf(panel, by);
    if (!factor || model.where.empty()) {
        return factor ? factor->levels : std::vector<std::string>();
    }
    const auto condition = parseExpression(model.where.text);
    const auto keep =
        condition ? selectRows(*condition, panel) : Result<std::vector<bool>>(condition.error());
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; keep && row < keep->size(); ++row) {
        if ((*keep)[row]) {
            rows.push_back(row);
        }
    }
    return subset(*factor, rows).levels;
}

} // namespace

RegressionStudy modelsOf(const study::BaselineStudy& study, const Panel& panel) {
    return study.asRegression(panel);
}

RegressionStudy modelsOf(const study::MechanismStudy& study, const Panel& panel) {
    RegressionStudy table = tableOf(study.title, study.model);
    const StudyModel& model = study.model;
    for (const ExpressionText& mediator : study.mediators) {
        if (study.steps == study::MechanismSteps::Two) {
            table.columns.push_back(
                columnOf(model, panel, formulaText(mediator, termsOf(model), model.effects)));
            continue;
        }
        // All three on the rows where mediator and outcome are there.
        StudyModel known = model;
        for (const ExpressionText& needed : {mediator, model.outcome}) {
            known.where = study::bothOf(
                known.where, ExpressionText("not missing(" + study::termText(needed) + ")"));
        }
        for (const std::string& formula :
             {formulaText(model.outcome, termsOf(model), model.effects),
              formulaText(mediator, termsOf(model), model.effects),
              formulaText(model.outcome, joined({mediator}, termsOf(model)), model.effects)}) {
            table.columns.push_back(columnOf(known, panel, formula));
        }
    }
    return table;
}

RegressionStudy modelsOf(const study::RobustnessStudy& study, const Panel& panel) {
    RegressionStudy table = tableOf(study.title, study.model);
    for (const study::RobustnessCheck& check : study.checks) {
        StudyModel model = study.model;
        if (check.kind == CheckKind::LaggedInstrument) {
            addInstrumented(table, check, model, panel);
        } else if (change(model, check, panel)) {
            table.columns.push_back(columnOf(model, panel));
        } else {
            const std::size_t columns = check.kind == CheckKind::MedianSplit ? 2 : 1;
            for (std::size_t i = 0; i < columns && check.kind != CheckKind::Placebo; ++i) {
                table.columns.push_back({.group = std::string(nameOf(check.kind))});
            }
        }
    }
    return table;
}

RegressionStudy modelsOf(const study::HeterogeneityStudy& study, const Panel& panel) {
    RegressionStudy table = tableOf(study.title, study.model);
    if (study.withAllRows) {
        table.columns.push_back(columnOf(study.model, panel));
    }
    for (const ColumnName& by : study.by) {
        for (const std::string& level : levelsOf(panel, study.model, by.text)) {
            StudyModel model = study.model;
            model.where = study::bothOf(model.where, study::levelCondition(panel, by.text, level));
            table.columns.push_back(columnOf(model, panel));
        }
    }
    return table;
}

RegressionStudy modelsOf(const study::ModerationStudy& study, const Panel& panel) {
    RegressionStudy table = tableOf(study.title, study.model);
    const StudyModel& model = study.model;
    for (const ExpressionText& moderator : study.moderators) {
        Terms terms = model.core;
        terms.push_back(moderator);
        terms.emplace_back(study::termText(model.core.front()) + ":" + study::termText(moderator));
        for (const ExpressionText& control : model.controls) {
            if (control != moderator) {
                terms.push_back(control);
            }
        }
        table.columns.push_back(
            columnOf(model, panel, formulaText(model.outcome, terms, model.effects)));
    }
    return table;
}

RegressionStudy modelsOf(const study::SpecificationStudy& study, const Panel& panel) {
    RegressionStudy table = tableOf(study.title, study.model);
    table.columns.push_back(columnOf(study.model, panel));
    return table;
}

} // namespace citypanel::text
