// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any data: unitCount of measure, order, duplicates, threads, zero slacks,
// global below period; hostile rows; influence of single rows.
#include "core/base/parallel.h"
#include "core/frontier/influence.h"
#include "core/frontier/productivity.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace citypanel::frontier {
namespace {

using testing::IsNear;

constexpr std::size_t unitCount = 25;
constexpr std::size_t periods = 4;
const std::vector<std::string> producerNames{"k", "l", "e", "y", "c", "p"};

using Values = std::vector<std::vector<double>>; ///< by variable, by row

Values randomValues(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    Values values(producerNames.size());
    for (std::size_t row = 0; row < unitCount * periods; ++row) {
        const double size = std::exp(normal(random));
        for (std::size_t i = 0; i < producerNames.size(); ++i) {
            values[i].push_back(size * std::exp(0.4 * normal(random)));
        }
    }
    return values;
}

Panel panelOf(const Values& values, bool isReversed = false) {
    const std::size_t n = values[0].size();
    std::vector<double> unit;
    std::vector<double> period;
    Values ordered(values.size());
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t row = isReversed ? n - 1 - i : i;
        // Reversed unit numbers too, so that the rows really change places in the panel.
        const auto number = static_cast<double>(row / periods);
        unit.push_back(isReversed ? 1000.0 - number : number);
        period.push_back(static_cast<double>(2000 + row % periods));
        for (std::size_t v = 0; v < values.size(); ++v) {
            ordered[v].push_back(values[v][row]);
        }
    }
    std::vector<Variable> columns{Variable::numeric("unit", unit),
                                  Variable::numeric("period", period)};
    for (std::size_t v = 0; v < values.size(); ++v) {
        columns.push_back(Variable::numeric(producerNames[v], ordered[v]));
    }
    return *Panel::create({"unit", "period"}, std::move(columns));
}

EfficiencyModel baseModel(Measure measure = Measure::Sbm,
                          ReturnsToScale returns = ReturnsToScale::Constant) {
    EfficiencyModel model;
    model.technology.inputs = {{"k"}, {"l"}, {"e"}};
    model.technology.good = {{"y"}};
    model.technology.bad = {{"c"}, {"p"}};
    model.technology.returns = returns;
    model.measure = measure;
    if (measure == Measure::Radial) {
        model.orientation = Orientation::In;
    }
    return model;
}

/// One of every measure and returns to scale, super-efficiency where there is one.
std::vector<EfficiencyModel> someModels() {
    std::vector<EfficiencyModel> models;
    for (const ReturnsToScale returns : {ReturnsToScale::Constant, ReturnsToScale::Variable}) {
        for (const Measure measure : {Measure::Radial, Measure::Sbm, Measure::Directional,
                                      Measure::NonRadialDirectional, Measure::Ebm}) {
            models.push_back(baseModel(measure, returns));
            if (measure == Measure::Radial || measure == Measure::Sbm) {
                models.back().super = SuperEfficiency::Efficient;
            }
        }
    }
    return models;
}

EfficiencyScores scoresFor(const Panel& panel, const EfficiencyModel& model) {
    NoProgress progress;
    Result<EfficiencyScores> scores = efficiency(panel, model, progress);
    EXPECT_TRUE(scores) << (scores ? "" : problemCodeName(scores.error().code));
    return scores ? *std::move(scores) : EfficiencyScores{};
}

Problem problemOf(const Panel& panel, const EfficiencyModel& model) {
    NoProgress progress;
    const Result<EfficiencyScores> scores = efficiency(panel, model, progress);
    EXPECT_FALSE(scores);
    return scores ? Problem{} : scores.error();
}

TEST(Efficiency, DoesNotDependOnUnitsOfMeasure) {
    const Values values = randomValues(1);
    Values rescaled = values;
    const std::vector<double> factors{1e8, 1e-8, 1e3, 1e-5, 1e8, 7.0};
    for (std::size_t v = 0; v < values.size(); ++v) {
        for (double& value : rescaled[v]) {
            value *= factors[v];
        }
    }
    for (const EfficiencyModel& model : someModels()) {
        SCOPED_TRACE(std::string(nameOf(model.measure)));
        const EfficiencyScores before = scoresFor(panelOf(values), model);
        const EfficiencyScores after = scoresFor(panelOf(rescaled), model);
        for (std::size_t row = 0; row < before.score.size(); ++row) {
            EXPECT_THAT(after.score[row], IsNear(before.score[row], {1e-9, 1e-10})) << row;
            EXPECT_EQ(after.status[row], before.status[row]) << row;
        }
    }
}

