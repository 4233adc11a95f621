// SPDX-License-Identifier: GPL-3.0-or-later
// Margins are the coefficients of models written around the value asked for.
#include "core/estimate/estimate.h"
#include "core/estimate/margins.h"
#include "random_panel.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel {
namespace {

using testing::IsNear;

constexpr testing::Near marginsNear{1e-9, 1e-12};

Fit marginsFit(const Panel& panel, const std::string& formula) {
    EstimateOptions options;
    options.vcov = *parseCovariance("cluster:unit");
    NoProgress progress;
    const Result<Fit> fit = estimate(panel, formula, options, progress);
    EXPECT_TRUE(fit) << formula;
    return fit ? *fit : Fit{};
}

TEST(Margins, ModeratedEffectIsTheCoefficientBesideACentredModerator) {
    const Panel panel = testing::randomPanel(21);
    const Fit fit = marginsFit(panel, "y ~ x1*x3 | unit + period");
    const Fit centred = marginsFit(panel, "y ~ x1 + I(x3 - 1.5) + x1:I(x3 - 1.5) | unit + period");
    const std::vector<double> at{1.5};
    const Result<std::vector<MarginalEffect>> effects = moderatedEffects(fit, "x1", "x3", at);
    ASSERT_TRUE(effects);
    EXPECT_THAT(effects->front().effect.estimate,
                IsNear(centred.term("x1")->estimate, marginsNear));
    EXPECT_THAT(effects->front().effect.stdError,
                IsNear(centred.term("x1")->stdError, marginsNear));
    EXPECT_EQ(moderatedEffects(fit, "x1", "x2", at).error().code, ProblemCode::VariableUnknown);
}

TEST(Margins, PredictedShiftIsTheSumOfTheTermsOfAModelCentredAtTheOtherPlace) {
    const Panel panel = testing::randomPanel(24);
    const Fit fit = marginsFit(panel, "y ~ x1*x3 | unit + period");
    const Fit centred =
        marginsFit(panel, "y ~ I(x1 - 1) + I(x3 - 2) + I((x1 - 1) * (x3 - 2)) | unit + period");
    // At (x0 + 1, z0) and (x0, z0 + 1) the shift is a coefficient of the centred model.
    const std::vector<double> xs{1.0, 2.0};
    const std::vector<double> zs{2.0, 3.0};
    const auto surface = interactionSurface(fit, "x1", "x3", xs, zs, 1.0, 2.0);
    ASSERT_TRUE(surface);
    ASSERT_EQ(surface->size(), 4U);
    EXPECT_NEAR(surface->at(0).shift.estimate, 0.0, 1e-12);
    EXPECT_THAT(surface->at(1).shift.estimate, IsNear(centred.terms[0].estimate, marginsNear));
    EXPECT_THAT(surface->at(1).shift.stdError, IsNear(centred.terms[0].stdError, marginsNear));
    EXPECT_THAT(surface->at(2).shift.estimate, IsNear(centred.terms[1].estimate, marginsNear));
    EXPECT_THAT(surface->at(2).shift.stdError, IsNear(centred.terms[1].stdError, marginsNear));
    EXPECT_EQ(interactionSurface(fit, "x1", "x2", xs, zs, 1.0, 2.0).error().code,
              ProblemCode::VariableUnknown);
}

TEST(Margins, QuadraticEffectIsTheCoefficientOfACentredRegressor) {
    const Panel panel = testing::randomPanel(22);
    const Fit fit = marginsFit(panel, "y ~ x1 + I(x1^2) + x3 | unit");
    const Fit centred = marginsFit(panel, "y ~ I(x1 - 2) + I((x1 - 2)^2) + x3 | unit");
    const std::vector<double> at{2.0};
    const Result<std::vector<MarginalEffect>> effects = quadraticEffects(fit, "x1", {}, at);
    ASSERT_TRUE(effects);
    EXPECT_THAT(effects->front().effect.estimate,
                IsNear(centred.term("I(x1-2)")->estimate, marginsNear));
    EXPECT_THAT(effects->front().effect.stdError,
                IsNear(centred.term("I(x1-2)")->stdError, marginsNear));
}

TEST(Margins, TurningPointHasZeroSlope) {
    const Panel panel = testing::randomPanel(23);
    const Fit fit = marginsFit(panel, "y ~ x1 + I(x1^2) + x3 | unit");
    const Result<TurningPoint> point = turningPoint(fit, "x1", {}, -1000.0, 1000.0);
    ASSERT_TRUE(point);
    const std::vector<double> at{point->at};
    const TermEstimate slope = quadraticEffects(fit, "x1", {}, at)->front().effect;
    EXPECT_NEAR(slope.estimate, 0.0, 1e-12);
    // Delta method: the slope's error there divided by the curvature.
    EXPECT_THAT(
        point->stdError,
        IsNear(slope.stdError / (2.0 * std::abs(fit.term("I(x1^2)")->estimate)), marginsNear));
    EXPECT_GT(point->pValue, 0.0);
    if (!isMissing(point->confLow)) {
        EXPECT_LT(point->confLow, point->at);
        EXPECT_GT(point->confHigh, point->at);
        // Fieller's ends: the slope is t standard errors from zero.
        const std::vector<double> ends{point->confLow, point->confHigh};
        const std::vector<MarginalEffect> effects = *quadraticEffects(fit, "x1", {}, ends);
        for (const MarginalEffect& end : effects) {
            EXPECT_THAT(end.effect.pValue, IsNear(0.05, {1e-7, 0.0})); // roots of a quadratic
        }
    }
    EXPECT_TRUE(isMissing(turningPoint(fit, "x1", {}, point->at + 1.0, point->at + 2.0)->pValue));
}

} // namespace
} // namespace citypanel
