// SPDX-License-Identifier: GPL-3.0-or-later
// From a project to its results: sources read, recipe run. The window and the command line both
// call this.
#pragma once

#include "core/base/progress.h"
#include "core/project/project.h"
#include "core/project/read_sources.h"
#include "core/recipe/evaluation.h"

#include <vector>

namespace citypanel::project {

/// What a project evaluates to; immutable once made.
struct ProjectEvaluation {
    std::vector<WorkbookPtr> workbooks{}; ///< the sources as grids; null where one is unreadable
    sheets::ImportReport import{};        ///< what reading the sources came across
    recipe::Evaluation recipe{}; ///< recipe.source is the panel as read, recipe.result() the last
    Problems problems{};         ///< of reading the sources and of the recipe, in that order
};

/// Results that later evaluations of the same session may use again; thread-safe.
struct EvaluationCache {
    ImportCache import{};
    recipe::Cache steps{};
};

/// Evaluates the project as far as it goes: problems stop what depends on them and nothing else.
/// Problem: Cancelled, and nothing else.
[[nodiscard]] Result<ProjectEvaluation> evaluate(const Project& project, EvaluationCache& cache,
                                                 Progress& progress);

} // namespace citypanel::project
