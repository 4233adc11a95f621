// SPDX-License-Identifier: GPL-3.0-or-later
// From a project to its results: sources read, recipe run. The window and the command line both
// call this.
#pragma once

#include "core/base/progress.h"
#include "core/project/other_tables.h"
#include "core/project/project.h"
#include "core/project/read_sources.h"
#include "core/project/run_studies.h"
#include "core/recipe/evaluation.h"

#include <vector>

namespace citypanel::project {

/// What a project evaluates to; immutable once made.
struct ProjectEvaluation {
    std::vector<WorkbookPtr> workbooks{}; ///< the sources as grids; null where one is unreadable
    sheets::ImportReport import{};        ///< what reading the sources came across
    recipe::Evaluation recipe{}; ///< recipe.source is the panel as read, recipe.result() the last
    std::vector<StudyOutcome> studies{}; ///< as the project's; empty where a step failed
    Problems problems{}; ///< of reading, of the recipe and of the studies, in that order
};

/// Results that later evaluations of the same session may use again; thread-safe.
struct EvaluationCache {
    ImportCache import{};
    OtherTableCache tables{};
    recipe::Cache steps{};
    StudyCache studies{};
};

/// Evaluates the project as far as it goes: problems stop what depends on them and nothing else.
/// The studies run on the panel after the last step, and wait when a step failed: numbers from half
/// a recipe would pass for those of the whole. Problem: Cancelled, and nothing else.
[[nodiscard]] Result<ProjectEvaluation> evaluate(const Project& project, EvaluationCache& cache,
                                                 Progress& progress);

} // namespace citypanel::project
