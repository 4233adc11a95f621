// SPDX-License-Identifier: GPL-3.0-or-later
// Units of a panel by the lists of the gazetteer.
#include "core/sheets/membership.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

const std::vector<std::string> units{"北京市", "唐山", "合肥市", "120000", "Atlantis"};

TEST(Membership, SortsUnitsByRegionAndRank) {
    const auto regions = membershipGroups(chinaPrefectures(), "region", units);
    EXPECT_THAT(regions.at("东部"), ElementsAre("北京市", "唐山", "120000"));
    EXPECT_THAT(regions.at("中部"), ElementsAre("合肥市"));
    EXPECT_EQ(membershipGroups(chinaPrefectures(), "rank", units).at("municipality").size(), 2U);
}

TEST(Membership, KnowsLowCarbonPilotsWithTheirFirstYear) {
    // Beijing joined in the second batch of 2012, Tianjin in the first of 2010, Hefei in 2017.
    EXPECT_THAT(
        membershipYears(chinaPrefectures(), "low_carbon_pilot", units),
        UnorderedElementsAre(Pair("北京市", 2012), Pair("120000", 2010), Pair("合肥市", 2017)));
    EXPECT_TRUE(membershipYears(chinaPrefectures(), "resource_based", units).empty());
}

} // namespace
} // namespace citypanel::sheets
