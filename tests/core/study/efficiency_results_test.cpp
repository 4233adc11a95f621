// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics, rankings, densities, comparisons and pictures of efficiency scores.
#include "core/study/efficiency_comparison.h"
#include "core/study/efficiency_example.h"
#include "core/study/efficiency_figures.h"
#include "core/study/efficiency_tables.h"
#include "core/study/kernel_density.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <cmath>

namespace citypanel::study {
namespace {

using citypanel::testing::IsNear;
using frontier::EfficiencyModel;
using frontier::EfficiencyScores;
using frontier::EfficiencyStatus;
using frontier::Measure;
using frontier::Orientation;
using frontier::ReturnsToScale;

/// Three cities in two years; one input, one output. Ray of the best: B 2012 with 4 / 2.
Panel smallPanel() {
    const std::vector<std::string> city{"A", "A", "B", "B", "C", "C"};
    return *Panel::create({"city", "year"},
                          {Variable::text("city", city),
                           Variable::numeric("year", {2011, 2012, 2011, 2012, 2011, 2012}),
                           Variable::numeric("labour", {2, 4, 3, 2, 5, 8}).withLabel("Labour"),
                           Variable::numeric("gdp", {2, 6, 3, 4, 2, missingValue}),
                           Variable::flag("east", {1, 1, 1, 1, 0, 0})});
}

EfficiencyModel ccr(Orientation orientation = Orientation::In) {
    EfficiencyModel model{.measure = Measure::Radial, .orientation = orientation};
    model.technology.inputs = {{"labour"}};
    model.technology.good = {{"gdp"}};
    return model;
}

EfficiencyScores scoresOf(const Panel& panel, const EfficiencyModel& model) {
    NoProgress progress;
    return *frontier::efficiency(panel, model, progress);
}

double numberAt(const Table& table, std::string_view key, std::size_t column) {
    const Row* row = table.find(key);
    if (row == nullptr || !std::holds_alternative<Number>(row->cells.at(column))) {
        return missingValue;
    }
    return std::get<Number>(row->cells[column]).value;
}

// The scores by hand: output per labour over 2 = 0.5, 0.75, 0.5, 1, 0.2, excluded.
TEST(ScoreTable, StatisticsByPeriodAndGroup) {
    const Panel panel = smallPanel();
    const EfficiencyScores scores = scoresOf(panel, ccr());
    const auto table = scoreTable(panel, scores, own("score"), {});
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 3U);
    EXPECT_EQ(numberAt(*table, "level:2011", 0), 3);
    EXPECT_THAT(numberAt(*table, "level:2011", 1), IsNear(0.4));
    EXPECT_THAT(numberAt(*table, "level:2012", 1), IsNear(0.875));
    EXPECT_EQ(numberAt(*table, "level:2012", 6), 1);
    EXPECT_THAT(numberAt(*table, "all", 1), IsNear(0.59));
    EXPECT_EQ(numberAt(*table, "all", 7), 0);
    EXPECT_EQ(table->notes.size(), 1U); // the excluded row

    const auto byGroup = scoreTable(panel, scores, own("score"), "east");
    ASSERT_TRUE(byGroup);
    EXPECT_THAT(numberAt(*byGroup, "level:1", 1), IsNear(0.6875));
    EXPECT_FALSE(scoreTable(panel, scores, own("score"), "nowhere"));
}

TEST(RankingTable, ByMeanOverPeriodsAndWithTheSenseOfTheScore) {
    const Panel panel = smallPanel();
    const Table table = rankingTable(panel, scoresOf(panel, ccr()), own("score"));
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[0].key, "unit:B");
    EXPECT_THAT(numberAt(table, "unit:B", 1), IsNear(0.75));
    EXPECT_EQ(numberAt(table, "unit:C", 0), 3);
    EXPECT_THAT(numberAt(table, "unit:A", 2), IsNear(0.5));
    EXPECT_TRUE(std::isnan(numberAt(table, "unit:C", 3))) << "the row has no score";

    // phi: less is better; the means of 1 / theta rank the same three cities.
    const Table outward = rankingTable(panel, scoresOf(panel, ccr(Orientation::Out)), own("phi"));
    EXPECT_EQ(outward.rows[0].key, "unit:B");
    EXPECT_EQ(outward.rows[2].key, "unit:C");
}

