// SPDX-License-Identifier: GPL-3.0-or-later
// Where a correction stands, what a renamed dimension takes along, and which step a lacking column
// is owed to.
#include "core/recipe/correction_place.h"
#include "core/recipe/index_system_change.h"
#include "core/recipe/lacking_column.h"
#include "tests/support/example_recipe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::recipe {
namespace {

using test::examplePanel;

Evaluation evaluated(const std::vector<Step>& steps) {
    Recipe recipe;
    for (const Step& step : steps) {
        recipe = withStep(std::move(recipe), step);
    }
    Cache cache;
    NoProgress progress;
    return *evaluate(recipe, examplePanel(), cache, progress);
}

TEST(CorrectionPlace, IsWhereTheValueCameIntoBeing) {
    const Evaluation evaluation = evaluated(
        {CalculateStep{.name = "ln_inv", .expression = "ln(inv)"},
         InterpolateStep{.variables = {"gdp"}}, RenameStep{.variable = "gas", .name = "fuel"},
         WinsoriseStep{.variables = {"gdp"}, .lower = 10, .upper = 80}});
    const auto place = [&](const char* variable, const char* unit, Period period) {
        return correctionPlace(evaluation, 4, variable, unit, period);
    };
    EXPECT_EQ(place("inv", "A", 2012), 0U);    // as read: before all that uses it
    EXPECT_EQ(place("gdp", "A", 2012), 2U);    // filled by the second step
    EXPECT_EQ(place("gdp", "C", 2014), 4U);    // limited by the fourth
    EXPECT_EQ(place("gdp", "A", 2013), 0U);    // neither: as read
    EXPECT_EQ(place("gas", "B", 2011), 4U);    // is not there any more
    EXPECT_EQ(place("fuel", "B", 2012), 3U);   // has this name since the third
    EXPECT_EQ(place("fuel", "B", 2011), 3U);   // a missing value is a value here
    EXPECT_EQ(place("ln_inv", "C", 2012), 1U); // calculated by the first
    EXPECT_EQ(place("gdp", "C", 2013), 4U);    // no such row
    EXPECT_EQ(correctionPlace(evaluation, 1, "gdp", "C", 2014), 0U); // as shown after one step
}

TEST(IndexSystemChange, TakesNamesOfARenamedDimensionAlong) {
    const IndexStep step{.indicators = {{.name = "a", .expression = "inv", .dimension = "People"},
                                        {.name = "b", .expression = "gdp", .dimension = "People"},
                                        {.name = "c", .expression = "gas", .dimension = "Means"}},
                         .name = "nqp",
                         .judgements = {{"", {2}}, {"People", {3}}},
                         .subNames = {{"People", "nql"}, {"Means", "nqm"}}};
    auto renamed = step.indicators;
    renamed[0].dimension = renamed[1].dimension = "Labourers";
    const IndexStep changed = withIndicators(step, renamed);
    EXPECT_EQ(changed.indicators, renamed);
    EXPECT_EQ(changed.subName("Labourers"), "nql");
    EXPECT_EQ(changed.subName("Means"), "nqm");
    EXPECT_EQ(changed.judgements[1].of, "Labourers");
    // Moving one indicator, or one dimension into another, renames nothing.
    auto moved = step.indicators;
    moved[1].dimension = "Means";
    EXPECT_EQ(withIndicators(step, moved).subNames, step.subNames);
    moved[0].dimension = "Means";
    EXPECT_EQ(withIndicators(step, moved).subNames, step.subNames);
    auto split = step.indicators;
    split[0].dimension = "One";
    split[1].dimension = "Two";
    EXPECT_EQ(withIndicators(step, split).subNames, step.subNames);
}

TEST(RecipeCheck, NamesTheStepThatMakesAColumnTooLate) {
    Recipe recipe = withStep({}, CalculateStep{.name = "a", .expression = "b + 1"});
    recipe = withStep(std::move(recipe), CalculateStep{.name = "b", .expression = "a + 1"});
    recipe = withStep(std::move(recipe), CalculateStep{.name = "c", .expression = "c + 1"});
    const Problems problems = check(recipe, columnsOf(examplePanel())).problems;
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].code, ProblemCode::VariableUnknown);
    EXPECT_EQ(problems[0].place.step, "s1");
    EXPECT_EQ(problems[0].found, "s2");
    EXPECT_EQ(problems[0].expected, madeLater);
    EXPECT_EQ(problems[1].place.step, "s3"); // by itself
    EXPECT_EQ(problems[1].found, "s3");
}

TEST(StepChecks, SayWhichFieldIsEmpty) {
    const auto emptyFields = [](const Step& step) {
        std::vector<std::string> fields;
        for (const Problem& problem : checkStep(step, columnsOf(examplePanel()))) {
            EXPECT_EQ(problem.code, ProblemCode::OptionMissing) << problem.place.variable;
            fields.push_back(problem.place.variable);
        }
        return fields;
    };
    using ::testing::ElementsAre;
    EXPECT_THAT(emptyFields(CrossingStep{}), ElementsAre("first", "second", "name"));
    EXPECT_THAT(emptyFields(CapitalStockStep{}), ElementsAre("investment", "name"));
    EXPECT_THAT(emptyFields(CalculateStep{.name = "x", .expression = " "}),
                ElementsAre("expression"));
}

TEST(CapitalStockStep, NamesThePriceIndexThatHasAZero) {
    NoProgress progress;
    const auto outcome =
        applyStep(CapitalStockStep{.investment = "inv", .name = "k", .priceIndex = "pilot0"},
                  examplePanel(), "s1", progress);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().place.variable, "pilot0");
    EXPECT_EQ(outcome.error().place.unit, "A");
}

} // namespace
} // namespace citypanel::recipe
