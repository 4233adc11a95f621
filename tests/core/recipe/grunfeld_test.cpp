// SPDX-License-Identifier: GPL-3.0-or-later
// Quantiles, lags and groups of Grunfeld's data as R 4.2 calculates them.
#include "core/panel/expression.h"
#include "core/recipe/step.h"
#include "tests/support/grunfeld.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

namespace citypanel::recipe {
namespace {

using prepare::QuantileRule;

constexpr double relative = 1e-12;

double sumOf(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) {
        sum += isMissing(value) ? 0 : value;
    }
    return sum;
}

std::vector<double> calculated(const char* expression) {
    return evaluate(*parseExpression(expression), testing::grunfeld())->values;
}

Panel grunfeldAfter(const Step& step) {
    NoProgress progress;
    return applyStep(step, testing::grunfeld(), "s1", progress)->panel;
}

/// quantile(inv, c(.01, .05, .95, .99), type = t)
TEST(Grunfeld, WinsorisesAtTheQuantilesOfEveryType) {
    const std::map<QuantileRule, std::vector<double>> expected{
        {QuantileRule::Inverse, {1.18, 2.19, 561.2, 891.2}},
        {QuantileRule::Pctile, {1.27, 2.215, 565.05, 1097.8}},
        {QuantileRule::NearestEven, {1.18, 2.19, 561.2, 891.2}},
        {QuantileRule::LinearInverse, {1.18, 2.19, 561.2, 891.2}},
        {QuantileRule::Hazen, {1.27, 2.215, 565.05, 1097.8}},
        {QuantileRule::Altdef, {1.1818, 2.1925, 568.515, 1300.2680000000039}},
        {QuantileRule::Linear,
         {1.3582000000000003, 2.2375000000000003, 561.58499999999992, 895.33199999999636}},
        {QuantileRule::MedianUnbiased, {1.2406, 2.2075, 566.20499999999981, 1165.2893333333307}},
        {QuantileRule::NormalUnbiased,
         {1.24795, 2.209375, 565.91624999999988, 1148.4170000000011}}};
    for (const auto& [rule, limits] : expected) {
        for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
            const WinsoriseStep step{.variables = {"inv"},
                                     .lower = i == 0 ? 1.0 : 5.0,
                                     .upper = i == 0 ? 99.0 : 95.0,
                                     .quantile = rule};
            const Panel panel = grunfeldAfter(step);
            const auto values = panel.find("inv")->numbers();
            const auto [low, high] = std::minmax_element(values.begin(), values.end());
            EXPECT_NEAR(*low, limits[i], relative * limits[i]) << nameOf(rule);
            EXPECT_NEAR(*high, limits[3 - i], relative * limits[3 - i]) << nameOf(rule);
        }
    }
}

TEST(Grunfeld, WinsorisesPooledAndByYear) {
    // sum(pmin(pmax(inv, q[1]), q[2])), type 2, at 1 and 99 %; by year at 10 and 90 %
    EXPECT_NEAR(sumOf(grunfeldAfter(WinsoriseStep{.variables = {"inv"}}).find("inv")->numbers()),
                28596.58, relative * 28596.58);
    const WinsoriseStep byYear{
        .variables = {"inv"}, .lower = 10, .upper = 90, .within = prepare::Within::Period};
    EXPECT_NEAR(sumOf(grunfeldAfter(byYear).find("inv")->numbers()), 27486.76, relative * 27486.76);
}

TEST(Grunfeld, LagsWithinFirms) {
    EXPECT_NEAR(sumOf(calculated("value * lag(inv)")), 70689677.8942, relative * 70689677.8942);
    EXPECT_NEAR(sumOf(calculated("value * lag(inv, 2)")), 61740399.7445, relative * 61740399.7445);
    EXPECT_NEAR(sumOf(calculated("growth(inv)")), 19.843973852441867, relative * 20);
}

TEST(Grunfeld, GroupsByQuantiles) {
    const auto count = [](const std::vector<double>& groups, double group) {
        return std::count(groups.begin(), groups.end(), group);
    };
    const auto quarters = calculated("quantile_group(value, 4)");
    const auto thirds = calculated("quantile_group(value, 3, by = year)");
    for (const double group : {1.0, 2.0, 3.0, 4.0}) {
        EXPECT_EQ(count(quarters, group), 50);
    }
    EXPECT_EQ(count(thirds, 1), 80); // of 10 firms a year, 4, 3 and 3
    EXPECT_EQ(count(thirds, 2), 60);
    EXPECT_EQ(count(thirds, 3), 60);
}

} // namespace
} // namespace citypanel::recipe
