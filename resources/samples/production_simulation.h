// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs and bad outputs that give a city-year the efficiency it shall have.
#pragma once

#include "resources/samples/series.h"

#include <vector>

namespace citypanel::samples {

/// What an efficiency model reads, and capital as the investment that makes it.
struct ProductionCourse {
    Series investment{}; ///< constant prices
    Series capital{};
    Series employed{};
    Series energy{}; ///< 10,000 tonnes of coal equivalent
    Series carbon{};
    Series particles{};
};

/// Depreciation of the perpetual inventory, and the share of the first year's investment in its
/// stock, as the recipe has them.
inline constexpr double depreciation = 0.096;
inline constexpr double firstShare = 0.10;

/// The one city-year that is best in everything and alone makes the frontier.
struct Star {
    std::size_t city = 0;
    std::size_t year = yearCount - 1;
};

/// One unit-period (the star) needs least of each input and makes least of each bad output for its
/// product. Under constant returns every other then scores 3A / (5 - B) in the SBM model with three
/// inputs, one good and two bad outputs (Tone 2004), A the mean of its input intensities relative
/// to the star's (star / own) and B the sum of those of its bad outputs; intensities are drawn
/// around the A that `efficiency` asks for.
[[nodiscard]] std::vector<ProductionCourse> produce(const std::vector<Series>& gdp,
                                                    const std::vector<Series>& efficiency,
                                                    const Star& star, RandomNumbers& random);

} // namespace citypanel::samples
