// SPDX-License-Identifier: GPL-3.0-or-later
// `citypanel-cli run` on the sample project: the files it leaves, and the numbers in them.
#include "tests/cli/cli_process.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace citypanel {
namespace {

using citypanel::testing::CliRun;
using citypanel::testing::IsNear;
using citypanel::testing::runCli;

const QString sample = QStringLiteral(CITYPANEL_SAMPLE ".citypanel");
const QString outOption = QStringLiteral("--out");
const QString formatOption = QStringLiteral("--format");

QJsonObject tableOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    return root[QStringLiteral("tables")].toArray().at(0).toObject();
}

QJsonArray cellsOf(const QJsonObject& table, const QString& key) {
    for (const QJsonValue& row : table[QStringLiteral("rows")].toArray()) {
        if (row[QStringLiteral("key")].toString() == key) {
            return row[QStringLiteral("cells")].toArray();
        }
    }
    return {};
}

/// Tables of the seven studies.
constexpr int tableCount = 13;

TEST(RunSample, LeavesATableAStudyAndFormat) {
    const QTemporaryDir folder;
    const CliRun run = runCli({QStringLiteral("run"), sample, outOption, folder.path(),
                               formatOption, QStringLiteral("docx,csv,html,tex,md,xlsx,json")});
    EXPECT_EQ(run.status, 0) << run.errors.toStdString();
    EXPECT_EQ(run.errors.toStdString(), "");
    const QStringList files = QDir(folder.path()).entryList(QDir::Files);
    EXPECT_EQ(files.size(), tableCount * 7) << files.join(QLatin1Char(' ')).toStdString();
    for (const QString& file : files) {
        EXPECT_GT(QFileInfo(folder.filePath(file)).size(), 100) << file.toStdString();
    }
}

TEST(RunSample, LeavesTablesAndFiguresByDefault) {
    const QTemporaryDir folder;
    const CliRun run = runCli({QStringLiteral("run"), sample, outOption, folder.path()});
    EXPECT_EQ(run.status, 0) << run.errors.toStdString();
    const QDir out(folder.path());
    EXPECT_TRUE(out.exists(QStringLiteral("table4_baseline.docx")));
    EXPECT_TRUE(out.exists(QStringLiteral("table3_descriptives.csv")));
    EXPECT_TRUE(out.exists(QStringLiteral("table4_baseline_coefficients.svg")));
    EXPECT_TRUE(out.exists(QStringLiteral("table7_heterogeneity_quadrants.png")));
}

struct Column {
    const char* study; ///< and the file of its table
    const char* term;
    int column;
    const char* formula;
    const char* vcov;
    const char* where;
};

constexpr const char* model = "Coor ~ Nqp + Econ + Gov + FDI + Finan + lnpd | city + year";

// A column of each kind, as the command line estimates it alone.
const Column columns[] = {
    {"table4_baseline", "Nqp", 0, "Coor ~ Nqp | city + year", "hc1", ""},
    {"table4_baseline", "Nqp", 1, model, "hc1", ""},
    {"table4_baseline", "Nqm", 4, "Coor ~ Nqm + Econ + Gov + FDI + Finan + lnpd | city + year",
     "hc1", ""},
    {"table5_mechanism", "Nqp", 2,
     "ln_applications ~ Nqp + Econ + Gov + FDI + Finan + lnpd | city + year", "hc1", ""},
    {"table6_robustness", "Nqp", 1,
     "Coor ~ Econ + Gov + FDI + Finan + lnpd | city + year | Nqp ~ lag(Nqp,1)", "hc1", ""},
    {"table6_robustness", "Nqp", 2, model, "hc1", "kind == \"其他城市\""},
    {"table6_robustness", "Nqp", 3,
     "Coor ~ Nqp + Econ + Gov + FDI + Finan + lnpd | city + province^year", "hc1", ""},
    {"table6_robustness", "Nqp", 4, model, "hc1", "Nqp <= median(Nqp)"},
    {"table6_robustness", "lag(Nqp,1)", 6,
     "Coor ~ lag(Nqp,1) + Econ + Gov + FDI + Finan + lnpd | city + year", "hc1", ""},
    {"table6_robustness", "Nqp", 7, model, "cluster:city", ""},
    {"table6_robustness", "Nqp", 9, model, "hc1", "year != 2020 and year != 2021 and year != 2022"},
    {"table7_heterogeneity", "Nqp", 2, model, "hc1", "resource == \"资源型城市\""},
};

TEST(RunSample, ColumnsAreThoseOfEstimatingTheModelAlone) {
    const QTemporaryDir folder;
    ASSERT_EQ(runCli({QStringLiteral("run"), sample, outOption, folder.path(), formatOption,
                      QStringLiteral("json")})
                  .status,
              0);
    for (const Column& column : columns) {
        QString file = QString::fromUtf8(column.study);
        const QJsonObject table = tableOf(folder.filePath(file + QStringLiteral(".json")));
        const QString key = QStringLiteral("term:") + QString::fromUtf8(column.term);
        const QJsonObject cell = cellsOf(table, key).at(column.column).toObject();
        QStringList arguments{QStringLiteral("estimate"),
                              sample,
                              QString::fromUtf8(column.formula),
                              QStringLiteral("--vcov"),
                              QString::fromUtf8(column.vcov),
                              formatOption,
                              QStringLiteral("json")};
        if (*column.where != '\0') {
            arguments << QStringLiteral("--where") << QString::fromUtf8(column.where);
        }
        const CliRun alone = runCli(arguments);
        ASSERT_EQ(alone.status, 0) << alone.errors.toStdString();
        bool isFound = false;
        for (const QJsonValue& term : alone.json()[QStringLiteral("terms")].toArray()) {
            if (term[QStringLiteral("name")].toString() != QString::fromUtf8(column.term)) {
                continue;
            }
            isFound = true;
            for (const char* number : {"estimate", "std_error", "statistic", "p_value"}) {
                const QString name = QString::fromUtf8(number);
                EXPECT_THAT(cell[name].toDouble(), IsNear(term[name].toDouble(), {1e-12, 1e-300}))
                    << column.study << " (" << column.column + 1 << ") " << number;
            }
        }
        EXPECT_TRUE(isFound) << column.study << " (" << column.column + 1 << ")";
    }
}

TEST(RunSample, TwoRunsLeaveTheSameBytes) {
    const QTemporaryDir first;
    const QTemporaryDir second;
    for (const QTemporaryDir* folder : {&first, &second}) {
        ASSERT_EQ(runCli({QStringLiteral("run"), sample, outOption, folder->path(), formatOption,
                          QStringLiteral("docx,xlsx")})
                      .status,
                  0);
    }
    for (const QString& name : QDir(first.path()).entryList(QDir::Files)) {
        QFile a(first.filePath(name));
        QFile b(second.filePath(name));
        ASSERT_TRUE(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        EXPECT_EQ(a.readAll(), b.readAll()) << name.toStdString();
    }
}

} // namespace
} // namespace citypanel
