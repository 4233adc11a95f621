// SPDX-License-Identifier: GPL-3.0-or-later
// Where the header ends and the units begin, whatever their first values are.
#include "core/sheets/header_rows.h"
#include "core/sheets/import.h"
#include "core/sheets/layout.h"
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

ImportResult importedText(const std::string& bytes, const std::string& name) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbook(QByteArray::fromStdString(bytes), name, progress));
    auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? *std::move(result) : ImportResult{};
}

// What yearbooks print for a value that is not there or cannot be read, in the first row of data.
TEST(HeaderRows, NeverHoldTheFirstCityWhateverItsValueIs) {
    for (const std::string value :
         {"N/A", "-", "…", "—", "(12)", "\"335,2\"", "约5", "#VALUE!", "暂缺", ""}) {
        const ImportResult result = importedText(
            "城市,人口(万人)\n北京市," + value + "\n石家庄市,1005.3\n唐山市,741.8\n", "p_2013.csv");
        EXPECT_THAT(result.panel.unitLabels(), ElementsAre("北京市", "石家庄市", "唐山市"))
            << value;
        const Variable* population = result.panel.find("人口");
        ASSERT_NE(population, nullptr) << value;
        EXPECT_EQ(population->unitOfMeasure(), "万人") << value;
        EXPECT_TRUE(population->isMissingAt(0)) << value;
        EXPECT_EQ(population->numbers()[1], 1005.3) << value;
    }
}

TEST(HeaderRows, NeverHoldSeveralFirstCitiesWithoutValues) {
    const ImportResult two = importedText(
        "城市,人口(万人)\n北京市,N/A\n天津市,-\n石家庄市,1005.3\n唐山市,741.8\n", "p_2013.csv");
    EXPECT_EQ(two.panel.unitCount(), 4U);
    EXPECT_EQ(two.panel.find("人口")->numbers()[2], 1005.3);
    const ImportResult heading = importedText(
        "城市,人口,GDP\n城市合计,,\n河北省,,\n石家庄市,—,…\n\n唐山市,741.8,5\n保定市,3,4\n",
        "p_2013.csv");
    EXPECT_THAT(heading.panel.unitLabels(), ElementsAre("石家庄市", "唐山市", "保定市"));
    EXPECT_EQ(heading.panel.find("人口")->numbers()[1], 741.8);
}

TEST(HeaderRows, LeaveTheYearsOverTheFirstCity) {
    for (const std::string values : {"N/A,N/A", "-,-", ","}) {
        const ImportResult result = importedText(
            "城市,2010,2011\n北京市," + values + "\n石家庄市,1,2\n唐山市,3,4\n", "gdp.csv");
        EXPECT_THAT(result.panel.distinctPeriods(), ElementsAre(2010, 2011)) << values;
        EXPECT_THAT(result.panel.unitLabels(), ElementsAre("北京市", "石家庄市", "唐山市"));
        const Variable* gdp = result.panel.find("gdp");
        ASSERT_NE(gdp, nullptr) << values;
        EXPECT_EQ(gdp->unitOfMeasure(), "") << values;
    }
}

TEST(HeaderRows, AreNoneOverATableThatBeginsWithACityWithoutValue) {
    const ImportResult result =
        importedText("北京市,N/A\n天津市,4\n石家庄市,1005.3\n", "p_2013.csv");
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("北京市", "天津市", "石家庄市"));
    EXPECT_EQ(result.report.warnings.at(0).code, ProblemCode::HeaderNotFound);
}

// Units that no gazetteer knows: a row of nothing but missing marks names no variable.
TEST(HeaderRows, OfOtherUnitsEndAboveARowOfMissingMarks) {
    for (const std::string values : {"N/A,-", ",", "#DIV/0!,N/A"}) {
        const ImportResult result = importedText(
            "county,pop,gdp\nA county," + values + "\nB county,5,6\nC county,6,7\n", "a_2013.csv");
        ASSERT_NE(result.panel.find("pop"), nullptr) << values;
        EXPECT_EQ(result.panel.find("pop")->numbers().back(), 6.0);
    }
}

