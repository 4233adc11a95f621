// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluating a project from its sources to its studies.
#include "core/project/evaluate_project.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace citypanel::project {

namespace {

// Of the time of an evaluation that reads its files.
constexpr double readingEnds = 0.4;
constexpr double recipeEnds = 0.7;

void append(Problems& all, const Problems& more) {
    all.insert(all.end(), more.begin(), more.end());
}

using ConflictKey = std::tuple<std::string, std::string, std::string>;

ConflictKey keyOf(const Place& place) {
    return {place.variable, place.unit, place.period};
}

/// What the import warns of, without values that differ and that somebody has decided about.
Problems openWarnings(const sheets::ImportReport& report, const sheets::ImportPlan& plan) {
    std::set<ConflictKey> settled;
    for (const sheets::ValueConflict& conflict : report.conflicts) {
        const bool isByRule = plan.isRuleChosen && conflict.rule != sheets::ConflictRule::Missing;
        if (conflict.isDecided || isByRule) {
            settled.insert({conflict.variable, conflict.unit, std::to_string(conflict.period)});
        }
    }
    Problems open;
    std::copy_if(report.warnings.begin(), report.warnings.end(), std::back_inserter(open),
                 [&settled](const Problem& warning) {
                     return warning.code != ProblemCode::DuplicateKey ||
                            !settled.contains(keyOf(warning.place));
                 });
    return open;
}

} // namespace

Result<ProjectEvaluation> evaluate(const Project& project, EvaluationCache& cache,
                                   Progress& progress) {
    SubProgress reading(progress, 0, readingEnds);
    CITYPANEL_TRY(ReadSources sources, readSources(project, cache.import, reading));
    ProjectEvaluation evaluation;
    evaluation.workbooks = std::move(sources.workbooks);
    evaluation.problems = std::move(sources.problems);
    if (!sources.import) {
        // Without data every step would complain of missing columns; the reason stands above.
        progress.report(1);
        return evaluation;
    }
    evaluation.import = sources.import->report;
    append(evaluation.problems, openWarnings(evaluation.import, project.plan));
    SubProgress running(progress, readingEnds, recipeEnds);
    const recipe::Recipe recipe =
        withTables(project.recipe, project.sources, evaluation.workbooks, cache.tables);
    CITYPANEL_TRY(evaluation.recipe,
                  recipe::evaluate(recipe, sources.import->panel, cache.steps, running));
    append(evaluation.problems, evaluation.recipe.problems());
    if (evaluation.recipe.isComplete()) {
        SubProgress studying(progress, recipeEnds, 1);
        CITYPANEL_TRY(evaluation.studies, runStudies(project.studies, evaluation.recipe.result(),
                                                     cache.studies, studying));
    }
    for (const StudyOutcome& study : evaluation.studies) {
        append(evaluation.problems, study.problems);
    }
    return evaluation;
}

} // namespace citypanel::project
