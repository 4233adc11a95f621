// SPDX-License-Identifier: GPL-3.0-or-later
// Names beside the provinces of their rows; tables of few cities, of countries, of one city each.
#include "core/sheets/import.h"
#include "core/sheets/name_doubts.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using ProvinceFiles = std::vector<std::pair<std::string, std::string>>; // name and text

std::vector<Workbook> provinceBooks(const ProvinceFiles& files) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    for (const auto& [name, text] : files) {
        workbooks.push_back(*readWorkbook(QByteArray::fromStdString(text), name, progress));
    }
    return workbooks;
}

ImportResult readProvinceBooks(const std::vector<Workbook>& workbooks, const ImportPlan& plan) {
    NoProgress progress;
    auto result = readPanel(workbooks, plan, true, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? *std::move(result) : ImportResult{};
}

ImportResult importOfRows(const std::string& text, const std::string& name = "a.csv") {
    const auto workbooks = provinceBooks({{name, text}});
    return readProvinceBooks(workbooks, detectPlan(workbooks));
}

TEST(RowProvinces, ACityOfAnotherProvinceIsNotTaken) {
    const ImportResult result =
        importOfRows("省份,城市,年份,x\n北京,朝阳,2010,8\n北京,海淀,2010,9\n"
                     "河北,唐山,2010,3\n河北,保定,2010,3\n河北,邢台,2010,3\n");
    EXPECT_THAT(result.panel.unitLabels(),
                ElementsAre("朝阳 (北京市)", "海淀", "唐山市", "保定市", "邢台市"));
    ASSERT_EQ(result.report.unmatched.size(), 2U);
    EXPECT_EQ(result.report.unmatched[0].written, "朝阳 (北京市)");
    EXPECT_TRUE(result.report.unmatched[0].isAmbiguous);
    EXPECT_EQ(result.report.unmatched[0].cell, "B2");
    EXPECT_EQ(result.report.unmatched[0].suggestions[0], "朝阳市");
    EXPECT_EQ(result.cells[0].unitAsWritten, "朝阳");
}

// Suggested first is what lies in the province: 台州 and 宿州 are spelled Taizhou and Suzhou too.
TEST(RowProvinces, ADecisionHoldsForTheRowsOfItsProvinceAlone) {
    const auto workbooks = provinceBooks(
        {{"a.csv",
          "省份,城市,年份,x\n江苏省,苏州,2010,4\n安徽省,苏州,2010,5\n"
          "浙江省,泰州,2010,6\n江苏省,泰州,2010,7\n河北省,唐山,2010,3\n河北,保定,2010,2\n"}});
    ImportPlan plan = detectPlan(workbooks);
    const ImportResult open = readProvinceBooks(workbooks, plan);
    EXPECT_THAT(open.panel.unitLabels(), ElementsAre("苏州市", "苏州 (安徽省)", "泰州 (浙江省)",
                                                     "泰州市", "唐山市", "保定市"));
    EXPECT_THAT(open.report.conflicts, IsEmpty());
    NoProgress progress;
    const std::vector<const Workbook*> pointers{&workbooks[0]};
    const auto doubts = nameDoubts(pointers, plan, progress);
    ASSERT_TRUE(doubts);
    ASSERT_EQ(doubts->size(), 2U);
    EXPECT_EQ((*doubts)[0].suggestions[0].unit, "宿州市");
    EXPECT_EQ((*doubts)[1].suggestions[0].unit, "台州市");
    plan = withNameDecided(plan, (*doubts)[0], NameState::Accepted, "宿州市");
    plan = withNameDecided(plan, (*doubts)[1], NameState::LeftOut);
    const ImportResult decided = readProvinceBooks(workbooks, plan);
    EXPECT_THAT(decided.panel.unitLabels(),
                ElementsAre("苏州市", "宿州市", "泰州市", "唐山市", "保定市"));
    EXPECT_THAT(decided.report.unmatched, IsEmpty());
}

TEST(RowProvinces, InEnglishTellNamesOfSeveralPlacesApart) {
    const ImportResult result = importOfRows(
        "Province,City,Year,x\nJiangsu,Suzhou,2010,1\nAnhui,Suzhou,2010,2\n"
        "Jiangsu Province,Taizhou,2010,3\nZhejiang,Taizhou,2010,4\nJilin,Jilin,2010,5\n"
        "Shaanxi,Yulin,2010,6\nGuangxi Zhuang Autonomous Region,Yulin,2010,7\n"
        "Qinghai,Hainan,2010,8\nInner Mongolia,Hohhot,2010,9\n");
    EXPECT_THAT(result.panel.unitLabels(),
                ElementsAre("苏州市", "宿州市", "泰州市", "台州市", "吉林市", "榆林市", "玉林市",
                            "海南藏族自治州", "呼和浩特市"));
    EXPECT_THAT(result.report.unmatched, IsEmpty());
}

TEST(RowProvinces, TellAPlaceFromTheProvinceOfItsName) {
    const ImportResult result =
        importOfRows("省份,城市,年份,x\n吉林,吉林,2010,4\n海南,海口,2010,5\n青海,海南,2010,6\n"
                     "吉林,长春,2010,7\n海南,海南,2010,8\n");
    EXPECT_THAT(result.panel.unitLabels(),
                ElementsAre("吉林市", "海口市", "海南藏族自治州", "长春市"));
    EXPECT_THAT(result.report.skippedNames, ElementsAre("海南")); // its province
}

TEST(RowProvinces, ThatAreBlankOrNoProvincesTellNothing) {
    const ImportResult result =
        importOfRows("省份,城市,年份,x\n,朝阳,2010,8\n全国,通辽,2010,9\n河北,唐山,2010,3\n"
                     "河北,保定,2010,3\n");
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("朝阳市", "通辽市", "唐山市", "保定市"));
    // The province that helps is none of the city's.
    const ImportResult partners = importOfRows(
        "城市,支援方,年份,x\n和田,北京,2010,8\n日喀则,上海,2010,9\n林芝,广东,2010,3\n");
    EXPECT_THAT(partners.report.unmatched, IsEmpty());
}

