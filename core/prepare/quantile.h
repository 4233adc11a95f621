// SPDX-License-Identifier: GPL-3.0-or-later
// Quantiles of a sample under the definitions users of Stata and R know, and the groups within
// which a transformation works.
#pragma once

#include "core/base/fields.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::prepare {

/// How a quantile between two order statistics is defined (Hyndman and Fan 1996, The American
/// Statistician 50(4), types 2, 6 and 7).
enum class QuantileRule : std::uint8_t {
    Pctile, ///< type 2, averaging at steps: Stata's _pctile, summarize, winsor2, SAS
    Altdef, ///< type 6, (n+1)p: Stata's altdef option, SPSS, Excel's PERCENTILE.EXC
    Linear, ///< type 7, (n-1)p: R's default, Excel's PERCENTILE.INC
};

constexpr auto enumNames(QuantileRule) {
    return std::array{EnumName<QuantileRule>{QuantileRule::Pctile, "pctile"},
                      EnumName<QuantileRule>{QuantileRule::Altdef, "altdef"},
                      EnumName<QuantileRule>{QuantileRule::Linear, "linear"}};
}

/// Which rows a transformation compares with one another.
enum class Within : std::uint8_t {
    Pooled, ///< all rows
    Period, ///< the rows of each period
    Unit,   ///< the rows of each unit
};

constexpr auto enumNames(Within) {
    return std::array{EnumName<Within>{Within::Pooled, "pooled"},
                      EnumName<Within>{Within::Period, "period"},
                      EnumName<Within>{Within::Unit, "unit"}};
}

/// The quantile at share p in [0, 1] of values sorted ascending without missing; NaN when empty.
[[nodiscard]] double quantileOfSorted(std::span<const double> sorted, double p, QuantileRule rule);

/// The values without the missing ones, ascending.
[[nodiscard]] std::vector<double> sortedPresent(std::span<const double> values);

} // namespace citypanel::prepare
