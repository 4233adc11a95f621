// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli prepare: steps of a file applied to data.
#include "tests/cli/cli_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace citypanel {
namespace {

using citypanel::testing::CliRun;
using citypanel::testing::runCli;
using citypanel::testing::textOf;
using citypanel::testing::written;
using ::testing::HasSubstr;

const QString grunfeldFile =
    QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/estimators/data/grunfeld.csv");

/// prepare on Grunfeld's data by the steps of a file.
CliRun prepared(const QString& steps, const QStringList& more = {}) {
    return runCli(QStringList{QStringLiteral("prepare"), grunfeldFile, QStringLiteral("--panel"),
                              QStringLiteral("firm,year"), QStringLiteral("--steps"), steps} +
                  more);
}

TEST(CliPrepare, AppliesTheStepsOfAFile) {
    const QTemporaryDir folder;
    const QString steps = written(folder, "steps.json", R"json([
  {"id": "winsorise", "parameters": {"variables": ["inv"], "lower": 5, "upper": 95}},
  {"id": "calculate", "parameters": {"name": "lninv", "expression": "ln(inv)"}},
  {"id": "filter", "parameters": {"from": 1940}}
])json");
    const QString out = folder.filePath(QStringLiteral("out.csv"));
    const CliRun run = prepared(steps, {QStringLiteral("--out"), out});
    EXPECT_EQ(run.status, 0) << textOf(run.errors);
    EXPECT_THAT(textOf(run.output), HasSubstr("Winsorises inv at 5% and 95%"));
    QFile file(out);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    EXPECT_EQ(lines.size(), 151); // ten firms, 1940 to 1954
    EXPECT_TRUE(lines[0].contains("lninv"));
}

TEST(CliPrepare, NamesTheStepThatFailsAndWritesNothing) {
    const QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("out.csv"));
    const auto failing = [&](const QByteArray& json) {
        const CliRun run =
            prepared(written(folder, "steps.json", json), {QStringLiteral("--out"), out});
        EXPECT_EQ(run.status, 1);
        EXPECT_FALSE(QFile::exists(out));
        return textOf(run.errors);
    };
    const std::string unknown = failing(R"([{"id": "winsorize"}])");
    EXPECT_THAT(unknown, HasSubstr("“steps[0].id” is not valid: “winsorize”"));
    EXPECT_THAT(unknown, HasSubstr("Expected: winsorise ("));
    EXPECT_THAT(unknown, HasSubstr("merge"));
    const std::string parameter =
        failing(R"([{"id": "winsorise", "parameters": {"variable": ["inv"]}}])");
    EXPECT_THAT(parameter, HasSubstr("“steps[0].parameters” is not valid: “variable”"));
    EXPECT_THAT(parameter, HasSubstr("variables ("));
    EXPECT_THAT(parameter, HasSubstr("lower"));
    EXPECT_THAT(failing(R"([{"id": "drop", "parameters": {"variables": ["nothing"]}}])"),
                HasSubstr("nothing"));
    EXPECT_THAT(failing(R"([{"id": "winsorise", "parameters": {"lower": "low"}}])"),
                HasSubstr("steps[0].parameters.lower"));
    EXPECT_THAT(failing("[{"), HasSubstr("steps.json"));
    EXPECT_EQ(runCli({QStringLiteral("prepare"), grunfeldFile}).status, 2);
}

TEST(CliPrepare, MergesATableBesideTheSteps) {
    const QTemporaryDir folder;
    written(folder, "names.csv", "firm,name\n1,General Motors\n2,US Steel\n");
    const CliRun run = prepared(
        written(folder, "steps.json",
                R"([{"id": "merge", "parameters": {"source": "names.csv", "on": ["firm"]}}])"));
    EXPECT_EQ(run.status, 0) << textOf(run.errors);
    EXPECT_THAT(textOf(run.output), HasSubstr("US Steel"));
    EXPECT_THAT(textOf(run.errors), HasSubstr("matches no known city or row"));
}

} // namespace
} // namespace citypanel
