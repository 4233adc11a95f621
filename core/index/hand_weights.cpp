// SPDX-License-Identifier: GPL-3.0-or-later
// Proportional rescaling with locks.
#include "core/index/hand_weights.h"

#include <algorithm>

namespace citypanel::index {

namespace {

std::vector<std::size_t> givers(std::size_t count, std::size_t place,
                                const std::vector<bool>& isLocked,
                                const std::vector<Indicator>& indicators, GiveWay giveWay) {
    std::vector<std::size_t> result;
    for (std::size_t j = 0; j < count; ++j) {
        const bool isNear =
            giveWay == GiveWay::All || indicators[j].dimension == indicators[place].dimension;
        if (j != place && !isLocked[j] && isNear) {
            result.push_back(j);
        }
    }
    return result;
}

double sumOf(std::span<const double> weights, const std::vector<std::size_t>& places) {
    double sum = 0;
    for (const std::size_t place : places) {
        sum += weights[place];
    }
    return sum;
}

} // namespace

double largestWeight(std::span<const double> weights, std::size_t place,
                     const std::vector<bool>& isLocked, const std::vector<Indicator>& indicators,
                     GiveWay giveWay) {
    return weights[place] +
           sumOf(weights, givers(weights.size(), place, isLocked, indicators, giveWay));
}

std::vector<double> withWeightMoved(std::vector<double> weights, std::size_t place, double value,
                                    const std::vector<bool>& isLocked,
                                    const std::vector<Indicator>& indicators, GiveWay giveWay) {
    const std::vector<std::size_t> others =
        givers(weights.size(), place, isLocked, indicators, giveWay);
    if (isLocked[place] || others.empty()) {
        return weights;
    }
    const double theirs = sumOf(weights, others);
    const double total = weights[place] + theirs;
    weights[place] = std::clamp(value, 0.0, total);
    const double rest = total - weights[place];
    for (const std::size_t other : others) {
        weights[other] =
            theirs > 0 ? weights[other] * rest / theirs : rest / static_cast<double>(others.size());
    }
    return weights;
}

} // namespace citypanel::index
