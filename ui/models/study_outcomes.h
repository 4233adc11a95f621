// SPDX-License-Identifier: GPL-3.0-or-later
// Finding what became of a study in an evaluation.
#pragma once

#include "core/project/evaluate_project.h"

#include <QString>

namespace citypanel::ui {

/// The outcome of the study with this key, or nullptr. Lives as long as the evaluation.
[[nodiscard]] const project::StudyOutcome* outcomeOf(const project::ProjectEvaluation& evaluation,
                                                     const QString& key);

} // namespace citypanel::ui
