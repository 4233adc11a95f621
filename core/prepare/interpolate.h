// SPDX-License-Identifier: GPL-3.0-or-later
// Filling gaps of one unit's series over time.
#pragma once

#include "core/base/fields.h"
#include "core/panel/panel.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::prepare {

/// How a gap between two known values is filled.
enum class GapMethod : std::uint8_t {
    Linear,    ///< on the straight line between the neighbours
    Geometric, ///< at a constant growth rate between two positive neighbours
    Spline,    ///< on the natural cubic spline through all known values of the unit
    Mean,      ///< with the unit's mean
};

constexpr auto enumNames(GapMethod) {
    return std::array{EnumName<GapMethod>{GapMethod::Linear, "linear"},
                      EnumName<GapMethod>{GapMethod::Geometric, "geometric"},
                      EnumName<GapMethod>{GapMethod::Spline, "spline"},
                      EnumName<GapMethod>{GapMethod::Mean, "mean"}};
}

/// What happens before the first and after the last known value of a unit.
enum class EndRule : std::uint8_t {
    Missing, ///< left missing
    Nearest, ///< the nearest known value is carried on
    Trend,   ///< the least-squares line through the unit's known values is continued
    Growth,  ///< the unit's mean growth rate between its first and last known value is continued
};

constexpr auto enumNames(EndRule) {
    return std::array{EnumName<EndRule>{EndRule::Missing, "missing"},
                      EnumName<EndRule>{EndRule::Nearest, "nearest"},
                      EnumName<EndRule>{EndRule::Trend, "trend"},
                      EnumName<EndRule>{EndRule::Growth, "growth"}};
}

struct InterpolationRule {
    GapMethod gaps = GapMethod::Linear;
    EndRule ends = EndRule::Missing;
    std::int64_t maxGap = 0; ///< longest run of missing periods that is filled; 0 is no limit
};

/// The series of one unit with its gaps filled: values[i] belongs to periods[i] (ascending, gaps
/// allowed and counted in periods, not rows). Known values are returned unchanged; what cannot be
/// filled (fewer than two known values for a line, a growth rate over values that are not positive)
/// stays missing.
[[nodiscard]] std::vector<double> interpolated(std::span<const double> values,
                                               std::span<const Period> periods,
                                               const InterpolationRule& rule);

} // namespace citypanel::prepare
