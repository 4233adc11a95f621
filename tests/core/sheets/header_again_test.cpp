// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of several rows, of years or under blank corners, that stand again further down a sheet.
#include "core/sheets/import.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/sheet_part.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// PageValues of a csv by unit, period and variable, each with its unit of measure: "3 万元".
using PageValues = std::map<std::tuple<std::string, Period, std::string>, std::string>;

ImportResult importOfPages(const std::string& csv) {
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), "就业.csv", progress);
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, detectPlan(books), true, progress);
}

PageValues pageValues(const ImportResult& result) {
    PageValues values;
    for (const ReadCell& cell : result.cells) {
        if (!isMissing(cell.value)) {
            values[{cell.unit, cell.period, cell.variable}] =
                QString::number(cell.value).toStdString() + " " + cell.unitOfMeasure;
        }
    }
    return values;
}

PageValues valuesOnPages(const std::string& csv) {
    return pageValues(importOfPages(csv));
}

TEST(HeaderAgain, OfVariablesOverBareYearsIsOneHeader) {
    for (const std::string corner : {"", "城市", "City"}) {
        for (const std::string year : {"", "年"}) {
            const PageValues values = valuesOnPages(
                "就业,,\n单位：万人,,\n城市,甲从业人员,\n" + corner + ",2007" + year + ",2008" +
                year + "\n石家庄市,10,20\n唐山市,11,21\n秦皇岛市,12,22\n城市,丙从业人员,\n" +
                corner + ",2009" + year + ",2010" + year +
                "\n石家庄市,1000,2000\n唐山市,1001,2001\n");
            EXPECT_THAT(values, SizeIs(10)) << corner << year;
            const auto at = [&](Period period, const std::string& variable) {
                const auto found = values.find({"唐山市", period, variable});
                return found == values.end() ? std::string() : found->second;
            };
            EXPECT_EQ(at(2008, "甲从业人员"), "21 万人") << corner << year;
            EXPECT_EQ(at(2009, "丙从业人员"), "1001 万人") << corner << year;
            EXPECT_EQ(at(2009, "甲从业人员"), "") << corner << year;
        }
    }
}

TEST(HeaderAgain, KeepsItsVariablesWhereTheFirstIsMissing) {
    const std::string header = "城市,绿化覆盖率(%),,移动电话用户(万户),\n,2007,2008,2007,2008\n";
    const PageValues values = valuesOnPages(
        "2-10 城市建设,,,,\n" + header + "石家庄市,40,41,1000,1010\n唐山市,41,42,1001,1011\n" +
        header + "太原市,—,—,2000,2010\n大同市,…,—,2001,2011\n");
    EXPECT_THAT(values, SizeIs(12));
    EXPECT_EQ(values.at({"大同市", 2008, "移动电话用户"}), "2011 万户");
    EXPECT_EQ(values.at({"唐山市", 2007, "绿化覆盖率"}), "41 %");
}

TEST(HeaderAgain, OfYearsOverScopesWithTheKeyBelowIsOneHeader) {
    const auto page = [](const std::string& years) {
        return ",用电量(万千瓦时),,,\n" + years + "城市,全市,市辖区,全市,市辖区\n";
    };
    const PageValues values =
        valuesOnPages("2-9 用电,,,,\n" + page(",2007,,2008,\n") +
                      "石家庄市,1,2,3,4\n唐山市,5,6,7,8\n秦皇岛市,9,10,11,12\n" +
                      page(",2009,,2010,\n") + "石家庄市,13,14,15,16\n唐山市,17,18,19,20\n");
    EXPECT_THAT(values, SizeIs(20));
    EXPECT_EQ(values.at({"唐山市", 2007, "用电量_市辖区"}), "6 万千瓦时");
    EXPECT_EQ(values.at({"唐山市", 2010, "用电量_全市"}), "19 万千瓦时");
}

TEST(HeaderAgain, BelowFewCitiesLosesNoneOfThem) {
    const auto page = [](const std::string& title, const std::string& name) {
        return title + ",,\n城市,2012,2013\n," + name + "(万人)," + name +
               "(万人)\n城市,全市,全市\n石家庄市,1,2\n唐山市,3,4\n";
    };
    const PageValues values =
        valuesOnPages(page("2-1 人口", "户籍人口") + page("2-2 人口", "常住人口"));
    EXPECT_THAT(values, SizeIs(8));
    EXPECT_EQ(values.at({"石家庄市", 2012, "户籍人口_全市"}), "1 万人");
    EXPECT_EQ(values.at({"唐山市", 2013, "常住人口_全市"}), "4 万人");
}

