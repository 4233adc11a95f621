// SPDX-License-Identifier: GPL-3.0-or-later
// StepPreview: what a step would change, before it is part of a recipe.
#pragma once

#include "core/prepare/histogram.h"
#include "core/recipe/step.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

/// One cell a step would change.
struct ChangedCell {
    std::string unit{};
    Period period = 0;
    std::string variable{};
    double before = missingValue;
    double after = missingValue;
};

struct StepPreview {
    StepReport report{};
    std::size_t changedCount = 0;     ///< cells whose number differs; where none does, values made
    std::vector<ChangedCell> cells{}; ///< the first of them, in the order of variables and rows
    std::vector<std::string> made{};  ///< columns that were not there before
    std::vector<std::string> gone{};  ///< columns that are not there afterwards
    std::string variable{};           ///< the one the histograms show: changed most, or made
    prepare::Histogram before{};      ///< empty for a variable that is made
    prepare::Histogram after{};       ///< of the same bins
    std::vector<std::pair<std::string, std::size_t>> levels{}; ///< rows a level of a made category
};

inline constexpr std::size_t mostPreviewCells = 2000;

/// Runs the step on the panel before it. Problems: the step's own, Cancelled.
[[nodiscard]] Result<StepPreview> previewStep(const Step& step, const Panel& before,
                                              Progress& progress);

} // namespace citypanel::recipe