TEST(Efficiency, DoesNotDependOnTheOrderOfRows) {
    const Values values = randomValues(2);
    for (const EfficiencyModel& model : someModels()) {
        const Panel panel = panelOf(values);
        const Panel reversed = panelOf(values, true);
        const EfficiencyScores before = scoresFor(panel, model);
        const EfficiencyScores after = scoresFor(reversed, model);
        for (std::size_t row = 0; row < before.score.size(); ++row) {
            const std::size_t other = (unitCount - 1 - row / periods) * periods + row % periods;
            EXPECT_THAT(after.score[other], IsNear(before.score[row], {1e-9, 1e-10})) << row;
        }
    }
}

TEST(Efficiency, DoesNotDependOnDuplicates) {
    const Values values = randomValues(3);
    Values twice = values;
    for (std::size_t v = 0; v < values.size(); ++v) {
        twice[v].insert(twice[v].end(), values[v].begin(), values[v].end());
    }
    for (EfficiencyModel model : someModels()) {
        if (model.measure == Measure::Ebm) {
            continue; // affinity is a mean over rows: the same here, but not by definition
        }
        const bool isSuper = model.super != SuperEfficiency::Off;
        const EfficiencyScores once = scoresFor(panelOf(values), model);
        const EfficiencyScores both = scoresFor(panelOf(twice), model);
        for (std::size_t row = 0; row < once.score.size(); ++row) {
            // A unit whose twin stays in the frontier is not beyond it.
            const bool isFrontier = once.status[row] != EfficiencyStatus::Inefficient;
            const double expected = isSuper && isFrontier ? 1.0 : once.score[row];
            EXPECT_THAT(both.score[row], IsNear(expected, {1e-9, 1e-10})) << row;
        }
    }
}

TEST(Efficiency, HasTheSameBitsOnOneThreadAndOnTwo) {
    const Panel panel = panelOf(randomValues(4));
    for (const EfficiencyModel& model : someModels()) {
        setParallelThreads(1);
        const EfficiencyScores one = scoresFor(panel, model);
        setParallelThreads(2);
        const EfficiencyScores two = scoresFor(panel, model);
        for (std::size_t row = 0; row < one.score.size(); ++row) {
            EXPECT_TRUE(one.score[row] == two.score[row] ||
                        (isMissing(one.score[row]) && isMissing(two.score[row])));
            EXPECT_EQ(one.peers[row], two.peers[row]);
            for (std::size_t v = 0; v < producerNames.size(); ++v) {
                EXPECT_TRUE(one.variables[v].slack[row] == two.variables[v].slack[row] ||
                            isMissing(one.variables[v].slack[row]));
            }
        }
    }
}

TEST(Efficiency, EfficientUnitsHaveNoSlacks) {
    const Panel panel = panelOf(randomValues(5));
    for (EfficiencyModel model : someModels()) {
        model.super = SuperEfficiency::Off;
        const EfficiencyScores scores = scoresFor(panel, model);
        EXPECT_GT(scores.count(EfficiencyStatus::Efficient), 0U);
        for (std::size_t row = 0; row < scores.score.size(); ++row) {
            for (std::size_t v = 0; v < producerNames.size(); ++v) {
                const double slack = scores.variables[v].slack[row];
                EXPECT_GE(slack, 0.0);
                if (scores.status[row] == EfficiencyStatus::Efficient) {
                    EXPECT_EQ(slack, 0.0);
                }
            }
        }
    }
}

TEST(Efficiency, SuperEqualsPlainForTheInefficient) {
    const Panel panel = panelOf(randomValues(6));
    for (const Measure measure : {Measure::Radial, Measure::Sbm}) {
        EfficiencyModel model = baseModel(measure);
        const EfficiencyScores plain = scoresFor(panel, model);
        model.super = SuperEfficiency::Efficient;
        const EfficiencyScores super = scoresFor(panel, model);
        for (std::size_t row = 0; row < plain.score.size(); ++row) {
            if (plain.status[row] == EfficiencyStatus::Inefficient) {
                EXPECT_EQ(super.score[row], plain.score[row]);
            } else {
                EXPECT_GE(super.score[row], 1.0 - 1e-9);
            }
        }
    }
}

