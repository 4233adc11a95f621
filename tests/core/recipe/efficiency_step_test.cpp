// SPDX-License-Identifier: GPL-3.0-or-later
// The efficiency step: weights, slacks and indices as columns of the panel.
#include "core/frontier/efficiency_scores.h"
#include "core/recipe/step.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::recipe {
namespace {

using citypanel::testing::IsNear;
using ::testing::ElementsAre;

Panel smallPanel() {
    const std::vector<std::string> city{"A", "B", "C", "D"};
    return *Panel::create({"city", "year"},
                          {Variable::text("city", city), Variable::numeric("year", {1, 1, 1, 1}),
                           Variable::numeric("k", {2, 4, 6, 3}).withUnitOfMeasure("yuan"),
                           Variable::numeric("e", {4, 2, 6, 5}),
                           Variable::numeric("y", {3, 3, 3, 2}),
                           Variable::numeric("b", {1, 2, 4, 2})});
}

EfficiencyStep smallStep() {
    return {.inputs = {"k", "e"}, .good = {"y"}, .bad = {"b"}, .name = "eff"};
}

Panel efficiencyApplied(const EfficiencyStep& step) {
    NoProgress progress;
    const auto outcome = step.apply(smallPanel(), "s1", progress);
    EXPECT_TRUE(outcome);
    return outcome ? outcome->panel : Panel{};
}

// C uses 6 and 6 for 3 with 4 bad; its peers A and B. Weights of 1 are the usual ones, and weights
// of a bad output near 0 leave Tone's (2001) model.
TEST(EfficiencyStep, WeightsAreThoseOfTheModel) {
    EfficiencyStep step = smallStep();
    const auto usual = efficiencyApplied(step).find("eff")->numbers()[2];
    step.goodWeights = {1.0};
    step.badWeights = {1.0};
    EXPECT_THAT(efficiencyApplied(step).find("eff")->numbers()[2], IsNear(usual));
    step.badWeights = {3.0};
    const double heavier = efficiencyApplied(step).find("eff")->numbers()[2];
    EXPECT_LT(heavier, usual);
    EXPECT_EQ(step.efficiencyModel().technology.bad[0].weight, 3.0);
    EXPECT_FALSE(step.efficiencyModel().technology.inputs[0].weight);
}

TEST(EfficiencyStep, RefusesWeightsThatDoNotFit) {
    const Columns columns = columnsOf(smallPanel());
    EfficiencyStep step = smallStep();
    EXPECT_TRUE(step.check(columns).empty());
    step.inputWeights = {1.0};
    ASSERT_EQ(step.check(columns).size(), 1U);
    EXPECT_EQ(step.check(columns)[0].place.variable, "input_weights");
    step.inputWeights = {1.0, -1.0};
    EXPECT_EQ(step.check(columns).size(), 1U);
}

// Zhou, Ang and Wang (2012): the indices follow from the betas.
TEST(EfficiencyStep, AddsTheIndicesOfTheNonRadialModel) {
    EfficiencyStep step = smallStep();
    step.model = frontier::Measure::NonRadialDirectional;
    step.indices = true;
    std::vector<std::string> names;
    for (const ColumnInfo& info : step.effect(columnsOf(smallPanel())).adds) {
        names.push_back(info.name);
    }
    EXPECT_THAT(names, ElementsAre("eff", "eff_unified", "eff_perf_k", "eff_perf_e", "eff_perf_b"));
    const Panel panel = efficiencyApplied(step);
    NoProgress progress;
    const auto scores = frontier::efficiency(smallPanel(), step.efficiencyModel(), progress);
    ASSERT_TRUE(scores);
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        const double grown = 1.0 + scores->variables[2].beta[row];
        EXPECT_THAT(panel.find("eff_perf_b")->numbers()[row],
                    IsNear((1.0 - scores->variables[3].beta[row]) / grown));
        EXPECT_THAT(panel.find("eff_perf_e")->numbers()[row],
                    IsNear((1.0 - scores->variables[1].beta[row]) / grown));
        EXPECT_THAT(panel.find("eff_unified")->numbers()[row],
                    IsNear(scores->directional.unifiedEfficiency[row]));
    }
    EXPECT_EQ(panel.find("eff_perf_b")->origins().at(0).kind, OriginKind::Computed);
    step.model = frontier::Measure::Sbm;
    EXPECT_EQ(efficiencyApplied(step).find("eff_unified"), nullptr);
}

} // namespace
} // namespace citypanel::recipe
