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
                ElementsAre("在岗职工", "在岗职工_国有", "在岗职工_集体"));
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

/// The names and units of measure of a sheet's columns of values.
std::vector<std::string> measuredNames(const Sheet& sheet) {
    std::vector<std::string> names;
    const Layout layout = detectLayouts(sheet, "a.csv").front().layout;
    for (const ColumnLayout& column : layout.columns) {
        if (column.isImported) {
            names.push_back(column.name + " " + column.unitOfMeasure);
        }
    }
    return names;
}

std::vector<std::string> measuredNamesOf(const std::string& csv,
                                         std::vector<MergedRange> merged = {}) {
    NoProgress progress;
    Workbook book = *readWorkbook(QByteArray::fromStdString(csv), "a.csv", progress);
    book.sheets[0].merged = std::move(merged);
    return measuredNames(book.sheets[0]);
}

// 住宅 is of what is sold in one table, and of what is built in another.
TEST(OfWhichHeadings, ThatSayNoMeasureAreCalledAfterTheirTotal) {
    const std::string rows = "\n石家庄市,9,5,4\n唐山市,8,4,3\n秦皇岛市,7,3,2\n";
    EXPECT_THAT(measuredNamesOf(
                    "房屋（2012年）,,,\n城市,商品房销售面积（万平方米）,,\n,,住宅,办公楼" + rows,
                    {{1, 0, 2, 0}, {1, 1, 2, 1}, {1, 2, 1, 3}}),
                ElementsAre("商品房销售面积 万平方米", "商品房销售面积_住宅 万平方米",
                            "商品房销售面积_办公楼 万平方米"));
    EXPECT_THAT(measuredNamesOf(
                    "房屋（2012年）,,,\n城市,房屋竣工面积（万平方米）,其中：住宅,办公楼" + rows),
                ElementsAre("房屋竣工面积 万平方米", "房屋竣工面积_住宅 万平方米",
                            "房屋竣工面积_办公楼 万平方米"));
    for (const std::string word : {"其中", "其中：", "其中:"}) {
        EXPECT_THAT(
            measuredNamesOf("就业（2012年）,,,\n城市,城镇就业人数（人）," + word +
                            ",\n,,国有单位,集体单位" + rows),
            ElementsAre("城镇就业人数 人", "城镇就业人数_国有单位 人", "城镇就业人数_集体单位 人"));
    }
    EXPECT_THAT(measuredNamesOf("房屋,,,,\n城市,房屋面积（万平方米）,,其中：住宅,\n"
                                ",2011年,2012年,2011年,2012年\n"
                                "石家庄市,9,5,4,2\n唐山市,8,4,3,1\n秦皇岛市,7,3,2,1\n"),
                ElementsAre("房屋面积 万平方米", "房屋面积 万平方米", "房屋面积_住宅 万平方米",
                            "房屋面积_住宅 万平方米"));
}

TEST(OfWhichHeadings, ThatSayWhatTheyMeasureKeepTheirName) {
    EXPECT_THAT(measuredNamesOf("主要指标（2012年）,,,,,,\n城市,进出口总额（万元）,其中：出口额,"
                                "总人口（万人）,#非农业人口,全社会用电量（亿千瓦时）,#工业用电\n"
                                "石家庄市,9,5,4,1,2,1\n唐山市,8,4,3,1,2,1\n秦皇岛市,7,3,2,1,2,1\n"),
                ElementsAre("进出口总额 万元", "出口额 万元", "总人口 万人", "非农业人口 万人",
                            "全社会用电量 亿千瓦时", "工业用电 亿千瓦时"));
}

