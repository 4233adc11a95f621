// SPDX-License-Identifier: GPL-3.0-or-later
// Specification curves: every estimate is that of estimate(), the joint tests are those of curves
// estimated anew on panels whose regressor was dealt out.
#include "core/base/parallel.h"
#include "core/estimate/distributions.h"
#include "core/estimate/specification_curve.h"
#include "tests/support/cancelled_progress.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace citypanel {
namespace {

using testing::grunfeld;
using testing::IsNear;

SpecificationChoices someChoices() {
    SpecificationChoices choices;
    choices.panels = {grunfeld()};
    choices.outcomes = {"inv", "log(inv)"};
    choices.regressors = {"value", "lag(value,1)"};
    choices.controls = {{"capital"}, {}, {"capital", "log(capital)"}};
    choices.effects = {{"firm", "year"}, {"firm"}, {}};
    choices.vcovs = {*parseCovariance("cluster:firm"), *parseCovariance("hc1"),
                     *parseCovariance("iid"), *parseCovariance("dk:1")};
    choices.samples = {"", "year > 1938"};
    return choices;
}

SpecificationCurve curveOf(const SpecificationChoices& choices) {
    NoProgress progress;
    auto curve = specificationCurve(choices, progress);
    EXPECT_TRUE(curve);
    return curve ? *std::move(curve) : SpecificationCurve{};
}

Result<Fit> alone(const SpecificationChoices& choices, const SpecificationPlace& place,
                  const Panel& panel) {
    EstimateOptions options;
    options.vcov = choices.vcovs[place[5]];
    options.where = choices.samples[place[6]];
    NoProgress progress;
    return estimate(panel, specificationFormula(choices, place), options, progress);
}

TEST(SpecificationCurve, EveryEstimateIsThatOfTheModelAlone) {
    const SpecificationChoices choices = someChoices();
    const SpecificationCurve curve = curveOf(choices);
    ASSERT_EQ(curve.estimates.size(), 2U * 2 * 3 * 3 * 4 * 2);
    for (const SpecificationEstimate& estimate : curve.estimates) {
        const std::string formula = specificationFormula(choices, estimate.choices);
        const auto fit = alone(choices, estimate.choices, choices.panels.front());
        ASSERT_TRUE(fit) << formula;
        ASSERT_FALSE(estimate.problem) << formula;
        const TermEstimate& term = *fit->term(estimate.term.name);
        EXPECT_THAT(estimate.term.estimate, IsNear(term.estimate)) << formula;
        EXPECT_THAT(estimate.term.stdError, IsNear(term.stdError)) << formula;
        EXPECT_THAT(estimate.term.pValue, IsNear(term.pValue, {1e-8, 1e-300})) << formula;
        EXPECT_EQ(estimate.nobs, fit->nobs) << formula;
    }
}

TEST(SpecificationCurve, TheSameBitsOnOneThreadAndOnTwo) {
    const SpecificationChoices choices = someChoices();
    const unsigned threads = parallelThreads();
    setParallelThreads(1);
    const SpecificationCurve one = curveOf(choices);
    setParallelThreads(2);
    const SpecificationCurve two = curveOf(choices);
    setParallelThreads(threads);
    for (std::size_t i = 0; i < one.estimates.size(); ++i) {
        EXPECT_EQ(one.estimates[i].term.stdError, two.estimates[i].term.stdError);
    }
}

// The definitions of Simonsohn, Simmons and Nelson (2020) by hand on four made-up estimates.
TEST(SpecificationCurve, SummaryIsThatOfItsDefinitions) {
    std::vector<SpecificationEstimate> estimates(4);
    const double values[] = {0.5, 0.2, -0.1, 0.4};
    const double pValues[] = {0.01, 0.20, 0.04, 0.03};
    double z = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        estimates[i].term.estimate = values[i];
        estimates[i].term.pValue = pValues[i];
        z += std::copysign(normalQuantile(1 - pValues[i] / 2), values[i]);
    }
    const SpecificationSummary summary = summariseSpecifications(estimates);
    EXPECT_DOUBLE_EQ(summary.median, 0.3);
    EXPECT_DOUBLE_EQ(summary.sharePositive, 0.75);
    EXPECT_DOUBLE_EQ(summary.shareSignificant, 0.5);
    EXPECT_THAT(summary.stouffer, IsNear(z / 2));
}

