// SPDX-License-Identifier: GPL-3.0-or-later
// What a spreadsheet prints for a number under its format is what the other formats print: by the
// format codes themselves, and by LibreOffice where it is installed (skipped elsewhere).
#include "core/report/archive.h"
#include "core/report/render.h"
#include "core/report/typeset.h"
#include "core/report/xlsx_styles.h"
#include "core/study/study.h"
#include "sample_table.h"
#include "tests/support/grunfeld.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

namespace citypanel::report {
namespace {

/// The sample, statistics in thousands, and a regression with stars.
std::vector<study::Table> tables() {
    std::vector<study::Table> all{testing::sampleTable()};
    NoProgress progress;
    study::DescriptivesStudy statistics;
    statistics.variables = {"inv", "value", "capital"};
    statistics.withCorrelations = true;
    study::RegressionStudy regression;
    regression.columns = {{.formula = "inv ~ value | firm", .vcov = "hc1"},
                          {.formula = "inv ~ value + capital | firm + year", .vcov = "hc1"}};
    for (const auto& result : {statistics.run(testing::grunfeld(), progress),
                               regression.run(testing::grunfeld(), progress)}) {
        EXPECT_TRUE(result);
        all.insert(all.end(), result->tables.begin(), result->tables.end());
    }
    return all;
}

std::vector<TableStyle> styles() {
    TableStyle english;
    english.placement = Placement::Below;
    english.language = text::Language::English;
    TableStyle chinese = english;
    chinese.language = text::Language::Chinese;
    chinese.digits = 2;
    TableStyle precise = english;
    precise.digits = 5;
    precise.stars.clear();
    return {english, chinese, precise};
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "1234567.5" with commas.
std::string grouped(std::string digits) {
    const std::size_t end = std::min(digits.find('.'), digits.size());
    for (std::size_t at = end; at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return digits;
}

/// A number under a format code of three sections, of the parts used here: quoted text, one run of
/// digits, padding by `_` and a character (ECMA-376, part 1, 18.8.31).
std::string printed(double value, const std::string& code) {
    std::vector<std::string> sections{""};
    bool isQuoted = false;
    for (const char c : code) {
        isQuoted = isQuoted != (c == '"');
        if (c == ';' && !isQuoted) {
            sections.emplace_back();
        } else {
            sections.back() += c;
        }
    }
    EXPECT_EQ(sections.size(), 3U) << code;
    const std::string& section = sections[value > 0 ? 0 : value < 0 ? 1 : 2];
    std::string text;
    for (std::size_t at = 0; at < section.size();) {
        if (section[at] == '"') {
            const std::size_t end = section.find('"', at + 1);
            text += section.substr(at + 1, end - at - 1);
            at = end + 1;
        } else if (section[at] == '_') {
            text += ' ';
            at += 2;
        } else {
            const std::size_t end = std::min(section.find_first_not_of("#,0.", at), section.size());
            const std::string digits = section.substr(at, end - at);
            const std::size_t point = digits.find('.');
            char buffer[400];
            std::snprintf(
                buffer, sizeof buffer, "%.*f",
                static_cast<int>(point == std::string::npos ? 0 : digits.size() - point - 1),
                std::abs(value));
            text += digits.find(',') == std::string::npos ? buffer : grouped(buffer);
            at = end;
        }
    }
    return text;
}

TEST(XlsxNumbers, FormatCodesPrintTheDigitsOfTheTable) {
    std::size_t numbers = 0;
    for (const TableStyle& style : styles()) {
        for (const study::Table& table : tables()) {
            const TypesetTable typeset = report::typeset(table, style);
            for (const TypesetLine& line : typeset.body) {
                for (const TypesetCell& cell : line.cells) {
                    if (cell.number) {
                        ++numbers;
                        EXPECT_EQ(trimmed(printed(cell.number->value, numberFormatOf(cell, 5))),
                                  cell.text());
                    }
                }
            }
        }
    }
    EXPECT_GT(numbers, 100U);
}

/// The first sheet of a workbook as LibreOffice shows it, a row of cells a line.
std::vector<std::vector<std::string>> shownByLibreOffice(const QString& program,
                                                         const QByteArray& workbook) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("table.xlsx")));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(workbook);
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    // Tab, quotes, UTF-8; cells as shown is the default of these.
    process.start(program, {QStringLiteral("-env:UserInstallation=file://") + folder.path() +
                                QStringLiteral("/profile"),
                            QStringLiteral("--headless"), QStringLiteral("--convert-to"),
                            QStringLiteral("csv:Text - txt - csv (StarCalc):9,34,76"),
                            QStringLiteral("table.xlsx")});
    EXPECT_TRUE(process.waitForFinished(120000));
    QFile csv(folder.filePath(QStringLiteral("table.csv")));
    EXPECT_TRUE(csv.open(QIODevice::ReadOnly));
    std::vector<std::vector<std::string>> rows;
    const QString text = QString::fromUtf8(csv.readAll());
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        rows.emplace_back();
        for (const QString& cell : line.split(QLatin1Char('\t'))) {
            rows.back().push_back(trimmed(cell.toStdString()));
        }
    }
    return rows;
}

TEST(XlsxNumbers, LibreOfficeShowsTheDigitsOfTheTable) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (program.isEmpty()) {
        GTEST_SKIP() << "LibreOffice is not installed";
    }
    const TableStyle style = styles().front();
    const study::Table table = tables().back();
    const auto workbook = render({&table, 1}, style, Format::Xlsx);
    ASSERT_TRUE(workbook);
    const auto rows = shownByLibreOffice(program, *workbook);
    const TypesetTable typeset = report::typeset(table, style);
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < typeset.body.size(); ++i) {
        const std::size_t row = 1 + typeset.header.size() + i; // below the caption
        ASSERT_LT(row, rows.size());
        std::size_t column = 0;
        for (const TypesetCell& cell : typeset.body[i].cells) {
            if (cell.number) {
                ++numbers;
                ASSERT_LT(column, rows[row].size());
                EXPECT_EQ(rows[row][column], cell.text()) << row << ", " << column;
            }
            column += static_cast<std::size_t>(cell.span);
        }
    }
    EXPECT_GT(numbers, 10U);
}

} // namespace
} // namespace citypanel::report
