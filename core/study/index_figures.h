// SPDX-License-Identifier: GPL-3.0-or-later
// Figures and the table of an index. Titles and headings are the caller's.
#pragma once

#include "core/index/composite_index.h"
#include "core/index/index_reading.h"
#include "core/study/figure.h"
#include "core/study/live_index.h"
#include "core/study/table.h"

#include <Eigen/Core>

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::study {

/// Mean of each period with one standard deviation either way.
[[nodiscard]] Figure indexByPeriod(const Panel& panel, std::span<const double> score);

/// Kernel densities of the first, the middle and the last period.
[[nodiscard]] Figure indexDensities(const Panel& panel, std::span<const double> score);

/// Mean of each level of a group with one standard deviation either way.
[[nodiscard]] Figure indexByGroup(const Panel& panel, const Variable& group,
                                  std::span<const double> score);

/// The units with the highest and the lowest means, `count` of each, as bars.
[[nodiscard]] Figure indexEnds(const Panel& panel, std::span<const double> score,
                               std::size_t count);

/// Means of every normalised indicator (m): over the rows of one unit, over all rows.
[[nodiscard]] std::pair<Eigen::VectorXd, Eigen::VectorXd> indicatorMeans(const LiveIndex& live,
                                                                         std::size_t unit);

/// One unit's mean of every normalised indicator beside the mean over all rows; the second series.
[[nodiscard]] Figure indexProfile(const LiveIndex& live, std::size_t unit);

/// Units' means under two weightings against each other.
[[nodiscard]] Figure indexComparison(const Panel& panel, std::span<const double> one,
                                     std::span<const double> other);

/// The words of the table of weights, in its readers' language.
struct WeightTableWords {
    std::string title{};
    std::string indicator{};
    std::string direction{};
    std::string entropy{};
    std::string divergence{};
    std::string weight{};
    std::string total{}; ///< of a dimension: beside its name
    std::string positive = "+";
    std::string negative = "-";
    std::string moderate = "o";
    std::vector<std::string> notes{}; ///< conventions; "tuned by hand" where it was
};

/// Dimensions as headings with the sum of their weights, indicators below.
[[nodiscard]] Table weightTable(const std::vector<index::Indicator>& indicators,
                                const index::WeightSet& weights, const WeightTableWords& words);

} // namespace citypanel::study
