// SPDX-License-Identifier: GPL-3.0-or-later
// `citypanel-cli run` on the sample project: the files it leaves, and the numbers in them.
#include "core/project/project_file.h"
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

TEST(RunSample, AProjectWithoutDataSaysWhatToDo) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("empty.citypanel"));
    ASSERT_TRUE(project::save(project::Project{}, file));
    for (const auto* command : {"run", "report"}) {
        const QString out = folder.filePath(QStringLiteral("out"));
        const CliRun run = runCli({QString::fromLatin1(command), file, outOption, out});
        EXPECT_EQ(run.status, 1) << command;
        EXPECT_THAT(run.errors.toStdString(), ::testing::HasSubstr("the project has no data"));
        EXPECT_THAT(run.errors.toStdString(), ::testing::HasSubstr("import"));
        EXPECT_FALSE(QFileInfo::exists(out)) << command;
    }
    const CliRun chinese = runCli({QStringLiteral("run"), file, QStringLiteral("--lang"),
                                   QStringLiteral("zh"), outOption, folder.path()});
    EXPECT_THAT(chinese.errors.toStdString(), ::testing::HasSubstr("项目中没有数据"));
}

struct Column {
    const char* study; ///< and the file of its table
    int column;
    std::string formula;
    const char* vcov = "hc1";
    std::string where{};
};

std::string modelOn(const std::string& outcome, const std::string& core,
                    const std::string& effects = "city + year") {
    return outcome + " ~ " + core + " + Econ + Gov + FDI + Finan + lnpd | " + effects;
}

// Every column of the tables that is one regression of the panel (that winsorised once more is one
// of changed data), as the command line estimates it alone.
std::vector<Column> columns() {
    const std::string model = modelOn("Coor", "Nqp");
    std::vector<Column> all{
        {"table4_baseline", 0, "Coor ~ Nqp | city + year"},
        {"table6_robustness", 0, modelOn("Nqp", "lag(Nqp,1)"), "hc1", "not missing(Coor)"},
        {"table6_robustness", 1,
         "Coor ~ Econ + Gov + FDI + Finan + lnpd | city + year | "
         "Nqp ~ lag(Nqp,1)"},
        {"table6_robustness", 2, model, "hc1", "kind == \"其他城市\""},
        {"table6_robustness", 3, modelOn("Coor", "Nqp", "city + province^year")},
        {"table6_robustness", 4, model, "hc1", "Nqp <= median(Nqp)"},
        {"table6_robustness", 5, model, "hc1", "Nqp > median(Nqp)"},
        {"table6_robustness", 6, modelOn("Coor", "lag(Nqp,1)")},
        {"table6_robustness", 7, model, "cluster:city"},
        {"table6_robustness", 9, model, "hc1", "year != 2020 and year != 2021 and year != 2022"},
        {"moderation", 0, modelOn("Coor", "Nqp + digital_level + Nqp:digital_level")},
        {"moderation", 1, modelOn("Coor", "Nqp + low_carbon + Nqp:low_carbon")}};
    int column = 0;
    for (const char* core : {"Nqp", "Nql", "Nqo", "Nqm"}) {
        all.push_back({"table4_baseline", ++column, modelOn("Coor", core)});
    }
    column = 0;
    for (const char* mediator : {"electricity_intensity", "energy_intensity", "ln_applications",
                                 "ln_grants", "inclusion"}) {
        all.push_back({"table5_mechanism", column++, modelOn(mediator, "Nqp")});
    }
    column = 0;
    for (const char* group :
         {"rank == \"省会及直辖市\"", "rank == \"一般城市\"", "resource == \"资源型城市\"",
          "resource == \"非资源型城市\"", "typology == \"双低型\"", "typology == \"压力倒逼型\"",
          "typology == \"数字驱动型\"", "typology == \"双高型\""}) {
        all.push_back({"table7_heterogeneity", column++, model, "hc1", group});
    }
    return all;
}

void expectSameTerm(const QJsonObject& cell, const QJsonValue& alone, const Column& column) {
    for (const char* number :
         {"estimate", "std_error", "statistic", "p_value", "conf_low", "conf_high"}) {
        const QString name = QString::fromUtf8(number);
        EXPECT_THAT(cell[name].toDouble(), IsNear(alone[name].toDouble(), {1e-12, 1e-300}))
            << column.study << " (" << column.column + 1 << ") "
            << alone[QStringLiteral("name")].toString().toStdString() << " " << number;
    }
}

TEST(RunSample, EveryNumberIsThatOfEstimatingTheColumnAlone) {
    const QTemporaryDir folder;
    ASSERT_EQ(runCli({QStringLiteral("run"), sample, outOption, folder.path(), formatOption,
                      QStringLiteral("json")})
                  .status,
              0);
    for (const Column& column : columns()) {
        const QJsonObject table =
            tableOf(folder.filePath(QString::fromUtf8(column.study) + QStringLiteral(".json")));
        QStringList arguments{QStringLiteral("estimate"),
                              sample,
                              QString::fromStdString(column.formula),
                              QStringLiteral("--vcov"),
                              QString::fromUtf8(column.vcov),
                              formatOption,
                              QStringLiteral("json")};
        if (!column.where.empty()) {
            arguments << QStringLiteral("--where") << QString::fromStdString(column.where);
        }
        const CliRun alone = runCli(arguments);
        ASSERT_EQ(alone.status, 0) << alone.errors.toStdString();
        const auto cell = [&](const QString& key) { return cellsOf(table, key).at(column.column); };
        for (const QJsonValue& term : alone.json()[QStringLiteral("terms")].toArray()) {
            const QString key = QStringLiteral("term:") + term[QStringLiteral("name")].toString();
            expectSameTerm(cell(key).toObject(), term, column);
        }
        if (const QJsonObject constant = cell(QStringLiteral("constant")).toObject();
            !constant.isEmpty()) {
            expectSameTerm(constant, alone.json()[QStringLiteral("constant")], column);
        }
        for (const char* measure : {"nobs", "adj_r_squared", "within_r_squared"}) {
            const QJsonValue shown = cell(QString::fromUtf8(measure));
            if (shown.isDouble()) { // none stands where it is not defined
                EXPECT_THAT(
                    shown.toDouble(),
                    IsNear(alone.json()[QString::fromUtf8(measure)].toDouble(), {1e-12, 1e-300}))
                    << column.study << " (" << column.column + 1 << ") " << measure;
            }
        }
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
