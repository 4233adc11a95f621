// SPDX-License-Identifier: GPL-3.0-or-later
// Panels of a million rows and thirty columns: building, a new version, filtering.
#include "core/panel/panel.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace citypanel {
namespace {

constexpr std::size_t panelUnits = 50'000;
constexpr std::size_t panelPeriods = 20;

/// Rows by period and then unit, so that building has to sort them.
std::vector<Variable> largeColumns() {
    std::vector<double> unit;
    std::vector<double> period;
    for (std::size_t t = 0; t < panelPeriods; ++t) {
        for (std::size_t i = 0; i < panelUnits; ++i) {
            unit.push_back(static_cast<double>(i));
            period.push_back(static_cast<double>(2000 + t));
        }
    }
    std::vector<Variable> columns{Variable::numeric("unit", std::move(unit)),
                                  Variable::numeric("period", std::move(period))};
    for (int i = 0; i < 28; ++i) {
        columns.push_back(Variable::numeric("x" + std::to_string(i),
                                            std::vector<double>(panelUnits * panelPeriods, i)));
    }
    return columns;
}

void buildOneMillionRows(benchmark::State& state) {
    const std::vector<Variable> columns = largeColumns();
    for (auto _ : state) {
        benchmark::DoNotOptimize(Panel::create({"unit", "period"}, columns));
    }
}

BENCHMARK(buildOneMillionRows)->Unit(benchmark::kMillisecond);

void addOneColumnToOneMillionRows(benchmark::State& state) {
    const Panel panel = *Panel::create({"unit", "period"}, largeColumns());
    const Variable column = panel.find("x0")->withName("y");
    for (auto _ : state) {
        benchmark::DoNotOptimize(panel.withVariable(column));
    }
}

BENCHMARK(addOneColumnToOneMillionRows)->Unit(benchmark::kMicrosecond);

void filterOneMillionRows(benchmark::State& state) {
    const Panel panel = *Panel::create({"unit", "period"}, largeColumns());
    std::vector<bool> keep(panel.rowCount(), true);
    keep[7] = false;
    for (auto _ : state) {
        benchmark::DoNotOptimize(panel.filtered(keep));
    }
}

BENCHMARK(filterOneMillionRows)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace citypanel
