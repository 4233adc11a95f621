// SPDX-License-Identifier: GPL-3.0-or-later
// Two steps: mediators as outcomes. Three steps: total effect, mediator, direct effect.
#include "core/study/mechanism_study.h"

#include "core/estimate/distributions.h"
#include "core/estimate/mediation.h"
#include "core/panel/expression.h"
#include "core/study/labels.h"
#include "core/study/regression_table.h"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace citypanel::study {

namespace {

constexpr std::size_t stepsOfThree = 3;

Status checkMediators(const MechanismStudy& study) {
    CITYPANEL_TRY_STATUS(checkModel(study.model));
    if (study.mediators.empty()) {
        return Problem{.code = ProblemCode::OptionInvalid, .expected = "mediators"};
    }
    return {};
}

RegressionStudy tableOf(const MechanismStudy& study) {
    RegressionStudy table;
    table.title = study.title;
    table.core = coreNames(study.model);
    table.statistics = study.statistics;
    if (study.steps == MechanismSteps::Three) {
        for (const ExpressionText& mediator : study.mediators) {
            table.core.push_back(mediator.text);
        }
    }
    return table;
}

Phrase titleOf(const MechanismStudy& study, const Panel& panel) {
    return study.title.empty() ? phrase(Word::TitleMechanism,
                                        {variablePhrase(panel, termName(study.model.core.front()))})
                               : own(study.title);
}

/// Standard deviation of an expression over the rows of a fit, divisor n - 1.
Result<double> deviationOf(const Panel& panel, const std::string& text, const Fit& fit) {
    CITYPANEL_TRY(const Expression expression, parseExpression(text));
    CITYPANEL_TRY(const ExpressionValues column, evaluate(expression, panel));
    const std::vector<std::size_t> rows = fit.sample.rows();
    double mean = 0.0;
    for (const std::size_t row : rows) {
        mean += column.values[row] / static_cast<double>(rows.size());
    }
    double squares = 0.0;
    for (const std::size_t row : rows) {
        squares += (column.values[row] - mean) * (column.values[row] - mean);
    }
    return std::sqrt(squares / static_cast<double>(rows.size() - 1));
}

Point standardisedPoint(const TermEstimate& term, const Fit& fit, double scale, std::size_t at) {
    Point point{.x = static_cast<double>(at),
                .y = scale * term.estimate,
                .pValue = term.pValue,
                .count = static_cast<double>(fit.nobs),
                .key = std::to_string(at + 1)};
    for (const double level : {0.99, 0.95, 0.90}) {
        const double reach = studentQuantile(0.5 + level / 2, fit.dfResidual) * term.stdError;
        point.intervals.push_back(
            {level, scale * (term.estimate - reach), scale * (term.estimate + reach)});
    }
    return point;
}

/// Mediators have different units: their coefficients are compared in standard deviations.
Figure standardisedFigure(const MechanismStudy& study, const std::vector<EstimatedModel>& models,
                          const Panel& panel) {
    const std::string core = termName(study.model.core.front());
    const Phrase name = variablePhrase(panel, core);
    Figure figure{.key = "coefficients"};
    figure.title = titleOf(study, panel);
    figure.x = {.kind = AxisKind::Categories, .title = phrase(Word::Model)};
    figure.y = {.title = phrase(Word::StandardisedCoefficient, {name}), .referenceLine = 0.0};
    Series series{.role = SeriesRole::Estimates, .key = "term:" + core, .name = name};
    for (std::size_t i = 0; i < models.size(); ++i) {
        figure.x.categories.push_back(variablePhrase(panel, study.mediators[i].text));
        const TermEstimate* term = models[i].fit ? models[i].fit->term(core) : nullptr;
        if (term == nullptr) {
            continue;
        }
        const auto of = deviationOf(panel, core, *models[i].fit);
        const auto by = deviationOf(panel, study.mediators[i].text, *models[i].fit);
        if (of && by && *by > 0.0) {
            series.points.push_back(standardisedPoint(*term, *models[i].fit, *of / *by, i));
        }
    }
    figure.series.push_back(std::move(series));
    figure.notes.push_back({NoteKind::Other, phrase(Word::NoteStandardised), {}});
    return figure;
}

Result<StudyResult> runTwoSteps(const MechanismStudy& study, const Panel& panel,
                                Progress& progress) {
    StudyResult result;
    std::vector<EstimatedModel> models;
    for (const ExpressionText& mediator : study.mediators) {
        models.emplace_back().specification =
            columnOf(study.model, panel,
                     formulaText(mediator, joined(study.model.core, study.model.controls),
                                 study.model.effects));
    }
    CITYPANEL_TRY_STATUS(estimateModels(models, panel, result, progress));
    Table table = regressionTable(tableOf(study), models, panel);
    table.notes.push_back({NoteKind::Other, phrase(Word::NoteTwoSteps), {}});
    result.tables.push_back(std::move(table));
    result.figures.push_back(standardisedFigure(study, models, panel));
    return result;
}

/// The columns of one mediator and what is said of its indirect effect.
struct MediatorColumns {
    std::array<EstimatedModel, stepsOfThree> models{};
    std::optional<MediationResult> mediation{};
};

Result<MediatorColumns> planOf(const MechanismStudy& study, const ExpressionText& mediator,
                               const Panel& panel) {
    const StudyModel& model = study.model;
    const std::vector<ExpressionText> terms = joined(model.core, model.controls);
    const std::array formulas{formulaText(model.outcome, terms, model.effects),
                              formulaText(mediator, terms, model.effects),
                              formulaText(model.outcome, joined({mediator}, terms), model.effects)};
    constexpr std::array headings{Word::TotalEffect, Word::MediatorEquation, Word::DirectEffect};
    MediatorColumns columns;
    for (std::size_t i = 0; i < stepsOfThree; ++i) {
        EstimatedModel& step = columns.models[i];
        step.specification = columnOf(model, panel, formulas[i]);
        step.heading = phrase(headings[i]);
        CITYPANEL_TRY(step.formula, parseModelFormula(formulas[i]));
        CITYPANEL_TRY(step.vcov, parseCovariance(step.specification.vcov));
    }
    return columns;
}

Status mediate(const MechanismStudy& study, const ExpressionText& mediator, const Panel& panel,
               MediatorColumns& columns, Progress& progress) {
    MediationOptions options;
    CITYPANEL_TRY(options.estimate, optionsOf(columns.models.front().specification));
    options.treatment = termName(study.model.core.front());
    options.mediator = mediator.text;
    options.reps = static_cast<int>(study.reps);
    options.seed = study.seed;
    CITYPANEL_TRY(columns.mediation,
                  mediation(panel, columns.models.front().formula, options, progress));
    columns.models[0].fit = std::make_shared<const Fit>(columns.mediation->total);
    columns.models[1].fit = std::make_shared<const Fit>(columns.mediation->toMediator);
    columns.models[2].fit = std::make_shared<const Fit>(*columns.mediation->both);
    return {};
}

Cell productCell(double indirect, const ProductTest& test) {
    return isMissing(test.z) ? Cell()
                             : Cell(Coefficient{.estimate = indirect,
                                                .stdError = test.stdError,
                                                .statistic = test.z,
                                                .pValue = test.pValue});
}

Cell testCell(const ProductTest& test) {
    return isMissing(test.z) ? Cell() : Cell(TestValue{test.z, test.pValue, missingValue});
}

/// Rows of the indirect effects, each in the third column of its mediator.
void addMediationRows(const std::vector<MediatorColumns>& all, bool hasBootstrap, Table& table) {
    const auto add = [&](RowRole role, const char* key, Phrase label, const auto& cellOf) {
        Row row{.role = role,
                .key = key,
                .label = std::move(label),
                .cells = std::vector<Cell>(table.columns.size())};
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].mediation) {
                row.cells[stepsOfThree * i + 2] = cellOf(*all[i].mediation);
            }
        }
        table.rows.push_back(std::move(row));
    };
    using M = MediationResult;
    add(RowRole::Test, "indirect", phrase(Word::IndirectEffect),
        [](const M& m) { return productCell(m.indirect, m.sobel); });
    add(RowRole::Test, "sobel", phrase(Word::SobelTest),
        [](const M& m) { return testCell(m.sobel); });
    add(RowRole::Test, "aroian", phrase(Word::AroianTest),
        [](const M& m) { return testCell(m.aroian); });
    add(RowRole::Test, "goodman", phrase(Word::GoodmanTest),
        [](const M& m) { return testCell(m.goodman); });
    add(RowRole::FitMeasure, "share_mediated", phrase(Word::MediatedShare),
        [](const M& m) { return measureCell(m.shareMediated); });
    if (!hasBootstrap) {
        return;
    }
    const auto bootstrapped = [](const M& m) {
        return m.bootstrap ? m.bootstrap->statistics.front() : BootstrapSummary{};
    };
    add(RowRole::Test, "bootstrap", phrase(Word::BootstrapIndirect), [&](const M& m) -> Cell {
        const BootstrapSummary indirect = bootstrapped(m);
        return Coefficient{.estimate = indirect.estimate,
                           .stdError = indirect.stdError,
                           .confLow = indirect.confLow,
                           .confHigh = indirect.confHigh};
    });
    add(RowRole::Test, "bootstrap_low", phrase(Word::BootstrapLow, {own("95%")}),
        [&](const M& m) { return measureCell(bootstrapped(m).confLow); });
    add(RowRole::Test, "bootstrap_high", phrase(Word::BootstrapHigh, {own("95%")}),
        [&](const M& m) { return measureCell(bootstrapped(m).confHigh); });
}

