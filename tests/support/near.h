// SPDX-License-Identifier: GPL-3.0-or-later
// The one tolerance of the tests: relative, with a floor near zero.
#pragma once

#include <gmock/gmock.h>

#include <cmath>
#include <ostream>

namespace citypanel::testing {

/// Two numbers agree when |actual - expected| <= relative * |expected| + floor.
/// The default, 1e-8 relative, is the house rule; a looser one needs a reason on its line.
struct Near {
    double relative = 1e-8;
    double floor = 0.0;

    [[nodiscard]] bool agree(double actual, double expected) const {
        if (std::isnan(expected)) {
            return std::isnan(actual);
        }
        return std::abs(actual - expected) <= relative * std::abs(expected) + floor;
    }
};

/// EXPECT_THAT(actual, IsNear(expected)) or IsNear(expected, {1e-12, 1e-15}).
inline auto IsNear(double expected, Near near = {}) {
    return ::testing::ResultOf(
        "agreement with " + ::testing::PrintToString(expected),
        [=](double actual) { return near.agree(actual, expected); }, ::testing::IsTrue());
}

} // namespace citypanel::testing
