// SPDX-License-Identifier: GPL-3.0-or-later
// Studies to start from take over the roles of those that are there.
#include "core/study/proposed_study.h"
#include "tests/core/study/study_support.h"
#include "tests/support/grunfeld.h"

#include <gmock/gmock.h>

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::grunfeld;
using ::testing::ElementsAre;

Panel grouped() {
    Panel panel = grunfeld();
    std::vector<std::string> size;
    std::vector<double> late;
    std::vector<std::string> same(panel.rowCount(), "one");
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        size.emplace_back(panel.unitCodes()[row] < 5 ? "large" : "small");
        late.push_back(panel.periods()[row] > 1944 ? 1.0 : 0.0);
    }
    panel = *panel.withVariable(Variable::text("size", size));
    panel = *panel.withVariable(Variable::text("same", same));
    return *panel.withVariable(Variable::numeric("late", std::move(late)));
}

std::vector<ProjectStudy> table() {
    RegressionStudy study;
    study.core = {"value"};
    study.columns = {{.formula = "inv ~ value | firm + year", .vcov = "hc1"},
                     {.formula = "inv ~ capital + value | firm + year", .vcov = "hc1"}};
    return {{"t1", "Table 1", study}};
}

TEST(ProposedStudy, GroupingsAreTextsAndFlagsOfFewLevels) {
    EXPECT_THAT(groupingColumns(grouped()),
                ElementsAre("big", "size", "late")); // "big" is of the file
}

TEST(ProposedStudy, TakesTheRolesOfATableOfRegressions) {
    const StudyModel model = commonModel(table(), grouped());
    EXPECT_EQ(model.outcome.text, "inv");
    EXPECT_EQ(model.vcov, "hc1");
    EXPECT_THAT(model.core, ElementsAre(ExpressionText("value")));
    EXPECT_THAT(model.controls, ElementsAre(ExpressionText("capital")));
    EXPECT_THAT(model.effects, ElementsAre(ExpressionText("firm"), ExpressionText("year")));
}

TEST(ProposedStudy, WithoutAnyModelEffectsAreProposed) {
    const StudyModel model = commonModel({}, grouped());
    EXPECT_TRUE(model.outcome.empty());
    EXPECT_THAT(model.effects, ElementsAre(ExpressionText("firm"), ExpressionText("year")));
}

TEST(ProposedStudy, KindsWithoutGuessesRunAsProposed) {
    const Panel panel = grouped();
    for (const std::string_view id : {DescriptivesStudy::id, BaselineStudy::id, RobustnessStudy::id,
                                      HeterogeneityStudy::id, SpecificationStudy::id}) {
        auto study = proposedStudy(id, table(), panel);
        ASSERT_TRUE(study) << id;
        if (auto* groups = std::get_if<HeterogeneityStudy>(&*study)) {
            EXPECT_THAT(groups->by, ElementsAre(ColumnName("big")));
            groups->reps = 20;
        }
        const StudyResult result = runOn(panel, *study);
        EXPECT_FALSE(result.tables.empty()) << id;
        EXPECT_TRUE(result.problems.empty()) << id;
    }
    EXPECT_FALSE(proposedStudy("other", table(), panel));
}

} // namespace
} // namespace citypanel::study
