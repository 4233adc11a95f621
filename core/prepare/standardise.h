// SPDX-License-Identifier: GPL-3.0-or-later
// Columns put on a common scale.
#pragma once

#include "core/prepare/quantile.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::prepare {

enum class Scale : std::uint8_t {
    ZScore,   ///< (x - mean) / sd, sd with n - 1
    Centre,   ///< x - mean
    UnitRange ///< (x - min) / (max - min)
};

constexpr auto enumNames(Scale) {
    return std::array{EnumName<Scale>{Scale::ZScore, "zscore"},
                      EnumName<Scale>{Scale::Centre, "centre"},
                      EnumName<Scale>{Scale::UnitRange, "unit_range"}};
}

/// The values on the scale, within groups coded 0 .. groupCount-1 a row. Missing stays missing; a
/// group without spread (or of one value, for ZScore) becomes missing.
[[nodiscard]] std::vector<double> standardised(std::span<const double> values,
                                               std::span<const std::int32_t> groups,
                                               std::size_t groupCount, Scale scale);

} // namespace citypanel::prepare
