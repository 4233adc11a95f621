// SPDX-License-Identifier: GPL-3.0-or-later
// Histograms, the report of what is missing, and levels chained by growth rates.
#include "core/prepare/chain_growth.h"
#include "core/prepare/histogram.h"
#include "core/prepare/missing_report.h"
#include "tests/support/example_panel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace citypanel::prepare {
namespace {

using test::na;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::NanSensitiveDoubleEq;

TEST(Histogram, CountsInBinsOfEqualWidth) {
    const std::vector<double> x{0, 1, 1.9, 2, 4, na, 5, -1};
    EXPECT_THAT(histogram(x, 0, 4, 2).counts, ElementsAre(3, 2)); // 4 belongs to the last bin
    EXPECT_THAT(histogram(x, 0, 4, 0).counts, IsEmpty());
}

TEST(Histogram, ChoosesBinsByTheSpread) {
    std::vector<double> x;
    for (int i = 1; i <= 1000; ++i) {
        x.push_back(i);
    }
    // IQR 500, width 2 * 500 / 10 = 100: 999 / 100 rounded up.
    EXPECT_EQ(binCount(x), 10U);
    EXPECT_EQ(histogram(x).counts.size(), 10U);
    EXPECT_EQ(histogram(x).from, 1);
    EXPECT_EQ(histogram(x).to, 1000);
    EXPECT_THAT(histogram(std::vector<double>{3, 3, na}).counts, ElementsAre(2));
    EXPECT_THAT(histogram(std::vector<double>{na}).counts, IsEmpty());
}

TEST(Histogram, CentralRangeLeavesTheTailsOut) {
    std::vector<double> x;
    for (int i = 1; i <= 100; ++i) {
        x.push_back(i);
    }
    EXPECT_DOUBLE_EQ(centralRange(x, 0.96).from, 2.5);
    EXPECT_DOUBLE_EQ(centralRange(x, 0.96).to, 98.5);
    EXPECT_TRUE(isMissing(centralRange({}, 0.96).from));
}

TEST(MissingReport, CountsByVariablePeriodUnitAndPattern) {
    // City C lacks 2013; gdp is missing in (A, 2012) and (B, 2013), gas in (B, 2011).
    const MissingReport report = missingReport(test::examplePanel(), {"gdp", "gas", "nothing"});
    EXPECT_EQ(report.absentRows, 1U);
    ASSERT_EQ(report.variables.size(), 2U);
    EXPECT_EQ(report.variables[0].name, "gdp");
    EXPECT_EQ(report.variables[0].missing, 3U);
    EXPECT_EQ(report.variables[1].missing, 2U);
    EXPECT_DOUBLE_EQ(report.variables[0].share(), 0.25);
    std::vector<std::size_t> ofPeriods;
    for (const MissingCount& period : report.periods) {
        ofPeriods.push_back(period.missing);
    }
    EXPECT_THAT(ofPeriods, ElementsAre(1, 1, 3, 0));
    EXPECT_EQ(report.missingAt(0, 2), 2U); // gdp in 2013: B and the absent C
    EXPECT_EQ(report.units[0].missing, 1U);
    EXPECT_EQ(report.units[1].missing, 2U);
    EXPECT_EQ(report.units[2].missing, 2U);
    ASSERT_EQ(report.patterns.size(), 2U);
    EXPECT_THAT(report.patterns[0].variables, ElementsAre(0));
    EXPECT_EQ(report.patterns[0].rows, 2U);
    EXPECT_EQ(report.patterns[1].rows, 1U);
    EXPECT_EQ(report.completeRows, 8U);
}

TEST(MissingReport, TakesAllVariablesButTheKeys) {
    const MissingReport report = missingReport(test::examplePanel());
    EXPECT_EQ(report.variables.size(), test::examplePanel().columnCount() - 2);
    EXPECT_THAT(missingReport({}).patterns, IsEmpty());
}

TEST(ChainGrowth, ContinuesLevelsByRates) {
    const std::vector<Period> years{2015, 2016, 2017, 2018, 2019, 2021};
    const std::vector<double> level{na, 100, 110, na, na, na};
    const std::vector<double> rate{5, 10, 10, 20, -50, 3};
    const auto like = [](std::vector<double> values) {
        std::vector<::testing::Matcher<double>> matchers;
        for (const double value : values) {
            matchers.push_back(NanSensitiveDoubleEq(value));
        }
        return ::testing::ElementsAreArray(matchers);
    };
    // 2021 does not follow 2019, so the chain ends there.
    EXPECT_THAT(chainedByGrowth(level, rate, years, GrowthForm::Percent, false),
                like({na, 100, 110, 132, 66, na}));
    EXPECT_THAT(chainedByGrowth(level, rate, years, GrowthForm::Percent, true),
                like({100 / 1.1, 100, 110, 132, 66, na}));
    const std::vector<double> index{105, 110, 110, 120, 50, 103};
    EXPECT_THAT(chainedByGrowth(level, index, years, GrowthForm::PreviousIs100, false),
                like({na, 100, 110, 132, 66, na}));
    const std::vector<double> impossible{0, 0, 0, -2, 0, 0};
    EXPECT_THAT(chainedByGrowth(level, impossible, years, GrowthForm::Share, false),
                like({na, 100, 110, na, na, na}));
}

} // namespace
} // namespace citypanel::prepare