TEST(HeaderAgain, OverRowsOfMarksIsStillOne) {
    const PageValues values =
        valuesOnPages("2-1 财政（2010年）,,,,,,,,\n城市,甲(万元),乙(万元),丙(万元),丁(万元),"
                      "戊(万元),己(万元),庚(万元),辛(万元)\n石家庄市,1,2,3,4,5,6,7,8\n"
                      "唐山市,11,12,13,14,15,16,17,18\n城市,子(万元),丑(万元),寅(万元),"
                      "卯(万元),辰(万元),巳(万元),午(万元),未(万元)\n太原市,…,—,…,—,…,—,…,77\n"
                      "大同市,—,—,—,—,—,—,—,78\n");
    EXPECT_THAT(values, SizeIs(18));
    EXPECT_EQ(values.at({"大同市", 2010, "未"}), "78 万元");
}

TEST(HeaderAgain, OverValuesThatCannotBeReadIsNotOfTheTableAbove) {
    const PageValues values = valuesOnPages(
        "就业（2010年）,,\n城市,甲从业人员,乙从业人员\n石家庄市,10,20\n唐山市,11,21\n"
        "秦皇岛市,12,22\n城市,丙从业人员,丁从业人员\n石家庄市,见注,见注\n唐山市,约11,二十\n"
        "秦皇岛市,x,y\n邯郸市,—,77\n天津市,x,y\n");
    EXPECT_FALSE(values.contains({"邯郸市", 2010, "乙从业人员"}));
    EXPECT_EQ(values.at({"秦皇岛市", 2010, "乙从业人员"}), "22 ");
}

TEST(HeaderAgain, UnderABlankCornerBeginsOtherVariables) {
    const std::string first = "2-5 建设（2015年）,,,\n,投资(亿元),道路(万平方米),供水(万吨)\n"
                              "石家庄市,1,2,3\n唐山市,4,5,6\n";
    const PageValues fewer =
        valuesOnPages(first + ",绿地(公顷),用户(万户),\n河北省,,,\n石家庄市,7,8,\n唐山市,9,10,\n");
    EXPECT_THAT(fewer, SizeIs(10));
    EXPECT_EQ(fewer.at({"唐山市", 2015, "用户"}), "10 万户");
    const PageValues one = valuesOnPages(first + ",地区生产总值,,\n石家庄市,7,,\n唐山市,9,,\n");
    EXPECT_THAT(one, SizeIs(8));
    EXPECT_EQ(one.at({"唐山市", 2015, "地区生产总值"}), "9 ");
    const PageValues turned = valuesOnPages(
        first + ",供水(万吨),投资(亿元),道路(万平方米)\n邯郸市,7,8,9\n邢台市,1,2,3\n");
    EXPECT_EQ(turned.at({"邯郸市", 2015, "投资"}), "8 亿元");
    const PageValues groups =
        valuesOnPages("2-5 建设（2015年）,,,\n,投资,,\n,全市,市辖区,县\n石家庄市,1,2,3\n"
                      "唐山市,4,5,6\n,供水,,\n,全市,市辖区,县\n石家庄市,7,8,9\n");
    EXPECT_EQ(groups.at({"石家庄市", 2015, "供水_市辖区"}), "8 ");
    EXPECT_EQ(groups.at({"唐山市", 2015, "投资_市辖区"}), "5 ");
}

TEST(HeaderAgain, ALineThatNumbersItsColumnsIsNoUnit) {
    const std::string byYear = "城市,2007,2008\n甲,1,2\n";
    const std::string byVariable = "城市,人口,产值\n甲,1,2\n";
    for (const std::string& header : {byYear, byVariable}) {
        const ImportResult result =
            importOfPages("人口（2010年）,,\n" + header +
                          "石家庄市,11,12\n唐山市,13,14\n秦皇岛市,15,16\n续表,,\n" + header +
                          "太原市,17,18\n大同市,19,20\n");
        EXPECT_EQ(result.panel.unitCount(), 5U) << header;
        EXPECT_THAT(pageValues(result), SizeIs(10)) << header;
        EXPECT_THAT(result.report.warnings, IsEmpty()) << header;
    }
}

TEST(HeaderAgain, AYearOverTwoColumnsHoldsForBothWhereTheFirstIsMissing) {
    const std::string names =
        "City,城市道路面积(万平方米),在校学生(人),城市道路面积(万平方米),在校学生(人)\n";
    const PageValues values =
        valuesOnPages("2-21 城市,,,,\n城市,2012,,2013,\n" + names +
                      "石家庄市,1,2,3,4\n唐山市,5,6,7,8\n城市,2014,,2015,\n" + names +
                      "石家庄市,#,2104,…,39219\n唐山市,N/A,871,—,246\n");
    EXPECT_EQ(values.at({"石家庄市", 2014, "在校学生"}), "2104 人");
    EXPECT_THAT(values, SizeIs(12));
}

