// SPDX-License-Identifier: GPL-3.0-or-later
// Several tables on one sheet: beside each other, under each other, both, and moved.
#include "core/sheets/import.h"
#include "core/sheets/layout_edits.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace citypanel::sheets {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct SheetOfTables {
    explicit SheetOfTables(const std::string& csv, const std::string& name = "表2015.csv")
        : book(*readWorkbook(QByteArray::fromStdString(csv), name, progress)) {
        const std::vector<const Workbook*> books{&book};
        const auto read = readPanel(books, withSureConversions(detectPlan(books)), true, progress);
        if (read) {
            result = *read;
        }
    }

    /// The value of a variable, unit and year; missing where there is none, or are several.
    [[nodiscard]] double at(const std::string& variable, const std::string& unit,
                            Period year = 2015) const {
        double value = missingValue;
        int found = 0;
        for (const ReadCell& cell : result.cells) {
            if (cell.variable == variable && cell.unit == unit && cell.period == year) {
                value = cell.value;
                ++found;
            }
        }
        return found == 1 ? value : missingValue;
    }

    NoProgress progress;
    Workbook book;
    ImportResult result;
};

constexpr const char* gdp = "地区生产总值";
constexpr const char* people = "年末总人口";

/// Two lists in other orders, the right one longer.
std::string twoLists(const std::string& above, const std::string& between) {
    return above + "城市,地区生产总值(亿元)" + between + ",城市,年末总人口(万人)\n北京市,1" +
           between + ",石家庄市,13\n天津市,2" + between + ",天津市,12\n石家庄市,3" + between +
           ",北京市,11\n," + between + ",唐山市,14\n";
}

TEST(SheetTables, ASecondColumnOfCitiesIsOfTheValuesBehindIt) {
    for (const char* above : {"", "表1,,,表2\n", "按生产总值排序,,,按人口排序\n",
                              "2015年地区生产总值,,,2015年末总人口\n", "各城市排名\n"}) {
        const SheetOfTables sheet(twoLists(above, ","));
        EXPECT_EQ(sheet.result.panel.unitCount(), 4U) << above;
        EXPECT_EQ(sheet.at(gdp, "石家庄市"), 3) << above;
        EXPECT_EQ(sheet.at(people, "石家庄市"), 13) << above;
        EXPECT_EQ(sheet.at(people, "北京市"), 11) << above;
        EXPECT_EQ(sheet.at(people, "唐山市"), 14) << above;
        EXPECT_THAT(sheet.result.report.conflicts, IsEmpty()) << above;
    }
    EXPECT_EQ(SheetOfTables(twoLists("", "")).at(people, "北京市"), 11);
}

TEST(SheetTables, AListThatGoesOnBelowTheEndOfTheLeftOneLosesNoRow) {
    const SheetOfTables sheet("城市,年末总人口(万人),城市,地区生产总值(亿元)\n北京市,9,北京市,1\n"
                              "天津市,8,天津市,2\n,,石家庄市,3\n,,唐山市,4\n");
    EXPECT_EQ(sheet.at(gdp, "唐山市"), 4);
    EXPECT_EQ(sheet.at(people, "天津市"), 8);
    EXPECT_EQ(sheet.at(gdp, "北京市"), 1);
}

TEST(SheetTables, CitiesBesideATableAreNoProvincesOfItsRows) {
    const SheetOfTables sheet("城市,年末总人口(万人),城市,地区生产总值(亿元)\n北京市,9,北京市,1\n"
                              "天津市,8,石家庄市,3\n唐山市,7,唐山市,4\n石家庄市,6,天津市,2\n");
    EXPECT_EQ(sheet.at(gdp, "石家庄市"), 3);
    EXPECT_EQ(sheet.at(people, "石家庄市"), 6);
    EXPECT_THAT(sheet.result.report.warnings, IsEmpty());
}

TEST(SheetTables, PlacesUnderNoWordBeginATableToo) {
    const SheetOfTables sheet(",地区生产总值(亿元),,,年末总人口(万人)\n北京市,1,,天津市,12\n"
                              "天津市,2,,北京市,11\n唐山市,3,,石家庄市,14\n");
    EXPECT_EQ(sheet.at(people, "北京市"), 11);
    EXPECT_EQ(sheet.at(people, "石家庄市"), 14);
    EXPECT_EQ(sheet.at(gdp, "唐山市"), 3);
}

