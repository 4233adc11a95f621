// SPDX-License-Identifier: GPL-3.0-or-later
// Years and units of measure beside the names of variables in headings.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/year_headers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::sheets {
namespace {

TEST(YearHeaders, OfRatiosToAYearAreNone) {
    for (const char* heading : {"为2010年", "2017年为2016年", "GDP为2010年", "比2010年"}) {
        EXPECT_EQ(splitYear(heading).year, 0) << heading;
    }
    EXPECT_EQ(splitYear("GDP2010年").year, 2010);
}

TEST(YearHeaders, NameTheYearBeforeBehindOrOverTheVariable) {
    struct Case {
        const char* heading;
        const char* name;
        std::int64_t year;
    };

    for (const Case& c : std::initializer_list<Case>{{"GDP_2011", "GDP", 2011},
                                                     {"2011年", "", 2011},
                                                     {"11年", "", 2011},
                                                     {"99年", "", 1999},
                                                     {"2011年GDP", "GDP", 2011},
                                                     {"2011年末总人口", "总人口", 2011},
                                                     {"2011 GDP", "GDP", 2011},
                                                     {"2012年, GDP", "GDP", 2012},
                                                     {"2009*", "", 2009},
                                                     {"2010①", "", 2010},
                                                     {"2011(快报)", "", 2011},
                                                     {"2012E", "", 2012},
                                                     {"2011.0", "", 2011},
                                                     {"2011年1-12月", "", 2011},
                                                     {"2011年1—12月", "", 2011},
                                                     {"2011年末", "", 2011},
                                                     {"2011年度", "", 2011},
                                                     {"2011-12-31", "", 2011},
                                                     {"2011/1/1", "", 2011},
                                                     {"2100", "", 2100},
                                                     {"2016年(初步核算)", "", 2016},
                                                     {"2016年(初步核算数)", "", 2016},
                                                     {"2016年快报数", "", 2016},
                                                     {"2016年预计", "", 2016},
                                                     {"2016年(预计)", "", 2016},
                                                     {"2015年(最终核实)", "", 2015},
                                                     {"pop2005", "pop", 2005},
                                                     {"GDP(2017年)", "GDP", 2017},
                                                     {"GDP(2017)", "GDP", 2017},
                                                     {"GDP, 2017年, 全市", "GDP, 全市", 2017},
                                                     {"GDP, 2017, 市辖区", "GDP, 市辖区", 2017},
                                                     {"2017年, 全市", "全市", 2017},
                                                     {"2017gdp", "gdp", 2017},
                                                     {"2017地区生产总值", "地区生产总值", 2017},
                                                     {"2017人均GDP", "人均GDP", 2017},
                                                     {"2017人口密度", "人口密度", 2017},
                                                     {"2000元以下", "2000元以下", 0},
                                                     {"2000人以上企业", "2000人以上企业", 0},
                                                     {"2000不变价GDP", "2000不变价GDP", 0},
                                                     {"2010USD", "2010USD", 0},
                                                     {"2017Q1", "2017Q1", 0}}) {
        const NameAndYear parts = splitYear(c.heading);
        EXPECT_EQ(parts.year, c.year) << c.heading;
        EXPECT_EQ(parts.name, c.name) << c.heading;
    }
}

TEST(YearHeaders, OfPricesAndComparisonsAreNone) {
    for (const char* heading : {"2000年不变价GDP",
                                "2005年价GDP",
                                "2012年比2011年增长(%)",
                                "2010年以来",
                                "1990年=100",
                                "GDP",
                                "20115",
                                "PM2.5",
                                "2011年1-6月",
                                "2011-06-30",
                                "2011.5",
                                "2000-2010年增速",
                                "2011-2013",
                                "2011年-2013年",
                                "2011—2013年",
                                "1978年为100",
                                "GDP(2010年=100)",
                                "实际GDP(2010年)",
                                "GDP指数(2010)",
                                "GDP(2010年不变价)"}) {
        EXPECT_EQ(splitYear(heading).year, 0) << heading;
    }
}

ImportResult panelUnder(const std::string& csv, const std::string& name) {
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), name, progress);
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, detectPlan(books), true, progress);
}

