// SPDX-License-Identifier: GPL-3.0-or-later
// What moving one weight does to the others.
#pragma once

#include "core/index/indicator_system.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::index {

/// Which weights give way when one is moved.
enum class GiveWay : std::uint8_t {
    All,       ///< all others
    Dimension, ///< those of its dimension: the dimension keeps its weight
};

constexpr auto enumNames(GiveWay) {
    return std::array{EnumName<GiveWay>{GiveWay::All, "all"},
                      EnumName<GiveWay>{GiveWay::Dimension, "dimension"}};
}

/// The weights (m, summing to 1) with weight `place` set as near to `value` as the others let it:
/// those that are not locked and may give way change in proportion to their size (equally where all
/// are 0), the sum stays. A weight that is locked itself, or has none to give way, stays.
[[nodiscard]] std::vector<double> withWeightMoved(std::vector<double> weights, std::size_t place,
                                                  double value, const std::vector<bool>& isLocked,
                                                  const std::vector<Indicator>& indicators,
                                                  GiveWay giveWay);

/// How far weight `place` can go up: its own and those that give way.
[[nodiscard]] double largestWeight(std::span<const double> weights, std::size_t place,
                                   const std::vector<bool>& isLocked,
                                   const std::vector<Indicator>& indicators, GiveWay giveWay);

} // namespace citypanel::index
