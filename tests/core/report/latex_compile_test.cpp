// SPDX-License-Identifier: GPL-3.0-or-later
// LaTeX that compiles: in both languages, with pairs of columns and with siunitx. Skipped where
// texlive (xelatex, ctex) is not installed.
#include "core/report/document.h"
#include "core/report/render.h"
#include "sample_table.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace citypanel::report {
namespace {

struct Case {
    const char* name;
    text::Language language;
    LatexNumbers numbers;
    Placement placement;
    Density density;
    int columns = 2;
    int moreRows = 0;
};

class LatexCompiles : public ::testing::TestWithParam<Case> {};

TEST_P(LatexCompiles, WithoutErrorsOrOverfullLines) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("xelatex"));
    if (program.isEmpty()) {
        GTEST_SKIP() << "xelatex is not installed";
    }
    const Case& parameters = GetParam();
    TableStyle style{.language = parameters.language};
    style.latexNumbers = parameters.numbers;
    style.placement = parameters.placement;
    style.density = parameters.density;
    study::Table table = testing::sampleTable();
    table.title = study::own("50% of $x_1$ & {more} #2 ~ \\ ^");
    for (int i = 2; i < parameters.columns; ++i) {
        table.columns.push_back(table.columns[1]);
        table.columns.back().key = std::to_string(i + 1);
        table.columns.back().number = i + 1;
        for (study::Row& row : table.rows) {
            row.cells.push_back(row.cells[1]);
        }
    }
    for (int i = 0; i < parameters.moreRows; ++i) {
        table.rows.push_back(table.rows[0]);
        table.rows.back().key += std::to_string(i);
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("table.tex")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(renderLatex({&table, 1}, style));
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(program, {QStringLiteral("-interaction=nonstopmode"),
                            QStringLiteral("-halt-on-error"), QStringLiteral("table.tex")});
    ASSERT_TRUE(process.waitForFinished(120000));
    const std::string log = process.readAllStandardOutput().toStdString();
    EXPECT_EQ(process.exitCode(), 0) << log;
    EXPECT_EQ(log.find("Overfull"), std::string::npos) << log;
    EXPECT_EQ(log.find("Float too large"), std::string::npos) << log;
    EXPECT_EQ(log.find("Missing character"), std::string::npos) << log;
    EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("table.pdf"))));
}

INSTANTIATE_TEST_SUITE_P(
    Styles, LatexCompiles,
    ::testing::Values(Case{"english_pairs", text::Language::English, LatexNumbers::Pairs,
                           Placement::Below, Density::Regular},
                      Case{"chinese_pairs", text::Language::Chinese, LatexNumbers::Pairs,
                           Placement::Below, Density::Regular},
                      Case{"chinese_wide", text::Language::Chinese, LatexNumbers::Pairs,
                           Placement::Below, Density::Regular, 6},
                      Case{"chinese_long", text::Language::Chinese, LatexNumbers::Pairs,
                           Placement::Below, Density::Regular, 2, 60},
                      Case{"english_siunitx", text::Language::English, LatexNumbers::Siunitx,
                           Placement::Below, Density::Regular},
                      Case{"chinese_siunitx_beside", text::Language::Chinese, LatexNumbers::Siunitx,
                           Placement::Beside, Density::Compact}),
    [](const auto& test) { return std::string(test.param.name); });

} // namespace
} // namespace citypanel::report
