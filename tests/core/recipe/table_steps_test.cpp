// SPDX-License-Identifier: GPL-3.0-or-later
// Steps about tables, groups by values, growth rates, depreciation tables and units, cell by cell.
#include "core/recipe/evaluation.h"
#include "core/recipe/step.h"
#include "tests/support/example_recipe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace citypanel::recipe {
namespace {

using test::examplePanel;
using test::na;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

StepOutcome tableOutcome(const Step& step, const Panel& panel = examplePanel()) {
    NoProgress progress;
    auto outcome = applyStep(step, panel, "s1", progress);
    EXPECT_TRUE(outcome);
    return *outcome;
}

void expectValues(const Panel& panel, const std::string& name,
                  const std::vector<double>& expected) {
    ASSERT_NE(panel.find(name), nullptr) << name;
    const auto found = panel.find(name)->numbers();
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) {
        const bool isSame = isMissing(expected[row])
                                ? isMissing(found[row])
                                : std::abs(found[row] - expected[row]) <=
                                      1e-12 * std::max(1.0, std::abs(expected[row]));
        EXPECT_TRUE(isSame) << name << " " << row << ": " << found[row];
    }
}

std::vector<ProblemCode> tableRefusals(const Step& step, const Panel& panel = examplePanel()) {
    std::vector<ProblemCode> codes;
    for (const Problem& problem : checkStep(step, columnsOf(panel))) {
        codes.push_back(problem.code);
    }
    return codes;
}

MergeStep rain() {
    return {.source = "rain.csv",
            .on = {"province", "year"},
            .tableKeys = {"region", "year"},
            .table = test::exampleTable()};
}

TEST(MergeStep, BringsInTheRowThatAgrees) {
    const auto [panel, report] = tableOutcome(rain());
    expectValues(panel, "rain", {1, 2, 3, 4, 5, 6, 7, na, 5, 6, na});
    EXPECT_EQ(panel.find("rain")->unitOfMeasure(), "mm");
    ASSERT_EQ(report.warnings.size(), 1U); // Q in 2014, once though two cities lack it
    EXPECT_EQ(report.warnings[0].found, "Q, 2014");
    ASSERT_EQ(report.figures.size(), 1U);
    EXPECT_EQ(report.figures[0].value, 2);
}

TEST(MergeStep, RefusesWhatDoesNotFit) {
    MergeStep lacking = rain();
    lacking.table = nullptr;
    EXPECT_THAT(tableRefusals(lacking), ElementsAre(ProblemCode::FileNotFound));
    MergeStep misspelt = rain();
    misspelt.take = {"rian"};
    const Problems problems = checkStep(misspelt, columnsOf(examplePanel()));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].code, ProblemCode::VariableUnknown);
    EXPECT_EQ(problems[0].expected, "rain");
    EXPECT_EQ(problems[0].place.file, "rain.csv");
    MergeStep uneven = rain();
    uneven.tableKeys = {"region"};
    uneven.take = {"rain"};
    EXPECT_THAT(tableRefusals(uneven), ElementsAre(ProblemCode::OptionInvalid));
}

TEST(MergeStep, RefusesATableThatIsNotUniqueOrNeverAgrees) {
    NoProgress progress;
    MergeStep byRegion = rain();
    byRegion.on = {"province"};
    byRegion.tableKeys = {"region"};
    byRegion.take = {"rain"};
    const auto twice = applyStep(byRegion, examplePanel(), "s1", progress);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ProblemCode::DuplicateKey);
    EXPECT_EQ(twice.error().place.unit, "P");
    MergeStep byCity = rain();
    byCity.on = {"city", "year"};
    const auto nowhere = applyStep(byCity, examplePanel(), "s1", progress);
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ProblemCode::UnitUnmatched);
    EXPECT_EQ(nowhere.error().found, "A, 2011");
    EXPECT_EQ(nowhere.error().expected, "P, 2011");
}

TEST(MergeStep, RunsAgainWhenTheTableIsAnother) {
    Cache cache;
    NoProgress progress;
    const auto count = [&](Hash hash) {
        MergeStep step = rain();
        step.table =
            std::make_shared<const OtherTable>(OtherTable{test::exampleTable()->table, hash});
        (void)evaluate(withStep({}, step), examplePanel(), cache, progress);
        return cache.evaluationCount();
    };
    EXPECT_EQ(count(1), 1U);
    EXPECT_EQ(count(1), 1U);
    EXPECT_EQ(count(2), 2U);
}

