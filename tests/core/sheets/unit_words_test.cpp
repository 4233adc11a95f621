// SPDX-License-Identifier: GPL-3.0-or-later
// Units of measure, numbered columns, scopes and translations in and above headers.
#include "core/sheets/header_text.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/unit_of_measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;

ImportResult tableOf(const std::string& csv, const std::string& name = "x_2015.csv") {
    NoProgress progress;
    const Workbook book = *readWorkbook(QByteArray::fromStdString(csv), name, progress);
    const std::vector<const Workbook*> books{&book};
    return *readPanel(books, detectPlan(books), true, progress);
}

std::string unitOf(const ImportResult& result, const std::string& name) {
    const auto* variable = result.panel.find(name);
    return variable == nullptr ? "no " + name : variable->unitOfMeasure();
}

const std::string rowsOfTwo = "石家庄市,1,2\n唐山市,3,4\n邯郸市,5,6\n";

TEST(UnitWords, StandInARowAboveTheNames) {
    const ImportResult result =
        tableOf("2-1 主要指标,,\n,亿元,万人\n城市,地区生产总值,年末总人口\n" + rowsOfTwo);
    EXPECT_EQ(unitOf(result, "地区生产总值"), "亿元");
    EXPECT_EQ(unitOf(result, "年末总人口"), "万人");
}

TEST(UnitWords, StandBesideTheTitle) {
    for (const char* line :
         {"2-1 地区生产总值,,单位：万元\n", "2-1 地区生产总值,单位：,万元\n",
          "2-1 地区生产总值,,\n单 位：万 元,,\n", "单位：万元（当年价格）,,\n"}) {
        const ImportResult result =
            tableOf(std::string(line) + "城市,地区生产总值,第一产业\n" + rowsOfTwo);
        EXPECT_EQ(unitOf(result, "地区生产总值"), "万元") << line;
        EXPECT_EQ(unitOf(result, "第一产业"), "万元") << line;
    }
}

TEST(UnitWords, OfOneNameAreItsOwn) {
    const ImportResult result =
        tableOf("单位：亿元  增速:%,,\n城市,地区生产总值,增速\n" + rowsOfTwo);
    EXPECT_EQ(unitOf(result, "地区生产总值"), "亿元");
    EXPECT_EQ(unitOf(result, "增速"), "%");
    EXPECT_THAT(unitsByName("单位：亿元  增速:%"), ElementsAre(NamedUnit{"增速", "%"}));
}

TEST(UnitWords, StandInBracketsOfEveryKind) {
    for (const char* heading :
         {"地区生产总值[亿元]", "地区生产总值【亿元】", "地区生产总值(亿元)"}) {
        const HeaderText header = joinHeader({heading});
        EXPECT_EQ(header.name, "地区生产总值") << heading;
        EXPECT_EQ(header.unitOfMeasure, "亿元") << heading;
    }
}

TEST(UnitWords, StandBehindAColonOrComma) {
    for (const char* heading : {"人口:万人", "人口：万人", "人口，万人", "人口(万人)"}) {
        EXPECT_EQ(joinHeader({heading}).name, "人口") << heading;
        EXPECT_EQ(joinHeader({heading}).unitOfMeasure, "万人") << heading;
    }
    EXPECT_EQ(joinHeader({"能耗/万元"}).unitOfMeasure, ""); // per 10,000 yuan
    EXPECT_EQ(joinHeader({"其中:工业"}).unitOfMeasure, "");
    EXPECT_EQ(joinHeader({"其中:工业"}).name, "工业");
}

TEST(HeaderLines, ThatNumberTheColumnsAreNoUnitAndNoName) {
    for (const char* lines : {"甲,1,2\n", "A,B,C\n(1),(2),(3)\n"}) {
        const ImportResult result =
            tableOf("城市,地区生产总值(亿元),年末总人口(万人)\n" + std::string(lines) + rowsOfTwo);
        EXPECT_THAT(result.panel.unitLabels(), ElementsAre("石家庄市", "唐山市", "邯郸市"))
            << lines;
        EXPECT_EQ(unitOf(result, "地区生产总值"), "亿元") << lines;
    }
    const ImportResult units = tableOf("firm,x,y\nA,1,2\nB,3,4\nC,5,6\n");
    EXPECT_THAT(units.panel.unitLabels(), ElementsAre("A", "B", "C"));
}

