// SPDX-License-Identifier: GPL-3.0-or-later
// Outcome against regressor with the rest of the model taken out of both, as means of bins.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/study/figure.h"
#include "core/study/study_model.h"

#include <cstddef>
#include <span>
#include <string>

namespace citypanel::study {

/// Rows of a scatter of their own.
struct ScatterGroup {
    std::string key{}; ///< of its series
    Phrase name{};
    ExpressionText where{}; ///< besides the model's condition; empty: all rows
};

inline constexpr std::size_t scatterBins = 20;

/// What of outcome (y) and first core regressor (x) the other regressors and the effects leave, for
/// each group by itself: a series of points, the means of `scatterBins` bins with equally many rows
/// by x (count: rows), and a line whose slope is the model's coefficient (Frisch and Waugh 1933;
/// Lovell 1963). Keyed "scatter"; points have the group's key. Groups whose models cannot be
/// estimated, or in which x does not vary, are left out, and all of a weighted model, whose means
/// would have to be weighted.
/// Problem: Cancelled.
[[nodiscard]] Result<Figure> binnedScatter(const Panel& panel, const StudyModel& model,
                                           std::span<const ScatterGroup> groups,
                                           Progress& progress);

} // namespace citypanel::study
