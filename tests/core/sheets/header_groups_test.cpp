// SPDX-License-Identifier: GPL-3.0-or-later
// Headings over groups of columns, and groups whose heading is empty.
#include "core/sheets/header_groups.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "tests/core/sheets/panel_variables.h"
#include "tests/support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::citypanel::testing::variablesOf;
using ::testing::ElementsAre;
using ::testing::Not;

Workbook groupsOf(std::initializer_list<std::vector<std::string>> rows,
                  const std::vector<MergedRange>& merged = {}, const std::string& name = "Sheet1") {
    Sheet sheet(name);
    std::size_t at = 0;
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            sheet.setText(at, column, row[column]);
        }
        ++at;
    }
    sheet.merged = merged;
    Workbook workbook{.fileName = "p_2013.xlsx", .format = FileFormat::Xlsx};
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

ImportResult resultOfGroups(Workbook workbook) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(std::move(workbook));
    auto result = readPanel(workbooks, detectPlan(workbooks), true, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? *std::move(result) : ImportResult{};
}

/// The cells that empty headings are named with.
std::vector<std::string> emptyHeadings(const ImportResult& result) {
    std::vector<std::string> cells;
    for (const Problem& warning : result.report.warnings) {
        if (warning.code == ProblemCode::HeaderNotFound) {
            cells.push_back(warning.place.sheet + " " + warning.place.cell);
        }
    }
    return cells;
}

TEST(HeaderGroups, DoNotReachOverABlankMergedHeading) {
    const ImportResult result = resultOfGroups(groupsOf({{"城市", "建成区面积(平方公里)", "", ""},
                                                         {"", "市辖区", "全市", "市辖区"},
                                                         {"北京市", "1386", "812.5", "1035.44"},
                                                         {"天津市", "738", "853.12", "1125.53"}},
                                                        {{0, 2, 0, 3}}));
    EXPECT_THAT(variablesOf(result.panel), ElementsAre("建成区面积_市辖区", "C_全市", "D_市辖区"));
    EXPECT_EQ(result.panel.find("建成区面积_市辖区")->numbers()[0], 1386.0);
    EXPECT_EQ(result.panel.find("C_全市")->numbers()[0], 812.5);
    EXPECT_EQ(result.panel.find("C_全市")->unitOfMeasure(), "");
    EXPECT_THAT(emptyHeadings(result), ElementsAre("Sheet1 C1", "Sheet1 D1"));
}

// Whether a value that is merged over two cities is of both is not said.
TEST(HeaderGroups, ValuesMergedOverOthersAreWarnedOf) {
    const ImportResult result = resultOfGroups(groupsOf({{"城市", "面积(平方公里)", "人口"},
                                                         {"北京市", "1", "2"},
                                                         {"天津市", "", "4"},
                                                         {"石家庄市", "5", ""}},
                                                        {{1, 1, 2, 1}, {3, 1, 3, 2}}));
    std::vector<std::string> cells;
    for (const Problem& warning : result.report.warnings) {
        cells.push_back(warning.place.cell + " " + warning.found + " " + warning.expected);
    }
    EXPECT_THAT(cells, ElementsAre("B3 1 B2", "C4 5 B4"));
    EXPECT_TRUE(result.panel.find("面积")->isMissingAt(1));
}

// The cells are not merged: a scope that comes again says it.
TEST(HeaderGroups, EndBeforeAScopeThatComesAgain) {
    const ImportResult whole =
        resultOfGroups(groupsOf({{"城市", "GDP(万元)", "", "", "", "人均GDP(元)"},
                                 {"", "全市", "市辖区", "全市", "市辖区", "全市"},
                                 {"北京市", "1", "2", "3", "4", "5"},
                                 {"天津市", "6", "7", "8", "9", "10"}}));
    EXPECT_THAT(variablesOf(whole.panel),
                ElementsAre("GDP_全市", "GDP_市辖区", "D_全市", "E_市辖区", "人均GDP_全市"));
    EXPECT_THAT(emptyHeadings(whole), ElementsAre("Sheet1 D1", "Sheet1 E1"));
    const ImportResult districts =
        resultOfGroups(groupsOf({{"城市", "面积", "", "", "人口"},
                                 {"", "市辖区", "全市", "市辖区", "全市"},
                                 {"北京市", "1", "2", "3", "4"},
                                 {"天津市", "6", "7", "8", "9"}}));
    EXPECT_THAT(variablesOf(districts.panel),
                ElementsAre("面积_市辖区", "C_全市", "D_市辖区", "人口_全市"));
    EXPECT_THAT(emptyHeadings(districts), ElementsAre("Sheet1 C1", "Sheet1 D1"));
}

