// SPDX-License-Identifier: GPL-3.0-or-later
// What a click on a point or column means.
#include "core/study/group_difference.h"
#include "core/study/units_behind.h"
#include "tests/core/study/study_support.h"
#include "tests/support/grunfeld.h"

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::grunfeld;

/// Grunfeld with names of firms ("f1") and two groups of five.
Panel named() {
    const Panel panel = grunfeld();
    std::vector<std::string> firm;
    std::vector<std::string> size;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        firm.push_back("f" + std::to_string(panel.unitCodes()[row]));
        size.emplace_back(panel.unitCodes()[row] < 5 ? "large" : "small");
    }
    std::vector<Variable> columns{Variable::text("firm", firm), Variable::text("size", size)};
    for (const char* name : {"year", "inv", "value"}) {
        columns.push_back(*panel.find(name));
    }
    return *Panel::create({"firm", "year"}, std::move(columns));
}

TEST(UnitsBehind, UnitsLevelsAndColumns) {
    const Panel panel = named();
    HeterogeneityStudy study;
    study.model = proposedModel(panel);
    study.model.outcome = "inv";
    study.model.core = {"value"};
    study.by = {"size"};
    study.methods = {GroupTestMethod::Chow};
    const StudyResult result = runOn(panel, study);

    EXPECT_EQ(unitsBehind(study, result, panel, "f3").units, std::vector<std::string>{"f3"});
    const UnitsBehind level = unitsBehind(study, result, panel, "large");
    EXPECT_EQ(level.units, (std::vector<std::string>{"f0", "f1", "f2", "f3", "f4"}));
    EXPECT_EQ(level.condition.text, levelCondition(panel, "size", "large").text);
    const UnitsBehind column = unitsBehind(study, result, panel, "2");
    EXPECT_EQ(column.units, (std::vector<std::string>{"f5", "f6", "f7", "f8", "f9"}));
    EXPECT_EQ(column.condition.text, levelCondition(panel, "size", "small").text);
    EXPECT_TRUE(unitsBehind(study, result, panel, "other").units.empty());
}

} // namespace
} // namespace citypanel::study