TEST(Corner, OverNamesIsNoUnitOfMeasureAndNoVariable) {
    for (const std::string corner :
         {"市名", "市 名", "地区名称", "市别", "名称", "区域", "省市", "指标", "单位", "序号",
          "地区/年份", "城市\\年份", "City城市", "州市县", "\"City\n城市\""}) {
        const std::string page = corner + ",2006,2007\n";
        const std::string cities = "石家庄市,8811,8911\n唐山市,7722,7822\n秦皇岛市,6633,6733\n";
        const PageValues values =
            valuesOnPages("2-5 普通高等学校在校学生数(人),,\n" + page + cities + "续表,,\n" + page +
                          "太原市,551,552\n大同市,441,442\n");
        EXPECT_THAT(values, SizeIs(10)) << corner;
        ASSERT_TRUE(values.contains({"大同市", 2007, "普通高等学校在校学生数"})) << corner;
        EXPECT_EQ(values.at({"大同市", 2007, "普通高等学校在校学生数"}), "442 人") << corner;
        EXPECT_EQ(values.at({"唐山市", 2006, "普通高等学校在校学生数"}), "7722 人") << corner;
    }
}

TEST(Corner, WithAUnitOfMeasureGivesIt) {
    for (const auto& [corner, unit] : std::vector<std::pair<std::string, std::string>>{
             {"万元", "万元"},
             {"单位：万元", "万元"},
             {"计量单位：万元", "万元"},
             {"地区(万元)", "万元"},
             {"10k CNY (at current price)", "10k CNY (at current price)"},
             {"minutes per day", "minutes per day"}}) {
        const PageValues values = valuesOnPages(
            "产值,,\n" + corner + ",2006,2007\n石家庄市,1,2\n唐山市,3,4\n秦皇岛市,5,6\n");
        EXPECT_EQ(values.at({"唐山市", 2007, "产值"}), "4 " + unit);
    }
}

TEST(Corner, StatesTheUnitOfAPageToo) {
    const PageValues values = valuesOnPages(
        "2-3 "
        "指标（2014年）,,\n单位：万元,地区生产总值,财政收入\n石家庄市,1000,300\n唐山市,750,310\n");
    EXPECT_EQ(values.at({"唐山市", 2014, "财政收入"}), "310 万元");
}

TEST(Corner, OfOneTableNamesNoVariableThatItsHeadingsName) {
    const std::string page = "州市县,年末总人口(万人),\n州市县,2006,2007\n";
    const PageValues values = valuesOnPages("2-5 人口,,\n" + page + "石家庄市,1,2\n唐山市,3,4\n" +
                                            page + "太原市,5,6\n大同市,7,8\n");
    EXPECT_THAT(values, SizeIs(8));
    EXPECT_EQ(values.at({"大同市", 2007, "年末总人口"}), "8 万人");
}

TEST(HeaderAgain, BelowAPageLineOverAnyColumnIsTheSame) {
    for (const char* line :
         {",,续表", ",,（续表）", ",续表2-5,", ",,第2页", ",,- 25 -", ",,Continued"}) {
        const PageValues values = valuesOnPages(
            "2-1 财政(2012年),,\n城市,收入(万元),支出(万元)\n石家庄市,1,2\n唐山市,3,4\n" +
            std::string(line) + "\n城市,收入(万元),支出(万元)\n邢台市,7,8\n保定市,9,10\n");
        EXPECT_THAT(values, SizeIs(8)) << line;
        EXPECT_TRUE(values.contains({"保定市", 2012, "支出"})) << line;
    }
}

TEST(HeaderAgain, OfTwoRowsBelowOneCityUnderABlankCornerLosesNoCity) {
    const std::string scopes = ",全市,市辖区,全市,市辖区\n";
    const PageValues values =
        valuesOnPages("2-1 人口(2012年),,,,\n,人口,,面积,\n" + scopes +
                      "石家庄市,1,2,3,4\n,产值,,投资,\n" + scopes + "石家庄市,5,6,7,8\n");
    EXPECT_THAT(values, SizeIs(8));
    EXPECT_EQ(values.at({"石家庄市", 2012, "人口_市辖区"}), "2 ");
    EXPECT_EQ(values.at({"石家庄市", 2012, "投资_全市"}), "7 ");
}