TEST(HeaderLines, InEnglishBelowChineseNamesAreTranslations) {
    const ImportResult result =
        tableOf("城市,地区生产总值,年末总人口(万人)\nCity,GRP,Population\n" + rowsOfTwo);
    EXPECT_NE(result.panel.find("地区生产总值"), nullptr);
    EXPECT_NE(result.panel.find("年末总人口"), nullptr);
}

TEST(HeaderLines, NumberRowsInAColumnThatIsNoVariable) {
    const ImportResult result =
        tableOf("序号,城市,GDP(亿元)\n1,石家庄市,10\n2,唐山市,11\n3,邯郸市,12\n");
    EXPECT_EQ(result.panel.find("序号"), nullptr);
    EXPECT_EQ(unitOf(result, "GDP"), "亿元");
}

TEST(HeaderLines, OfPlacesOverValuesAreNoRowsOfTheTable) {
    const ImportResult result = tableOf("指标,单位,北京市,天津市,重庆市\n地区生产总值,亿元,1,2,9\n"
                                        "年末总人口,万人,5,6,10\n指标,单位,石家庄市,唐山市,邯郸市\n"
                                        "年末总人口,万人,7,8,11\n地区生产总值,亿元,3,4,12\n");
    EXPECT_THAT(result.panel.unitLabels(),
                ElementsAre("北京市", "天津市", "重庆市", "石家庄市", "唐山市", "邯郸市"));
    ASSERT_NE(result.panel.find("地区生产总值"), nullptr);
    EXPECT_EQ(result.panel.find("地区生产总值")->numbers()[5], 12.0);
    EXPECT_EQ(unitOf(result, "年末总人口"), "万人");
}

TEST(ScopeWords, StandInEnglishDownAColumn) {
    const ImportResult result = tableOf(
        "city,year,indicator,unit,scope,value\n北京市,2015,GDP,100 million yuan,Total City,1\n"
        "天津市,2015,GDP,100 million yuan,Total City,2\n"
        "北京市,2015,GDP,100 million yuan,Districts under City,5\n"
        "天津市,2015,GDP,100 million yuan,Districts under City,6\n");
    ASSERT_NE(result.panel.find("GDP_全市"), nullptr);
    EXPECT_EQ(result.panel.find("GDP_全市")->numbers()[0], 1.0);
    EXPECT_EQ(result.panel.find("GDP_市辖区")->numbers()[1], 6.0);
}

TEST(UnitWords, StandAmongOtherWordsInBrackets) {
    for (const char* heading : {"产值（单位：亿元）", "产值（现价，亿元）",
                                "产值（亿元，2015年价）", "产值（全市，亿元）"}) {
        EXPECT_EQ(joinHeader({heading}).unitOfMeasure, "亿元") << heading;
    }
    EXPECT_EQ(joinHeader({"产值（全市，亿元）"}).scope, "全市");
    EXPECT_EQ(joinHeader({"产值（全市，亿元）"}).name, "产值_全市");
    EXPECT_EQ(joinHeader({"产值（现价，亿元）"}).name, "产值_现价");
    EXPECT_EQ(joinHeader({"PM2.5（μg/m³）"}).unitOfMeasure, "μg/m3");
    EXPECT_EQ(joinHeader({"面积（km²）"}).unitOfMeasure, "km2");
    EXPECT_TRUE(conversion("km2", "平方公里")->changesNothing());
    EXPECT_TRUE(conversion("μg/m3", "微克/立方米")->changesNothing());
    EXPECT_EQ(joinHeader({"旅客周转量（万人公里）"}).unitOfMeasure, "万人公里");
    EXPECT_EQ((*conversion("亿吨公里", "万吨公里"))(1.5), 15000);
    EXPECT_EQ(joinHeader({"移动电话用户（万部）"}).unitOfMeasure, "万部");
}

TEST(UnitWords, OfALineWithARemarkAreNotOfWhatItRemarks) {
    const ImportResult result =
        tableOf("单位：万元（人均指标为元）,,\n城市,财政收入,人均GDP\n" + rowsOfTwo);
    EXPECT_EQ(unitOf(result, "财政收入"), "万元");
    EXPECT_EQ(unitOf(result, "人均GDP"), "元");
    const ImportResult both =
        tableOf("单位：亿元 Unit：100 million yuan,,\n城市,财政收入,人均GDP\n" + rowsOfTwo);
    EXPECT_EQ(unitOf(both, "财政收入"), "亿元");
    EXPECT_EQ(unitOf(both, "人均GDP"), ""); // never in 亿元
}

} // namespace
} // namespace citypanel::sheets
