// SPDX-License-Identifier: GPL-3.0-or-later
// Wide tables named by title and file where the sheet's name says nothing; headings that should be
// years.
#include "core/sheets/import.h"
#include "core/sheets/table_variable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Lines = std::vector<std::vector<std::string>>;

/// A file of wide tables of three cities, all of the same lines.
struct WideFile {
    std::string file{};
    std::vector<std::string> sheets{};
    Lines above{};
    std::vector<std::string> header{};
};

Workbook wideWorkbook(const WideFile& made) {
    Workbook workbook;
    workbook.fileName = made.file;
    Lines lines = made.above;
    lines.push_back({"城市"});
    lines.back().insert(lines.back().end(), made.header.begin(), made.header.end());
    for (const std::string& name : made.sheets) {
        Sheet sheet(name);
        std::size_t row = 0;
        for (; row < lines.size(); ++row) {
            for (std::size_t column = 0; column < lines[row].size(); ++column) {
                sheet.setText(row, column, lines[row][column]);
            }
        }
        double value = 1;
        for (const char* city : {"石家庄市", "唐山市", "秦皇岛市"}) {
            sheet.setText(row, 0, city);
            for (std::size_t column = 1; column <= made.header.size(); ++column) {
                sheet.setNumber(row, column, value++);
            }
            ++row;
        }
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

ImportResult importOfAll(const std::vector<WideFile>& files) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    for (const WideFile& file : files) {
        workbooks.push_back(wideWorkbook(file));
    }
    auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? *std::move(result) : ImportResult{};
}

/// Names and units of measure of the variables, as "name unit".
std::vector<std::string> variablesOf(const ImportResult& result) {
    std::vector<std::string> names;
    for (const Variable& variable : result.panel.columns()) {
        if (variable.name() != "city" && variable.name() != "year") {
            names.push_back(variable.name() + " " + variable.unitOfMeasure());
        }
    }
    return names;
}

TEST(TableVariable, OfSheetsWithoutANameIsWhatTheTitleSays) {
    const ImportResult two =
        importOfAll({WideFile{"gdp.xlsx", {"Sheet1"}, {{"地区生产总值（亿元）"}}, {"2009", "2010"}},
                     WideFile{"pop.xlsx", {"Sheet1"}, {{"年末总人口（万人）"}}, {"2011", "2012"}}});
    EXPECT_THAT(variablesOf(two), ElementsAre("地区生产总值 亿元", "年末总人口 万人"));
    EXPECT_THAT(two.report.warnings, IsEmpty());
    const ImportResult scoped =
        importOfAll({WideFile{"a.xlsx",
                              {"工作表 1"},
                              {{"表2-1"}, {"2009-2010年地区生产总值（全市）"}, {"单位：万元"}},
                              {"2009年", "2010年"}}});
    EXPECT_THAT(variablesOf(scoped), ElementsAre("地区生产总值_全市 万元"));
    const ImportResult named =
        importOfAll({WideFile{"a.xlsx", {"GDP"}, {{"地区生产总值（亿元）"}}, {"2009", "2010"}}});
    EXPECT_THAT(variablesOf(named), ElementsAre("GDP 亿元"));
}

TEST(TableVariable, OfFilesWithoutATitleIsTheFileWithoutItsYears) {
    const auto untitled = [](const std::string& file, const std::vector<std::string>& sheets,
                             const std::vector<std::string>& years) {
        return WideFile{file, sheets, {}, years};
    };
    EXPECT_THAT(
        variablesOf(importOfAll({untitled("gdp2009-2010.xlsx", {"Sheet1"}, {"2009", "2010"}),
                                 untitled("gdp2011.xlsx", {"Sheet1"}, {"2011", "2012"}),
                                 untitled("pop.xlsx", {"表1"}, {"2011", "2012"})})),
        ElementsAre("gdp ", "pop "));
    EXPECT_THAT(
        variablesOf(importOfAll({untitled("data.xlsx", {"Sheet1", "Sheet2"}, {"2011", "2012"})})),
        ElementsAre("data_Sheet1 ", "data_Sheet2 "));
}

TEST(TableVariable, OfSheetsCalledDataIsTheFileToo) {
    for (const char* sheet : {"数据", "原始数据", "data", "Data1"}) {
        EXPECT_THAT(
            variablesOf(importOfAll({WideFile{"2014 (gdp).xlsx", {sheet}, {}, {"2013", "2014"}},
                                     WideFile{"2014 (pop).xlsx", {sheet}, {}, {"2013", "2014"}}})),
            ElementsAre("gdp ", "pop "))
            << sheet;
    }
    EXPECT_THAT(
        variablesOf(importOfAll({WideFile{"数据 (gdp).xlsx", {"Sheet1"}, {}, {"2013", "2014"}},
                                 WideFile{"数据 (pop).xlsx", {"Sheet1"}, {}, {"2013", "2014"}}})),
        ElementsAre("gdp ", "pop "));
    EXPECT_EQ(variableOfFile("数据 (1).xlsx"), "数据");
    EXPECT_EQ(variableOfTable("数据 (gdp).csv", "", "数据 (gdp).csv").name, "gdp");
    EXPECT_FALSE(saysNothing("能源数据"));
}

TEST(TableVariable, TakesTheUnitOfTheNameItIsCalledBy) {
    EXPECT_THAT(variablesOf(importOfAll(
                    {WideFile{"地区生产总值（亿元）.xlsx", {"Sheet1"}, {}, {"2013", "2014"}}})),
                ElementsAre("地区生产总值 亿元"));
    EXPECT_THAT(
        variablesOf(importOfAll({WideFile{"a.xlsx", {"人口(万人)"}, {}, {"2013", "2014"}}})),
        ElementsAre("人口 万人"));
}

TEST(TableVariable, IsNamedByItsLineInFilesOfDataServices) {
    const Lines lines{
        {"数据库：主要城市年度数据"}, {"指标：地区生产总值(当年价格)(亿元)"}, {"时间：最近10年"}};
    for (const auto& [file, sheet] : std::vector<std::pair<std::string, std::string>>{
             {"a.xlsx", "主要城市年度数据"}, {"a.xlsx", "Sheet1"}, {"a.csv", "a.csv"}}) {
        EXPECT_THAT(
            variablesOf(importOfAll({WideFile{file, {sheet}, lines, {"2015年", "2014年"}}})),
            ElementsAre("地区生产总值_当年价格 亿元"))
            << sheet;
    }
    const Lines apart{{"数据库：主要城市年度数据"}, {"指标：年末总人口"}, {"单位：万人"}};
    EXPECT_THAT(variablesOf(importOfAll(
                    {WideFile{"a.xlsx", {"主要城市年度数据"}, apart, {"2015年", "2014年"}}})),
                ElementsAre("年末总人口 万人"));
}

TEST(TableVariable, StandsBeforeTheUnitOfMeasureInOneLine) {
    for (const auto& [line, said] : std::vector<std::pair<std::string, std::string>>{
             {"表2-1 地区生产总值　　单位：万元", "地区生产总值 万元"},
             {"年末总人口（计量单位：万人）", "年末总人口 万人"},
             {"Population (Unit: 10 000 persons)", "Population 10 000 persons"},
             {"单位：亿元", "a 亿元"}}) {
        EXPECT_THAT(
            variablesOf(importOfAll({WideFile{"a.xlsx", {"Sheet1"}, {{line}}, {"2009", "2010"}}})),
            ElementsAre(said))
            << line;
    }
}

TEST(TableVariable, IsReadFromTitlesWithoutNumbersAndYears) {
    for (const auto& [title, name] : std::vector<std::pair<std::string, std::string>>{
             {"表2-15 地区生产总值（2011年）", "地区生产总值"},
             {"2-15 地区生产总值", "地区生产总值"},
             {"2009—2012年年末总人口", "年末总人口"},
             {"2011年末总人口（万人）", "年末总人口"},
             {"Table 3: Population 2009-2010", "Population"},
             {"地区生产总值（2000年不变价）", "地区生产总值_2000年不变价"},
             {"附表3", ""},
             {"2012年", ""},
             {"数据来源：统计局", ""},
             {"中国城市统计年鉴2013", ""}}) {
        EXPECT_EQ(titleHeader(title).name, name) << title;
    }
    EXPECT_TRUE(saysNothing("Sheet 2"));
    EXPECT_TRUE(saysNothing("Sheet1 (2)"));
    EXPECT_TRUE(saysNothing("2009-2012年"));
    EXPECT_FALSE(saysNothing("GDP2009"));
    EXPECT_FALSE(saysNothing("2-15人口"));
}

TEST(MistypedYears, AreToldWithTheirCell) {
    const ImportResult result =
        importOfAll({WideFile{"gdp.xlsx",
                              {"GDP"},
                              {},
                              {"2007", "2008", "2009", "20010", "合计", "1012", "2O11", "2012"}}});
    std::vector<std::string> told;
    for (const Problem& warning : result.report.warnings) {
        EXPECT_EQ(warning.code, ProblemCode::PeriodUnreadable);
        EXPECT_EQ(warning.severity, Severity::Warning);
        EXPECT_EQ(warning.place.file, "gdp.xlsx");
        EXPECT_EQ(warning.place.sheet, "GDP");
        told.push_back(warning.place.cell + " " + warning.found);
    }
    EXPECT_THAT(told, ElementsAre("E1 20010", "G1 1012", "H1 2O11"));
    EXPECT_EQ(result.panel.rowCount(), 12U);
    const ImportResult titled = importOfAll({WideFile{
        "a.xlsx", {"Sheet1"}, {{"地区生产总值"}, {"单位：万元"}}, {"2009", "20110", "2011"}}});
    ASSERT_EQ(titled.report.warnings.size(), 1U);
    EXPECT_EQ(titled.report.warnings[0].place.cell, "C3");
    EXPECT_EQ(titled.panel.rowCount(), 6U);
    const ImportResult prefixed = importOfAll(
        {WideFile{"a.xlsx", {"Sheet1"}, {}, {"GDP_2009", "GDP_2010", "GDP_20115", "code_123"}}});
    ASSERT_EQ(prefixed.report.warnings.size(), 1U);
    EXPECT_EQ(prefixed.report.warnings[0].place.cell, "D1");
}

} // namespace
} // namespace citypanel::sheets