TEST(HeaderAgain, OfScopesOverYearsKeepsTheScopes) {
    const std::string header = "城市,全市,,市辖区,\n,2014,2015,2014,2015\n";
    const PageValues values = valuesOnPages("2-3 年末总人口（万人）,,,,\n" + header +
                                            "石家庄市,1,2,3,4\n唐山市,5,6,7,8\n,,,,\n" + header +
                                            "大同市,…,…,170,171\n阳泉市,…,…,70,71\n");
    EXPECT_THAT(values, SizeIs(12));
    EXPECT_EQ(values.at({"大同市", 2015, "年末总人口_市辖区"}), "171 万人");
    EXPECT_EQ(values.at({"唐山市", 2014, "年末总人口_全市"}), "5 万人");
}

TEST(HeaderAgain, OfGroupsAboveTheKeyAndTotalsIsOne) {
    const auto page = [](const std::string& year, const std::string& values) {
        return "2-5 固定资产投资（" + year + "年）,,,\n,,,单位:万元\n,固定资产投资,,\n" +
               "城市,合计,国有,民营\n" + values;
    };
    const PageValues values =
        valuesOnPages(page("2014", "石家庄市,1,2,3\n唐山市,4,5,6\n秦皇岛市,7,8,9\n") + ",,,\n" +
                      page("2015", "石家庄市,11,12,13\n唐山市,14,15,16\n"));
    EXPECT_THAT(values, SizeIs(15));
    EXPECT_EQ(values.at({"唐山市", 2015, "固定资产投资_国有"}), "15 万元");
}

TEST(HeaderAgain, BelowPlacesOfWhichNothingIsKnownDoesNotTakeThemIn) {
    for (const std::string missing : {",…,…", ",,"}) {
        const std::string header = "城市,供气总量,居民用量\n";
        const ImportResult result =
            importOfPages("2-30 天然气（2014年）,,\n单位:万立方米,,\n" + header +
                          "石家庄市,1,2\n唐山市,3,4\n" + header + "拉萨市" + missing +
                          "\n日喀则市" + missing + "\n" + header + "西安市,5,6\n铜川市,7,8\n");
        EXPECT_EQ(result.panel.unitCount(), 6U) << missing;
        EXPECT_EQ(pageValues(result).at({"铜川市", 2014, "居民用量"}), "8 万立方米") << missing;
    }
}

TEST(HeaderAgain, OfPlacesAcrossUnderABlankCornerBeginsItsYear) {
    const auto page = [](const std::string& year, const std::string& values) {
        return "2-15 指标（" + year + "年）,,,\n,石家庄市,唐山市,秦皇岛市\n地区生产总值(万元)," +
               values + "\n年末总人口(万人),1,2,3\n";
    };
    const PageValues values =
        valuesOnPages(page("2013", "5,6,7") + ",,,\n" + page("2014", "8,9,10"));
    EXPECT_THAT(values, SizeIs(12));
    EXPECT_EQ(values.at({"唐山市", 2014, "地区生产总值"}), "9 万元");
    EXPECT_EQ(values.at({"唐山市", 2013, "地区生产总值"}), "6 万元");
}

TEST(Sections, OverYearsWithPlacesAcrossNameTheirVariable) {
    const PageValues values =
        valuesOnPages("2-15 主要经济指标,,,\n年份,石家庄市,唐山市,秦皇岛市\n地区生产总值(万元),,,\n"
                      "2013,5,6,7\n2014,8,9,10\n年末总人口(万人),,,\n2015,1,2,3\n2016,4,5,6\n");
    EXPECT_THAT(values, SizeIs(12));
    EXPECT_EQ(values.at({"唐山市", 2014, "地区生产总值"}), "9 万元");
    EXPECT_EQ(values.at({"唐山市", 2016, "年末总人口"}), "5 万人");
}

TEST(LoneYear, OverScopesIsOfAllOfThem) {
    for (const std::string year : {"2014", "2014年", "2014年末", "2014年底"}) {
        for (const std::string& header :
             {"城 市," + year + ",\n,全市,市辖区\n", "," + year + ",\n城市,全市,市辖区\n"}) {
            const PageValues values = valuesOnPages("2-4 参保人数,,\n,,单位:万人\n" + header +
                                                    "石家庄市,1,2\n唐山市,3,4\n秦皇岛市,5,6\n");
            EXPECT_THAT(values, SizeIs(6)) << header;
            EXPECT_EQ(values.at({"唐山市", 2014, "参保人数_市辖区"}), "4 万人") << header;
        }
    }
}

