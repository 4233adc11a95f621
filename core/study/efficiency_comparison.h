// SPDX-License-Identifier: GPL-3.0-or-later
// EfficiencyComparison: two scores of the same rows: how alike they rank, and who differs most.
#pragma once

#include "core/panel/panel.h"
#include "core/study/describe.h"
#include "core/study/figure.h"
#include "core/study/table.h"

#include <cstddef>
#include <vector>

namespace citypanel::study {

/// One of two scores; `values` has one a row of the panel.
struct ScoreColumn {
    Phrase name{};
    std::vector<double> values{};
    bool isLessBetter = false;

    friend bool operator==(const ScoreColumn&, const ScoreColumn&) = default;
};

struct EfficiencyComparison {
    Correlation rank{};    ///< Spearman, of rows with both scores; positive where both agree
    Correlation pearson{}; ///< of the same rows
    Table differing{};     ///< units whose ranks by mean score differ most
    Figure scatter{};      ///< a point a row
};

/// Ranks and correlations follow "better", not the sign of the score. At most `limit` units in the
/// table, in the order of the difference of their ranks.
[[nodiscard]] EfficiencyComparison compareScores(const Panel& panel, const ScoreColumn& first,
                                                 const ScoreColumn& second, std::size_t limit);

} // namespace citypanel::study
