// SPDX-License-Identifier: GPL-3.0-or-later
// Panels: keys, order, versions that share columns, factors, samples, origins.
#include "core/panel/factor.h"
#include "core/panel/panel.h"
#include "core/panel/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <string>
#include <vector>

namespace citypanel {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<Variable> threeCities() {
    const std::vector<std::string> cities{"Wuhan", "Xi'an", "Wuhan", "Xi'an", "Hefei"};
    return {Variable::text("city", cities),
            Variable::numeric("year", {2012, 2011, 2011, 2012, 2012}),
            Variable::numeric("gdp", {2, 3, 1, missingValue, 0})};
}

Panel panelOfThree() {
    return *Panel::create({"city", "year"}, threeCities());
}

TEST(Panel, SortsByUnitOfFirstAppearanceThenPeriod) {
    const Panel panel = panelOfThree();
    EXPECT_THAT(panel.unitLabels(), ElementsAre("Wuhan", "Xi'an", "Hefei"));
    EXPECT_THAT(panel.unitCodes(), ElementsAre(0, 0, 1, 1, 2));
    EXPECT_THAT(panel.periods(), ElementsAre(2011, 2012, 2011, 2012, 2012));
    EXPECT_EQ(panel.find("gdp")->numbers()[0], 1.0);
    EXPECT_EQ(panel.find("city")->textAt(4), "Hefei");
}

TEST(Panel, OrdersNumericLabelsByNumber) {
    const std::vector<std::string> codes{"110000", "9", "80"};
    const auto panel =
        Panel::create({"c", "t"}, {Variable::text("c", codes), Variable::numeric("t", {1, 1, 1})});
    EXPECT_THAT(panel->unitLabels(), ElementsAre("9", "80", "110000"));
}

TEST(Panel, KnowsWhetherItIsBalanced) {
    EXPECT_FALSE(panelOfThree().isBalanced());
    EXPECT_TRUE(panelOfThree().filtered({true, true, true, true, false}).isBalanced());
}

TEST(Panel, RenamesAColumnInItsPlaceAndKeepsKeys) {
    const Panel renamed = panelOfThree().renamed("city", "place").renamed("gdp", "output");
    EXPECT_EQ(renamed.keys().unit, "place");
    EXPECT_EQ(renamed.columns()[0].name(), "place");
    EXPECT_EQ(renamed.columns()[2].name(), "output");
}

TEST(Variable, HashesContentNotNames) {
    const Variable gdp = Variable::numeric("gdp", {1, 2, missingValue});
    EXPECT_EQ(gdp.contentHash(), gdp.withName("other").withLabel("label").contentHash());
    EXPECT_EQ(gdp.contentHash(), Variable::numeric("x", {1, 2, missingValue}).contentHash());
    EXPECT_NE(gdp.contentHash(), Variable::numeric("gdp", {1, 2, 0}).contentHash());
    EXPECT_NE(gdp.contentHash(), Variable::numeric("gdp", {2, 1, missingValue}).contentHash());
    EXPECT_NE(gdp.contentHash(),
              gdp.withOrigins(Origins::all(3, OriginKind::Computed, "s1")).contentHash());
    EXPECT_NE(Variable::numeric("f", {0, 1}).contentHash(),
              Variable::flag("f", {0, 1}).contentHash());
}

TEST(Panel, KeepsMissingApartFromZero) {
    const Panel panel = panelOfThree();
    const Variable& gdp = *panel.find("gdp");
    EXPECT_TRUE(gdp.isMissingAt(3));
    EXPECT_FALSE(gdp.isMissingAt(4));
    EXPECT_EQ(gdp.missingCount(), 1U);
}

TEST(Panel, RefusesDuplicateKeysAndNamesThem) {
    const std::vector<std::string> cities{"Wuhan", "Hefei", "Wuhan"};
    const auto panel =
        Panel::create({"city", "year"}, {Variable::text("city", cities),
                                         Variable::numeric("year", {2011, 2011, 2011})});
    ASSERT_FALSE(panel);
    EXPECT_EQ(panel.error().code, ProblemCode::DuplicateKey);
    EXPECT_EQ(panel.error().place.unit, "Wuhan");
    EXPECT_EQ(panel.error().place.period, "2011");
    EXPECT_EQ(panel.error().found, "1, 3");
}

TEST(Panel, RefusesPeriodsThatAreNotWholeNumbers) {
    const std::vector<std::string> cities{"Wuhan"};
    for (const double bad : {2011.5, missingValue, std::numeric_limits<double>::infinity()}) {
        const auto panel = Panel::create(
            {"city", "year"}, {Variable::text("city", cities), Variable::numeric("year", {bad})});
        ASSERT_FALSE(panel);
        EXPECT_EQ(panel.error().code, ProblemCode::PeriodUnreadable);
    }
}

TEST(Panel, SuggestsNearNamesForUnknownColumns) {
    const auto missing = panelOfThree().variable("GPD");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ProblemCode::VariableUnknown);
    EXPECT_EQ(missing.error().expected, "gdp");
    EXPECT_THAT(panelOfThree().variable("gpd11").error().expected, ::testing::IsEmpty());
    EXPECT_EQ(panelOfThree().variable("yearr").error().expected, "year");
    const auto key = Panel::create({"City", "year"}, threeCities());
    EXPECT_EQ(key.error().code, ProblemCode::KeyColumnMissing);
    EXPECT_EQ(key.error().expected, "city");
}