const ReadCell* under(const ImportResult& result, const std::string& unit, Period period,
                      const std::string& variable) {
    for (const ReadCell& cell : result.cells) {
        if (cell.unit == unit && cell.period == period && cell.variable == variable) {
            return &cell;
        }
    }
    return nullptr;
}

TEST(YearHeaders, OfSpansAreNone) {
    for (const char* heading : {"2011-2013", "2011—2013年", "2011年-2013年", "2011至2013年",
                                "人口2011-2013", "2011/2012", "2011、2013"}) {
        EXPECT_EQ(splitYear(heading).year, 0) << heading;
    }
    NoProgress progress;
    const Workbook book = *readWorkbook("城市,2010,2011,2011-2013\n合肥市,1,2,9\n芜湖市,3,4,9\n",
                                        "人口.csv", progress);
    const std::vector<const Workbook*> books{&book};
    const ImportResult result = *readPanel(books, detectPlan(books), true, progress);
    std::vector<double> values;
    for (const ReadCell& cell : result.cells) {
        EXPECT_EQ(cell.variable, "人口");
        EXPECT_LE(cell.period, 2011);
        values.push_back(cell.value);
    }
    EXPECT_EQ(values, (std::vector<double>{1, 2, 3, 4}));
}

TEST(YearHeaders, BeforeTheVariableMakeATableWide) {
    const ImportResult result =
        panelUnder("2-1 主要指标,,,\n城市,2011年GDP(亿元),2012年GDP(亿元),2012年比2011年增长(%)\n"
                   "石家庄市,100,110,10\n唐山市,101,111,9\n",
                   "中国城市统计年鉴2013.csv");
    ASSERT_NE(under(result, "石家庄市", 2011, "GDP"), nullptr);
    EXPECT_EQ(under(result, "石家庄市", 2011, "GDP")->value, 100);
    EXPECT_EQ(under(result, "唐山市", 2012, "GDP")->value, 111);
    EXPECT_EQ(under(result, "唐山市", 2012, "GDP")->unitOfMeasure, "亿元");
}

TEST(YearHeaders, OfEachVariableAreItsYearsThoughItHasOneOnly) {
    const std::string rows = "石家庄市,100,110\n唐山市,101,1960\n秦皇岛市,1990,2010\n";
    for (const std::string headings :
         {"2016年末常住人口(万人),2017年GDP(亿元)", "常住人口(万人)2016年末,GDP(亿元)2017",
          "\"常住人口(万人，2016年)\",\"GDP（2017年，亿元）\"",
          "常住人口(2016年)(万人),GDP(2017年)(亿元)"}) {
        for (const std::string file : {"x.csv", "城市数据2018年.csv"}) {
            const ImportResult result = panelUnder("城市," + headings + "\n" + rows, file);
            ASSERT_NE(under(result, "唐山市", 2016, "常住人口"), nullptr) << headings;
            EXPECT_EQ(under(result, "唐山市", 2016, "常住人口")->value, 101);
            EXPECT_EQ(under(result, "唐山市", 2016, "常住人口")->unitOfMeasure, "万人");
            ASSERT_NE(under(result, "秦皇岛市", 2017, "GDP"), nullptr) << headings;
            EXPECT_EQ(under(result, "秦皇岛市", 2017, "GDP")->value, 2010);
            EXPECT_EQ(under(result, "秦皇岛市", 2017, "GDP")->unitOfMeasure, "亿元");
            EXPECT_EQ(result.cells.size(), 6U);
        }
    }
}

Layout layoutUnder(const std::string& csv, const std::string& name) {
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), name, progress);
    return detectLayout(book.sheets[0], name).layout;
}

TEST(YearHeaders, AreDoubtedWhereTheTitleOrTheFileSaysAnother) {
    const std::string table = "城市,2017年人口,2017年GDP\n石家庄市,1,2\n唐山市,3,4\n";
    EXPECT_FALSE(layoutUnder(table, "x.csv").isPeriodGuessed);
    EXPECT_FALSE(layoutUnder(table, "2017.csv").isPeriodGuessed);
    EXPECT_FALSE(layoutUnder(table, "城市数据2018年.csv").isPeriodGuessed); // an edition
    EXPECT_FALSE(layoutUnder(table, "年鉴2018.csv").isPeriodGuessed);
    EXPECT_TRUE(layoutUnder(table, "城市数据2019年.csv").isPeriodGuessed);
    EXPECT_TRUE(layoutUnder("2-1 主要指标(2018年),,\n" + table, "x.csv").isPeriodGuessed);
    EXPECT_FALSE(layoutUnder("2-1 主要指标(2017年),,\n" + table, "2018.csv").isPeriodGuessed);
    EXPECT_EQ(layoutUnder("2-1 主要指标(2018年),,\n" + table, "x.csv").kind,
              LayoutKind::WideByPeriod);
}

