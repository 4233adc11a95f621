// SPDX-License-Identifier: GPL-3.0-or-later
// Summaries, ranks, densities and moves of an index, on numbers that can be checked by hand.
#include "core/index/index_reading.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::index {
namespace {

using ::testing::ElementsAre;
using testing::IsNear;

Panel twoPeriods() {
    const std::vector<std::string> units{"A", "A", "B", "B", "C", "C"};
    const std::vector<std::string> sides{"east", "east", "west", "west", "west", "west"};
    return *Panel::create({"city", "year"}, {Variable::text("city", units),
                                             Variable::numeric("year", {1, 2, 1, 2, 1, 2}),
                                             Variable::text("side", sides)});
}

const std::vector<double> sixScores{1, 3, 5, 7, missingValue, 2};

TEST(IndexReading, SummarisesByPeriodAndGroup) {
    const auto periods = summaryByPeriod(twoPeriods(), sixScores);
    ASSERT_EQ(periods.size(), 2U);
    EXPECT_EQ(periods[0].label, "1");
    EXPECT_EQ(periods[0].n, 2U);
    EXPECT_THAT(periods[0].mean, IsNear(3));
    EXPECT_THAT(periods[1].mean, IsNear(4));
    EXPECT_THAT(periods[1].sd, IsNear(std::sqrt(7.0)));
    const auto groups = summaryByGroup(twoPeriods(), *twoPeriods().find("side"), sixScores);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[1].label, "west");
    EXPECT_THAT(groups[1].mean, IsNear(14.0 / 3));
    EXPECT_THAT(groups[1].maximum, IsNear(7));
}

TEST(IndexReading, RanksUnitsByTheirMeanOverTime) {
    EXPECT_THAT(unitMeans(twoPeriods(), sixScores), ElementsAre(2, 6, 2));
    EXPECT_THAT(unitRanks(twoPeriods(), sixScores), ElementsAre(2.5, 1, 2.5));
}

TEST(IndexReading, RankCorrelationIsSpearmans) {
    // 1 - 6 sum d^2 / (n (n^2 - 1)) with d = 0, 1, 1, 0.
    const std::vector<double> a{1, 2, 3, 4};
    const std::vector<double> b{10, 30, 20, 40};
    EXPECT_THAT(rankCorrelation(a, b), IsNear(1.0 - 6.0 * 2.0 / 60.0));
    EXPECT_TRUE(isMissing(rankCorrelation(a, std::vector<double>(4, 1.0))));
}

TEST(IndexReading, NamesWhoMovesMost) {
    const auto moves =
        largestMoves(std::vector<double>{1, 2, 3, 4}, std::vector<double>{1, 4, 2, 3}, 2);
    ASSERT_EQ(moves.size(), 2U);
    EXPECT_EQ(moves[0].unit, 1U);
    EXPECT_EQ(moves[0].after, 4);
}

} // namespace
} // namespace citypanel::index
