// SPDX-License-Identifier: GPL-3.0-or-later
// PROBES.csv and EXPECTED_COUNTS.csv: cells of real files whose meaning is known.
#pragma once

#include "core/panel/origin.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/read_workbook.h"
#include "tests/support/shared_data.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::testing {

using Record = std::map<std::string, std::string>;

inline std::vector<Record> recordsOf(const char* name) {
    NoProgress progress;
    std::vector<Record> records;
    const auto workbook = sheets::readWorkbookFile((realData() / name).string(), progress);
    if (!workbook) {
        return records; // the data are absent
    }
    const sheets::Sheet& sheet = workbook->sheets[0];
    for (std::size_t row = 1; row < sheet.rowCount(); ++row) {
        Record record;
        for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
            record[sheet.textAt(0, column)] = sheet.textAt(row, column);
        }
        records.push_back(std::move(record));
    }
    return records;
}

/// "D12"; "row 5" of an HTML page's second table, under its title and the table of the unit; and
/// "line 12" of a text file.
inline bool isAt(std::int32_t row, std::int32_t column, const std::string& where) {
    if (where.starts_with("row ")) {
        return row == std::stoi(where.substr(4)) + 1;
    }
    if (where.starts_with("line ")) {
        return row == std::stoi(where.substr(5)) - 1;
    }
    return cellName(row, column) == where;
}

/// Header text without blanks, punctuation and bracketed numbering.
inline QString lettersOf(const std::string& text) {
    QString letters = QString::fromStdString(sheets::tidyHeader(text));
    letters.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return letters;
}

inline bool namesIndicator(const std::string& name, const std::string& indicator) {
    const QString variable = lettersOf(name);
    const QStringList parts =
        QString::fromStdString(indicator).split(QStringLiteral(" / "), Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&](const QString& part) {
        // PROBES.csv adds what a column of an industry counts, which only titles say.
        static const QRegularExpression counted(QStringLiteral(" (年末单位)?从业人员$"));
        const QString bare = QString(part).remove(counted);
        return variable.contains(lettersOf(bare.toStdString()));
    });
}

struct Probe {
    Record record{};
};

inline void PrintTo(const Probe& probe, std::ostream* out) {
    const auto cell = probe.record.find("cell");
    *out << probe.record.at("file") << (cell == probe.record.end() ? "" : " " + cell->second);
}

/// The records of a list, each a parameter of a test; none where the data are absent.
inline std::vector<Probe> probesOf(const char* name) {
    std::vector<Probe> probes;
    for (Record& record : recordsOf(name)) {
        probes.push_back({std::move(record)});
    }
    return probes;
}

} // namespace citypanel::testing
