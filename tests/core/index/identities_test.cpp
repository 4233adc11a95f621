// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any data: sums, invariances, constants, missing values, refusals.
#include "core/index/composite_index.h"
#include "core/index/hand_weights.h"
#include "core/index/judgement_sets.h"
#include "core/index/objective_weights.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace citypanel::index {
namespace {

using testing::IsNear;

constexpr std::size_t unitCount = 12;
constexpr std::size_t periodCount = 5;

/// Skewed and even indicators a, b, c, d of 12 units and 5 periods, another for each seed.
Panel randomPanel(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::lognormal_distribution<double> skewed(0.0, 1.0);
    std::vector<std::string> units;
    std::vector<double> periods;
    std::vector<std::vector<double>> values(4);
    for (std::size_t i = 0; i < unitCount * periodCount; ++i) {
        units.push_back("u" + std::to_string(i / periodCount));
        periods.push_back(2011.0 + static_cast<double>(i % periodCount));
        for (std::size_t j = 0; j < values.size(); ++j) {
            values[j].push_back(std::pow(skewed(random), 0.5 + static_cast<double>(j)));
        }
    }
    return *Panel::create({"unit", "year"},
                          {Variable::text("unit", units), Variable::numeric("year", periods),
                           Variable::numeric("a", values[0]), Variable::numeric("b", values[1]),
                           Variable::numeric("c", values[2]), Variable::numeric("d", values[3])});
}

std::vector<Indicator> fourIndicators() {
    return {{.name = "a", .expression = "a", .dimension = "one"},
            {.name = "b", .expression = "b", .dimension = "one"},
            {.name = "c", .expression = "c", .direction = Direction::Negative, .dimension = "two"},
            {.name = "d", .expression = "d", .dimension = "two"}};
}

Result<CompositeIndex> tried(const Panel& panel, const std::vector<Indicator>& indicators,
                             const Weighting& weighting = {}) {
    NoProgress progress;
    return compositeIndex(panel, indicators, weighting, progress);
}

CompositeIndex computed(const Panel& panel, const std::vector<Indicator>& indicators,
                        const Weighting& weighting = {}) {
    auto result = tried(panel, indicators, weighting);
    EXPECT_TRUE(result) << (result ? "" : problemCodeName(result.error().code));
    return result ? *std::move(result) : CompositeIndex{};
}

std::vector<double> weightsOf(const CompositeIndex& index) {
    std::vector<double> weights;
    for (const IndicatorWeight& one : index.weights.at(0).indicators) {
        weights.push_back(one.weight);
    }
    return weights;
}

void expectSame(const std::vector<double>& a, const std::vector<double>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_THAT(a[i], IsNear(b[i], {1e-11, 1e-14})) << i;
    }
}

std::vector<Weighting> allWeightings() {
    std::vector<Weighting> all;
    for (const auto& normalisation : enumNames(Normalisation{})) {
        for (const WeightMethod method : {WeightMethod::Entropy, WeightMethod::Critic,
                                          WeightMethod::Variation, WeightMethod::StandardDeviation,
                                          WeightMethod::PrincipalComponents, WeightMethod::Equal}) {
            for (const Stages stages : {Stages::One, Stages::Two}) {
                all.push_back(
                    {.method = method, .normalisation = normalisation.value, .stages = stages});
            }
        }
    }
    return all;
}

TEST(CompositeIndex, WeightsSumToOneByEveryMethod) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Panel panel = randomPanel(seed);
        for (Weighting weighting : allWeightings()) {
            for (const auto& scope : enumNames(WeightScope{})) {
                weighting.scope = scope.value;
                const CompositeIndex index = computed(panel, fourIndicators(), weighting);
                for (const WeightSet& set : index.weights) {
                    double sum = 0;
                    for (const IndicatorWeight& one : set.indicators) {
                        sum += one.weight;
                        EXPECT_GE(one.weight, 0.0) << "seed " << seed;
                    }
                    EXPECT_THAT(sum, IsNear(1.0, {1e-12})) << "seed " << seed;
                }
            }
        }
    }
}

TEST(CompositeIndex, EntropyStaysInTheUnitInterval) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        for (const double shift : {0.0, 0.0001, 0.01, 100.0}) {
            const CompositeIndex index =
                computed(randomPanel(seed), fourIndicators(), {.shift = shift});
            for (const IndicatorWeight& one : index.weights[0].indicators) {
                EXPECT_GE(one.entropy, 0.0) << "seed " << seed;
                EXPECT_LE(one.entropy, 1.0) << "seed " << seed;
            }
        }
    }
}