TEST(HeaderGroups, HoldSeveralIndicatorsOfTwoScopesEach) {
    const ImportResult result = resultOfGroups(groupsOf({{"城市", "工业", "", "", ""},
                                                         {"", "产值", "", "利润", ""},
                                                         {"", "全市", "市辖区", "全市", "市辖区"},
                                                         {"北京市", "1", "2", "3", "4"},
                                                         {"天津市", "6", "7", "8", "9"}}));
    EXPECT_THAT(variablesOf(result.panel), ElementsAre("工业_产值_全市", "工业_产值_市辖区",
                                                       "工业_利润_全市", "工业_利润_市辖区"));
    EXPECT_TRUE(emptyHeadings(result).empty());
}

// Where no heading says more, the title does, or the name of the file.
TEST(HeaderGroups, OfScopesAloneAreRead) {
    const ImportResult result = resultOfGroups(groupsOf(
        {{"城市", "", ""}, {"", "全市", "市辖区"}, {"北京市", "1", "2"}, {"天津市", "6", "7"}}));
    EXPECT_THAT(variablesOf(result.panel), ElementsAre("全市", "市辖区"));
}

TEST(HeaderGroups, OfEnglishScopesHaveThem) {
    for (const auto& [city, districts] : {std::pair{"Total City", "Districts under City"},
                                          {"City", "Districts"},
                                          {"Whole city", "Municipal districts"},
                                          {"Prefecture", "Urban districts"}}) {
        const ImportResult result = resultOfGroups(groupsOf({{"城市 City", "地区生产总值 GRP", ""},
                                                             {"", city, districts},
                                                             {"北京市", "1", "2"},
                                                             {"天津市", "6", "7"}}));
        EXPECT_THAT(variablesOf(result.panel),
                    ElementsAre("地区生产总值_全市", "地区生产总值_市辖区"))
            << city;
        EXPECT_EQ(result.cells.at(1).scope, "市辖区") << city;
    }
}

TEST(HeaderGroups, KeepTheUnitThatALineBelowTranslates) {
    const ImportResult result = resultOfGroups(groupsOf({{"城市", "人均地区生产总值(元)"},
                                                         {"City", "Per Capita GRP (yuan)"},
                                                         {"北京市", "1"},
                                                         {"天津市", "6"}}));
    EXPECT_EQ(result.panel.find("人均地区生产总值")->unitOfMeasure(), "元");
}

TEST(HeaderGroups, EndBelowATitleThatStandsAside) {
    const ImportResult result = resultOfGroups(groupsOf({{"", "2-6 地区生产总值(2017年)"},
                                                         {"城市", "GDP", "人口"},
                                                         {"北京市", "1", "2"},
                                                         {"天津市", "6", "7"}}));
    EXPECT_THAT(variablesOf(result.panel), ElementsAre("GDP", "人口"));
    const ImportResult group = resultOfGroups(groupsOf({{"", "地区生产总值(2017年)", ""},
                                                        {"城市", "全市", "市辖区"},
                                                        {"北京市", "1", "2"},
                                                        {"天津市", "6", "7"}}));
    EXPECT_THAT(variablesOf(group.panel).size(), 2U);
    EXPECT_THAT(variablesOf(group.panel).front(), ::testing::HasSubstr("地区生产总值"));
    const ImportResult scoped = resultOfGroups(groupsOf({{"", "地区生产总值(市辖区,2017年)"},
                                                         {"城市", "GDP", "人口"},
                                                         {"北京市", "1", "2"},
                                                         {"天津市", "6", "7"}}));
    EXPECT_THAT(variablesOf(scoped.panel), ElementsAre("GDP_市辖区", "人口_市辖区"));
}

