// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing bins and counting.
#include "core/prepare/histogram.h"

#include "core/panel/variable.h"
#include "core/prepare/quantile.h"

#include <algorithm>
#include <cmath>

namespace citypanel::prepare {

std::size_t binCount(std::span<const double> values, std::size_t most) {
    constexpr double fewest = 5;
    const std::vector<double> sorted = sortedPresent(values);
    if (sorted.empty()) {
        return 0;
    }
    const double range = sorted.back() - sorted.front();
    if (!(range > 0)) {
        return 1;
    }
    const double spread = quantileOfSorted(sorted, 0.75, QuantileRule::Pctile) -
                          quantileOfSorted(sorted, 0.25, QuantileRule::Pctile);
    const double width = 2 * spread / std::cbrt(static_cast<double>(sorted.size()));
    const double limit = static_cast<double>(most);
    return static_cast<std::size_t>(width > 0 ? std::clamp(std::ceil(range / width), fewest, limit)
                                              : limit);
}

Histogram histogram(std::span<const double> values, double from, double to, std::size_t bins) {
    Histogram result{from, to, std::vector<std::size_t>(bins, 0)};
    if (bins == 0) {
        return result;
    }
    const double width = (to - from) / static_cast<double>(bins);
    for (const double value : values) {
        if (isMissing(value) || value < from || value > to) {
            continue;
        }
        const double at = width > 0 ? std::floor((value - from) / width) : 0;
        ++result.counts[std::min(static_cast<std::size_t>(at), bins - 1)];
    }
    return result;
}

CentralRange centralRange(std::span<const double> values, double share) {
    const std::vector<double> sorted = sortedPresent(values);
    const double tail = (1 - share) / 2;
    return {quantileOfSorted(sorted, tail, QuantileRule::Pctile),
            quantileOfSorted(sorted, 1 - tail, QuantileRule::Pctile)};
}

Histogram histogram(std::span<const double> values) {
    const std::size_t bins = binCount(values);
    if (bins == 0) {
        return {};
    }
    double from = missingValue;
    double to = missingValue;
    for (const double value : values) {
        from = isMissing(value) || from <= value ? from : value;
        to = isMissing(value) || to >= value ? to : value;
    }
    return histogram(values, from, to, bins);
}

} // namespace citypanel::prepare