TEST(CompositeIndex, DoesNotDependOnUnitsOfMeasure) {
    const Panel panel = randomPanel(3);
    std::vector<Indicator> scaled = fourIndicators();
    scaled[0].expression = "1000 * a + 7";
    scaled[2].expression = "0.01 * c - 3";
    expectSame(weightsOf(computed(panel, fourIndicators())), weightsOf(computed(panel, scaled)));
    expectSame(computed(panel, fourIndicators()).score, computed(panel, scaled).score);
}

TEST(CompositeIndex, NegativeIsPositiveOfTheNegation) {
    const Panel panel = randomPanel(4);
    std::vector<Indicator> negated = fourIndicators();
    negated[2].expression = "-c";
    negated[2].direction = Direction::Positive;
    for (const Normalisation rule : {Normalisation::MinMax, Normalisation::ZScore}) {
        const Weighting weighting{.normalisation = rule};
        expectSame(computed(panel, fourIndicators(), weighting).score,
                   computed(panel, negated, weighting).score);
    }
}

TEST(CompositeIndex, ConstantIndicatorGetsNoWeightAndAWarning) {
    const Panel panel = randomPanel(5);
    std::vector<Indicator> more = fourIndicators();
    more.push_back({.name = "flat", .expression = "0 * a + 5", .dimension = "two"});
    for (const Weighting& weighting : allWeightings()) {
        const CompositeIndex index = computed(panel, more, weighting);
        EXPECT_EQ(weightsOf(index).back(), 0.0);
        EXPECT_TRUE(std::any_of(index.warnings.begin(), index.warnings.end(), [](const Problem& p) {
            return p.code == ProblemCode::VariableConstant && p.place.variable == "flat" &&
                   p.severity == Severity::Warning;
        }));
        // Everything else is as if it were not there.
        expectSame(index.score, computed(panel, fourIndicators(), weighting).score);
        EXPECT_EQ(index.weights[0].indicators.back().isConstant, true);
    }
    more = {{.name = "flat", .expression = "0 * a + 5"}};
    EXPECT_EQ(tried(panel, more).error().code, ProblemCode::VariableConstant);
}

TEST(CompositeIndex, MissingValueExcludesTheRowOrStops) {
    Panel panel = randomPanel(6);
    std::vector<double> gaps(panel.find("b")->numbers().begin(), panel.find("b")->numbers().end());
    gaps[7] = missingValue;
    gaps[9] = missingValue;
    panel = *panel.withVariable(Variable::numeric("b", gaps));
    const CompositeIndex index = computed(panel, fourIndicators());
    EXPECT_EQ(index.rowsUsed, panel.rowCount() - 2);
    EXPECT_TRUE(isMissing(index.score[7]));
    EXPECT_TRUE(isMissing(index.dimensions[1].values[7])); // though dimension two has no gap
    ASSERT_FALSE(index.warnings.empty());
    EXPECT_EQ(index.warnings[0].code, ProblemCode::ValuesUndefined);
    EXPECT_EQ(index.warnings[0].found, "2");
    EXPECT_EQ(index.warnings[0].expected, "2"); // rows without a score
    EXPECT_EQ(index.warnings[0].place.variable, "b");
    std::vector<bool> keep(panel.rowCount(), true);
    keep[7] = keep[9] = false;
    expectSame(weightsOf(index), weightsOf(computed(panel.filtered(keep), fourIndicators())));
    const auto refused = tried(panel, fourIndicators(), {.incomplete = IncompleteRows::Refuse});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ProblemCode::ValuesUndefined);
    EXPECT_EQ(refused.error().severity, Severity::Error);
}

TEST(CompositeIndex, DimensionsAsTheyAreSumToTheIndex) {
    const CompositeIndex index =
        computed(randomPanel(7), fourIndicators(), {.subIndices = SubIndices::AsTheyAre});
    for (std::size_t i = 0; i < index.score.size(); ++i) {
        EXPECT_THAT(index.dimensions[0].values[i] + index.dimensions[1].values[i],
                    IsNear(index.score[i], {1e-13}));
    }
}

TEST(CompositeIndex, SharesOfVarianceSumToOne) {
    double sum = 0;
    for (const IndicatorWeight& one :
         computed(randomPanel(8), fourIndicators()).weights[0].indicators) {
        sum += one.varianceShare;
    }
    EXPECT_THAT(sum, IsNear(1.0, {1e-12}));
}

TEST(CompositeIndex, GivenWeightsGiveTheSameIndex) {
    const Panel panel = randomPanel(9);
    const CompositeIndex index = computed(panel, fourIndicators());
    Weighting given{.method = WeightMethod::Given};
    for (const IndicatorWeight& one : index.weights[0].indicators) {
        given.weights[one.indicator] = 2 * one.weight;
    }
    const CompositeIndex again = computed(panel, fourIndicators(), given);
    expectSame(index.score, again.score);
    ASSERT_EQ(again.warnings.size(), 1U);
    EXPECT_EQ(again.warnings[0].code, ProblemCode::OptionInvalid);
}

