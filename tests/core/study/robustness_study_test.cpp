// SPDX-License-Identifier: GPL-3.0-or-later
// The robustness battery: each check against the estimator it stands for.
#include "core/estimate/placebo.h"
#include "core/recipe/winsorise_step.h"
#include "tests/core/study/study_support.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::grunfeld;
using citypanel::testing::IsNear;

RobustnessStudy robustnessOf(std::vector<RobustnessCheck> checks) {
    RobustnessStudy study;
    study.model = proposedModel(grunfeld());
    study.model.outcome = "inv";
    study.model.core = {"value"};
    study.model.controls = {"capital"};
    study.checks = std::move(checks);
    return study;
}

TEST(RobustnessStudy, FirstStageStandsBesideTheSecondAndItsTSquaredIsTheKleibergenPaapF) {
    const Panel panel = grunfeld();
    const StudyResult result = runOn(panel, robustnessOf({{.kind = CheckKind::LaggedInstrument}}));
    const Table& table = tableOf(result, "robustness");
    ASSERT_EQ(table.columns.size(), 2U);
    const auto& first = cellOf<Coefficient>(table, "term:lag(value,1)", 0);
    const auto& wald = cellOf<TestValue>(table, "kp_rk_wald_f", 1);
    // One instrument: the F is the squared t of the first stage (Kleibergen and Paap 2006).
    EXPECT_THAT(wald.statistic, IsNear(first.statistic * first.statistic));
    EXPECT_EQ(wald.critical, 16.38); // Stock and Yogo (2005), table 5.2
    EXPECT_TRUE(isEmptyCell(table, "kp_rk_wald_f", 0));
    const Fit fit =
        estimated(panel, "inv ~ capital | firm + year | value ~ lag(value,1)", "cluster:firm");
    EXPECT_EQ(cellOf<Coefficient>(table, "term:value", 1).estimate, fit.term("value")->estimate);
    EXPECT_EQ(first.estimate, fit.instruments->firstStages.front().terms.front().estimate);
    // Both stages on the same rows, each lost row said.
    for (const std::size_t column : {0U, 1U}) {
        EXPECT_EQ(cellOf<Number>(table, "nobs", column).value, 190.0);
        EXPECT_EQ(cellOf<Number>(table, "dropped_lag", column).value, 10.0);
    }
    EXPECT_TRUE(cellOf<Mark>(table, "fe:year", 0).isPresent);
    // The first stage has another outcome: its coefficient has no place in the figure.
    const Figure& figure = figureOf(result, "coefficients");
    EXPECT_EQ(figure.x.categories.size(), 1U);
    ASSERT_EQ(figure.series.size(), 1U);
    EXPECT_EQ(figure.series.front().points.front().y, fit.term("value")->estimate);
    EXPECT_EQ(figure.series.front().points.front().key, "2");
}

TEST(RobustnessStudy, VariationsAreTheEstimatorsModels) {
    const Panel panel = grunfeld();
    const StudyResult result = runOn(
        panel, robustnessOf({{.kind = CheckKind::Restrict, .expression = "big == 1"},
                             {.kind = CheckKind::Effects, .effects = {"firm", "big^year"}},
                             {.kind = CheckKind::ReplaceOutcome, .expression = "log(inv)"},
                             {.kind = CheckKind::ReplaceRegressor, .expression = "log(value)"},
                             {.kind = CheckKind::LagRegressors},
                             {.kind = CheckKind::Clustering, .vcov = "dk:2"},
                             {.kind = CheckKind::DropPeriods, .periods = {1935, 1954}}}));
    const Table& table = tableOf(result, "robustness");
    EXPECT_TRUE(result.problems.empty());
    const auto agree = [&](std::size_t column, const char* term, const char* formula,
                           const char* vcov, const char* where) {
        const Fit fit = estimated(panel, formula, vcov, where);
        const auto& cell = cellOf<Coefficient>(table, std::string("term:") + term, column);
        EXPECT_EQ(cell.estimate, fit.term(term)->estimate) << formula;
        EXPECT_EQ(cell.stdError, fit.term(term)->stdError) << formula;
        EXPECT_EQ(cellOf<Number>(table, "nobs", column).value, static_cast<double>(fit.nobs));
    };
    const char* model = "inv ~ value + capital | firm + year";
    agree(0, "value", model, "cluster:firm", "big == 1");
    agree(1, "value", "inv ~ value + capital | firm + big^year", "cluster:firm", "");
    agree(2, "value", "log(inv) ~ value + capital | firm + year", "cluster:firm", "");
    agree(3, "log(value)", "inv ~ log(value) + capital | firm + year", "cluster:firm", "");
    agree(4, "lag(value,1)", "inv ~ lag(value,1) + capital | firm + year", "cluster:firm", "");
    agree(5, "value", model, "dk:2", "");
    agree(6, "value", model, "cluster:firm", "year != 1935 and year != 1954");
}

