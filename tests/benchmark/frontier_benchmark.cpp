// SPDX-License-Identifier: GPL-3.0-or-later
// Super-efficiency SBM with undesirable outputs, global reference: our way against a plain loop of
// cold GLPK programs that hold every column, and the curve from 300 to 30,000 unit-periods.
#include "core/base/parallel.h"
#include "core/frontier/efficiency_scores.h"
#include "core/frontier/linear_program.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <ctime>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace citypanel::frontier {
namespace {

constexpr std::size_t producerPeriods = 12;

/// Cities of very different size that make one output and two bads of three inputs, log-normal
/// inefficiency; units of measure of yearbooks, 10^9 apart.
Panel producers(std::size_t rows) {
    std::mt19937_64 random(20'240'917);
    std::normal_distribution<double> normal;
    std::map<std::string, std::vector<double>> values;
    for (std::size_t row = 0; row < rows; ++row) {
        const double size = std::exp(normal(random));
        const double slack = 0.35 * std::abs(normal(random));
        const auto around = [&](double scale, double spread) {
            return scale * size * std::exp(spread * normal(random));
        };
        values["unit"].push_back(static_cast<double>(row / producerPeriods));
        values["period"].push_back(static_cast<double>(2006 + row % producerPeriods));
        values["capital"].push_back(around(2.6e7, 0.3));
        values["labour"].push_back(around(36.0, 0.3));
        values["energy"].push_back(around(180.0, 0.3));
        values["gdp"].push_back(around(8.5e6, 0.15) * std::exp(-slack));
        values["co2"].push_back(around(2.4e7, 0.4) * std::exp(slack));
        values["pm"].push_back(around(40.0, 0.4));
    }
    std::vector<Variable> columns;
    for (auto& [name, column] : values) {
        columns.push_back(Variable::numeric(name, std::move(column)));
    }
    return *Panel::create({"unit", "period"}, std::move(columns));
}

EfficiencyModel superSbm(ReturnsToScale returns) {
    EfficiencyModel model;
    model.technology.inputs = {{"capital"}, {"labour"}, {"energy"}};
    model.technology.good = {{"gdp"}};
    model.technology.bad = {{"co2"}, {"pm"}};
    model.technology.returns = returns;
    model.super = SuperEfficiency::Efficient;
    return model;
}

/// Of this process: both sides run on one thread, and other programs do not count.
double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// One row of the plain loop: every unit is a column.
double plainScore(const std::vector<std::vector<double>>& data, std::size_t unit, bool isVariable,
                  bool isSuper) {
    const std::size_t rows = 7 + (isVariable ? 1 : 0);
    LinearProgram program;
    program.clear(rows);
    program.rhs[6] = 1.0;
    std::vector<double> column(rows, 0.0);
    const double sign = isSuper ? -1.0 : 1.0;
    for (std::size_t i = 0; i < 6; ++i) {
        column[i] = -data[i][unit];
    }
    column[6] = 1.0;
    if (isVariable) {
        column[7] = -1.0;
    }
    program.addColumn(1.0, column, false);
    for (std::size_t i = 0; i < 6; ++i) {
        std::fill(column.begin(), column.end(), 0.0);
        column[i] = (i == 3 ? -1.0 : 1.0) * sign;
        const bool isInput = i < 3;
        column[6] = isInput ? 0.0 : sign / 3.0 / data[i][unit];
        program.addColumn(isInput ? -sign / 3.0 / data[i][unit] : 0.0, column, false);
        if (isSuper) {
            column[i] = -column[i];
            column[6] = 0.0;
            program.addColumn(0.0, column, false);
        }
    }
    for (std::size_t j = 0; j < data[0].size(); ++j) {
        if (isSuper && j == unit) {
            continue;
        }
        for (std::size_t i = 0; i < 6; ++i) {
            column[i] = data[i][j];
        }
        column[6] = 0.0;
        if (isVariable) {
            column[7] = 1.0;
        }
        program.addColumn(0.0, column, false);
    }
    LinearSolver solver; // cold: nothing is kept from one unit to the next
    solver.setTolerance(1e-7);
    const Result<LinearAnswer> answer = solver.solve(program, {});
    return answer && answer->status == LinearStatus::Optimal ? 1.0 : 0.0;
}

/// Seconds that the plain loop needs, from every stride-th row.
double plainSeconds(const Panel& panel, ReturnsToScale returns, const EfficiencyScores& scores,
                    std::size_t stride, bool isRaw) {
    std::vector<std::vector<double>> data;
    for (const char* name : {"capital", "labour", "energy", "gdp", "co2", "pm"}) {
        const auto numbers = panel.find(name)->numbers();
        data.emplace_back(numbers.begin(), numbers.end());
        // Units of the mean are kinder to a plain loop than raw yearbook units.
        const double mean = isRaw ? 1.0
                                  : std::accumulate(numbers.begin(), numbers.end(), 0.0) /
                                        static_cast<double>(numbers.size());
        for (double& value : data.back()) {
            value /= mean;
        }
    }
    const bool isVariable = returns == ReturnsToScale::Variable;
    const double start = processorSeconds();
    for (std::size_t row = 0; row < panel.rowCount(); row += stride) {
        benchmark::DoNotOptimize(plainScore(data, row, isVariable, false));
        if (scores.status[row] != EfficiencyStatus::Inefficient) {
            benchmark::DoNotOptimize(plainScore(data, row, isVariable, true));
        }
    }
    return (processorSeconds() - start) * static_cast<double>(stride);
}

ReturnsToScale returnsOf(const benchmark::State& state) {
    return state.range(1) == 0 ? ReturnsToScale::Constant : ReturnsToScale::Variable;
}

void superSbmGlobal(benchmark::State& state) {
    setParallelThreads(static_cast<unsigned>(state.range(2)));
    const Panel panel = producers(static_cast<std::size_t>(state.range(0)));
    const EfficiencyModel model = superSbm(returnsOf(state));
    NoProgress progress;
    std::size_t frontier = 0;
    for (auto _ : state) {
        const Result<EfficiencyScores> scores = efficiency(panel, model, progress);
        frontier = panel.rowCount() - scores->count(EfficiencyStatus::Inefficient);
        benchmark::DoNotOptimize(scores);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["frontier"] = static_cast<double>(frontier);
    state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024.0;
    state.counters["us_a_row"] = benchmark::Counter(static_cast<double>(panel.rowCount()) * 1e-6,
                                                    benchmark::Counter::kIsIterationInvariantRate |
                                                        benchmark::Counter::kInvert);
}

/// rows, returns (0 constant, 1 variable), threads
BENCHMARK(superSbmGlobal)
    ->ArgsProduct({{300, 1000, 2904, 10'000, 30'000}, {0, 1}, {1, 2}})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// rows, returns, every how manyth row of the plain loop is run (and its time multiplied by
/// that), units of measure of the plain loop (0 means, 1 raw).
void ratioToPlainLoop(benchmark::State& state) {
    setParallelThreads(1);
    const Panel panel = producers(static_cast<std::size_t>(state.range(0)));
    const EfficiencyModel model = superSbm(returnsOf(state));
    NoProgress progress;
    const EfficiencyScores scores = *efficiency(panel, model, progress);
    const double plain =
        plainSeconds(panel, returnsOf(state), scores, static_cast<std::size_t>(state.range(2)),
                     state.range(3) == 1);
    double ours = 0.0;
    for (auto _ : state) {
        const double start = processorSeconds();
        benchmark::DoNotOptimize(efficiency(panel, model, progress));
        ours += processorSeconds() - start;
    }
    ours /= static_cast<double>(state.iterations());
    state.counters["plain_s"] = plain;
    state.counters["times_faster"] = plain / ours;
}

BENCHMARK(ratioToPlainLoop)
    ->ArgsProduct({{2904}, {0, 1}, {10, 1}, {0, 1}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

} // namespace
} // namespace citypanel::frontier
