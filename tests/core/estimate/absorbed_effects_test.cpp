// SPDX-License-Identifier: GPL-3.0-or-later
// Partialling out effects by every method: group means vanish, ranks and coefficients are right.
#include "core/base/parallel.h"
#include "core/estimate/absorbed_effects.h"
#include "core/estimate/grouping.h"
#include "tests/support/cancelled_progress.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace citypanel {
namespace {

using testing::IsNear;

Grouping grouping(std::vector<std::int32_t> codes, std::size_t levels) {
    std::vector<std::size_t> rows(codes.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = i;
    }
    return restricted({"g", std::move(codes), levels}, rows);
}

Grouping randomGrouping(std::mt19937& generator, std::size_t n, std::int32_t levels) {
    std::uniform_int_distribution<std::int32_t> level(0, levels - 1);
    std::vector<std::int32_t> codes(n);
    for (std::int32_t& code : codes) {
        code = level(generator);
    }
    return grouping(std::move(codes), static_cast<std::size_t>(levels));
}

std::vector<double> randomColumn(std::mt19937& generator, std::size_t n) {
    std::normal_distribution<double> normal(50.0, 2.0);
    std::vector<double> column(n);
    for (double& value : column) {
        value = normal(generator);
    }
    return column;
}

/// Largest |group mean| of a column over all levels of the groupings.
double largestMean(const std::vector<double>& x, const std::vector<AbsorbedTerm>& terms,
                   const std::vector<double>& weights) {
    double largest = 0.0;
    for (const AbsorbedTerm& term : terms) {
        std::vector<double> sums(term.grouping.levels, 0.0);
        std::vector<double> totals(term.grouping.levels, 0.0);
        for (std::size_t i = 0; i < x.size(); ++i) {
            const auto level = static_cast<std::size_t>(term.grouping.codes[i]);
            const double w = weights.empty() ? 1.0 : weights[i];
            sums[level] += w * x[i];
            totals[level] += w;
        }
        for (std::size_t g = 0; g < sums.size(); ++g) {
            largest = std::max(largest, std::abs(sums[g] / totals[g]));
        }
    }
    return largest;
}

void expectClean(const std::vector<AbsorbedTerm>& terms, const std::vector<double>& weights,
                 std::mt19937& generator) {
    NoProgress progress;
    const Result<AbsorbedEffects> effects = AbsorbedEffects::build(terms, weights, progress);
    ASSERT_TRUE(effects);
    std::vector<double> x = randomColumn(generator, effects->rowCount());
    const std::vector<double> before = x;
    double* column = x.data();
    const Result<AbsorptionCheck> check = effects->partialOut({&column, 1}, progress);
    ASSERT_TRUE(check);
    EXPECT_LE(check->largestMean, 1e-11);
    EXPECT_LE(largestMean(x, terms, weights), 1e-10);
    // What was taken out is a sum of effects: recovering them gives it back.
    const Result<std::vector<EffectCoefficients>> recovered = effects->recover(before, progress);
    ASSERT_TRUE(recovered);
    for (std::size_t i = 0; i < x.size(); i += 37) {
        double sum = x[i];
        for (std::size_t t = 0; t < terms.size(); ++t) {
            sum += (*recovered)[t].levels[static_cast<std::size_t>(terms[t].grouping.codes[i])];
        }
        ASSERT_NEAR(sum, before[i], 1e-9);
    }
}

TEST(AbsorbedEffects, DenseSchurComplement) {
    std::mt19937 generator(1);
    const std::size_t n = 3000;
    expectClean({{randomGrouping(generator, n, 200)}}, {}, generator);
    expectClean({{randomGrouping(generator, n, 200)}, {randomGrouping(generator, n, 30)}}, {},
                generator);
    expectClean({{randomGrouping(generator, n, 20)},
                 {randomGrouping(generator, n, 300)},
                 {randomGrouping(generator, n, 150)}},
                std::vector<double>(n, 0.5), generator);
}

TEST(AbsorbedEffects, IterationOnLargeConnectedEffects) {
    std::mt19937 generator(2);
    const std::size_t n = 60'000;
    expectClean({{randomGrouping(generator, n, 9000)}, {randomGrouping(generator, n, 4000)}}, {},
                generator);
}

/// Units that meet ten consecutive firms each: a chain, on which alternating projections crawl.
std::vector<AbsorbedTerm> chain(std::size_t units, std::size_t periods, std::size_t firms) {
    std::vector<std::int32_t> unit;
    std::vector<std::int32_t> firm;
    std::vector<std::int32_t> period;
    for (std::size_t i = 0; i < units * periods; ++i) {
        unit.push_back(static_cast<std::int32_t>(i / periods));
        period.push_back(static_cast<std::int32_t>(i % periods));
        firm.push_back(static_cast<std::int32_t>(i % firms));
    }
    return {{{"unit", unit, units}}, {{"firm", firm, firms}}, {{"period", period, periods}}};
}

TEST(AbsorbedEffects, SparseFactorOnWeaklyConnectedEffects) {
    std::mt19937 generator(3);
    expectClean(chain(20'000, 10, 3500), {}, generator);
}

TEST(AbsorbedEffects, RankCountsComponents) {
    NoProgress progress;
    // Two separate blocks: 4 + 4 levels less one for each component.
    const AbsorbedTerm a{grouping({0, 0, 1, 1, 2, 2, 3, 3}, 4)};
    const AbsorbedTerm b{grouping({0, 1, 0, 1, 2, 3, 2, 3}, 4)};
    EXPECT_EQ(connectedComponents(a.grouping, b.grouping), 2U);
    EXPECT_EQ(AbsorbedEffects::build({a, b}, {}, progress)->rank(), 6U);
    EXPECT_EQ(AbsorbedEffects::build({a, a}, {}, progress)->rank(), 4U);
}

TEST(AbsorbedEffects, SameBitsOnOneAndManyThreads) {
    std::mt19937 generator(4);
    const std::size_t n = 40'000;
    NoProgress progress;
    const Result<AbsorbedEffects> effects = AbsorbedEffects::build(
        {{randomGrouping(generator, n, 4000)}, {randomGrouping(generator, n, 50)}}, {}, progress);
    const std::vector<double> original = randomColumn(generator, 4 * n);
    const auto clean = [&](unsigned threads) {
        setParallelThreads(threads);
        std::vector<double> columns = original;
        const std::vector<double*> pointers{columns.data(), columns.data() + n,
                                            columns.data() + 2 * n, columns.data() + 3 * n};
        EXPECT_TRUE(effects->partialOut(pointers, progress));
        return columns;
    };
    EXPECT_EQ(clean(1), clean(3));
}

TEST(Grouping, SingletonsArePeeledRepeatedly) {
    // Row 0 is alone in a; without it row 1 is alone in b.
    const std::vector<Grouping> groupings{grouping({0, 1, 1, 2, 2, 2}, 3),
                                          grouping({0, 0, 1, 1, 1, 1}, 2)};
    std::vector<bool> keep(6, true);
    EXPECT_EQ(dropSingletons(groupings, keep), 3U);
    EXPECT_EQ(keep, (std::vector<bool>{false, false, false, true, true, true}));
    EXPECT_TRUE(isNested(grouping({0, 0, 1, 2}, 3), grouping({0, 0, 1, 1}, 2)));
    EXPECT_FALSE(isNested(grouping({0, 0, 1, 1}, 2), grouping({0, 1, 1, 1}, 2)));
}

TEST(AbsorbedEffects, CancelledWorkIsAProblem) {
    testing::CancelledProgress progress;
    std::mt19937 generator(5);
    const Result<AbsorbedEffects> effects = AbsorbedEffects::build(
        {{randomGrouping(generator, 100, 10)}, {randomGrouping(generator, 100, 5)}}, {}, progress);
    ASSERT_FALSE(effects);
    EXPECT_EQ(effects.error().code, ProblemCode::Cancelled);
}

} // namespace
} // namespace citypanel
