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

TEST(RunSample, LeavesATableAStudyAndFormat) {
    const QTemporaryDir folder;
    const CliRun run = runCli({QStringLiteral("run"), sample, outOption, folder.path(),
                               formatOption, QStringLiteral("docx,csv,html,tex,md,xlsx,json")});
    EXPECT_EQ(run.status, 0) << run.errors.toStdString();
    EXPECT_EQ(run.errors.toStdString(), "");
    const QStringList files = QDir(folder.path()).entryList(QDir::Files);
    EXPECT_EQ(files.size(), 3 * 7);
    for (const QString& file : files) {
        EXPECT_GT(QFileInfo(folder.filePath(file)).size(), 100) << file.toStdString();
    }
}

TEST(RunSample, LeavesTablesAndFiguresByDefault) {
    const QTemporaryDir folder;
    const CliRun run = runCli({QStringLiteral("run"), sample, outOption, folder.path()});
    EXPECT_EQ(run.status, 0) << run.errors.toStdString();
    const QDir out(folder.path());
    EXPECT_TRUE(out.exists(QStringLiteral("baseline.docx")));
    EXPECT_TRUE(out.exists(QStringLiteral("descriptives.csv")));
    EXPECT_TRUE(out.exists(QStringLiteral("baseline_coefficients.svg")));
    EXPECT_TRUE(out.exists(QStringLiteral("baseline_coefficients.png")));
}

TEST(RunSample, AgreesWithEstimatingTheSameModelAlone) {
    const QTemporaryDir folder;
    ASSERT_EQ(runCli({QStringLiteral("run"), sample, outOption, folder.path(), formatOption,
                      QStringLiteral("json")})
                  .status,
              0);
    const QJsonObject table = tableOf(folder.filePath(QStringLiteral("baseline.json")));
    const QJsonObject cell = cellsOf(table, QStringLiteral("term:Nqp")).at(1).toObject();
    const CliRun alone = runCli(
        {QStringLiteral("estimate"), sample,
         QStringLiteral("Coor ~ Nqp + Econ + Gov + FDI + Finan + lnpd | city + year"),
         QStringLiteral("--vcov"), QStringLiteral("hc1"), formatOption, QStringLiteral("json")});
    ASSERT_EQ(alone.status, 0) << alone.errors.toStdString();
    const QJsonObject term = alone.json()[QStringLiteral("terms")].toArray().at(0).toObject();
    EXPECT_EQ(term[QStringLiteral("name")].toString(), QStringLiteral("Nqp"));
    for (const char* key : {"estimate", "std_error", "statistic", "p_value"}) {
        const QString name = QString::fromUtf8(key);
        EXPECT_THAT(cell[name].toDouble(), IsNear(term[name].toDouble(), {1e-12, 0})) << key;
    }
    EXPECT_EQ(alone.json()[QStringLiteral("nobs")].toInt(), 2904);
}

TEST(RunSample, NamesTheSingletonsThatProvinceByYearDrops) {
    const QTemporaryDir folder;
    ASSERT_EQ(
        runCli({QStringLiteral("run"), sample, outOption, folder.path(), formatOption,
                QStringLiteral("csv"), QStringLiteral("--only"), QStringLiteral("province_year"),
                QStringLiteral("--lang"), QStringLiteral("en")})
            .status,
        0);
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QFile file(folder.filePath(QStringLiteral("province_year.csv")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const std::string text = file.readAll().toStdString();
    EXPECT_THAT(text, ::testing::HasSubstr("2820"));
    EXPECT_THAT(text, ::testing::HasSubstr("84"));
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
