// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluating a project from its sources to its recipe.
#include "core/project/evaluate_project.h"

#include <utility>

namespace citypanel::project {

Result<ProjectEvaluation> evaluate(const Project& project, EvaluationCache& cache,
                                   Progress& progress) {
    ProjectEvaluation evaluation;
    CITYPANEL_TRY(evaluation.recipe,
                  recipe::evaluate(project.recipe, Panel{}, cache.steps, progress));
    evaluation.problems = evaluation.recipe.problems();
    return evaluation;
}

} // namespace citypanel::project
