// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a slider equals what the whole recipe and a whole estimation give.
#include "core/estimate/replaced_regressor.h"
#include "core/recipe/evaluation.h"
#include "core/study/index_sensitivity.h"
#include "tests/support/cancelled_progress.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <random>

namespace citypanel::study {
namespace {

using testing::IsNear;

/// 20 units, 6 periods, indicators a to d, controls, an outcome that depends on them.
Panel randomPanel() {
    std::mt19937_64 random(5);
    std::normal_distribution<double> normal;
    std::vector<std::string> units;
    std::vector<double> periods;
    std::vector<std::vector<double>> values(7);
    for (int i = 0; i < 120; ++i) {
        units.push_back("u" + std::to_string(i / 6));
        periods.push_back(2011 + i % 6);
        for (std::vector<double>& column : values) {
            column.push_back(std::exp(normal(random)));
        }
        values[6].back() += 0.5 * values[0].back() + 0.3 * values[4].back();
    }
    std::vector<Variable> columns{Variable::text("city", units),
                                  Variable::numeric("year", periods)};
    const std::vector<std::string> names{"a", "b", "c", "d", "econ", "gov", "y"};
    for (std::size_t j = 0; j < names.size(); ++j) {
        columns.push_back(Variable::numeric(names[j], values[j]));
    }
    return *Panel::create({"city", "year"}, std::move(columns));
}

recipe::IndexStep indexStep() {
    return {.indicators = {{.name = "a", .expression = "a", .dimension = "one"},
                           {.name = "b", .expression = "b", .dimension = "one"},
                           {.name = "c", .expression = "c", .dimension = "two"},
                           {.name = "d", .expression = "d", .dimension = "two"}},
            .name = "nqp"};
}

const std::vector<double> tuned{0.1, 0.2, 0.3, 0.4};

recipe::IndexStep tunedStep() {
    recipe::IndexStep step = indexStep();
    step.tuned = true;
    step.weights = {{"a", 0.1}, {"b", 0.2}, {"c", 0.3}, {"d", 0.4}};
    return step;
}

recipe::Evaluation evaluated(const recipe::Recipe& recipe) {
    recipe::Cache cache;
    NoProgress progress;
    return *recipe::evaluate(recipe, randomPanel(), cache, progress);
}

recipe::Recipe recipeOf(recipe::Step index, const std::vector<recipe::Step>& later) {
    recipe::Recipe recipe = recipe::withStep({}, std::move(index));
    for (const recipe::Step& step : later) {
        recipe = recipe::withStep(std::move(recipe), step);
    }
    return recipe;
}

PinnedModel model(const std::string& formula, CovarianceSpec vcov) {
    PinnedModel pinned{.formula = formula};
    pinned.options.vcov = std::move(vcov);
    return pinned;
}

/// The followed coefficient under the tuned weights agrees with the whole way round.
void expectWholeWay(const PinnedModel& pinned, const std::vector<recipe::Step>& later,
                    const std::string& term) {
    NoProgress progress;
    const recipe::Recipe recipe = recipeOf(indexStep(), later);
    const auto live = LiveIndex::prepare(randomPanel(), indexStep());
    ASSERT_TRUE(live);
    const auto followed =
        live->pinned(recipe, evaluated(recipe), recipe.steps[0].key, pinned, progress);
    ASSERT_TRUE(followed) << problemCodeName(followed.error().code);
    const LiveScores scores = followed->with(tuned);
    ASSERT_TRUE(scores.estimate);
    const recipe::Evaluation whole = evaluated(recipeOf(tunedStep(), later));
    const auto fit = estimate(whole.result(), pinned.formula, pinned.options, progress);
    ASSERT_TRUE(fit);
    const TermEstimate& expected = *fit->term(term);
    EXPECT_THAT(scores.estimate->estimate, IsNear(expected.estimate));
    EXPECT_THAT(scores.estimate->stdError, IsNear(expected.stdError));
    EXPECT_THAT(scores.estimate->confLow, IsNear(expected.confLow));
    EXPECT_THAT(scores.estimate->pValue, IsNear(expected.pValue));
}

constexpr const char* twoWay = "y ~ nqp + econ + gov | city + year";

TEST(LiveIndex, FollowsTheCoefficientUnderEveryCovariance) {
    for (const CovarianceSpec& vcov :
         {CovarianceSpec{.kind = CovarianceKind::Iid}, CovarianceSpec{.kind = CovarianceKind::Hc1},
          CovarianceSpec{.kind = CovarianceKind::Hc3},
          CovarianceSpec{.kind = CovarianceKind::Cluster, .clusters = {"city"}},
          CovarianceSpec{.kind = CovarianceKind::DriscollKraay, .lags = 1}}) {
        expectWholeWay(model(twoWay, vcov), {}, "nqp");
    }
}

TEST(LiveIndex, FollowsOtherFormsOfTheModel) {
    const CovarianceSpec clustered{.kind = CovarianceKind::Cluster, .clusters = {"city"}};
    expectWholeWay(model("y ~ nqp + econ", clustered), {}, "nqp");
    expectWholeWay(model("y ~ nqp_two + econ | city", clustered), {}, "nqp_two");
    expectWholeWay(model("y ~ log(nqp) + econ | city", clustered), {}, "log(nqp)");
    expectWholeWay(model("y ~ econ | city + year | nqp ~ lag(nqp, 1)", clustered), {}, "nqp");
}

TEST(LiveIndex, FollowsThroughLaterSteps) {
    const CovarianceSpec clustered{.kind = CovarianceKind::Cluster, .clusters = {"city"}};
    const std::vector<recipe::Step> later{
        recipe::FilterStep{.dropUnits = {"u3"}, .to = 2015},
        recipe::WinsoriseStep{.variables = {"econ", "nqp"}, .lower = 5, .upper = 95}};
    expectWholeWay(model(twoWay, clustered), later, "nqp");
    const std::vector<recipe::Step> renamed{
        recipe::RenameStep{.variable = "nqp", .name = "productive"}};
    expectWholeWay(model("y ~ productive + gov | city + year", clustered), renamed, "productive");
}

/// Ranks and estimate of random draws are those that the slider shows, by whichever way.
TEST(LiveIndex, RanksAndEstimateAreThoseOfTheWholeScores) {
    NoProgress progress;
    const CovarianceSpec clustered{.kind = CovarianceKind::Cluster, .clusters = {"city"}};
    const auto expectSame = [&](const recipe::IndexStep& step, const std::string& formula,
                                const std::vector<recipe::Step>& later) {
        const recipe::Recipe recipe = recipeOf(step, later);
        const auto plain = LiveIndex::prepare(randomPanel(), step);
        ASSERT_TRUE(plain);
        const auto live = plain->pinned(recipe, evaluated(recipe), recipe.steps[0].key,
                                        model(formula, clustered), progress);
        ASSERT_TRUE(live);
        const LiveScores whole = live->with(tuned);
        const LiveScores quick = live->ranksAndEstimate(tuned);
        EXPECT_EQ(quick.ranks, whole.ranks);
        ASSERT_TRUE(quick.estimate && whole.estimate);
        EXPECT_THAT(quick.estimate->estimate, IsNear(whole.estimate->estimate, {1e-12}));
        EXPECT_THAT(quick.estimate->stdError, IsNear(whole.estimate->stdError, {1e-12}));
    };
    expectSame(indexStep(), twoWay, {});
    recipe::IndexStep shifted = indexStep();
    shifted.shift = 0.01;
    shifted.shiftedScore = index::ShiftedScore::Yes;
    expectSame(shifted, twoWay, {recipe::FilterStep{.dropUnits = {"u3"}, .to = 2015}});
    expectSame(indexStep(), "y ~ nqp_two + econ | city", {});
    recipe::IndexStep parts = indexStep();
    parts.subIndices = index::SubIndices::AsTheyAre;
    expectSame(parts, "y ~ nqp_one + econ | city", {});
    expectSame(indexStep(), twoWay, {recipe::WinsoriseStep{.variables = {"nqp"}}});
    recipe::IndexStep topsis = indexStep();
    topsis.aggregation = index::Aggregation::Topsis;
    expectSame(topsis, twoWay, {});
    recipe::IndexStep twoStage = indexStep();
    twoStage.stages = index::Stages::Two;
    expectSame(twoStage, twoWay, {});
}

TEST(LiveIndex, SaysWhyItCannotFollow) {
    NoProgress progress;
    const auto live = LiveIndex::prepare(randomPanel(), indexStep());
    ASSERT_TRUE(live);
    const recipe::Recipe recipe =
        recipeOf(indexStep(), {recipe::FilterStep{.condition = "nqp > 0.05"}});
    const auto blocked =
        live->pinned(recipe, evaluated(recipe), recipe.steps[0].key, model(twoWay, {}), progress);
    ASSERT_FALSE(blocked);
    EXPECT_EQ(blocked.error().code, ProblemCode::ConventionUnsupported);
    const recipe::Recipe plain = recipeOf(indexStep(), {});
    const auto unused = live->pinned(plain, evaluated(plain), plain.steps[0].key,
                                     model("y ~ econ | city", {}), progress);
    ASSERT_FALSE(unused);
    EXPECT_EQ(unused.error().code, ProblemCode::VariableUnknown);
}

TEST(LiveIndex, ComputedWeightsAreThoseOfTheStep) {
    const auto live = LiveIndex::prepare(randomPanel(), tunedStep());
    ASSERT_TRUE(live);
    const recipe::Evaluation whole = evaluated(recipeOf(indexStep(), {}));
    const auto expected = whole.result().find("nqp")->numbers();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_THAT(live->computedScores().score[i], IsNear(expected[i], {1e-13}));
    }
    EXPECT_THAT(live->with(live->computedWeights()).rankCorrelation, IsNear(1.0, {1e-12}));
}

LiveIndex pinnedIndex() {
    NoProgress progress;
    const recipe::Recipe recipe = recipeOf(indexStep(), {});
    const auto live = LiveIndex::prepare(randomPanel(), indexStep());
    return *live->pinned(recipe, evaluated(recipe), recipe.steps[0].key,
                         model(twoWay, {.kind = CovarianceKind::Cluster, .clusters = {"city"}}),
                         progress);
}

TEST(IndexSensitivity, DrawsAreDirichlet) {
    const Eigen::VectorXd own = Eigen::Vector4d(0.5, 0.3, 0.2, 0.0);
    Eigen::VectorXd mean = Eigen::VectorXd::Zero(4);
    double square = 0;
    constexpr int draws = 20'000;
    for (int i = 0; i < draws; ++i) {
        const Eigen::VectorXd weights =
            drawnWeights(own, {.concentration = 10}, static_cast<std::uint64_t>(i));
        ASSERT_NEAR(weights.sum(), 1.0, 1e-12);
        ASSERT_EQ(weights[3], 0.0);
        mean += weights / draws;
        square += (weights[0] - 0.5) * (weights[0] - 0.5) / draws;
    }
    // Variance of a Dirichlet weight: w (1 - w) / (concentration + 1); six standard errors.
    EXPECT_NEAR(mean[0], 0.5, 6 * std::sqrt(0.25 / 11 / draws));
    EXPECT_NEAR(mean[2], 0.2, 6 * std::sqrt(0.16 / 11 / draws));
    EXPECT_NEAR(square, 0.25 / 11, 0.02 * 0.25 / 11 * 3);
    Eigen::VectorXd uniform = Eigen::VectorXd::Zero(4);
    for (int i = 0; i < draws; ++i) {
        uniform +=
            drawnWeights(own, {.draw = WeightDraw::Uniform}, static_cast<std::uint64_t>(i)) / draws;
    }
    EXPECT_NEAR(uniform[3], 0.25, 6 * std::sqrt(0.1875 / 5 / draws));
}

TEST(IndexSensitivity, IsTheSameForTheSameSeed) {
    const LiveIndex live = pinnedIndex();
    NoProgress progress;
    const SensitivityPlan plan{.draws = 50, .seed = 7};
    const auto first = indexSensitivity(live, plan, live.computedWeights(), progress);
    const auto second = indexSensitivity(live, plan, live.computedWeights(), progress);
    ASSERT_TRUE(first && second);
    ASSERT_EQ(first->estimates.size(), 50U);
    for (std::size_t i = 0; i < 50; ++i) {
        EXPECT_EQ(first->estimates[i].estimate, second->estimates[i].estimate);
    }
    EXPECT_EQ(first->ranks.size(), 20U);
    for (const SensitivityRank& rank : first->ranks) {
        EXPECT_LE(rank.low, rank.median);
        EXPECT_LE(rank.median, rank.high);
    }
    EXPECT_TRUE(coefficientDensity(*first));
    EXPECT_EQ(rankRanges(*first, 5).series[0].points.size(), 5U);
}

TEST(IndexSensitivity, LeavesEachIndicatorOut) {
    const LiveIndex live = pinnedIndex();
    NoProgress progress;
    const auto result = indexSensitivity(live, {.draws = 1}, live.computedWeights(), progress);
    ASSERT_TRUE(result);
    ASSERT_EQ(result->leftOut.size(), 4U);
    std::vector<double> weights = live.computedWeights();
    weights[1] = 0;
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) {
        weight /= sum;
    }
    EXPECT_THAT(result->leftOut[1].coefficient.estimate,
                IsNear(live.with(weights).estimate->estimate, {1e-12}));
    EXPECT_TRUE(leaveOneOut(*result));
}

