// SPDX-License-Identifier: GPL-3.0-or-later
// The project as a script of another program and its data, which gives the same numbers there.
#pragma once

#include "core/base/result.h"
#include "core/project/evaluate_project.h"
#include "core/project/project.h"
#include "core/report/archive.h"
#include "core/text/study_code.h"

namespace citypanel::project {

struct ScriptOptions {
    text::ScriptKind kind = text::ScriptKind::Stata;
    bool hasRecipe = false; ///< the preparation as code, from the data as read
};

/// The files by their names: the script ("script.do", "script.R"), the prepared panel ("data.csv")
/// and, with the recipe, the panel as read ("data_as_read.csv") and after each step that the
/// program has no commands for ("data_after_N.csv"). Problem: SampleEmpty without data.
[[nodiscard]] Result<report::Entries> scriptFiles(const Project& project,
                                                  const ProjectEvaluation& evaluation,
                                                  const ScriptOptions& options);

} // namespace citypanel::project
