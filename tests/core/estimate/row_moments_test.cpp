// SPDX-License-Identifier: GPL-3.0-or-later
// RowMoments: X'X under weights of rows against absorbing the effects of the rows that count.
#include "core/estimate/absorbed_effects.h"
#include "core/estimate/row_moments.h"
#include "random_panel.h"
#include "reference_entries.h"

#include <random>

namespace citypanel {
namespace {

using testing::IsNear;

ModelData dataOf(const Panel& panel, const char* formula) {
    EstimateOptions options;
    options.keepsSingletons = true;
    auto data = prepareModel(panel, *parseModelFormula(formula), options);
    EXPECT_TRUE(data);
    return data ? *std::move(data) : ModelData{};
}

/// X'X of the rows with weight 1, their effects absorbed.
std::vector<double> absorbed(const ModelData& data, const std::vector<double>& weights) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < weights.size(); ++row) {
        if (weights[row] > 0.0) {
            rows.push_back(row);
        }
    }
    std::vector<AbsorbedTerm> effects;
    for (const AbsorbedTerm& effect : data.effects) {
        effects.push_back({restricted(effect.grouping, rows), true, {}});
    }
    std::vector<std::vector<double>> columns;
    std::vector<double*> pointers;
    for (std::size_t j = 0; j < data.columns.columnCount(); ++j) {
        std::vector<double>& column = columns.emplace_back();
        for (const std::size_t row : rows) {
            column.push_back(data.columns.column(j)[row]);
        }
    }
    for (std::vector<double>& column : columns) {
        pointers.push_back(column.data());
    }
    NoProgress progress;
    const auto out = AbsorbedEffects::build(std::move(effects), {}, progress);
    EXPECT_TRUE(out && out->partialOut(pointers, progress));
    std::vector<double> products;
    for (const std::vector<double>& a : columns) {
        for (const std::vector<double>& b : columns) {
            products.push_back(std::inner_product(a.begin(), a.end(), b.begin(), 0.0));
        }
    }
    return products;
}

TEST(RowMoments, AgreeWithAbsorbingTheRowsThatCount) {
    const Panel panel = testing::randomPanel(31, 40, 6, 0.8);
    for (const char* formula :
         {"y ~ x1 + x3 | unit + period", "y ~ x1 + x3 | unit", "y ~ x1 + x3 | unit + period + g"}) {
        SCOPED_TRACE(formula);
        const ModelData data = dataOf(panel, formula);
        const auto moments = RowMoments::build(data.columns.values, data);
        ASSERT_TRUE(moments);
        std::mt19937 generator(5);
        for (int draw = 0; draw < 5; ++draw) {
            std::vector<double> weights(data.rowCount());
            for (double& weight : weights) {
                weight = generator() % 2 == 0 ? 1.0 : 0.0;
            }
            const std::vector<double> fast = moments->crossProducts(weights);
            const std::vector<double> slow = absorbed(data, weights);
            ASSERT_EQ(fast.size(), slow.size());
            for (std::size_t i = 0; i < fast.size(); ++i) {
                EXPECT_THAT(fast[i], IsNear(slow[i], {1e-9, 1e-9})) << i; // cross products near 0
            }
        }
    }
}

TEST(RowMoments, AreNotOfSlopesOrManySmallLevels) {
    const Panel panel = testing::randomPanel(32, 200, 6, 0.9);
    const ModelData slopes = dataOf(panel, "y ~ x1 | unit[x3] + period");
    EXPECT_FALSE(RowMoments::build(slopes.columns.values, slopes));
    const ModelData none = dataOf(panel, "y ~ x1");
    EXPECT_FALSE(RowMoments::build(none.columns.values, none));
}

} // namespace
} // namespace citypanel