TEST(YearHeaders, OfSomeVariablesBasesAndCensusesLeaveTheYearToThePage) {
    for (const std::string headings :
         {"第七次人口普查2020,2020年人口普查户数", "GDP,2000年人口",
          "2000年不变价GDP,GDP(2010年=100)", "GDP,指数(上年=100)", "人口2013,code_2013"}) {
        const Layout layout =
            layoutUnder("城市," + headings + "\n石家庄市,1,2\n唐山市,3,4\n", "2021.csv");
        EXPECT_EQ(layout.kind, LayoutKind::OnePeriod) << headings;
        EXPECT_EQ(periodOfSheet(layout, "2021.csv", "2021"), 2021) << headings;
    }
    const std::string twice = "城市,2017年人口,2017年GDP,2017年户数,2017年增速,2017年增速\n";
    EXPECT_EQ(layoutUnder(twice + "石家庄市,1,2,3,4,5\n唐山市,3,4,5,6,7\n", "2021.csv").kind,
              LayoutKind::OnePeriod);
}

TEST(YearHeaders, StandUnderOrOverScopes) {
    for (const std::string rows : {",全市,,市辖区,\n城市,2017年,2018年,2017年,2018年\n石家庄市,"
                                   "1,2,3,4\n唐山市,5,6,7,8\n",
                                   ",2017,,2018,\n城市,全市,市辖区,全市,市辖区\n石家庄市,1,3,2,4\n"
                                   "唐山市,5,7,6,8\n"}) {
        const ImportResult result = panelUnder("2-6,,,,\n,地区生产总值(亿元),,,\n" + rows, "x.csv");
        ASSERT_NE(under(result, "唐山市", 2018, "地区生产总值_全市"), nullptr) << rows;
        EXPECT_EQ(under(result, "唐山市", 2018, "地区生产总值_全市")->value, 6);
        EXPECT_EQ(under(result, "石家庄市", 2017, "地区生产总值_市辖区")->value, 3);
        EXPECT_EQ(result.cells.size(), 8U);
    }
}

TEST(YearHeaders, OverTheNamesOfCitiesIsThatOfThePage) {
    const ImportResult result =
        panelUnder("主要指标,,\n2017年,GDP,人口\n石家庄市,1,2\n唐山市,3,4\n", "x.csv");
    ASSERT_NE(under(result, "唐山市", 2017, "人口"), nullptr);
    EXPECT_EQ(under(result, "唐山市", 2017, "人口")->value, 4);
}

TEST(YearHeaders, WithMarksAreYears) {
    const ImportResult result = panelUnder("城市,2008,2009*,2010①,2011(快报),2012E\n"
                                           "石家庄市,1,2,3,4,5\n唐山市,6,7,8,9,10\n",
                                           "GDP.csv");
    for (Period year = 2008; year <= 2012; ++year) {
        const ReadCell* cell = under(result, "唐山市", year, "GDP");
        ASSERT_NE(cell, nullptr) << year;
        EXPECT_EQ(cell->value, static_cast<double>(year - 2002));
    }
}

TEST(YearHeaders, WithMarksStandBesideThoseWithout) {
    for (const char* years :
         {"2010,2011E", "2010,2011(快报)", "２０１０,２０１１年", "2010.0,2011.0",
          "2010年1-12月,2011年1-12月", "2010-12-31,2011-12-31"}) {
        const ImportResult result = panelUnder(std::string("地区生产总值(亿元),,\n城市,") + years +
                                                   "\n石家庄市,1,2\n唐山市,6,7\n",
                                               "x.csv");
        ASSERT_NE(under(result, "唐山市", 2011, "地区生产总值"), nullptr) << years;
        EXPECT_EQ(under(result, "唐山市", 2010, "地区生产总值")->value, 6) << years;
        EXPECT_EQ(under(result, "唐山市", 2011, "地区生产总值")->value, 7) << years;
    }
}