TEST(Efficiency, GlobalScoresNeverExceedPeriodScores) {
    const Panel panel = panelOf(randomValues(7));
    for (EfficiencyModel model : {baseModel(Measure::Radial), baseModel(),
                                  baseModel(Measure::Sbm, ReturnsToScale::Variable)}) {
        const EfficiencyScores global = scoresFor(panel, model);
        model.reference = Reference::Period;
        const EfficiencyScores period = scoresFor(panel, model);
        for (std::size_t row = 0; row < global.score.size(); ++row) {
            EXPECT_LE(global.score[row], period.score[row] + 1e-9);
        }
    }
}

TEST(Efficiency, ProjectionIsTheOwnPointLessItsSlacks) {
    const Values values = randomValues(8);
    const EfficiencyScores scores = scoresFor(panelOf(values), baseModel());
    for (std::size_t v = 0; v < producerNames.size(); ++v) {
        const double sign = scores.variables[v].role == Role::Good ? 1.0 : -1.0;
        for (std::size_t row = 0; row < scores.score.size(); ++row) {
            EXPECT_THAT(scores.variables[v].projection[row],
                        IsNear(values[v][row] + sign * scores.variables[v].slack[row]));
        }
    }
}

TEST(Efficiency, TheFrontierScoresExactlyOneOrZero) {
    const Values values = randomValues(8);
    for (EfficiencyModel model : someModels()) {
        model.super = SuperEfficiency::Off;
        const bool isDistance =
            model.measure == Measure::Directional || model.measure == Measure::NonRadialDirectional;
        const EfficiencyScores scores = scoresFor(panelOf(values), model);
        for (std::size_t row = 0; row < scores.score.size(); ++row) {
            if (scores.status[row] != EfficiencyStatus::Inefficient) {
                EXPECT_EQ(scores.score[row], isDistance ? 0.0 : 1.0) << row;
            }
        }
    }
}

TEST(Efficiency, WhatTakesTheLastRowIsNamed) {
    Values values = randomValues(8);
    values[1].assign(values[1].size(), missingValue);
    const Problem missing = problemOf(panelOf(values), baseModel());
    EXPECT_EQ(missing.code, ProblemCode::SampleEmpty);
    EXPECT_EQ(missing.place.variable, "l");
    values[1].assign(values[1].size(), -1.0);
    EfficiencyModel model = baseModel();
    model.unusable = UnusableRows::Exclude;
    const Problem negative = problemOf(panelOf(values), model);
    EXPECT_EQ(negative.code, ProblemCode::ValueNegative);
    EXPECT_EQ(negative.place.variable, "l");
}

TEST(Efficiency, MissingRowsAreExcludedAndNobodysPeer) {
    Values values = randomValues(9);
    values[2][17] = missingValue;
    const EfficiencyScores scores = scoresFor(panelOf(values), baseModel());
    EXPECT_EQ(scores.status[17], EfficiencyStatus::Excluded);
    EXPECT_TRUE(isMissing(scores.score[17]));
    for (const std::vector<Peer>& peers : scores.peers) {
        for (const Peer& peer : peers) {
            EXPECT_NE(peer.row, 17U);
        }
    }
}

TEST(Efficiency, NegativeValuesAreRefusedByNameOrExcluded) {
    Values values = randomValues(10);
    values[0][5] = -1.0;
    EfficiencyModel model = baseModel();
    const Problem problem = problemOf(panelOf(values), model);
    EXPECT_EQ(problem.code, ProblemCode::ValueNegative);
    EXPECT_EQ(problem.place.variable, "k");
    EXPECT_EQ(problem.place.unit, "1");
    EXPECT_EQ(problem.place.period, "2001");
    model.unusable = UnusableRows::Exclude;
    const EfficiencyScores scores = scoresFor(panelOf(values), model);
    EXPECT_EQ(scores.status[5], EfficiencyStatus::Excluded);
    ASSERT_EQ(scores.warnings.size(), 1U);
    EXPECT_EQ(scores.warnings[0].severity, Severity::Warning);
}

