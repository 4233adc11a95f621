// SPDX-License-Identifier: GPL-3.0-or-later
// Units of measure over groups of columns and whole pages, and the columns that cannot be in them.
#include "core/base/problem.h"
#include "core/sheets/header_text.h"
#include "core/sheets/heading_units.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/title_scope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ImportResult pageOf(const std::string& csv) {
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), "x_2015.csv", progress);
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, detectPlan(books), true, progress);
}

/// The variables of a page as "name unit".
std::vector<std::string> measuresOf(const ImportResult& result) {
    std::vector<std::string> found;
    for (const Variable& variable : result.panel.columns()) {
        if (variable.name() != "city" && variable.name() != "year") {
            found.push_back(variable.name() + " " + variable.unitOfMeasure());
        }
    }
    return found;
}

TEST(HeadingUnits, OfAGroupReachNoRankOrShare) {
    const auto unit = [](const std::vector<std::string>& cells) {
        return joinHeader(cells).unitOfMeasure;
    };
    EXPECT_EQ(unit({"地区生产总值(万元)", "绝对数"}), "万元");
    EXPECT_EQ(unit({"地区生产总值(万元)", "第一产业"}), "万元");
    for (const char* name : {"位次", "占比", "占全国比重", "增长", "比上年增长", "增速", "增长率",
                             "指数", "指数(上年=100)", "同比", "全国排名"}) {
        EXPECT_EQ(unit({"地区生产总值(万元)", name}), "") << name;
        EXPECT_EQ(unit({"万元", name}), "") << name;
    }
    EXPECT_EQ(unit({"地区生产总值(万元)", "增长(%)"}), "%");
    EXPECT_EQ(unit({"地区生产总值(万元)", "增长", "(%)"}), "%");
    EXPECT_EQ(unit({"地区生产总值(万元)", "增长%"}), "%");
    EXPECT_EQ(unit({"产业构成(%)", "比重"}), "%");
}

TEST(HeadingUnits, OfAPageReachWhatMayBeInThem) {
    const ImportResult result = pageOf(
        ",,,,,,,,单位：万元\n"
        "城市,地区生产总值,位次,占全国比重,增长(%),指数(上年=100),年末总人口,城镇化率,"
        "人均地区生产总值\n"
        "石家庄市,5440,1,2.5,7.5,107.5,1028,58.3,51043\n唐山市,6103,2,2.7,5.6,105.6,780,58.3,"
        "78398\n邯郸市,3145,3,1.4,6.8,106.8,943,51.4,33450\n");
    EXPECT_THAT(measuresOf(result),
                ElementsAre("地区生产总值 万元", "位次 ", "占全国比重 ", "增长 %", "指数_上年_100 ",
                            "年末总人口 ", "城镇化率 ", "人均地区生产总值 万元"));
}

TEST(HeadingUnits, MayBeSaidToBeNone) {
    const HeaderText code = joinHeader({"Cityid", "城市代码", "没有单位"});
    EXPECT_EQ(code.name, "城市代码");
    EXPECT_EQ(code.unitOfMeasure, "");
}

TEST(HeadingUnits, StandInTitlesOverTheFirstColumnOfTheTable) {
    const ImportResult result =
        pageOf(",2-7 各市固定资产投资额(万元),,\n,2-7 Main Indicators of Cities,,\n"
               ",地区,2011年,2012年\n,石家庄市,5440,5441\n,唐山市,6103,6104\n"
               ",邯郸市,3145,3146\n");
    EXPECT_THAT(measuresOf(result), ElementsAre("各市固定资产投资额 万元"));
}