TEST(UnitRanks, EqualMeansShareTheBetterRank) {
    const Panel panel = smallPanel();
    const std::vector<double> score{1, 1, 1, 1, 0.5, 0.5};
    const auto ranks = unitRanks(panel, score, false);
    ASSERT_EQ(ranks.size(), 3U);
    EXPECT_EQ(ranks[0].rank, 1U);
    EXPECT_EQ(ranks[1].rank, 1U);
    EXPECT_EQ(ranks[2].rank, 3U);
}

TEST(PotentialTable, SumsOfSavingsOverSumsOfInputs) {
    const Panel panel = smallPanel();
    const Table table = potentialTable(panel, scoresOf(panel, ccr()), own("score"));
    // 2011: labour 2, 3, 5 could be 1, 1.5, 1.
    EXPECT_THAT(numberAt(table, "level:2011", 0), IsNear(65.0));
    EXPECT_THAT(numberAt(table, "level:2012", 0), IsNear(100.0 / 6.0));
    EXPECT_THAT(numberAt(table, "all", 1), IsNear(0.0, {0.0, 1e-9}));
}

TEST(SlackTable, OwnValuesProjectionAndPotentialOfOneRow) {
    const Panel panel = smallPanel();
    const EfficiencyScores scores = scoresOf(panel, ccr());
    const Table table = slackTable(panel, scores, 1); // A 2012
    EXPECT_THAT(numberAt(table, "variable:labour", 0), IsNear(4.0));
    EXPECT_THAT(numberAt(table, "variable:labour", 2), IsNear(3.0));
    EXPECT_THAT(numberAt(table, "variable:labour", 3), IsNear(25.0));
    EXPECT_EQ(table.find("role:input")->role, RowRole::Heading);

    const Table peers = peerTable(panel, scores, 1);
    ASSERT_EQ(peers.rows.size(), 1U);
    EXPECT_EQ(peers.rows[0].label.own, "B 2012");
    EXPECT_THAT(numberAt(peers, "row:3", 0), IsNear(1.5));

    const Figure bars = slackFigure(panel, scores, 1);
    EXPECT_THAT(bars.series[0].points[0].y, IsNear(25.0)); // as in the table
}

TEST(Improvement, SuperEfficientRowsHaveNoneAndExcludedRowsNoValue) {
    const Panel panel = smallPanel();
    EfficiencyModel model = ccr();
    model.measure = Measure::Sbm;
    model.orientation = Orientation::None;
    model.super = frontier::SuperEfficiency::Efficient;
    const EfficiencyScores scores = scoresOf(panel, model);
    ASSERT_EQ(scores.status[3], EfficiencyStatus::SuperEfficient);
    EXPECT_EQ(improvement(panel, scores, 0, 3), 0.0);
    EXPECT_TRUE(std::isnan(improvement(panel, scores, 0, 5)));
}

TEST(InfluenceTable, CountsThePeers) {
    const Panel panel = smallPanel();
    NoProgress progress;
    const auto influence = frontier::frontierInfluence(panel, ccr(), progress);
    ASSERT_TRUE(influence);
    const Table table = influenceTable(panel, *influence, 10);
    EXPECT_EQ(numberAt(table, "row:3", 0), 4);
    EXPECT_THAT(numberAt(table, "row:3", 1), IsNear(100.0));
    EXPECT_TRUE(influenceTable(panel, *influence, 0).rows.empty());
}

TEST(ProductivityTable, GeometricMeansCumulativeAndPairsWithoutASolution) {
    frontier::ProductivityChanges changes{.index =
                                              frontier::ProductivityIndex::MalmquistLuenberger};
    const Panel panel = smallPanel();
    changes.changes = {
        {.fromRow = 0, .row = 1, .index = 2.0, .efficiencyChange = 1.0, .technicalChange = 2.0},
        {.fromRow = 2, .row = 3, .index = 0.5, .efficiencyChange = 1.0, .technicalChange = 0.5},
        {.fromRow = 4, .row = 5}};
    changes.infeasible = 1;
    const Table table = productivityTable(changes, panel);
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_THAT(numberAt(table, table.rows[0].key, 0), IsNear(1.0));
    EXPECT_EQ(numberAt(table, table.rows[0].key, 4), 1);
    EXPECT_EQ(table.notes.size(), 2U);
    EXPECT_EQ(productivityFigure(table).series.size(), 4U);
}