TEST(ReshapeStep, GoesWideAndBack) {
    const ReshapeStep wide{.variables = {"gdp", "inv"}, .periods = {2011, 2013}};
    const Panel table = tableOutcome(wide).panel;
    EXPECT_TRUE(table.isCrossSection());
    EXPECT_EQ(table.rowCount(), 3U);
    expectValues(table, "gdp_2011", {10, 5, 100});
    expectValues(table, "gdp_2013", {30, na, na}); // C has no row in 2013
    EXPECT_EQ(table.find("gdp_2011")->unitOfMeasure(), "10^4 yuan");
    const ReshapeStep back{.shape = Shape::Long,
                           .variables = {"gdp", "inv"},
                           .periods = {2011, 2013},
                           .unit = "city",
                           .periodName = "year"};
    EXPECT_THAT(tableRefusals(back, table), IsEmpty());
    const Panel panel = tableOutcome(back, table).panel;
    EXPECT_EQ(panel.keys(), (PanelKeys{"city", "year"}));
    expectValues(panel, "gdp", {10, 30, 5, na, 100, na});
    expectValues(panel, "inv", {1, 3, 2, 4, 9, na});
}

TEST(ReshapeStep, IsCheckedAgainstTheColumnsItMakes) {
    Recipe recipe = withStep({}, ReshapeStep{.variables = {"gdp"}, .periods = {2011}});
    recipe = withStep(recipe, CalculateStep{.name = "x", .expression = "gdp_2011 * 2"});
    EXPECT_THAT(check(recipe, columnsOf(examplePanel())).problems, IsEmpty());
    Cache cache;
    NoProgress progress;
    expectValues(evaluate(recipe, examplePanel(), cache, progress)->result(), "x", {20, 10, 200});
    recipe = withStep(recipe, InterpolateStep{.variables = {"gdp_2011"}});
    EXPECT_EQ(check(recipe, columnsOf(examplePanel())).problems[0].code,
              ProblemCode::KeyColumnMissing); // a cross-section has no periods
    EXPECT_THAT(tableRefusals(ReshapeStep{
                    .shape = Shape::Long, .variables = {"gdp"}, .periods = {2011}, .unit = "city"}),
                ::testing::Contains(ProblemCode::OptionInvalid));
}

TEST(ValueGroupStep, SplitsAtLimits) {
    const auto groups = [](prepare::Ties ties) {
        const Panel panel =
            tableOutcome(
                ValueGroupStep{.variable = "inv", .name = "g", .limits = {3, 9}, .ties = ties})
                .panel;
        std::string text;
        for (std::size_t row = 0; row < panel.rowCount(); ++row) {
            text.append(panel.find("g")->textAt(row));
        }
        return text;
    };
    // inv is 1 2 3 4, 2 3 4 5, 9 9 9
    EXPECT_EQ(groups(prepare::Ties::Upper), "11221222333");
    EXPECT_EQ(groups(prepare::Ties::Lower), "11121122222");
    EXPECT_THAT(tableRefusals(ValueGroupStep{.variable = "inv", .name = "g", .limits = {3, 3}}),
                ElementsAre(ProblemCode::OptionInvalid));
}

TEST(ChainGrowthStep, ContinuesLevels) {
    const ChainGrowthStep step{
        .level = "gdp", .growth = "inv", .name = "chained", .form = prepare::GrowthForm::Percent};
    const Panel panel = tableOutcome(step).panel;
    // (A, 2012) is missing: 10 grown by 2 %; (B, 2013): 6 by 4 %.
    expectValues(panel, "chained", {10, 10.2, 30, 40, 5, 6, 6.24, 8, 100, 200, 900});
    EXPECT_EQ(panel.find("chained")->unitOfMeasure(), "10^4 yuan");
}

TEST(CapitalStockStep, TakesRatesFromATable) {
    const CapitalStockStep step{.investment = "inv",
                                .name = "k",
                                .depreciationGroup = "province",
                                .depreciationTable = {{"P", 2013, {}, 0.5}, {"P", {}, {}, 0.25}},
                                .initialShare = 0.5};
    const auto [panel, report] = tableOutcome(step);
    // A: 2, then 2 * .75 + 2 = 3.5, 3.5 * .5 + 3 = 4.75, 4.75 * .5 + 4 = 6.375
    expectValues(panel, "k",
                 {2, 3.5, 4.75, 6.375, 4, 4 * 0.904 + 3, (4 * 0.904 + 3) * 0.904 + 4,
                  ((4 * 0.904 + 3) * 0.904 + 4) * 0.904 + 5, 18, 18 * 0.904 + 9, na});
    ASSERT_EQ(report.figures.size(), 3U);
    EXPECT_EQ(report.figures[1].name, "initial_ratio_median");
    EXPECT_EQ(report.figures[1].value, 2); // K_0 / I_0 = 1 / 0.5
    EXPECT_THAT(tableRefusals(CapitalStockStep{
                    .investment = "inv", .name = "k", .depreciationTable = {{"P", {}, {}, 1.5}}}),
                ElementsAre(ProblemCode::OptionInvalid, ProblemCode::OptionMissing));
}

