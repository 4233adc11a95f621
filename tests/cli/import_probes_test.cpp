// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of PROBES.csv through `citypanel-cli import --cells`, all sheets of the file read.
#include "core/panel/number_text.h"
#include "core/sheets/read_workbook.h"
#include "tests/cli/cli_process.h"
#include "tests/support/probes.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::testing {
namespace {

/// A row of the list that --cells writes.
using CellRow = std::map<std::string, std::string>;
using CellRows = std::vector<CellRow>;

CellRows readCells(const std::string& path) {
    NoProgress progress;
    CellRows rows;
    const auto workbook = sheets::readWorkbookFile(path, progress);
    if (!workbook) {
        return rows;
    }
    const sheets::Sheet& sheet = workbook->sheets[0];
    for (std::size_t row = 1; row < sheet.rowCount(); ++row) {
        CellRow cells;
        for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
            cells[sheet.textAt(0, column)] = sheet.textAt(row, column);
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

/// The cells of a file, read once by the program; the year is told where it stands nowhere.
std::shared_ptr<const CellRows> cellsOf(const std::string& file, const std::string& toldYear) {
    static std::map<std::string, std::shared_ptr<const CellRows>> known;
    auto& cells = known[file];
    if (cells) {
        return cells;
    }
    const QTemporaryDir folder;
    const QString list = folder.filePath(QStringLiteral("cells.csv"));
    QStringList arguments{
        QStringLiteral("import"),  QString::fromStdString((realData() / file).string()),
        QStringLiteral("--cells"), list,
        QStringLiteral("--out"),   folder.filePath(QStringLiteral("panel.csv"))};
    if (!toldYear.empty()) {
        arguments << QStringLiteral("--year") << QString::fromStdString(toldYear);
    }
    const CliRun run = runCli(arguments);
    EXPECT_EQ(run.status, 0) << run.errors.toStdString();
    cells = std::make_shared<const CellRows>(readCells(list.toStdString()));
    return cells;
}

std::pair<std::int32_t, std::int32_t> placeOf(const std::string& cell) {
    std::int32_t column = 0;
    std::size_t i = 0;
    for (; i < cell.size() && cell[i] >= 'A'; ++i) {
        column = column * 26 + (cell[i] - 'A' + 1);
    }
    return {std::stoi(cell.substr(i)) - 1, column - 1};
}

bool isMeant(const CellRow& cell, const Record& probe) {
    const bool isByIndicator = probe.at("sheet").starts_with("(");
    const auto [row, column] = placeOf(cell.at("cell"));
    const bool isSheet = isByIndicator || cell.at("sheet") == probe.at("sheet");
    const bool fits =
        !isByIndicator || (cell.at("scope") == probe.at("scope") &&
                           namesIndicator(cell.at("variable"), probe.at("indicator")));
    return isSheet && fits && isAt(row, column, probe.at("cell"));
}

class CliProbes : public ::testing::TestWithParam<Probe> {};

TEST_P(CliProbes, CellIsWrittenAsWhatItMeans) {
    const Record& probe = GetParam().record;
    const bool isTold = probe.at("year_from").starts_with("nowhere");
    const auto cells = cellsOf(probe.at("file"), isTold ? probe.at("year") : "");
    const auto found = std::find_if(cells->begin(), cells->end(),
                                    [&](const CellRow& cell) { return isMeant(cell, probe); });
    ASSERT_NE(found, cells->end());
    EXPECT_EQ(found->at("unit"), probe.at("city"));
    EXPECT_EQ(found->at("period"), probe.at("year"));
    if (!probe.at("indicator").empty()) {
        EXPECT_TRUE(namesIndicator(found->at("variable"), probe.at("indicator")));
        EXPECT_EQ(found->at("scope"), probe.at("scope"));
    }
    const std::string& expected = probe.at("expected");
    if (expected == "missing" || expected == "error") {
        EXPECT_EQ(found->at("value"), "");
        EXPECT_EQ(found->at("note").starts_with("unreadable"), expected == "error");
    } else {
        EXPECT_EQ(parseNumber(found->at("value")), parseNumber(expected));
    }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(CliProbes);
INSTANTIATE_TEST_SUITE_P(RealFiles, CliProbes, ::testing::ValuesIn(probesOf("PROBES.csv")));

} // namespace
} // namespace citypanel::testing
