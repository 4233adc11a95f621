// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes: ten steps on a city panel, the last one changed, and a million rows winsorised.
#include "core/recipe/evaluation.h"

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

namespace citypanel::recipe {
namespace {

/// Skewed values with one in fifty missing.
std::vector<double> values(std::size_t n, std::mt19937_64& random) {
    std::lognormal_distribution<double> skewed(0, 1);
    std::vector<double> result(n);
    for (double& value : result) {
        value = random() % 50 == 0 ? missingValue : skewed(random);
    }
    return result;
}

Panel panelOf(std::size_t units, std::size_t periods, int columnCount) {
    std::mt19937_64 random(1);
    std::vector<std::int32_t> unit;
    std::vector<std::string> names;
    std::vector<double> period;
    for (std::size_t i = 0; i < units; ++i) {
        names.push_back("city" + std::to_string(i));
        for (std::size_t t = 0; t < periods; ++t) {
            unit.push_back(static_cast<std::int32_t>(i));
            period.push_back(static_cast<double>(2011 + t));
        }
    }
    std::vector<Variable> columns{Variable::category("city", std::move(unit), std::move(names)),
                                  Variable::numeric("year", std::move(period))};
    for (int i = 0; i < columnCount - 2; ++i) {
        columns.push_back(
            Variable::numeric("x" + std::to_string(i), values(units * periods, random))
                .withOrigins(Origins::all(units * periods, OriginKind::Observed)));
    }
    return *Panel::create({"city", "year"}, std::move(columns));
}

std::vector<ColumnName> firstVariables(int count) {
    std::vector<ColumnName> names;
    for (int i = 0; i < count; ++i) {
        names.emplace_back("x" + std::to_string(i));
    }
    return names;
}

Recipe tenSteps() {
    Recipe recipe;
    for (Step step : std::vector<Step>{
             FilterStep{.dropUnits = {"city1", "city2"}, .to = 2021},
             InterpolateStep{.variables = firstVariables(38), .ends = prepare::EndRule::Nearest},
             CalculateStep{.name = "a", .expression = "ln(x0) - lag(ln(x0), 1)"},
             CalculateStep{.name = "b", .expression = "mean(x1, by = year)"},
             StandardiseStep{.variables = firstVariables(5)},
             QuantileGroupStep{.variable = "x2", .name = "g", .within = prepare::Within::Period},
             CapitalStockStep{.investment = "x3", .name = "k"},
             RenameStep{.variable = "x4", .name = "y"},
             StandardCoalStep{.name = "e", .carriers = {{"x5"}, {"x6"}}},
             WinsoriseStep{.variables = firstVariables(4)}}) {
        recipe = withStep(std::move(recipe), std::move(step));
    }
    return recipe;
}

void tenStepsOnACityPanel(benchmark::State& state) {
    const Panel panel = panelOf(300, 12, 40);
    const Recipe recipe = tenSteps();
    NoProgress progress;
    for (auto _ : state) {
        Cache cache;
        const auto evaluation = evaluate(recipe, panel, cache, progress);
        if (!evaluation->isComplete()) {
            state.SkipWithError("a step failed");
        }
    }
}

void lastOfTenStepsChanged(benchmark::State& state) {
    const Panel panel = panelOf(300, 12, 40);
    Recipe recipe = tenSteps();
    NoProgress progress;
    Cache cache;
    double upper = 95;
    for (auto _ : state) {
        upper = upper >= 99 ? 95 : upper + 1e-3;
        recipe = withParameters(recipe, "s10",
                                WinsoriseStep{.variables = firstVariables(4), .upper = upper});
        benchmark::DoNotOptimize(evaluate(recipe, panel, cache, progress));
    }
}

void winsoriseTenVariablesOfAMillionRows(benchmark::State& state) {
    const Panel panel = panelOf(50'000, 20, 30);
    const WinsoriseStep step{.variables = firstVariables(10)};
    NoProgress progress;
    for (auto _ : state) {
        benchmark::DoNotOptimize(step.apply(panel, "s1", progress));
    }
}

/// What a slider costs at a million rows: the source's hashes are known, one small step runs.
void oneStepOfAMillionRowsChanged(benchmark::State& state) {
    const Panel panel = panelOf(50'000, 20, 30);
    NoProgress progress;
    Cache cache;
    double weight = 0;
    for (auto _ : state) {
        weight += 1e-3;
        std::string expression("x0 + x1 * ");
        expression += std::to_string(weight);
        const Recipe recipe =
            withStep({}, CalculateStep{.name = "index", .expression = expression});
        benchmark::DoNotOptimize(evaluate(recipe, panel, cache, progress));
    }
}

BENCHMARK(tenStepsOnACityPanel)->Unit(benchmark::kMillisecond);
BENCHMARK(lastOfTenStepsChanged)->Unit(benchmark::kMillisecond);
BENCHMARK(winsoriseTenVariablesOfAMillionRows)->Unit(benchmark::kMillisecond);
BENCHMARK(oneStepOfAMillionRowsChanged)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace citypanel::recipe
