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
using ::testing::HasSubstr;

const QString grunfeld =
    QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/estimators/data/grunfeld.csv");
const QString panelOption = QStringLiteral("--panel");
const QString grunfeldKeys = QStringLiteral("firm,year");
const QString twoWay = QStringLiteral("inv ~ value + capital | firm + year");

std::string textOf(const QByteArray& bytes) {
    return bytes.toStdString();
}

QString written(const QTemporaryDir& folder, const char* name, const QByteArray& bytes) {
    QFile file(folder.filePath(QString::fromUtf8(name)));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return file.fileName();
}

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
        1);
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

TEST(CliImport, JoinsFilesAndReports) {
    const QTemporaryDir folder;
    const QString a =
        written(folder, "a.csv", "城市,年份,GDP（亿元）\n北京,2011,\"1,234.5\"\n天津,2011,…\n");
    const QString b =
        written(folder, "b.csv", "城市,年份,人口\n北京,2011,20\n天津,2011,\"335,2\"\n");
    const QString out = folder.filePath(QStringLiteral("panel.csv"));
    const QString cells = folder.filePath(QStringLiteral("cells.csv"));
    const CliRun run = runCli({QStringLiteral("import"), a, b, QStringLiteral("--out"), out,
                               QStringLiteral("--cells"), cells, QStringLiteral("--format"),
                               QStringLiteral("json")});
    ASSERT_EQ(run.status, 0) << textOf(run.errors);
    EXPECT_EQ(run.json()[QStringLiteral("rows")].toInt(), 2);
    EXPECT_EQ(run.json()[QStringLiteral("warnings")].toInt(), 1);
    QFile panel(out);
    ASSERT_TRUE(panel.open(QIODevice::ReadOnly));
    EXPECT_EQ(textOf(panel.readAll()), "\xEF\xBB\xBF"
                                       "city,year,GDP,人口\n北京,2011,1234.5,20\n天津,2011,,\n");
    QFile list(cells);
    ASSERT_TRUE(list.open(QIODevice::ReadOnly));
    EXPECT_THAT(textOf(list.readAll()),
                HasSubstr("天津,,2011,人口,,,,b.csv,b.csv,C3,\"335,2\",unreadable"));
    EXPECT_THAT(textOf(run.errors), HasSubstr("335,2"));
}

TEST(CliImport, FailsNamingTheFileWhoseYearStandsNowhere) {
    const QTemporaryDir folder;
    const QString page = written(folder, "page.csv", "城市,人口\n北京,20\n天津,15\n");
    const CliRun run = runCli({QStringLiteral("import"), page});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(textOf(run.errors), HasSubstr("page.csv"));
    const CliRun told =
        runCli({QStringLiteral("import"), page, QStringLiteral("--year"), QStringLiteral("2023")});
    EXPECT_EQ(told.status, 0);
    EXPECT_THAT(textOf(told.output), HasSubstr("北京,2023,20"));
}

TEST(CliImport, NamesEveryTableWhosePeriodIsMissingAndAsksOnce) {
    const QTemporaryDir folder;
    const QString a = written(folder, "a.csv", "城市,人口\n北京市,20\n天津市,15\n");
    const QString b = written(folder, "b.csv", "城市,工资\n北京市,2\n天津市,1\n");
    const CliRun run = runCli({QStringLiteral("import"), a, b});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(textOf(run.errors), HasSubstr("a.csv"));
    EXPECT_THAT(textOf(run.errors), HasSubstr("b.csv"));
    const CliRun told =
        runCli({QStringLiteral("import"), a, b, QStringLiteral("--year"), QStringLiteral("2023")});
    EXPECT_EQ(told.status, 0);
    EXPECT_THAT(textOf(told.output), HasSubstr("北京市,2023,20,2"));
}