TEST(HeaderGroups, HaveTheScopeOfASheetOrFileThatNothingElseSays) {
    const auto sheetOf = [](const std::string& name, const std::string& value) {
        return groupsOf(
            {{"利润总额(2012年)"}, {"城市", "利润"}, {"北京市", value}, {"天津市", "5"}}, {}, name);
    };
    Workbook two = sheetOf("全市", "1");
    two.sheets.push_back(std::move(sheetOf("市辖区", "2").sheets.front()));
    const ImportResult result = resultOfGroups(std::move(two));
    EXPECT_THAT(variablesOf(result.panel), ElementsAre("利润_全市", "利润_市辖区"));
    EXPECT_EQ(result.panel.find("利润_市辖区")->numbers()[0], 2.0);
    EXPECT_TRUE(result.report.conflicts.empty());
    Workbook file = sheetOf("Sheet1", "3");
    file.fileName = "2-6 利润(市辖区)2012年.xlsx";
    EXPECT_THAT(variablesOf(resultOfGroups(std::move(file)).panel), ElementsAre("利润_市辖区"));
}

// Typed over the middle of their columns, or the last of them, without being merged.
TEST(HeaderGroups, OfHeadingsOverTheMiddleAreOfTheirTurn) {
    const ImportResult groups =
        resultOfGroups(groupsOf({{"城市", "", "第一产业", "", "", "第二产业", ""},
                                 {"", "产值", "人数", "工资", "产值", "人数", "工资"},
                                 {"北京市", "1", "2", "3", "4", "5", "6"},
                                 {"天津市", "7", "8", "9", "10", "11", "12"}}));
    EXPECT_THAT(variablesOf(groups.panel),
                ElementsAre("第一产业_产值", "第一产业_人数", "第一产业_工资", "第二产业_产值",
                            "第二产业_人数", "第二产业_工资"));
    const ImportResult last =
        resultOfGroups(groupsOf({{"城市", "面积", "", "GDP", "", "人口"},
                                 {"", "", "全市", "市辖区", "全市", "市辖区"},
                                 {"", "", "(亿元)", "(亿元)", "(万人)", "(万人)"},
                                 {"北京市", "0", "1", "2", "3", "4"},
                                 {"天津市", "0", "6", "7", "8", "9"}}));
    EXPECT_THAT(variablesOf(last.panel),
                ElementsAre("面积", "GDP_全市", "GDP_市辖区", "人口_全市", "人口_市辖区"));
    EXPECT_EQ(last.panel.find("人口_全市")->unitOfMeasure(), "万人");
    const ImportResult scopes = resultOfGroups(groupsOf({{"城市", "", "全市", "市辖区", ""},
                                                         {"", "GDP", "人口", "GDP", "人口"},
                                                         {"北京市", "1", "2", "3", "4"},
                                                         {"天津市", "6", "7", "8", "9"}}));
    EXPECT_THAT(variablesOf(scopes.panel),
                ElementsAre("GDP_全市", "人口_全市", "GDP_市辖区", "人口_市辖区"));
    const ImportResult years = resultOfGroups(groupsOf({{"城市", "", "2016年", "", "2017年"},
                                                        {"", "GDP", "人口", "GDP", "人口"},
                                                        {"北京市", "1", "2", "3", "4"},
                                                        {"天津市", "6", "7", "8", "9"}}));
    EXPECT_THAT(variablesOf(years.panel), ElementsAre("GDP", "人口"));
    EXPECT_EQ(years.panel.find("GDP")->numbers()[0], 1.0);
    EXPECT_EQ(years.panel.find("GDP")->numbers()[1], 3.0);
    const ImportResult one = resultOfGroups(groupsOf({{"城市", "", "GDP(亿元)", ""},
                                                      {"", "2015", "2016", "2017"},
                                                      {"北京市", "1", "2", "3"},
                                                      {"天津市", "6", "7", "8"}}));
    EXPECT_THAT(variablesOf(one.panel), ElementsAre("GDP"));
    EXPECT_EQ(one.panel.find("GDP")->unitOfMeasure(), "亿元");
}