TEST(CompositeIndex, ModerateIsBestAtItsBestValue) {
    const Panel panel = *Panel::crossSection({Variable::numeric("x", {0, 2, 5, 6, 10})});
    const std::vector<Indicator> moderate{
        {.name = "x", .expression = "x", .direction = Direction::Moderate, .low = 5}};
    expectSame(computed(panel, moderate).score, {0, 0.4, 1, 0.8, 0});
    const std::vector<Indicator> interval{
        {.name = "x", .expression = "x", .direction = Direction::Interval, .low = 2, .high = 6}};
    expectSame(computed(panel, interval).score, {0.5, 1, 1, 1, 0});
}

TEST(CompositeIndex, LongTailIsShownWithAndWithout) {
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> even(0.0, 1.0);
    std::vector<double> tail;
    std::vector<double> other;
    for (int i = 0; i < 200; ++i) {
        tail.push_back(i == 100 ? 50.0 : even(random));
        other.push_back(even(random));
    }
    const Panel panel =
        *Panel::crossSection({Variable::numeric("tail", tail), Variable::numeric("other", other)});
    const CompositeIndex index = computed(
        panel, {{.name = "tail", .expression = "tail"}, {.name = "other", .expression = "other"}});
    EXPECT_TRUE(index.weights[0].indicators[0].comesFromLongTail());
    // Without it both are even, and weigh about the same.
    EXPECT_GT(index.weights[0].indicators[0].weight, 0.8);
    EXPECT_NEAR(index.weights[0].indicators[0].weightWithoutTop, 0.5, 0.1);
    EXPECT_FALSE(index.weights[0].indicators[1].comesFromLongTail());
}

TEST(CompositeIndex, HierarchyMultipliesTheTiers) {
    Weighting weighting{.method = WeightMethod::Hierarchy,
                        .judgements = {{"", {3}}, {"one", {1}}, {"two", {4}}}};
    expectSame(weightsOf(computed(randomPanel(1), fourIndicators(), weighting)),
               {0.375, 0.375, 0.2, 0.05});
    weighting.judgements = {{"", {3, 5}}};
    EXPECT_EQ(tried(randomPanel(1), fourIndicators(), weighting).error().code,
              ProblemCode::SizeMismatch);
    weighting.judgements = {{"", {9, 1, 1, 9, 1, 9}}};
    const CompositeIndex odd = computed(randomPanel(1), fourIndicators(), weighting);
    EXPECT_TRUE(std::any_of(odd.warnings.begin(), odd.warnings.end(),
                            [](const Problem& p) { return p.code == ProblemCode::OptionInvalid; }));
}

TEST(CompositeIndex, RefusesWhatHasNoMeaning) {
    const Panel panel = randomPanel(2);
    EXPECT_EQ(tried(panel, {}).error().code, ProblemCode::OptionMissing);
    EXPECT_EQ(tried(panel, fourIndicators(), {.shift = -1}).error().code,
              ProblemCode::OptionInvalid);
    EXPECT_EQ(tried(panel, {{.name = "x", .expression = "nothing"}}).error().code,
              ProblemCode::VariableUnknown);
    EXPECT_EQ(tried(panel, {{.name = "x", .expression = "a +"}}).error().code,
              ProblemCode::SyntaxError);
    EXPECT_EQ(
        tried(panel, {{.name = "x", .expression = "-a"}}, {.normalisation = Normalisation::Vector})
            .error()
            .code,
        ProblemCode::ValueNegative);
    EXPECT_EQ(
        tried(panel, fourIndicators(), {.method = WeightMethod::Given, .weights = {{"a", -0.1}}})
            .error()
            .code,
        ProblemCode::WeightInvalid);
    EXPECT_EQ(
        tried(panel, fourIndicators(), {.method = WeightMethod::Given, .weights = {{"e", 0.1}}})
            .error()
            .code,
        ProblemCode::VariableUnknown);
    const Panel one = *Panel::crossSection({Variable::numeric("a", {1.0})});
    EXPECT_EQ(tried(one, {{.name = "a", .expression = "a"}}).error().code,
              ProblemCode::ObservationsTooFew);
    EXPECT_EQ(
        tried(one, {{.name = "a", .expression = "a"}}, {.scope = WeightScope::Period}).error().code,
        ProblemCode::KeyColumnMissing);
}

