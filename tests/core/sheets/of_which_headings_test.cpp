// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of totals beside them: 其中.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "tests/core/sheets/panel_variables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::citypanel::testing::variablesOf;
using ::testing::ElementsAre;

/// The names of the variables of a page of 2016 whose header is that line.
std::vector<std::string> variablesUnder(const std::string& header, const std::string& values) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    const std::string csv = "2016年从业人员 单位：万人\n" + header + "\n石家庄市," + values +
                            "\n唐山市," + values + "\n秦皇岛市," + values + "\n";
    workbooks.push_back(*readWorkbook(QByteArray::fromStdString(csv), "p.csv", progress));
    const auto result = readPanel(workbooks, detectPlan(workbooks), true, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? variablesOf(result->panel) : std::vector<std::string>{};
}

TEST(OfWhich, TellsThePartsOfTotalsApart) {
    EXPECT_THAT(
        variablesUnder("城市,在岗职工,其中：国有,集体,城镇就业,其中：国有,集体", "9,5,4,8,6,2"),
        ElementsAre("在岗职工", "在岗职工_国有", "在岗职工_集体", "城镇就业", "城镇就业_国有",
                    "城镇就业_集体"));
    EXPECT_THAT(variablesUnder("城市,总人口,#女,从业人员,#女", "9,5,8,4"),
                ElementsAre("总人口", "总人口_女", "从业人员", "从业人员_女"));
}

// Data_2010.xlsx of the real editions has the area of construction land in two of its tables.
TEST(OfWhich, LeavesAHeadingThatComesAgainByItself) {
    EXPECT_THAT(variablesUnder("城市,土地面积,其中：建成区面积,建设用地面积,其中：居住用地面积,"
                               "人口密度,建设用地面积",
                               "9,5,4,3,2,4"),
                ElementsAre("土地面积", "建成区面积", "建设用地面积", "居住用地面积", "人口密度",
                            "建设用地面积_2"));
    EXPECT_THAT(variablesUnder("城市,在岗职工,其中：国有,集体", "9,5,4"),
                ElementsAre("在岗职工", "国有", "集体"));
}

TEST(OfWhich, AreInTheUnitOfTheirTotal) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbook("2016年指标,,,,\n单位：亿元,,,,\n"
                                      "城市,总人口(万人),其中：女性,地区生产总值,其中：工业\n"
                                      "石家庄市,9,4,80,30\n唐山市,8,4,70,40\n邯郸市,7,3,60,20\n",
                                      "p.csv", progress));
    const auto result = readPanel(workbooks, detectPlan(workbooks), true, progress);
    ASSERT_TRUE(result);
    std::vector<std::string> measures;
    for (const auto& column : result->panel.columnInfo()) {
        measures.push_back(column.unitOfMeasure);
    }
    EXPECT_THAT(measures, ElementsAre("", "", "万人", "万人", "亿元", "亿元"));
}

// 支出(万元) over two rows, a blank merged cell beside it, and below that 科技 and 教育.
TEST(OfWhichHeadings, UnderABlankMergedCellAreInTheUnitOfTheirTotal) {
    NoProgress progress;
    Workbook book =
        *readWorkbook("2-11 支出（2012年）,,,\n城市,支出（万元）,,\n,,科技支出,教育支出\n"
                      "石家庄市,9,5,4\n唐山市,8,4,3\n秦皇岛市,7,3,2\n",
                      "a.csv", progress);
    book.sheets[0].merged = {{1, 0, 2, 0}, {1, 1, 2, 1}, {1, 2, 1, 3}};
    const Layout layout = detectLayout(book.sheets[0], "a.csv").layout;
    EXPECT_EQ(layout.columns.at(2).unitOfMeasure, "万元");
    EXPECT_EQ(layout.columns.at(3).unitOfMeasure, "万元");
}

TEST(OfWhichHeadings, InEnglishToldByAUnitsNameAreNoUnit) {
    NoProgress progress;
    const Workbook book = *readWorkbook(
        "2-3 存款（2012年）,,\n城市,存款余额（万元） Deposits,其中：居民储蓄存款 Household Saving "
        "Deposits\n石家庄市,9,5\n唐山市,8,4\n秦皇岛市,7,3\n",
        "a.csv", progress);
    const Layout layout = detectLayout(book.sheets[0], "a.csv").layout;
    EXPECT_EQ(layout.columns.at(2).name, "居民储蓄存款");
    EXPECT_EQ(layout.columns.at(2).unitOfMeasure, "万元");
}

// Across stand cities: 年末总人口, #城镇人口, 地区生产总值, 第一产业.
TEST(OfWhichHeadings, BehindAnotherTotalAreNotOfTheFirst) {
    NoProgress progress;
    const Workbook book = *readWorkbook("城市,年末总人口（万人）,#城镇人口,产值（万元）,第一产业\n"
                                        "石家庄市,9,5,4,1\n唐山市,8,4,3,1\n秦皇岛市,7,3,2,1\n",
                                        "a_2012.csv", progress);
    const Layout layout = detectLayout(book.sheets[0], "a_2012.csv").layout;
    EXPECT_EQ(layout.columns.at(4).name, "第一产业");
}

} // namespace
} // namespace citypanel::sheets