TEST(HeadingUnits, GoWithTheWordsOfAHeading) {
    EXPECT_TRUE(mayBeIn("地区生产总值", "亿元"));
    EXPECT_FALSE(mayBeIn("地区生产总值", "万人"));
    EXPECT_TRUE(mayBeIn("地区生产总值", "%"));
    EXPECT_TRUE(mayBeIn("年末总人口", "万人"));
    EXPECT_FALSE(mayBeIn("年末总人口, 市辖区", "万元"));
    EXPECT_TRUE(mayBeIn("人口自然增长率", "‰"));
    EXPECT_FALSE(mayBeIn("人口自然增长率", "万人"));
    EXPECT_TRUE(mayBeIn("全员劳动生产率", "元/人"));
    EXPECT_TRUE(mayBeIn("全员劳动生产率", "万元"));
    EXPECT_FALSE(mayBeIn("指数(上年=100), 第一产业", "万元"));
    EXPECT_TRUE(mayBeIn("收入构成, 工资性收入", "元"));
    EXPECT_TRUE(mayBeIn("比上年增长, 绝对额", "万元"));
    EXPECT_FALSE(mayBeIn("位次", "%"));
    EXPECT_FALSE(mayBeIn("工业企业单位数", "万元"));
    EXPECT_TRUE(mayBeIn("工业企业单位数", "个"));
    EXPECT_TRUE(mayBeIn("工业增加值", "亿元"));
    EXPECT_TRUE(mayBeIn("", "亿元"));
}

TEST(HeadingUnits, StandBetweenNamesAndScopes) {
    const std::string rows = ",全市,市辖区,全市,市辖区\n石家庄市,1028,400,54405949,22000000\n"
                             "唐山市,780,330,61030600,30000000\n邯郸市,943,150,31454300,9000000\n";
    const ImportResult two =
        pageOf("2-1 主要指标\n城市,年末总人口,,地区生产总值,\n,(万人),,(万元),\n" + rows);
    EXPECT_THAT(measuresOf(two), ElementsAre("年末总人口_全市 万人", "年末总人口_市辖区 万人",
                                             "地区生产总值_全市 万元", "地区生产总值_市辖区 万元"));
    const ImportResult one =
        pageOf("2-1 主要指标\n城市,地区生产总值,,第一产业,\n,(万元),,,\n" + rows);
    EXPECT_THAT(measuresOf(one), ElementsAre("地区生产总值_全市 万元", "地区生产总值_市辖区 万元",
                                             "第一产业_全市 ", "第一产业_市辖区 "));
}

std::vector<std::string> doubtedUnits(const ImportResult& result) {
    std::vector<std::string> variables;
    for (const Problem& warning : result.report.warnings) {
        if (warning.code == ProblemCode::UnitOfMeasureDiffers) {
            variables.push_back(warning.place.cell + " " + warning.place.variable);
        }
    }
    return variables;
}

const std::string citiesOfThree = "石家庄市,5440,1,7.5\n唐山市,6103,2,5.6\n邯郸市,3145,3,6.8\n";

TEST(HeadingUnits, OfATitleHoldWhereAllMayBeInThem) {
    const ImportResult result =
        pageOf("各城市财政收支（亿元）\n城市,财政收入,财政支出,增长(%)\n" + citiesOfThree);
    EXPECT_THAT(measuresOf(result), ElementsAre("财政收入 亿元", "财政支出 亿元", "增长 %"));
    EXPECT_THAT(doubtedUnits(result), IsEmpty());
}

TEST(HeadingUnits, OfATitleAreDoubtedWhereSomeMayNot) {
    const ImportResult result = pageOf(
        "各城市地区生产总值和人口（亿元）\n城市,地区生产总值,年末总人口,位次\n" + citiesOfThree);
    EXPECT_THAT(measuresOf(result), ElementsAre("地区生产总值 ", "年末总人口 ", "位次 "));
    EXPECT_THAT(doubtedUnits(result), ElementsAre("A1 地区生产总值", "A1 年末总人口"));
}

TEST(HeadingUnits, OfAPageAreDoubtedForWhatIsNotInThem) {
    const ImportResult result =
        pageOf("单位：万元\n城市,地区生产总值,年末总人口,位次\n" + citiesOfThree);
    EXPECT_THAT(measuresOf(result), ElementsAre("地区生产总值 万元", "年末总人口 ", "位次 "));
    EXPECT_THAT(doubtedUnits(result), ElementsAre("A1 年末总人口"));
}