// Most numbers of a column with decimal commas: a column of numbers, each of them listed.
TEST(HeaderRows, StandOverColumnsOfNumbersThatCannotBeRead) {
    const ImportResult result = importedText(
        "城市,x,y\n北京市,5,1\n石家庄市,\"0,123\",\"0,5\"\n唐山市,\"0,456\",\"12,34\"\n"
        "邯郸市,1e400,\"1.234,5\"\n",
        "p_2013.csv");
    ASSERT_NE(result.panel.find("x"), nullptr);
    ASSERT_NE(result.panel.find("y"), nullptr);
    EXPECT_EQ(result.report.unreadableCount, 6U);
    EXPECT_EQ(result.report.valueCount, 2U);
}

// A variable named after a place, and cities across, are headers all the same.
TEST(HeaderRows, MayNamePlacesOverColumnsOfNumbers) {
    const ImportResult across = importedText(
        "年份,北京市,天津市,石家庄市\n2010,1,2,3\n2011,4,5,6\n2012,7,8,9\n", "gdp.csv");
    EXPECT_THAT(across.panel.unitLabels(), ElementsAre("北京市", "天津市", "石家庄市"));
    const ImportResult distance = importedText(
        "城市,北京,上海\n石家庄市,280,1180\n唐山市,180,1200\n保定市,150,1170\n", "km_2013.csv");
    ASSERT_NE(distance.panel.find("北京"), nullptr);
    EXPECT_EQ(distance.panel.find("北京")->numbers()[0], 280.0);
}

TEST(HeaderRows, KeepALineThatOnlyTranslatesTheKey) {
    const ImportResult result = importedText(
        "城市,GDP(亿元),人口\nCity,,\n北京市,5,1\n石家庄市,6,2\n唐山市,7,3\n", "a_2013.csv");
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("北京市", "石家庄市", "唐山市"));
    EXPECT_EQ(result.panel.find("GDP")->unitOfMeasure(), "亿元");
}

TEST(HeaderRows, MayHaveABlankRowAmongThem) {
    const ImportResult result = importedText(
        "2-1 人口与就业 (2016年),,,,\n城市,年末总人口,,从业人员,\n,,,,\n,全市,市辖区,全市,市辖区\n"
        "石家庄市,100.5,1,2,3\n唐山市,200.5,4,5,6\n秦皇岛市,300.5,7,8,9\n",
        "p.csv");
    EXPECT_THAT(variablesOf(result.panel), ElementsAre("年末总人口_全市", "年末总人口_市辖区",
                                                       "从业人员_全市", "从业人员_市辖区"));
    EXPECT_EQ(result.panel.find("从业人员_市辖区")->numbers()[2], 9);
    const ImportResult title = importedText( // nothing above the blank row heads the cities
        "年末总人口,说明\n,\n城市,人口\n石家庄市,100.5\n唐山市,200.5\n秦皇岛市,300.5\n",
        "p_2016.csv");
    EXPECT_THAT(variablesOf(title.panel), ElementsAre("人口"));
}

// Units of measure and scopes alone are of the headings above the blank row.
TEST(HeaderRows, AreJoinedAcrossABlankRowWhereTheLastSaysNoVariable) {
    for (const auto& [upper, lower] :
         std::vector<std::pair<std::string, std::string>>{{",GDP,年末总人口", ",亿元,万人"},
                                                          {"城市,GDP,年末总人口", "城市,亿元,万人"},
                                                          {",GDP,年末总人口", "城市,亿元,万人"}}) {
        const ImportResult result = importedText(
            upper + "\n,,\n" + lower + "\n石家庄市,100.5,1\n唐山市,200.5,4\n秦皇岛市,300.5,7\n",
            "p_2016.csv");
        EXPECT_THAT(variablesOf(result.panel), ElementsAre("GDP", "年末总人口")) << upper << lower;
        EXPECT_EQ(result.panel.columnInfo()[2].unitOfMeasure, "亿元") << upper << lower;
    }
    const ImportResult scopes =
        importedText(",GDP,年末总人口\n,,\n城市,全市,市辖区\n石家庄市,100.5,1\n唐山市,200.5,4\n"
                     "秦皇岛市,300.5,7\n",
                     "p_2016.csv");
    EXPECT_THAT(variablesOf(scopes.panel), ElementsAre("GDP_全市", "年末总人口_市辖区"));
}