TEST(SheetTables, ACodeBetweenTwoNamesOfACityPartsNothing) {
    const SheetOfTables sheet("city,city_code,city_name,gdp\nBeijing,110000,北京市,1\n"
                              "Tianjin,120000,天津市,2\nShijiazhuang,130100,石家庄市,3\n");
    EXPECT_THAT(detectLayouts(sheet.book.sheets[0], "表2015.csv"), SizeIs(1));
    EXPECT_EQ(sheet.at("gdp", "石家庄市"), 3);
}

TEST(SheetTables, PrintedPagesOfTwoColumnsAreReadToTheEnd) {
    const std::string header = "城市,地区生产总值(亿元),城市,地区生产总值(亿元)\n";
    for (const char* between : {"", ",,,\n", "续表,,,\n"}) {
        const SheetOfTables sheet(header + "北京市,1,天津市,2\n石家庄市,3,唐山市,4\n" + between +
                                  header + "秦皇岛市,5,邯郸市,6\n邢台市,7,保定市,8\n");
        EXPECT_EQ(sheet.result.panel.unitCount(), 8U) << between;
        EXPECT_EQ(sheet.at(gdp, "唐山市"), 4) << between;
        EXPECT_EQ(sheet.at(gdp, "邢台市"), 7) << between;
        EXPECT_EQ(sheet.at(gdp, "保定市"), 8) << between;
    }
}

TEST(SheetTables, OneListAboveTwoAndTwoAboveOne) {
    const SheetOfTables sheet("城市,地区生产总值(亿元)\n北京市,1\n天津市,2\n,\n"
                              "城市,地区生产总值(亿元),城市,地区生产总值(亿元)\n"
                              "石家庄市,3,唐山市,4\n秦皇岛市,5,邯郸市,6\n,,,\n"
                              "城市,地区生产总值(亿元)\n邢台市,7\n保定市,8\n");
    EXPECT_EQ(sheet.result.panel.unitCount(), 8U);
    EXPECT_EQ(sheet.at(gdp, "天津市"), 2);
    EXPECT_EQ(sheet.at(gdp, "邯郸市"), 6);
    EXPECT_EQ(sheet.at(gdp, "保定市"), 8);
}

TEST(SheetTables, ALaterBlockMayBeginInAnotherColumn) {
    const std::string first = "城市,地区生产总值(亿元),年末总人口(万人)\n北京市,1,2\n天津市,3,4\n";
    for (const char* later :
         {",城市,地区生产总值(亿元),年末总人口(万人)\n,石家庄市,5,6\n,唐山市,7,8\n",
          ",,,,城市,地区生产总值(亿元),年末总人口(万人)\n,,,,石家庄市,5,6\n,,,,唐山市,7,8\n",
          ",,,\n序号,城市,地区生产总值(亿元),年末总人口(万人)\n9,石家庄市,5,6\n10,唐山市,7,8\n"}) {
        const SheetOfTables sheet(first + later);
        EXPECT_EQ(sheet.result.panel.unitCount(), 4U) << later;
        EXPECT_EQ(sheet.at(gdp, "北京市"), 1) << later;
        EXPECT_EQ(sheet.at(people, "天津市"), 4) << later;
        EXPECT_EQ(sheet.at(gdp, "石家庄市"), 5) << later;
        EXPECT_EQ(sheet.at(people, "唐山市"), 8) << later;
    }
}

TEST(SheetTables, ATableBesideMayBeginInAnotherRow) {
    const SheetOfTables sheet("城市,地区生产总值(亿元)\n北京市,1\n天津市,2,,城市,年末总人口(万人)\n"
                              "石家庄市,3,,天津市,12\n唐山市,4,,北京市,11\n");
    EXPECT_EQ(sheet.at(gdp, "唐山市"), 4);
    EXPECT_EQ(sheet.at(people, "北京市"), 11);
    EXPECT_EQ(sheet.at(people, "天津市"), 12);
}

TEST(SheetTables, AllLinesOfATitleBelongToTheBlockBelowThem) {
    for (const auto& [above, below] :
         std::map<std::string, std::string>{{"表1\n地区生产总值\n", "表2\n年末总人口\n"},
                                            {"地区生产总值\nGross Regional Product\n单位：亿元\n",
                                             "年末总人口\nPopulation\n单位：万人\n"}}) {
        const SheetOfTables sheet(above + "城市,2013,2014\n北京市,1,2\n天津市,3,4\n,\n" + below +
                                  "城市,2013,2014\n石家庄市,5,6\n唐山市,7,8\n");
        EXPECT_EQ(sheet.at(gdp, "天津市", 2014), 4) << above;
        EXPECT_EQ(sheet.at(people, "石家庄市", 2013), 5) << above;
        EXPECT_EQ(sheet.at(people, "唐山市", 2014), 8) << above;
    }
}