// Each of the units is of the columns whose words allow no other of them.
TEST(HeadingUnits, OfALineThatListsSeveralAreGivenByTheWords) {
    for (const char* lines : {"指标（2012年）\n单位：万元、万人、平方公里\n",
                              "指标（2012年）\n（万元、万人、平方公里）\n",
                              "指标（2012年）（万元、万人、平方公里）\n"}) {
        const ImportResult result =
            pageOf(std::string(lines) +
                   "城市,财政收入,年末总人口,建成区面积,人均GDP,面积增长率,某某\n"
                   "石家庄市,1000,2000,5,6,7,8\n唐山市,1001,2001,6,7,8,9\n邯郸市,1,2,3,4,5,6\n");
        EXPECT_THAT(measuresOf(result),
                    ElementsAre("财政收入 万元", "年末总人口 万人", "建成区面积 平方公里",
                                "人均GDP ", "面积增长率 ", "某某 "))
            << lines;
        EXPECT_THAT(doubtedUnits(result).size(), 3U) << lines; // told for those without one
    }
    const ImportResult growth = pageOf("指标（2012年）\n单位：亿元，增速：%\n城市,GDP,增速\n" +
                                       std::string("石家庄市,1000,2\n唐山市,1001,2.5\n"));
    EXPECT_THAT(measuresOf(growth), ElementsAre("GDP 亿元", "增速 %"));
    const ImportResult apart = pageOf("指标（2012年）\n单位：万元,,单位：人\n城市,GDP,从业人员\n" +
                                      std::string("石家庄市,1000,2\n唐山市,1001,2.5\n"));
    EXPECT_THAT(measuresOf(apart), ElementsAre("GDP 万元", "从业人员 人"));
}

TEST(HeadingUnits, StandBesideTheYearOrTheScopeOfATitle) {
    const ImportResult result = pageOf("财政收支（2012年，亿元）\n城市,财政收入,财政支出\n" +
                                       std::string("石家庄市,1000,2\n唐山市,1001,2.5\n"));
    EXPECT_THAT(measuresOf(result), ElementsAre("财政收入 亿元", "财政支出 亿元"));
    const ImportResult scoped = pageOf("财政收支（全市，2012年，亿元）\n城市,财政收入,财政支出\n" +
                                       std::string("石家庄市,1000,2\n唐山市,1001,2.5\n"));
    EXPECT_THAT(measuresOf(scoped), ElementsAre("财政收入_全市 亿元", "财政支出_全市 亿元"));
    EXPECT_EQ(scopeInTitle("指标（2012年，市辖区）"), "市辖区");
    EXPECT_EQ(scopeInTitle("指标（全市、市辖区，2012年）"), "");
}

TEST(HeadingUnits, StandBehindLatinNames) {
    EXPECT_EQ(joinHeader({"GDP：亿元"}).unitOfMeasure, "亿元");
    EXPECT_EQ(joinHeader({"CO2，万吨"}).unitOfMeasure, "万吨");
    EXPECT_EQ(joinHeader({"CO2，万吨"}).name, "CO2");
    EXPECT_EQ(joinHeader({"Unit:亿元"}).unitOfMeasure, "");
}

TEST(Scopes, OfNamesAndTitlesAreThoseOfTheDistricts) {
    for (const char* name : {"城市市辖区", "市辖区人口", "2017年市辖区人口", "GDP(市辖区)2017",
                             "地区生产总值市辖区", "gdp_市辖区_2017"}) {
        EXPECT_EQ(scopeInName(name), "市辖区") << name;
    }
    EXPECT_EQ(scopeInName("全市2017"), "全市");
    for (const char* name :
         {"不含市辖区", "市辖区以外", "全市和市辖区", "市辖区及辖县", "各市GDP"}) {
        EXPECT_EQ(scopeInName(name), "") << name;
    }
    EXPECT_EQ(scopeInTitle("GDP by city (Districts), 2017"), "市辖区");
    EXPECT_EQ(scopeInTitle("GRP of Districts under City"), "市辖区");
    EXPECT_EQ(scopeInTitle("GRP of Total City and Districts under City"), "");
}

} // namespace
} // namespace citypanel::sheets
