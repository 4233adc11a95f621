// SPDX-License-Identifier: GPL-3.0-or-later
// A dragged slider: 15 indicators, 242 indexCities and 12 years, a pinned regression of six
// regressors with two-way fixed effects and clustered errors; and 10,000 random weightings of the
// same.
#include "core/index/hand_weights.h"
#include "core/recipe/evaluation.h"
#include "core/study/index_sensitivity.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace citypanel {
namespace {

constexpr int indexUnits = 242;
constexpr int indexPeriods = 12;
constexpr int indicatorCount = 15;

Panel indexCities() {
    std::mt19937_64 generator(1);
    std::normal_distribution<double> normal;
    std::vector<double> city;
    std::vector<double> year;
    for (int i = 0; i < indexUnits * indexPeriods; ++i) {
        city.push_back(i / indexPeriods);
        year.push_back(2011 + i % indexPeriods);
    }
    std::vector<Variable> columns{Variable::numeric("city", city), Variable::numeric("year", year)};
    std::vector<std::string> names{"coor", "econ", "gov", "fdi", "finan", "lnpd"};
    for (int j = 0; j < indicatorCount; ++j) {
        names.push_back("x" + std::to_string(j));
    }
    for (const std::string& name : names) {
        std::vector<double> values;
        for (int i = 0; i < indexUnits * indexPeriods; ++i) {
            values.push_back(std::exp(normal(generator)));
        }
        columns.push_back(Variable::numeric(name, std::move(values)));
    }
    return *Panel::create({"city", "year"}, std::move(columns));
}

recipe::IndexStep indexOf15() {
    recipe::IndexStep step{.name = "nqp"};
    for (int j = 0; j < indicatorCount; ++j) {
        const std::string name = "x" + std::to_string(j);
        step.indicators.push_back(
            {.name = name, .expression = name, .dimension = "d" + std::to_string(j / 5)});
    }
    return step;
}

/// The index on the panel with its model pinned; winsorised after it is made where asked for.
study::LiveIndex pinnedIndex(bool isWinsorised) {
    const Panel panel = indexCities();
    recipe::Recipe recipe = recipe::withStep({}, indexOf15());
    if (isWinsorised) {
        recipe = recipe::withStep(
            std::move(recipe), recipe::WinsoriseStep{.variables = {"nqp", "econ", "gov", "fdi"}});
    }
    recipe::Cache cache;
    NoProgress progress;
    const recipe::Evaluation evaluation = *recipe::evaluate(recipe, panel, cache, progress);
    study::PinnedModel model{.formula =
                                 "coor ~ nqp + econ + gov + fdi + finan + lnpd | city + year"};
    model.options.vcov = {.kind = CovarianceKind::Cluster, .clusters = {"city"}};
    return *study::LiveIndex::prepare(panel, indexOf15())
                ->pinned(recipe, evaluation, recipe.steps[0].key, model, progress);
}

void movesOneWeight(benchmark::State& state) {
    const study::LiveIndex live = pinnedIndex(state.range(0) != 0);
    std::vector<double> weights = live.computedWeights();
    const std::vector<bool> isLocked(weights.size(), false);
    double value = 0;
    for (auto _ : state) {
        value = value > 0.4 ? 0.01 : value + 0.003;
        weights = index::withWeightMoved(std::move(weights), 3, value, isLocked,
                                         live.step().indicators, index::GiveWay::All);
        const study::LiveScores scores = live.with(weights);
        if (!scores.estimate) {
            state.SkipWithError("no estimate");
        }
        benchmark::DoNotOptimize(scores);
    }
}

void drawsWeights(benchmark::State& state) {
    const study::LiveIndex live = pinnedIndex(false);
    NoProgress progress;
    const study::SensitivityPlan plan{.draws = 10'000};
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            study::indexSensitivity(live, plan, live.computedWeights(), progress));
    }
}

BENCHMARK(movesOneWeight)->ArgName("winsorised")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(drawsWeights)->Unit(benchmark::kSecond)->UseRealTime();

} // namespace
} // namespace citypanel
