// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a fit afterwards: predictions, effects, restrictions, inflation, Anderson-Rubin.
#include "core/estimate/estimate.h"
#include "core/estimate/prediction.h"
#include "core/estimate/restrictions.h"
#include "random_panel.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace citypanel {
namespace {

using testing::IsNear;
using testing::randomPanel;

constexpr testing::Near afterFitNear{1e-9, 1e-10};

Fit fitWith(const Panel& panel, std::string_view formula, const EstimateOptions& options = {}) {
    NoProgress progress;
    const Result<Fit> fit = estimate(panel, formula, options, progress);
    EXPECT_TRUE(fit) << formula << ": " << (fit ? "" : problemCodeName(fit.error().code));
    return fit ? *fit : Fit{};
}

TEST(Prediction, PartsSumToTheOutcome) {
    NoProgress progress;
    const Panel panel = randomPanel(3);
    for (const std::string text :
         {"y ~ x1 + x2 | unit + period", "y ~ x1 + x2", "y ~ x1 | unit[period] + g",
          "y ~ x1 | unit[[period]] + g[x2]", "y ~ x1 | unit + period | x3 ~ z"}) {
        SCOPED_TRACE(text);
        const ModelFormula formula = *parseModelFormula(text);
        const Fit fit = fitWith(panel, text);
        const Result<Prediction> prediction = predict(panel, formula, {}, fit, progress);
        ASSERT_TRUE(prediction);
        const std::span<const double> y = panel.find("y")->numbers();
        for (std::size_t row = 0; row < panel.rowCount(); ++row) {
            if (!fit.sample.includes(row)) {
                EXPECT_TRUE(isMissing(prediction->fitted[row]));
                continue;
            }
            double sum = prediction->linear[row] + prediction->residual[row];
            for (const EstimatedEffect& effect : prediction->byEffect) {
                sum += effect.contribution[row];
            }
            ASSERT_NEAR(sum, y[row], 1e-8) << row;
            ASSERT_NEAR(prediction->fitted[row] + prediction->residual[row], y[row], 1e-12);
        }
        for (const EstimatedEffect& effect : prediction->byEffect) {
            EXPECT_TRUE(effect.levels.empty() || effect.levels.size() == effect.labels.size());
        }
    }
}

TEST(Restrictions, AreReadAndTested) {
    const Panel panel = randomPanel(5);
    const Fit fit = fitWith(panel, "y ~ x1 + x2 + lag(x3, 1) | unit");
    const LinearRestriction equal = *parseRestriction(fit, "2*x1 - lag(x3,1)/4 = x2 + 3");
    EXPECT_EQ(equal.weights, (std::vector<double>{2.0, -1.0, -0.25}));
    EXPECT_EQ(equal.value, 3.0);
    // One restriction on one coefficient is its t squared; all of them together are the model's F.
    const LinearRestriction zero = *parseRestriction(fit, "x1");
    const double t = fit.term("x1")->statistic;
    EXPECT_THAT(waldTest(fit, {&zero, 1})->statistic, IsNear(t * t, afterFitNear));
    const std::vector<LinearRestriction> all{zero, *parseRestriction(fit, "x2 = 0"),
                                             *parseRestriction(fit, "lag(x3,1) = 0")};
    EXPECT_THAT(waldTest(fit, all)->statistic, IsNear(fit.f.statistic, afterFitNear));
    EXPECT_EQ(parseRestriction(fit, "x1 = x9").error().code, ProblemCode::VariableUnknown);
    EXPECT_EQ(parseRestriction(fit, "x1 = x9").error().place.position, 5U);
    EXPECT_EQ(parseRestriction(fit, "x1 = = 2").error().code, ProblemCode::VariableUnknown);
    EXPECT_EQ(parseRestriction(fit, "x1 x2").error().code, ProblemCode::SyntaxError);
    EXPECT_FALSE(parseRestriction(fit, ""));
}

TEST(Restrictions, SumOfCoefficientsIsTheCoefficientOfAReparametrisedModel) {
    const Panel panel = randomPanel(6);
    const Fit fit = fitWith(panel, "y ~ x1 + x2 | unit + period");
    const Fit turned = fitWith(panel, "y ~ x1 + I(x2 - x1) | unit + period");
    const TermEstimate sum = linearCombination(fit, *parseRestriction(fit, "x1 + x2"));
    EXPECT_THAT(sum.estimate, IsNear(turned.term("x1")->estimate, afterFitNear));
    EXPECT_THAT(sum.stdError, IsNear(turned.term("x1")->stdError, afterFitNear));
    EXPECT_THAT(sum.pValue, IsNear(turned.term("x1")->pValue, afterFitNear));
}

TEST(VarianceInflation, IsOneOverOneMinusR2) {
    const Panel panel = randomPanel(7);
    NoProgress progress;
    for (const std::string effects : {"", " | unit + period"}) {
        const Result<std::vector<VarianceInflation>> factors = varianceInflation(
            panel, *parseModelFormula("y ~ x1 + x2 + x3" + effects), {}, progress);
        ASSERT_TRUE(factors);
        ASSERT_EQ(factors->size(), 3U);
        const Fit other = fitWith(panel, "x1 ~ x2 + x3" + effects);
        const double r2 = effects.empty() ? other.rSquared : other.withinRSquared;
        EXPECT_THAT((*factors)[0].factor, IsNear(1.0 / (1.0 - r2), afterFitNear));
    }
}

TEST(AndersonRubin, InvertsTheReducedForm) {
    const Panel panel = randomPanel(8);
    for (const std::string vcov : {"iid", "hc1", "cluster:unit"}) {
        SCOPED_TRACE(vcov);
        EstimateOptions options;
        options.vcov = *parseCovariance(vcov);
        const Fit fit = fitWith(panel, "y ~ x1 | unit + period | x3 ~ z + lag(z,1)", options);
        const InstrumentTests& tests = *fit.instruments;
        const auto reducedF = [&](double b) {
            const std::string outcome = "I(y - (" + std::to_string(b) + ") * x3)";
            const Fit reduced =
                fitWith(panel, outcome + " ~ z + lag(z,1) + x1 | unit + period", options);
            const std::vector<LinearRestriction> none{*parseRestriction(reduced, "z"),
                                                      *parseRestriction(reduced, "lag(z,1)")};
            return waldTest(reduced, none)->statistic;
        };
        if (vcov != "cluster:unit") { // reghdfe and ivreghdfe count nested effects differently
            EXPECT_THAT(tests.andersonRubinF.statistic, IsNear(reducedF(0.0), afterFitNear));
        }
        ASSERT_EQ(tests.andersonRubinSet.size(), 1U);
        const auto [low, high] = tests.andersonRubinSet.front();
        const double estimate = fit.term("x3")->estimate;
        EXPECT_LT(low, estimate);
        EXPECT_GT(high, estimate);
        if (vcov != "cluster:unit") {
            // std::to_string keeps six digits of the bound.
            EXPECT_NEAR(reducedF(low) / reducedF(high), 1.0, 1e-3);
        }
    }
}

TEST(AndersonRubin, AWeakInstrumentGivesAnUnboundedSet) {
    const Panel panel = randomPanel(9);
    const Fit fit = fitWith(panel, "y ~ x1 | unit | x3 ~ x2");
    ASSERT_FALSE(fit.instruments->andersonRubinSet.empty());
    EXPECT_TRUE(std::isinf(fit.instruments->andersonRubinSet.front().first));
    EXPECT_TRUE(std::isinf(fit.instruments->andersonRubinSet.back().second));
}

TEST(AndersonRubin, ANarrowSetAroundALargeEstimateIsFound) {
    // A strong instrument on many rows: the set is thousands of times narrower than the data.
    std::vector<std::vector<double>> columns(3);
    std::mt19937 generator(12);
    std::normal_distribution<double> normal;
    for (int i = 0; i < 40000; ++i) {
        const double z = normal(generator);
        const double x = 0.01 * (z + 0.1 * normal(generator));
        columns[0].push_back(z);
        columns[1].push_back(x);
        columns[2].push_back(500.0 * x + 0.001 * normal(generator));
    }
    const Panel panel = *Panel::crossSection({Variable::numeric("z", columns[0]),
                                              Variable::numeric("x", columns[1]),
                                              Variable::numeric("y", columns[2])});
    for (const std::string vcov : {"iid", "hc1"}) {
        EstimateOptions options;
        options.vcov = *parseCovariance(vcov);
        const Fit fit = fitWith(panel, "y ~ 1 | x ~ z", options);
        const TermEstimate& x = *fit.term("x");
        ASSERT_EQ(fit.instruments->andersonRubinSet.size(), 1U);
        const auto [low, high] = fit.instruments->andersonRubinSet.front();
        // With a strong instrument the set is nearly the usual interval.
        EXPECT_NEAR(low, x.confLow, 0.01 * x.stdError);
        EXPECT_NEAR(high, x.confHigh, 0.01 * x.stdError);
    }
}

} // namespace
} // namespace citypanel
