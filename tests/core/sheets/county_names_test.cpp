// SPDX-License-Identifier: GPL-3.0-or-later
// Counties and county-level cities beside prefectures, and cities beside provinces.
#include "core/sheets/gazetteer.h"
#include "core/sheets/import.h"
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

ImportPlan planOf(const std::string& csv, std::vector<Workbook>& workbooks) {
    NoProgress progress;
    workbooks.push_back(*readWorkbook(QByteArray::fromStdString(csv), "t_2015.csv", progress));
    return detectPlan(workbooks);
}

std::vector<std::string> unitsIn(const std::string& csv, bool areOfChina = false) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    ImportPlan plan = withSureNames(planOf(csv, workbooks));
    plan.unitNames = areOfChina ? UnitNames::ChinaPrefectures : plan.unitNames;
    const auto result = readPanel(workbooks, plan, false, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    std::vector<std::string> units;
    if (result) {
        const auto labels = result->panel.unitLabels();
        units.assign(labels.begin(), labels.end());
    }
    return units;
}

TEST(Counties, AreTheUnitsBesideTheirCities) {
    EXPECT_THAT(
        unitsIn("省,市,县,年份,gdp\n安徽省,合肥市,肥西县,2018,1\n安徽省,合肥市,肥西县,2019,2\n"
                "江苏省,南京市,江宁区,2018,3\n江苏省,南京市,江宁区,2019,4\n"),
        ElementsAre("肥西县", "江宁区"));
    for (const char* heading : {"县（市、区）", "区/县", "县级", "所属区县", "县级行政区"}) {
        EXPECT_THAT(unitsIn(std::string("省,地级市,") + heading +
                            ",年份,gdp\n安徽省,合肥市,肥西县,2018,1\n安徽省,合肥市,肥西县,2019,2\n"
                            "江苏省,南京市,江宁区,2018,3\n江苏省,南京市,江宁区,2019,4\n"),
                    ElementsAre("肥西县", "江宁区"))
            << heading;
    }
    // One name in two cities.
    EXPECT_THAT(unitsIn("城市,区县,年份,gdp\n北京市,朝阳区,2018,1\n北京市,朝阳区,2019,2\n"
                        "长春市,朝阳区,2018,3\n长春市,朝阳区,2019,4\n长春市,南关区,2018,5\n"),
                ElementsAre("北京市朝阳区", "长春市朝阳区", "南关区"));
}

TEST(Cities, GoBeforeProvincesWhateverTheyAreHeaded) {
    for (const char* heading : {"地区名称", "省会", "区域", "单位", "Ctnm"}) {
        EXPECT_THAT(unitsIn(std::string("省份,") + heading +
                            ",年份,GDP\n河北省,石家庄市,2015,1\n山西省,太原市,2015,2\n"
                            "辽宁省,沈阳市,2015,3\n吉林省,长春市,2015,4\n"),
                    ElementsAre("石家庄市", "太原市", "沈阳市", "长春市"))
            << heading;
    }
    EXPECT_THAT(
        unitsIn("省份,年份,GDP\n河北省,2015,1\n山西省,2015,2\n河北省,2016,1\n山西省,2016,2\n"),
        ElementsAre("河北省", "山西省"));
}

/// The prefectures of 湖北 but 荆门, and that name.
std::string hubeiWith(const std::string& name) {
    std::string csv = "城市,x\n";
    for (const char* city : {"武汉市", "黄石市", "十堰市", "宜昌市", "襄阳市", "鄂州市", "孝感市",
                             "荆州市", "黄冈市", "咸宁市", "随州市"}) {
        csv += std::string(city) + ",1\n";
    }
    return csv + name + ",2\n";
}

TEST(CountyLevelCities, AreNoSlipsForThePrefectureThatATableLacks) {
    std::vector<Workbook> workbooks;
    for (const NameDecision& name : planOf(hubeiWith("天门市"), workbooks).names) {
        EXPECT_NE(name.unit, "荆门市");
        EXPECT_FALSE(name.isSure);
    }
    EXPECT_THAT(unitsIn(hubeiWith("天门市")), ::testing::Contains("天门市"));
    EXPECT_THAT(unitsIn(hubeiWith("刜门市")), ::testing::Contains("荆门市")); // a slip
    const Gazetteer& gazetteer = chinaPrefectures();
    for (const char* name : {"济源市", "济源", "仙桃", "潜江", "天门", "石河子", "诸城市"}) {
        EXPECT_THAT(gazetteer.match(name).suggestions, IsEmpty()) << name;
        EXPECT_TRUE(gazetteer.isCountyLevelCity(name)) << name;
    }
    EXPECT_EQ(gazetteer.match("宜城市", {.province = "安徽省"}).suggestions.size(), 3U);
    EXPECT_THAT(gazetteer.match("宜城市", {.province = "湖北省"}).suggestions, IsEmpty());
}

// Suzhou, Fuzhou, Taizhou, Yichun and Yulin are two cities each: a neighbour tells them apart in a
// table by provinces only.
TEST(LatinTwins, AreAskedAboutInARankedTable) {
    const std::string ranked =
        "city,gdp\nShenzhen,9\nXi'an,8\nTaizhou,7\nXuzhou,6\nDalian,5\nFuzhou,4\nNanchang,3\n"
        "Tangshan,2\nWenzhou,1\n";
    EXPECT_THAT(unitsIn(ranked, true),
                ::testing::AllOf(::testing::Contains("Taizhou"), ::testing::Contains("Fuzhou")));
    const std::string byProvince =
        "city,gdp\nNanjing,9\nXuzhou,8\nTaizhou,7\nSuqian,6\nHangzhou,5\nNingbo,4\nTaizhou,3\n"
        "Lishui,2\n";
    EXPECT_THAT(unitsIn(byProvince, true), ElementsAre("南京市", "徐州市", "泰州市", "宿迁市",
                                                       "杭州市", "宁波市", "台州市", "丽水市"));
}

TEST(Codes, OfTheStatisticsBureauHaveTwelveDigits) {
    const Gazetteer& gazetteer = chinaPrefectures();
    for (const char* code : {"130100000000", "130100000000.0", "130100", "1301"}) {
        const NameMatch match = gazetteer.match(code);
        ASSERT_EQ(match.kind, NameKind::Place) << code;
        EXPECT_EQ(gazetteer.places()[match.place].name, "石家庄市") << code;
    }
    EXPECT_NE(gazetteer.match("130102000000").kind, NameKind::Place); // a district
    const NameMatch enshi = gazetteer.match("恩施自治州");
    ASSERT_EQ(enshi.kind, NameKind::Place);
    EXPECT_EQ(gazetteer.places()[enshi.place].code, "422800");
}

} // namespace
} // namespace citypanel::sheets