// By where they stand alone, which is told: their groups are of different columns.
TEST(HeaderGroups, OfHeadingsOverTheMiddleOfUnequalGroupsAreDoubtful) {
    const ImportResult odd = resultOfGroups(
        groupsOf({{"城市", "", "中学", "", "", "", "小学", "", ""},
                  {"", "学校", "教师", "学生", "学校", "班数", "教师", "学生", "毕业生"},
                  {"北京市", "1", "2", "3", "4", "5", "6", "7", "8"},
                  {"天津市", "1", "2", "3", "4", "5", "6", "7", "8"}}));
    EXPECT_THAT(variablesOf(odd.panel),
                ElementsAre("中学_学校", "中学_教师", "中学_学生", "小学_学校", "小学_班数",
                            "小学_教师", "小学_学生", "小学_毕业生"));
    EXPECT_THAT(emptyHeadings(odd), ElementsAre("Sheet1 B1")); // one word for all of them
    EXPECT_EQ(odd.report.warnings.front().expected, "中学");
    const ImportResult even =
        resultOfGroups(groupsOf({{"城市", "总人口", "", "按性别分", "", "", "按城乡分"},
                                 {"", "", "男", "女", "性别比", "城镇", "乡村"},
                                 {"北京市", "1", "2", "3", "4", "5", "6"},
                                 {"天津市", "1", "2", "3", "4", "5", "6"}}));
    EXPECT_THAT(variablesOf(even.panel),
                ElementsAre("总人口", "总人口_男", "总人口_女", "按性别分_性别比", "总人口_城镇",
                            "总人口_乡村"));
    EXPECT_THAT(emptyHeadings(even), ElementsAre("Sheet1 C1"));
    const ImportResult unknown =
        resultOfGroups(groupsOf({{"城市", "", "A", "", "", "B", "", ""},
                                 {"", "甲", "乙", "丙", "丁", "戊", "己", "庚"},
                                 {"北京市", "1", "2", "3", "4", "5", "6", "7"},
                                 {"天津市", "1", "2", "3", "4", "5", "6", "7"}}));
    EXPECT_THAT(emptyHeadings(unknown),
                ElementsAre("Sheet1 B1", "Sheet1 D1", "Sheet1 E1", "Sheet1 G1", "Sheet1 H1"));
    // Below a unit of measure alone there is no other heading; nor is one lost under another.
    const ImportResult units =
        resultOfGroups(groupsOf({{"城市", "财政", "", "工业", ""},
                                 {"", "", "产值", "利润", "税金"},
                                 {"", "（万元）", "（万元）", "（万元）", "（万元）"},
                                 {"北京市", "1", "2", "3", "4"},
                                 {"天津市", "1", "2", "3", "4"}}));
    EXPECT_THAT(variablesOf(units.panel),
                ElementsAre("财政", "工业_产值", "工业_利润", "工业_税金"));
    const ImportResult below = resultOfGroups(groupsOf({{"城 市", "常住人口（万人）", "", ""},
                                                        {"", "", "", "常住人口城镇化率(%)"},
                                                        {"", "全市", "市辖区", "全市"},
                                                        {"北京市", "1", "2", "3"},
                                                        {"天津市", "1", "2", "3"}}));
    EXPECT_THAT(variablesOf(below.panel),
                ElementsAre("常住人口_全市", "常住人口_市辖区", "常住人口城镇化率_全市"));
    EXPECT_TRUE(below.report.warnings.empty());
}

TEST(HeaderGroups, OfHeadingsOverTheMiddleHoldOverOthers) {
    const ImportResult result = resultOfGroups(
        groupsOf({{"城市", "", "全市", "", "", "", "市辖区", "", ""},
                  {"", "", "人口", "", "从业", "", "人口", "", "从业"},
                  {"", "年末", "平均", "年末", "平均", "年末", "平均", "年末", "平均"},
                  {"北京市", "1", "2", "3", "4", "5", "6", "7", "8"},
                  {"天津市", "1", "2", "3", "4", "5", "6", "7", "8"}}));
    EXPECT_THAT(variablesOf(result.panel),
                ElementsAre("人口_年末_全市", "人口_平均_全市", "从业_年末_全市", "从业_平均_全市",
                            "人口_年末_市辖区", "人口_平均_市辖区", "从业_年末_市辖区",
                            "从业_平均_市辖区"));
}

