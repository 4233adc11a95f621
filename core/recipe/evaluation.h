// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation: the panel after each step of a recipe, what each changed, and what went wrong.
#pragma once

#include "core/recipe/cache.h"
#include "core/recipe/recipe.h"

#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

enum class StepState : std::uint8_t {
    Done,     ///< ran (or its result came from the cache)
    Disabled, ///< switched off: the panel passes unchanged
    Failed,   ///< its problems say why
    Waiting,  ///< an earlier step failed
};

/// What became of one step.
struct StepResult {
    std::string key;
    StepState state = StepState::Waiting;
    Panel panel{}; ///< after the step; after the last step that ran where it failed or waits
    StepReport report{};
    Problems problems{};
    bool fromCache = false;
};

/// Immutable once made; shared between the window's views.
struct Evaluation {
    Panel source{};
    std::vector<StepResult> steps{};

    /// The panel after the last step that ran; the source where there is none.
    [[nodiscard]] const Panel& result() const;
    /// All steps ran or are switched off.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] const StepResult* find(std::string_view key) const;
    /// The problems of all steps, in their order.
    [[nodiscard]] Problems problems() const;
};

/// Runs the enabled steps in order. A step whose parameters and read columns are in the cache does
/// not run again. A step with problems fails and later ones wait; earlier results stay. Problem:
/// Cancelled, and nothing else.
[[nodiscard]] Result<Evaluation> evaluate(const Recipe& recipe, const Panel& panel, Cache& cache,
                                          Progress& progress);

} // namespace citypanel::recipe
