// SPDX-License-Identifier: GPL-3.0-or-later
// Files of a million cells: how long a cancel waits at worst until the reader has returned. It is
// seen when the reader next looks, so that the longest time between two looks, and the time to
// leave off after the last, bound the wait for a cancel at any moment. Times are those of the
// reading thread's processor, so that a loaded machine changes nothing; where it waits for another
// thread it looks every 5 ms by the clock.
#include "core/report/panel_workbook.h"
#include "core/sheets/data_file.h"
#include "core/sheets/read_workbook.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <limits>
#include <string>
#include <vector>

namespace citypanel {
namespace {

constexpr std::size_t cancelledRows = 20'000;
constexpr std::size_t cancelledColumns = 50;

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Notes when the work looks whether it is cancelled; says that it is from some progress on.
class WatchedProgress final : public Progress {
public:
    explicit WatchedProgress(double cancelledFrom = std::numeric_limits<double>::infinity())
        : cancelledFrom_(cancelledFrom), last_(threadMilliseconds()) {}

    void report(double fraction) override { reported_ = fraction; }

    [[nodiscard]] bool cancelled() const override {
        note();
        ++looks_;
        return reported_ >= cancelledFrom_;
    }

    /// To be called when the work has returned: the time since the last look.
    double note() const {
        const double now = threadMilliseconds();
        const double wait = now - last_;
        last_ = now;
        longest_ = std::max(longest_, wait);
        return wait;
    }

    [[nodiscard]] std::size_t looks() const { return looks_; }

    [[nodiscard]] double longest() const { return longest_; }