TEST(YearHeaders, OfTheEndOfAYearLeaveTheNameToTheTitle) {
    const ImportResult result = panelUnder("年末总人口(万人),,\n城市,2011年末,2012年末\n"
                                           "石家庄市,1,2\n唐山市,6,7\n",
                                           "x.csv");
    ASSERT_NE(under(result, "唐山市", 2012, "年末总人口"), nullptr);
    EXPECT_EQ(under(result, "唐山市", 2012, "年末总人口")->value, 7);
}

TEST(YearColumns, ReadMarksOfPreliminaryFigures) {
    const ImportResult result =
        panelUnder("城市,年份,GDP(亿元)\n石家庄市,2010,1\n石家庄市,2011E,2\n"
                   "唐山市,2010年快报,3\n唐山市,2011(初步),4\n",
                   "x.csv");
    EXPECT_EQ(under(result, "石家庄市", 2011, "GDP")->value, 2);
    EXPECT_EQ(under(result, "唐山市", 2010, "GDP")->value, 3);
    EXPECT_EQ(under(result, "唐山市", 2011, "GDP")->value, 4);
}

TEST(YearColumns, OfTwoDigitsAreYearsWhereAllHaveTwo) {
    const ImportResult both = panelUnder("城市,年份,GDP(亿元)\n石家庄市,99,1\n石家庄市,00,2\n"
                                         "唐山市,99,3\n唐山市,00,4\n",
                                         "x.csv");
    EXPECT_EQ(under(both, "石家庄市", 1999, "GDP")->value, 1);
    EXPECT_EQ(under(both, "唐山市", 2000, "GDP")->value, 4);
    EXPECT_TRUE(both.report.warnings.empty());
    const ImportResult mixed = panelUnder("城市,年份,GDP(亿元)\n石家庄市,9,1\n石家庄市,10,2\n"
                                          "唐山市,9,3\n唐山市,10,4\n",
                                          "x.csv");
    EXPECT_EQ(under(mixed, "唐山市", 10, "GDP")->value, 4);
    ASSERT_EQ(mixed.report.warnings.size(), 1U);
    EXPECT_EQ(mixed.report.warnings[0].code, ProblemCode::PeriodUnreadable);
    EXPECT_EQ(mixed.report.warnings[0].place.cell, "B2");
    const ImportResult indices = panelUnder("城市,period,GDP(亿元)\n石家庄市,10,1\n石家庄市,11,2\n"
                                            "唐山市,10,3\n唐山市,11,4\n",
                                            "x.csv");
    EXPECT_EQ(under(indices, "唐山市", 10, "GDP")->value, 3);
}

TEST(YearHeaders, AreNotRowsOfPlacesWithValuesLikeYears) {
    const ImportResult result = panelUnder("城市,书号,数量\n石家庄市,2010,1999\n唐山市,2011,1999\n"
                                           "邯郸市,2012,1998\n",
                                           "gdp_2015.csv");
    ASSERT_NE(under(result, "石家庄市", 2015, "书号"), nullptr);
    EXPECT_EQ(under(result, "石家庄市", 2015, "书号")->value, 2010);
    EXPECT_EQ(under(result, "邯郸市", 2015, "数量")->value, 1998);
}

TEST(YearHeaders, FootnotesOfNamesAreNoDigits) {
    const ImportResult result = panelUnder("2012年,\n城市,财政收入①(万元)\n石家庄市②,1000\n"
                                           "唐山市⑴,1001\n",
                                           "x.csv");
    ASSERT_NE(under(result, "石家庄市", 2012, "财政收入"), nullptr);
    EXPECT_EQ(under(result, "唐山市", 2012, "财政收入")->value, 1001);
}

