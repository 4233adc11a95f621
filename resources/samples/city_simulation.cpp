// SPDX-License-Identifier: GPL-3.0-or-later
// Draws of city factors, of their course over the years, of efficiency and of what makes it up.
#include "resources/samples/city_simulation.h"

#include "core/base/problem.h"
#include "resources/samples/indicator_simulation.h"
#include "resources/samples/production_simulation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace citypanel::samples {

namespace {

constexpr auto years = static_cast<std::size_t>(yearCount);

/// A variable of the regressions: shift + a lognormal variable with this mean and standard
/// deviation, or a normal one.
struct Marginal {
    double shift = 0;
    double mean = 0; ///< over the shift
    double sd = 0;
    bool isNormal = false;
    Course course{};
};

constexpr Marginal income{0, 10.81, 0.551, true, {0.70, 0.20, 0.10}};
constexpr Marginal expenditure{0.060, 0.131, 0.087, false, {-0.55, 0.28, 0.03}};
constexpr Marginal foreign{0, 0.0155, 0.0150, false, {0.50, 0.42, -0.04}};
constexpr Marginal finance{0.600, 2.09, 1.36, false, {0.55, 0.19, 0.08}};
constexpr Marginal outcome{0.019, 0.0400, 0.036, false, {0.65, 0, 0}};
constexpr Marginal people{60, 370, 290, false, {0.35, 0, 0}};

// Dependence of efficiency on the index's parts; its error as a share of the level.
constexpr double labourersEffect = 0.08;
constexpr double meansEffect = 0.56;
constexpr double outcomeError = 0.37;
constexpr double slopeOfCapitals = 0.70;
constexpr double slopeOfResourceCities = 0.10;
constexpr double otherSlope = 2.20;

/// The city-year that makes the frontier: in this city's last year.
constexpr const char* starCode = "440300";

double valueOf(const Marginal& marginal, double z) {
    if (marginal.isNormal) {
        return marginal.mean + marginal.sd * z;
    }
    const double ratio = marginal.sd / marginal.mean;
    const double variance = std::log(1 + ratio * ratio);
    return marginal.shift + marginal.mean * std::exp(std::sqrt(variance) * z - variance / 2);
}

double levelOf(const Marginal& marginal, double factor, RandomNumbers& random) {
    const double loading = marginal.course.loading;
    return loading * factor + std::sqrt(1 - loading * loading) * random.normal();
}

Series courseOf(const Marginal& marginal, double factor, RandomNumbers& random) {
    Series series = standardCourse(marginal.course, factor, random);
    for (double& value : series) {
        value = valueOf(marginal, value);
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
    IndicatorCourse indicators{};
    IndexCourse index{};
    Series income{}; ///< ln of product per head, yuan
    Series expenditure{};
    Series foreign{};
    Series finance{};
    Series population{};
    Series gdp{};
    double area = 0;
    double outcomeLevel = 0;
};

CityCourse drawCourse(double factor, RandomNumbers& random) {
    CityCourse course;
    course.indicators = drawIndicators(factor, random);
    course.income = courseOf(income, factor, random);
    course.expenditure = courseOf(expenditure, factor, random);
    course.foreign = courseOf(foreign, factor, random);
    course.finance = courseOf(finance, factor, random);
    course.outcomeLevel = std::max(valueOf(outcome, levelOf(outcome, factor, random)), 0.0215);
    // Density is skewed to the left: few cities are very thinly peopled.
    const double z = 0.3 * factor + std::sqrt(1 - 0.09) * random.normal();
    const double density = std::exp(5.875 + 0.79 * (z - 0.12 * (z * z - 1)));
    const double residents = valueOf(people, levelOf(people, factor, random));
    course.area = std::round(residents * 1e4 / density);
    const double growth = 0.004 + 0.012 * random.normal();
    const Series noise = deviations(random);
    for (std::size_t t = 0; t < years; ++t) {
        course.population[t] = residents * std::exp(growth * timeOf(t) + 0.012 * noise[t]);
        course.gdp[t] = std::exp(course.income[t]) * course.population[t];
    }
    return course;
}

/// The star is larger than every other city in its last year.
void enlarge(CityCourse& star, const std::vector<CityCourse>& courses) {
    double largest = 0;
    for (const CityCourse& course : courses) {
        largest = std::max(largest, *std::max_element(course.gdp.begin(), course.gdp.end()));
    }
    for (std::size_t t = 0; t < years; ++t) {
        star.gdp[t] = largest * 1.05 * std::exp(0.08 * (static_cast<double>(t) - yearCount + 1));
        star.population[t] = star.gdp[t] / std::exp(star.income[t]);
    }
    star.area = std::round(star.population.front() * 1e4 / 4000);
}

double slopeOf(const City& city) {
    if (city.rank != CityRank::City) {
        return slopeOfCapitals;
    }
    return city.isResourceBased ? slopeOfResourceCities : otherSlope;
}

/// What the regressors say of efficiency, by city and year, up to effects of city and of year.
std::vector<Series> systematicParts(const std::vector<City>& cities,
                                    const std::vector<CityCourse>& courses) {
    std::vector<Series> parts(cities.size());
    for (std::size_t i = 0; i < cities.size(); ++i) {
        const CityCourse& c = courses[i];
        const double slope = slopeOf(cities[i]);
        for (std::size_t t = 0; t < years; ++t) {
            parts[i][t] =
                slope * (labourersEffect * c.index.labourers[t] + meansEffect * c.index.means[t]) +
                0.013 * c.income[t] - 0.085 * c.expenditure[t] - 0.22 * c.foreign[t] -
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

/// Energy in its carriers: two fifths to three fifths as electricity (0.1229 kgce a kWh), the rest
/// as gas (1.33 kgce a m3) and liquefied gas (1.7143 kgce a kg).
void fillEnergy(double energy, double share, CityYear& row) {
    row.electricity = std::round(energy * share * 1e4 / 1.229);
    row.gas = std::round(energy * (1 - share) * 0.8 * 1e4 / 13.3);
    row.lpg = std::round(energy * 1e4 * (1 - share) * 0.2 / 1.7143);
}

void fillIndicators(const IndicatorCourse& course, std::size_t t, CityYear& row) {
    const auto value = [&](IndicatorPlace place) { return course.values[place][t]; };
    row.students = std::round(value(Students) * row.population * 1e4);
    row.unitEmployees = rounded(0.16 * row.population, 0.01);
    row.itEmployees = rounded(value(ItShare) * row.unitEmployees, 1e-4);
    row.wage = std::round(value(Wage));
    row.robots = rounded(value(Robots), 0.01);
    row.postal = std::round(value(Postal) * row.gdp);
    row.telecom = std::round(value(Telecom) * row.gdp);
    row.science = std::round(value(Science) * row.expenditure);
    row.green = rounded(value(Green), 0.01);
    row.garbage = rounded(value(Garbage), 0.01);
    row.sulphur = std::round(value(Sulphur) * row.gdp);
    row.books = rounded(value(Books), 0.01);
    row.broadband = rounded(value(Broadband) * row.population, 0.01);
    row.mobile = rounded(value(Mobile) * row.population, 0.01);
    row.aiFirms = std::round(value(AiFirms));
    row.digitalFinance = rounded(value(DigitalFinance), 0.01);
}

CityYear rowOf(std::size_t city, std::size_t t, const CityCourse& course,
               const ProductionCourse& production) {
    CityYear row;
    row.city = city;
    row.year = firstYear + static_cast<int>(t);
    row.population = rounded(course.population[t], 0.01);
    row.area = course.area;
    row.gdp = std::round(course.gdp[t]);
    row.expenditure = std::round(course.expenditure[t] * row.gdp);
    row.foreignInvestment = std::round(course.foreign[t] * row.gdp);
    row.loans = std::round(0.418 * course.finance[t] * row.gdp);
    row.deposits = std::round(course.finance[t] * row.gdp) - row.loans;
    row.employed = rounded(production.employed[t], 1e-4);
    row.carbon = std::round(production.carbon[t]);
    row.particles = production.particles[t];
    fillIndicators(course.indicators, t, row);
    return row;
}

/// Prices of investment, the same in all cities of a province.
Series drawPrices(RandomNumbers& random) {
    Series prices{};
    for (double& index : prices) {
        index = rounded(101.8 + 1.6 * random.normal(), 0.1);
    }
    prices.front() = 100;
    return prices;
}

/// Patents follow the index and the size of the city.
void drawPatents(const IndexCourse& index, std::size_t t, double factor, RandomNumbers& random,
                 CityYear& row) {
    const double level = 3.4 + 0.9 * factor + 0.06 * timeOf(t) + 2.8 * index.all[t];
    row.greenApplications = std::round(std::exp(level + 0.35 * random.normal()));
    row.greenGrants =
        std::round(std::exp(level - 0.9 + 1.1 * index.all[t] + 0.4 * random.normal()));
}

/// Yearbooks have holes. Never in the first or last year, so that each lies between two values.
void makeGaps(std::vector<CityYear>& rows, RandomNumbers& random) {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    for (CityYear& row : rows) {
        for (const auto& [column, share] : {std::pair{&CityYear::foreignInvestment, 0.012},
                                            {&CityYear::expenditure, 0.004},
                                            {&CityYear::loans, 0.006},
                                            {&CityYear::deposits, 0.006},
                                            {&CityYear::population, 0.003},
                                            {&CityYear::students, 0.008},
                                            {&CityYear::green, 0.010},
                                            {&CityYear::garbage, 0.010},
                                            {&CityYear::books, 0.006},
                                            {&CityYear::wage, 0.002},
                                            {&CityYear::broadband, 0.005}}) {
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

namespace {

/// Efficiency by city and year: level, what the regressors say, an error that grows with the level.
std::vector<Series> efficiencies(const std::vector<City>& cities,
                                 const std::vector<CityCourse>& courses, RandomNumbers& random) {
    std::vector<Series> parts = systematicParts(cities, courses);
    demeanTwoWays(parts);
    for (std::size_t i = 0; i < cities.size(); ++i) {
        for (double& part : parts[i]) {
            const double floor = outcome.shift;
            const double expected = std::max(courses[i].outcomeLevel + part, floor + 0.0015);
            const double error = outcomeError * random.normal() - outcomeError * outcomeError / 2;
            part = floor + (expected - floor) * std::exp(error);
        }
    }
    return parts;
}

} // namespace

std::vector<CityYear> simulate(const std::vector<City>& cities, std::uint64_t seed) {
    RandomNumbers random(seed);
    const std::vector<double> factors = cityFactors(cities, random);
    std::vector<CityCourse> courses;
    std::vector<IndicatorCourse> indicators;
    for (const double factor : factors) {
        courses.push_back(drawCourse(factor, random));
        indicators.push_back(courses.back().indicators);
    }
    const std::vector<IndexCourse> index = indexOf(indicators);
    Star star;
    for (std::size_t i = 0; i < cities.size(); ++i) {
        courses[i].index = index[i];
        star.city = cities[i].code == starCode ? i : star.city;
    }
    enlarge(courses[star.city], courses);
    std::vector<Series> efficiency = efficiencies(cities, courses, random);
    efficiency[star.city].fill(0.33);
    std::vector<Series> gdp;
    for (const CityCourse& course : courses) {
        gdp.push_back(course.gdp);
    }
    const std::vector<ProductionCourse> production = produce(gdp, efficiency, star, random);
    const Series prices = drawPrices(random);
    std::vector<CityYear> rows;
    for (std::size_t i = 0; i < cities.size(); ++i) {
        const double share = 0.4 + 0.2 * random.uniform();
        double level = 1;
        for (std::size_t t = 0; t < years; ++t) {
            CityYear row = rowOf(i, t, courses[i], production[i]);
            level *= prices[t] / 100;
            row.priceIndex = prices[t];
            row.investment = std::round(production[i].investment[t] * level);
            fillEnergy(production[i].energy[t], share, row);
            drawPatents(index[i], t, factors[i], random, row);
            rows.push_back(row);
        }
    }
    makeGaps(rows, random);
    return rows;
}

} // namespace citypanel::samples