TEST(Groups, WrittenOverEachOfTheirColumnsHoldTogether) {
    const PageValues leaves = valuesOnPages(
        "2-4 "
        "投资（2010年）,,,,\n城市,投资(万元),投资(万元),投资(万元),投资(万元)\n,第一产业,,第二产业,"
        "\n"
        ",全市,市辖区,全市,市辖区\n石家庄市,1,2,3,4\n唐山市,5,6,7,8\n秦皇岛市,9,10,11,12\n");
    EXPECT_EQ(leaves.at({"唐山市", 2010, "投资_第一产业_市辖区"}), "6 万元");
    EXPECT_EQ(leaves.at({"唐山市", 2010, "投资_第二产业_市辖区"}), "8 万元");
    const PageValues years =
        valuesOnPages("2-15 指标,,,\n城市,2018,2018,2018\n,构成(%),,\n"
                      ",第一产业,第二产业,第三产业\n石家庄市,8,41,51\n唐山市,7,52,41\n");
    EXPECT_EQ(years.at({"唐山市", 2018, "构成_第二产业"}), "52 %");
}

TEST(Scopes, BesideAYearAreOfTheVariableOfTheTitle) {
    const PageValues values = valuesOnPages(
        "2-3 年末总人口（万人）,,\n城市,2014年全市,2014年市辖区\n石家庄市,1,2\n唐山市,3,4\n"
        "秦皇岛市,5,6\n");
    EXPECT_EQ(values.at({"唐山市", 2014, "年末总人口_市辖区"}), "4 万人");
}

TEST(HeaderAgain, WithNumberedColumnsOrOtherUnitsUnderABlankCornerIsAnother) {
    const PageValues numbered = valuesOnPages(
        "2-15 指标（2018年）,,\n,收入(万元),绿化(%)\n甲,1,2\n石家庄市,6,4\n唐山市,7,5\n,,\n"
        ",绿化(%),收入(万元)\n甲,1,2\n太原市,50,7480\n大同市,42,5811\n");
    EXPECT_THAT(numbered, SizeIs(8));
    EXPECT_EQ(numbered.at({"太原市", 2018, "收入"}), "7480 万元");
    const PageValues units =
        valuesOnPages("2-5 从业人员（2014年）,,\n,男,女\n,万人,万人\n石家庄市,60,40\n"
                      "唐山市,31,44\n,,\n,男,女\n,人,人\n太原市,660000,440000\n");
    EXPECT_EQ(units.at({"太原市", 2014, "从业人员_男"}), "660000 人");
}

TEST(SideBySide, AMissingListAndTotalsDoNotMixTheirCities) {
    const PageValues missing =
        valuesOnPages("2-15 年末总人口,,,,\n城市,2018,,城市,2018\n石家庄市,…,,邢台市,7\n"
                      "唐山市,…,,保定市,5\n秦皇岛市,,,太原市,4\n");
    EXPECT_THAT(missing, SizeIs(3));
    EXPECT_EQ(missing.at({"邢台市", 2018, "年末总人口"}), "7 ");
    const PageValues totals = valuesOnPages("2-15 "
                                            "土地（2014年）,,,,\n,土地(平方公里),,,土地(平方公里)"
                                            "\n合计,33,,总计,43\n唐山市,13,,保定市,22\n"
                                            "秦皇岛市,7,,太原市,6\n邯郸市,12,,大同市,14\n");
    EXPECT_THAT(totals, SizeIs(6));
    EXPECT_EQ(totals.at({"太原市", 2014, "土地"}), "6 平方公里");
}

TEST(Periods, AreNoValuesThatOnlyLookLikeYears) {
    const std::string cities = "杭州市,1928,1997\n宁波市,2020,1989\n温州市,2020,1997\n";
    const PageValues across =
        valuesOnPages("各市日照时数,,\n市名,日照时数（小时）,\n,2010,2011\n" + cities);
    EXPECT_THAT(across, SizeIs(6));
    EXPECT_EQ(across.at({"宁波市", 2010, "日照时数"}), "2020 小时");
    NoProgress progress;
    const Workbook book = *readWorkbook(
        QByteArray::fromStdString("市名,平均气温（℃）,日照时数（小时）\n杭州市,15.2,2020\n"
                                  "宁波市,16.3,2020\n温州市,19.2,1924\n"),
        "气候.csv", progress);
    const std::vector<const Workbook*> books{&book};
    EXPECT_THAT(missingPeriods(detectPlan(books)), SizeIs(1));
}