TEST(HandWeights, OthersGiveWayInProportion) {
    const std::vector<double> weights{0.4, 0.3, 0.2, 0.1};
    const std::vector<Indicator> indicators = fourIndicators();
    const std::vector<bool> free(4, false);
    expectSame(withWeightMoved(weights, 0, 0.7, free, indicators, GiveWay::All),
               {0.7, 0.15, 0.1, 0.05});
    expectSame(withWeightMoved(weights, 0, 0.5, free, indicators, GiveWay::Dimension),
               {0.5, 0.2, 0.2, 0.1});
    expectSame(
        withWeightMoved(weights, 0, 0.9, {false, true, false, false}, indicators, GiveWay::All),
        {0.7, 0.3, 0.0, 0.0}); // as far as the unlocked let it
    expectSame(
        withWeightMoved(weights, 0, 0.9, {true, false, false, false}, indicators, GiveWay::All),
        weights);
    expectSame(withWeightMoved({1, 0, 0, 0}, 0, 0.4, free, indicators, GiveWay::All),
               {0.4, 0.2, 0.2, 0.2}); // none of them has a size to go by
    EXPECT_THAT(largestWeight(weights, 0, {false, true, false, false}, indicators, GiveWay::All),
                IsNear(0.7));
}

TEST(HandWeights, SumNeverMoves) {
    std::mt19937_64 random(21);
    std::uniform_real_distribution<double> any(-0.2, 1.2);
    std::vector<double> weights{0.25, 0.25, 0.25, 0.25};
    const std::vector<Indicator> indicators = fourIndicators();
    for (int i = 0; i < 1000; ++i) {
        const std::vector<bool> locked{random() % 3 == 0, random() % 3 == 0, random() % 3 == 0,
                                       random() % 3 == 0};
        weights = withWeightMoved(weights, random() % 4, any(random), locked, indicators,
                                  random() % 2 == 0 ? GiveWay::All : GiveWay::Dimension);
        ASSERT_NEAR(std::accumulate(weights.begin(), weights.end(), 0.0), 1.0, 1e-12);
    }
}

/// The rule of the help: .095, .209, .695 by ln(n); 1/ln(T) makes e exceed 1, which is refused.
TEST(Entropy, OutsideTheUnitIntervalIsRefused) {
    const Eigen::VectorXd entropy = Eigen::Vector3d(0.98, 0.95, 0.85);
    EXPECT_TRUE(checkEntropy(entropy));
    Eigen::VectorXd wrong = entropy;
    for (double& e : wrong) {
        e = entropyPerPeriods(e, 2904, 12);
        EXPECT_GT(e, 1.0);
    }
    EXPECT_THAT(wrong[0], IsNear(0.98 * std::log(2904.0) / std::log(12.0)));
    const Status refused = checkEntropy(wrong);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ProblemCode::OptionInvalid);
    EXPECT_EQ(refused.error().place.variable, "entropy");
    // Divergences 1 - e all negative: scaled to sum 1 the least informative weighs most.
    const Eigen::VectorXd divergence = (1.0 - wrong.array()).matrix();
    EXPECT_GT(divergence[0] / divergence.sum(), divergence[2] / divergence.sum());
    EXPECT_FALSE(checkEntropy(Eigen::VectorXd::Constant(1, -0.1)));
    EXPECT_TRUE(std::isnan(entropyPerPeriods(0.9, 10, 1)));
}

TEST(Judgements, AreCompletedWithAllAsImportant) {
    const std::vector<Indicator> indicators{{.name = "a", .dimension = "one"},
                                            {.name = "b", .dimension = "one"},
                                            {.name = "c", .dimension = "one"},
                                            {.name = "d", .dimension = "two"}};
    const auto completed = completedJudgements(
        indicators, {{.of = "one", .upper = {2, 4, 2}}, {.of = "two", .upper = {9}}});
    ASSERT_EQ(completed.size(), 2U); // the single indicator of "two" has no pair
    EXPECT_EQ(completed[0], (Judgements{.of = "", .upper = {1}}));
    EXPECT_EQ(completed[1], (Judgements{.of = "one", .upper = {2, 4, 2}}));
    const auto weights = systemHierarchy(indicators, completed);
    ASSERT_TRUE(weights);
    EXPECT_THAT(weights->weight[3], IsNear(0.5));
    EXPECT_THAT(weights->weight[0], IsNear(0.5 * 4.0 / 7.0)); // consistent: 4 : 2 : 1
    const std::vector<Indicator> flat{{.name = "a"}, {.name = "b"}, {.name = "c"}};
    EXPECT_EQ(completedJudgements(flat, {}),
              (std::vector<Judgements>{{.of = "", .upper = {1, 1, 1}}}));
    const std::vector<Judgements> all{{.of = "", .upper = {1, 2, 3, 4, 5, 6}}};
    EXPECT_EQ(completedJudgements(indicators, all), all);
}

} // namespace
} // namespace citypanel::index