TEST(SheetTables, YearsDownAndCitiesAcrossMayStandTwice) {
    const SheetOfTables sheet(
        "地区生产总值(亿元)\n年份,北京市,天津市,石家庄市\n2013,1,2,3\n2014,4,5,6\n,\n"
        "年末总人口(万人)\n年份,北京市,天津市,唐山市\n2013,11,12,13\n"
        "2014,14,15,16\n");
    EXPECT_EQ(sheet.at(gdp, "石家庄市", 2014), 6);
    EXPECT_EQ(sheet.at(people, "天津市", 2013), 12);
    EXPECT_EQ(sheet.at(people, "唐山市", 2014), 16);
}

TEST(SectionLines, AUnitOfMeasureBetweenRowsHoldsForTheRowsBelowIt) {
    const SheetOfTables sheet("2-1 地区生产总值,\n单位：亿元,\n城市,地区生产总值\n北京市,1\n"
                              "天津市,3\n单位：万元,\n石家庄市,50000\n唐山市,70000\n");
    EXPECT_EQ(sheet.at(gdp, "天津市"), 3);
    ASSERT_THAT(sheet.result.report.conversions, SizeIs(1));
    EXPECT_EQ(sheet.at(gdp, "石家庄市"), 5);
    EXPECT_EQ(sheet.at(gdp, "唐山市"), 7);
}

TEST(SectionLines, AYearAloneIsThatOfTheRowsBelowIt) {
    const std::string header = "城市,地区生产总值(亿元)\n";
    for (const char* ending : {"", "年"}) {
        const std::string first = std::string("2013") + ending + ",\n北京市,1\n天津市,2\n";
        const std::string second = std::string("2014") + ending + ",\n北京市,3\n";
        for (const std::string& between : {std::string(), header}) {
            const SheetOfTables sheet(header + first + second + between + "天津市,4\n", "表.csv");
            EXPECT_EQ(sheet.at(gdp, "天津市", 2013), 2) << ending << between;
            EXPECT_EQ(sheet.at(gdp, "北京市", 2014), 3) << ending << between;
            EXPECT_EQ(sheet.at(gdp, "天津市", 2014), 4) << ending << between;
            EXPECT_EQ(sheet.result.panel.rowCount(), 4U) << ending << between;
        }
    }
}

// Years are told from a line's unit of measure, beside it or in brackets behind it.
TEST(SectionLines, AUnitBesideTheYearOrScopeHoldsToo) {
    for (const auto& [first, second] : {std::pair{"2013年,单位：亿元\n", "2014年,单位：万元\n"},
                                        {"2013年（单位：亿元）,\n", "2014年（单位：万元）,\n"}}) {
        const SheetOfTables sheet("城市,地区生产总值\n" + std::string(first) +
                                      "北京市,1\n天津市,2\n" + second + "北京市,30000\n",
                                  "表.csv");
        EXPECT_EQ(sheet.at(gdp, "天津市", 2013), 2) << first;
        EXPECT_EQ(sheet.at(gdp, "北京市", 2014), 3) << first; // converted to 亿元
        EXPECT_EQ(sheet.result.panel.find(gdp)->unitOfMeasure(), "亿元") << first;
    }
    const SheetOfTables scopes("城市,地区生产总值\n全市,单位：亿元\n北京市,1\n天津市,2\n"
                               "市辖区,单位：亿元\n北京市,3\n天津市,4\n");
    EXPECT_EQ(scopes.at("地区生产总值_市辖区", "天津市"), 4);
    EXPECT_EQ(scopes.result.panel.find("地区生产总值_全市")->unitOfMeasure(), "亿元");
}

TEST(SectionLines, AScopeAloneIsThatOfTheRowsBelowIt) {
    const SheetOfTables sheet("全市,\n城市,地区生产总值(亿元)\n北京市,3\n天津市,4\n市辖区,\n"
                              "北京市,1\n天津市,2\n");
    EXPECT_EQ(sheet.at("地区生产总值_全市", "天津市"), 4);
    EXPECT_EQ(sheet.at("地区生产总值_市辖区", "北京市"), 1);
    EXPECT_THAT(sheet.result.report.conflicts, IsEmpty());
}

