// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated statistics of real cities: what the sample project is about. No value is real.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::samples {

inline constexpr int firstYear = 2011;
inline constexpr int yearCount = 12;

enum class CityRank : std::uint8_t { Municipality, Capital, City };

/// A line of cities.csv.
struct City {
    std::string code;
    std::string name;
    std::string province;
    std::string region; ///< 东部, 中部, 西部, 东北
    CityRank rank = CityRank::City;
    bool isResourceBased = false;
};

/// One row of the workbook; missing values are NaN. Money in 10,000 yuan, people in 10,000.
struct CityYear {
    std::size_t city = 0;
    int year = 0;
    double gdp = 0;
    double population = 0;
    double area = 0; ///< square kilometres
    double expenditure = 0;
    double foreignInvestment = 0;
    double deposits = 0;
    double loans = 0;
    double coor = 0;
    double nqp = 0;
    double nql = 0;
    double nqo = 0;
    double nqm = 0;
};

/// The cities of cities.csv (code, name, province, region, rank, resource_based), in its order.
/// Problem: FileCorrupt when a line is not of this form.
[[nodiscard]] Result<std::vector<City>> parseCities(std::string_view csv);

/// Twelve years of every city, cities outermost; the same seed gives the same values. Means,
/// spreads and extremes are near those of studies of this kind; the outcome depends on the index
/// by `effect` on average, more in ordinary cities, hardly in capitals and resource-based cities.
[[nodiscard]] std::vector<CityYear> simulate(const std::vector<City>& cities, std::uint64_t seed);

} // namespace citypanel::samples