// R 4.2.2: bw.nrd0(x) and mean(dnorm(t, x, bw.nrd0(x)))
TEST(KernelDensity, AgreesWithR) {
    const std::vector<double> x{0.12, 0.35, 0.4, 0.41, 0.55,        0.58,
                                0.7,  0.93, 1.0, 1.0,  missingValue};
    const double bandwidth = silvermanBandwidth(x);
    EXPECT_THAT(bandwidth, IsNear(0.17042577183740093, {1e-13}));
    const auto curve = kernelDensity(x, bandwidth, 0.5, 1.0, 2);
    ASSERT_EQ(curve.size(), 2U);
    EXPECT_THAT(curve[0].density, IsNear(1.1465900466875836, {1e-13}));
    EXPECT_THAT(curve[1].density, IsNear(0.75266624688369987, {1e-13}));
}

TEST(KernelDensity, IntegratesToOneAndIsEmptyForAConstant) {
    const std::vector<double> x{0.1, 0.2, 0.2, 0.7, 1.0};
    double area = 0.0;
    const auto curve = kernelDensity(x, 0.1, -1.0, 2.0, 601);
    for (const DensityPoint& point : curve) {
        area += point.density * 3.0 / 600.0;
    }
    EXPECT_NEAR(area, 1.0, 1e-9);
    const std::vector<double> constant{1.0, 1.0, 1.0};
    EXPECT_TRUE(std::isnan(silvermanBandwidth(constant)));
    EXPECT_TRUE(kernelDensity(constant, silvermanBandwidth(constant), 0.0, 2.0, 5).empty());
    EXPECT_TRUE(kernelDensity(constant).empty());
}

TEST(KernelDensity, OfAFigureReachesThreeBandwidthsBeyondTheValues) {
    const std::vector<double> values{3.0, missingValue, 0.0, 1.0};
    const double h = silvermanBandwidth(values);
    const std::vector<Point> curve = kernelDensity(values, 7);
    ASSERT_EQ(curve.size(), 7U);
    EXPECT_THAT(curve.front().x, IsNear(-3.0 * h));
    EXPECT_THAT(curve.back().x, IsNear(3.0 + 3.0 * h));
    for (const Point& point : curve) {
        double expected = 0;
        for (const double value : {0.0, 1.0, 3.0}) {
            const double z = (point.x - value) / h;
            expected += std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0)) / h / 3;
        }
        EXPECT_THAT(point.y, IsNear(expected, {1e-12}));
    }
}

TEST(DensityFigure, OneCurveAPeriodOrGroup) {
    const Panel panel = smallPanel();
    const EfficiencyScores scores = scoresOf(panel, ccr());
    const auto figure = densityFigure(panel, scores, own("score"), {});
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->series.size(), 2U);
    const auto byGroup = densityFigure(panel, scores, own("score"), "east");
    ASSERT_TRUE(byGroup);
    EXPECT_EQ(byGroup->series.size(), 1U) << "one row is no density";
    EXPECT_FALSE(densityFigure(panel, scores, own("score"), "nowhere"));
}

TEST(FrontierFigure, ForOneInputAndForTwoInputs) {
    const Panel panel = smallPanel();
    const auto figure = frontierFigure(panel, scoresOf(panel, ccr()), 0);
    ASSERT_TRUE(figure);
    ASSERT_EQ(figure->series.size(), 4U);
    EXPECT_EQ(figure->series[0].points.size() + figure->series[1].points.size(), 5U);
    // From A 2011 (2, 2) straight left to (1, 2).
    EXPECT_THAT(figure->series[3].points[1].x, IsNear(1.0));
    EXPECT_THAT(figure->series[3].points[1].y, IsNear(2.0));

    EfficiencyModel two = ccr();
    two.technology.inputs = {{"labour"}, {"year"}};
    EXPECT_TRUE(frontierFigure(panel, scoresOf(panel, two), 0));
    two.technology.returns = ReturnsToScale::Variable;
    EXPECT_FALSE(frontierFigure(panel, scoresOf(panel, two), 0));
    EfficiencyModel group = ccr();
    group.reference = frontier::Reference::Group;
    group.group = {"east"};
    EXPECT_FALSE(frontierFigure(panel, scoresOf(panel, group), 0));
}

// R 4.2.2: cor(x, y, method = "spearman"), cor(x, y), cor.test(..., exact = FALSE)$p.value
TEST(RankCorrelation, AgreesWithR) {
    const std::vector<double> x{0.12, 0.35, 0.4, 0.41, 0.55, 0.58, 0.7, 0.93, 1.0, 1.0};
    const std::vector<double> y{0.9, 0.5, 0.5, 0.2, 0.1, 0.7, 0.65, 0.3, 0.31, 0.8};
    const Correlation rank = rankCorrelation(x, y);
    EXPECT_THAT(rank.r, IsNear(-0.091463414634146367, {1e-12}));
    EXPECT_THAT(rank.pValue, IsNear(0.80158914497891987, {1e-10}));
    EXPECT_THAT(correlation(x, y).r, IsNear(-0.17492208701974371, {1e-12}));
}