TEST(Panel, RefusesColumnsOfUnequalLengthAndDoubleNames) {
    auto columns = threeCities();
    columns.push_back(Variable::numeric("short", {1}));
    EXPECT_EQ(Panel::create({"city", "year"}, columns).error().code, ProblemCode::SizeMismatch);
    columns.back() = columns[2];
    EXPECT_EQ(Panel::create({"city", "year"}, columns).error().code,
              ProblemCode::VariableDuplicate);
}

TEST(Panel, EmptyColumnListIsAKeyProblemNotACrash) {
    EXPECT_EQ(Panel::create({"city", "year"}, {}).error().code, ProblemCode::KeyColumnMissing);
    EXPECT_EQ(Panel::crossSection({})->rowCount(), 0U);
    EXPECT_EQ(Panel().rowCount(), 0U);
    EXPECT_TRUE(Panel().unitCodes().empty());
}

TEST(Panel, VersionsShareColumns) {
    const Panel panel = panelOfThree();
    const Panel more = *panel.withVariable(Variable::numeric("x", {1, 2, 3, 4, 5}));
    EXPECT_TRUE(more.find("gdp")->sharesValuesWith(*panel.find("gdp")));
    EXPECT_EQ(panel.columnCount() + 1, more.columnCount());
    EXPECT_EQ(more.withoutVariable("x").columnCount(), panel.columnCount());
    EXPECT_FALSE(panel.withVariable(Variable::numeric("x", {1})));
}

TEST(Panel, FindsTheRowOfAUnitPeriod) {
    const Panel panel = panelOfThree();
    EXPECT_EQ(panel.rowOf(1, 2012), 3U);
    EXPECT_EQ(panel.rowOf(2, 2011), std::nullopt);
    EXPECT_EQ(panel.unitBegin(1), 2U);
    EXPECT_EQ(panel.unitEnd(2), 5U);
}

TEST(Panel, ListsAllDuplicateKeys) {
    const std::vector<std::string> units{"a", "b", "a", "b", "c"};
    const std::vector<Period> periods{1, 2, 1, 2, 1};
    const Problems problems = duplicateKeys(units, periods);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[1].place.unit, "b");
    EXPECT_EQ(problems[1].found, "1, 3");
}

TEST(Panel, CrossSectionKeepsRowOrder) {
    const auto panel = Panel::crossSection({Variable::numeric("x", {3, 1, 2})});
    EXPECT_TRUE(panel->isCrossSection());
    EXPECT_THAT(panel->find("x")->numbers(), ElementsAre(3, 1, 2));
    EXPECT_EQ(panel->unitCount(), 3U);
}

