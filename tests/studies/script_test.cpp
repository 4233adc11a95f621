// SPDX-License-Identifier: GPL-3.0-or-later
// `citypanel-cli script` on the sampleProject project: the R script is run where R is present, and
// its numbers are those of `citypanel-cli run`.
#include "tests/cli/cli_process.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <map>
#include <set>
#include <string>

namespace citypanel {
namespace {

using citypanel::testing::CliRun;
using citypanel::testing::IsNear;
using citypanel::testing::runCli;
using ::testing::HasSubstr;

const QString sampleProject = QStringLiteral(CITYPANEL_SAMPLE ".citypanel");
constexpr const char* tables[] = {"table4_baseline", "table5_mechanism", "table6_robustness",
                                  "table7_heterogeneity", "moderation"};
// Columns of robustness that change the sample or the data by a rule of ours have no script.
constexpr std::size_t scriptedColumns = 5 + 5 + 7 + 8 + 2;

std::string contentOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll().toStdString();
}

CliRun script(const QString& to, const QString& folder, const QStringList& more = {}) {
    return runCli(QStringList{QStringLiteral("script"), sampleProject, QStringLiteral("--to"), to,
                              QStringLiteral("--out"), folder} +
                  more);
}

/// Coefficients and standard errors of a table by "model term".
using Numbers = std::map<std::string, std::pair<double, double>>;

/// Cells of a line of comma separated values; terms may hold commas.
QStringList cellsOfLine(const QString& line) {
    QStringList cells{QString()};
    bool isQuoted = false;
    for (const QChar c : line) {
        isQuoted = isQuoted != (c == QLatin1Char('"'));
        if (c == QLatin1Char(',') && !isQuoted) {
            cells.append(QString());
        } else if (c != QLatin1Char('"')) {
            cells.last() += c;
        }
    }
    return cells;
}

Numbers numbersOfR(const QString& path) {
    Numbers numbers;
    const QStringList lines = QString::fromStdString(contentOf(path)).split(QLatin1Char('\n'));
    for (const QString& line : lines.mid(1)) {
        const QStringList fields = cellsOfLine(line);
        if (fields.size() > 4) {
            numbers[(fields[0] + QLatin1Char(' ') + fields[1]).toStdString()] = {
                fields[2].toDouble(), fields[3].toDouble()};
        }
    }
    return numbers;
}

Numbers numbersOfCityPanel(const QString& path) {
    Numbers numbers;
    const QJsonObject root =
        QJsonDocument::fromJson(QByteArray::fromStdString(contentOf(path))).object();
    const QJsonObject table = root[QStringLiteral("tables")].toArray().at(0).toObject();
    for (const QJsonValue& row : table[QStringLiteral("rows")].toArray()) {
        const QString key = row[QStringLiteral("key")].toString();
        const QJsonArray cells = row[QStringLiteral("cells")].toArray();
        for (int i = 0; key.startsWith(QLatin1String("term:")) && i < cells.size(); ++i) {
            const QJsonObject cell = cells[i].toObject();
            if (cell.contains(QStringLiteral("std_error"))) {
                numbers[QStringLiteral("(%1) %2").arg(i + 1).arg(key.mid(5)).toStdString()] = {
                    cell[QStringLiteral("estimate")].toDouble(),
                    cell[QStringLiteral("std_error")].toDouble()};
            }
        }
    }
    return numbers;
}

class ScriptInR : public ::testing::TestWithParam<bool> {};

TEST_P(ScriptInR, GivesTheNumbersOfTheTables) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("Rscript"));
    if (program.isEmpty()) {
        GTEST_SKIP() << "R is not installed";
    }
    const bool hasRecipe = GetParam();
    const QTemporaryDir folder;
    const CliRun written =
        script(QStringLiteral("r-base"), folder.path(),
               hasRecipe ? QStringList{QStringLiteral("--recipe")} : QStringList{});
    ASSERT_EQ(written.status, 0) << written.errors.toStdString();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(program, {QStringLiteral("script.R")});
    ASSERT_TRUE(process.waitForFinished(110000));
    ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
    const QTemporaryDir tablesFolder;
    ASSERT_EQ(runCli({QStringLiteral("run"), sampleProject, QStringLiteral("--out"),
                      tablesFolder.path(), QStringLiteral("--format"), QStringLiteral("json")})
                  .status,
              0);
    std::set<std::string> scripted;
    for (const char* name : tables) {
        const QString table = QString::fromUtf8(name);
        const Numbers r = numbersOfR(folder.filePath(table + QStringLiteral(".csv")));
        const Numbers ours =
            numbersOfCityPanel(tablesFolder.filePath(table + QStringLiteral(".json")));
        ASSERT_FALSE(ours.empty()) << name;
        std::size_t compared = 0;
        for (const auto& [key, value] : ours) {
            const std::string column = key.substr(0, key.find(' '));
            const auto first = r.lower_bound(column);
            if (first == r.end() || !first->first.starts_with(column + ' ')) {
                continue;
            }
            scripted.insert(name + column);
            const auto found = r.find(key);
            if (found == r.end()) {
                // reghdfe's constant of a model with effects is no coefficient of the script.
                EXPECT_THAT(key, HasSubstr("(Intercept)"));
                continue;
            }
            // R writes 15 digits; differences of variables that are nearly collinear lose some.
            EXPECT_THAT(found->second.first, IsNear(value.first, {1e-8, 0})) << name << ' ' << key;
            EXPECT_THAT(found->second.second, IsNear(value.second, {1e-8, 0}))
                << name << ' ' << key;
            ++compared;
        }
        EXPECT_GE(compared, 5U) << name;
    }
    EXPECT_EQ(scripted.size(), scriptedColumns);
}