TEST(FewCities, AreMatchedWhereNothingElseIsNamed) {
    EXPECT_THAT(importOfRows("城市,年份,x\n石家庄,2010,1\n唐山,2010,2\n").panel.unitLabels(),
                ElementsAre("石家庄市", "唐山市"));
    EXPECT_EQ(importOfRows("城市,年份,x\n襄樊市,2009,1\n襄樊市,2010,2\n").panel.unitLabels()[0],
              "襄阳市");
    EXPECT_EQ(importOfRows("城市代码,年份,x\n130100,2009,1\n130100,2010,2\n").panel.unitLabels()[0],
              "石家庄市");
    // One short name, a code of anything, and cities among more names of other things.
    EXPECT_EQ(importOfRows("城市,年份,x\n朝阳,2009,1\n朝阳,2010,2\n").report.placeCount, 0U);
    EXPECT_EQ(importOfRows("firm,year,x\n430100,2009,1\n430200,2009,2\n").report.placeCount, 0U);
    const auto firms = provinceBooks({{"a.csv", "firm,year,x\n甲公司,2009,1\n乙公司,2009,2\n"},
                                      {"b.csv", "城市,年份,y\n石家庄市,2009,1\n"}});
    EXPECT_EQ(detectPlan(firms).unitNames, UnitNames::AsWritten);
}

TEST(Provinces, OfATableOfTheirsAreNotLostForTheMunicipalitiesAmongThem) {
    const ImportResult result = importOfRows("地区,年份,x\n全国,2010,9\n北京,2010,1\n天津,2010,2\n"
                                             "河北,2010,3\n上海,2010,4\n吉林,2010,5\n");
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("北京", "天津", "河北", "上海", "吉林"));
}

