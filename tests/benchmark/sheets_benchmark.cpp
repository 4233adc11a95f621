// SPDX-License-Identifier: GPL-3.0-or-later
// A worksheet of a million numbers: the whole file, its cells scanned, its cells read with
// QXmlStreamReader. tests/benchmark/readxl_comparison runs the first beside R's readxl.
#include "core/report/atomic_file.h"
#include "core/report/panel_workbook.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/xlsx_sheet.h"
#include "core/sheets/zip_parts.h"

#include <benchmark/benchmark.h>

#include <QFileInfo>

#include <cmath>
#include <cstdlib>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace citypanel {
namespace {

constexpr std::size_t rows = 20'000;
constexpr std::size_t columnCount = 50;

/// Numbers of six to nine digits with fractions, as yearbooks have them.
Panel panelOfNumbers() {
    std::vector<Variable> variables;
    for (std::size_t j = 0; j < columnCount; ++j) {
        std::vector<double> values(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const double x = static_cast<double>(i * columnCount + j);
            values[i] = std::round(1e6 * (1 + std::sin(x)) * 100) / 100;
        }
        variables.push_back(Variable::numeric("x" + std::to_string(j), std::move(values)));
    }
    return *Panel::crossSection(std::move(variables));
}

/// The file that CITYPANEL_BENCHMARK_FILE names, made when it is not there; else made in memory.
const QByteArray& workbookBytes() {
    static const QByteArray bytes = [] {
        const char* path = std::getenv("CITYPANEL_BENCHMARK_FILE");
        if (path != nullptr && QFileInfo::exists(QString::fromUtf8(path))) {
            return *sheets::readFileBytes(path);
        }
        QByteArray made = *report::workbookOf(panelOfNumbers(), text::Language::English);
        if (path != nullptr) {
            static_cast<void>(report::writeAtomically(QString::fromUtf8(path), made).has_value());
        }
        return made;
    }();
    return bytes;
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void readOneMillionCells(benchmark::State& state) {
    const QByteArray& bytes = workbookBytes();
    NoProgress progress;
    for (auto _ : state) {
        const auto workbook = sheets::readWorkbook(bytes, "numbers.xlsx", progress);
        benchmark::DoNotOptimize(workbook->sheets[0].rowCount());
    }
    state.counters["peak_MB"] = peakMegabytes();
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows * columnCount));
}

QByteArray sheetXml() {
    NoProgress progress;
    return *sheets::ZipParts::open(workbookBytes())
                ->part(QStringLiteral("xl/worksheets/sheet1.xml"), progress);
}

void scanOneMillionCells(benchmark::State& state) {
    const QByteArray xml = sheetXml();
    NoProgress progress;
    for (auto _ : state) {
        sheets::Sheet sheet("numbers");
        benchmark::DoNotOptimize(*sheets::scanSheet(xml, {}, sheet, progress));
    }
}

void readOneMillionCellsCarefully(benchmark::State& state) {
    const QByteArray xml = sheetXml();
    NoProgress progress;
    for (auto _ : state) {
        sheets::Sheet sheet("numbers");
        benchmark::DoNotOptimize(*sheets::readSheetCarefully(xml, {}, sheet, progress));
    }
}

BENCHMARK(readOneMillionCells)->Unit(benchmark::kMillisecond);
BENCHMARK(scanOneMillionCells)->Unit(benchmark::kMillisecond);
BENCHMARK(readOneMillionCellsCarefully)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace citypanel
