// SPDX-License-Identifier: GPL-3.0-or-later
// At least 50 cells of every real file, drawn at random, equal what an independent reader gives:
// openpyxl, LibreOffice, Python's csv, and the description of Stata's formats.
#include "core/panel/number_text.h"
#include "core/panel/origin.h"
#include "core/sheets/read_workbook.h"
#include "tests/support/shared_data.h"

#include <gtest/gtest.h>

#include <QProcess>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

constexpr int cellsPerFile = 60;
constexpr int skipped = 77; // the script's exit status where a program is not installed

/// Files of the formats with an independent reader; pages named .xls are compared in traps_test.
std::vector<std::string> files() {
    std::vector<std::string> found;
    if (!std::filesystem::exists(citypanel::testing::realData())) {
        return found;
    }
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(citypanel::testing::realData())) {
        const std::string name = entry.path().filename().string();
        const std::string suffix = entry.path().extension().string();
        const bool isPage = name == "correct.xls" || name == "error4.xls" || name == "error2.xls";
        const bool isKnown =
            suffix == ".xlsx" || suffix == ".xls" || suffix == ".csv" || suffix == ".dta";
        if (isKnown && !isPage && entry.path().parent_path() != citypanel::testing::realData()) {
            found.push_back(
                std::filesystem::relative(entry.path(), citypanel::testing::realData()).string());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

QString unescaped(QString value) {
    value.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
    value.replace(QStringLiteral("\\t"), QStringLiteral("\t"));
    value.replace(QStringLiteral("\\r"), QString());
    value.replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
    return value.remove(QStringLiteral("_x000D_"));
}

void expectSame(const Workbook& workbook, const QStringList& theirs) {
    ASSERT_EQ(theirs.size(), 5) << theirs.join(u'|').toStdString();
    const Sheet* sheet = workbook.find(theirs[0].toStdString());
    ASSERT_NE(sheet, nullptr) << theirs[0].toStdString();
    const auto row = theirs[1].toULong();
    const auto column = theirs[2].toULong();
    const Cell cell = sheet->at(row, column);
    const std::string value = unescaped(theirs[4]).toStdString();
    SCOPED_TRACE(sheet->name() + " " +
                 cellName(static_cast<std::int32_t>(row), static_cast<std::int32_t>(column)));
    if (theirs[3] == QLatin1String("n")) {
        EXPECT_EQ(cell.kind, CellKind::Number);
        EXPECT_EQ(cell.number, parseNumber(value));
    } else if (theirs[3] == QLatin1String("b")) {
        EXPECT_EQ(cell.kind, CellKind::Boolean);
    } else {
        EXPECT_EQ(cell.kind, theirs[3] == QLatin1String("e") ? CellKind::Error : CellKind::Text);
        EXPECT_EQ(QString::fromStdString(sheet->textAt(row, column)).remove(u'\r').toStdString(),
                  value);
    }
}

class IndependentCells : public ::testing::TestWithParam<std::string> {};

TEST_P(IndependentCells, Agree) {
    const std::filesystem::path path = citypanel::testing::realData() / GetParam();
    QProcess script;
    script.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/core/sheets/independent_cells.py"),
                  QString::fromStdString(path.string()), QString::number(cellsPerFile)});
    ASSERT_TRUE(script.waitForFinished(110'000));
    if (script.exitCode() == skipped) {
        GTEST_SKIP() << "python3-openpyxl or LibreOffice absent: " << GetParam();
    }
    ASSERT_EQ(script.exitCode(), 0) << script.readAllStandardError().toStdString();
    NoProgress progress;
    const auto workbook = readWorkbookFile(path.string(), progress);
    ASSERT_TRUE(workbook) << workbook.error().found;
    const QStringList lines =
        QString::fromUtf8(script.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    EXPECT_GT(lines.size(), 0);
    for (const QString& line : lines) {
        expectSame(*workbook, line.split(u'\t'));
    }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(IndependentCells);
INSTANTIATE_TEST_SUITE_P(RealFiles, IndependentCells, ::testing::ValuesIn(files()));

} // namespace
} // namespace citypanel::sheets
