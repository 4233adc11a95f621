// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated yearbook statistics of real cities: what the sample project is about. No value is real.
#pragma once

#include "core/base/result.h"
#include "resources/samples/series.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::samples {

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

/// One city in one year as yearbooks give it; missing values are NaN. Money in 10,000 yuan, people
/// in 10,000 unless said.
struct CityYear {
    std::size_t city = 0;
    int year = 0;
    double gdp = 0;
    double population = 0;
    double area = 0; ///< square kilometres
    double expenditure = 0;
    double science = 0; ///< expenditure on science and technology
    double foreignInvestment = 0;
    double deposits = 0;
    double loans = 0;
    double investment = 0; ///< fixed capital formation, current prices
    double priceIndex = 0; ///< of investment, previous year = 100
    double employed = 0;
    double unitEmployees = 0;
    double itEmployees = 0;
    double wage = 0;     ///< yuan
    double students = 0; ///< persons
    double robots = 0;   ///< industrial robots a 10,000 employed
    double postal = 0;
    double telecom = 0;
    double green = 0;             ///< per cent of the built-up area
    double garbage = 0;           ///< per cent treated harmlessly
    double sulphur = 0;           ///< tonnes of industrial SO2
    double books = 0;             ///< 1,000 volumes
    double broadband = 0;         ///< 10,000 subscribers
    double mobile = 0;            ///< 10,000 subscribers
    double aiFirms = 0;           ///< number
    double digitalFinance = 0;    ///< index
    double electricity = 0;       ///< 10,000 kWh
    double gas = 0;               ///< 10,000 m3
    double lpg = 0;               ///< tonnes
    double carbon = 0;            ///< tonnes of CO2
    double particles = 0;         ///< annual mean PM2.5, micrograms a m3
    double greenApplications = 0; ///< green inventions applied for
    double greenGrants = 0;
};

/// The cities of cities.csv (code, name, province, region, rank, resource_based), in its order.
/// Problem: FileCorrupt when a line is not of this form.
[[nodiscard]] Result<std::vector<City>> parseCities(std::string_view csv);

/// Twelve years of every city, cities outermost; the same seed gives the same values. Worked out
/// from the end: efficiency depends on the index of the indicators, and inputs and bad outputs are
/// such that an SBM model with one frontier for all years gives this efficiency. Means, spreads and
/// extremes are near those of studies of this kind; the index acts more in ordinary cities, hardly
/// in capitals and resource-based ones.
[[nodiscard]] std::vector<CityYear> simulate(const std::vector<City>& cities, std::uint64_t seed);

} // namespace citypanel::samples