TEST(OfWhichHeadings, OfCitiesAcrossAreIndentedBelowTheirTotal) {
    EXPECT_THAT(
        measuredNamesOf(
            "主要指标（2019年）,,,\n指标,石家庄市,唐山市,秦皇岛市\n年末总人口（万人）,8,9,3\n"
            "  城镇人口,7,5,4\n地区生产总值（万元）,47,76,82\n  第二产业,32,66,32\n"
            "    工业,22,56,22\n供水总量（万吨）,73,49,82\n  工业,44,60,89\n"
            "用电量（万千瓦时）,,,\n　　工业,3,4,5\n　　居民生活,2,2,2\n"),
        ElementsAre("年末总人口 万人", "城镇人口 万人", "地区生产总值 万元",
                    "地区生产总值_第二产业 万元", "地区生产总值_第二产业_工业 万元",
                    "供水总量 万吨", "供水总量_工业 万吨", "用电量_工业 万千瓦时",
                    "用电量_居民生活 万千瓦时"));
}

// The second part is aligned with the word behind 其中; 国有 alone says nothing of what is counted;
// 农业 is a part of 农业总产值, though that begins with it.
TEST(OfWhichHeadings, AreOfTheTotalHoweverTheyAreWritten) {
    EXPECT_THAT(
        measuredNamesOf("主要指标（2015年）,,,\n指标,石家庄市,唐山市,秦皇岛市\n"
                        "地区生产总值（亿元）,8,9,3\n  其中：工业,7,5,4\n        建筑业,1,2,2\n"),
        ElementsAre("地区生产总值 亿元", "地区生产总值_工业 亿元", "地区生产总值_建筑业 亿元"));
    EXPECT_THAT(
        measuredNamesOf("就业（2015年）,,,,\n城市,从业人员（万人）,国有,平均工资（元）,国有\n"
                        "石家庄市,9,5,4000,3000\n唐山市,8,4,4000,3000\n秦皇岛市,7,3,4000,3000\n"),
        ElementsAre("从业人员 万人", "从业人员_国有 万人", "平均工资 元", "平均工资_国有 元"));
    EXPECT_THAT(measuredNamesOf("农业（2015年）,,\n城市,农业总产值（亿元）,#农业\n"
                                "石家庄市,9,5\n唐山市,8,4\n秦皇岛市,7,3\n"),
                ElementsAre("农业总产值 亿元", "农业总产值_农业 亿元"));
    // 在岗职工 stands over the two columns behind the parts, without a merged cell.
    EXPECT_THAT(
        measuredNamesOf("各市情况（2015年）,,,,,\n城市,地区生产总值,,,在岗职工,\n"
                        ",(亿元),#工业,#建筑业,人数(万人),平均工资(元)\n石家庄市,9,5,1,8,7\n"
                        "唐山市,8,4,1,7,6\n秦皇岛市,7,3,1,6,5\n"),
        ElementsAre("地区生产总值 亿元", "地区生产总值_工业 亿元", "地区生产总值_建筑业 亿元",
                    "在岗职工_人数 万人", "在岗职工_平均工资 元"));
}

// Rows without values over rows that come again.
TEST(OfWhichHeadings, OfRowsWithoutValuesNameWhatComesAgainBelowThem) {
    EXPECT_THAT(
        measuredNamesOf("主要指标（2015年）,,,\n指标,石家庄市,唐山市,秦皇岛市\n普通中学,,,\n"
                        "学校数(所),50,49,44\n普通小学,,,\n学校数(所),360,350,340\n"),
        ElementsAre("普通中学_学校数 所", "普通小学_学校数 所"));
}

// Without marks: an edition whose columns move is not to join men with boys at school.
TEST(OfWhichHeadings, WithoutMarksAreOfTheMeasureBeforeThem) {
    const std::string rows = "石家庄市,9,5,4,8,7,1\n唐山市,8,4,4,7,6,1\n秦皇岛市,7,3,4,6,5,1\n";
    EXPECT_THAT(
        measuredNamesOf("主要指标（2015年）\n城市,年末总人口,男,女,在校学生数,男,女\n" + rows),
        ElementsAre("年末总人口 ", "年末总人口_男 ", "年末总人口_女 ", "在校学生数 ",
                    "在校学生数_男 ", "在校学生数_女 "));
    EXPECT_THAT(measuredNamesOf("交通（2015年）\n城市,客运量,铁路,公路,货运量,铁路,公路\n" + rows),
                ElementsAre("客运量 ", "客运量_铁路 ", "客运量_公路 ", "货运量 ", "货运量_铁路 ",
                            "货运量_公路 "));
    EXPECT_THAT(measuredNamesOf("主要指标（2015年）\n城市,地区生产总值,第一产业,第二产业,从业人员,"
                                "第一产业,第二产业\n" +
                                rows),
                ElementsAre("地区生产总值 ", "第一产业 ", "第二产业 ", "从业人员 ",
                            "从业人员_第一产业 ", "从业人员_第二产业 "));
}

