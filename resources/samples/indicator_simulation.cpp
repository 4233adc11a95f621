// SPDX-License-Identifier: GPL-3.0-or-later
// Lognormal indicators with given divergences, and the index they make.
#include "resources/samples/indicator_simulation.h"

#include <algorithm>
#include <cmath>

namespace citypanel::samples {

namespace {

/// Logarithm of the number of city-years: entropy is measured in it.
const double lnRows = std::log(242.0 * yearCount);
/// Sum of the indicators' divergences: sets how far the largest city-year stands out.
constexpr double divergence = 0.45;

struct Drawn {
    double weight = 0; ///< aimed at
    double tail = 1;   ///< on the variance of the logarithm: min-max values are not quite lognormal
    double centre = 0; ///< median of the indicator
    Course course{};
    bool isPositive = true;
};

// Centres in the units of the yearbook ratios that the recipe makes of them.
const std::array<Drawn, indicatorCount>& drawn() {
    static const std::array<Drawn, indicatorCount> indicators{{
        {0.083, 1.70, 0.0125, {0.72, 0.12, 0.02}},          // students a resident
        {0.056, 1.60, 0.0105, {0.70, 0.16, 0.02}},          // share of IT employees
        {0.018, 0.40, 56000, {0.60, 0.20, 0.24}},           // wage, yuan
        {0.137, 2.05, 28, {0.60, 0.12, 0.12}},              // robots a 10,000 employed
        {0.086, 1.75, 0.0036, {0.60, 0.16, 0.06}},          // postal revenue / product
        {0.046, 1.80, 0.0150, {0.45, 0.20, -0.04}},         // telecommunication revenue / product
        {0.083, 1.75, 0.0135, {0.70, 0.14, 0.03}},          // science in expenditure
        {0.002, 1.00, 39.5, {0.30, 0.40, 0.06}},            // green coverage, %
        {0.003, 1.00, 93.0, {0.20, 0.50, 0.10}},            // harmless treatment, %
        {0.001, 1.00, 0.0012, {-0.40, 0.20, -0.15}, false}, // tonnes of SO2 a 10,000 yuan
        {0.173, 1.05, 1450, {0.78, 0.06, 0.03}},            // books, 1,000 volumes
        {0.036, 0.75, 0.24, {0.60, 0.14, 0.18}},            // broadband subscribers a resident
        {0.012, 0.28, 1.02, {0.65, 0.16, 0.12}},            // mobile subscribers a resident
        {0.244, 1.30, 42, {0.78, 0.06, 0.10}},              // AI firms
        {0.021, 0.45, 190, {0.30, 0.06, 0.26}},             // digital finance index
    }};
    return indicators;
}

double indicatorValue(const Drawn& indicator, std::size_t place, double z) {
    if (place == Green) {
        return std::clamp(indicator.centre + 2.6 * z - (z < -2.8 ? 14.0 : 0.0), 12.0, 58.0);
    }
    if (place == Garbage) {
        return std::min(100.0, indicator.centre + 6.0 * z - (z < -2.4 ? 35.0 : 0.0));
    }
    if (place == Sulphur) {
        return indicator.centre * std::exp(1.1 * z - 0.5);
    }
    const double sigma = std::sqrt(2 * lnRows * divergence * indicator.tail * indicator.weight);
    return indicator.centre * std::exp(sigma * z);
}

double weightOf(std::size_t first, std::size_t last) {
    double sum = 0;
    for (std::size_t j = first; j < last; ++j) {
        sum += drawn()[j].weight;
    }
    return sum;
}

} // namespace

IndicatorCourse drawIndicators(double factor, RandomNumbers& random) {
    IndicatorCourse course;
    for (std::size_t j = 0; j < indicatorCount; ++j) {
        const Series z = standardCourse(drawn()[j].course, factor, random);
        for (std::size_t t = 0; t < z.size(); ++t) {
            course.values[j][t] = indicatorValue(drawn()[j], j, z[t]);
        }
    }
    return course;
}

std::vector<IndexCourse> indexOf(const std::vector<IndicatorCourse>& cities) {
    std::array<double, indicatorCount> low{};
    std::array<double, indicatorCount> high{};
    for (std::size_t j = 0; j < indicatorCount; ++j) {
        low[j] = high[j] = cities.front().values[j].front();
        for (const IndicatorCourse& city : cities) {
            const auto [least, most] =
                std::minmax_element(city.values[j].begin(), city.values[j].end());
            low[j] = std::min(low[j], *least);
            high[j] = std::max(high[j], *most);
        }
    }
    const auto part = [&](const IndicatorCourse& city, std::size_t t, std::size_t first,
                          std::size_t last) {
        double sum = 0;
        for (std::size_t j = first; j < last; ++j) {
            const double share = (city.values[j][t] - low[j]) / (high[j] - low[j]);
            sum += drawn()[j].weight * (drawn()[j].isPositive ? share : 1 - share);
        }
        return sum / weightOf(first, last);
    };
    std::vector<IndexCourse> courses(cities.size());
    for (std::size_t i = 0; i < cities.size(); ++i) {
        for (std::size_t t = 0; t < courses[i].all.size(); ++t) {
            courses[i].labourers[t] = part(cities[i], t, Students, Robots);
            courses[i].objects[t] = part(cities[i], t, Robots, Books);
            courses[i].means[t] = part(cities[i], t, Books, indicatorCount);
            courses[i].all[t] = part(cities[i], t, Students, indicatorCount);
        }
    }
    return courses;
}

} // namespace citypanel::samples
