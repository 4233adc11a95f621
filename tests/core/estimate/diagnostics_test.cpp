// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of a panel model's errors, and placebo tests.
#include "core/base/parallel.h"
#include "core/estimate/panel_tests.h"
#include "core/estimate/placebo.h"
#include "random_panel.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace citypanel {
namespace {

using testing::IsNear;

Result<Fit> within(const Panel& panel, const char* formula) {
    EstimateOptions options;
    options.ssc = SmallSample::Xtreg;
    NoProgress progress;
    return estimate(panel, formula, options, progress);
}

TEST(GroupwiseHeteroskedasticity, IsTheStatisticWrittenOut) {
    // Greene's formula once more, over Grunfeld's ten firms of twenty years.
    const Panel panel = testing::grunfeld();
    const auto fit = within(panel, "inv ~ value + capital | firm");
    ASSERT_TRUE(fit);
    double pooled = 0.0;
    for (const double e : fit->residuals) {
        pooled += e * e / 200.0;
    }
    double expected = 0.0;
    for (std::size_t firm = 0; firm < 10; ++firm) {
        double variance = 0.0;
        for (std::size_t t = 0; t < 20; ++t) {
            variance += std::pow(fit->residuals[20 * firm + t], 2) / 20.0;
        }
        double V = 0.0;
        for (std::size_t t = 0; t < 20; ++t) {
            V += std::pow(std::pow(fit->residuals[20 * firm + t], 2) - variance, 2) / (20.0 * 19.0);
        }
        expected += std::pow(variance - pooled, 2) / V;
    }
    const auto test = groupwiseHeteroskedasticity(panel, *fit);
    ASSERT_TRUE(test);
    EXPECT_THAT(test->statistic, IsNear(expected));
    EXPECT_EQ(test->df, 10.0);
    EXPECT_LT(test->pValue, 1e-6);
}

/// Errors that follow an autoregression of the given coefficient, with a factor common to units.
Panel panelWithErrors(unsigned seed, double persistence, double common) {
    std::mt19937 generator(seed);
    std::normal_distribution<double> normal;
    std::vector<std::vector<double>> columns(4);
    std::vector<double> factor(12);
    for (double& value : factor) {
        value = normal(generator);
    }
    for (int unit = 0; unit < 40; ++unit) {
        double e = normal(generator);
        for (int period = 0; period < 12; ++period) {
            e = persistence * e + normal(generator);
            const double x = normal(generator);
            const std::vector<double> row{static_cast<double>(unit), static_cast<double>(period), x,
                                          x + unit + e +
                                              common * factor[static_cast<std::size_t>(period)]};
            for (std::size_t j = 0; j < row.size(); ++j) {
                columns[j].push_back(row[j]);
            }
        }
    }
    return *Panel::create({"unit", "period"},
                          {Variable::numeric("unit", columns[0]),
                           Variable::numeric("period", columns[1]),
                           Variable::numeric("x", columns[2]), Variable::numeric("y", columns[3])});
}

TEST(SerialCorrelation, FindsItAndOnlyIt) {
    NoProgress progress;
    const ModelFormula formula = *parseModelFormula("y ~ x");
    int rejected = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const auto none = serialCorrelation(panelWithErrors(seed, 0.0, 0.0), formula, {}, progress);
        const auto strong =
            serialCorrelation(panelWithErrors(seed, 0.7, 0.0), formula, {}, progress);
        ASSERT_TRUE(none && strong);
        rejected += none->test.pValue < 0.05 ? 1 : 0;
        EXPECT_LT(strong->test.pValue, 0.01);
        EXPECT_EQ(none->test.dfDenominator, 39.0);
        EXPECT_NEAR(none->coefficient, -0.5, 0.15);
    }
    EXPECT_LE(rejected, 7); // 5 % of 40 is 2; seven or more has probability 0.005
}

TEST(CrossSectionalDependence, FindsItAndOnlyIt) {
    int rejected = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const Panel independent = panelWithErrors(seed, 0.0, 0.0);
        const Panel common = panelWithErrors(seed, 0.0, 1.0);
        const auto none =
            crossSectionalDependence(independent, *within(independent, "y ~ x | unit"));
        const auto strong = crossSectionalDependence(common, *within(common, "y ~ x | unit"));
        ASSERT_TRUE(none && strong);
        rejected += none->pValue < 0.05 ? 1 : 0;
        EXPECT_LT(strong->pValue, 1e-6);
        EXPECT_EQ(none->pairs, 780U);
    }
    EXPECT_LE(rejected, 7);
}