// Blanks say what is of what: 国有 is beside 城镇, not below it. 渔业 says no measure, though the
// name of its total has it in the middle.
TEST(OfWhichHeadings, AreIndentedAlikeOfOneTotal) {
    EXPECT_THAT(measuredNamesOf(
                    "就业（2015年）,,,\n指标,石家庄市,唐山市,秦皇岛市\n从业人员（万人）,8,9,3\n"
                    "  城镇,7,5,4\n  国有,1,2,2\n农林牧渔业总产值（亿元）,8,7,6\n  渔业,1,1,1\n"),
                ElementsAre("从业人员 万人", "从业人员_城镇 万人", "从业人员_国有 万人",
                            "农林牧渔业总产值 亿元", "农林牧渔业总产值_渔业 亿元"));
}

TEST(OfWhichHeadings, AreNotOfAGrowthBetweenThem) {
    EXPECT_THAT(
        measuredNamesOf(
            "主要指标（2015年）,,,\n指标,石家庄市,唐山市,秦皇岛市\n地区生产总值（亿元）,8,9,3\n"
            "  第一产业,1,1,1\n增长（%）,7,8,6\n  第二产业,4,5,1\n"),
        ElementsAre("地区生产总值 亿元", "地区生产总值_第一产业 亿元", "地区生产总值_增长 %",
                    "地区生产总值_第二产业 亿元"));
}

TEST(OfWhichHeadings, UnderAWayOfPartingAreOfTheTotalBeforeIt) {
    EXPECT_THAT(
        measuredNamesOf("人口（2015年）,,,\n城市,总人口,按性别分,\n,,男,女\n石家庄市,9,5,4\n"
                        "唐山市,8,4,4\n秦皇岛市,7,3,4\n"),
        ElementsAre("总人口 ", "总人口_男 ", "总人口_女 "));
}

// Each variable over its years.
TEST(OfWhichHeadings, AreNoYears) {
    for (const std::string indent : {"", "  "}) {
        EXPECT_THAT(
            measuredNamesOf("主要指标,,,\n指标,石家庄市,唐山市,秦皇岛市\n外资(万美元),,,\n" +
                            indent + "2009,1,2,3\n" + indent + "2010,1,2,3\n财政收入(万元),,,\n" +
                            indent + "2009,4,5,6\n" + indent + "2010,4,5,6\n"),
            ElementsAre("外资 万美元", "外资 万美元", "财政收入 万元", "财政收入 万元"));
    }
}

// Schools are no part of revenue, nor houses of the urban population.
TEST(OfWhichHeadings, WithoutMarksAreOfNothingElse) {
    const std::string rows = "石家庄市,9,5,4,8\n唐山市,8,4,4,7\n秦皇岛市,7,3,4,6\n";
    EXPECT_THAT(measuredNamesOf(
                    "主要指标（2015年）\n城市,财政收入(万元),普通高等学校,普通中学,小学\n" + rows),
                ElementsAre("财政收入 万元", "普通高等学校 ", "普通中学 ", "小学 "));
    EXPECT_THAT(
        measuredNamesOf("主要指标（2015年）\n城市,人口密度(人/平方公里),住宅,工业,铁路\n" + rows),
        ElementsAre("人口密度 人/平方公里", "住宅 ", "工业 ", "铁路 "));
}

} // namespace
} // namespace citypanel::sheets
