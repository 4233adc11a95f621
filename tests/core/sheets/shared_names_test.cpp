// SPDX-License-Identifier: GPL-3.0-or-later
// 吉林 and 海南, each a province and a place, told apart by the rows around them.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The import of one csv file.
ImportResult importOf(const std::string& bytes, const std::string& name = "a_2010.csv") {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbook(QByteArray::fromStdString(bytes), name, progress));
    auto result = readPanel(workbooks, detectPlan(workbooks), true, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? *std::move(result) : ImportResult{};
}

/// The first variable's value of a unit; missing where the panel lacks the unit.
double valueOf(const ImportResult& result, const std::string& unit, std::size_t occurrence = 0) {
    for (std::size_t row = 0; row < result.panel.rowCount(); ++row) {
        if (result.panel.find("city")->textAt(row) == unit && occurrence-- == 0) {
            return result.panel.find("x")->numbers()[row];
        }
    }
    return missingValue;
}

TEST(SharedNames, AreThePlacesWhereTheProvinceIsWrittenInFull) {
    for (const std::string& value : {std::string(), std::string("9")}) {
        const ImportResult result =
            importOf("城市,x\n辽宁省," + value + "\n沈  阳,1\n大  连,2\n吉林省," + value +
                     "\n长  春,3\n吉  林,4\n四  平,5\n黑龙江省," + value + "\n哈尔滨,6\n");
        EXPECT_EQ(valueOf(result, "吉林市"), 4);
        EXPECT_EQ(result.panel.rowCount(), 6U);
        EXPECT_EQ(result.report.skippedRowCount, 3U);
        EXPECT_THAT(result.report.warnings, IsEmpty());
    }
}

TEST(SharedNames, AreOfTheProvinceFirstAndThenOfTheCityAmongItsNeighbours) {
    const ImportResult result =
        importOf("城市,x\n辽宁,91\n沈阳,1\n吉林,92\n长春,2\n吉林,3\n四平,4\n"
                 "黑龙江,93\n哈尔滨,5\n");
    EXPECT_THAT(result.panel.unitLabels(),
                ElementsAre("沈阳市", "长春市", "吉林市", "四平市", "哈尔滨市"));
    EXPECT_EQ(valueOf(result, "吉林市"), 3);
    // The city directly below the province, and below a page that ends between them.
    EXPECT_EQ(valueOf(importOf("城市,x\n辽宁,91\n沈阳,1\n吉林,92\n吉林,3\n四平,4\n"), "吉林市"), 3);
    EXPECT_EQ(
        valueOf(importOf("城市,x\n辽宁,\n沈阳,1\n大连,2\n吉林,\n城市,x\n吉林,3\n四平,4\n辽源,5\n"),
                "吉林市"),
        3);
}

TEST(SharedNames, AreTheCityBelowOthersOfTheProvinceWithoutItsRow) {
    const ImportResult result =
        importOf("城市,x\n辽宁省,\n沈阳,1\n大连,2\n长春,3\n吉林,4\n黑龙江省,\n哈尔滨,5\n");
    EXPECT_EQ(valueOf(result, "吉林市"), 4);
}

TEST(SharedNames, OfLongTablesAreReadByPeriod) {
    const std::string byUnit = "城市,年份,x\n辽宁,2009,91\n辽宁,2010,92\n沈阳,2009,1\n沈阳,2010,2\n"
                               "吉林,2009,93\n吉林,2010,94\n吉林,2009,3\n吉林,2010,4\n"
                               "四平,2009,5\n四平,2010,6\n";
    EXPECT_EQ(valueOf(importOf(byUnit), "吉林市", 0), 3);
    EXPECT_EQ(valueOf(importOf(byUnit), "吉林市", 1), 4);
    const std::string byYear = "城市,年份,x\n辽宁,2009,91\n沈阳,2009,1\n吉林,2009,93\n长春,2009,2\n"
                               "四平,2009,3\n辽宁,2010,92\n沈阳,2010,4\n吉林,2010,94\n长春,2010,5\n"
                               "四平,2010,6\n";
    EXPECT_THAT(importOf(byYear).panel.unitLabels(), ElementsAre("沈阳市", "长春市", "四平市"));
}

TEST(SharedNames, OfTheProvinceOfHainanAreThePlaceInQinghai) {
    const ImportResult result =
        importOf("城市,x\n海南省,\n海口,1\n三亚,2\n青海省,\n西宁,3\n海北,4\n海南,5\n果洛,6\n");
    EXPECT_EQ(valueOf(result, "海南藏族自治州"), 5);
    const ImportResult both = importOf(
        "城市,x\n广西,90\n南宁,1\n海南,91\n海口,2\n三亚,3\n青海,92\n西宁,4\n海南,5\n果洛,6\n");
    EXPECT_EQ(valueOf(both, "海南藏族自治州"), 5);
    EXPECT_EQ(both.report.skippedRowCount, 3U);
}

TEST(SharedNames, OfHainanBeforeItsCitiesAreTheProvinceWithoutOtherProvincesToo) {
    const ImportResult result = importOf("城市,x\n长春,1\n四平,2\n海南,3\n海口,4\n三亚,5\n西宁,6\n"
                                         "海东,7\n");
    EXPECT_THAT(result.panel.unitLabels(),
                ElementsAre("长春市", "四平市", "海口市", "三亚市", "西宁市", "海东市"));
    EXPECT_THAT(result.report.skippedNames, ElementsAre("海南"));
    // Among the prefectures of 青海 it is one of them.
    EXPECT_EQ(
        valueOf(importOf("城市,x\n长春,1\n西宁,2\n海北,3\n海南,4\n果洛,5\n"), "海南藏族自治州"), 4);
}

TEST(SharedNames, AreAskedAboutWhereNothingAroundThemTells) {
    // Other provinces are written with 省 and have no values; this one opens the block.
    const ImportResult head =
        importOf("城市,x\n辽宁省,\n沈阳,1\n大连,2\n吉林,3\n长春,4\n黑龙江省,\n哈尔滨,5\n");
    ASSERT_EQ(head.report.unmatched.size(), 1U);
    EXPECT_EQ(head.report.unmatched[0].cell, "A5");
    EXPECT_TRUE(head.report.unmatched[0].isAmbiguous);
    EXPECT_THAT(head.report.unmatched[0].suggestions, ElementsAre("吉林市"));
    EXPECT_EQ(valueOf(head, "吉林"), 3); // kept under the name as written
    // A page that goes on in the middle of a province.
    const ImportResult goesOn =
        importOf("城市,x\n吉林,1\n四平,2\n黑龙江,\n哈尔滨,3\n辽宁,\n沈阳,4\n");
    EXPECT_EQ(goesOn.report.unmatched.size(), 1U);
    // Rows of provinces below their cities: the last one may be the province.
    const ImportResult last =
        importOf("城市,x\n沈阳,1\n大连,2\n辽宁,91\n长春,3\n四平,4\n吉林,92\n哈尔滨,5\n黑龙江,93\n");
    EXPECT_EQ(last.report.unmatched.size(), 1U);
    const ImportResult alone =
        importOf("城市,x\n广西,90\n南宁,1\n海南,91\n四川,92\n成都,2\n绵阳,3\n");
    EXPECT_EQ(alone.report.unmatched.size(), 1U);
}

TEST(SharedNames, OfTablesOfProvincesAreProvinces) {
    const ImportResult result = importOf("地区,x\n北京,1\n辽宁,2\n吉林,3\n黑龙江,4\n上海,5\n");
    EXPECT_THAT(result.report.unmatched, IsEmpty());
}

} // namespace
} // namespace citypanel::sheets
