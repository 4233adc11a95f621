// SPDX-License-Identifier: GPL-3.0-or-later
// Binned scatters: the line has the model's slope, the bins hold every row once.
#include "core/study/binned_scatter.h"
#include "tests/core/study/study_support.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::grunfeld;
using citypanel::testing::IsNear;

StudyModel investment() {
    StudyModel model = proposedModel(grunfeld());
    model.outcome = "inv";
    model.core = {"value"};
    model.controls = {"capital"};
    return model;
}

Figure scatterOf(const StudyModel& model, const std::vector<ScatterGroup>& groups) {
    NoProgress progress;
    auto figure = binnedScatter(grunfeld(), model, groups, progress);
    EXPECT_TRUE(figure);
    return figure ? *std::move(figure) : Figure{};
}

double slopeOf(const Series& line) {
    return (line.points.back().y - line.points.front().y) /
           (line.points.back().x - line.points.front().x);
}

// Frisch and Waugh (1933): the slope of residual on residual is the coefficient.
TEST(BinnedScatter, LineHasTheSlopeOfTheModel) {
    const Panel panel = grunfeld();
    const Figure figure =
        scatterOf(investment(), {{"all", {}, {}}, {"early", {}, ExpressionText("year < 1945")}});
    ASSERT_EQ(figure.series.size(), 4U);
    const std::string formula = "inv ~ value + capital | firm + year";
    EXPECT_THAT(slopeOf(figure.series[1]),
                IsNear(estimated(panel, formula, "iid").term("value")->estimate));
    EXPECT_THAT(slopeOf(figure.series[3]),
                IsNear(estimated(panel, formula, "iid", "year < 1945").term("value")->estimate));
}

TEST(BinnedScatter, BinsHoldEveryRowOnceInOrder) {
    const Figure figure = scatterOf(investment(), {{"all", {}, {}}});
    const Series& points = figure.series.front();
    ASSERT_EQ(points.points.size(), scatterBins);
    double rows = 0;
    double sum = 0;
    for (std::size_t i = 0; i < points.points.size(); ++i) {
        EXPECT_EQ(points.points[i].count, 10.0); // 200 rows
        EXPECT_TRUE(i == 0 || points.points[i - 1].x <= points.points[i].x);
        rows += points.points[i].count;
        sum += points.points[i].count * points.points[i].y;
    }
    EXPECT_EQ(rows, 200.0);
    EXPECT_NEAR(sum, 0.0, 1e-6); // residuals in units of inv (to 1,486) have mean zero
}

TEST(BinnedScatter, WithoutControlsAndEffectsOnlyTheMeanIsTakenOut) {
    StudyModel model = investment();
    model.controls.clear();
    model.effects.clear();
    const Figure figure = scatterOf(model, {{"all", {}, {}}});
    ASSERT_EQ(figure.series.size(), 2U);
    EXPECT_THAT(slopeOf(figure.series[1]),
                IsNear(estimated(grunfeld(), "inv ~ value", "iid").term("value")->estimate));
}

TEST(BinnedScatter, LeavesOutGroupsThatCannotBeEstimatedAndWeightedModels) {
    EXPECT_TRUE(
        scatterOf(investment(), {{"none", {}, ExpressionText("year > 2000")}}).series.empty());
    StudyModel weighted = investment();
    weighted.weights = ExpressionText("capital");
    EXPECT_TRUE(scatterOf(weighted, {{"all", {}, {}}}).series.empty());
}

} // namespace
} // namespace citypanel::study