TEST(RankCorrelation, RanksOnlyRowsWithBothValues) {
    const std::vector<double> x{1, 2, 3, 4, missingValue};
    const std::vector<double> y{10, 20, 30, missingValue, 0};
    EXPECT_THAT(rankCorrelation(x, y).r, IsNear(1.0));
    EXPECT_EQ(rankCorrelation(x, y).n, 3U);
}

TEST(CompareScores, FollowsBetterAndNamesWhoDiffersMost) {
    const Panel panel = smallPanel();
    const EfficiencyScores in = scoresOf(panel, ccr());
    const EfficiencyScores out = scoresOf(panel, ccr(Orientation::Out));
    const auto comparison =
        compareScores(panel, {own("theta"), in.score, false}, {own("phi"), out.score, true}, 2);
    EXPECT_THAT(comparison.rank.r, IsNear(1.0)) << "phi = 1 / theta ranks the same";
    EXPECT_EQ(comparison.rank.n, 5U);
    EXPECT_EQ(comparison.differing.rows.size(), 2U);
    EXPECT_EQ(comparison.scatter.series[0].points.size(), 5U);

    const std::vector<double> other{1, 1, 0.1, 0.1, 0.2, 0.2};
    const auto different =
        compareScores(panel, {own("theta"), in.score, false}, {own("other"), other, false}, 5);
    EXPECT_EQ(different.differing.rows[0].key, "unit:B");
    EXPECT_EQ(numberAt(different.differing, "unit:B", 2), 2);
}

TEST(EfficiencyExample, ShowsTheUnitOnItsWayToTheFrontier) {
    const auto inward = efficiencyExample(ccr());
    ASSERT_TRUE(inward);
    EXPECT_EQ(inward->unit, "F");
    // B makes 3.2 of 3, F 3 of 7.
    EXPECT_THAT(inward->score, IsNear(3.0 * 3.0 / (3.2 * 7.0)));
    EXPECT_THAT(inward->moves[0].to, IsNear(7.0 * inward->score));
    EXPECT_THAT(inward->moves[1].to, IsNear(3.0));
    EXPECT_EQ(inward->peers, std::vector<std::string>{"B"});
    EXPECT_EQ(inward->figure.series.size(), 3U);

    const auto outward = efficiencyExample(ccr(Orientation::Out));
    ASSERT_TRUE(outward);
    EXPECT_THAT(outward->moves[0].to, IsNear(7.0));
}

TEST(EfficiencyExample, EveryModelProjectsOntoTheLineItDraws) {
    for (const auto& measure : enumNames(Measure{})) {
        for (const auto& returns : enumNames(ReturnsToScale{})) {
            for (const auto& disposability : enumNames(frontier::Disposability{})) {
                for (const bool hasBad : {false, true}) {
                    EfficiencyModel model{.measure = measure.value};
                    model.orientation = Orientation::In;
                    if (measure.value == Measure::Sbm) {
                        model.orientation = Orientation::None;
                    }
                    model.technology.returns = returns.value;
                    model.technology.disposability = disposability.value;
                    if (hasBad) {
                        model.technology.bad = {{"b"}};
                    }
                    const auto example = efficiencyExample(model);
                    if (!example) {
                        continue; // a combination that does not exist
                    }
                    const auto& figure = example->figure;
                    ASSERT_EQ(figure.series.size(), 3U);
                    const Point& at = figure.series[2].points[1];
                    // The smallest distance from the projection to a segment of the frontier.
                    double nearest = 1e9;
                    const auto& line = figure.series[1].points;
                    for (std::size_t i = 1; i < line.size(); ++i) {
                        const double dx = line[i].x - line[i - 1].x;
                        const double dy = line[i].y - line[i - 1].y;
                        const double t =
                            std::clamp(((at.x - line[i - 1].x) * dx + (at.y - line[i - 1].y) * dy) /
                                           (dx * dx + dy * dy),
                                       0.0, 1.0);
                        nearest = std::min(nearest, std::hypot(line[i - 1].x + t * dx - at.x,
                                                               line[i - 1].y + t * dy - at.y));
                    }
                    EXPECT_NEAR(nearest, 0.0, 1e-7) << measure.name << " " << returns.name << " "
                                                    << disposability.name << (hasBad ? " bad" : "");
                }
            }
        }
    }
}

} // namespace
} // namespace citypanel::study
