// SPDX-License-Identifier: GPL-3.0-or-later
// Draws of city factors, of their course over the years, and of the outcome.
#include "resources/samples/city_simulation.h"

#include "core/base/problem.h"
#include "resources/samples/random_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace citypanel::samples {

namespace {

constexpr auto years = static_cast<std::size_t>(yearCount);

/// A variable's distribution and how its variation divides between cities and years. The value is
/// shift + a lognormal variable with this mean and standard deviation, or a normal one.
struct Course {
    double shift = 0;
    double mean = 0; ///< over the shift
    double sd = 0;
    bool isNormal = false;
    double loading = 0; ///< correlation with the factor common to a city's variables
    double within = 0;  ///< share of the standard deviation that comes and goes over the years
    double trend = 0;   ///< change a year, in standard deviations
};

constexpr Course nqlCourse{0.022, 0.102, 0.096, false, 0.75, 0.10, 0.03};
constexpr Course nqoCourse{0.020, 0.049, 0.042, false, 0.70, 0.22, 0.04};
constexpr Course nqmCourse{0.006, 0.062, 0.055, false, 0.75, 0.10, 0.06};
constexpr Course incomeCourse{0, 10.81, 0.551, true, 0.70, 0.20, 0.10};
constexpr Course expenditureCourse{0.060, 0.131, 0.087, false, -0.55, 0.28, 0.03};
constexpr Course investmentCourse{0, 0.0155, 0.0150, false, 0.50, 0.42, -0.04};
constexpr Course financeCourse{0.600, 2.09, 1.36, false, 0.55, 0.19, 0.08};
constexpr Course outcomeCourse{0.019, 0.0475, 0.054, false, 0.65, 0, 0};
constexpr Course populationCourse{60, 370, 290, false, 0.35, 0, 0};

// Weights of the three parts in the index.
constexpr double nqlWeight = 0.157 / 1.001;
constexpr double nqoWeight = 0.358 / 1.001;
constexpr double nqmWeight = 0.486 / 1.001;

// The outcome's dependence on each part, and its controls; error as a share of the level.
constexpr double nqlEffect = 0.08;
constexpr double nqmEffect = 0.56;
constexpr double outcomeError = 0.38;
constexpr double slopeOfCapitals = 0.15;
constexpr double slopeOfResourceCities = 0.10;

using Series = std::array<double, years>;

double valueOf(const Course& course, double z) {
    if (course.isNormal) {
        return course.mean + course.sd * z;
    }
    const double ratio = course.sd / course.mean;
    const double variance = std::log(1 + ratio * ratio);
    return course.shift + course.mean * std::exp(std::sqrt(variance) * z - variance / 2);
}

double level(const Course& course, double factor, RandomNumbers& random) {
    const double own = std::sqrt(1 - course.loading * course.loading);
    return course.loading * factor + own * random.normal();
}

/// Deviations of a city's years from its level: first-order autoregression of unit variance.
Series deviations(RandomNumbers& random) {
    constexpr double persistence = 0.5;
    Series series{};
    double value = random.normal();
    for (double& deviation : series) {
        deviation = value;
        value = persistence * value + std::sqrt(1 - persistence * persistence) * random.normal();
    }
    return series;
}

Series courseOf(const Course& course, double factor, RandomNumbers& random) {
    constexpr double variance = (yearCount * yearCount - 1) / 12.0;
    const double shareOfTrend = course.trend * course.trend * variance;
    const double between = std::sqrt(1 - course.within * course.within - shareOfTrend);
    const double base = between * level(course, factor, random);
    Series series = deviations(random);
    for (std::size_t t = 0; t < years; ++t) {
        const double time = static_cast<double>(t) - (yearCount - 1) / 2.0;
        series[t] = valueOf(course, base + course.within * series[t] + course.trend * time);
    }
    return series;
}

/// One factor a city: larger in cities of rank, smaller in resource-based ones; mean 0, variance 1.
std::vector<double> cityFactors(const std::vector<City>& cities, RandomNumbers& random) {
    std::vector<double> factors;
    for (const City& city : cities) {
        const double rank = city.rank == CityRank::Municipality ? 2.2
                            : city.rank == CityRank::Capital    ? 1.4
                                                                : 0.0;
        factors.push_back(random.normal() + rank - (city.isResourceBased ? 0.5 : 0.0));
    }
    const auto n = static_cast<double>(factors.size());
    const double mean = std::accumulate(factors.begin(), factors.end(), 0.0) / n;
    double squares = 0;
    for (const double factor : factors) {
        squares += (factor - mean) * (factor - mean);
    }
    for (double& factor : factors) {
        factor = (factor - mean) / std::sqrt(squares / n);
    }
    return factors;
}

/// A city's years before rounding: ratios and logarithms as a regression uses them.
struct CityCourse {
    Series nql{};
    Series nqo{};
    Series nqm{};
    Series income{}; ///< ln of product per head, yuan
    Series expenditure{};
    Series investment{};
    Series finance{};
    Series population{};
    double area = 0;
    double lnDensityMean = 0;
    double outcomeLevel = 0;
};

CityCourse drawCourse(double factor, RandomNumbers& random) {
    CityCourse course;
    course.nql = courseOf(nqlCourse, factor, random);
    course.nqo = courseOf(nqoCourse, factor, random);
    course.nqm = courseOf(nqmCourse, factor, random);
    course.income = courseOf(incomeCourse, factor, random);
    course.expenditure = courseOf(expenditureCourse, factor, random);
    course.investment = courseOf(investmentCourse, factor, random);
    course.finance = courseOf(financeCourse, factor, random);
    course.outcomeLevel =
        std::max(valueOf(outcomeCourse, level(outcomeCourse, factor, random)), 0.0215);
    // Density is skewed to the left: few cities are very thinly peopled.
    const double z = 0.3 * factor + std::sqrt(1 - 0.09) * random.normal();
    const double density = std::exp(5.875 + 0.79 * (z - 0.12 * (z * z - 1)));
    const double people = valueOf(populationCourse, level(populationCourse, factor, random));
    course.area = std::round(people * 1e4 / density);
    const double growth = 0.004 + 0.012 * random.normal();
    const Series noise = deviations(random);
    for (std::size_t t = 0; t < years; ++t) {
        const double time = static_cast<double>(t) - (yearCount - 1) / 2.0;
        course.population[t] = people * std::exp(growth * time + 0.012 * noise[t]);
    }
    return course;
}

double slopeOf(const City& city) {
    if (city.rank != CityRank::City) {
        return slopeOfCapitals;
    }
    return city.isResourceBased ? slopeOfResourceCities : 1.42;
}

/// What the regressors say of the outcome, by city and year, up to effects of city and of year.
std::vector<Series> systematicParts(const std::vector<City>& cities,
                                    const std::vector<CityCourse>& courses) {
    std::vector<Series> parts(cities.size());
    for (std::size_t i = 0; i < cities.size(); ++i) {
        const CityCourse& c = courses[i];
        const double slope = slopeOf(cities[i]);
        for (std::size_t t = 0; t < years; ++t) {
            parts[i][t] = slope * (nqlEffect * c.nql[t] + nqmEffect * c.nqm[t]) +
                          0.013 * c.income[t] - 0.085 * c.expenditure[t] - 0.22 * c.investment[t] -
                          0.006 * c.finance[t] + 0.010 * std::log(c.population[t] * 1e4 / c.area);
        }
    }
    return parts;
}

/// Less the means of city and of year: the effects that a regression absorbs.
void demeanTwoWays(std::vector<Series>& parts) {
    Series yearMeans{};
    for (Series& part : parts) {
        const double mean = std::accumulate(part.begin(), part.end(), 0.0) / yearCount;
        for (std::size_t t = 0; t < years; ++t) {
            part[t] -= mean;
            yearMeans[t] += part[t] / static_cast<double>(parts.size());
        }
    }
    for (Series& part : parts) {
        for (std::size_t t = 0; t < years; ++t) {
            part[t] -= yearMeans[t];
        }
    }
}

double rounded(double value, double unit) {
    return std::round(value / unit) * unit;
}

CityYear rowOf(std::size_t city, std::size_t t, const CityCourse& course, double outcome) {
    CityYear row;
    row.city = city;
    row.year = firstYear + static_cast<int>(t);
    row.population = rounded(course.population[t], 0.01);
    row.area = course.area;
    row.gdp = std::round(std::exp(course.income[t]) * row.population);
    row.expenditure = std::round(course.expenditure[t] * row.gdp);
    row.foreignInvestment = std::round(course.investment[t] * row.gdp);
    row.loans = std::round(0.418 * course.finance[t] * row.gdp);
    row.deposits = std::round(course.finance[t] * row.gdp) - row.loans;
    row.nql = rounded(course.nql[t], 1e-6);
    row.nqo = rounded(course.nqo[t], 1e-6);
    row.nqm = rounded(course.nqm[t], 1e-6);
    row.nqp = rounded(nqlWeight * row.nql + nqoWeight * row.nqo + nqmWeight * row.nqm, 1e-6);
    row.coor = rounded(outcome, 1e-6);
    return row;
}

/// Yearbooks have holes. Never in the first or last year, so that each lies between two values.
void makeGaps(std::vector<CityYear>& rows, RandomNumbers& random) {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    for (CityYear& row : rows) {
        for (const auto& [column, share] : {std::pair{&CityYear::foreignInvestment, 0.012},
                                            {&CityYear::expenditure, 0.004},
                                            {&CityYear::loans, 0.006},
                                            {&CityYear::deposits, 0.006},
                                            {&CityYear::population, 0.003}}) {
            const bool isHole = random.uniform() < share;
            if (isHole && row.year > firstYear && row.year < firstYear + yearCount - 1) {
                row.*column = missing;
            }
        }
    }
}

std::vector<std::string> fieldsOf(std::string_view line) {
    std::vector<std::string> fields{""};
    for (const char c : line) {
        if (c == ',') {
            fields.emplace_back();
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    return fields;
}

} // namespace

Result<std::vector<City>> parseCities(std::string_view csv) {
    std::vector<City> cities;
    bool isHeader = true;
    while (!csv.empty()) {
        const auto end = std::min(csv.find('\n'), csv.size());
        const std::string_view line = csv.substr(0, end);
        csv.remove_prefix(std::min(end + 1, csv.size()));
        if (isHeader || line.empty()) {
            isHeader = false;
            continue;
        }
        const std::vector<std::string> fields = fieldsOf(line);
        if (fields.size() != 6) {
            Problem problem{ProblemCode::FileCorrupt};
            problem.found = std::string(line);
            return problem;
        }
        const CityRank rank = fields[4] == "municipality" ? CityRank::Municipality
                              : fields[4] == "capital"    ? CityRank::Capital
                                                          : CityRank::City;
        cities.push_back({fields[0], fields[1], fields[2], fields[3], rank, fields[5] == "1"});
    }
    return cities;
}

std::vector<CityYear> simulate(const std::vector<City>& cities, std::uint64_t seed) {
    RandomNumbers random(seed);
    const std::vector<double> factors = cityFactors(cities, random);
    std::vector<CityCourse> courses;
    for (const double factor : factors) {
        courses.push_back(drawCourse(factor, random));
    }
    std::vector<Series> parts = systematicParts(cities, courses);
    demeanTwoWays(parts);
    std::vector<CityYear> rows;
    for (std::size_t i = 0; i < cities.size(); ++i) {
        for (std::size_t t = 0; t < years; ++t) {
            // The error grows with the level and keeps the outcome above its floor.
            const double floor = outcomeCourse.shift;
            const double expected = std::max(courses[i].outcomeLevel + parts[i][t], floor + 0.0015);
            const double error = outcomeError * random.normal() - outcomeError * outcomeError / 2;
            const double outcome = floor + (expected - floor) * std::exp(error);
            rows.push_back(rowOf(i, t, courses[i], outcome));
        }
    }
    makeGaps(rows, random);
    return rows;
}

} // namespace citypanel::samples
