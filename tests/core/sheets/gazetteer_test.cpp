// SPDX-License-Identifier: GPL-3.0-or-later
// Names of prefectures as files spell them, and the lists they are on.
#include "core/sheets/gazetteer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

std::string nameOfMatch(const std::string& written, const NameContext& context = {}) {
    const Gazetteer& gazetteer = chinaPrefectures();
    const NameMatch match = gazetteer.match(written, context);
    return match.kind == NameKind::Place ? gazetteer.places()[match.place].name : std::string();
}

class WrittenName : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(WrittenName, MeansOnePlace) {
    EXPECT_EQ(nameOfMatch(GetParam().first), GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(
    Gazetteer, WrittenName,
    ::testing::Values(
        std::pair{"北京市", "北京市"}, std::pair{"北京", "北京市"}, std::pair{"Beijing", "北京市"},
        std::pair{"  石家庄市", "石家庄市"}, std::pair{"北  京", "北京市"},
        std::pair{"\xC2\xA0\xC2\xA0盘锦市", "盘锦市"}, std::pair{"哈密\xE2\x80\x8B", "哈密市"},
        std::pair{"襄樊市", "襄阳市"}, std::pair{"襄樊", "襄阳市"}, std::pair{"思茅市", "普洱市"},
        std::pair{"毕节地区", "毕节市"}, std::pair{"日喀则地区", "日喀则市"},
        std::pair{"哲里木盟", "通辽市"}, std::pair{"淮阴市", "淮安市"},
        std::pair{"巢湖市", "巢湖市"}, std::pair{"莱芜", "莱芜市"}, std::pair{"毫州市", "亳州市"},
        std::pair{"安徽宿州", "宿州市"}, std::pair{"江苏省苏州市", "苏州市"},
        std::pair{"吉林吉林", "吉林市"}, std::pair{"吉林市", "吉林市"},
        std::pair{"恩施州", "恩施土家族苗族自治州"}, std::pair{"恩施", "恩施土家族苗族自治州"},
        std::pair{"黔西南", "黔西南布依族苗族自治州"}, std::pair{"海南州", "海南藏族自治州"},
        std::pair{"110000", "北京市"}, std::pair{"1101", "北京市"}, std::pair{"1301.0", "石家庄市"},
        std::pair{"522400", "毕节市"}, std::pair{"Lu'an City", "六安市"},
        std::pair{"Xiamen", "厦门市"}, std::pair{"Xi'an", "西安市"},
        std::pair{"Hohhot", "呼和浩特市"}, std::pair{"1.石家庄", "石家庄市"},
        std::pair{"（4）大同", "大同市"}, std::pair{"3、太原", "太原市"},
        std::pair{"#石家庄市", "石家庄市"}, std::pair{"其中：唐山市", "唐山市"},
        std::pair{"南京市（省会）", "南京市"}, std::pair{"武汉市〔1〕", "武汉市"},
        std::pair{"武汉*", "武汉市"}, std::pair{"山西·太原", "太原市"},
        std::pair{"江苏-无锡", "无锡市"}));

TEST(Gazetteer, TellsProvincesAndTotalsFromPlaces) {
    const Gazetteer& gazetteer = chinaPrefectures();
    EXPECT_EQ(gazetteer.match("河北省").kind, NameKind::Province);
    EXPECT_EQ(gazetteer.match("内蒙古").province, "内蒙古自治区");
    EXPECT_EQ(gazetteer.match("城市合计").kind, NameKind::Total);
    EXPECT_EQ(gazetteer.match("中国").kind, NameKind::Total);
    EXPECT_EQ(gazetteer.match("恩施市").kind, NameKind::Unknown); // county level
    for (const char* name :
         {"无锡市(含江阴)", "石家庄市区", "太原市辖区", "其中：市辖区", "1.合计数"}) {
        EXPECT_EQ(gazetteer.match(name).kind, NameKind::Unknown) << name;
    }
}

TEST(Gazetteer, ResolvesAmbiguousNamesByWhatStandsAroundThem) {
    const Gazetteer& gazetteer = chinaPrefectures();
    EXPECT_EQ(gazetteer.match("吉林").kind, NameKind::Ambiguous);
    EXPECT_EQ(gazetteer.match("吉林", {.listsProvinces = true}).kind, NameKind::Province);
    EXPECT_EQ(nameOfMatch("吉林", {.listsOnlyPlaces = true}), "吉林市");
    EXPECT_EQ(gazetteer.match("Suzhou").kind, NameKind::Ambiguous);
    EXPECT_EQ(gazetteer.match("Suzhou").suggestions.size(), 2U);
    EXPECT_EQ(nameOfMatch("Suzhou", {.province = "安徽省"}), "宿州市");
    EXPECT_EQ(nameOfMatch("Fuzhou", {.province = "江西省"}), "抚州市");
}

// 宜城 is a county-level city of its own: never taken for 宣城, only offered.
TEST(Gazetteer, OffersNearNamesWithoutTakingThem) {
    const Gazetteer& gazetteer = chinaPrefectures();
    const NameMatch match = gazetteer.match("宜城市", {.province = "安徽省"});
    EXPECT_EQ(match.kind, NameKind::Unknown);
    ASSERT_FALSE(match.suggestions.empty());
    EXPECT_EQ(gazetteer.places()[match.suggestions[0].place].name, "宣城市");
    EXPECT_TRUE(gazetteer.match("Springfield").suggestions.empty());
}

TEST(Gazetteer, HoldsEveryPrefectureOnceWithItsDetails) {
    const Gazetteer& gazetteer = chinaPrefectures();
    std::set<std::string> names;
    std::size_t present = 0;
    std::size_t capitals = 0;
    for (const GazetteerPlace& place : gazetteer.places()) {
        EXPECT_TRUE(names.insert(place.name).second) << place.name;
        EXPECT_EQ(nameOfMatch(place.name), place.name);
        EXPECT_EQ(nameOfMatch(place.code), place.name);
        present += place.lastYear == 0 ? 1 : 0;
        capitals += place.isProvincialCapital ? 1 : 0;
    }
    EXPECT_EQ(present, 337U);
    EXPECT_EQ(capitals, 27U);
    EXPECT_EQ(gazetteer.places()[*gazetteer.placeOfCode("341400")].lastYear, 2010);
    EXPECT_EQ(gazetteer.places()[*gazetteer.placeOfCode("440300")].rank, "subprovincial");
}

TEST(Gazetteer, KnowsTheListsOfPolicies) {
    const Gazetteer& gazetteer = chinaPrefectures();
    EXPECT_THAT(gazetteer.lists(),
                ::testing::ElementsAre("broadband_china", "low_carbon_pilot", "resource_based"));
    std::size_t resourceBased = 0;
    std::size_t pilots = 0;
    for (std::size_t place = 0; place < gazetteer.places().size(); ++place) {
        resourceBased += gazetteer.membership("resource_based", place).empty() ? 0 : 1;
        pilots += gazetteer.membership("low_carbon_pilot", place).empty() ? 0 : 1;
    }
    EXPECT_EQ(resourceBased, 126U);
    EXPECT_EQ(pilots, 136U);
    EXPECT_EQ(gazetteer.membership("resource_based", *gazetteer.placeOfCode("130200")), "再生型");
    EXPECT_EQ(gazetteer.membership("resource_based", *gazetteer.placeOfCode("110000")), "");
}

TEST(Gazetteer, RefusesBrokenTables) {
    EXPECT_EQ(Gazetteer::parse({}).error().code, ProblemCode::FileCorrupt);
    Gazetteer::Tables tables;
    tables.prefectures = "code,name,p,r,t,k,c,l\n1,a,b,c,d,e,0,\n";
    tables.names = "name,code,kind,f,l\nx,9,official,,\n";
    const auto dangling = Gazetteer::parse(tables);
    EXPECT_EQ(dangling.error().found, "names.csv");
}

} // namespace
} // namespace citypanel::sheets
