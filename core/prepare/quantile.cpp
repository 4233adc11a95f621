// SPDX-License-Identifier: GPL-3.0-or-later
// Quantiles by Hyndman and Fan's nine types.
#include "core/prepare/quantile.h"

#include "core/panel/variable.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace citypanel::prepare {

namespace {

/// A position among order statistics: whole part and rest, with a rest that is only rounding of
/// n * p taken as zero (p = 0.07 of 100 values is the 7th, not the 7.000000000000001th).
struct Position {
    double whole;
    double rest;
};

Position positionOf(double at) {
    const double fuzz = 4 * std::numeric_limits<double>::epsilon() * std::max(1.0, std::abs(at));
    const double whole = std::floor(at + fuzz);
    const double rest = at - whole;
    return {whole, std::abs(rest) <= fuzz ? 0.0 : rest};
}

/// The i-th smallest, i counted from 1 and held within the sample.
double orderStatistic(std::span<const double> sorted, double i) {
    const double last = static_cast<double>(sorted.size());
    return sorted[static_cast<std::size_t>(std::clamp(i, 1.0, last)) - 1];
}

double between(std::span<const double> sorted, const Position& position) {
    const double below = orderStatistic(sorted, position.whole);
    const double above = orderStatistic(sorted, position.whole + 1);
    return position.rest == 0 ? below : below + position.rest * (above - below);
}

double nearestEven(std::span<const double> sorted, const Position& position) {
    const bool isEven = std::fmod(position.whole, 2) == 0;
    return orderStatistic(sorted, position.whole + (position.rest == 0 && isEven ? 0 : 1));
}

} // namespace

double quantileOfSorted(std::span<const double> sorted, double p, QuantileRule rule) {
    if (sorted.empty()) {
        return missingValue;
    }
    const double n = static_cast<double>(sorted.size());
    switch (rule) {
    case QuantileRule::Pctile: {
        const Position position = positionOf(n * p);
        const double above = orderStatistic(sorted, position.whole + 1);
        return position.rest > 0 ? above : (orderStatistic(sorted, position.whole) + above) / 2;
    }
    case QuantileRule::Altdef:
        return between(sorted, positionOf((n + 1) * p));
    case QuantileRule::Linear:
        return between(sorted, positionOf(1 + (n - 1) * p));
    case QuantileRule::Inverse: {
        const Position position = positionOf(n * p);
        return orderStatistic(sorted, position.whole + (position.rest > 0 ? 1 : 0));
    }
    case QuantileRule::NearestEven:
        return nearestEven(sorted, positionOf(n * p - 0.5));
    case QuantileRule::LinearInverse:
        return between(sorted, positionOf(n * p));
    case QuantileRule::Hazen:
        return between(sorted, positionOf(n * p + 0.5));
    case QuantileRule::MedianUnbiased:
        return between(sorted, positionOf((n + 1.0 / 3) * p + 1.0 / 3));
    case QuantileRule::NormalUnbiased:
        return between(sorted, positionOf((n + 0.25) * p + 0.375));
    }
    return missingValue;
}

int hyndmanFanType(QuantileRule rule) {
    switch (rule) {
    case QuantileRule::Inverse:
        return 1;
    case QuantileRule::Pctile:
        return 2;
    case QuantileRule::NearestEven:
        return 3;
    case QuantileRule::LinearInverse:
        return 4;
    case QuantileRule::Hazen:
        return 5;
    case QuantileRule::Altdef:
        return 6;
    case QuantileRule::Linear:
        return 7;
    case QuantileRule::MedianUnbiased:
        return 8;
    case QuantileRule::NormalUnbiased:
        return 9;
    }
    return 0;
}

std::vector<double> sortedPresent(std::span<const double> values) {
    std::vector<double> present;
    present.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(present),
                 [](double value) { return !isMissing(value); });
    std::sort(present.begin(), present.end());
    return present;
}

} // namespace citypanel::prepare
