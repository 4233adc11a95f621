// SPDX-License-Identifier: GPL-3.0-or-later
// Quantiles, and what is built on them: winsorising, trimming, groups, standardising.
#include "core/panel/variable.h"
#include "core/prepare/group.h"
#include "core/prepare/quantile.h"
#include "core/prepare/standardise.h"
#include "core/prepare/winsorise.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <vector>

namespace citypanel::prepare {
namespace {

using ::testing::ElementsAre;

std::vector<double> oneTo(int n) {
    std::vector<double> values(static_cast<std::size_t>(n));
    std::iota(values.begin(), values.end(), 1.0);
    return values;
}

std::vector<std::int32_t> oneGroup(std::size_t n) {
    return std::vector<std::int32_t>(n, 0);
}

// R: quantile(c(1,2,4,8,16), c(.1,.25,.5,.6,.9), type = 2, 6, 7).
TEST(Quantile, AgreesWithTypes2And6And7) {
    const std::vector<double> x{1, 2, 4, 8, 16};
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.1, QuantileRule::Pctile), 1);
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.25, QuantileRule::Pctile), 2);
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.6, QuantileRule::Pctile),
                     6); // 5 * 0.6 = 3: mean of 3rd, 4th
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.9, QuantileRule::Pctile), 16);
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.25, QuantileRule::Altdef), 1.5); // 6 * 0.25 = 1.5
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.9, QuantileRule::Altdef), 16);   // held at the last
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.1, QuantileRule::Linear), 1.4);  // 1 + 4 * 0.1
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.6, QuantileRule::Linear), 5.6);
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.5, QuantileRule::Linear), 4);
}

// R 4.2: quantile(c(1,2,4,8,16), c(.1,.25,.5,.6,.9), type = t).
TEST(Quantile, AgreesWithAllTypesOfHyndmanAndFan) {
    const std::vector<double> x{1, 2, 4, 8, 16};
    const std::vector<double> shares{0.1, 0.25, 0.5, 0.6, 0.9};
    const std::map<QuantileRule, std::vector<double>> expected{
        {QuantileRule::Inverse, {1, 2, 4, 4, 16}},
        {QuantileRule::NearestEven, {1, 1, 2, 4, 8}},
        {QuantileRule::LinearInverse, {1, 1.25, 3, 4, 12}},
        {QuantileRule::Hazen, {1, 1.75, 4, 6, 16}},
        {QuantileRule::MedianUnbiased, {1, 5.0 / 3, 4, 6.1333333333333346, 16}},
        {QuantileRule::NormalUnbiased, {1, 1.6875, 4, 6.1, 16}}};
    for (const auto& [rule, values] : expected) {
        for (std::size_t i = 0; i < shares.size(); ++i) {
            EXPECT_NEAR(quantileOfSorted(x, shares[i], rule), values[i], 1e-12)
                << nameOf(rule) << " at " << shares[i];
        }
    }
}

TEST(Quantile, IsNotMisledByRoundingOfNTimesP) {
    const std::vector<double> x = oneTo(100);
    // 100 * 0.07 is 7.000000000000001 in doubles; Stata's _pctile at 7 gives 7.5.
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.07, QuantileRule::Pctile), 7.5);
    EXPECT_DOUBLE_EQ(quantileOfSorted(x, 0.99, QuantileRule::Pctile), 99.5);
}

TEST(Quantile, OfNothingIsMissing) {
    EXPECT_TRUE(isMissing(quantileOfSorted({}, 0.5, QuantileRule::Pctile)));
    EXPECT_THAT(sortedPresent(std::vector{3.0, missingValue, 1.0}), ElementsAre(1, 3));
}

TEST(Winsorise, ClipsAsWinsor2) {
    const std::vector<double> x = oneTo(100);
    const auto y = limited(x, oneGroup(100), 1, {.lower = 0.01, .upper = 0.99});
    EXPECT_DOUBLE_EQ(y[0], 1.5);
    EXPECT_DOUBLE_EQ(y[1], 2);
    EXPECT_DOUBLE_EQ(y[98], 99);
    EXPECT_DOUBLE_EQ(y[99], 99.5);
}

