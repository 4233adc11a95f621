// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one unit that keep the proportions of several variables up to the eighth digit, as
// yearbook values derived from one another do: bases that are all but singular.
#include "core/frontier/influence.h"
#include "core/frontier/precise_simplex.h"
#include "tests/core/frontier/small_program.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace citypanel::frontier {
namespace {

using testing::IsNear;

const std::vector<std::string> proportionalNames{"unit",   "period", "capital", "employed",
                                                 "energy", "gdp",    "carbon",  "particles"};

/// 100 city-years of simulated data, a column after the other.
std::vector<std::vector<double>> proportionalRows() {
    std::ifstream file(CITYPANEL_SOURCE_DIR "/tests/core/frontier/proportional_rows.csv");
    std::vector<std::vector<double>> columns(proportionalNames.size());
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        std::string cell;
        for (std::vector<double>& column : columns) {
            std::getline(cells, cell, ',');
            column.push_back(std::stod(cell));
        }
    }
    EXPECT_EQ(columns[0].size(), 100U);
    return columns;
}

Panel proportionalPanel(const std::vector<std::vector<double>>& values) {
    std::vector<Variable> columns;
    for (std::size_t i = 0; i < values.size(); ++i) {
        columns.push_back(Variable::numeric(proportionalNames[i], values[i]));
    }
    return *Panel::create({"unit", "period"}, std::move(columns));
}

EfficiencyModel proportionalModel(Measure measure, ReturnsToScale returns) {
    EfficiencyModel model;
    model.technology.inputs = {{"capital"}, {"employed"}, {"energy"}};
    model.technology.good = {{"gdp"}};
    model.technology.bad = {{"carbon"}, {"particles"}};
    model.technology.returns = returns;
    model.measure = measure;
    model.orientation = measure == Measure::Radial ? Orientation::In : Orientation::None;
    return model;
}

std::vector<double> proportionalScores(const std::vector<std::vector<double>>& values,
                                       const EfficiencyModel& model) {
    NoProgress progress;
    const Result<EfficiencyScores> scores = efficiency(proportionalPanel(values), model, progress);
    EXPECT_TRUE(scores) << (scores ? "" : scores.error().found);
    return scores ? scores->score : std::vector<double>{};
}

TEST(ProportionalRows, HaveScoresThatDoNotDependOnUnitsOfMeasureOrDuplicates) {
    const std::vector<std::vector<double>> values = proportionalRows();
    std::vector<std::vector<double>> rescaled = values;
    for (double& value : rescaled[6]) {
        value *= 1e8;
    }
    std::vector<std::vector<double>> twice = values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        twice[i].insert(twice[i].end(), values[i].begin(), values[i].end());
    }
    for (std::size_t row = 0; row < values[0].size(); ++row) {
        twice[0][values[0].size() + row] += 1000.0;
    }
    for (const ReturnsToScale returns : {ReturnsToScale::Constant, ReturnsToScale::Variable}) {
        for (const Measure measure :
             {Measure::Sbm, Measure::Radial, Measure::Directional, Measure::NonRadialDirectional}) {
            SCOPED_TRACE(std::string(nameOf(measure)));
            const EfficiencyModel model = proportionalModel(measure, returns);
            const std::vector<double> once = proportionalScores(values, model);
            const std::vector<double> other = proportionalScores(rescaled, model);
            const std::vector<double> doubled = proportionalScores(twice, model);
            ASSERT_EQ(once.size(), 100U);
            ASSERT_EQ(other.size(), 100U);
            ASSERT_EQ(doubled.size(), 200U);
            for (std::size_t row = 0; row < once.size(); ++row) {
                EXPECT_THAT(other[row], IsNear(once[row], {1e-8, 1e-9})) << row;
                EXPECT_THAT(doubled[row], IsNear(once[row], {1e-8, 1e-9})) << row;
            }
        }
    }
}

TEST(ProportionalRows, HaveSuperEfficiencyScores) {
    for (const ReturnsToScale returns : {ReturnsToScale::Constant, ReturnsToScale::Variable}) {
        for (const Measure measure : {Measure::Sbm, Measure::Radial}) {
            for (const SuperEfficiency super :
                 {SuperEfficiency::Efficient, SuperEfficiency::Every}) {
                EfficiencyModel model = proportionalModel(measure, returns);
                model.super = super;
                EXPECT_EQ(proportionalScores(proportionalRows(), model).size(), 100U);
            }
        }
    }
}

TEST(ProportionalRows, HaveAnInfluence) {
    const std::vector<std::vector<double>> values = proportionalRows();
    const EfficiencyModel model = proportionalModel(Measure::Sbm, ReturnsToScale::Constant);
    NoProgress progress;
    const Result<FrontierInfluence> influence =
        frontierInfluence(proportionalPanel(values), model, progress);
    ASSERT_TRUE(influence) << influence.error().found;
    ASSERT_FALSE(influence->peers.empty());
    const RowInfluence& peer = influence->peers.front();
    std::vector<std::vector<double>> without = values;
    without[2][peer.row] = missingValue;
    double mean = 0.0;
    for (const double score : proportionalScores(without, model)) {
        mean += std::isnan(score) ? 0.0 : score / 99.0;
    }
    EXPECT_THAT(peer.meanWithout, IsNear(mean, {1e-8, 0.0}));
}

TEST(PreciseSimplex, SolvesFromAnyStart) {
    for (const LinearBasis& start :
         {LinearBasis{}, LinearBasis{2, 3}, LinearBasis{0, 0}, LinearBasis{7, 9}}) {
        const Result<PreciseAnswer> answer = solvePrecisely(smallProgram(), start);
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, LinearStatus::Optimal);
        const bool isInOrder = answer->basis[0] == 0;
        EXPECT_THAT(answer->values[isInOrder ? 0 : 1], IsNear(3.0));
        EXPECT_THAT(answer->values[isInOrder ? 1 : 0], IsNear(1.0));
        EXPECT_THAT(answer->duals[0], IsNear(-0.5));
        EXPECT_THAT(answer->duals[1], IsNear(-0.5));
        EXPECT_THAT(answer->reducedCosts[2], IsNear(0.5));
    }
}

TEST(PreciseSimplex, NamesInfeasibleAndUnbounded) {
    LinearProgram program = smallProgram();
    program.rhs = {-1.0, 6.0};
    EXPECT_EQ(solvePrecisely(program, {})->status, LinearStatus::Infeasible);
    program = smallProgram();
    program.addColumn(-1.0, std::vector{0.0, 0.0}, false);
    EXPECT_EQ(solvePrecisely(program, {})->status, LinearStatus::Unbounded);
}

/// x + y = 1, x + (1 + 2^-50) y = 1 + 2^-51: x = y = 1/2, which no double decides.
TEST(PreciseSimplex, TellsApartWhatDiffersInTheLastBits) {
    LinearProgram program;
    program.clear(2);
    program.rhs = {1.0, 1.0 + std::ldexp(1.0, -51)};
    program.addColumn(1.0, std::vector{1.0, 1.0}, false);
    program.addColumn(2.0, std::vector{1.0, 1.0 + std::ldexp(1.0, -50)}, false);
    const Result<PreciseAnswer> answer = solvePrecisely(program, {});
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->status, LinearStatus::Optimal);
    EXPECT_THAT(answer->values[0], IsNear(0.5));
    EXPECT_THAT(answer->values[1], IsNear(0.5));
}

} // namespace
} // namespace citypanel::frontier
