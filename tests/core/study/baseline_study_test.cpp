// SPDX-License-Identifier: GPL-3.0-or-later
// Baseline and mechanism: columns from roles, numbers of the estimator.
#include "core/estimate/mediation.h"
#include "tests/core/study/study_support.h"
#include "tests/support/grunfeld.h"

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::grunfeld;

StudyModel grunfeldModel() {
    StudyModel model = proposedModel(grunfeld());
    model.outcome = "inv";
    model.core = {"value"};
    model.controls = {"capital"};
    return model;
}

std::vector<std::string> formulasOf(const BaselineStudy& study) {
    std::vector<std::string> formulas;
    for (const RegressionColumn& column : study.asRegression(grunfeld()).columns) {
        formulas.push_back(column.formula.text);
    }
    return formulas;
}

TEST(BaselineStudy, ByRegressorIsTheFirstAloneAndThenEachWithControls) {
    BaselineStudy study{.model = grunfeldModel()};
    study.model.core = {"value", "big"};
    EXPECT_EQ(formulasOf(study), (std::vector<std::string>{"inv ~ value | firm + year",
                                                           "inv ~ value + capital | firm + year",
                                                           "inv ~ big + capital | firm + year"}));
}

TEST(BaselineStudy, StepwiseAddsOneControlOrOneEffectAColumn) {
    BaselineStudy study{.model = grunfeldModel()};
    study.model.controls = {"capital", "value/capital"};
    study.columns = BaselineColumns::StepwiseControls;
    EXPECT_EQ(formulasOf(study),
              (std::vector<std::string>{"inv ~ value | firm + year",
                                        "inv ~ value + capital | firm + year",
                                        "inv ~ value + capital + I(value/capital) | firm + year"}));
    study.model.controls = {"capital"};
    study.columns = BaselineColumns::StepwiseEffects;
    EXPECT_EQ(formulasOf(study),
              (std::vector<std::string>{"inv ~ value + capital", "inv ~ value + capital | firm",
                                        "inv ~ value + capital | firm + year"}));
}

TEST(BaselineStudy, NumbersAreTheEstimatorsAndErrorsAreClusteredByUnitUnlessTold) {
    const Panel panel = grunfeld();
    const StudyResult result = runOn(panel, BaselineStudy{.model = grunfeldModel()});
    const Table& table = tableOf(result, "baseline");
    const Fit fit = estimated(panel, "inv ~ value + capital | firm + year", "cluster:firm");
    const auto& cell = cellOf<Coefficient>(table, "term:value", 1);
    EXPECT_EQ(cell.estimate, fit.term("value")->estimate);
    EXPECT_EQ(cell.stdError, fit.term("value")->stdError);
    EXPECT_EQ(rowOf(table, "term:value").role, RowRole::Core);
    EXPECT_EQ(rowOf(table, "term:capital").role, RowRole::Control);
    // The first column has no control variable, and says so by an empty cell.
    EXPECT_TRUE(isEmptyCell(table, "term:capital", 0));
    EXPECT_TRUE(cellOf<Mark>(table, "fe:firm", 0).isPresent);
}

TEST(BaselineStudy, AsksForWhatIsMissing) {
    NoProgress progress;
    const auto result = BaselineStudy{}.run(grunfeld(), progress);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::OptionInvalid);
    EXPECT_EQ(result.error().expected, "outcome");
}

TEST(MechanismStudy, TwoStepsHaveAColumnAMediator) {
    const Panel panel = grunfeld();
    MechanismStudy study{.model = grunfeldModel(), .mediators = {"log(capital)", "value*2"}};
    study.model.controls.clear();
    const StudyResult result = runOn(panel, study);
    const Table& table = tableOf(result, "mechanism");
    ASSERT_EQ(table.columns.size(), 2U);
    const Fit fit = estimated(panel, "log(capital) ~ value | firm + year", "cluster:firm");
    EXPECT_EQ(cellOf<Coefficient>(table, "term:value", 0).estimate, fit.term("value")->estimate);
    EXPECT_TRUE(hasNote(table, Word::NoteTwoSteps));
    // Standardised: a mediator that is the regressor times two moves by one deviation with it.
    const Figure& figure = figureOf(result, "coefficients");
    ASSERT_EQ(figure.series.front().points.size(), 2U);
    EXPECT_NEAR(figure.series.front().points[1].y, 1.0, 1e-10);
}

TEST(MechanismStudy, ThreeStepsShowTheIndirectEffectOfMediation) {
    const Panel panel = grunfeld();
    MechanismStudy study{.model = grunfeldModel(), .mediators = {"capital"}};
    study.model.controls.clear();
    study.steps = MechanismSteps::Three;
    study.reps = 50;
    const StudyResult result = runOn(panel, study);
    const Table& table = tableOf(result, "mechanism");
    ASSERT_EQ(table.columns.size(), 3U);
    MediationOptions options;
    options.estimate.vcov = *parseCovariance("cluster:firm");
    options.treatment = "value";
    options.mediator = "capital";
    options.reps = 50;
    NoProgress progress;
    const auto expected =
        mediation(panel, *parseModelFormula("inv ~ value | firm + year"), options, progress);
    ASSERT_TRUE(expected);
    EXPECT_EQ(cellOf<Coefficient>(table, "indirect", 2).estimate, expected->indirect);
    EXPECT_EQ(cellOf<TestValue>(table, "sobel", 2).statistic, expected->sobel.z);
    EXPECT_EQ(cellOf<Number>(table, "bootstrap_low", 2).value,
              expected->bootstrap->statistics.front().confLow);
    EXPECT_TRUE(isEmptyCell(table, "sobel", 0));
    // c - c' = a b on the common rows.
    const double total = cellOf<Coefficient>(table, "term:value", 0).estimate;
    const double direct = cellOf<Coefficient>(table, "term:value", 2).estimate;
    EXPECT_NEAR(total - direct, expected->indirect, 1e-12);
}

TEST(MechanismStudy, AMediatorThatFailsLeavesTheOthers) {
    MechanismStudy study{.model = grunfeldModel(), .mediators = {"absent", "capital"}};
    study.model.controls.clear();
    const StudyResult result = runOn(grunfeld(), study);
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems.front().place.column, "1");
    EXPECT_FALSE(isEmptyCell(tableOf(result, "mechanism"), "term:value", 1));
}

} // namespace
} // namespace citypanel::study