TEST(Countries, HaveChinaAmongThemAndYearsWithoutAValue) {
    const ImportResult result = importOfRows(
        "国家,年份,x\n中国,2010,1\n中国,2011,..\n日本,2010,2\n日本,2011,3\n合计,2010,3\n");
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("中国", "日本"));
    EXPECT_EQ(result.panel.rowCount(), 4U);
    EXPECT_THAT(result.report.skippedNames, ElementsAre("合计"));
    // The sum of places of China is no unit beside them.
    EXPECT_THAT(
        importOfRows("firm,年份,x\n全国,2010,3\n甲,2010,1\n河北,2010,2\n").report.skippedNames,
        ElementsAre("全国"));
}

TEST(Countries, OfOnesOwnListMayBeCalledLikeATotal) {
    const auto workbooks = provinceBooks({{"a.csv", "firm,year,x\nTotal,2010,1\nShell,2010,2\n"}});
    ImportPlan plan = detectPlan(workbooks);
    EXPECT_EQ(readProvinceBooks(workbooks, plan).panel.unitCount(), 1U);
    plan.unitNames = UnitNames::OwnPlaces;
    plan.ownPlaces = {{.name = "Total"}, {.name = "Shell"}};
    EXPECT_EQ(readProvinceBooks(workbooks, plan).panel.unitCount(), 2U);
}

TEST(SheetsOfOneCity, AreAskedAboutWhereAProvinceHasTheName) {
    const std::string years = "年份,GDP(亿元)\n2010,1\n2011,2\n";
    const auto workbooks =
        provinceBooks({{"石家庄.csv", years}, {"吉林.csv", years}, {"海南.csv", years}});
    ImportPlan plan = detectPlan(workbooks);
    const ImportResult result = readProvinceBooks(workbooks, plan);
    EXPECT_THAT(result.panel.unitLabels(), ElementsAre("石家庄市", "吉林", "海南"));
    ASSERT_EQ(result.report.unmatched.size(), 2U);
    EXPECT_EQ(result.report.unmatched[1].file, "海南.csv");
    EXPECT_THAT(result.report.unmatched[1].suggestions, ElementsAre("海南藏族自治州"));
    NoProgress progress;
    const std::vector<const Workbook*> pointers{&workbooks[0], &workbooks[1], &workbooks[2]};
    const auto doubts = nameDoubts(pointers, plan, progress);
    ASSERT_TRUE(doubts);
    ASSERT_EQ(doubts->size(), 2U);
    plan = withNameDecided(plan, (*doubts)[0], NameState::Accepted, "吉林市");
    plan = withNameDecided(plan, (*doubts)[1], NameState::LeftOut);
    EXPECT_THAT(readProvinceBooks(workbooks, plan).panel.unitLabels(),
                ElementsAre("石家庄市", "吉林市"));
    EXPECT_EQ(importOfRows("吉林市主要指标,\n" + years, "吉林.csv").panel.unitLabels()[0],
              "吉林市");
}

TEST(Codes, OfUnitsDirectlyUnderAProvinceAreToldFromUnknownOnes) {
    const Gazetteer& gazetteer = chinaPrefectures();
    EXPECT_EQ(gazetteer.provinceOfDirectUnits("4290"), "湖北省");
    EXPECT_EQ(gazetteer.provinceOfDirectUnits("659000"), "新疆维吾尔自治区");
    EXPECT_EQ(gazetteer.provinceOfDirectUnits("429004"), "湖北省"); // 仙桃
    EXPECT_EQ(gazetteer.provinceOfDirectUnits("1102"), "北京市");
    EXPECT_EQ(gazetteer.provinceOfDirectUnits("4290.0"), "湖北省");
    for (const char* other : {"4202", "9990", "429", "湖北", "42901", ""}) {
        EXPECT_EQ(gazetteer.provinceOfDirectUnits(other), "") << other;
    }
}

} // namespace
} // namespace citypanel::sheets