TEST(Efficiency, RangeDirectionTakesNegativeValuesAndIsTranslationInvariant) {
    Values values = randomValues(11);
    EfficiencyModel model = baseModel(Measure::Directional, ReturnsToScale::Variable);
    model.technology.direction = Direction::Range;
    model.technology.disposability = Disposability::Strong;
    const EfficiencyScores before = scoresFor(panelOf(values), model);
    for (double& value : values[3]) {
        value -= 2.0;
    }
    const EfficiencyScores after = scoresFor(panelOf(values), model);
    for (std::size_t row = 0; row < before.score.size(); ++row) {
        EXPECT_THAT(after.score[row], IsNear(before.score[row], {1e-8, 1e-9})) << row;
    }
}

TEST(Efficiency, RowsWithoutInputsOrOutputsAreRefused) {
    for (const std::vector<std::size_t>& zeros : {std::vector<std::size_t>{0, 1, 2}, {3}}) {
        Values values = randomValues(12);
        for (const std::size_t v : zeros) {
            values[v][8] = 0.0;
        }
        EfficiencyModel model = baseModel();
        EXPECT_EQ(problemOf(panelOf(values), model).code, ProblemCode::ValueZero);
        model.unusable = UnusableRows::Exclude;
        EXPECT_EQ(scoresFor(panelOf(values), model).status[8], EfficiencyStatus::Excluded);
    }
}

TEST(Efficiency, SingleZerosHaveAScore) {
    Values values = randomValues(13);
    for (std::size_t row = 0; row < values[0].size(); row += 7) {
        values[row % 2 == 0 ? 2 : 4][row] = 0.0;
    }
    for (const EfficiencyModel& model : someModels()) {
        const EfficiencyScores scores = scoresFor(panelOf(values), model);
        for (std::size_t row = 0; row < scores.score.size(); ++row) {
            if (scores.status[row] != EfficiencyStatus::Infeasible) {
                EXPECT_TRUE(std::isfinite(scores.score[row])) << row;
            }
        }
    }
}

TEST(Efficiency, OneUnitHasNobodyToBeComparedWith) {
    Values values = randomValues(14);
    for (std::vector<double>& column : values) {
        column.resize(1);
    }
    const Problem problem = problemOf(panelOf(values), baseModel());
    EXPECT_EQ(problem.code, ProblemCode::ObservationsTooFew);
    EXPECT_EQ(problem.found, "1");
    EXPECT_EQ(problem.expected, "2");
}

// Cooper, Seiford and Tone (2007), page 284: at least max(m s, 3 (m + s)) units, here 18.
TEST(Efficiency, FewUnitsForManyVariablesAreWarnedOf) {
    Values values = randomValues(14);
    const auto warningsOf = [&](std::size_t rows) {
        Values some = values;
        for (std::vector<double>& column : some) {
            column.resize(rows);
        }
        return scoresFor(panelOf(some), baseModel()).warnings;
    };
    EXPECT_TRUE(warningsOf(18).empty());
    const Problems warnings = warningsOf(17);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].code, ProblemCode::ObservationsTooFew);
    EXPECT_EQ(warnings[0].severity, Severity::Warning);
    EXPECT_EQ(warnings[0].found, "17");
    EXPECT_EQ(warnings[0].expected, "18");
}

TEST(Productivity, OfOnePeriodIsAProblem) {
    Values values = randomValues(14);
    for (std::vector<double>& column : values) {
        column.resize(1);
    }
    NoProgress progress;
    const auto changes = productivity(panelOf(values), baseModel(),
                                      ProductivityIndex::GlobalMalmquistLuenberger, progress);
    ASSERT_FALSE(changes);
    EXPECT_EQ(changes.error().code, ProblemCode::ObservationsTooFew);
    EXPECT_EQ(changes.error().place.variable, "period");
}

TEST(Efficiency, RefusesInfiniteValuesAndWrongRoles) {
    Values values = randomValues(15);
    EfficiencyModel model = baseModel();
    model.technology.inputs = {{"no such"}};
    EXPECT_EQ(problemOf(panelOf(values), model).code, ProblemCode::VariableUnknown);
    model.technology.inputs = {};
    EXPECT_EQ(problemOf(panelOf(values), model).code, ProblemCode::OptionInvalid);
    model.technology.inputs = {{"y"}};
    EXPECT_EQ(problemOf(panelOf(values), model).code, ProblemCode::VariableDuplicate);
    values[1][3] = std::numeric_limits<double>::infinity();
    EXPECT_EQ(problemOf(panelOf(values), baseModel()).code, ProblemCode::ValueInfinite);
}

