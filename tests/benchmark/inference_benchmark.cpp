// SPDX-License-Identifier: GPL-3.0-or-later
// Permutation, wild cluster bootstrap, bootstrap by unit and placebo on a city panel of 2,904 rows,
// each with a check of what it computes beside the time.
#include "core/estimate/group_comparison.h"
#include "core/estimate/placebo.h"
#include "core/estimate/unit_bootstrap.h"
#include "core/estimate/wild_bootstrap.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace citypanel {
namespace {

constexpr int inferenceUnits = 242;
constexpr int inferencePeriods = 12;
constexpr int inferenceRegressors = 6;

Panel cityPanel() {
    std::mt19937_64 generator(11);
    std::normal_distribution<double> normal;
    std::vector<std::vector<double>> columns(inferenceRegressors + 6);
    for (int unit = 0; unit < inferenceUnits; ++unit) {
        const double level = normal(generator);
        for (int period = 0; period < inferencePeriods; ++period) {
            double y = level + 0.1 * period + normal(generator);
            for (int j = 0; j < inferenceRegressors; ++j) {
                const double x = normal(generator) + 0.5 * level;
                columns[static_cast<std::size_t>(j)].push_back(x);
                y += 0.2 * x;
            }
            columns[inferenceRegressors].push_back(unit);
            columns[inferenceRegressors + 1].push_back(2011 + period);
            columns[inferenceRegressors + 2].push_back(unit % 31);
            columns[inferenceRegressors + 3].push_back(unit % 2);
            columns[inferenceRegressors + 4].push_back(y);
            columns[inferenceRegressors + 5].push_back(1.0);
        }
    }
    std::vector<Variable> variables;
    for (int j = 0; j < inferenceRegressors; ++j) {
        variables.push_back(Variable::numeric("x" + std::to_string(j + 1),
                                              std::move(columns[static_cast<std::size_t>(j)])));
    }
    const std::vector<std::string> names{"city", "year", "province", "half", "y", "one"};
    for (std::size_t j = 0; j < names.size(); ++j) {
        variables.push_back(
            Variable::numeric(names[j], std::move(columns[inferenceRegressors + j])));
    }
    return *Panel::create({"city", "year"}, std::move(variables));
}

ModelFormula formulaWith(const std::string& effects) {
    return *parseModelFormula("y ~ x1 + x2 + x3 + x4 + x5 + x6 | " + effects);
}

/// The permutation p values by terms; empty where there is a problem.
std::vector<double> permutationP(const Panel& panel, const ModelFormula& formula,
                                 PermutationScheme scheme, int reps) {
    CompareOptions options;
    options.methods = {GroupTestMethod::Permutation};
    options.scheme = scheme;
    options.reps = reps;
    NoProgress progress;
    const auto result = compareGroups(panel, formula, "half", options, progress);
    std::vector<double> values;
    for (std::size_t i = 0; result && i < result->tests.size(); ++i) {
        values.push_back(result->tests[i].pValue);
    }
    return values;
}

/// Largest difference of p values from those of models whose effects are absorbed anew in each of
/// 200 replications: a slope of a constant by unit changes nothing and forces that path.
double permutationError(const Panel& panel, const std::string& effects, PermutationScheme scheme) {
    std::string slow = effects;
    slow.replace(slow.find("city"), 4, "city[one]");
    const std::vector<double> fast = permutationP(panel, formulaWith(effects), scheme, 200);
    const std::vector<double> exact = permutationP(panel, formulaWith(slow), scheme, 200);
    double error = fast.empty() || fast.size() != exact.size() ? 1.0 : 0.0;
    for (std::size_t i = 0; error < 1.0 && i < fast.size(); ++i) {
        error = std::max(error, std::abs(fast[i] - exact[i]));
    }
    return error;
}

/// 10,000 permutations. p must be the same on every machine and number of threads; error: against
/// absorbing anew.
void permutation(benchmark::State& state, const std::string& effects, PermutationScheme scheme) {
    const Panel panel = cityPanel();
    const ModelFormula formula = formulaWith(effects);
    CompareOptions options;
    options.methods = {GroupTestMethod::Permutation};
    options.scheme = scheme;
    options.reps = 10'000;
    NoProgress progress;
    double p = 0.0;
    double failed = 0.0;
    for (auto unused : state) {
        const Result<GroupComparison> result =
            compareGroups(panel, formula, "half", options, progress);
        if (!result) {
            state.SkipWithError(problemCodeName(result.error().code).c_str());
            return;
        }
        p = result->tests.front().pValue;
        failed = static_cast<double>(result->tests.front().failedReps);
    }
    state.counters["p"] = p;
    state.counters["failed"] = failed;
    state.counters["error"] = permutationError(panel, effects, scheme);
}

BENCHMARK_CAPTURE(permutation, unit_twoWay, "city + year", PermutationScheme::Unit)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(permutation, unit_provinceYear, "city + year + province^year",
                  PermutationScheme::Unit)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(permutation, row_twoWay, "city + year", PermutationScheme::Row)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// 9,999 draws of 242 clusters; error: the statistic against that of the clustered fit.
void wildBootstrap(benchmark::State& state, WildWeights weights) {
    const Panel panel = cityPanel();
    const ModelFormula formula = formulaWith("city + year");
    WildBootstrapOptions options;
    options.term = "x1";
    options.cluster = "city";
    options.weights = weights;
    options.value = 0.2;
    NoProgress progress;
    EstimateOptions clustered;
    clustered.vcov = *parseCovariance("cluster:city");
    const Result<Fit> fit = estimate(panel, formula, clustered, progress);
    const double t = (fit->term("x1")->estimate - 0.2) / fit->term("x1")->stdError;
    double p = 0.0;
    double error = 0.0;
    for (auto unused : state) {
        const Result<WildBootstrapTest> test =
            wildClusterBootstrap(panel, formula, options, progress);
        if (!test) {
            state.SkipWithError(problemCodeName(test.error().code).c_str());
            return;
        }
        p = test->pValue;
        error = std::abs(test->statisticNoSmallSample / std::sqrt(fit->sscFactor) / t - 1.0);
    }
    state.counters["p"] = p;
    state.counters["error"] = error;
}

BENCHMARK_CAPTURE(wildBootstrap, rademacher, WildWeights::Rademacher)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(wildBootstrap, webb, WildWeights::Webb)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// 1,000 draws of 242 inferenceUnits; error: the estimate of the sample itself against the fit.
void unitBootstrap(benchmark::State& state) {
    const Panel panel = cityPanel();
    const ModelFormula formula = formulaWith("city + year");
    NoProgress progress;
    const Result<Fit> fit = estimate(panel, formula, {}, progress);
    double error = 0.0;
    for (auto unused : state) {
        const Result<BootstrapResult> result = bootstrapCoefficients(panel, formula, {}, progress);
        if (!result) {
            state.SkipWithError(problemCodeName(result.error().code).c_str());
            return;
        }
        error = std::abs(result->statistics.front().estimate / fit->terms.front().estimate - 1.0);
    }
    state.counters["error"] = error;
}

BENCHMARK(unitBootstrap)->Unit(benchmark::kMillisecond)->UseRealTime();

void placebo(benchmark::State& state) {
    const Panel panel = cityPanel();
    const ModelFormula formula = formulaWith("city + year");
    PlaceboOptions options;
    options.estimate.vcov = *parseCovariance("cluster:city");
    options.regressor = "x1";
    NoProgress progress;
    double mean = 0.0;
    for (auto unused : state) {
        const Result<PlaceboTest> test = placeboTest(panel, formula, options, progress);
        if (!test) {
            state.SkipWithError(problemCodeName(test.error().code).c_str());
            return;
        }
        mean = test->mean;
    }
    state.counters["mean"] = mean;
}

BENCHMARK(placebo)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace citypanel
