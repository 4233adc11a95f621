// SPDX-License-Identifier: GPL-3.0-or-later
// Holm's adjustment.
#include "core/estimate/multiple_testing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace citypanel {

std::vector<double> holmAdjusted(std::span<const double> pValues) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pValues.size(); ++i) {
        if (!std::isnan(pValues[i])) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return pValues[a] < pValues[b]; });
    std::vector<double> adjusted(pValues.begin(), pValues.end());
    double largest = 0.0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double scaled = static_cast<double>(order.size() - rank) * pValues[order[rank]];
        largest = std::max(largest, std::min(1.0, scaled));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

} // namespace citypanel
