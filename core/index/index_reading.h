// SPDX-License-Identifier: GPL-3.0-or-later
// Reading an index: over time, by group, its ends, one unit against the mean, two weightings.
#pragma once

#include "core/panel/panel.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace citypanel::index {

/// Mean, spread and ends of the index over some rows.
struct ScoreSummary {
    std::string label{}; ///< period or level of the group
    std::size_t n = 0;
    double mean = missingValue;
    double sd = missingValue; ///< n - 1
    double minimum = missingValue;
    double maximum = missingValue;
};

/// By period, ascending. score: n rows of the panel.
[[nodiscard]] std::vector<ScoreSummary> summaryByPeriod(const Panel& panel,
                                                        std::span<const double> score);

/// By level of a text, category or flag column, in the order of its levels.
[[nodiscard]] std::vector<ScoreSummary> summaryByGroup(const Panel& panel, const Variable& group,
                                                       std::span<const double> score);

/// Mean over the periods of each unit, NaN where it has no score. unitCount values.
[[nodiscard]] std::vector<double> unitMeans(const Panel& panel, std::span<const double> score);

/// Positions of the values from the largest on, those that are missing left out; ties in the order
/// they come.
[[nodiscard]] std::vector<std::size_t> orderFromHighest(std::span<const double> values);

/// Ranks of the values, 1 the largest, ties their mean rank; NaN where a value is missing.
[[nodiscard]] std::vector<double> ranksFromHighest(std::span<const double> values);

/// Rank of each unit by its mean, 1 the highest, ties their mean rank; NaN where it has none.
[[nodiscard]] std::vector<double> unitRanks(const Panel& panel, std::span<const double> score);

/// Spearman's rank correlation of pairs that have both values; NaN without spread.
[[nodiscard]] double rankCorrelation(std::span<const double> a, std::span<const double> b);

/// A unit whose rank two weightings disagree on.
struct RankMove {
    std::size_t unit = 0;
    double before = missingValue;
    double after = missingValue;
};

/// The units that move most, largest move first, at most `count`. Ranks as unitRanks gives them.
[[nodiscard]] std::vector<RankMove> largestMoves(std::span<const double> before,
                                                 std::span<const double> after, std::size_t count);

} // namespace citypanel::index
