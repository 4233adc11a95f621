// SPDX-License-Identifier: GPL-3.0-or-later
// Limiting a column to its own quantiles: winsorising (clip) and trimming (set missing).
#pragma once

#include "core/prepare/quantile.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::prepare {

/// What becomes of a value outside the limits.
enum class TailTreatment : std::uint8_t {
    Clip, ///< replaced by the limit (winsorised)
    Trim, ///< set to missing
};

constexpr auto enumNames(TailTreatment) {
    return std::array{EnumName<TailTreatment>{TailTreatment::Clip, "clip"},
                      EnumName<TailTreatment>{TailTreatment::Trim, "trim"}};
}

enum class Sides : std::uint8_t { Both, Lower, Upper };

constexpr auto enumNames(Sides) {
    return std::array{EnumName<Sides>{Sides::Both, "both"}, EnumName<Sides>{Sides::Lower, "lower"},
                      EnumName<Sides>{Sides::Upper, "upper"}};
}

struct TailRule {
    double lower = 0.01; ///< share below the lower limit
    double upper = 0.99; ///< share below the upper limit
    Sides sides = Sides::Both;
    TailTreatment treatment = TailTreatment::Clip;
    QuantileRule quantile = QuantileRule::Pctile;
};

/// The values with those outside their group's quantiles clipped or set missing. groups holds a
/// code in [0, groupCount) a row; missing values stay missing and do not enter the quantiles.
[[nodiscard]] std::vector<double> limited(std::span<const double> values,
                                          std::span<const std::int32_t> groups,
                                          std::size_t groupCount, const TailRule& rule);

} // namespace citypanel::prepare