TEST(Names, InChineseGoBeforeThoseInLatinLetters) {
    const PageValues values =
        valuesOnPages("2-15 公共汽车（2014年）,,\n地区,City,公共汽车(辆)\n苏州市,Suzhou,1\n"
                      "宿州市,Suzhou,2\n台州市,Taizhou,3\n泰州市,Taizhou,4\n");
    EXPECT_THAT(values, SizeIs(4));
    EXPECT_EQ(values.at({"宿州市", 2014, "公共汽车"}), "2 辆");
}

TEST(Names, OfPlacesGoBeforeTheirProvincesAlsoAboveANote) {
    const PageValues values = valuesOnPages(
        "12-40 "
        "产值（2013年）,,\n省份,地区,产值\n河北省,石家庄市,1\n山西省,太原市,2\n江苏省,南京市,3\n"
        "注：本表为快报数。,,\n");
    EXPECT_THAT(values, SizeIs(3));
    EXPECT_TRUE(values.contains({"太原市", 2013, "产值"}));
}

TEST(Parts, ThatSayNothingOfTheirWholeAreOfTheTitle) {
    const PageValues values = valuesOnPages(
        "2-1 户籍人口（万人）（2014年）,,,\n城市,合计,男,女\n石家庄市,9,5,4\n唐山市,8,4,4\n,,,\n"
        "2-2 从业人员（万人）（2015年）,,,\n城市,合计,男,女\n石家庄市,7,4,3\n唐山市,6,3,3\n");
    EXPECT_EQ(values.at({"石家庄市", 2014, "户籍人口_男"}), "5 万人");
    EXPECT_EQ(values.at({"石家庄市", 2015, "从业人员_男"}), "4 万人");
    EXPECT_EQ(values.at({"唐山市", 2015, "从业人员_合计"}), "6 万人");
    const PageValues ofTotal = valuesOnPages(
        "2-1 人口（2014年）,,,\n城市,年末人口（万人）,其中：男,女\n石家庄市,9,5,4\n唐山市,8,4,4\n");
    EXPECT_EQ(ofTotal.at({"唐山市", 2014, "年末人口_女"}), "4 万人");
}

TEST(Groups, OfNarrowerHeadingsDoNotRunOn) {
    const PageValues values = valuesOnPages(
        "17-16 "
        "2003年指标,,,,,,\n城市,户籍人口,,,,土地面积,产量\n,,,#男,,,\n,全市,市辖区,全市,市辖区,,\n"
        ",(万人),(万人),(万人),(万人),(平方公里),(万吨)\n石家庄市,917.9,368.5,411,211,13109,77\n"
        "唐山市,817.9,268.5,313,113,13472,66\n太原市,717.9,368.5,399,188,6988,55\n");
    EXPECT_EQ(values.at({"太原市", 2003, "土地面积"}), "6988 平方公里");
    EXPECT_EQ(values.at({"太原市", 2003, "产量"}), "55 万吨");
}

TEST(OnePlace, NamedByATitleIsNotAllOfThem) {
    NoProgress progress;
    const Workbook panel =
        *readWorkbook("城市,年份,GDP\n石家庄市,2014,1\n唐山市,2014,2\n", "a.csv", progress);
    const Workbook one =
        *readWorkbook("石家庄市主要经济指标（2014-2015年）,\n年份,医院数（个）\n2014,11\n2015,13\n",
                      "b.csv", progress);
    const Workbook all = *readWorkbook("年份,汇率\n2014,6.1\n2015,6.2\n", "c.csv", progress);
    const std::vector<const Workbook*> books{&panel, &one, &all};
    const ImportResult result = *readPanel(books, detectPlan(books), true, progress);
    EXPECT_EQ(pageValues(result).count({"唐山市", 2014, "医院数"}), 0U);
    EXPECT_EQ(pageValues(result).count({"石家庄市", 2014, "医院数"}), 1U);
    ASSERT_THAT(result.report.warnings, SizeIs(1)); // of the rates, that they are taken for all
    EXPECT_EQ(result.report.warnings[0].code, ProblemCode::UnitsNotNamed);
    EXPECT_EQ(result.report.warnings[0].place.file, "c.csv");
}

TEST(ScopesAlone, AreOfWhateverTheTitleNames) {
    const PageValues values = valuesOnPages(
        "2-1 教育和科技支出(2012年),,\n城市,全市,市辖区\n石家庄市,1,2\n唐山市,3,4\n秦皇岛市,5,6\n");
    EXPECT_EQ(values.at({"唐山市", 2012, "教育和科技支出_市辖区"}), "4 ");
}

