// SPDX-License-Identifier: GPL-3.0-or-later
// Start of the window: from exec to the first paint, as citypanel --measure-start prints it, empty
// and with the sample project; resident memory beside it.
#include <benchmark/benchmark.h>

#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>

#include <algorithm>

namespace citypanel::ui {
namespace {

struct Start {
    double milliseconds = 0;
    double megabytes = 0;
};

/// The two numbers of "first paint 35.2 ms", "resident 38.0 MB".
Start startOf(const QStringList& arguments) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CITYPANEL_WORKBENCH), arguments);
    process.waitForFinished(60'000);
    static const QRegularExpression number(QStringLiteral(R"((\d[\d.]*) (?:ms|MB))"));
    auto found = number.globalMatch(QString::fromUtf8(process.readAllStandardOutput()));
    Start start;
    start.milliseconds = found.hasNext() ? found.next().captured(1).toDouble() : 0;
    start.megabytes = found.hasNext() ? found.next().captured(1).toDouble() : 0;
    return start;
}

void measure(benchmark::State& state, const QStringList& files) {
    double megabytes = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        const Start start = startOf(QStringList{QStringLiteral("--measure-start")} + files);
        if (start.milliseconds <= 0) {
            state.SkipWithError("the workbench printed no time");
            break;
        }
        state.SetIterationTime(start.milliseconds / 1000);
        megabytes = std::max(megabytes, start.megabytes);
    }
    state.counters["resident_mb"] = megabytes;
}

void firstPaintEmpty(benchmark::State& state) {
    measure(state, {});
}

void firstPaintWithSample(benchmark::State& state) {
    measure(state, {QStringLiteral(CITYPANEL_SAMPLE)});
}

BENCHMARK(firstPaintEmpty)->UseManualTime()->Iterations(20)->Unit(benchmark::kMillisecond);
BENCHMARK(firstPaintWithSample)->UseManualTime()->Iterations(20)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace citypanel::ui