INSTANTIATE_TEST_SUITE_P(Data, ScriptInR, ::testing::Values(false, true), [](const auto& test) {
    return std::string(test.param ? "as_read_with_recipe" : "prepared");
});

TEST(Script, StataHasReghdfeAndEsttab) {
    const QTemporaryDir folder;
    const CliRun written = script(QStringLiteral("stata"), folder.path());
    ASSERT_EQ(written.status, 0) << written.errors.toStdString();
    const std::string code = contentOf(folder.filePath(QStringLiteral("script.do")));
    EXPECT_THAT(code, HasSubstr("import delimited using \"data.csv\""));
    EXPECT_THAT(code, HasSubstr("reghdfe Coor Nqp"));
    EXPECT_THAT(code, HasSubstr("absorb(city_code year) vce(robust)"));
    EXPECT_THAT(code, HasSubstr("absorb(city_code province_code#year)"));
    EXPECT_THAT(code, HasSubstr("using \"table4_baseline.rtf\""));
    EXPECT_THAT(code, HasSubstr("star(* 0.1 ** 0.05 *** 0.01)"));
    EXPECT_THAT(contentOf(folder.filePath(QStringLiteral("data.csv"))), HasSubstr("Nqp"));
}

TEST(Script, FixestHasTheSameModels) {
    const QTemporaryDir folder;
    ASSERT_EQ(script(QStringLiteral("r"), folder.path()).status, 0);
    const std::string code = contentOf(folder.filePath(QStringLiteral("script.R")));
    EXPECT_THAT(code, HasSubstr("library(fixest)"));
    EXPECT_THAT(code, HasSubstr("feols(cp_formula(\"Coor\", "));
    EXPECT_THAT(code, HasSubstr("effects = \"city + province^year\""));
    EXPECT_THAT(code, HasSubstr("vcov = \"hetero\", fixef.rm = \"singleton\""));
}

TEST(Script, RefusesAnotherProgram) {
    const QTemporaryDir folder;
    const CliRun run = script(QStringLiteral("spss"), folder.path());
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(run.errors.toStdString(), HasSubstr("spss"));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

} // namespace
} // namespace citypanel
