// SPDX-License-Identifier: GPL-3.0-or-later
// Splitting rows into groups by the quantiles of a column.
#pragma once

#include "core/prepare/quantile.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::prepare {

/// Which group a value equal to a limit belongs to.
enum class Ties : std::uint8_t { Lower, Upper };

constexpr auto enumNames(Ties) {
    return std::array{EnumName<Ties>{Ties::Lower, "lower"}, EnumName<Ties>{Ties::Upper, "upper"}};
}

/// What is split and how.
struct QuantileSplit {
    std::int64_t groups = 2; ///< at least 2
    Ties ties = Ties::Lower;
    QuantileRule quantile = QuantileRule::Pctile;
};

/// The group 0 .. k of a value among k ascending limits, missingCode where it is missing.
[[nodiscard]] std::int32_t groupByLimits(double value, std::span<const double> limits, Ties ties);

/// Group 0 .. split.groups-1 of each value (missingCode where missing), with limits taken within
/// the blocks of rows coded 0 .. blockCount-1.
[[nodiscard]] std::vector<std::int32_t> quantileGroups(std::span<const double> values,
                                                       std::span<const std::int32_t> blocks,
                                                       std::size_t blockCount,
                                                       const QuantileSplit& split);

} // namespace citypanel::prepare
