// SPDX-License-Identifier: GPL-3.0-or-later
// The stock of capital of one unit by perpetual inventory.
#pragma once

#include "core/prepare/deflate.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::prepare {

/// The stock at the end of the first period, K_0, from investment I_0, growth g, depreciation d.
enum class InitialStock : std::uint8_t {
    ShareOfInvestment, ///< I_0 / share; 10 % in Zhang, Wu and Zhang (2004)
    HallJones,         ///< I_0 / (g + d); Hall and Jones (1999)
    ReinsdorfCover,    ///< I_0 (1 + g) / (g + d); Reinsdorf and Cover (2005)
    Harberger,         ///< I_0 / (g + d) is the stock before the first period; Harberger (1978)
    Given,             ///< a column holds it in the first period
};

constexpr auto enumNames(InitialStock) {
    using Name = EnumName<InitialStock>;
    return std::array{Name{InitialStock::ShareOfInvestment, "share_of_investment"},
                      Name{InitialStock::HallJones, "hall_jones"},
                      Name{InitialStock::ReinsdorfCover, "reinsdorf_cover"},
                      Name{InitialStock::Harberger, "harberger"},
                      Name{InitialStock::Given, "given"}};
}

/// What the growth rate g of the initial stock is measured on.
enum class GrowthMeasure : std::uint8_t {
    Geometric,  ///< real investment, (I_T / I_0)^(1/T) - 1
    Arithmetic, ///< real investment, mean of the yearly rates
    Output,     ///< real output, geometric
};

constexpr auto enumNames(GrowthMeasure) {
    using Name = EnumName<GrowthMeasure>;
    return std::array{Name{GrowthMeasure::Geometric, "geometric"},
                      Name{GrowthMeasure::Arithmetic, "arithmetic"},
                      Name{GrowthMeasure::Output, "output"}};
}

struct CapitalRule {
    InitialStock initial = InitialStock::ShareOfInvestment;
    double initialShare = 0.10;
    GrowthMeasure growth = GrowthMeasure::Geometric;
    std::int64_t growthPeriods = 0; ///< T, the steps from the first period on; 0 is all
};

/// Series of one unit, one entry a period, ascending; spans not used by the rule may be empty.
struct CapitalSeries {
    std::span<const double> investment;   ///< at constant prices
    std::span<const double> depreciation; ///< rate a period, in [0, 1)
    std::span<const double> output;       ///< real output, for GrowthMeasure::Output
    std::span<const double> given;        ///< for InitialStock::Given
};

/// Stock at the end of each period, K_t = K_{t-1}(1 - d_t) + I_t from the second; it starts at the
/// first period with investment and is missing before and after the first later gap. Problem:
/// ArgumentInvalid where g + d is not positive or growth cannot be measured.
[[nodiscard]] Result<std::vector<double>>
capitalStock(const CapitalSeries& series, std::span<const Period> periods, const CapitalRule& rule);

} // namespace citypanel::prepare
