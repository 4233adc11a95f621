// SPDX-License-Identifier: GPL-3.0-or-later
// The real-data project from its files to its tables, against reference results calculated
// independently of this program (twelve digits, agreed with R). Skipped where the files are not.
#include "tests/cli/cli_process.h"
#include "tests/support/near.h"
#include "tests/support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

namespace citypanel {
namespace {

using citypanel::testing::CliRun;
using citypanel::testing::IsNear;
using citypanel::testing::runCli;

QString realFolder() {
    return QString::fromStdString(citypanel::testing::realData().string());
}

struct ReferenceNumber {
    double estimate = 0;
    double stdError = 0;
    int n = 0;
};

/// By "table|term".
std::map<std::string, ReferenceNumber> referenceNumbers() {
    std::map<std::string, ReferenceNumber> numbers;
    QFile file(realFolder() + QStringLiteral("/integrated/reference_results.csv"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    while (!file.atEnd()) {
        QString line = QString::fromUtf8(file.readLine()).trimmed();
        QString table = line.section(QLatin1Char(','), 0, 0);
        if (line.startsWith(QLatin1Char('"'))) { // names with a comma are quoted
            table = line.section(QLatin1Char('"'), 1, 1);
            line = QLatin1Char('x') + line.section(QLatin1Char('"'), 2);
        }
        const QStringList cells = line.split(QLatin1Char(','));
        if (cells.size() > 4) {
            numbers[(table + QLatin1Char('|') + cells[1]).toStdString()] = {
                cells[2].toDouble(), cells[3].toDouble(), cells[4].toInt()};
        }
    }
    return numbers;
}

class RunReal : public ::testing::Test {
protected:
    void SetUp() override {
        const QString file = folder_.filePath(QStringLiteral("real.citypanel"));
        QProcess writer;
        writer.start(QStringLiteral(CITYPANEL_REAL_PROJECT),
                     {QStringLiteral(CITYPANEL_REAL_FILES), realFolder(), file});
        ASSERT_TRUE(writer.waitForFinished(110000));
        if (writer.exitCode() == 3) {
            GTEST_SKIP() << writer.readAllStandardError().toStdString();
        }
        ASSERT_EQ(writer.exitCode(), 0) << writer.readAllStandardError().toStdString();
        const CliRun run =
            runCli({QStringLiteral("run"), file, QStringLiteral("--out"), folder_.path(),
                    QStringLiteral("--format"), QStringLiteral("json")});
        ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    }

    [[nodiscard]] QJsonArray cells(const char* table, const QString& key) const {
        QFile file(folder_.filePath(QString::fromUtf8(table) + QStringLiteral(".json")));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << table;
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        for (const QJsonValue& row :
             root[QStringLiteral("tables")][0][QStringLiteral("rows")].toArray()) {
            if (row[QStringLiteral("key")].toString() == key) {
                return row[QStringLiteral("cells")].toArray();
            }
        }
        ADD_FAILURE() << table << " has no row " << key.toStdString();
        return {};
    }

    void agree(const char* table, int column, const char* term, const ReferenceNumber& expected) {
        const QJsonObject cell =
            cells(table, QStringLiteral("term:%1").arg(QLatin1String(term))).at(column).toObject();
        // The references have twelve digits, those of the instrument nine that agree with R.
        const double tolerance = QLatin1String(table) == QLatin1String("robustness") ? 1e-7 : 1e-8;
        EXPECT_THAT(cell[QStringLiteral("estimate")].toDouble(),
                    IsNear(expected.estimate, {tolerance, 0}))
            << table << " (" << column + 1 << ") " << term;
        EXPECT_THAT(cell[QStringLiteral("std_error")].toDouble(),
                    IsNear(expected.stdError, {tolerance, 0}))
            << table << " (" << column + 1 << ") " << term;
        EXPECT_EQ(cells(table, QStringLiteral("nobs")).at(column).toInt(), expected.n)
            << table << " " << column + 1;
    }

    QTemporaryDir folder_;
};

struct RealColumn {
    const char* table;
    int column;
    const char* reference;
};

TEST_F(RunReal, TablesAgreeWithTheReferenceResults) {
    constexpr RealColumn columns[] = {
        {"baseline", 0, "T4 (1) no controls"},
        {"baseline", 1, "T4 (2) controls, se robust"},
        {"baseline_clustered", 1, "T4 (2) controls, se code"},
        {"robustness", 1, "T6 IV lag"},
        {"robustness", 2, "T6 province x year FE"},
        {"heterogeneity", 0, "T7 provincial capitals"},
        {"heterogeneity", 1, "T7 ordinary cities"},
        {"heterogeneity", 2, "T7 resource-based"},
        {"heterogeneity", 3, "T7 not resource-based"},
        {"heterogeneity", 4, "T7 not pilot"},
        {"heterogeneity", 5, "T7 low-carbon pilot in that year"},
    };
    const auto references = referenceNumbers();
    for (const RealColumn& column : columns) {
        for (const char* term : {"index", "econ", "fdi", "finan", "lnpd"}) {
            const auto found = references.find(std::string(column.reference) + "|" + term + "_w");
            if (found != references.end()) {
                agree(column.table, column.column, term, found->second);
            } else {
                EXPECT_STREQ(column.reference, "T4 (1) no controls") << term;
            }
        }
    }
    agree("robustness", 0, "lag(index,1)", references.at("T6 IV first stage|L_index_w"));
}

} // namespace
} // namespace citypanel
