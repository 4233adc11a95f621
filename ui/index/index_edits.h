// SPDX-License-Identifier: GPL-3.0-or-later
// The indices of a project: finding them, changing them, the models that use them.
#pragma once

#include "core/project/evaluate_project.h"
#include "core/project/project.h"
#include "core/recipe/index_step.h"
#include "core/study/live_index.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace citypanel::ui {

/// Key and name of every index of the recipe, in its order.
struct IndexChoice {
    std::string key{};
    QString name{};
};

[[nodiscard]] std::vector<IndexChoice> indexChoices(const recipe::Recipe& recipe);

/// The index step of that key.
[[nodiscard]] std::optional<recipe::IndexStep> indexStepOf(const recipe::Recipe& recipe,
                                                           const std::string& key);

[[nodiscard]] project::Project withIndexStep(project::Project project, const std::string& key,
                                             recipe::IndexStep step);

/// The panel that the step reads; nothing while the evaluation does not reach it.
[[nodiscard]] std::optional<Panel> panelBefore(const recipe::Recipe& recipe,
                                               const recipe::Evaluation& evaluation,
                                               const std::string& key);

/// A column of a table of regressions (regression and baseline studies) that uses a variable of the
/// index.
struct PinChoice {
    QString name{}; ///< "Table 1 (2)"
    study::PinnedModel model{};
};

[[nodiscard]] std::vector<PinChoice> pinChoices(const project::Project& project,
                                                const Panel& result, const recipe::IndexStep& step);

/// Formulas that name no column of the data, but whose indicator has a column of its name, become
/// that column: presets fit data that hold the indicators ready made.
[[nodiscard]] std::vector<index::Indicator> fitted(std::vector<index::Indicator> indicators,
                                                   const recipe::Columns& columns);

} // namespace citypanel::ui