TEST(Winsorise, TrimsOneSideAndKeepsMissing) {
    std::vector<double> x = oneTo(10);
    x.push_back(missingValue);
    const auto y = limited(
        x, oneGroup(11), 1,
        {.lower = 0.25, .upper = 0.75, .sides = Sides::Upper, .treatment = TailTreatment::Trim});
    EXPECT_DOUBLE_EQ(y[0], 1);
    EXPECT_DOUBLE_EQ(y[7], 8); // the limit itself, 10 * 0.75 = 7.5: the 8th
    EXPECT_TRUE(isMissing(y[8]));
    EXPECT_TRUE(isMissing(y[10]));
}

TEST(Winsorise, WorksWithinGroups) {
    const std::vector<double> x{1, 100, 2, 200, 3, 300};
    const auto y =
        limited(x, std::vector<std::int32_t>{0, 1, 0, 1, 0, 1}, 2, {.lower = 0.4, .upper = 0.6});
    EXPECT_THAT(y, ElementsAre(2, 200, 2, 200, 2, 200));
}

TEST(Winsorise, PartitionGivesTheQuantilesOfASort) {
    std::mt19937_64 random(7);
    std::normal_distribution<double> normal;
    for (int size = 1; size < 60; ++size) {
        std::vector<double> x(static_cast<std::size_t>(size));
        for (double& value : x) {
            value = std::round(normal(random) * 4);
        }
        for (const auto rule : {QuantileRule::Pctile, QuantileRule::Altdef, QuantileRule::Linear}) {
            for (const double p : {0.0, 0.01, 0.1, 0.33, 0.5}) {
                const auto sorted = sortedPresent(x);
                const double low = quantileOfSorted(sorted, p, rule);
                const double high = quantileOfSorted(sorted, 1 - p, rule);
                const auto y = limited(x, oneGroup(x.size()), 1,
                                       {.lower = p, .upper = 1 - p, .quantile = rule});
                for (std::size_t i = 0; i < x.size(); ++i) {
                    ASSERT_EQ(y[i], std::min(std::max(x[i], low), std::max(low, high)))
                        << "size " << size << ", p " << p;
                }
            }
        }
    }
}

TEST(QuantileGroups, SplitAtTheMedianWithTiesBelow) {
    const std::vector<double> x{1, 2, 2, 3, missingValue};
    EXPECT_THAT(quantileGroups(x, oneGroup(5), 1, {.groups = 2}),
                ElementsAre(0, 0, 0, 1, missingCode));
    EXPECT_THAT(quantileGroups(x, oneGroup(5), 1, {.groups = 2, .ties = Ties::Upper}),
                ElementsAre(0, 1, 1, 1, missingCode));
}

TEST(QuantileGroups, FollowXtileWithinBlocks) {
    const std::vector<double> x{1, 2, 3, 4, 40, 30, 20, 10};
    const std::vector<std::int32_t> blocks{0, 0, 0, 0, 1, 1, 1, 1};
    EXPECT_THAT(quantileGroups(x, blocks, 2, {.groups = 4}), ElementsAre(0, 1, 2, 3, 3, 2, 1, 0));
}

TEST(Standardise, GivesZScoresCentredAndUnitRange) {
    const std::vector<double> x{1, 2, 3, missingValue};
    EXPECT_THAT(standardised(std::vector{1.0, 2.0, 3.0}, oneGroup(3), 1, Scale::ZScore),
                ElementsAre(-1, 0, 1));
    EXPECT_TRUE(isMissing(standardised(x, oneGroup(4), 1, Scale::Centre)[3]));
    EXPECT_THAT(standardised(std::vector{2.0, 4.0, 6.0}, oneGroup(3), 1, Scale::UnitRange),
                ElementsAre(0, 0.5, 1));
    EXPECT_TRUE(isMissing(standardised(std::vector{5.0, 5.0}, oneGroup(2), 1, Scale::ZScore)[0]));
}

} // namespace
} // namespace citypanel::prepare
