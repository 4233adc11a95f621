// SPDX-License-Identifier: GPL-3.0-or-later
// Series of one unit: interpolation, price levels, capital stock.
#include "core/prepare/capital_stock.h"
#include "core/prepare/deflate.h"
#include "core/prepare/interpolate.h"
#include "core/prepare/standard_coal.h"
#include "tests/support/example_panel.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace citypanel::prepare {
namespace {

using test::na;

constexpr double tight = 1e-12;

std::vector<Period> years(std::size_t n, Period first = 2011) {
    std::vector<Period> periods(n);
    std::iota(periods.begin(), periods.end(), first);
    return periods;
}

void expectSeries(const std::vector<double>& found, const std::vector<double>& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (isMissing(expected[i])) {
            EXPECT_TRUE(isMissing(found[i])) << "at " << i << ": " << found[i];
        } else {
            EXPECT_NEAR(found[i], expected[i], tight * std::max(1.0, std::abs(expected[i])))
                << "at " << i;
        }
    }
}

TEST(Interpolate, DrawsLinesBetweenKnownValuesAndLeavesEnds) {
    expectSeries(interpolated(std::vector{na, 1.0, na, na, 4.0, na}, years(6), {}),
                 {na, 1, 2, 3, 4, na});
}

TEST(Interpolate, MeasuresGapsInPeriodsNotRows) {
    const std::vector<Period> periods{2011, 2012, 2016}; // three periods have no row
    expectSeries(interpolated(std::vector{1.0, na, 6.0}, periods, {}), {1, 2, 6});
    expectSeries(interpolated(std::vector{1.0, na, 6.0}, periods, {.maxGap = 3}), {1, na, 6});
    expectSeries(interpolated(std::vector{1.0, na, 6.0}, periods, {.maxGap = 4}), {1, 2, 6});
}

TEST(Interpolate, GrowsGeometrically) {
    expectSeries(
        interpolated(std::vector{1.0, na, 4.0, na, -2.0}, years(5), {.gaps = GapMethod::Geometric}),
        {1, 2, 4, na, -2});
}

TEST(Interpolate, ContinuesEnds) {
    const std::vector<double> x{na, 2.0, na, 8.0, na};
    expectSeries(interpolated(x, years(5), {.ends = EndRule::Nearest}), {2, 2, 5, 8, 8});
    expectSeries(interpolated(x, years(5), {.ends = EndRule::Trend}), {-1, 2, 5, 8, 11});
    expectSeries(interpolated(x, years(5), {.ends = EndRule::Growth}), {1, 2, 5, 8, 16});
    expectSeries(interpolated(x, years(5), {.ends = EndRule::Nearest, .maxGap = 1}),
                 {2, 2, 5, 8, 8});
    expectSeries(
        interpolated(std::vector{na, na, 1.0}, years(3), {.ends = EndRule::Nearest, .maxGap = 1}),
        {na, na, 1});
    expectSeries(interpolated(std::vector{na, 1.0}, years(2), {.ends = EndRule::Trend}), {na, 1});
}

// The trend of (0, 1), (1, 3), (3, 4) by least squares: slope 13/14, mean (4/3, 8/3).
TEST(Interpolate, TrendIsLeastSquares) {
    const std::vector<double> x{1, 3, na, 4, na};
    expectSeries(interpolated(x, years(5), {.ends = EndRule::Trend}),
                 {1, 3, 3.5, 4, 8.0 / 3 + 13.0 / 14 * (4 - 4.0 / 3)});
}

// Natural spline through (0, 0), (1, 1), (3, 0): 2 (1 + 2) s = 6 (-1/2 - 1), s = -3/2.
TEST(Interpolate, SplineIsNatural) {
    const std::vector<double> x{0, 1, na, 0};
    const double half = 0.5;
    const double expected = half * 1 + (half * half * half - half) * -1.5 * 4 / 6;
    expectSeries(interpolated(x, years(4), {.gaps = GapMethod::Spline}), {0, 1, expected, 0});
    expectSeries(interpolated(std::vector{1.0, na, 3.0}, years(3), {.gaps = GapMethod::Spline}),
                 {1, 2, 3});
}

