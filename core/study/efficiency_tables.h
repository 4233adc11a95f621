// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of efficiency scores: statistics, ranking, potentials, one row's slacks and peers, the
// rows that the frontier rests on, productivity by period.
#pragma once

#include "core/frontier/efficiency_scores.h"
#include "core/frontier/influence.h"
#include "core/frontier/productivity.h"
#include "core/panel/panel.h"
#include "core/study/table.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace citypanel::study {

/// Scores of which less is better: radial output-oriented factors and directional distances.
[[nodiscard]] bool isLessBetter(const frontier::EfficiencyModel& model);

/// "安庆 2016"; the unit alone in a cross-section.
[[nodiscard]] std::string rowLabel(const Panel& panel, std::size_t row);

/// A score's mean over the periods of each unit, and its rank.
struct UnitRank {
    std::size_t unit = 0;
    double mean = missingValue;
    std::size_t rank = 0; ///< 1 is best; equal means share the best rank of theirs

    friend bool operator==(const UnitRank&, const UnitRank&) = default;
};

/// Units with at least one score, best first; in the panel's order among equals.
[[nodiscard]] std::vector<UnitRank> unitRanks(const Panel& panel, std::span<const double> score,
                                              bool isLessBetter);

/// Statistics of the scores, of all rows and by the levels of `by` (empty: by period), with the
/// numbers of efficient rows and of those without a solution. Problem: VariableUnknown.
[[nodiscard]] Result<Table> scoreTable(const Panel& panel, const frontier::EfficiencyScores& scores,
                                       const Phrase& name, const std::string& by);

/// Every row of the panel: score, status, and the slacks of each variable.
[[nodiscard]] Table scoreListTable(const Panel& panel, const frontier::EfficiencyScores& scores,
                                   const Phrase& name);

/// Units by their mean score, with the scores of the first and the last period.
[[nodiscard]] Table rankingTable(const Panel& panel, const frontier::EfficiencyScores& scores,
                                 const Phrase& name);

/// How far a variable of a row is from the frontier: what could be saved of an input or undesirable
/// output, or gained of a desirable one. 0 for super-efficient rows, NaN without a solution.
[[nodiscard]] double improvement(const Panel& panel, const frontier::EfficiencyScores& scores,
                                 std::size_t variable, std::size_t row);

/// By period and variable, the sum of improvements over the sum of own values, in per cent.
[[nodiscard]] Table potentialTable(const Panel& panel, const frontier::EfficiencyScores& scores,
                                   const Phrase& name);

/// One row's own values, slacks, projection and potential, a variable each.
[[nodiscard]] Table slackTable(const Panel& panel, const frontier::EfficiencyScores& scores,
                               std::size_t row);

/// The rows that one row is measured against, by intensity, with their own values.
[[nodiscard]] Table peerTable(const Panel& panel, const frontier::EfficiencyScores& scores,
                              std::size_t row);

/// The first `limit` rows of the influence analysis.
[[nodiscard]] Table influenceTable(const Panel& panel, const frontier::FrontierInfluence& influence,
                                   std::size_t limit);

/// The index and its parts by period: geometric means over the units (Luenberger: arithmetic), the
/// cumulative index, and how many pairs have no solution.
[[nodiscard]] Table productivityTable(const frontier::ProductivityChanges& changes,
                                      const Panel& panel);

[[nodiscard]] Word indexWord(frontier::ProductivityIndex index);
[[nodiscard]] Word statusWord(frontier::EfficiencyStatus status);

} // namespace citypanel::study
