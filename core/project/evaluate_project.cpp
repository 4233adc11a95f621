// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluating a project from its sources to its recipe.
#include "core/project/evaluate_project.h"

#include <utility>

namespace citypanel::project {

namespace {

constexpr double shareOfReading = 0.5; // of an evaluation that reads its files

void append(Problems& all, const Problems& more) {
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

Result<ProjectEvaluation> evaluate(const Project& project, EvaluationCache& cache,
                                   Progress& progress) {
    SubProgress reading(progress, 0, shareOfReading);
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
    append(evaluation.problems, evaluation.import.warnings);
    SubProgress running(progress, shareOfReading, 1);
    CITYPANEL_TRY(evaluation.recipe,
                  recipe::evaluate(project.recipe, sources.import->panel, cache.steps, running));
    append(evaluation.problems, evaluation.recipe.problems());
    return evaluation;
}

} // namespace citypanel::project
