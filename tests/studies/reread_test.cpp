// SPDX-License-Identifier: GPL-3.0-or-later
// Every number of every table of the sample project, written as csv and xlsx and read again: equal
// to the model's to the digits that are shown, and in full precision in the workbook's cells.
#include "core/project/evaluate_project.h"
#include "core/project/project_file.h"
#include "core/project/report_results.h"
#include "core/report/render.h"
#include "core/report/typeset.h"
#include "core/sheets/read_workbook.h"

#include <gtest/gtest.h>

#include <QString>

#include <cmath>

namespace citypanel {
namespace {

/// The tables as the report shows them.
std::vector<study::Table> shownTables(const project::Project& project) {
    project::EvaluationCache cache;
    NoProgress progress;
    const auto evaluation = project::evaluate(project, cache, progress);
    EXPECT_TRUE(evaluation);
    std::vector<study::Table> tables;
    for (const project::ReportResult& result :
         project::reportResults(project, evaluation->studies)) {
        if (result.table != nullptr) {
            tables.push_back(project::shownTable(project, result));
        }
    }
    return tables;
}

std::vector<std::string> fieldsOf(const QString& line) {
    std::vector<std::string> fields{""};
    bool isQuoted = false;
    for (const QChar c : line) {
        if (c == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (c == QLatin1Char(',') && !isQuoted) {
            fields.emplace_back();
        } else {
            fields.back() += QString(c).toStdString();
        }
    }
    return fields;
}

/// Half a unit of the last digit shown, and what binary numbers add to it.
double tolerance(const report::ShownNumber& number) {
    return 0.5 * std::pow(10.0, -number.digits) * (1.0 + 1e-9) + 1e-12 * std::abs(number.value);
}

class Reread : public testing::Test {
protected:
    static void SetUpTestSuite() {
        auto project = project::load(QStringLiteral(CITYPANEL_SAMPLE ".citypanel"));
        ASSERT_TRUE(project);
        style_ = project::tableStyleOf(*project);
        style_.placement = report::Placement::Below;
        tables_ = shownTables(*project);
    }

    static inline report::TableStyle style_{};
    static inline std::vector<study::Table> tables_{};
};

TEST_F(Reread, CsvHasEveryNumberToItsDigits) {
    std::size_t numbers = 0;
    for (const study::Table& table : tables_) {
        const auto bytes = report::render({&table, 1}, style_, report::Format::Csv);
        ASSERT_TRUE(bytes);
        const QStringList lines = QString::fromUtf8(*bytes).split(QStringLiteral("\r\n"));
        const report::TypesetTable typeset = report::typeset(table, style_);
        for (std::size_t i = 0; i < typeset.body.size(); ++i) {
            const std::size_t line = 1 + typeset.header.size() + i; // below the caption
            const auto fields = fieldsOf(lines.value(static_cast<qsizetype>(line)));
            std::size_t column = 0;
            for (const report::TypesetCell& cell : typeset.body[i].cells) {
                if (cell.number) {
                    ++numbers;
                    // The second field names the statistic; stars and p-values hang on the number.
                    ASSERT_LT(column + 1, fields.size());
                    EXPECT_NEAR(std::stod(fields[column + 1]), cell.number->value,
                                tolerance(*cell.number))
                        << table.key << ": " << fields[column + 1];
                }
                column += static_cast<std::size_t>(cell.span);
            }
        }
    }
    EXPECT_GT(numbers, 800U);
}

TEST_F(Reread, WorkbookHasEveryNumberInFullPrecision) {
    std::size_t numbers = 0;
    for (const study::Table& table : tables_) {
        const auto bytes = report::render({&table, 1}, style_, report::Format::Xlsx);
        ASSERT_TRUE(bytes);
        NoProgress progress;
        const auto workbook = sheets::readWorkbook(*bytes, "table.xlsx", progress);
        ASSERT_TRUE(workbook);
        const report::TypesetTable typeset = report::typeset(table, style_);
        for (std::size_t i = 0; i < typeset.body.size(); ++i) {
            std::size_t column = 0;
            for (const report::TypesetCell& cell : typeset.body[i].cells) {
                if (cell.number) {
                    ++numbers;
                    const sheets::Cell read =
                        workbook->sheets.front().at(1 + typeset.header.size() + i, column);
                    ASSERT_EQ(read.kind, sheets::CellKind::Number) << table.key;
                    EXPECT_EQ(read.number, cell.number->value) << table.key;
                }
                column += static_cast<std::size_t>(cell.span);
            }
        }
    }
    EXPECT_GT(numbers, 800U);
}

} // namespace
} // namespace citypanel