TEST(LiveIndex, AVersionWithoutVariationHasNoEstimate) {
    NoProgress progress;
    const recipe::Recipe recipe = recipeOf(indexStep(), {});
    const auto live =
        LiveIndex::prepare(randomPanel(), indexStep())
            ->pinned(recipe, evaluated(recipe), recipe.steps[0].key,
                     model("y ~ nqp_two + econ | city", {.kind = CovarianceKind::Hc1}), progress);
    ASSERT_TRUE(live);
    const LiveScores scores = live->with({0.5, 0.5, 0.0, 0.0});
    EXPECT_FALSE(scores.estimate);
    ASSERT_EQ(scores.problems.size(), 1U);
    EXPECT_EQ(scores.problems[0].code, ProblemCode::RegressorsAllDropped);
}

/// Asks for the end when half is done.
class CancelledMidway final : public Progress {
public:
    void report(double fraction) override { isOver_ = isOver_ || fraction > 0.5; }

    [[nodiscard]] bool cancelled() const override { return isOver_; }

private:
    std::atomic<bool> isOver_{false};
};

TEST(IndexSensitivity, CanBeCancelledMidway) {
    CancelledMidway midway;
    const LiveIndex live = pinnedIndex();
    const auto result = indexSensitivity(live, {.draws = 5000}, live.computedWeights(), midway);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::Cancelled);
}

TEST(IndexSensitivity, CanBeCancelledAndRefusesNonsense) {
    const LiveIndex live = pinnedIndex();
    testing::CancelledProgress cancelled;
    NoProgress progress;
    EXPECT_EQ(indexSensitivity(live, {}, live.computedWeights(), cancelled).error().code,
              ProblemCode::Cancelled);
    EXPECT_EQ(indexSensitivity(live, {.draws = 0}, live.computedWeights(), progress).error().code,
              ProblemCode::OptionInvalid);
    EXPECT_EQ(
        indexSensitivity(live, {.concentration = 0}, live.computedWeights(), progress).error().code,
        ProblemCode::OptionInvalid);
}

} // namespace
} // namespace citypanel::study
