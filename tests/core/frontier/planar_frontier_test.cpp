// SPDX-License-Identifier: GPL-3.0-or-later
// The frontier as a line, against the radial scores of the same units.
#include "core/frontier/efficiency_scores.h"
#include "core/frontier/planar_frontier.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

namespace citypanel::frontier {
namespace {

using citypanel::testing::IsNear;

const std::vector<PlanarPoint> units{{2, 1}, {3, 3}, {5, 4}, {9, 5},
                                     {4, 2}, {6, 3}, {9, 4}, {3, 1}};

/// Height of a line of corners at x.
double heightAt(const std::vector<PlanarPoint>& line, double x) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PlanarPoint& a = line[i - 1];
        const PlanarPoint& b = line[i];
        if (x >= a.x && x <= b.x && b.x > a.x) {
            return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
        }
    }
    return missingValue;
}

TEST(PlanarFrontier, IsTheHullThatTheReturnsAllow) {
    using Line = std::vector<PlanarPoint>;
    EXPECT_EQ(planarFrontier(units, ReturnsToScale::Variable, 10),
              (Line{{2, 0}, {2, 1}, {3, 3}, {5, 4}, {9, 5}, {10, 5}}));
    EXPECT_EQ(planarFrontier(units, ReturnsToScale::Constant, 10),
              (Line{{0, 0}, {3, 3}, {10, 10}}));
    EXPECT_EQ(planarFrontier(units, ReturnsToScale::NonIncreasing, 10),
              (Line{{0, 0}, {3, 3}, {5, 4}, {9, 5}, {10, 5}}));
    EXPECT_EQ(planarFrontier(units, ReturnsToScale::NonDecreasing, 10),
              (Line{{2, 0}, {2, 1}, {3, 3}, {10, 10}}));
    EXPECT_TRUE(planarFrontier({}, ReturnsToScale::Variable, 10).empty());
}

TEST(PlanarFrontier, LiesWhereRadialOutputScoresPutIt) {
    std::vector<double> x;
    std::vector<double> y;
    for (const PlanarPoint& unit : units) {
        x.push_back(unit.x);
        y.push_back(unit.y);
    }
    const Panel panel =
        *Panel::crossSection({Variable::numeric("x", x), Variable::numeric("y", y)});
    for (const auto& entry : enumNames(ReturnsToScale{})) {
        EfficiencyModel model{.measure = Measure::Radial, .orientation = Orientation::Out};
        model.technology.inputs = {{"x"}};
        model.technology.good = {{"y"}};
        model.technology.returns = entry.value;
        NoProgress progress;
        const auto scores = efficiency(panel, model, progress);
        ASSERT_TRUE(scores);
        const auto line = planarFrontier(units, entry.value, 12.0);
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (units[i].x > line.front().x) {
                EXPECT_THAT(scores->score[i] * units[i].y, IsNear(heightAt(line, units[i].x)));
            }
        }
    }
}

TEST(PlanarFrontier, WeakDisposabilityFallsBehindTheHighestPoint) {
    using Line = std::vector<PlanarPoint>;
    const Line points{{1, 2}, {2, 5}, {4, 6}, {6, 4}, {3, 3}};
    EXPECT_EQ(planarWeakFrontier(points, true), (Line{{0, 0}, {2, 5}, {4, 6}, {6, 4}}));
    EXPECT_EQ(planarWeakFrontier(points, false), (Line{{1, 2}, {2, 5}, {4, 6}, {6, 4}}));
}

TEST(PlanarFrontier, IsoquantIsTheLowerLeftHull) {
    using Line = std::vector<PlanarPoint>;
    // Cooper, Seiford and Tone (2007), example 3.1: A (4, 3), B (7, 3), C (8, 1), D (4, 2), E (2,
    // 4), F (10, 1) make one unit each; C, D and E span the frontier.
    const Line points{{4, 3}, {7, 3}, {8, 1}, {4, 2}, {2, 4}, {10, 1}};
    EXPECT_EQ(planarIsoquant(points, {11, 5}), (Line{{2, 5}, {2, 4}, {4, 2}, {8, 1}, {11, 1}}));
}

} // namespace
} // namespace citypanel::frontier
