// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that stand in the file as another thing than is shown: percentages, formulas never
// calculated, streams kept among other small ones.
#include "core/sheets/cell_text.h"
#include "core/sheets/compound_file.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "tests/core/sheets/made_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using citypanel::testing::MadeWorkbook;
using ::testing::ElementsAre;
using ::testing::IsNan;

QByteArray textCell(const QByteArray& at, const QByteArray& text) {
    return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

/// A row of a city and what stands beside it.
QByteArray cityRow(int row, const QByteArray& city, const QByteArray& cells) {
    const QByteArray number = QByteArray::number(row);
    return "<row r=\"" + number + "\">" + textCell("A" + number, city) + cells + "</row>";
}

const QByteArray percentStyles =
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf "
    "numFmtId=\"10\"/></cellXfs></styleSheet>";

Workbook workbookOf(const MadeWorkbook& made) {
    NoProgress progress;
    return *readWorkbook(made.bytes(), "a_2013.xlsx", progress);
}

ImportResult importOfMade(const MadeWorkbook& made) {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(workbookOf(made));
    auto result = readPanel(workbooks, detectPlan(workbooks), true, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code);
    return result ? *std::move(result) : ImportResult{};
}

// One column of 5.2 as a number and 0.062 shown as 6.2%: both are what is shown.
TEST(ShownCells, OfPercentagesAreReadAsShown) {
    MadeWorkbook made;
    made.styles = percentStyles;
    made.cells = "<row r=\"1\">" + textCell("A1", "城市") + textCell("B1", "增长率(%)") +
                 textCell("C1", "份额") + textCell("D1", "GDP(亿元)") + "</row>" +
                 cityRow(2, "北京市",
                         "<c r=\"B2\"><v>5.2</v></c><c r=\"C2\" s=\"2\"><v>0.07</v></c>"
                         "<c r=\"D2\" s=\"1\"><v>0.5</v></c>") +
                 cityRow(3, "天津市",
                         "<c r=\"B3\" s=\"1\"><v>0.062</v></c><c r=\"C3\" s=\"1\"><v>0.29</v></c>"
                         "<c r=\"D3\"><v>7</v></c>") +
                 cityRow(4, "石家庄市",
                         "<c r=\"B4\" s=\"2\"><v>-0.0101</v></c><c r=\"C4\" s=\"1\"><v>1</v></c>"
                         "<c r=\"D4\"><v>8</v></c>");
    const ImportResult result = importOfMade(made);
    EXPECT_THAT(result.panel.find("增长率")->numbers(), ElementsAre(5.2, 6.2, -1.01));
    EXPECT_THAT(result.panel.find("份额")->numbers(), ElementsAre(7, 29, 100));
    EXPECT_EQ(result.panel.find("份额")->unitOfMeasure(), "%");
    EXPECT_THAT(result.panel.find("GDP")->numbers(), ElementsAre(0.5, 7, 8)); // no unit of shares
    const auto cell =
        std::find_if(result.cells.begin(), result.cells.end(),
                     [](const ReadCell& read) { return read.row == 2 && read.column == 1; });
    ASSERT_NE(cell, result.cells.end());
    EXPECT_EQ(cell->asWritten, "6.2%");
}

// 0.5 shown as 12:00 and TRUE are no values: missing, and told with what is shown.
TEST(ShownCells, OfTimesAndTruthsAreNoNumbers) {
    MadeWorkbook made;
    made.styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"20\"/></cellXfs>"
                  "</styleSheet>";
    made.cells =
        "<row r=\"1\">" + textCell("A1", "城市") + textCell("B1", "人口(万人)") +
        textCell("C1", "沿海") + "</row>" +
        cityRow(2, "北京市", "<c r=\"B2\" s=\"1\"><v>0.5</v></c><c r=\"C2\" t=\"b\"><v>1</v></c>") +
        cityRow(3, "天津市", "<c r=\"B3\"><v>7</v></c><c r=\"C3\" t=\"b\"><v>0</v></c>") +
        cityRow(4, "石家庄市", "<c r=\"B4\" t=\"b\"><v>1</v></c><c r=\"C4\"><v>1</v></c>");
    const ImportResult result = importOfMade(made);
    EXPECT_THAT(result.panel.find("人口")->numbers(), ElementsAre(IsNan(), 7, IsNan()));
    EXPECT_THAT(result.panel.find("沿海")->numbers(), ElementsAre(IsNan(), IsNan(), 1));
    std::vector<std::string> found;
    for (const Problem& warning : result.report.warnings) {
        EXPECT_EQ(warning.code, ProblemCode::CellUnreadable);
        found.push_back(warning.found);
    }
    EXPECT_THAT(found, ElementsAre("12:00:00", "TRUE", "FALSE", "TRUE"));
}

TEST(ShownCells, OfFormulasNeverCalculatedAreNamed) {
    for (const QByteArray value : {"", "<v></v>", "<v/>"}) {
        for (const QByteArray open : {"<!-- read carefully -->", ""}) {
            MadeWorkbook made;
            made.prologue = open;
            made.cells = "<row r=\"1\">" + textCell("A1", "城市") + textCell("B1", "GDP(亿元)") +
                         textCell("C1", "人均GDP(元)") + "</row>";
            int row = 2;
            for (const char* city : {"北京市", "天津市", "石家庄市"}) {
                const QByteArray n = QByteArray::number(row);
                made.cells += cityRow(row, city,
                                      "<c r=\"B" + n + "\"><v>10" + n + "</v></c><c r=\"C" + n +
                                          "\"><f>B" + n + "*2</f>" + value + "</c>");
                ++row;
            }
            const ImportResult result = importOfMade(made);
            EXPECT_THAT(result.panel.find("GDP")->numbers(), ElementsAre(102, 103, 104));
            ASSERT_NE(result.panel.find("人均GDP"), nullptr);
            EXPECT_THAT(result.panel.find("人均GDP")->numbers(),
                        ElementsAre(IsNan(), IsNan(), IsNan()));
            ASSERT_EQ(result.report.uncalculated.size(), 3U);
            EXPECT_EQ(result.report.uncalculated[0].cell, "C2");
            EXPECT_EQ(result.report.warnings.at(0).found, "=B2*2");
        }
    }
}

// A formula that gives an empty text has its result stored: nothing.
TEST(ShownCells, OfFormulasThatGiveNoTextAreEmpty) {
    MadeWorkbook made;
    made.cells = "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>IF(B1=0,\"\",1)</f><v></v></c>"
                 "<c r=\"B1\"><f>1+1</f><v>2</v></c></row>";
    const Workbook workbook = workbookOf(made);
    EXPECT_TRUE(workbook.sheets[0].isEmptyAt(0, 0));
    EXPECT_EQ(workbook.sheets[0].at(0, 1).number, 2.0);
}

QByteArray little(std::uint64_t value, int bytes) {
    QByteArray result;
    for (int i = 0; i < bytes; ++i) {
        result.append(static_cast<char>(value >> (8 * i) & 0xFF));
    }
    return result;
}

QByteArray record(int type, const QByteArray& content) {
    return little(static_cast<std::uint64_t>(type), 2) +
           little(static_cast<std::uint64_t>(content.size()), 2) + content;
}

/// A BIFF8 stream of one sheet with the number 42.5 in B1 ([MS-XLS] 2.4).
QByteArray biffStream() {
    const QByteArray begin = little(0x0600, 2);
    QByteArray globals = record(0x0809, begin + little(0x0005, 2) + QByteArray(12, '\0'));
    const qsizetype sheetAt = globals.size() + 4 + 4 + 2 + 2 + 1 + 4; // BOUNDSHEET and EOF
    globals += record(0x0085, little(static_cast<std::uint64_t>(sheetAt), 4) + little(0, 2) +
                                  little(1, 1) + little(0, 1) + "S");
    globals += record(0x000A, {});
    QByteArray sheet = record(0x0809, begin + little(0x0010, 2) + QByteArray(12, '\0'));
    sheet += record(0x0203, little(0, 2) + little(1, 2) + little(0, 2) +
                                little(std::bit_cast<std::uint64_t>(42.5), 8));
    sheet += record(0x000A, {});
    return globals + sheet;
}

QByteArray directoryEntry(const QByteArray& name, int type, std::uint64_t first,
                          std::uint64_t size) {
    QByteArray entry;
    for (const char c : name) {
        entry.append(c).append('\0');
    }
    entry.append(64 - entry.size(), '\0');
    entry += little(static_cast<std::uint64_t>(2 * name.size() + 2), 2) +
             little(static_cast<std::uint64_t>(type), 1) + little(1, 1) + QByteArray(12, '\xFF') +
             QByteArray(36, '\0') + little(first, 4) + little(size, 8);
    return entry;
}

/// A compound file ([MS-CFB] 2) that keeps the stream in small sectors, one apart from the next:
/// sectors 0 of the table, 1 of the directory, 2 of the small table, 3 on of small sectors.
QByteArray smallCompoundFile(const QByteArray& stream) {
    constexpr std::uint64_t end = 0xFFFFFFFE;
    constexpr std::uint64_t none = 0xFFFFFFFF;
    const auto small = static_cast<std::uint64_t>((stream.size() + 63) / 64);
    const std::uint64_t holders = (2 * small * 64 + 511) / 512;
    QByteArray header = QByteArray::fromHex("D0CF11E0A1B11AE1") + QByteArray(16, '\0') +
                        little(0x3E, 2) + little(3, 2) + little(0xFFFE, 2) + little(9, 2) +
                        little(6, 2) + QByteArray(10, '\0') + little(1, 4) + little(1, 4) +
                        little(0, 4) + little(4096, 4) + little(2, 4) + little(1, 4) +
                        little(end, 4) + little(0, 4) + little(0, 4);
    header.append(512 - header.size(), '\xFF');
    QByteArray table = little(0xFFFFFFFD, 4) + little(end, 4) + little(end, 4);
    for (std::uint64_t i = 0; i < holders; ++i) {
        table += little(i + 1 < holders ? 4 + i : end, 4);
    }
    table.append(512 - table.size(), '\xFF');
    QByteArray directory =
        directoryEntry("Root Entry", 5, 3, 2 * small * 64) +
        directoryEntry("Workbook", 2, 0, static_cast<std::uint64_t>(stream.size()));
    directory.append(512 - directory.size(), '\0');
    QByteArray smallTable;
    QByteArray content;
    for (std::uint64_t i = 0; i < small; ++i) {
        smallTable += little(i + 1 < small ? 2 * i + 2 : end, 4) + little(none, 4);
        content += stream.mid(static_cast<qsizetype>(64 * i), 64).leftJustified(64, '\0') +
                   QByteArray(64, 'x');
    }
    smallTable.append(512 - smallTable.size(), '\xFF');
    content.append(static_cast<qsizetype>(512 * holders) - content.size(), '\0');
    return header + table + directory + smallTable + content;
}

TEST(SmallXls, KeptAmongSmallStreamsIsRead) {
    NoProgress progress;
    const QByteArray file = smallCompoundFile(biffStream());
    const auto stream = WorkbookStream::find(file);
    ASSERT_TRUE(stream);
    EXPECT_EQ(stream->bytes(), biffStream());
    const auto workbook = readWorkbook(file, "a.xls", progress);
    ASSERT_TRUE(workbook) << problemCodeName(workbook.error().code);
    ASSERT_EQ(workbook->sheets.size(), 1U);
    EXPECT_EQ(workbook->sheets[0].at(0, 1).number, 42.5);
    // A chain of small sectors that leads nowhere.
    QByteArray broken = file;
    broken[512 * 3] = '\x7F';
    const auto refused = readWorkbook(broken, "a.xls", progress);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ProblemCode::FileCorrupt);
}

} // namespace
} // namespace citypanel::sheets
