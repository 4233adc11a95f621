// SPDX-License-Identifier: GPL-3.0-or-later
// A table of six models over 242 cities and 12 years, which the window makes anew at every edit,
// and its rendering.
#include "core/panel/panel.h"
#include "core/report/document.h"
#include "core/report/render.h"
#include "core/report/table_edits.h"
#include "core/study/study.h"

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

namespace citypanel {
namespace {

constexpr int units = 242;
constexpr int periods = 12;

Panel cities() {
    std::mt19937_64 generator(1);
    std::normal_distribution<double> normal;
    std::vector<double> city;
    std::vector<double> year;
    for (int i = 0; i < units * periods; ++i) {
        city.push_back(i / periods);
        year.push_back(2011 + i % periods);
    }
    std::vector<Variable> columns{Variable::numeric("city", city), Variable::numeric("year", year)};
    for (const char* name : {"coor", "nqp", "econ", "gov", "fdi", "finan", "lnpd"}) {
        std::vector<double> values;
        for (int i = 0; i < units * periods; ++i) {
            values.push_back(normal(generator));
        }
        columns.push_back(Variable::numeric(name, std::move(values)));
    }
    return *Panel::create({"city", "year"}, std::move(columns));
}

study::RegressionStudy sixModels() {
    study::RegressionStudy study;
    std::string terms = "nqp";
    for (const char* control : {"", " + econ", " + gov", " + fdi", " + finan", " + lnpd"}) {
        terms += control;
        study.columns.push_back(
            {.formula = "coor ~ " + terms + " | city + year", .vcov = "cluster:city"});
    }
    return study;
}

void runsSixModels(benchmark::State& state) {
    const Panel panel = cities();
    const study::RegressionStudy study = sixModels();
    NoProgress progress;
    for (auto _ : state) {
        benchmark::DoNotOptimize(study.run(panel, progress));
    }
}

/// What follows one edit of a control: the models of the table anew, and its lines.
void showsAnEditedControl(benchmark::State& state) {
    const Panel panel = cities();
    study::RegressionStudy study = sixModels();
    const report::TableStyle style;
    NoProgress progress;
    bool isSquared = false;
    for (auto _ : state) {
        isSquared = !isSquared;
        study.columns.back().formula.text =
            std::string("coor ~ nqp + econ + gov + fdi + finan + ") +
            (isSquared ? "lnpd^2" : "lnpd") + " | city + year";
        const auto result = study.run(panel, progress);
        benchmark::DoNotOptimize(report::typeset(result->tables.front(), style));
    }
}

/// 32 sets of controls, 4 of effects, 2 covariances, 4 treatments of tails, 10 samples.
study::SpecificationStudy tenThousandSpecifications() {
    study::SpecificationStudy study;
    study.model.outcome = "coor";
    study.model.core = {"nqp"};
    study.model.controls = {"econ", "gov", "fdi", "finan", "lnpd"};
    study.model.effects = {"city", "year"};
    study.model.vcov = "cluster:city";
    study.allControlSubsets = true;
    study.effects = {{{"city"}}, {{"year"}}, {}};
    study.vcovs = {"hc1"};
    study.winsorising = {1, 2.5, 5};
    for (int year = 2011; year < 2020; ++year) {
        study.samples.emplace_back("year != " + std::to_string(year));
    }
    return study;
}

void runsTenThousandSpecifications(benchmark::State& state) {
    const Panel panel = cities();
    const study::SpecificationStudy study = tenThousandSpecifications();
    NoProgress progress;
    for (auto _ : state) {
        benchmark::DoNotOptimize(study.run(panel, progress));
    }
}

void describesSevenVariables(benchmark::State& state) {
    const Panel panel = cities();
    study::DescriptivesStudy study;
    study.withCorrelations = true;
    NoProgress progress;
    for (auto _ : state) {
        benchmark::DoNotOptimize(study.run(panel, progress));
    }
}

void rendersATable(benchmark::State& state) {
    NoProgress progress;
    const auto result = sixModels().run(cities(), progress);
    const auto format = static_cast<report::Format>(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(report::render(result->tables, {}, format));
    }
}

/// What an edit of the style costs before the window paints: edits, then lines of text.
void restylesATable(benchmark::State& state) {
    NoProgress progress;
    const auto result = sixModels().run(cities(), progress);
    report::TableStyle style;
    const report::TableEdits edits{.order = {"nobs"}, .hidden = {"term:gov"}};
    for (auto _ : state) {
        style.digits = style.digits == 3 ? 4 : 3;
        benchmark::DoNotOptimize(report::typeset(
            report::withEdits(result->tables.front(), edits, {}, style.language), style));
    }
}

/// A report of 60 tables in one file.
void writesSixtyTables(benchmark::State& state) {
    NoProgress progress;
    const auto result = sixModels().run(cities(), progress);
    const std::vector<study::Table> tables(60, result->tables.front());
    const report::Document document = report::documentOf(tables);
    const auto format = static_cast<report::DocumentFormat>(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(report::renderDocument(document, {}, format));
    }
}

BENCHMARK(restylesATable)->Unit(benchmark::kMillisecond);
BENCHMARK(writesSixtyTables)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);
BENCHMARK(runsSixModels)->Unit(benchmark::kMillisecond);
BENCHMARK(showsAnEditedControl)->Unit(benchmark::kMillisecond);
BENCHMARK(runsTenThousandSpecifications)->Unit(benchmark::kMillisecond);
BENCHMARK(describesSevenVariables)->Unit(benchmark::kMillisecond);
BENCHMARK(rendersATable)->DenseRange(0, 8)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace citypanel
