// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of an index beside its weights: readings, a comparison, sensitivity. The words are the
// caller's, for the readers' language.
#pragma once

#include "core/index/index_reading.h"
#include "core/study/index_sensitivity.h"
#include "core/study/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::study {

/// Title, heading of the rows, headings of the columns in order, notes.
struct IndexTableWords {
    std::string title{};
    std::string rows{};
    std::vector<std::string> columns{};
    std::vector<std::string> notes{};
};

/// A row a period or group: n, mean, sd, minimum, maximum (5 headings).
[[nodiscard]] Table indexSummaryTable(const std::vector<index::ScoreSummary>& summaries,
                                      const IndexTableWords& words);

/// A row a unit with a score, highest first: rank, mean (2 headings).
[[nodiscard]] Table indexRankingTable(const LiveIndex& live, const LiveScores& scores,
                                      const IndexTableWords& words);

/// A row an indicator: the unit's mean of the normalised values and the mean over all rows
/// (2 headings).
[[nodiscard]] Table indexProfileTable(const LiveIndex& live, std::size_t unit,
                                      const IndexTableWords& words);

/// The units whose rank moves most, largest move first: rank before, rank after, places gained
/// (3 headings).
[[nodiscard]] Table rankMovesTable(const Panel& panel, const std::vector<index::RankMove>& moves,
                                   const IndexTableWords& words);

/// A row an indicator: its weight there, its weight here, the difference (3 headings).
[[nodiscard]] Table weightsComparedTable(const std::vector<index::Indicator>& indicators,
                                         const std::vector<double>& there,
                                         const std::vector<double>& here,
                                         const IndexTableWords& words);

/// The coefficient's distribution over the draws. Rows by these labels: number of estimates, mean,
/// standard deviation, 5 %, 25 %, 50 %, 75 %, 95 % quantile, share of p < 0.05, with the index's
/// own weights (10 labels in words.columns after the one heading).
[[nodiscard]] Table coefficientTable(const IndexSensitivity& sensitivity,
                                     const IndexTableWords& words);

/// A row a unit by own rank: own rank, 5 %, median, 95 % of the draws (4 headings).
[[nodiscard]] Table rankDistributionTable(const IndexSensitivity& sensitivity,
                                          const IndexTableWords& words);

/// A row an indicator left out: coefficient, standard error, p, rank correlation with the whole
/// index (4 headings).
[[nodiscard]] Table leaveOneOutTable(const IndexSensitivity& sensitivity,
                                     const IndexTableWords& words);

} // namespace citypanel::study
