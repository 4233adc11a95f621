// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a baseline table.
#include "core/study/baseline_study.h"

#include "core/study/binned_scatter.h"

#include <utility>

namespace citypanel::study {

namespace {

using Terms = std::vector<ExpressionText>;

/// Terms and effects of each column.
std::vector<std::pair<Terms, Terms>> columnsOf(const StudyModel& model, BaselineColumns layout) {
    std::vector<std::pair<Terms, Terms>> columns;
    switch (layout) {
    case BaselineColumns::ByRegressor:
        if (!model.controls.empty()) {
            columns.emplace_back(Terms{model.core.front()}, model.effects);
        }
        for (const ExpressionText& regressor : model.core) {
            columns.emplace_back(joined({regressor}, model.controls), model.effects);
        }
        break;
    case BaselineColumns::StepwiseControls: {
        Terms terms = model.core;
        columns.emplace_back(terms, model.effects);
        for (const ExpressionText& control : model.controls) {
            terms.push_back(control);
            columns.emplace_back(terms, model.effects);
        }
        break;
    }
    case BaselineColumns::StepwiseEffects: {
        const Terms terms = joined(model.core, model.controls);
        Terms effects;
        columns.emplace_back(terms, effects);
        for (const ExpressionText& effect : model.effects) {
            effects.push_back(effect);
            columns.emplace_back(terms, effects);
        }
        break;
    }
    }
    return columns;
}

} // namespace

RegressionStudy BaselineStudy::asRegression(const Panel& panel) const {
    RegressionStudy study;
    study.title = title;
    study.core = coreNames(model);
    study.statistics = statistics;
    for (const auto& [terms, effects] : columnsOf(model, columns)) {
        study.columns.push_back(columnOf(model, panel, formulaText(model.outcome, terms, effects)));
    }
    return study;
}

Result<StudyResult> BaselineStudy::run(const Panel& panel, Progress& progress) const {
    CITYPANEL_TRY_STATUS(checkModel(model));
    CITYPANEL_TRY(StudyResult result, asRegression(panel).run(panel, progress));
    if (result.tables.empty()) {
        return result; // no column could be estimated, and its problems say why
    }
    result.tables.front().key = id;
    StudyModel drawn = model;
    if (columns == BaselineColumns::ByRegressor) {
        drawn.core.resize(1); // each regressor of interest has a column of its own
    }
    const std::vector<ScatterGroup> all{{.key = "all", .name = phrase(Word::AllRows)}};
    CITYPANEL_TRY(Figure scatter, binnedScatter(panel, drawn, all, progress));
    if (!scatter.series.empty()) {
        result.figures.push_back(std::move(scatter));
    }
    return result;
}

} // namespace citypanel::study
