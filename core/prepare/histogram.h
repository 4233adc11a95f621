// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of values in bins of equal width.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace citypanel::prepare {

/// counts[i] values lie in [from + i w, from + (i + 1) w), the last bin closed, w = (to - from) /
/// counts.size().
struct Histogram {
    double from = 0;
    double to = 0;
    std::vector<std::size_t> counts{};
};

/// Number of bins by Freedman and Diaconis (1981), width 2 IQR n^(-1/3), held within [5, most];
/// 1 where all values are equal, 0 where there are none.
[[nodiscard]] std::size_t binCount(std::span<const double> values, std::size_t most = 60);

/// Counts the values in [from, to]; missing values and those outside do not count. All in one bin
/// where from equals to.
[[nodiscard]] Histogram histogram(std::span<const double> values, double from, double to,
                                  std::size_t bins);

/// The range that holds the middle share of the values (0.96: from the 2nd to the 98th percentile),
/// for scales of colour that one outlier must not use up; both missing where there are no values.
struct CentralRange {
    double from;
    double to;
};

[[nodiscard]] CentralRange centralRange(std::span<const double> values, double share);

/// Bins and range chosen from the values.
[[nodiscard]] Histogram histogram(std::span<const double> values);

} // namespace citypanel::prepare