// A single indicator beside groups stands in the lower row.
TEST(HeaderGroups, OfAnIndicatorWithoutGroupAreLeftToIt) {
    const ImportResult result =
        resultOfGroups(groupsOf({{"城市", "", "GDP", "", "人口", ""},
                                 {"", "面积", "全市", "市辖区", "全市", "市辖区"},
                                 {"北京市", "1", "2", "3", "4", "5"},
                                 {"天津市", "6", "7", "8", "9", "10"}}));
    EXPECT_THAT(variablesOf(result.panel),
                ElementsAre("面积", "GDP_全市", "GDP_市辖区", "人口_全市", "人口_市辖区"));
}

// Cities across, years down: the unit at the right of its line is no city.
TEST(HeaderGroups, OfCitiesAcrossLeaveTheLinesAbove) {
    for (const std::string corner : {"年份", ""}) {
        Workbook workbook = groupsOf({{"河北省各市GDP"},
                                      {"", "", "", "单位：亿元"},
                                      {corner, "石家庄市", "唐山市", "秦皇岛市", "邯郸市"},
                                      {"2010", "1", "2", "3", "4"},
                                      {"2011", "5", "6", "7", "8"},
                                      {"2012", "9", "10", "11", "12"}});
        const ImportResult result = resultOfGroups(std::move(workbook));
        ASSERT_THAT(variablesOf(result.panel), ElementsAre("河北省各市GDP")) << corner;
        EXPECT_EQ(result.panel.find("河北省各市GDP")->unitOfMeasure(), "亿元");
        EXPECT_EQ(result.panel.unitCount(), 4U);
        EXPECT_EQ(result.panel.find("河北省各市GDP")->numbers()[1], 5.0);
        EXPECT_TRUE(result.report.leftOutColumns.empty());
    }
}

// Population density of 2014, whose heading was lost, is no built-up area (Beijing: 1386).
TEST(HeaderGroups, OfARealFileKeepTheDensityOutOfTheArea) {
    const std::filesystem::path path =
        testing::realData() / "yearbook_2006_2017_xlsx/Data_2015.xlsx";
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << path;
    }
    NoProgress progress;
    auto workbook = readWorkbookFile(path.string(), progress);
    ASSERT_TRUE(workbook);
    const ImportResult result = resultOfGroups(*std::move(workbook));
    EXPECT_THAT(variablesOf(result.panel), Not(::testing::Contains("建成区面积_全市")));
    EXPECT_EQ(result.panel.find("建成区面积_市辖区")->numbers()[0], 1386.0);
    EXPECT_EQ(result.panel.find("BB_全市")->numbers()[0], 812.5);
    EXPECT_THAT(emptyHeadings(result), ElementsAre("Sheet1 BB1", "Sheet1 BC1", "Sheet3 C1",
                                                   "Sheet3 D1", "Sheet3 F1", "Sheet3 G1"));
}

// In a header of one row a scope alone is of the variable before it.
TEST(HeaderGroups, AScopeAloneIsACountOfDistrictsBesideCounties) {
    for (const auto& [before, behind] :
         {std::pair{"县级市", "县"}, std::pair{"土地面积(平方公里)", "县级市(个)"},
          std::pair{"女", "街道"}}) {
        const ImportResult result = resultOfGroups(groupsOf({{"城市", before, "市辖区(个)", behind},
                                                             {"北京市", "1", "2", "3"},
                                                             {"天津市", "5", "6", "7"}}));
        EXPECT_THAT(variablesOf(result.panel), ::testing::Contains("市辖区")) << before;
    }
}

TEST(HeaderGroups, AScopeAloneIsOfTheVariableBeforeIt) {
    for (const char* scope : {"市辖区", "#市辖区", "其中：市辖区"}) {
        const ImportResult result =
            resultOfGroups(groupsOf({{"城市", "人口(万人)", scope, "GDP(亿元)", scope},
                                     {"北京市", "1", "2", "3", "4"},
                                     {"天津市", "5", "6", "7", "8"}}));
        EXPECT_THAT(variablesOf(result.panel),
                    ElementsAre("人口_全市", "人口_市辖区", "GDP_全市", "GDP_市辖区"))
            << scope;
        EXPECT_EQ(result.panel.find("GDP_市辖区")->unitOfMeasure(), "亿元") << scope;
        EXPECT_EQ(result.panel.find("人口_市辖区")->numbers()[0], 2.0) << scope;
    }
}

} // namespace
} // namespace citypanel::sheets
