// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes: changing, checking whole, evaluating incrementally.
#include "core/recipe/column_route.h"
#include "core/recipe/evaluation.h"
#include "tests/support/cancelled_progress.h"
#include "tests/support/example_recipe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::recipe {
namespace {

using test::examplePanel;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Recipe recipeOf(std::vector<Step> steps) {
    Recipe recipe;
    for (Step& step : steps) {
        recipe = withStep(std::move(recipe), std::move(step));
    }
    return recipe;
}

std::vector<std::string> keys(const Recipe& recipe) {
    std::vector<std::string> result;
    for (const RecipeStep& step : recipe.steps) {
        result.push_back(step.key);
    }
    return result;
}

Evaluation evaluated(const Recipe& recipe, Cache& cache, const Panel& panel = examplePanel()) {
    NoProgress progress;
    auto evaluation = evaluate(recipe, panel, cache, progress);
    EXPECT_TRUE(evaluation);
    return *evaluation;
}

std::vector<StepState> states(const Evaluation& evaluation) {
    std::vector<StepState> result;
    for (const StepResult& step : evaluation.steps) {
        result.push_back(step.state);
    }
    return result;
}

const DropStep dropGas{.variables = {"gas"}};
const CalculateStep logGdp{.name = "lngdp", .expression = "ln(gdp)"};
const CalculateStep logGas{.name = "lngas", .expression = "ln(gas)"};
const WinsoriseStep clipGdp{.variables = {"gdp"}, .lower = 20, .upper = 80};

TEST(Recipe, GivesKeysThatStay) {
    Recipe recipe = recipeOf({dropGas, logGdp, clipGdp});
    EXPECT_THAT(keys(recipe), ElementsAre("s1", "s2", "s3"));
    recipe = withMoved(std::move(recipe), "s3", 0);
    EXPECT_THAT(keys(recipe), ElementsAre("s3", "s1", "s2"));
    recipe = withStep(withoutStep(std::move(recipe), "s1"), logGas, 1);
    EXPECT_THAT(keys(recipe), ElementsAre("s3", "s4", "s2"));
    recipe = withEnabled(withParameters(std::move(recipe), "s2", dropGas), "s2", false);
    EXPECT_EQ(recipe.steps[2], (RecipeStep{"s2", dropGas, false}));
    EXPECT_EQ(withMoved(recipe, "none", 0), recipe);
}

TEST(RecipeCheck, FindsAllProblemsAtOnce) {
    const Recipe recipe = recipeOf({dropGas, logGas, logGdp, logGdp,
                                    CalculateStep{.name = "x", .expression = "populaton + 1"}});
    const auto problems = check(recipe, columnsOf(examplePanel())).problems;
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].code, ProblemCode::VariableUnknown); // used after it was dropped
    EXPECT_EQ(problems[0].place.variable, "gas");
    EXPECT_EQ(problems[0].place.step, "s2");
    EXPECT_EQ(problems[0].found, "s1");
    EXPECT_EQ(problems[1].code, ProblemCode::VariableDuplicate); // made twice
    EXPECT_EQ(problems[1].place.step, "s4");
    EXPECT_EQ(problems[2].place.step, "s5"); // lacking
}

TEST(RecipeCheck, SaysOneMistakeOnce) {
    const Recipe recipe = recipeOf({CalculateStep{.name = "x", .expression = "nowhere"},
                                    CalculateStep{.name = "y", .expression = "x + 1"}});
    EXPECT_EQ(check(recipe, columnsOf(examplePanel())).problems.size(), 1U);
}

TEST(RecipeCheck, SkipsDisabledStepsAndStopsAtUnknownOnes) {
    Recipe recipe = recipeOf({dropGas, logGas});
    recipe.steps[0].enabled = false;
    EXPECT_THAT(check(recipe, columnsOf(examplePanel())).problems, IsEmpty());
    const Recipe unknown = recipeOf(
        {UnknownStep{"later", "{}"}, CalculateStep{.name = "x", .expression = "made_by_later"}});
    const auto problems = check(unknown, columnsOf(examplePanel())).problems;
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].code, ProblemCode::StepUnknown);
}

