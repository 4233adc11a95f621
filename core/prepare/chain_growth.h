// SPDX-License-Identifier: GPL-3.0-or-later
// Levels continued by growth rates where only these were published.
#pragma once

#include "core/base/fields.h"
#include "core/panel/panel.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::prepare {

/// How a growth rate is written.
enum class GrowthForm : std::uint8_t {
    Percent,       ///< 7.2 is growth by 7.2 %
    PreviousIs100, ///< 107.2, the previous period being 100
    Share,         ///< 0.072
    Log,           ///< the difference of logarithms
};

constexpr auto enumNames(GrowthForm) {
    using Name = EnumName<GrowthForm>;
    return std::array{Name{GrowthForm::Percent, "percent"},
                      Name{GrowthForm::PreviousIs100, "previous_is_100"},
                      Name{GrowthForm::Share, "share"}, Name{GrowthForm::Log, "log"}};
}

/// Levels of one unit, periods ascending: a known level stays; where it is missing, the level of
/// the period before times 1 + growth, and with `backward` before the first known level the next
/// one divided by 1 + its growth. A missing or absent period ends the chain, and so does a factor
/// that is not positive.
[[nodiscard]] std::vector<double> chainedByGrowth(std::span<const double> levels,
                                                  std::span<const double> growth,
                                                  std::span<const Period> periods, GrowthForm form,
                                                  bool backward);

} // namespace citypanel::prepare