Result<StudyResult> runThreeSteps(const MechanismStudy& study, const Panel& panel,
                                  Progress& progress) {
    StudyResult result;
    std::vector<MediatorColumns> all;
    std::vector<EstimatedModel> models;
    const auto count = static_cast<double>(study.mediators.size());
    for (const ExpressionText& mediator : study.mediators) {
        const auto done = static_cast<double>(all.size());
        SubProgress part(progress, done / count, (done + 1.0) / count);
        CITYPANEL_TRY(MediatorColumns columns, planOf(study, mediator, panel));
        const Status status = mediate(study, mediator, panel, columns, part);
        const std::string first = std::to_string(models.size() + 1);
        if (!status && status.error().code == ProblemCode::Cancelled) {
            return status.error();
        }
        if (!status) {
            result.problems.push_back(located(status.error(), Place{.column = first}));
        }
        for (const EstimatedModel& model : columns.models) {
            models.push_back(model);
            if (model.fit) {
                keepModel(model, std::to_string(models.size()), result);
            }
        }
        all.push_back(std::move(columns));
    }
    Table table = regressionTable(tableOf(study), models, panel);
    addMediationRows(all, study.reps > 0, table);
    table.notes.push_back({NoteKind::Other, phrase(Word::NoteThreeSteps), {}});
    if (study.reps > 0) {
        table.notes.push_back(
            {NoteKind::Other,
             phrase(Word::NoteBootstrapUnits, {number(static_cast<std::size_t>(study.reps)),
                                               number(static_cast<std::size_t>(study.seed))}),
             {}});
    }
    result.tables.push_back(std::move(table));
    return result;
}

} // namespace

Result<StudyResult> MechanismStudy::run(const Panel& panel, Progress& progress) const {
    CITYPANEL_TRY_STATUS(checkMediators(*this));
    CITYPANEL_TRY(StudyResult result, steps == MechanismSteps::Two
                                          ? runTwoSteps(*this, panel, progress)
                                          : runThreeSteps(*this, panel, progress));
    result.tables.front().key = id;
    result.tables.front().title = titleOf(*this, panel);
    progress.report(1.0);
    return result;
}

} // namespace citypanel::study
