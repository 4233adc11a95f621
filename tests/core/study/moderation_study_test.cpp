// SPDX-License-Identifier: GPL-3.0-or-later
// Moderation, variance inflation and descriptives by two groupings.
#include "tests/core/study/study_support.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::grunfeld;
using citypanel::testing::IsNear;

ModerationStudy moderationOf(std::vector<ExpressionText> moderators) {
    ModerationStudy study;
    study.model = proposedModel(grunfeld());
    study.model.outcome = "inv";
    study.model.core = {"value"};
    study.model.controls = {"capital"};
    study.moderators = std::move(moderators);
    return study;
}

TEST(ModerationStudy, MarginsAreTheCoefficientPlusItsInteraction) {
    const Panel panel = grunfeld();
    const StudyResult result = runOn(panel, moderationOf({"capital"}));
    const Fit fit =
        estimated(panel, "inv ~ value + capital + value:capital | firm + year", "cluster:firm");
    const Table& table = tableOf(result, "moderation");
    EXPECT_EQ(cellOf<Coefficient>(table, "term:value:capital", 0).estimate,
              fit.term("value:capital")->estimate);
    EXPECT_EQ(rowOf(table, "term:value:capital").role, RowRole::Core);
    const Table& margins = tableOf(result, "margins");
    const double at = cellOf<Number>(margins, "margin:capital:P50", 0).value;
    EXPECT_THAT(cellOf<Coefficient>(margins, "margin:capital:P50", 1).estimate,
                IsNear(fit.term("value")->estimate + at * fit.term("value:capital")->estimate));
    const Figure& figure = figureOf(result, "margins_capital");
    EXPECT_EQ(figure.series.front().points.size(), 41U);
    EXPECT_EQ(figure.series.front().role, SeriesRole::Line);
}

TEST(ModerationStudy, TheSurfaceRisesByTheMarginalEffect) {
    const Panel panel = grunfeld();
    const StudyResult result = runOn(panel, moderationOf({"capital"}));
    const Fit fit =
        estimated(panel, "inv ~ value + capital + value:capital | firm + year", "cluster:firm");
    const Figure& figure = figureOf(result, "surface_capital");
    const std::vector<Point>& points = figure.series.front().points;
    ASSERT_EQ(points.size(), 15U * 15U);
    double rows = 0.0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        rows += points[i].count;
        if (points[i].y == points[i - 1].y) {
            const double effect =
                fit.term("value")->estimate + points[i].y * fit.term("value:capital")->estimate;
            EXPECT_THAT(points[i].coefficient->estimate - points[i - 1].coefficient->estimate,
                        IsNear(effect * (points[i].x - points[i - 1].x)));
        }
    }
    EXPECT_GT(rows, 150.0); // of 200: the others lie beyond the grid of one or the other
}

TEST(ModerationStudy, AFlagHasTwoEffects) {
    const StudyResult result = runOn(grunfeld(), moderationOf({"year > 1944"}));
    const Table& margins = tableOf(result, "margins");
    EXPECT_EQ(cellOf<Number>(margins, "margin:year > 1944:1", 0).value, 1.0);
    EXPECT_EQ(figureOf(result, "margins_year > 1944").series.front().role, SeriesRole::Estimates);
    EXPECT_EQ(result.figures.size(), 1U); // no surface
}

TEST(DescriptivesStudy, VarianceInflationOfTwoRegressorsIsThatOfTheirCorrelation) {
    DescriptivesStudy study;
    study.variables = {"value", "capital"};
    study.withCorrelations = true;
    study.vifModel = "inv ~ value + capital";
    const StudyResult result = runOn(grunfeld(), study);
    const double r =
        cellOf<Coefficient>(tableOf(result, "correlations"), "variable:capital", 0).estimate;
    EXPECT_THAT(cellOf<Number>(tableOf(result, "vif"), "variable:value", 0).value,
                IsNear(1.0 / (1.0 - r * r)));
}

TEST(DescriptivesStudy, ByTwoGroupingsHasAPartACombination) {
    DescriptivesStudy study;
    study.variables = {"value"};
    study.by = "big";
    study.andBy = "year";
    const StudyResult result = runOn(grunfeld(), study);
    const Table& table = tableOf(result, "descriptives");
    std::size_t parts = 0;
    double rows = 0;
    for (const Row& row : table.rows) {
        parts += row.role == RowRole::Heading ? 1 : 0;
        rows += row.role == RowRole::Summary ? std::get<Number>(row.cells.front()).value : 0.0;
    }
    EXPECT_EQ(parts, 40U);
    EXPECT_EQ(rows, 200.0);
}

} // namespace
} // namespace citypanel::study
