// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of 1, 2, 2.5 and 5.
#include "ui/charts/axis_scale.h"

namespace citypanel::ui {

namespace {

constexpr double headroom = 0.04; // of the range, left free at both ends
constexpr double ticksWished = 5;
constexpr double wholeTicksWished = 7;
constexpr int mostDecimals = 8;
constexpr double beyondIndicator = 0.08; // of 0 and 1

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is no less; whole steps skip 2.5.
double niceInterval(double least, bool isWhole) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double multiple : {1.0, 2.0, 2.5, 5.0}) {
        const double interval = multiple * power;
        if (interval >= least * (1 - 1e-9) && !(isWhole && interval != std::floor(interval))) {
            return interval;
        }
    }
    return 10.0 * power;
}

/// What is 0, 1 or a share between them, and reaches both: an indicator and its means.
bool isIndicator(const Range& range) {
    return range.low == 0.0 && range.high == 1.0;
}

} // namespace

Scale scaleOf(Range range, bool isWhole, bool hasPoints) {
    if (range.low > range.high) {
        range = {0.0, 1.0};
    }
    if (hasPoints && isIndicator(range)) { // points at the ends stand inside the frame
        return {-beyondIndicator, 1.0 + beyondIndicator, isWhole ? 1.0 : 0.5};
    }
    const double span = range.high - range.low;
    const double margin =
        span > 0.0 ? span * headroom : std::max(std::abs(range.high) * headroom, 1e-3);
    // Bars stand on zero, without room below it; what is never negative has no axis below zero.
    const double low = range.low < 0.0 ? range.low - margin : std::max(range.low - margin, 0.0);
    const double high = range.high == 0.0 ? 0.0 : range.high + margin;
    const double least =
        isWhole ? std::max((high - low) / wholeTicksWished, 1.0) : (high - low) / ticksWished;
    return {low, high, niceInterval(least, isWhole)};
}

int decimalsOf(double interval) {
    int decimals = 0;
    for (double scaled = interval;
         decimals < mostDecimals && std::abs(scaled - std::round(scaled)) > 1e-6 * scaled;
         scaled *= 10.0) {
        ++decimals;
    }
    return decimals;
}

} // namespace citypanel::ui