TEST(UnheadedNames, OfPlacesGoBeforeThoseOfTheirProvinces) {
    for (const std::string province : {"河北省", ""}) {
        const PageValues values =
            valuesOnPages("2-1 财政(2012年),,,\n,,收入(万元),支出(万元)\n河北省,石家庄市,1,2\n" +
                          province + ",唐山市,3,4\n" + province + ",邯郸市,5,6\n");
        EXPECT_THAT(values, SizeIs(6)) << province;
        EXPECT_TRUE(values.contains({"唐山市", 2012, "支出"})) << province;
    }
}

TEST(FurtherTable, OfTheVariableOfTheTitleAboveIsOfOneVariable) {
    NoProgress progress;
    Workbook book = *readWorkbook("地区生产总值(亿元),,\n城市,2010,2011\n石家庄市,1,2\n唐山市,3,4\n"
                                  "地区生产总值(万元),,\n城市,2012,2013\n石家庄市,50000,60000\n"
                                  "唐山市,70000,80000\n",
                                  "a.csv", progress);
    Sheet named("s");
    for (std::size_t row = 0; row < book.sheets[0].rowCount(); ++row) {
        for (std::size_t column = 0; column < book.sheets[0].widthOf(row); ++column) {
            setCell(named, row, column, book.sheets[0].at(row, column));
        }
    }
    book.sheets[0] = std::move(named);
    const std::vector<const Workbook*> books{&book};
    const ImportPlan plan = withSureConversions(detectPlan(books));
    const ImportResult result = *readPanel(books, plan, true, progress);
    EXPECT_EQ(result.panel.columnCount(), 3U); // city, year, s
    EXPECT_THAT(pageValues(result), SizeIs(8));
}

TEST(KeyHeading, IsOfWhatStandsBelowOrBeside) {
    for (const char* heading : {"城市", "市 名", "地区名称", "区域", "年份", "序号", "指标", "单位",
                                "地区/年份", "城市\\年份", "City", "Region/Year", "省、市"}) {
        EXPECT_TRUE(isKeyHeading(heading)) << heading;
    }
    for (const char* heading :
         {"", "城市道路面积", "地区生产总值", "万元", "Mexico City", "单位产值能耗"}) {
        EXPECT_FALSE(isKeyHeading(heading)) << heading;
    }
}

// Hospital beds may be 2,001 in one year and 2,002 in the next.
TEST(HeaderAgain, IsNotSeenInValuesThatLookLikeYears) {
    const PageValues across =
        valuesOnPages("海口市,,,\n指标,单位,2014,2015\n床位数,张,1001,1002\n,,,\n三亚市,,,\n"
                      "指标,单位,2014,2015\n床位数,张,2001,2002\n医院数,个,2003,2004\n");
    EXPECT_THAT(across, SizeIs(6));
    EXPECT_EQ(across.at({"三亚市", 2015, "床位数"}), "2002 张");
    EXPECT_EQ(across.at({"三亚市", 2014, "医院数"}), "2003 个");
    for (const std::string year : {"", "年"}) {
        const PageValues down = valuesOnPages(
            "太原市,,\n年份,医院数（个）,床位数（张）\n2009" + year + ",1009,1019\n2010" + year +
            ",1010,1020\n大同市,,\n年份,医院数（个）,床位数（张）\n2009" + year +
            ",2013,2023\n2010" + year + ",2014,2024\n");
        EXPECT_THAT(down, SizeIs(8)) << year;
        EXPECT_EQ(down.at({"大同市", 2010, "医院数"}), "2014 个") << year;
    }
}

// 拉萨市, …, …: of the first table nothing is known.
TEST(HeaderAgain, BelowATableOfMarksNamesItsOwnTable) {
    const PageValues years = valuesOnPages("2-30 供气,,\n城市,2014,2015\n拉萨市,…,…\n昌都市,…,…\n"
                                           "城市,2016,2017\n拉萨市,11,12\n昌都市,13,14\n");
    EXPECT_THAT(years, SizeIs(4));
    EXPECT_EQ(years.at({"昌都市", 2017, "供气"}), "14 ");
    const PageValues page =
        valuesOnPages("2-30 供气（2014年）,,\n单位:万立方米,,\n城市,供气,居民\n西藏自治区,,\n"
                      "拉萨市,…,…\n城市,供气,居民\n陕西省,,\n西安市,5,6\n宝鸡市,7,8\n");
    EXPECT_THAT(page, SizeIs(4));
    EXPECT_EQ(page.at({"西安市", 2014, "居民"}), "6 万立方米");
}