TEST(Recipe, FollowsNewHeadersUntilAStepMakesTheName) {
    const Recipe recipe = recipeOf({logGdp, RenameStep{.variable = "gdp", .name = "output"},
                                    CalculateStep{.name = "gdp", .expression = "output * 2"},
                                    CalculateStep{.name = "z", .expression = "gdp + 1"}});
    const Recipe moved = renamed(recipe, {{"gdp", "GDP 2024"}});
    EXPECT_EQ(std::get<CalculateStep>(moved.steps[0].step).expression.text, "ln(`GDP 2024`)");
    EXPECT_EQ(std::get<RenameStep>(moved.steps[1].step).variable.text, "GDP 2024");
    EXPECT_EQ(std::get<CalculateStep>(moved.steps[3].step).expression.text, "gdp + 1");
}

TEST(Recipe, ExchangesTwoNamesAtOnce) {
    const Recipe moved = renamed(recipeOf({CalculateStep{.name = "x", .expression = "gdp - inv"}}),
                                 {{"gdp", "inv"}, {"inv", "gdp"}});
    EXPECT_EQ(std::get<CalculateStep>(moved.steps[0].step).expression.text, "inv - gdp");
}

TEST(Evaluation, KeepsEarlierResultsWhenAStepFails) {
    Cache cache;
    const auto evaluation =
        evaluated(recipeOf({logGdp, FilterStep{.condition = "gdp > 1e9"}, dropGas}), cache);
    EXPECT_THAT(states(evaluation),
                ElementsAre(StepState::Done, StepState::Failed, StepState::Waiting));
    EXPECT_NE(evaluation.result().find("lngdp"), nullptr);
    EXPECT_NE(evaluation.result().find("gas"), nullptr);
    ASSERT_EQ(evaluation.problems().size(), 1U);
    EXPECT_EQ(evaluation.problems()[0].place.step, "s2");
    EXPECT_FALSE(evaluation.isComplete());
}

TEST(ColumnRoute, NamesTheStepThatDidNotRun) {
    Cache cache;
    const Recipe recipe = recipeOf({logGdp, FilterStep{.condition = "gdp > 1e9"}, dropGas});
    const auto route = ColumnRoute::of(recipe, evaluated(recipe, cache), "s1", "lngdp");
    ASSERT_FALSE(route);
    EXPECT_EQ(route.error().code, ProblemCode::StepBlocked);
    EXPECT_EQ(route.error().place.step, "s1");
    EXPECT_EQ(route.error().found, "s2"); // and not "s1" itself
}

TEST(Evaluation, PassesDisabledSteps) {
    Cache cache;
    Recipe recipe = recipeOf({dropGas, logGas});
    recipe.steps[0].enabled = false;
    const auto evaluation = evaluated(recipe, cache);
    EXPECT_THAT(states(evaluation), ElementsAre(StepState::Disabled, StepState::Done));
    EXPECT_TRUE(evaluation.isComplete());
}

TEST(Evaluation, OfNothingIsTheSource) {
    Cache cache;
    EXPECT_EQ(evaluated({}, cache).result().rowCount(), 11U);
    EXPECT_EQ(evaluated({}, cache, Panel{}).result().rowCount(), 0U);
}

TEST(Evaluation, RecomputesTheChangedStepAlone) {
    Cache cache;
    Recipe recipe = recipeOf({InterpolateStep{.variables = {"gdp"}}, clipGdp, logGdp, logGas});
    evaluated(recipe, cache);
    EXPECT_EQ(cache.evaluationCount(), 4U);
    evaluated(recipe, cache);
    EXPECT_EQ(cache.evaluationCount(), 4U);

    recipe =
        withParameters(recipe, "s4", CalculateStep{.name = "lngas", .expression = "log10(gas)"});
    const auto last = evaluated(recipe, cache);
    EXPECT_EQ(cache.evaluationCount(), 5U);
    EXPECT_TRUE(last.steps[2].fromCache);
    EXPECT_FALSE(last.steps[3].fromCache);

    // The clip feeds the logarithm of gdp, and nothing else.
    recipe =
        withParameters(recipe, "s2", WinsoriseStep{.variables = {"gdp"}, .lower = 10, .upper = 90});
    const auto middle = evaluated(recipe, cache);
    EXPECT_EQ(cache.evaluationCount(), 7U);
    EXPECT_TRUE(middle.steps[3].fromCache);

    // Back again, as undo does: everything is there.
    recipe = withParameters(recipe, "s2", clipGdp);
    evaluated(recipe, cache);
    EXPECT_EQ(cache.evaluationCount(), 7U);
}