TEST(RobustnessStudy, HalvesOfAMedianSplitStandWithTheTestOfTheirDifference) {
    const Panel panel = grunfeld();
    const StudyResult result = runOn(panel, robustnessOf({{.kind = CheckKind::MedianSplit}}));
    const Table& table = tableOf(result, "robustness");
    const Fit below = estimated(panel, "inv ~ value + capital | firm + year", "cluster:firm",
                                "value <= median(value)");
    EXPECT_EQ(cellOf<Coefficient>(table, "term:value", 0).estimate, below.term("value")->estimate);
    double rows = 0;
    for (const std::size_t column : {0U, 1U}) {
        rows += cellOf<Number>(table, "nobs", column).value +
                static_cast<double>(result.fits.at(std::to_string(column + 1))->droppedSingletons);
    }
    EXPECT_EQ(rows, 200.0);
    EXPECT_FALSE(isEmptyCell(table, "equal:chow:value", 1));
    EXPECT_FALSE(isEmptyCell(table, "equal:suest:value", 1));
    EXPECT_TRUE(isEmptyCell(table, "equal:chow:value", 0));
}

TEST(RobustnessStudy, WinsorisingIsTheRecipesStep) {
    const Panel panel = grunfeld();
    const StudyResult result =
        runOn(panel, robustnessOf({{.kind = CheckKind::Winsorising, .lower = 10, .upper = 90}}));
    NoProgress progress;
    const recipe::WinsoriseStep step{
        .variables = {"inv", "value", "capital"}, .lower = 10, .upper = 90};
    const auto clipped = step.apply(panel, "", progress);
    ASSERT_TRUE(clipped);
    const Fit fit =
        estimated(clipped->panel, "inv ~ value + capital | firm + year", "cluster:firm");
    EXPECT_EQ(cellOf<Coefficient>(tableOf(result, "robustness"), "term:value", 0).estimate,
              fit.term("value")->estimate);
    EXPECT_TRUE(hasNote(tableOf(result, "robustness"), Word::NoteWinsorised));
}

TEST(RobustnessStudy, PlaceboHasItsTableAndTheDensityOfItsEstimates) {
    const Panel panel = grunfeld();
    const StudyResult result = runOn(panel, robustnessOf({{.kind = CheckKind::Placebo}}));
    PlaceboOptions options;
    options.estimate.vcov = *parseCovariance("cluster:firm");
    options.regressor = "value";
    NoProgress progress;
    const auto test = placeboTest(panel, *parseModelFormula("inv ~ value + capital | firm + year"),
                                  options, progress);
    ASSERT_TRUE(test);
    const Table& table = tableOf(result, "placebo");
    EXPECT_EQ(cellOf<Number>(table, "reps", 0).value, 500.0);
    EXPECT_EQ(cellOf<Number>(table, "p_value", 0).value, test->pValue);
    EXPECT_EQ(cellOf<Number>(table, "actual", 0).value, test->actual.estimate);
    const Figure& figure = figureOf(result, "placebo_density");
    EXPECT_EQ(figure.x.referenceLine, test->actual.estimate);
    // The density integrates to one but for the tails beyond three bandwidths.
    const auto& points = figure.series.front().points;
    double area = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        area += (points[i].x - points[i - 1].x) * (points[i].y + points[i - 1].y) / 2;
    }
    EXPECT_NEAR(area, 1.0, 2e-3);
}

TEST(RobustnessStudy, ACheckThatFailsLeavesTheOthers) {
    const StudyResult result =
        runOn(grunfeld(), robustnessOf({{.kind = CheckKind::ReplaceOutcome, .expression = "absent"},
                                        {.kind = CheckKind::Clustering, .vcov = "hc1"}}));
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems.front().place.column, "1");
    EXPECT_FALSE(isEmptyCell(tableOf(result, "robustness"), "term:value", 1));
}

} // namespace
} // namespace citypanel::study