/// Wants no more after the first report.
class Impatient final : public Progress {
public:
    void report(double) override {}

    [[nodiscard]] bool cancelled() const override { return true; }
};

TEST(Efficiency, CanBeCancelled) {
    Impatient progress;
    const auto scores = efficiency(panelOf(randomValues(16)), baseModel(), progress);
    ASSERT_FALSE(scores);
    EXPECT_EQ(scores.error().code, ProblemCode::Cancelled);
}

TEST(FrontierInfluence, AgreesWithLeavingEachRowOut) {
    Values values = randomValues(17);
    for (std::vector<double>& column : values) {
        column.resize(40);
    }
    const EfficiencyModel model = baseModel();
    const EfficiencyScores all = scoresFor(panelOf(values), model);
    NoProgress progress;
    const FrontierInfluence influence = *frontierInfluence(panelOf(values), model, progress);
    EXPECT_EQ(influence.rows, 40U);
    EXPECT_EQ(influence.spanning, all.count(EfficiencyStatus::Efficient));
    ASSERT_FALSE(influence.peers.empty());
    for (const RowInfluence& peer : influence.peers) {
        Values without = values;
        without[0][peer.row] = missingValue;
        const EfficiencyScores fewer = scoresFor(panelOf(without), model);
        EXPECT_THAT(peer.meanWithout, IsNear(fewer.mean(), {1e-9, 0.0}));
        EXPECT_THAT(peer.meanBefore, IsNear((all.mean() * 40.0 - all.score[peer.row]) / 39.0));
        EXPECT_FALSE(peer.setsEveryScore);
    }
}

TEST(FrontierInfluence, WarnsOfTheRowWithASlippedUnit) {
    Values values = randomValues(18);
    values[3][10] *= 10'000.0; // yuan for 10^4 yuan
    NoProgress progress;
    const FrontierInfluence influence = *frontierInfluence(panelOf(values), baseModel(), progress);
    ASSERT_EQ(influence.warnings.size(), 1U);
    EXPECT_EQ(influence.warnings[0].code, ProblemCode::FrontierByOneRow);
    EXPECT_EQ(influence.warnings[0].place.unit, "2");
    EXPECT_EQ(influence.peers.front().row, 10U);
    EXPECT_TRUE(influence.peers.front().setsEveryScore);
}

// Outputs per input 1, 0.7 and forty times 0.02: under constant returns the mean of the others is
// (0.7 + 40 * 0.02) / 41 with the first row and (1 + 40 * 0.02 / 0.7) / 41 without it. It moves by
// 0.016 only, since one row leaves everybody near zero, but by more than a third of itself.
TEST(FrontierInfluence, WarnsWhereOneRowLeavesAllOthersNearZero) {
    Values values(6, std::vector<double>(42, 1.0));
    values[3] = std::vector<double>(42, 0.02);
    values[3][0] = 1.0;
    values[3][1] = 0.7;
    EfficiencyModel model = baseModel(Measure::Radial);
    model.technology.inputs = {{"k"}};
    model.technology.bad.clear();
    std::vector<double> row(42);
    std::iota(row.begin(), row.end(), 0.0);
    const Panel panel = *Panel::create(
        {"unit", "period"},
        {Variable::numeric("unit", row), Variable::numeric("period", std::vector<double>(42, 2000)),
         Variable::numeric("k", values[0]), Variable::numeric("y", values[3])});
    NoProgress progress;
    const FrontierInfluence influence = *frontierInfluence(panel, model, progress);
    EXPECT_EQ(influence.spanning, 1U);
    ASSERT_EQ(influence.peers.size(), 1U);
    EXPECT_THAT(influence.peers[0].meanBefore, IsNear((0.7 + 40 * 0.02) / 41));
    EXPECT_THAT(influence.peers[0].meanWithout, IsNear((1.0 + 40 * 0.02 / 0.7) / 41));
    EXPECT_TRUE(influence.peers[0].setsEveryScore);
    ASSERT_EQ(influence.warnings.size(), 1U);
    EXPECT_EQ(influence.warnings[0].place.unit, "0");
}

} // namespace
} // namespace citypanel::frontier
