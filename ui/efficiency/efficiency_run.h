// SPDX-License-Identifier: GPL-3.0-or-later
// EfficiencyRun: what one run of a model found, shared by the views that show it.
#pragma once

#include "core/frontier/efficiency_scores.h"
#include "core/panel/panel.h"
#include "core/recipe/efficiency_step.h"
#include "core/study/phrase.h"

#include <QString>

#include <memory>

namespace citypanel::ui {

struct EfficiencyRun {
    Panel panel{}; ///< that the model ran on
    recipe::EfficiencyStep step{};
    frontier::EfficiencyScores scores{};

    [[nodiscard]] study::Phrase name() const;
};

using RunPtr = std::shared_ptr<const EfficiencyRun>;

/// "Super-SBM (VRS, global)", in the language of the window.
[[nodiscard]] QString modelName(const recipe::EfficiencyStep& step);

} // namespace citypanel::ui
