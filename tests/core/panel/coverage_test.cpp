// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage and gaps, counted by hand.
#include "core/panel/coverage.h"

#include <gtest/gtest.h>

namespace citypanel {
namespace {

constexpr double none = missingValue;

/// a has 2011 to 2014, b lacks the row of 2012.
Panel smallPanel() {
    const std::vector<std::string> units{"a", "a", "a", "a", "b", "b", "b"};
    return *Panel::create(
        {"city", "year"},
        {Variable::text("city", units),
         Variable::numeric("year", {2011, 2012, 2013, 2014, 2011, 2013, 2014}),
         Variable::numeric("gdp", {1, none, none, 4, 5, 6, none}),
         Variable::numeric("pop", {none, 2, 3, none, none, none, none}),
         Variable::text("note", std::vector<std::string>{"x", "", "", "", "", "", ""})});
}

TEST(Coverage, CountsNumericVariablesAUnitPeriod) {
    const Coverage coverage = coverageOf(smallPanel());
    EXPECT_EQ(coverage.units, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(coverage.periods, (std::vector<Period>{2011, 2012, 2013, 2014}));
    EXPECT_EQ(coverage.variableCount, 2U);
    EXPECT_EQ(coverage.counts, (std::vector<std::size_t>{1, 1, 1, 1, 1, 0, 1, 0}));
    EXPECT_EQ(coverage.share(0, 0), 0.5);
    EXPECT_EQ(coverage.completeCount(), 0U);
    EXPECT_EQ(coverage.emptyCount(), 2U);
}

TEST(Coverage, OfNamedVariablesCountsTextsToo) {
    const std::vector<std::string> names{"gdp", "note", "unknown"};
    const Coverage coverage = coverageOf(smallPanel(), names);
    EXPECT_EQ(coverage.variableCount, 3U);
    EXPECT_EQ(coverage.counts, (std::vector<std::size_t>{2, 0, 0, 1, 1, 0, 1, 0}));
}

TEST(Coverage, OfAVariableCountsUnitsAndGaps) {
    const auto all = variableCoverage(smallPanel());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].variable, "gdp");
    EXPECT_EQ(all[0].values, 4U);
    EXPECT_EQ(all[0].completeUnits, 0U);
    EXPECT_EQ(all[0].emptyUnits, 0U);
    EXPECT_EQ(all[0].gapCount, 3U); // a 2012, 2013; b 2012, whose row is absent
    EXPECT_EQ(all[0].first, 2011);
    EXPECT_EQ(all[0].last, 2014);
    EXPECT_EQ(all[1].emptyUnits, 1U);
    EXPECT_EQ(all[1].gapCount, 0U);
    EXPECT_EQ(all[1].first, 2012);
    EXPECT_EQ(all[1].last, 2013);
}

TEST(Coverage, GapsAreRunsBetweenValues) {
    EXPECT_EQ(gapsOf(smallPanel()),
              (std::vector<Gap>{{"gdp", "a", 2012, 2013}, {"gdp", "b", 2012, 2012}}));
}

TEST(Coverage, OfNothingIsEmpty) {
    EXPECT_TRUE(coverageOf(Panel{}).counts.empty());
    EXPECT_TRUE(gapsOf(Panel{}).empty());
    EXPECT_TRUE(variableCoverage(Panel{}).empty());
}

} // namespace
} // namespace citypanel