TEST(Interpolate, ReproducesACubicOnlyWhereNatural) {
    // A straight line is its own natural spline.
    std::vector<double> line;
    for (int t = 0; t < 12; ++t) {
        line.push_back(t % 3 == 1 ? na : 2.0 * t - 5);
    }
    const auto filled = interpolated(line, years(12), {.gaps = GapMethod::Spline});
    for (int t = 0; t < 11; ++t) {
        EXPECT_NEAR(filled[static_cast<std::size_t>(t)], 2.0 * t - 5, 1e-12);
    }
}

TEST(Interpolate, FillsGapsWithTheMean) {
    expectSeries(interpolated(std::vector{1.0, na, 5.0}, years(3), {.gaps = GapMethod::Mean}),
                 {1, 3, 5});
}

TEST(Interpolate, LeavesEmptySeriesAlone) {
    expectSeries(interpolated(std::vector{na, na}, years(2), {.ends = EndRule::Nearest}), {na, na});
    expectSeries(interpolated(std::vector<double>{}, {}, {}), {});
}

TEST(PriceLevels, ChainUpAndDownFromTheBase) {
    const std::vector<double> index{100, 110, 120};
    expectSeries(*priceLevels(index, years(3), IndexBase::Previous, 2012), {1 / 1.1, 1, 1.2});
    expectSeries(*priceLevels(index, years(3), IndexBase::Fixed, 2012),
                 {100 / 110.0, 1, 120 / 110.0});
}

TEST(PriceLevels, StopWhereTheChainBreaks) {
    expectSeries(
        *priceLevels(std::vector{na, 110.0, na, 105.0}, years(4), IndexBase::Previous, 2011),
        {1, 1.1, na, na});
    const std::vector<Period> periods{2011, 2012, 2014};
    expectSeries(*priceLevels(std::vector{100.0, 110.0, 105.0}, periods, IndexBase::Previous, 2011),
                 {1, 1.1, na});
}

TEST(PriceLevels, RefuseZeroAndForeignBase) {
    const auto zero = priceLevels(std::vector{100.0, 0.0}, years(2), IndexBase::Previous, 2011);
    ASSERT_FALSE(zero);
    EXPECT_EQ(zero.error().code, ProblemCode::ArgumentInvalid);
    EXPECT_EQ(zero.error().place.period, "2012");
    const auto foreign = priceLevels(std::vector{100.0}, years(1), IndexBase::Fixed, 2000);
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().code, ProblemCode::PeriodMissing);
}

TEST(CapitalStock, AccumulatesInvestmentLessDepreciation) {
    const std::vector<double> investment{10, 12, 14};
    const std::vector<double> depreciation{0.1, 0.1, 0.2};
    expectSeries(*capitalStock({investment, depreciation, {}, {}}, years(3), {}),
                 {100, 102, 102 * 0.8 + 14});
}

TEST(CapitalStock, StartsLateAndEndsAtAGap) {
    const std::vector<double> investment{na, 10, na, 14};
    const std::vector<double> depreciation(4, 0.1);
    expectSeries(*capitalStock({investment, depreciation, {}, {}}, years(4), {}),
                 {na, 100, na, na});
}

TEST(CapitalStock, RefusesAStockThatCannotBe) {
    const std::vector<double> investment{10, 5};
    const std::vector<double> depreciation(2, 0.1);
    const auto stock = capitalStock({investment, depreciation, {}, {}}, years(2),
                                    {.initial = InitialStock::HallJones});
    ASSERT_FALSE(stock); // g = -0.5
    EXPECT_EQ(stock.error().code, ProblemCode::ArgumentInvalid);
}

TEST(StandardCoal, KnowsItsUnits) {
    EXPECT_EQ(baseUnitsPer(EnergyUnit::TenThousandCubicMetres), 1e4);
    EXPECT_EQ(baseUnitsPer(EnergyUnit::HundredMillionKilowattHours), 1e8);
    EXPECT_EQ(baseUnitsPer(EnergyUnit::Tonne), 1e3);
    EXPECT_EQ(kilogramsPer(CoalUnit::TenThousandTonnes), 1e7);
}

} // namespace
} // namespace citypanel::prepare