TEST(Factor, OfNumbersAscends) {
    const Factor f = factorOf(Variable::numeric("year", {2012, missingValue, 2011, 2012}));
    EXPECT_THAT(f.codes, ElementsAre(1, missingCode, 0, 1));
    EXPECT_THAT(f.levels, ElementsAre("2011", "2012"));
}

TEST(Factor, InteractionKeepsOnlyCombinationsThatOccur) {
    const Factor a{"p", {0, 0, 1, 1, missingCode}, {"Hubei", "Anhui"}};
    const Factor b{"t", {0, 1, 1, 1, 0}, {"2011", "2012"}};
    const Factor ab = interact(a, b);
    EXPECT_EQ(ab.name, "p^t");
    EXPECT_THAT(ab.codes, ElementsAre(0, 1, 2, 2, missingCode));
    EXPECT_THAT(ab.levels, ElementsAre("Hubei x 2011", "Hubei x 2012", "Anhui x 2012"));
}

TEST(Factor, SubsetDropsUnusedLevels) {
    const Factor f{"c", {2, 1, 0, 2}, {"a", "b", "c"}};
    const std::vector<std::size_t> rows{0, 3, 1};
    const Factor part = subset(f, rows);
    EXPECT_THAT(part.codes, ElementsAre(1, 1, 0));
    EXPECT_THAT(part.levels, ElementsAre("b", "c"));
}

TEST(Sample, FirstReasonStays) {
    Sample sample(3);
    sample.exclude(1, ExclusionReason::Missing);
    sample.exclude(1, ExclusionReason::Singleton);
    EXPECT_EQ(sample.reason(1), ExclusionReason::Missing);
    EXPECT_EQ(sample.size(), 2U);
    EXPECT_THAT(sample.rows(), ElementsAre(0U, 2U));
}

TEST(Origins, CellsThatFollowOneAnotherShareARun) {
    Origins origins;
    for (int i = 0; i < 100; ++i) {
        origins.append({OriginKind::Observed, "a.xlsx", "S", 3 + i, 2, {}});
    }
    EXPECT_EQ(origins.runCount(), 1U);
    EXPECT_EQ(origins.at(14).row, 17);
    EXPECT_EQ(origins.at(14).file, "a.xlsx");
    EXPECT_EQ(cellName(origins.at(14).row, origins.at(14).column), "C18");
}

TEST(Origins, PermutedAndReplacedAgreeRowByRow) {
    std::vector<Origin> list;
    for (int i = 0; i < 50; ++i) {
        list.push_back(
            {OriginKind::Observed, i % 7 == 0 ? "a" : "b", "S", (i * 13) % 31, i % 5, {}});
    }
    const Origins origins = Origins::of(list);
    std::vector<std::size_t> order(50);
    std::iota(order.rbegin(), order.rend(), std::size_t{0});
    const Origins reversed = origins.permuted(order);
    std::vector<bool> marked(50, false);
    marked[3] = marked[4] = true;
    const Origins replaced = origins.replaced(marked, OriginKind::Interpolated, "interpolate-1");
    for (std::size_t i = 0; i < 50; ++i) {
        EXPECT_EQ(origins.at(i), list[i]);
        EXPECT_EQ(reversed.at(i), list[49 - i]);
        if (marked[i]) {
            EXPECT_EQ(replaced.at(i).step, "interpolate-1");
        } else {
            EXPECT_EQ(replaced.at(i), list[i]);
        }
    }
    EXPECT_EQ(replaced.count(OriginKind::Interpolated), 2U);
}

TEST(Origins, NamesCellsBeyondZ) {
    EXPECT_EQ(cellName(0, 0), "A1");
    EXPECT_EQ(cellName(9, 25), "Z10");
    EXPECT_EQ(cellName(9, 26), "AA10");
    EXPECT_EQ(cellName(1048575, 16383), "XFD1048576");
}

} // namespace
} // namespace citypanel