TEST(Evaluation, RecomputesWhatReadsAChangedColumnOfTheSource) {
    Cache cache;
    const Recipe recipe = recipeOf({logGdp, logGas});
    evaluated(recipe, cache);
    const auto changed =
        examplePanel().withVariable(Variable::numeric("gas", std::vector<double>(11, 2.0)));
    const auto evaluation = evaluated(recipe, cache, *changed);
    EXPECT_EQ(cache.evaluationCount(), 3U);
    EXPECT_DOUBLE_EQ(evaluation.result().find("lngas")->numbers()[0], std::log(2.0));
}

TEST(Evaluation, KnowsColumnsThroughRowSelectionAndRenaming) {
    Cache cache;
    Recipe recipe =
        recipeOf({FilterStep{.dropUnits = {"C"}}, RenameStep{.variable = "gas", .name = "fuel"},
                  CalculateStep{.name = "x", .expression = "fuel + 1"}, logGdp});
    evaluated(recipe, cache);
    EXPECT_EQ(cache.evaluationCount(), 3U); // renaming is not kept
    // A column that is not read: only the selection of rows runs again.
    const auto other =
        examplePanel().withVariable(Variable::numeric("price", std::vector<double>(11, 1.0)));
    EXPECT_EQ(evaluated(recipe, cache, *other).result().find("price")->numbers()[0], 1.0);
    EXPECT_EQ(cache.evaluationCount(), 4U);
    recipe = withParameters(recipe, "s1", FilterStep{.dropUnits = {"B"}});
    evaluated(recipe, cache);
    EXPECT_EQ(cache.evaluationCount(), 7U);
}

TEST(Evaluation, GivesTheSameWithAndWithoutCache) {
    std::mt19937_64 random(20240711);
    Cache shared;
    for (int i = 0; i < 200; ++i) {
        const Recipe recipe = test::randomRecipe(random);
        Cache fresh;
        const auto a = evaluated(recipe, shared);
        const auto b = evaluated(recipe, fresh);
        ASSERT_EQ(states(a), states(b)) << i;
        ASSERT_EQ(a.result().columnCount(), b.result().columnCount());
        for (std::size_t c = 0; c < a.result().columnCount(); ++c) {
            ASSERT_EQ(a.result().columns()[c].name(), b.result().columns()[c].name());
            ASSERT_EQ(a.result().columns()[c].contentHash(), b.result().columns()[c].contentHash());
            ASSERT_EQ(a.result().columns()[c].label(), b.result().columns()[c].label());
        }
        for (std::size_t s = 0; s < a.steps.size(); ++s) {
            ASSERT_EQ(a.steps[s].report, b.steps[s].report);
        }
    }
}

TEST(Evaluation, CancelledIsAProblem) {
    Cache cache;
    testing::CancelledProgress progress;
    const auto evaluation = evaluate(recipeOf({logGdp}), examplePanel(), cache, progress);
    ASSERT_FALSE(evaluation);
    EXPECT_EQ(evaluation.error().code, ProblemCode::Cancelled);
}

TEST(Cache, ForgetsTheOldestBeyondItsCapacity) {
    Cache cache(3 * 8000);
    const auto entry = [] {
        return CachedStep{{Variable::numeric("x", std::vector<double>(1000, 1.0))}, {}, {}};
    };
    cache.store(1, entry());
    cache.store(2, entry());
    EXPECT_TRUE(cache.find(1)); // now the most recent
    cache.store(3, entry());
    EXPECT_FALSE(cache.find(2));
    EXPECT_TRUE(cache.find(1));
    EXPECT_TRUE(cache.find(3));
}

} // namespace
} // namespace citypanel::recipe