TEST(SectionLines, ARowPointedAtKeepsWhatTheLineSays) {
    const SheetOfTables sheet("城市,地区生产总值(亿元)\n2013年,\n北京市,1\n天津市,2\n2014年,\n"
                              "北京市,3\n天津市,4\n",
                              "表.csv");
    const Sheet& grid = sheet.book.sheets[0];
    const auto tables = detectLayouts(grid, "表.csv");
    ASSERT_THAT(tables, SizeIs(2));
    const Layout marked = withRowsMarked(grid, "表.csv", tables[1].layout, {6, 6}, RowMark::Note);
    EXPECT_EQ(marked.givenPeriod, 2014);
    EXPECT_EQ(marked.columns, tables[1].layout.columns);
}

TEST(SheetTables, BlocksOfACityEachAreOfThatCity) {
    for (const char* between : {",,\n", ""}) {
        const SheetOfTables sheet("北京市,,\n年份,地区生产总值(亿元),年末总人口(万人)\n2014,1,2\n"
                                  "2015,3,4\n" +
                                      std::string(between) +
                                      "天津市,,\n年份,地区生产总值(亿元),年末总人口(万人)\n"
                                      "2014,5,6\n2016,7,8\n",
                                  "表.csv");
        EXPECT_EQ(sheet.at(gdp, "北京市", 2014), 1) << between;
        EXPECT_EQ(sheet.at(people, "北京市", 2015), 4) << between;
        EXPECT_EQ(sheet.at(gdp, "天津市", 2014), 5) << between;
        EXPECT_EQ(sheet.at(people, "天津市", 2016), 8) << between;
        EXPECT_EQ(sheet.result.panel.unitCount(), 2U) << between;
    }
}

// Year, scope and unit in any order, in one cell or several.
TEST(SectionLines, SayAYearAScopeAndAUnitInAnyOrder) {
    for (const char* line :
         {"2016年（亿元）,", "（2016年，全市，亿元）,", "（亿元，2016年）,",
          "2016年全市,单位：亿元", "单位：亿元,2016年", "单位：亿元　　　2016年,",
          "2016年 | 单位：亿元,", "2016年,（亿元）", "时间：2016年　单位：亿元,",
          "2016 年（计量单位：亿元）,", "2016年  亿元,"}) {
        const SheetOfTables page(std::string(line) + "\n城市,地区生产总值\n北京市,1\n天津市,2\n",
                                 "各市2018.csv");
        const bool isScoped = std::string(line).find("全") != std::string::npos;
        const std::string name = isScoped ? "地区生产总值_全市" : gdp;
        EXPECT_EQ(page.at(name, "天津市", 2016), 2) << line;
        ASSERT_NE(page.result.panel.find(name), nullptr) << line;
        EXPECT_EQ(page.result.panel.find(name)->unitOfMeasure(), "亿元") << line;
        std::string second = line;
        second.replace(second.find("2016"), 4, "2017");
        const SheetOfTables parts("城市,地区生产总值\n" + std::string(line) +
                                      "\n北京市,1\n天津市,2\n" + second + "\n北京市,3\n天津市,4\n",
                                  "各市2018.csv");
        EXPECT_EQ(parts.at(name, "北京市", 2016), 1) << line;
        EXPECT_EQ(parts.at(name, "天津市", 2017), 4) << line;
    }
}

TEST(SectionLines, SayAYearAndAScopeInCellsOfTheirOwn) {
    for (const char* line : {"2016年,全市,", "全市,2016年,", "2016年,,全市 单位：亿元"}) {
        for (const bool isAbove : {true, false}) {
            const std::string header = "城市,收入,支出\n";
            const std::string said = std::string(line) + "\n";
            const SheetOfTables page((isAbove ? said + header : header + said) +
                                         "北京市,1,5\n天津市,2,6\n",
                                     "各市2018.csv");
            EXPECT_EQ(page.at("收入_全市", "天津市", 2016), 2) << line << isAbove;
            EXPECT_EQ(page.at("支出_全市", "天津市", 2016), 6) << line << isAbove;
        }
    }
}

TEST(SectionLines, BelowACountOfPagesHaveTheYearOfTheirTitle) {
    const SheetOfTables page("表号：2017-3,\n2018年各市地区生产总值,\n城市,地区生产总值\n"
                             "北京市,1\n天津市,2\n",
                             "表.csv");
    EXPECT_EQ(page.at(gdp, "天津市", 2018), 2);
}
} // namespace
} // namespace citypanel::sheets
