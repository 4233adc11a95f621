// SPDX-License-Identifier: GPL-3.0-or-later
// What a step would change, before it is in a recipe; ready-made recipes.
#include "core/recipe/evaluation.h"
#include "core/recipe/step_preview.h"
#include "core/recipe/templates.h"
#include "tests/support/example_recipe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace citypanel::recipe {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

StepPreview previewOf(const Step& step) {
    NoProgress progress;
    auto preview = previewStep(step, test::examplePanel(), progress);
    EXPECT_TRUE(preview);
    return *preview;
}

std::size_t total(const prepare::Histogram& histogram) {
    return std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::size_t{0});
}

TEST(StepPreview, ListsTheCellsThatChange) {
    const StepPreview preview = previewOf(InterpolateStep{.variables = {"gdp", "gas"}});
    EXPECT_EQ(preview.changedCount, 2U);
    ASSERT_EQ(preview.cells.size(), 2U);
    EXPECT_EQ(preview.cells[0].unit, "A");
    EXPECT_EQ(preview.cells[0].period, 2012);
    EXPECT_EQ(preview.cells[0].variable, "gdp");
    EXPECT_TRUE(isMissing(preview.cells[0].before));
    EXPECT_DOUBLE_EQ(preview.cells[0].after, 20);
    EXPECT_EQ(preview.variable, "gdp");
    EXPECT_EQ(total(preview.before), 9U);
    EXPECT_EQ(total(preview.after), 11U);
    EXPECT_EQ(preview.before.counts.size(), preview.after.counts.size());
}

TEST(StepPreview, ShowsWhatIsMade) {
    const StepPreview made = previewOf(CalculateStep{.name = "x", .expression = "inv * 2"});
    EXPECT_EQ(made.variable, "x");
    EXPECT_THAT(made.before.counts, IsEmpty());
    EXPECT_EQ(total(made.after), 11U);
    EXPECT_THAT(made.made, ElementsAre("x"));
    EXPECT_EQ(made.changedCount, 11U); // its values are listed, each missing before
    ASSERT_FALSE(made.cells.empty());
    EXPECT_TRUE(isMissing(made.cells[0].before));
    EXPECT_EQ(made.cells[0].variable, "x");
    const StepPreview groups = previewOf(QuantileGroupStep{.variable = "inv", .name = "g"});
    EXPECT_THAT(groups.levels, ElementsAre(Pair("low", 7), Pair("high", 4)));
}

TEST(StepPreview, ShowsTheRowsThatStay) {
    const StepPreview preview = previewOf(FilterStep{.dropUnits = {"C"}});
    EXPECT_EQ(preview.report.rowsAfter, 8U);
    EXPECT_EQ(preview.changedCount, 0U);
    EXPECT_EQ(total(preview.after), 6U); // gdp of A and B
    const StepPreview read = previewOf(FilterStep{.condition = "inv > 1"});
    EXPECT_EQ(read.variable, "inv"); // what the condition is about
}

TEST(StepPreview, NamesTheColumnsThatGo) {
    const StepPreview dropped = previewOf(DropStep{.variables = {"gas"}});
    EXPECT_THAT(dropped.gone, ElementsAre("gas"));
    const StepPreview renamed = previewOf(RenameStep{.variable = "gdp", .name = "output"});
    EXPECT_THAT(renamed.made, ElementsAre("output"));
    EXPECT_THAT(renamed.gone, ElementsAre("gdp"));
    EXPECT_THAT(renamed.cells, IsEmpty()); // no value is another
}

TEST(StepPreview, NamesWhatOnlyRunningShows) {
    NoProgress progress;
    const auto preview =
        previewStep(FilterStep{.condition = "gdp > 1e9"}, test::examplePanel(), progress);
    ASSERT_FALSE(preview);
    EXPECT_EQ(preview.error().code, ProblemCode::SampleEmpty);
}

TEST(Templates, FitTheColumnsTheyMeet) {
    const Panel panel = test::examplePanel();
    std::vector<std::string> names;
    for (const ColumnName& name : continuousVariables(panel)) {
        names.push_back(name.text);
    }
    EXPECT_THAT(names, ElementsAre("gdp", "inv", "price", "gas")); // pilot0 is a dummy
    Recipe recipe;
    for (const auto& entry : enumNames(Template{})) {
        for (const Step& step : stepsOf(entry.value, panel)) {
            recipe = withStep(std::move(recipe), step);
        }
        EXPECT_THAT(check(recipe, columnsOf(panel)).problems, IsEmpty()) << entry.name;
        recipe = {};
    }
    EXPECT_THAT(stepsOf(Template::CityYearbook, {}), IsEmpty());
}

TEST(Templates, RecogniseEnergyByNameAndUnit) {
    auto panel = test::examplePanel().withVariable(
        Variable::numeric("全社会用电量", std::vector<double>(11, 5.0))
            .withUnitOfMeasure("亿千瓦时"));
    const std::vector<Step> steps = stepsOf(Template::Paper, *panel);
    const auto coal = std::find_if(steps.begin(), steps.end(), [](const Step& step) {
        return std::holds_alternative<StandardCoalStep>(step);
    });
    ASSERT_NE(coal, steps.end());
    const auto& carriers = std::get<StandardCoalStep>(*coal).carriers;
    ASSERT_EQ(carriers.size(), 2U);
    EXPECT_EQ(carriers[0].variable.text, "gas");
    EXPECT_EQ(carriers[1].unit, prepare::EnergyUnit::HundredMillionKilowattHours);
    EXPECT_EQ(carriers[1].coefficient, 0.1229);
}

} // namespace
} // namespace citypanel::recipe
