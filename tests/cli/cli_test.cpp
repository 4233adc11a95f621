// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of citypanel-cli: output, exit status, files, both languages.
#include "tests/cli/cli_process.h"
#include "tests/support/near.h"
#include "tests/support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

namespace citypanel {
namespace {

using citypanel::testing::CliRun;
using citypanel::testing::IsNear;
using citypanel::testing::runCli;
using citypanel::testing::textOf;
using citypanel::testing::written;
using ::testing::HasSubstr;

const QString grunfeld =
    QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/estimators/data/grunfeld.csv");
const QString panelOption = QStringLiteral("--panel");
const QString grunfeldKeys = QStringLiteral("firm,year");
const QString twoWay = QStringLiteral("inv ~ value + capital | firm + year");

/// The reference case of that covariance for the two-way model under reghdfe's conventions.
QJsonObject referenceOf(const char* vcov) {
    QFile file(
        QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/estimators/cases/grunfeld.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonArray cases =
        QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("cases")].toArray();
    for (const QJsonValue& value : cases) {
        const QJsonObject entry = value.toObject();
        if (entry[QStringLiteral("formula")].toString() == twoWay &&
            entry[QStringLiteral("vcov")].toString() == QLatin1String(vcov) &&
            entry[QStringLiteral("ssc")].toString() == QLatin1String("reghdfe")) {
            return entry[QStringLiteral("expect")].toObject();
        }
    }
    return {};
}

QJsonObject termOf(const QJsonObject& fit, const QString& name) {
    for (const QJsonValue& term : fit[QStringLiteral("terms")].toArray()) {
        if (term.toObject()[QStringLiteral("name")].toString() == name) {
            return term.toObject();
        }
    }
    return {};
}

// tests/reference/estimators/README.md: two-way effects, reghdfe's conventions, 1e-8 relative.
TEST(CliEstimate, AgreesWithTheReferenceOnGrunfeld) {
    for (const char* vcov : {"iid", "cluster:firm"}) {
        const CliRun run = runCli({QStringLiteral("estimate"), grunfeld, twoWay, panelOption,
                                   grunfeldKeys, QStringLiteral("--vcov"), QString::fromUtf8(vcov),
                                   QStringLiteral("--format"), QStringLiteral("json")});
        ASSERT_EQ(run.status, 0) << textOf(run.errors);
        const QJsonObject want = referenceOf(vcov);
        ASSERT_FALSE(want.isEmpty()) << vcov;
        for (const char* name : {"value", "capital"}) {
            const QJsonObject a = termOf(run.json(), QString::fromUtf8(name));
            const QJsonObject b = termOf(want, QString::fromUtf8(name));
            for (const char* key : {"estimate", "std_error", "statistic", "conf_low"}) {
                EXPECT_THAT(a[QLatin1String(key)].toDouble(),
                            IsNear(b[QLatin1String(key)].toDouble()))
                    << vcov << " " << name << " " << key;
            }
        }
    }
}

TEST(CliEstimate, WritesTheTableInTheLanguageAskedFor) {
    const QStringList arguments{
        QStringLiteral("estimate"), grunfeld, twoWay, panelOption, grunfeldKeys,
        QStringLiteral("--lang")};
    const CliRun english = runCli(arguments + QStringList{QStringLiteral("en")});
    const CliRun chinese = runCli(arguments + QStringList{QStringLiteral("zh")});
    EXPECT_EQ(english.status, 0);
    EXPECT_THAT(textOf(english.output), HasSubstr("0.118"));
    EXPECT_THAT(textOf(chinese.output), HasSubstr("固定效应"));
}

TEST(CliEstimate, NamesTheVariableThatIsNotThere) {
    const CliRun run = runCli({QStringLiteral("estimate"), grunfeld,
                               QStringLiteral("inv ~ valeu | firm"), panelOption, grunfeldKeys});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(textOf(run.errors), HasSubstr("valeu"));
    EXPECT_THAT(textOf(run.errors), HasSubstr("value"));
    EXPECT_TRUE(run.output.isEmpty());
}

TEST(CliEstimate, WritesProblemsAsJsonWhereJsonIsAskedFor) {
    const CliRun run = runCli({QStringLiteral("estimate"), grunfeld, QStringLiteral("inv ~ (value"),
                               QStringLiteral("--format"), QStringLiteral("json")});
    EXPECT_EQ(run.status, 1);
    const QJsonArray problems =
        QJsonDocument::fromJson(run.errors).object()[QStringLiteral("problems")].toArray();
    ASSERT_EQ(problems.size(), 1);
    EXPECT_EQ(problems[0].toObject()[QStringLiteral("code")].toString(),
              QLatin1String("syntax_error"));
}

TEST(CliEstimate, NeverLeavesAPartialFile) {
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("t.docx"));
    const CliRun bad = runCli({QStringLiteral("estimate"), grunfeld, QStringLiteral("inv ~ nobody"),
                               QStringLiteral("--format"), QStringLiteral("docx"),
                               QStringLiteral("--out"), target});
    EXPECT_EQ(bad.status, 1);
    EXPECT_FALSE(QFileInfo::exists(target));
    const CliRun nowhere =
        runCli({QStringLiteral("estimate"), grunfeld, QStringLiteral("inv ~ value"),
                QStringLiteral("--out"), folder.filePath(QStringLiteral("no/such/folder/t.txt"))});
    EXPECT_EQ(nowhere.status, 1);
    EXPECT_THAT(textOf(nowhere.errors), HasSubstr("t.txt"));
}

TEST(CliDescribe, GivesTheNumbersOfGrunfeld) {
    const CliRun run =
        runCli({QStringLiteral("describe"), grunfeld, QStringLiteral("--vars"),
                QStringLiteral("inv,value"), QStringLiteral("--format"), QStringLiteral("json")});
    ASSERT_EQ(run.status, 0) << textOf(run.errors);
    const QJsonObject inv = run.json()[QStringLiteral("variables")].toArray()[0].toObject();
    EXPECT_EQ(inv[QStringLiteral("n")].toInt(), 200);
    // Mean and sd of investment as summary() and sd() of R's plm::Grunfeld print them.
    EXPECT_THAT(inv[QStringLiteral("mean")].toDouble(), IsNear(145.95825));
    EXPECT_THAT(inv[QStringLiteral("min")].toDouble(), IsNear(0.93));
    EXPECT_THAT(inv[QStringLiteral("max")].toDouble(), IsNear(1486.7));
}

const QString indicators =
    QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/index/hand4x3.csv");

QJsonObject indexRun(const QStringList& options) {
    const CliRun run = runCli(QStringList{QStringLiteral("index"), indicators, panelOption,
                                          QStringLiteral("city,year"),
                                          QStringLiteral("--indicators"), QStringLiteral("a+,b,c-"),
                                          QStringLiteral("--groups"), QStringLiteral("g1:a,b;g2:c"),
                                          QStringLiteral("--format"), QStringLiteral("json")} +
                              options);
    EXPECT_EQ(run.status, 0) << textOf(run.errors);
    return QJsonDocument::fromJson(run.output).object();
}

TEST(CliIndex, GivesWeightsAndScoresUnderTheirNames) {
    // tests/reference/index/hand4x3.json, entropy-pooled-shift0.0001.
    const QJsonObject result = indexRun({QStringLiteral("--shift"), QStringLiteral("0.0001")});
    EXPECT_EQ(result[QStringLiteral("method")].toString(), QStringLiteral("entropy"));
    const QJsonObject first = result[QStringLiteral("weights")].toArray()[0].toObject();
    EXPECT_EQ(first[QStringLiteral("indicator")].toString(), QStringLiteral("a"));
    EXPECT_EQ(first[QStringLiteral("group")].toString(), QStringLiteral("g1"));
    EXPECT_EQ(first[QStringLiteral("direction")].toString(), QStringLiteral("positive"));
    EXPECT_THAT(first[QStringLiteral("entropy")].toDouble(), IsNear(0.7032075287378101, {1e-12}));
    EXPECT_THAT(first[QStringLiteral("divergence")].toDouble(),
                IsNear(0.2967924712621899, {1e-12}));
    EXPECT_THAT(first[QStringLiteral("weight")].toDouble(), IsNear(0.3704031398373344, {1e-12}));
    const QJsonObject last = result[QStringLiteral("scores")].toArray()[3].toObject();
    EXPECT_EQ(last[QStringLiteral("unit")].toString(), QStringLiteral("S"));
    EXPECT_EQ(last[QStringLiteral("period")].toInt(), 2020);
    EXPECT_THAT(last[QStringLiteral("score")].toDouble(), IsNear(0.8145151697716374, {1e-12}));
    EXPECT_THAT(last[QStringLiteral("g1")].toDouble(), IsNear(0.8411964747874678, {1e-12}));
}

TEST(CliIndex, TakesGivenWeightsAndTopsis) {
    const QJsonObject given =
        indexRun({QStringLiteral("--weights"), QStringLiteral("a=0.5,b=0.25,c=0.25")});
    EXPECT_EQ(given[QStringLiteral("method")].toString(), QStringLiteral("given"));
    EXPECT_THAT(
        given[QStringLiteral("scores")].toArray()[3].toObject()[QStringLiteral("score")].toDouble(),
        IsNear(0.5 + 0.25 * 2 / 3 + 0.25 * 0.75, {1e-12}));
    // topsis-entropy-minmax of the same file.
    const QJsonObject topsis = indexRun({QStringLiteral("--method"), QStringLiteral("topsis")});
    EXPECT_EQ(topsis[QStringLiteral("method")].toString(), QStringLiteral("topsis"));
    EXPECT_THAT(topsis[QStringLiteral("scores")]
                    .toArray()[3]
                    .toObject()[QStringLiteral("score")]
                    .toDouble(),
                IsNear(0.7836619911835766, {1e-12}));
}

TEST(CliIndex, NamesWhatIsWrong) {
    const auto run = [](const QStringList& options) {
        return runCli(QStringList{QStringLiteral("index"), indicators} + options);
    };
    const QString list = QStringLiteral("--indicators");
    const CliRun unknown = run({list, QStringLiteral("a,bb")});
    EXPECT_EQ(unknown.status, 1);
    EXPECT_THAT(textOf(unknown.errors), HasSubstr("bb"));
    EXPECT_EQ(
        run({list, QStringLiteral("a,b"), QStringLiteral("--groups"), QStringLiteral("g:a,z")})
            .status,
        2);
    EXPECT_EQ(
        run({list, QStringLiteral("a,b"), QStringLiteral("--method"), QStringLiteral("guess")})
            .status,
        2);
    EXPECT_EQ(
        run({list, QStringLiteral("a,b"), QStringLiteral("--shift"), QStringLiteral("x")}).status,
        2);
    EXPECT_EQ(
        run({list, QStringLiteral("a,b"), QStringLiteral("--weights"), QStringLiteral("a=-1,b=2")})
            .status,
        1);
}

TEST(CliUsage, ExitStatusTwoAndASentence) {
    const std::vector<QStringList> wrong{
        {},
        {QStringLiteral("frobnicate")},
        {QStringLiteral("estimate"), grunfeld},
        {QStringLiteral("estimate"), grunfeld, twoWay, QStringLiteral("--bogus")},
        {QStringLiteral("estimate"), grunfeld, twoWay, QStringLiteral("--format"),
         QStringLiteral("pdf")},
        {QStringLiteral("estimate"), grunfeld, twoWay, QStringLiteral("--ssc"),
         QStringLiteral("stata")},
        {QStringLiteral("estimate"), grunfeld, twoWay, QStringLiteral("--panel"),
         QStringLiteral("firm")},
        {QStringLiteral("estimate"), grunfeld, twoWay, QStringLiteral("--vcov")},
        {QStringLiteral("describe"), grunfeld, QStringLiteral("x"), QStringLiteral("y")},
        {QStringLiteral("describe"), grunfeld, QStringLiteral("--lang"), QStringLiteral("fr")},
        {QStringLiteral("describe"), grunfeld, QStringLiteral("--threads"), QStringLiteral("0")},
    };
    for (const QStringList& arguments : wrong) {
        const CliRun run = runCli(arguments);
        EXPECT_EQ(run.status, 2) << textOf(arguments.join(u' ').toUtf8());
        EXPECT_FALSE(run.output.isEmpty() && run.errors.isEmpty());
    }
}

TEST(CliUsage, HelpInBothLanguagesForEveryCommand) {
    for (const char* command : {"sheets", "import", "describe", "estimate", "run"}) {
        for (const char* language : {"en", "zh"}) {
            const CliRun run = runCli({QString::fromUtf8(command), QStringLiteral("--help"),
                                       QStringLiteral("--lang"), QString::fromUtf8(language)});
            EXPECT_EQ(run.status, 0);
            EXPECT_THAT(textOf(run.output), HasSubstr(command));
            EXPECT_THAT(textOf(run.output), HasSubstr("--out"));
        }
    }
    EXPECT_THAT(textOf(runCli({QStringLiteral("--help")}).output), HasSubstr("estimate"));
    EXPECT_THAT(
        textOf(runCli({QStringLiteral("--help"), QStringLiteral("--lang"), QStringLiteral("zh")})
                   .output),
        HasSubstr("用法"));
    EXPECT_THAT(textOf(runCli({QStringLiteral("--version")}).output), HasSubstr("citypanel-cli"));
}

TEST(CliUsage, HelpOnTopicsInBothLanguages) {
    const CliRun english = runCli({QStringLiteral("help"), QStringLiteral("start")});
    EXPECT_EQ(english.status, 0);
    EXPECT_THAT(textOf(english.output), HasSubstr("# From yearbooks to tables"));
    const CliRun chinese = runCli({QStringLiteral("help"), QStringLiteral("start"),
                                   QStringLiteral("--lang"), QStringLiteral("zh")});
    EXPECT_THAT(textOf(chinese.output), HasSubstr("从年鉴到表格"));
    const CliRun unknown = runCli({QStringLiteral("help"), QStringLiteral("nothing")});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(textOf(unknown.errors), HasSubstr("start"));
}

TEST(CliData, FilesThatCannotBeReadAreNamed) {
    const QTemporaryDir folder;
    const QString formula = QStringLiteral("y ~ x");
    const std::vector<QString> files{
        folder.filePath(QStringLiteral("absent.csv")),
        written(folder, "empty.csv", ""),
        written(folder, "broken.xlsx", "PK\x03\x04 nothing more"),
        written(folder, "broken.dta", "<stata_dta><header><release>118"),
        written(folder, "noise.csv", QByteArray("\x00\x01\x02\x03", 4)),
        written(folder, "broken.citypanel", "PK\x03\x04")};
    for (const QString& file : files) {
        const CliRun run = runCli({QStringLiteral("estimate"), file, formula});
        EXPECT_EQ(run.status, 1) << textOf(file.toUtf8());
        EXPECT_THAT(textOf(run.errors), HasSubstr(textOf(QFileInfo(file).fileName().toUtf8())));
    }
}

} // namespace
} // namespace citypanel