TEST(StandardCoalStep, ChecksTheUnitOfMeasure) {
    const Panel panel =
        *examplePanel().withVariable(examplePanel().find("gas")->withUnitOfMeasure("亿立方米"));
    const auto stepIn = [](prepare::EnergyUnit unit) {
        return StandardCoalStep{.name = "e", .carriers = {{"gas", unit, 1.33}}};
    };
    EXPECT_THAT(tableRefusals(stepIn(prepare::EnergyUnit::HundredMillionCubicMetres), panel),
                IsEmpty());
    const Problems problems =
        checkStep(stepIn(prepare::EnergyUnit::TenThousandCubicMetres), columnsOf(panel));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].found, "10^4 m3");
    EXPECT_EQ(problems[0].expected, "gas: 亿立方米");
}

TEST(CalculateStep, InfersTheUnitOfMeasure) {
    Panel panel = examplePanel();
    panel = *panel.withVariable(panel.find("inv")->withUnitOfMeasure("万人"));
    panel = *panel.withVariable(panel.find("gdp")->withUnitOfMeasure("万元"));
    const auto made = tableOutcome(CalculateStep{.name = "x", .expression = "gdp / inv"}, panel);
    EXPECT_EQ(made.panel.find("x")->unitOfMeasure(), "元/人");
    EXPECT_THAT(made.report.warnings, IsEmpty());
    const auto sum = tableOutcome(CalculateStep{.name = "x", .expression = "gdp + inv"}, panel);
    ASSERT_EQ(sum.report.warnings.size(), 1U);
    EXPECT_EQ(sum.report.warnings[0].place.position, 4U);
}

/// Bad input is a Problem on its step that names the variable; later steps wait, earlier stay.
TEST(Recipe, NamesBadInputOnItsStep) {
    const auto problemOf = [](const Step& step) {
        Recipe recipe = withStep({}, CalculateStep{.name = "fine", .expression = "inv + 1"});
        recipe = withStep(std::move(recipe), step);
        recipe =
            withStep(std::move(recipe), CalculateStep{.name = "late", .expression = "fine * 2"});
        Cache cache;
        NoProgress progress;
        const Evaluation evaluation = *evaluate(recipe, examplePanel(), cache, progress);
        EXPECT_EQ(evaluation.steps[0].state, StepState::Done);
        EXPECT_EQ(evaluation.steps[1].state, StepState::Failed);
        EXPECT_EQ(evaluation.steps[2].state, StepState::Waiting);
        EXPECT_NE(evaluation.result().find("fine"), nullptr);
        return evaluation.steps[1].problems.front();
    };
    const Problem circular = problemOf(CalculateStep{.name = "x", .expression = "x + 1"});
    EXPECT_EQ(circular.code, ProblemCode::VariableUnknown);
    EXPECT_EQ(circular.place.variable, "x");
    EXPECT_EQ(problemOf(FilterStep{.condition = "gdp < 0"}).code, ProblemCode::SampleEmpty);
    EXPECT_EQ(problemOf(WinsoriseStep{.variables = {"gdp"}, .upper = 101}).place.variable, "upper");
    const Problem base =
        problemOf(DeflateStep{.variables = {"gdp"}, .priceIndex = "price", .basePeriod = 1999});
    EXPECT_EQ(base.code, ProblemCode::PeriodMissing);
    EXPECT_EQ(base.found, "1999");
    EXPECT_EQ(base.place.variable, "price");
    // pilot0 as a price index has zeros.
    const Problem zero =
        problemOf(DeflateStep{.variables = {"gdp"}, .priceIndex = "pilot0", .basePeriod = 2011});
    EXPECT_EQ(zero.code, ProblemCode::ArgumentInvalid);
    EXPECT_EQ(zero.place.variable, "pilot0");
    EXPECT_EQ(zero.place.unit, "A");
}

} // namespace
} // namespace citypanel::recipe