    [[nodiscard]] double reported() const { return reported_; }

private:
    double cancelledFrom_;
    double reported_ = 0;
    mutable std::size_t looks_ = 0;
    mutable double last_ = 0;
    mutable double longest_ = 0;
};

double valueAt(std::size_t row, std::size_t column) {
    const double x = static_cast<double>(row * cancelledColumns + column);
    return std::round(1e6 * (1 + std::sin(x)) * 100) / 100;
}

Panel millionCells() {
    std::vector<Variable> variables;
    for (std::size_t j = 0; j < cancelledColumns; ++j) {
        std::vector<double> values;
        for (std::size_t i = 0; i < cancelledRows; ++i) {
            values.push_back(valueAt(i, j));
        }
        variables.push_back(Variable::numeric("x" + std::to_string(j), std::move(values)));
    }
    return *Panel::crossSection(std::move(variables));
}

void put(QByteArray& bytes, std::uint64_t number, int size) {
    for (int i = 0; i < size; ++i) {
        bytes.append(static_cast<char>(number >> (8 * i) & 0xFF));
    }
}

void putRecord(QByteArray& stream, std::uint16_t type, const QByteArray& content) {
    put(stream, type, 2);
    put(stream, static_cast<std::uint64_t>(content.size()), 2);
    stream.append(content);
}

/// A workbook stream of BIFF8 with one sheet of NUMBER records ([MS-XLS] 2.4).
QByteArray biffStream() {
    constexpr std::uint16_t begin = 0x809;
    constexpr std::uint16_t end = 0x0A;
    const QByteArray globals = QByteArray::fromHex("00060500bb0dcc0700000000000000");
    QByteArray stream;
    putRecord(stream, begin, globals);
    const QByteArray name = QByteArray::fromHex("01004e"); // "N"
    QByteArray entry;
    put(entry, static_cast<std::uint64_t>(stream.size() + 4 + 6 + name.size() + 4), 4);
    put(entry, 0, 2);
    putRecord(stream, 0x85, entry + name);
    putRecord(stream, end, {});
    putRecord(stream, begin, QByteArray::fromHex("00061000bb0dcc0700000000000000"));
    for (std::size_t i = 0; i < cancelledRows; ++i) {
        for (std::size_t j = 0; j < cancelledColumns; ++j) {
            QByteArray cell;
            put(cell, i, 2);
            put(cell, j, 2);
            put(cell, 0, 2);
            put(cell, std::bit_cast<std::uint64_t>(valueAt(i, j)), 8);
            putRecord(stream, 0x203, cell);
        }
    }
    putRecord(stream, end, {});
    return stream;
}

/// A compound file of 4096-byte sectors with that stream alone ([MS-CFB] 2.2, 2.3, 2.6): header,
/// directory, allocation table, stream.
QByteArray compoundFileOf(const QByteArray& stream) {
    constexpr std::uint64_t sector = 4096;
    constexpr std::uint64_t endOfChain = 0xFFFFFFFE;
    constexpr std::uint64_t freeSector = 0xFFFFFFFF;
    const std::uint64_t used = (static_cast<std::uint64_t>(stream.size()) + sector - 1) / sector;
    const std::uint64_t tables = (used + 64) / (sector / 4) + 1;
    QByteArray header = QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(16, '\0');
    for (const std::uint64_t word : {0x3EU, 4U, 0xFFFEU, 12U, 6U}) {
        put(header, word, 2);
    }
    header.append(6, '\0');
    for (const std::uint64_t word :
         {std::uint64_t{1}, tables, std::uint64_t{0}, std::uint64_t{0}, sector, endOfChain,
          std::uint64_t{0}, endOfChain, std::uint64_t{0}}) {
        put(header, word, 4);
    }
    for (std::uint64_t i = 0; i < 109; ++i) {
        put(header, i < tables ? i + 1 : freeSector, 4);
    }
    header.append(static_cast<qsizetype>(sector) - header.size(), '\0');
    QByteArray directory;
    for (const char c : std::string("Workbook")) {
        directory.append(c).append('\0');
    }
    directory.append(64 - directory.size(), '\0');
    put(directory, 18, 2);
    directory.append(116 - directory.size(), '\0');
    put(directory, tables + 1, 4);
    put(directory, static_cast<std::uint64_t>(stream.size()), 8);
    directory.append(static_cast<qsizetype>(sector) - directory.size(), '\0');
    QByteArray table;
    put(table, endOfChain, 4);
    for (std::uint64_t i = 0; i < tables; ++i) {
        put(table, 0xFFFFFFFD, 4);
    }
    for (std::uint64_t i = 1; i < used; ++i) {
        put(table, tables + 1 + i, 4);
    }
    put(table, endOfChain, 4);
    table.append(static_cast<qsizetype>(tables * sector) - table.size(), '\xFF');
    const auto padding = static_cast<qsizetype>(used * sector) - stream.size();
    return header + directory + table + stream + QByteArray(padding, '\0');
}

/// Counters: the longest wait of a cancel, and how often the reader looks.
void cancelWaits(benchmark::State& state, const QByteArray& bytes, const std::string& name) {
    double longest = 0;
    std::size_t looks = 0;
    for (auto _ : state) {
        WatchedProgress whole;
        const auto workbook = sheets::readWorkbook(bytes, name, whole);
        whole.note();
        if (!workbook || workbook->sheets[0].rowCount() < cancelledRows) {
            state.SkipWithError("not read");
            return;
        }
        WatchedProgress cancelled(whole.reported()); // when most is to be thrown away
        const bool isLeft = !sheets::readWorkbook(bytes, name, cancelled);
        const double leaving = cancelled.note();
        if (!isLeft) {
            state.SkipWithError("not cancelled");
            return;
        }
        longest = std::max(longest, whole.longest() + leaving);
        looks = whole.looks();
    }
    state.counters["cancel_to_return_ms"] = longest;
    state.counters["looks"] = static_cast<double>(looks);
}

void cancelReadingXlsx(benchmark::State& state) {
    static const QByteArray bytes = *report::workbookOf(millionCells(), text::Language::English);
    cancelWaits(state, bytes, "numbers.xlsx");
}

void cancelReadingXls(benchmark::State& state) {
    static const QByteArray bytes = compoundFileOf(biffStream());
    cancelWaits(state, bytes, "numbers.xls");
}

void cancelReadingCsv(benchmark::State& state) {
    static const QByteArray bytes = sheets::csvOf(millionCells());
    cancelWaits(state, bytes, "numbers.csv");
}

void cancelReadingGbkCsv(benchmark::State& state) {
    static const QByteArray bytes = sheets::csvOf(millionCells()).mid(3) + "\xB3\xC7\xCA\xD0\n";
    cancelWaits(state, bytes, "numbers.csv");
}

BENCHMARK(cancelReadingXlsx)->Unit(benchmark::kMillisecond);
BENCHMARK(cancelReadingXls)->Unit(benchmark::kMillisecond);
BENCHMARK(cancelReadingCsv)->Unit(benchmark::kMillisecond);
BENCHMARK(cancelReadingGbkCsv)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace citypanel
