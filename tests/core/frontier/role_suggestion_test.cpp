// SPDX-License-Identifier: GPL-3.0-or-later
// Roles by the names of columns.
#include "core/frontier/role_suggestion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::frontier {
namespace {

std::vector<std::string> namesOf(const std::vector<RoleVariable>& variables) {
    std::vector<std::string> names;
    for (const RoleVariable& variable : variables) {
        names.push_back(variable.variable.text);
    }
    return names;
}

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SuggestRoles, KnowsEnglishAndChineseNamesAndLabels) {
    const std::vector<double> values{1, 2};
    const Panel panel = *Panel::crossSection({
        Variable::numeric("lnGDP", values),
        Variable::numeric("gdp_index", values),
        Variable::numeric("K", values).withLabel("资本存量"),
        Variable::numeric("从业人员", values),
        Variable::numeric("Energy_tce", values),
        Variable::numeric("GDP", values),
        Variable::numeric("co2_share", values),
        Variable::numeric("CO2", values),
        Variable::numeric("pm25", values).withLabel("细颗粒物浓度"),
    });
    const Technology roles = suggestRoles(panel);
    EXPECT_THAT(namesOf(roles.inputs), ElementsAre("K", "从业人员", "Energy_tce"));
    EXPECT_THAT(namesOf(roles.good), ElementsAre("GDP"));
    EXPECT_THAT(namesOf(roles.bad), ElementsAre("CO2", "pm25"));
}

TEST(SuggestRoles, TakesNoKeysFlagsAndTexts) {
    const std::vector<std::string> labels{"a", "b"};
    const std::vector<double> values{1, 0};
    const Panel panel = *Panel::create(
        {"city", "year"}, {Variable::text("city", labels), Variable::numeric("year", {2011, 2011}),
                           Variable::flag("capital", values), Variable::text("gdp", labels)});
    EXPECT_THAT(suggestRoles(panel).inputs, IsEmpty());
    EXPECT_THAT(suggestRoles(panel).good, IsEmpty());
}

} // namespace
} // namespace citypanel::frontier