// A title over both tables, and a line over each that says what it holds.
TEST(HeaderAgain, BelowALineThatNamesAVariableIsOfThat) {
    for (const std::string head :
         {"年份,石家庄市,唐山市,秦皇岛市\n2014,", "城市,2014,2015\n石家庄市,"}) {
        const std::string rest =
            head.starts_with("年份") ? ",2,3\n2015,4,5,6\n" : ",4\n唐山市,2,5\n秦皇岛市,3,6\n";
        const PageValues values =
            valuesOnPages("12-9 历年主要指标,,,\n绿化覆盖率（%）,,,\n" + head + "1" + rest +
                          ",,,\n医院床位数（张）,,,\n" + head + "100" + rest);
        EXPECT_THAT(values, SizeIs(12)) << head;
        EXPECT_EQ(values.at({"石家庄市", 2014, "绿化覆盖率"}), "1 %") << head;
        EXPECT_EQ(values.at({"石家庄市", 2014, "医院床位数"}), "100 张") << head;
        EXPECT_EQ(values.at({"唐山市", 2015, "绿化覆盖率"}), "5 %") << head;
    }
}

// 11-19 各市历年主要指标 over 太原市 over the first table.
TEST(HeaderAgain, OfPlacesIsOfThePlaceBelowTheTitle) {
    const PageValues values = valuesOnPages(
        "11-19 各市历年主要指标,,\n太原市,,\n年份,床位数（张）,医院数（个）\n2009年,…,…\n"
        "2010年,10,20\n大同市,,\n年份,床位数（张）,医院数（个）\n2009年,30,40\n2010年,50,60\n");
    EXPECT_THAT(values, SizeIs(6));
    EXPECT_EQ(values.at({"太原市", 2010, "床位数"}), "10 张");
    EXPECT_EQ(values.at({"大同市", 2009, "医院数"}), "40 个");
}

// The one year over a column is that of the page, and the title says what stands below it.
TEST(HeaderAgain, OfOneYearIsThatOfThePage) {
    const PageValues values =
        valuesOnPages("2-1 年末户籍人口（万人）,,,\n城市,2014年,比上年增长%,位次\n"
                      "石家庄市,100,1.5,1\n唐山市,90,2.5,2\n秦皇岛市,80,3.5,3\n");
    EXPECT_EQ(values.at({"唐山市", 2014, "年末户籍人口"}), "90 万人");
}

// 3-2 各市主要指标(2013年)(单位：亿元) over a header that leaves its corner blank.
TEST(HeaderAgain, BelowATitleWithItsUnitIsOfItsYear) {
    const PageValues values = valuesOnPages(
        "3-1 各市主要指标(2012年)(单位：万元),,\n,财政收入,财政支出\n石家庄市,10,20\n唐山市,11,21\n"
        "3-2 各市主要指标(2013年)(单位：亿元),,\n,零售总额,投资额\n石家庄市,30,40\n唐山市,31,41\n");
    EXPECT_THAT(values, SizeIs(8));
    EXPECT_EQ(values.at({"唐山市", 2013, "投资额"}), "41 亿元");
    EXPECT_EQ(values.at({"唐山市", 2012, "财政收入"}), "11 万元");
}

TEST(HeaderAgain, BelowAContinuationWithAScopeIsOfThat) {
    const PageValues values =
        valuesOnPages("2-1 各市情况(2015年)(全市),\n城市,人口(万人)\n石家庄市,10\n唐山市,11\n"
                      "2-1 续表(市辖区),\n城市,人口(万人)\n石家庄市,5\n唐山市,6\n");
    EXPECT_EQ(values.at({"唐山市", 2015, "人口_全市"}), "11 万人");
    EXPECT_EQ(values.at({"唐山市", 2015, "人口_市辖区"}), "6 万人");
}

// Lists below each other, each under the name of its variable alone.
TEST(HeaderAgain, BelowTheNameOfAVariableIsOfThat) {
    const PageValues values =
        valuesOnPages("2015年各市排名,\n地区生产总值,\n城市,数值(亿元)\n石家庄市,10\n唐山市,9\n"
                      "固定资产投资,\n城市,数值(亿元)\n邯郸市,8\n保定市,7\n");
    EXPECT_THAT(values, SizeIs(4));
    EXPECT_EQ(values.at({"石家庄市", 2015, "地区生产总值_数值"}), "10 亿元");
    EXPECT_EQ(values.at({"邯郸市", 2015, "固定资产投资_数值"}), "8 亿元");
}

} // namespace
} // namespace citypanel::sheets
