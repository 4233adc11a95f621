// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions with absorbed effects from formula to table, each with its error against an exact
// answer: a time without a right number counts as nothing.
#include "core/estimate/estimate.h"
#include "core/panel/panel.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace citypanel {
namespace {

constexpr int regressors = 6;

/// Coefficients of the noiseless outcome: its fit must return them exactly.
double coefficient(int j) {
    return 0.5 + 0.25 * j;
}

struct Design {
    std::vector<double> unit;
    std::vector<double> period;
    std::vector<double> firm;
};

/// Units x periods, every k-th row left out when k > 0; firms by consecutive rows (a chain that is
/// weakly connected: each unit meets as many firms as it has periods).
Design design(std::size_t units, std::size_t periods, std::size_t firms, std::size_t leaveOut) {
    Design rows;
    for (std::size_t i = 0; i < units * periods; ++i) {
        if (leaveOut > 0 && (i * 2654435761U >> 7U) % leaveOut == 0) {
            continue;
        }
        rows.unit.push_back(static_cast<double>(i / periods));
        rows.period.push_back(static_cast<double>(2000 + i % periods));
        rows.firm.push_back(static_cast<double>(firms == 0 ? 0 : i % firms));
    }
    return rows;
}

/// x1..xk correlated with the effects, y their exact combination plus effects, and yn = y + noise.
Panel makePanel(const Design& rows, int count) {
    const std::size_t n = rows.unit.size();
    std::mt19937_64 generator(7);
    std::normal_distribution<double> normal;
    std::vector<double> y(n);
    for (std::size_t i = 0; i < n; ++i) {
        y[i] = std::sin(rows.unit[i]) + 0.1 * (rows.period[i] - 2000) + std::cos(rows.firm[i]);
    }
    std::vector<Variable> columns;
    for (int j = 0; j < count; ++j) {
        std::vector<double> x(n);
        for (std::size_t i = 0; i < n; ++i) {
            x[i] = normal(generator) + std::sin(rows.unit[i] + j) + 0.01 * rows.firm[i];
            y[i] += coefficient(j) * x[i];
        }
        columns.push_back(Variable::numeric("x" + std::to_string(j + 1), std::move(x)));
    }
    std::vector<double> noisy = y;
    for (double& value : noisy) {
        value += normal(generator);
    }
    columns.push_back(Variable::numeric("unit", rows.unit));
    columns.push_back(Variable::numeric("period", rows.period));
    columns.push_back(Variable::numeric("firm", rows.firm));
    columns.push_back(Variable::numeric("y", std::move(y)));
    columns.push_back(Variable::numeric("yn", std::move(noisy)));
    return *Panel::create({"unit", "period"}, std::move(columns));
}

std::string formulaOf(const std::string& outcome, int count, const std::string& effects) {
    std::string formula = outcome + " ~ x1";
    for (int j = 2; j <= count; ++j) {
        formula += " + x" + std::to_string(j);
    }
    return formula + " | " + effects;
}

/// Starts counting the peak of resident memory anew (Linux; elsewhere the peak of the process).
void resetPeakMemory() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// Peak of resident memory in MB since it was reset.
double peakMemory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) {
            return std::stod(line.substr(6)) / 1024.0;
        }
    }
    return 0.0;
}

void run(benchmark::State& state, const Panel& panel, int count, const std::string& effects) {
    EstimateOptions options;
    options.vcov = *parseCovariance("cluster:unit");
    NoProgress progress;
    // The error of the noiseless fit, where the coefficients are known.
    const Result<Fit> exact = estimate(panel, formulaOf("y", count, effects), options, progress);
    double error = exact ? 0.0 : 1.0;
    for (int j = 0; exact && j < count; ++j) {
        const double estimated = exact->terms[static_cast<std::size_t>(j)].estimate;
        error = std::max(error, std::abs(estimated / coefficient(j) - 1.0));
    }
    const std::string formula = formulaOf("yn", count, effects);
    double largestMean = 0.0;
    resetPeakMemory();
    const double before = peakMemory();
    for (auto _ : state) {
        const Result<Fit> fit = estimate(panel, formula, options, progress);
        largestMean = fit ? fit->absorptionError : 1.0;
        benchmark::DoNotOptimize(fit);
    }
    state.counters["rows"] = static_cast<double>(panel.rowCount());
    state.counters["error"] = error;
    state.counters["group_mean_left"] = largestMean;
    state.counters["peak_MB"] = peakMemory() - before; // besides the panel itself
}

void twoWayOfACityPanel(benchmark::State& state) {
    run(state, makePanel(design(264, 11, 0, 0), regressors), regressors, "unit + period");
}

BENCHMARK(twoWayOfACityPanel)->Unit(benchmark::kMillisecond);

void twoWayUnbalanced(benchmark::State& state) {
    run(state, makePanel(design(290, 11, 0, 11), regressors), regressors, "unit + period");
}

BENCHMARK(twoWayUnbalanced)->Unit(benchmark::kMillisecond);

void twoEffects(benchmark::State& state) {
    const auto units = static_cast<std::size_t>(state.range(0)) / 10;
    const auto leaveOut = static_cast<std::size_t>(state.range(1));
    run(state, makePanel(design(units, 10, 0, leaveOut), 1), 1, "unit + period");
}

BENCHMARK(twoEffects)
    ->Args({1'000, 0})
    ->Args({10'000, 0})
    ->Args({100'000, 0})
    ->Args({1'000'000, 0})
    ->Args({1'000'000, 10})
    ->Args({10'000'000, 0})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void twoEffectsSixRegressors(benchmark::State& state) {
    run(state, makePanel(design(100'000, 10, 0, 0), regressors), regressors, "unit + period");
}

BENCHMARK(twoEffectsSixRegressors)->Unit(benchmark::kMillisecond)->UseRealTime();

void threeWeaklyConnectedEffects(benchmark::State& state) {
    const auto units = static_cast<std::size_t>(state.range(0)) / 10;
    run(state, makePanel(design(units, 10, units / 23, 0), 1), 1, "unit + firm + period");
}

BENCHMARK(threeWeaklyConnectedEffects)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Arg(5'000'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
} // namespace citypanel
