// SPDX-License-Identifier: GPL-3.0-or-later
// Estimating the levels and testing their pairs.
#include "core/study/heterogeneity_study.h"

#include "core/study/group_plan.h"
#include "core/study/labels.h"

#include <algorithm>
#include <utility>

namespace citypanel::study {

namespace {

constexpr double shareOfModels = 0.2; ///< of the work
constexpr double endOfTests = 0.95;   ///< the rest is figures

/// Levels of a column that occur among the rows of the model's condition.
Result<std::vector<std::string>> levelsIn(const Panel& panel, const StudyModel& model,
                                          const std::string& by) {
    CITYPANEL_TRY(const Factor factor, factorOf(panel, by));
    if (model.where.empty()) {
        return factor.levels;
    }
    CITYPANEL_TRY(const Expression condition, parseExpression(model.where.text));
    CITYPANEL_TRY(const std::vector<bool> keep, selectRows(condition, panel));
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < keep.size(); ++row) {
        if (keep[row]) {
            rows.push_back(row);
        }
    }
    return subset(factor, rows).levels;
}

Status planGrouping(GroupPlan& plan, const std::string& by) {
    const StudyModel& model = plan.study.model;
    Grouped grouped{.by = by, .first = plan.models.size()};
    CITYPANEL_TRY(grouped.levels, levelsIn(plan.panel, model, by));
    for (const std::string& level : grouped.levels) {
        StudyModel ofLevel = model;
        ofLevel.where = bothOf(model.where, levelCondition(plan.panel, by, level));
        EstimatedModel column;
        column.specification = columnOf(ofLevel, plan.panel);
        column.heading = groupPhrase(plan.panel, by);
        column.said = model.where;
        plan.models.push_back(std::move(column));
    }
    plan.groupings.push_back(std::move(grouped));
    return {};
}

/// Tests among the levels that could be estimated.
Status testGrouping(const GroupPlan& plan, Grouped& grouped, Progress& progress) {
    StudyModel model = plan.study.model;
    for (std::size_t i = 0; i < grouped.levels.size(); ++i) {
        if (!plan.models[grouped.first + i].fit) {
            const ExpressionText level = levelCondition(plan.panel, grouped.by, grouped.levels[i]);
            model.where = bothOf(model.where, ExpressionText("not (" + level.text + ")"));
        }
    }
    const HeterogeneityStudy& study = plan.study;
    CITYPANEL_TRY(grouped.differences, groupDifferences(plan.panel, model, grouped.by,
                                                        {.methods = study.methods,
                                                         .reps = static_cast<int>(study.reps),
                                                         .seed = study.seed},
                                                        progress));
    return {};
}

Status testAll(GroupPlan& plan, StudyResult& result, Progress& progress) {
    const auto count = static_cast<double>(plan.groupings.size());
    for (std::size_t i = 0; i < plan.groupings.size(); ++i) {
        const auto done = static_cast<double>(i);
        SubProgress part(progress, done / count, (done + 1.0) / count);
        const Status status = testGrouping(plan, plan.groupings[i], part);
        if (!status && status.error().code == ProblemCode::Cancelled) {
            return status.error();
        }
        if (!status) {
            result.problems.push_back(
                located(status.error(), Place{.variable = plan.groupings[i].by}));
        }
    }
    return {};
}

Status addFigures(const GroupPlan& plan, StudyResult& result, Progress& progress) {
    result.figures.push_back(groupCoefficients(plan));
    const std::vector<ColumnName>& by = plan.study.by;
    if (std::find(by.begin(), by.end(), plan.study.quadrants.by) != by.end()) {
        if (auto figure = quadrantFigure(plan)) {
            result.figures.push_back(*std::move(figure));
        } else {
            result.problems.push_back(
                located(figure.error(), Place{.variable = plan.study.quadrants.by.text}));
        }
    }
    CITYPANEL_TRY(std::vector<Figure> scatters, groupScatters(plan, progress));
    for (Figure& figure : scatters) {
        result.figures.push_back(std::move(figure));
    }
    CITYPANEL_TRY(std::vector<Figure> distributions, groupDistributions(plan));
    for (Figure& figure : distributions) {
        result.figures.push_back(std::move(figure));
    }
    return {};
}

} // namespace

Result<StudyResult> HeterogeneityStudy::run(const Panel& panel, Progress& progress) const {
    CITYPANEL_TRY_STATUS(checkModel(model));
    if (by.empty()) {
        return Problem{.code = ProblemCode::OptionInvalid, .expected = "by"};
    }
    GroupPlan plan{*this, panel, {}, {}};
    if (withAllRows) {
        plan.models.emplace_back().specification = columnOf(model, panel);
    }
    for (const ColumnName& grouping : by) {
        CITYPANEL_TRY_STATUS(planGrouping(plan, grouping.text));
    }
    StudyResult result;
    SubProgress models(progress, 0.0, shareOfModels);
    CITYPANEL_TRY_STATUS(estimateModels(plan.models, panel, result, models));
    SubProgress tests(progress, shareOfModels, endOfTests);
    CITYPANEL_TRY_STATUS(testAll(plan, result, tests));
    result.tables.push_back(groupTable(plan));
    result.tables.push_back(pairTable(plan));
    if (Table singletons = singletonTable(plan); !singletons.rows.empty()) {
        result.tables.push_back(std::move(singletons));
    }
    SubProgress figures(progress, endOfTests, 1.0);
    CITYPANEL_TRY_STATUS(addFigures(plan, result, figures));
    progress.report(1.0);
    return result;
}

} // namespace citypanel::study