TEST(YearHeaders, ARowOfUnitsBelowTheNamesGivesTheUnits) {
    const ImportResult result =
        panelUnder("2-5 主要指标（2012年）,,,\n城市,财政收入,年末总人口,人均GDP\n,万元,万人,元\n"
                   "石家庄市,1000,2000,3\n唐山市,1001,2001,4\n",
                   "x.csv");
    ASSERT_NE(under(result, "唐山市", 2012, "财政收入"), nullptr);
    EXPECT_EQ(under(result, "唐山市", 2012, "财政收入")->unitOfMeasure, "万元");
    EXPECT_EQ(under(result, "唐山市", 2012, "年末总人口")->unitOfMeasure, "万人");
    EXPECT_EQ(under(result, "唐山市", 2012, "人均GDP")->unitOfMeasure, "元");
}

TEST(YearHeaders, OfAPageOfThatYearLeaveTheName) {
    const ImportResult result = panelUnder(
        "2-5 主要指标（2012年）,,\n城市,地区生产总值（亿元）,2012年末总人口,2012年GDP,GDP\n"
        "石家庄市,1000,2000,3,4\n唐山市,1001,2001,5,6\n",
        "x.csv");
    ASSERT_NE(under(result, "唐山市", 2012, "总人口"), nullptr);
    EXPECT_EQ(under(result, "唐山市", 2012, "总人口")->value, 2001);
    ASSERT_NE(under(result, "唐山市", 2012, "v2012年GDP"), nullptr); // another has its name
    EXPECT_EQ(under(result, "唐山市", 2012, "GDP")->value, 6);
    EXPECT_TRUE(result.report.warnings.empty());
}

TEST(YearHeaders, OfAnotherYearThanTheirPageAreWarnedOf) {
    const ImportResult result =
        panelUnder("各市主要指标（2018年）,,\n城市,2017年GDP,土地面积\n石家庄市,1000,2000\n"
                   "唐山市,1001,2001\n",
                   "x.csv");
    EXPECT_EQ(under(result, "唐山市", 2018, "v2017年GDP")->value, 1001);
    ASSERT_EQ(result.report.warnings.size(), 1U);
    EXPECT_EQ(result.report.warnings[0].code, ProblemCode::PeriodMissing);
    EXPECT_EQ(result.report.warnings[0].place.cell, "B2");
    EXPECT_EQ(result.report.warnings[0].found, "2017");
    EXPECT_EQ(result.report.warnings[0].expected, "2018");
}

TEST(YearHeaders, OfTheDataAreThePeriodsBesideThoseOfTheBook) {
    for (const auto& [book, data] :
         {std::pair{"年鉴年份", "数据年份"}, std::pair{"出版年份", "数据年"},
          std::pair{"year_book", "year_data"}, std::pair{"Year of publication", "Data year"}}) {
        const ImportResult result =
            panelUnder(std::string(book) + "," + data +
                           ",城市,GDP\n2017,2016,石家庄市,1\n"
                           "2017,2016,唐山市,2\n2018,2017,石家庄市,3\n2018,2017,唐山市,4\n",
                       "x.csv");
        ASSERT_NE(under(result, "唐山市", 2016, "GDP"), nullptr) << data;
        EXPECT_EQ(under(result, "唐山市", 2017, "GDP")->value, 4) << data;
    }
}

TEST(YearHeaders, StandBesideNamesRatherThanTheirNumbers) {
    const ImportResult result =
        panelUnder("id,年份,地区,GDP\n1,2016,石家庄市,1\n1,2017,石家庄市,2\n"
                   "2,2016,唐山市,3\n2,2017,唐山市,4\n",
                   "x.csv");
    ASSERT_NE(under(result, "唐山市", 2017, "GDP"), nullptr);
    EXPECT_EQ(under(result, "唐山市", 2017, "GDP")->value, 4);
}

TEST(YearHeaders, MayHaveAMarkOfANote) {
    for (const char* heading : {"2013年(1)", "2013年[1]", "2013年（注）", "2013年①", "2013[2]"}) {
        EXPECT_EQ(splitYear(tidyHeader(heading)).year, 2013) << heading;
        EXPECT_EQ(splitYear(tidyHeader(heading)).name, "") << heading;
    }
    EXPECT_EQ(tidyHeader("2014¹"), "2014");
    EXPECT_EQ(tidyHeader("2014年²⁾"), "2014年");
}

} // namespace
} // namespace citypanel::sheets
