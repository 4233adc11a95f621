// SPDX-License-Identifier: GPL-3.0-or-later
// Ends and ticks of an axis of numbers.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace citypanel::ui {

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
};

/// Where an axis of numbers begins and ends, and the distance of its ticks.
struct Scale {
    double low = 0.0;
    double high = 1.0;
    double interval = 1.0;
};

/// Round ticks around the values. `isWhole`: no ticks between whole numbers; `hasPoints`: an axis
/// of 0, 1 and shares between them leaves room for points at its ends.
[[nodiscard]] Scale scaleOf(Range range, bool isWhole, bool hasPoints);

/// As many decimals as the interval between two ticks needs.
[[nodiscard]] int decimalsOf(double interval);

} // namespace citypanel::ui