TEST(CrossSectionalDependence, AgreesWithTheFormulaOnTwoUnits) {
    const Panel panel =
        *Panel::create({"unit", "period"}, {Variable::numeric("unit", {1, 1, 1, 1, 2, 2, 2, 2}),
                                            Variable::numeric("period", {1, 2, 3, 4, 1, 2, 3, 5}),
                                            Variable::numeric("y", {1, 3, 2, 5, 2, 2, 7, 1})});
    const auto fit = within(panel, "y ~ 1");
    ASSERT_TRUE(fit);
    // Common periods 1, 2, 3: deviations (-1, 1, 0) and (-5/3, -5/3, 10/3): r = 0.
    const auto test = crossSectionalDependence(panel, *fit);
    ASSERT_TRUE(test);
    EXPECT_EQ(test->pairs, 1U);
    EXPECT_NEAR(test->statistic, 0.0, 1e-12);
}

TEST(PanelTests, ProblemsNameTheKey) {
    const Panel panel = *Panel::crossSection(
        {Variable::numeric("y", {1, 2, 4}), Variable::numeric("x", {1, 3, 2})});
    NoProgress progress;
    const auto fit = estimate(panel, "y ~ x", {}, progress);
    ASSERT_TRUE(fit);
    EXPECT_EQ(groupwiseHeteroskedasticity(panel, *fit).error().code, ProblemCode::KeyColumnMissing);
    EXPECT_EQ(crossSectionalDependence(panel, *fit).error().code, ProblemCode::KeyColumnMissing);
    EXPECT_EQ(serialCorrelation(panel, *parseModelFormula("y ~ x"), {}, progress).error().code,
              ProblemCode::KeyColumnMissing);
}

Result<PlaceboTest> placebo(const Panel& panel, PlaceboScheme scheme, int reps) {
    PlaceboOptions options;
    options.estimate.vcov = *parseCovariance("cluster:unit");
    options.regressor = "x3";
    options.scheme = scheme;
    options.reps = reps;
    NoProgress progress;
    return placeboTest(panel, *parseModelFormula("y ~ x3 + x1 | unit + period"), options, progress);
}

TEST(Placebo, CentresOnZeroAndFindsTheRealEffect) {
    const Panel panel = testing::randomPanel(41, 60, 8, 0.9);
    for (const PlaceboScheme scheme : {PlaceboScheme::WithinPeriod, PlaceboScheme::WholeUnits}) {
        const auto test = placebo(panel, scheme, 400);
        ASSERT_TRUE(test);
        EXPECT_EQ(test->estimates.size(), 400U);
        EXPECT_NEAR(test->mean, 0.0, 4.0 * test->standardDeviation / std::sqrt(400.0));
        EXPECT_LT(test->percentile2_5, 0.0);
        EXPECT_GT(test->percentile97_5, 0.0);
        EXPECT_LT(test->pValue, 0.05);
        EXPECT_LT(test->shareSignificant, 0.2);
    }
}

TEST(Placebo, ReplicationsAreFullModels) {
    // With one unit in each period there is nothing to exchange: every replication is the model.
    std::vector<double> unit;
    std::vector<double> period;
    std::vector<double> x;
    std::vector<double> y;
    std::mt19937 generator(3);
    std::normal_distribution<double> normal;
    for (int i = 0; i < 30; ++i) {
        unit.push_back(i % 5);
        period.push_back(i);
        x.push_back(normal(generator));
        y.push_back(x.back() + normal(generator));
    }
    const Panel panel = *Panel::create(
        {"unit", "period"}, {Variable::numeric("unit", unit), Variable::numeric("period", period),
                             Variable::numeric("x", x), Variable::numeric("y", y)});
    PlaceboOptions options;
    options.regressor = "x";
    options.reps = 3;
    NoProgress progress;
    const auto test = placeboTest(panel, *parseModelFormula("y ~ x | unit"), options, progress);
    ASSERT_TRUE(test);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_THAT(test->estimates[i], IsNear(test->actual.estimate));
        EXPECT_THAT(test->pValues[i], IsNear(test->actual.pValue));
    }
    EXPECT_EQ(test->pValue, 1.0);
}

TEST(Placebo, SameBitsOnOneAndTwoThreads) {
    const Panel panel = testing::randomPanel(42);
    setParallelThreads(1);
    const auto one = placebo(panel, PlaceboScheme::WithinPeriod, 64);
    setParallelThreads(2);
    const auto two = placebo(panel, PlaceboScheme::WithinPeriod, 64);
    ASSERT_TRUE(one && two);
    EXPECT_EQ(one->estimates, two->estimates);
    EXPECT_EQ(one->pValues, two->pValues);
}

TEST(Placebo, ProblemsNameTheVariable) {
    const Panel panel = testing::randomPanel(43);
    PlaceboOptions options;
    options.regressor = "x9";
    NoProgress progress;
    const auto unknown =
        placeboTest(panel, *parseModelFormula("y ~ x1 + i(g, x3)"), options, progress);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ProblemCode::VariableUnknown);
    EXPECT_EQ(unknown.error().place.variable, "x9");
}

} // namespace
} // namespace citypanel
