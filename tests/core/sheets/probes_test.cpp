// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of real files whose meaning is known (PROBES.csv), and counts of whole tables
// (EXPECTED_COUNTS.csv); every row of both lists is a test.
#include "core/panel/number_text.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "tests/support/probes.h"

#include <gtest/gtest.h>

#include <QString>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using citypanel::testing::isAt;
using citypanel::testing::namesIndicator;
using citypanel::testing::Probe;
using citypanel::testing::probesOf;
using citypanel::testing::realData;
using citypanel::testing::Record;
using citypanel::testing::recordsOf;

/// A real file imported alone, the way the command line does it: sure names are accepted, and the
/// year is told where it stands in no place the importer could know.
std::shared_ptr<const Result<ImportResult>> importOf(const std::string& file, int toldYear) {
    static std::map<std::pair<std::string, int>, std::shared_ptr<const Result<ImportResult>>> known;
    auto& result = known[{file, toldYear}];
    if (result) {
        return result;
    }
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbookFile((realData() / file).string(), progress));
    ImportPlan plan = withSureNames(detectPlan(workbooks));
    plan.sheets.resize(1); // further sheets repeat columns of the first
    if (toldYear != 0) {
        plan.sheets[0].layout.periodRule = PeriodRule::Given;
        plan.sheets[0].layout.givenPeriod = toldYear;
    }
    result =
        std::make_shared<const Result<ImportResult>>(readPanel(workbooks, plan, true, progress));
    return result;
}

class Probes : public ::testing::TestWithParam<Probe> {};

TEST_P(Probes, CellIsReadAsWhatItMeans) {
    const Record& probe = GetParam().record;
    const bool isTold = probe.at("year_from").starts_with("nowhere");
    const auto result = importOf(probe.at("file"), isTold ? std::stoi(probe.at("year")) : 0);
    ASSERT_TRUE(*result) << problemCodeName(result->error().code) << " "
                         << result->error().place.cell;
    const auto& cells = (*result)->cells;
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const ReadCell& cell) {
        const bool isByIndicator = probe.at("sheet").starts_with("(");
        const bool fits = !isByIndicator || (cell.scope == probe.at("scope") &&
                                             namesIndicator(cell.variable, probe.at("indicator")));
        return isAt(cell.row, cell.column, probe.at("cell")) && fits;
    });
    ASSERT_NE(found, cells.end());
    EXPECT_EQ(found->unit, probe.at("city"));
    EXPECT_EQ(found->period, std::stoi(probe.at("year")));
    if (!probe.at("indicator").empty()) {
        EXPECT_TRUE(namesIndicator(found->variable, probe.at("indicator"))) << found->variable;
        EXPECT_EQ(found->scope, probe.at("scope")) << found->variable;
    }
    // The sector columns of the editions say nowhere that they count 10,000 persons.
    const bool isSilent = probe.at("indicator").ends_with("从业人员") &&
                          probe.at("file").starts_with("yearbook_2006");
    if (!probe.at("unit").empty() && !isSilent) {
        EXPECT_EQ(found->unitOfMeasure, probe.at("unit"));
    }
    if (probe.at("expected") == "missing" || probe.at("expected") == "error") {
        EXPECT_TRUE(isMissing(found->value));
        EXPECT_EQ(found->isUnreadable, probe.at("expected") == "error");
    } else {
        EXPECT_EQ(found->value, parseNumber(probe.at("expected")));
    }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Probes);
INSTANTIATE_TEST_SUITE_P(RealFiles, Probes, ::testing::ValuesIn(probesOf("PROBES.csv")));

class Counts : public ::testing::TestWithParam<Probe> {};

/// Cells of the table that hold neither number nor missing mark, as EXPECTED_COUNTS.csv has them
/// but for two readings of its own: it counts a lone dash as unreadable, where it means missing,
/// and "1 164.60" of edition 2010 as a number, where the blank may be a misread digit or comma.
struct ExpectedCounts {
    std::size_t numbers;
    std::size_t textNumbers;
    std::size_t blanks;
    std::size_t unreadable;
};

ExpectedCounts expectedOf(const Record& record) {
    const auto number = [&](const char* column) {
        return static_cast<std::size_t>(std::stoul(record.at(column)));
    };
    const QString list = QString::fromStdString(record.at("unreadable_list"));
    const auto dashes = static_cast<std::size_t>(list.count(QStringLiteral("='-'")));
    ExpectedCounts counts{number("numeric_cells"), number("numbers_stored_as_text"),
                          number("blank_cells") + dashes, number("unreadable_cells") - dashes};
    if (record.at("file").ends_with("Data_2010.xlsx")) {
        --counts.textNumbers;
        ++counts.unreadable;
    }
    return counts;
}

TEST_P(Counts, TableIsReadWhole) {
    const Record& record = GetParam().record;
    const bool isEdition = record.at("file").starts_with("yearbook_2006");
    const bool isTitled = record.at("file").ends_with("error.xls");
    const auto result = importOf(record.at("file"), isEdition || isTitled ? 0 : 2023);
    ASSERT_TRUE(*result);
    const std::size_t first = std::stoul(record.at("first_city_row"));
    const std::size_t last = std::stoul(record.at("last_city_row"));
    std::set<std::int32_t> rows;
    std::set<std::int32_t> columns;
    std::size_t missing = 0;
    for (const ReadCell& cell : (*result)->cells) {
        const auto row = static_cast<std::size_t>(cell.row) + 1;
        EXPECT_TRUE(first <= row && row <= last) << row;
        rows.insert(cell.row);
        columns.insert(cell.column);
        missing += isMissing(cell.value) && !cell.isUnreadable ? 1 : 0;
    }
    const ExpectedCounts expected = expectedOf(record);
    const ImportReport& report = (*result)->report;
    // The misread 宜城市 and 毫州市 are counted apart there, and are 宣城市 and 亳州市.
    const bool hasMisread = record.at("other_names_between").find("市") != std::string::npos;
    EXPECT_EQ(rows.size(), std::stoul(record.at("rows_named_as_prefectures")) + hasMisread);
    EXPECT_EQ(columns.size(), std::stoul(record.at("data_columns")));
    EXPECT_EQ(report.textNumberCount, expected.textNumbers);
    EXPECT_EQ(report.valueCount, expected.numbers + expected.textNumbers);
    EXPECT_EQ(missing, expected.blanks);
    EXPECT_EQ(report.unreadableCount, expected.unreadable);
    EXPECT_EQ(report.placeCount, rows.size());
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Counts);
INSTANTIATE_TEST_SUITE_P(RealFiles, Counts, ::testing::ValuesIn(probesOf("EXPECTED_COUNTS.csv")));

TEST(RealFiles, ProbesAreAtHand) {
    if (!std::filesystem::exists(realData() / "PROBES.csv")) {
        GTEST_SKIP() << "shared data absent: PROBES.csv, EXPECTED_COUNTS.csv";
    }
    EXPECT_EQ(recordsOf("PROBES.csv").size(), 53U);
    EXPECT_EQ(recordsOf("EXPECTED_COUNTS.csv").size(), 45U);
}

} // namespace
} // namespace citypanel::sheets