TEST(CliImport, DecidesConvertsAndReports) {
    const QTemporaryDir folder;
    const QString a =
        written(folder, "a_2017.csv",
                "城市,年份,GDP(万元)\n北京市,2017,280149400\n天津市,2017,185491900\n");
    const QString b = written(folder, "b_2018.csv",
                              "城市,年份,GDP(亿元)\n北京市,2017,28015\n北京市,2018,30320\n"
                              "天津市,2018,18809.64\n");
    const QStringList files{QStringLiteral("import"),
                            a,
                            b,
                            QStringLiteral("--format"),
                            QStringLiteral("json"),
                            QStringLiteral("--out"),
                            folder.filePath(QStringLiteral("p.csv"))};
    const QJsonObject first = runCli(files).json();
    EXPECT_EQ(first[QStringLiteral("conversions")].toArray().size(), 1);
    const QJsonObject conflict = first[QStringLiteral("conflicts")].toArray()[0].toObject();
    EXPECT_EQ(conflict[QStringLiteral("rule")].toString(), QLatin1String("first"));
    EXPECT_EQ(conflict[QStringLiteral("value")].toDouble(), 280149400);
    EXPECT_EQ(conflict[QStringLiteral("values")].toArray().size(), 2);
    const QJsonObject newer =
        runCli(files + QStringList{QStringLiteral("--conflicts"), QStringLiteral("newer"),
                                   QStringLiteral("--convert"), QStringLiteral("GDP=亿元")})
            .json();
    EXPECT_EQ(newer[QStringLiteral("conflicts")]
                  .toArray()[0]
                  .toObject()[QStringLiteral("value")]
                  .toDouble(),
              28015);
    EXPECT_EQ(
        runCli(files + QStringList{QStringLiteral("--conflicts"), QStringLiteral("best")}).status,
        2);
}

TEST(CliImport, WritesByTheEndingOfTheFileAndKeepsMappings) {
    const QTemporaryDir folder;
    const QString a =
        written(folder, "Data_2016.csv", "城市,GDP(万元)\n北京市,10000\n天津市,20000\n");
    const QString mapping = folder.filePath(QStringLiteral("mapping.json"));
    const QString dta = folder.filePath(QStringLiteral("panel.dta"));
    const CliRun saved = runCli({QStringLiteral("import"), a, QStringLiteral("--out"), dta,
                                 QStringLiteral("--convert"), QStringLiteral("GDP=亿元"),
                                 QStringLiteral("--save-mapping"), mapping});
    ASSERT_EQ(saved.status, 0) << textOf(saved.errors);
    const CliRun read =
        runCli({QStringLiteral("describe"), dta, QStringLiteral("--vars"), QStringLiteral("GDP"),
                QStringLiteral("--format"), QStringLiteral("json")});
    EXPECT_EQ(read.json()[QStringLiteral("variables")]
                  .toArray()[0]
                  .toObject()[QStringLiteral("mean")]
                  .toDouble(),
              1.5);
    const QString b =
        written(folder, "Data_2017.csv", "城市,GDP(万元)\n北京市,30000\n天津市,50000\n");
    const QString book = folder.filePath(QStringLiteral("panel.xlsx"));
    const CliRun applied = runCli({QStringLiteral("import"), b, QStringLiteral("--mapping"),
                                   mapping, QStringLiteral("--out"), book});
    ASSERT_EQ(applied.status, 0) << textOf(applied.errors);
    const CliRun again =
        runCli({QStringLiteral("describe"), book, QStringLiteral("--vars"), QStringLiteral("GDP"),
                QStringLiteral("--format"), QStringLiteral("json")});
    EXPECT_EQ(again.json()[QStringLiteral("variables")]
                  .toArray()[0]
                  .toObject()[QStringLiteral("mean")]
                  .toDouble(),
              4);
}

TEST(CliSheets, ListsTheLayoutOfARealWorkbook) {
    const auto file =
        citypanel::testing::sharedData() / "data/real/yearbook_2006_2017_xlsx/Data_2013.xlsx";
    if (!std::filesystem::exists(file)) {
        GTEST_SKIP() << "shared data absent: Data_2013.xlsx";
    }
    const CliRun run = runCli({QStringLiteral("sheets"), QString::fromStdString(file.string()),
                               QStringLiteral("--format"), QStringLiteral("json")});
    ASSERT_EQ(run.status, 0);
    const QJsonObject sheet = run.json()[QStringLiteral("sheets")].toArray()[0].toObject();
    EXPECT_EQ(sheet[QStringLiteral("layout")].toString(), QLatin1String("one_period"));
    EXPECT_EQ(sheet[QStringLiteral("period")].toInt(), 2012);
    EXPECT_EQ(sheet[QStringLiteral("unit_column")].toString(), QLatin1String("A"));
}

