// SPDX-License-Identifier: GPL-3.0-or-later
// estimateBy: each name reaches its estimator, and random effects bring Hausman's tests.
#include "core/estimate/estimator.h"
#include "core/estimate/random_effects.h"
#include "random_panel.h"
#include "reference_entries.h"

namespace citypanel {
namespace {

using testing::IsNear;

Result<Fit> fitBy(Estimator estimator, const Panel& panel, const char* formula,
                  EstimateOptions options = {}) {
    NoProgress progress;
    return estimateBy(estimator, panel, *parseModelFormula(formula), options, progress);
}

TEST(Estimator, EveryNameReachesItsFunction) {
    const Panel panel = testing::randomPanel(41);
    const ModelFormula formula = *parseModelFormula("y ~ x1 + x3");
    NoProgress progress;
    const auto random = fitBy(Estimator::RandomEffects, panel, "y ~ x1 + x3");
    const auto between = fitBy(Estimator::Between, panel, "y ~ x1 + x3");
    const auto difference = fitBy(Estimator::FirstDifference, panel, "y ~ x1 + x3");
    ASSERT_TRUE(random && between && difference);
    EXPECT_EQ(random->terms[1].estimate,
              estimateRandomEffects(panel, formula, {}, progress)->terms[1].estimate);
    EXPECT_EQ(between->terms[1].estimate,
              estimateBetween(panel, formula, {}, false, progress)->terms[1].estimate);
    EXPECT_EQ(difference->terms[0].name, "diff(x1)");
    EXPECT_EQ(fitBy(Estimator::LeastSquares, panel, "y ~ x1 | unit")->terms[0].estimate,
              estimate(panel, "y ~ x1 | unit", {}, progress)->terms[0].estimate);
}

TEST(Estimator, RandomEffectsHaveHausmansTests) {
    const Panel panel = testing::randomPanel(42);
    const auto fit = fitBy(Estimator::RandomEffects, panel, "y ~ x1 + x3");
    ASSERT_TRUE(fit && fit->randomEffects);
    NoProgress progress;
    const auto test = hausmanTest(panel, *parseModelFormula("y ~ x1 + x3"), {}, progress);
    ASSERT_TRUE(test);
    EXPECT_EQ(fit->randomEffects->hausman.statistic, test->classical.statistic);
    EXPECT_EQ(fit->randomEffects->mundlak.pValue, test->robust.pValue);
    EXPECT_EQ(fit->randomEffects->hausman.df, 2.0);
}

TEST(Estimator, InstrumentMethodsAgreeWhenJustIdentified) {
    const Panel panel = testing::randomPanel(43);
    const char* formula = "y ~ x3 | unit | x1 ~ x2";
    const auto twoStage = fitBy(Estimator::LeastSquares, panel, formula);
    const auto liml = fitBy(Estimator::Liml, panel, formula);
    const auto gmm = fitBy(Estimator::Gmm, panel, formula);
    ASSERT_TRUE(twoStage && liml && gmm);
    EXPECT_THAT(liml->terms[0].estimate, IsNear(twoStage->terms[0].estimate));
    EXPECT_THAT(gmm->terms[0].estimate, IsNear(twoStage->terms[0].estimate));
}

TEST(Estimator, ProblemsNameTheRemedy) {
    const Panel panel = testing::randomPanel(44);
    const auto liml = fitBy(Estimator::Liml, panel, "y ~ x1 | unit");
    ASSERT_FALSE(liml);
    EXPECT_EQ(liml.error().code, ProblemCode::OptionInvalid);
    EXPECT_EQ(liml.error().place.variable, "estimator");
    const auto random = fitBy(Estimator::RandomEffects, panel, "y ~ x1 | unit + period");
    ASSERT_FALSE(random);
    EXPECT_EQ(random.error().expected, "y ~ x1 + i(period)"); // the unit's effect is the random one
}

TEST(Estimate, OneRowIsTooFew) {
    const Panel panel =
        *Panel::crossSection({Variable::numeric("y", {1.0}), Variable::numeric("x", {2.0})});
    const auto fit = fitBy(Estimator::LeastSquares, panel, "y ~ x");
    ASSERT_FALSE(fit);
    EXPECT_EQ(fit.error().code, ProblemCode::ObservationsTooFew);
}

} // namespace
} // namespace citypanel
