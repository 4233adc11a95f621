// SPDX-License-Identifier: GPL-3.0-or-later
// Price indices chained to a base period, and values at its prices.
#pragma once

#include "core/base/fields.h"
#include "core/base/result.h"
#include "core/panel/panel.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::prepare {

/// What 100 means in a price index.
enum class IndexBase : std::uint8_t {
    Previous, ///< the previous period is 100 (chain index, as yearbooks print it)
    Fixed,    ///< one fixed period is 100
};

constexpr auto enumNames(IndexBase) {
    return std::array{EnumName<IndexBase>{IndexBase::Previous, "previous"},
                      EnumName<IndexBase>{IndexBase::Fixed, "fixed"}};
}

/// Price levels of one unit relative to its base period (level 1 there), periods ascending. A chain
/// index multiplies up; a period that is missing or absent breaks the chain, and levels beyond the
/// break are missing. Problems: ArgumentInvalid for an index that is zero or negative (period in
/// the place), PeriodMissing where the base period is not among the periods.
[[nodiscard]] Result<std::vector<double>> priceLevels(std::span<const double> index,
                                                      std::span<const Period> periods,
                                                      IndexBase kind, Period base);

} // namespace citypanel::prepare
