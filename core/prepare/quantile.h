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

/// How a quantile between two order statistics is defined: the nine types of Hyndman and Fan
/// (1996), The American Statistician 50(4), 361-365.
enum class QuantileRule : std::uint8_t {
    Pctile,         ///< type 2, averaging at steps: Stata's _pctile, summarize, winsor2, SAS
    Altdef,         ///< type 6, (n+1)p: Stata's altdef option, SPSS, Excel's PERCENTILE.EXC
    Linear,         ///< type 7, (n-1)p: R's default, Excel's PERCENTILE.INC
    Inverse,        ///< type 1, inverse of the empirical distribution function
    NearestEven,    ///< type 3, the nearest order statistic, the even one of two
    LinearInverse,  ///< type 4, linear between the steps of the distribution function
    Hazen,          ///< type 5, np + 1/2
    MedianUnbiased, ///< type 8, (n + 1/3)p + 1/3
    NormalUnbiased, ///< type 9, (n + 1/4)p + 3/8
};

constexpr auto enumNames(QuantileRule) {
    using Name = EnumName<QuantileRule>;
    return std::array{Name{QuantileRule::Pctile, "pctile"},
                      Name{QuantileRule::Altdef, "altdef"},
                      Name{QuantileRule::Linear, "linear"},
                      Name{QuantileRule::Inverse, "inverse"},
                      Name{QuantileRule::NearestEven, "nearest_even"},
                      Name{QuantileRule::LinearInverse, "linear_inverse"},
                      Name{QuantileRule::Hazen, "hazen"},
                      Name{QuantileRule::MedianUnbiased, "median_unbiased"},
                      Name{QuantileRule::NormalUnbiased, "normal_unbiased"}};
}

/// The number of the rule in Hyndman and Fan's list, which R's quantile(type = ) takes.
[[nodiscard]] int hyndmanFanType(QuantileRule rule);

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
