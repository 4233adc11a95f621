// SPDX-License-Identifier: GPL-3.0-or-later
// FrontierInfluence: how much of everybody's score hangs on single rows of the frontier.
#pragma once

#include "core/frontier/efficiency_scores.h"

#include <cstddef>
#include <vector>

namespace citypanel::frontier {

/// One row that others are measured against.
struct RowInfluence {
    std::size_t row = 0;
    std::size_t timesPeer = 0;         ///< other rows that have it as a peer
    double shareOfInefficient = 0.0;   ///< of the inefficient rows of its reference sets
    double meanBefore = missingValue;  ///< mean score of the other rows of its sets
    double meanWithout = missingValue; ///< the same once the row is left out
    bool setsEveryScore = false;       ///< 9 of 10 lean on it; the mean moves by 0.05 or a tenth
};

struct FrontierInfluence {
    std::size_t rows = 0;              ///< rows with a score
    std::size_t spanning = 0;          ///< rows on the frontier
    std::vector<RowInfluence> peers{}; ///< by timesPeer, descending
    Problems warnings{};               ///< FrontierByOneRow, one a row that sets every score
};

/// Solves the model (without super-efficiency and second phase), then, for each peer, the rows that
/// lean on it once more without it; no other row's score can change. Problems: as efficiency().
[[nodiscard]] Result<FrontierInfluence>
frontierInfluence(const Panel& panel, const EfficiencyModel& model, Progress& progress);

} // namespace citypanel::frontier