TEST(SpecificationTest, IsTheCurveOfPanelsWithTheRegressorDealtOut) {
    SpecificationChoices choices = someChoices();
    choices.regressors = {"value"};
    choices.controls = {{"capital"}, {}};
    const SpecificationCurve curve = curveOf(choices);
    const Panel& panel = choices.panels.front();
    for (const PlaceboScheme scheme : {PlaceboScheme::WithinPeriod, PlaceboScheme::WholeUnits}) {
        const SpecificationTestOptions options{.scheme = scheme, .reps = 12, .seed = 7};
        NoProgress progress;
        const auto test = specificationTest(choices, curve, options, progress);
        ASSERT_TRUE(test);
        double asExtreme[3] = {1, 1, 1};
        const std::vector<bool> all(panel.rowCount(), true);
        for (std::size_t rep = 0; rep < 12; ++rep) {
            const std::vector<std::size_t> deal = dealtRows(panel, all, options, rep);
            std::vector<double> values;
            for (const std::size_t row : deal) {
                values.push_back(panel.find("value")->numbers()[row]);
            }
            const Panel dealt = *panel.withVariable(Variable::numeric("value", std::move(values)));
            std::vector<SpecificationEstimate> estimates = curve.estimates;
            for (SpecificationEstimate& estimate : estimates) {
                const auto fit = alone(choices, estimate.choices, dealt);
                ASSERT_TRUE(fit);
                estimate.term = *fit->term("value");
            }
            const SpecificationSummary expected = summariseSpecifications(estimates);
            EXPECT_THAT(test->replications[rep].median, IsNear(expected.median));
            EXPECT_EQ(test->replications[rep].shareSignificant, expected.shareSignificant);
            // 1e-7: a sum of quantiles of p values, each of which has 1e-8.
            EXPECT_THAT(test->replications[rep].stouffer, IsNear(expected.stouffer, {1e-7}));
            const auto isAsExtreme = [](double a, double b) { return std::abs(a) >= std::abs(b); };
            asExtreme[0] += isAsExtreme(expected.median, curve.summary.median);
            asExtreme[1] += isAsExtreme(expected.shareSignificant, curve.summary.shareSignificant);
            asExtreme[2] += isAsExtreme(expected.stouffer, curve.summary.stouffer);
        }
        EXPECT_DOUBLE_EQ(test->medianPValue, asExtreme[0] / 13);
        EXPECT_DOUBLE_EQ(test->sharePValue, asExtreme[1] / 13);
        EXPECT_DOUBLE_EQ(test->stoufferPValue, asExtreme[2] / 13);
    }
}

TEST(SpecificationTest, DealsArePermutationsWithinPeriods) {
    const Panel panel = grunfeld();
    std::vector<bool> dealt(panel.rowCount(), true);
    dealt[3] = false;
    const std::vector<std::size_t> deal = dealtRows(panel, dealt, {}, 5);
    std::vector<std::size_t> sorted = deal;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t row = 0; row < deal.size(); ++row) {
        EXPECT_EQ(sorted[row], row);
        EXPECT_EQ(panel.periods()[deal[row]], panel.periods()[row]);
    }
    EXPECT_EQ(deal[3], 3U);
    EXPECT_NE(deal, dealtRows(panel, dealt, {}, 6));
}

TEST(SpecificationCurve, CanBeCancelled) {
    testing::CancelledProgress progress;
    const auto curve = specificationCurve(someChoices(), progress);
    ASSERT_FALSE(curve);
    EXPECT_EQ(curve.error().code, ProblemCode::Cancelled);
    const SpecificationChoices choices = someChoices();
    const auto test = specificationTest(choices, curveOf(choices), {}, progress);
    ASSERT_FALSE(test);
    EXPECT_EQ(test.error().code, ProblemCode::Cancelled);
}

} // namespace
} // namespace citypanel
