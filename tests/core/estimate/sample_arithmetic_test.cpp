// SPDX-License-Identifier: GPL-3.0-or-later
// Sample sizes that a design forces: 242 cities in 2011-2022, seven of them alone in their
// province.
#include "core/estimate/estimate.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace citypanel {
namespace {

constexpr int cities = 242;
constexpr int years = 12;
constexpr int aloneInProvince = 7;

Panel designPanel() {
    std::mt19937 generator(17);
    std::normal_distribution<double> normal;
    std::vector<std::vector<double>> columns(8);
    for (int city = 0; city < cities; ++city) {
        const int province = city < aloneInProvince ? city : aloneInProvince + city % 24;
        for (int year = 0; year < years; ++year) {
            const double x = normal(generator);
            const std::vector<double> row{static_cast<double>(city),
                                          2011.0 + year,
                                          static_cast<double>(province),
                                          city < 4 ? 1.0 : 0.0,
                                          city < 92 ? 1.0 : 0.0,
                                          normal(generator) + 0.3 * x,
                                          x,
                                          normal(generator) + x};
            for (std::size_t j = 0; j < row.size(); ++j) {
                columns[j].push_back(row[j]);
            }
        }
    }
    const std::vector<std::string> names{"city", "year",    "province", "municipality",
                                         "core", "outcome", "x",        "w"};
    std::vector<Variable> variables;
    for (std::size_t j = 0; j < names.size(); ++j) {
        variables.push_back(Variable::numeric(names[j], columns[j]));
    }
    return *Panel::create({"city", "year"}, std::move(variables));
}

Fit fitOf(const char* formula, const char* where = "") {
    EstimateOptions options;
    options.vcov = *parseCovariance("cluster:city");
    options.where = where;
    NoProgress progress;
    Result<Fit> fit = estimate(designPanel(), formula, options, progress);
    EXPECT_TRUE(fit) << formula;
    return fit ? *fit : Fit{};
}

TEST(SampleArithmetic, FollowsFromTheDesign) {
    EXPECT_EQ(fitOf("outcome ~ x | city + year").nobs, 2904U);
    // A lagged instrument loses each city's first year.
    const Fit instrumented = fitOf("outcome ~ 1 | city + year | x ~ lag(w,1)");
    EXPECT_EQ(instrumented.nobs, 2662U);
    EXPECT_EQ(instrumented.sample.count(ExclusionReason::Lag), 242U);
    // A city alone in its province is alone in every province-year.
    const Fit provinces = fitOf("outcome ~ x | city + province^year");
    EXPECT_EQ(provinces.nobs, 2820U);
    EXPECT_EQ(provinces.droppedSingletons, 84U);
    EXPECT_EQ(fitOf("outcome ~ x | city + year", "municipality == 0").nobs, 2856U);
    EXPECT_EQ(fitOf("outcome ~ x | city + year", "core == 1").nobs, 1104U);
    EXPECT_EQ(fitOf("outcome ~ x | city + year", "core == 0").nobs, 1800U);
}

} // namespace
} // namespace citypanel
