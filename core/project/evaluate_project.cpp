// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluating a project from its sources to its recipe.
#include "core/project/evaluate_project.h"

#include <utility>

namespace citypanel::project {

namespace {

constexpr double shareOfReading = 0.5; // of an evaluation that reads its files

} // namespace

Result<ProjectEvaluation> evaluate(const Project& project, EvaluationCache& cache,
                                   Progress& progress) {
    ProjectEvaluation evaluation;
    SubProgress reading(progress, 0.0, shareOfReading);
    auto source = readSources(project, cache.import, reading);
    if (!source && source.error().code == ProblemCode::Cancelled) {
        return source.error();
    }
    Panel panel;
    if (source) {
        evaluation.import = (*source)->report;
        evaluation.problems = evaluation.import.warnings;
        panel = (*source)->panel;
    } else {
        evaluation.problems.push_back(source.error());
    }
    if (panel.rowCount() == 0) {
        // Without data every step would complain of missing columns; the reason stands above.
        progress.report(1.0);
        return evaluation;
    }
    SubProgress running(progress, shareOfReading, 1.0);
    CITYPANEL_TRY(evaluation.recipe, recipe::evaluate(project.recipe, panel, cache.steps, running));
    const Problems problems = evaluation.recipe.problems();
    evaluation.problems.insert(evaluation.problems.end(), problems.begin(), problems.end());
    return evaluation;
}

} // namespace citypanel::project
