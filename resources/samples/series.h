// SPDX-License-Identifier: GPL-3.0-or-later
// Courses of simulated variables over the years of one city.
#pragma once

#include "resources/samples/random_numbers.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace citypanel::samples {

inline constexpr int firstYear = 2011;
inline constexpr int yearCount = 12;

/// One value a year.
using Series = std::array<double, static_cast<std::size_t>(yearCount)>;

/// How a variable's variation divides between cities and years; in standard deviations.
struct Course {
    double loading = 0; ///< correlation with the factor common to a city's variables
    double within = 0;  ///< share that comes and goes over the years
    double trend = 0;   ///< change a year
};

/// Deviations of a city's years from its level: first-order autoregression of unit variance.
inline Series deviations(RandomNumbers& random) {
    constexpr double persistence = 0.5;
    Series series{};
    double value = random.normal();
    for (double& deviation : series) {
        deviation = value;
        value = persistence * value + std::sqrt(1 - persistence * persistence) * random.normal();
    }
    return series;
}

/// Years from the middle of the period.
inline double timeOf(std::size_t t) {
    return static_cast<double>(t) - (yearCount - 1) / 2.0;
}

/// A standardised course: unit variance over cities and years together.
inline Series standardCourse(const Course& course, double factor, RandomNumbers& random) {
    constexpr double variance = (yearCount * yearCount - 1) / 12.0;
    const double ofTrend = course.trend * course.trend * variance;
    const double between = std::sqrt(1 - course.within * course.within - ofTrend);
    const double own = std::sqrt(1 - course.loading * course.loading);
    const double base = between * (course.loading * factor + own * random.normal());
    Series series = deviations(random);
    for (std::size_t t = 0; t < series.size(); ++t) {
        series[t] = base + course.within * series[t] + course.trend * timeOf(t);
    }
    return series;
}

} // namespace citypanel::samples