const QByteArray threeSteps = R"json([
  {"id": "winsorise", "parameters": {"variables": ["inv"], "lower": 5, "upper": 95}},
  {"id": "calculate", "parameters": {"name": "lninv", "expression": "ln(inv)"}},
  {"id": "filter", "parameters": {"from": 1940}}
])json";

TEST(Prepare, AppliesTheStepsOfAFile) {
    const QTemporaryDir folder;
    const QString steps = written(folder,
                                  "steps."
                                  "json",
                                  threeSteps);
    const QString out = folder.filePath(QStringLiteral("out"
                                                       ".cs"
                                                       "v"));
    const CliRun run = runCli({QStringLiteral("prepar"
                                              "e"),
                               grunfeld, panelOption, grunfeldKeys,
                               QStringLiteral("--"
                                              "step"
                                              "s"),
                               steps,
                               QStringLiteral("--"
                                              "out"),
                               out});
    EXPECT_EQ(run.status, 0) << textOf(run.errors);
    EXPECT_THAT(textOf(run.output), HasSubstr("Winsori"
                                              "ses "
                                              "inv at "
                                              "5% and "
                                              "95%"));
    QFile file(out);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    EXPECT_EQ(lines.size(),
              151); // ten
                    // firms,
                    // 1940
                    // to
                    // 1954
    EXPECT_TRUE(lines[0].contains("lni"
                                  "n"
                                  "v"));
}

TEST(Prepare, NamesTheStepThatFailsAndWritesNothing) {
    const QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("out"
                                                       ".cs"
                                                       "v"));
    const auto failing = [&](const QByteArray& json) {
        const QString steps = written(folder,
                                      "ste"
                                      "ps."
                                      "jso"
                                      "n",
                                      json);
        const CliRun run = runCli({QStringLiteral("pr"
                                                  "ep"
                                                  "ar"
                                                  "e"),
                                   grunfeld, panelOption, grunfeldKeys,
                                   QStringLiteral("--"
                                                  "st"
                                                  "ep"
                                                  "s"),
                                   steps,
                                   QStringLiteral("--"
                                                  "ou"
                                                  "t"),
                                   out});
        EXPECT_EQ(run.status, 1);
        EXPECT_FALSE(QFile::exists(out));
        return textOf(run.errors);
    };
    EXPECT_THAT(failing(R"([{"id": "winsorize"}])"), HasSubstr("winsori"
                                                               "se"));
    EXPECT_THAT(failing(R"([{"id": "drop", "parameters": {"variables": ["nothing"]}}])"),
                HasSubstr("nothin"
                          "g"));
    EXPECT_THAT(failing(R"([{"id": "winsorise", "parameters": {"lower": "low"}}])"),
                HasSubstr("steps["
                          "0]."
                          "paramet"
                          "ers."
                          "lowe"
                          "r"));
    EXPECT_THAT(failing("[{"), HasSubstr("steps."
                                         "json"));
    EXPECT_EQ(runCli({QStringLiteral("pr"
                                     "ep"
                                     "ar"
                                     "e"),
                      grunfeld})
                  .status,
              2);
}

TEST(Prepare, MergesATableBesideTheSteps) {
    const QTemporaryDir folder;
    written(folder, "names.csv",
            "firm,"
            "name\n1,"
            "General "
            "Motors\n2,"
            "US "
            "Steel\n");
    const QString steps =
        written(folder,
                "steps."
                "json",
                R"([{"id": "merge", "parameters": {"source": "names.csv", "on": ["firm"]}}])");
    const CliRun run = runCli({QStringLiteral("prepar"
                                              "e"),
                               grunfeld, panelOption, grunfeldKeys,
                               QStringLiteral("--"
                                              "step"
                                              "s"),
                               steps});
    EXPECT_EQ(run.status, 0) << textOf(run.errors);
    EXPECT_THAT(textOf(run.output), HasSubstr("US "
                                              "Stee"
                                              "l"));
    EXPECT_THAT(textOf(run.errors), HasSubstr("matches"
                                              " no "
                                              "known "
                                              "city "
                                              "or "
                                              "row"));
}

} // namespace
} // namespace
  // citypanel