TEST(HeaderRows, LeaveTheUnitBelowThemToTheWholeTable) {
    for (const char* unit : {"单位：亿元,,", "（单位：亿元）,,", "按当年价格计算　　单位：亿元,,",
                             "按现行价格计算（单位：亿元）,,", ",,\"当年价, 单位：亿元\""}) {
        const ImportResult result =
            importedText(std::string("2016年主要指标,,\n城市,地区生产总值,增长(%)\n") + unit +
                             "\n石家庄市,5857.8,6.8\n唐山市,6306.2,6.8\n秦皇岛市,1339.5,7.0\n",
                         "p.csv");
        EXPECT_THAT(variablesOf(result.panel), ElementsAre("地区生产总值", "增长")) << unit;
        EXPECT_EQ(result.panel.find("地区生产总值")->unitOfMeasure(), "亿元") << unit;
        EXPECT_EQ(result.panel.find("增长")->unitOfMeasure(), "%") << unit;
    }
}

TEST(HeaderRows, GoOnAboveABlankRowWhateverHeadsTheCities) {
    const std::string body = "石家庄市,11.5,21.5\n唐山市,12.5,22.5\n秦皇岛市,13.5,23.5\n";
    for (const char* corner : {"城 市", "地 区", "", "城市", "\"地区\nCity\"", "\"城 市\nCity\""}) {
        const ImportResult result =
            importedText("2-30 零售(2015年),,\n" + std::string(corner) +
                             ",全市,市辖区\n,,\n,零售额(万元),零售额(万元)\n" + body,
                         "p.csv");
        EXPECT_THAT(variablesOf(result.panel), ElementsAre("零售额_全市", "零售额_市辖区"))
            << corner;
    }
    const ImportResult english =
        importedText("2-2 地区生产总值(2009年),,\n城市,地区生产总值,地区生产总值\n"
                     ",Gross Regional Product,Gross Regional Product\n,,\n,全市,市辖区\n" +
                         body,
                     "p.csv");
    EXPECT_THAT(variablesOf(english.panel),
                ElementsAre("地区生产总值_全市", "地区生产总值_市辖区"));
    const ImportResult totals =
        importedText("2-1 用电量(2015年),,\n地区,外资金额(万美元),用电量(万千瓦时)\n,Foreign "
                     "Capital,Electricity\n"
                     ",,\n,合计,合计\n" +
                         body,
                     "p.csv");
    EXPECT_THAT(variablesOf(totals.panel), ElementsAre("外资金额_合计", "用电量_合计"));
    EXPECT_EQ(totals.panel.columnInfo()[3].unitOfMeasure, "万千瓦时");
}

// A scope, an indicator, its English, a part, its English, a unit.
TEST(HeaderRows, MayBeSix) {
    const ImportResult result = importedText(
        "2-1 投资(2015年),,,,\n城市,全市,全市,市辖区,市辖区\n,投资,投资,投资,投资\n"
        ",Investment,Investment,Investment,Investment\n,,其中：房地产,,其中：房地产\n"
        ",,Real Estate,,Real Estate\n,(亿元),(亿元),(亿元),(亿元)\n"
        "石家庄市,11.5,21.5,31.5,41.5\n唐山市,12.5,22.5,32.5,42.5\n秦皇岛市,13.5,23.5,33.5,43.5\n",
        "p.csv");
    EXPECT_THAT(variablesOf(result.panel),
                ElementsAre("投资_全市", "投资_房地产_全市", "投资_市辖区", "投资_房地产_市辖区"));
    EXPECT_EQ(result.panel.find("投资_房地产_全市")->numbers()[2], 23.5);
}

TEST(HeaderRows, ComeAgainBelowTwoCities) {
    const std::string header = ",移动电话,工业烟尘\n,Mobile,Dust\n,万户,吨\n";
    const ImportResult result = importedText(
        "4-23 指标(2015年),,\n" + header + "宁波市,2422.31,174944\n温州市,2422.41,174945\n" +
            header + "福州市,6837.95,326933\n厦门市,837.95,26933\n",
        "p.csv");
    EXPECT_THAT(variablesOf(result.panel), ElementsAre("移动电话", "工业烟尘"));
    EXPECT_THAT(result.panel.find("移动电话")->numbers(),
                ElementsAre(2422.31, 2422.41, 6837.95, 837.95));
}

} // namespace
} // namespace citypanel::sheets
