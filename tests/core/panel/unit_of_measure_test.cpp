// SPDX-License-Identifier: GPL-3.0-or-later
// Units of measure as written in yearbooks, and the units of expressions.
#include "core/panel/panel.h"
#include "core/panel/row_order.h"
#include "core/panel/unit_of_measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <numeric>

namespace citypanel {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

double scaleOf(const char* text) {
    const auto unit = parseUnitOfMeasure(text);
    return unit ? unit->scale : 0;
}

TEST(UnitOfMeasure, ReadsWhatYearbooksWrite) {
    EXPECT_EQ(scaleOf("万元"), 1e4);
    EXPECT_EQ(scaleOf("亿元"), 1e8);
    EXPECT_EQ(scaleOf("10^4 yuan"), 1e4);
    EXPECT_EQ(scaleOf("10,000 yuan"), 1e4);
    EXPECT_EQ(scaleOf("万吨"), 1e7);
    EXPECT_EQ(scaleOf("千克"), 1); // not a thousand of something
    EXPECT_EQ(scaleOf("千瓦时"), 1);
    EXPECT_EQ(scaleOf("万千瓦时"), 1e4);
    EXPECT_EQ(scaleOf("亿立方米"), 1e8);
    EXPECT_EQ(scaleOf("人/平方公里"), 1e-6);
    EXPECT_EQ(scaleOf("%"), 1e-2);
    EXPECT_EQ(scaleOf("100 million yuan"), 1e8);
    for (const char* unknown : {"", "x", "thing", "万", "yuans", "元 人"}) {
        EXPECT_FALSE(parseUnitOfMeasure(unknown)) << unknown;
    }
}

TEST(UnitOfMeasure, IsTheSameInBothLanguages) {
    EXPECT_TRUE(parseUnitOfMeasure("万元/人")->isSame(*parseUnitOfMeasure("10^4 yuan/person")));
    EXPECT_TRUE(parseUnitOfMeasure("吨")->isCompatible(*parseUnitOfMeasure("kg")));
    EXPECT_FALSE(parseUnitOfMeasure("吨")->isSame(*parseUnitOfMeasure("kg")));
    EXPECT_FALSE(parseUnitOfMeasure("元")->isCompatible(*parseUnitOfMeasure("美元")));
}

ExpressionUnit unitOf(const char* expression) {
    static const std::map<std::string, std::string> units{{"gdp", "万元"},
                                                          {"people", "万人"},
                                                          {"area", "平方公里"},
                                                          {"budget", "亿元"},
                                                          {"share", "%"}};
    return unitOfExpression(*parseExpression(expression), [](const std::string& name) {
        const auto found = units.find(name);
        return found == units.end() ? std::string() : found->second;
    });
}

std::string textOf(const char* expression) {
    const auto unit = unitOf(expression).unit;
    return unit ? unit->text() : "unknown";
}

TEST(UnitOfMeasure, FollowsFromTheColumns) {
    EXPECT_EQ(textOf("gdp / people"), "元/人");
    EXPECT_EQ(textOf("gdp / people / 10000"), "万元/人");
    EXPECT_EQ(textOf("gdp * 10000"), "元");
    EXPECT_EQ(textOf("gdp * 2"), "万元");
    EXPECT_EQ(textOf("people / area"), "万人/平方公里");
    EXPECT_EQ(textOf("ln(gdp)"), "");
    EXPECT_EQ(textOf("lag(gdp, 1) - gdp"), "万元");
    EXPECT_EQ(textOf("growth(gdp)"), "");
    EXPECT_EQ(textOf("mean(gdp, by = year)"), "万元");
    EXPECT_EQ(textOf("gdp ^ 2"), "亿元^2");
    EXPECT_EQ(textOf("gdp / unknown"), "unknown");
}

TEST(UnitOfMeasure, NoticesSumsOfDifferentUnits) {
    const ExpressionUnit sum = unitOf("ln(gdp + budget)");
    ASSERT_EQ(sum.mismatches.size(), 1U);
    EXPECT_EQ(sum.mismatches[0].left, "万元");
    EXPECT_EQ(sum.mismatches[0].right, "亿元");
    EXPECT_THAT(unitOf("gdp > 1000 and gdp + 1 > 0").mismatches, IsEmpty());
}

TEST(RowOrder, SortsWithMissingLastAndFinds) {
    const Panel panel = *Panel::crossSection(
        {Variable::numeric("x", {3, missingValue, 1, 2}),
         Variable::text("name", std::vector<std::string>{"b", "a", "", "Beijing"})});
    std::vector<std::size_t> rows(4);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    EXPECT_THAT(sortedRows(panel, "x", true, rows), ElementsAre(2, 3, 0, 1));
    EXPECT_THAT(sortedRows(panel, "x", false, rows), ElementsAre(0, 3, 2, 1));
    EXPECT_THAT(sortedRows(panel, "name", true, rows), ElementsAre(3, 1, 0, 2));
    EXPECT_THAT(sortedRows(panel, "y", true, rows), ElementsAre(0, 1, 2, 3));
    EXPECT_EQ(findCell(panel, rows, "beij", {}), (FoundCell{3, 1}));
    EXPECT_EQ(findCell(panel, rows, "3", FoundCell{1, 0}), (FoundCell{0, 0})); // round the end
    EXPECT_EQ(findCell(panel, rows, "b", FoundCell{0, 0}), (FoundCell{0, 1})); // same row
    EXPECT_EQ(findCell(panel, rows, "b", FoundCell{0, 1}), (FoundCell{3, 1})); // the next one
    EXPECT_EQ(findCell(panel, rows, "nowhere", {}), std::nullopt);
}

} // namespace
} // namespace citypanel
