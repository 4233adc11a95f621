// SPDX-License-Identifier: GPL-3.0-or-later
// What a fresh user meets: wrong calls end with status 2 and a sentence that names the remedy, and
// nothing that was asked for is ignored, rescaled or overwritten in silence.
#include "core/project/project_file.h"
#include "core/report/atomic_file.h"
#include "core/sheets/import.h"
#include "resources/samples/source_files.h"
#include "tests/cli/cli_process.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDir>
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
using ::testing::Not;

const QByteArray cityRows = "city,year,k,l,y\n"
                            "A,2011,2,4,3\nA,2012,2,3,4\nB,2011,4,2,3\nB,2012,4,2,4\n"
                            "C,2011,6,6,3\nC,2012,6,5,4\n";
const QString usageData =
    QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/estimators/data/grunfeld.csv");

QStringList callOfCommand(const char* command, const QString& file, const char* options) {
    return QStringList{QLatin1String(command), file} +
           QString::fromUtf8(options).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Status 2, a sentence with `says`, and no output.
void expectWrongUsage(const QStringList& arguments, const char* says) {
    const CliRun run = runCli(arguments);
    const std::string words = textOf(arguments.join(QLatin1Char(' ')).toUtf8());
    EXPECT_EQ(run.status, 2) << words << "\n" << textOf(run.errors);
    EXPECT_TRUE(run.output.isEmpty()) << words;
    EXPECT_THAT(textOf(run.errors), HasSubstr(says)) << words;
}

TEST(CliIndexUsage, WrongCallsAreTold) {
    const QTemporaryDir folder;
    const QString data = written(folder, "rows.csv", cityRows);
    const auto index = [&](const char* options) { return callOfCommand("index", data, options); };
    expectWrongUsage(index("--panel city,year"), "index needs --indicators");
    expectWrongUsage(index("--indicators k+,l+ --method given"), "--weights");
    expectWrongUsage(index("--indicators k+,l+ --weights k=.5,l=.6"), "sum to 1.1");
    expectWrongUsage(index("--indicators k+,l+ --weights k=half,l=.5"), "k=half");
    expectWrongUsage(index("--indicators k+,l+ --shift abc"), "not “abc”");
    expectWrongUsage(index("--indicators k+,l+ --method foo"), "topsis, not “foo”");
    expectWrongUsage(index("--indicators k+,l+ --groups g:k,x"), "--indicators: x");
    expectWrongUsage(index("--indicators k+,l+ --method ahp --judgements 0"), "“0” is not");
    expectWrongUsage(index("--indicators k+,l+ --method ahp --judgements 1/x"), "“1/x” is not");
    expectWrongUsage(index("--indicators k+,k-"), "“k” twice");
    expectWrongUsage(index("--indicators k+,l+ --groups g"), "“g” is not GROUP:NAME");
    expectWrongUsage(index("--indicators k+,l+ --groups g:k;h:k,l"), "“k” into two groups");
    expectWrongUsage(index("--indicators k+,l+ --conflict signed_correlation"),
                     "entropy would ignore it");
    expectWrongUsage(index("--indicators k+,l+ --method cv --shift 1"), "is for --method entropy");
    expectWrongUsage(index("--indicators k+ --indicators l+"), "--indicators is given twice");
}

TEST(CliIndexUsage, IndicatorsWithoutASignAreNamed) {
    const QTemporaryDir folder;
    const QString data = written(folder, "rows.csv", cityRows);
    const CliRun run = runCli(callOfCommand("index", data, "--panel city,year --indicators k,l-"));
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(textOf(run.errors), HasSubstr("k: no sign given, taken as +"));
    EXPECT_THAT(textOf(run.errors), Not(HasSubstr("l:")));
    const CliRun json =
        runCli(callOfCommand("index", data, "--panel city,year --indicators k,l- --format json"));
    EXPECT_EQ(
        QJsonDocument::fromJson(json.errors).object()[QStringLiteral("notices")].toArray().size(),
        1);
}

TEST(CliIndexUsage, SpeaksChineseAndWritesNoSignOfZero) {
    const QTemporaryDir folder;
    const QString data = written(folder, "blank.csv",
                                 "city,year,k,l\nA,2011,1,2\nB,2011,,3\n"
                                 "C,2011,4,1\n");
    const CliRun run =
        runCli(callOfCommand("index", data, "--panel city,year --indicators k+,l+ --lang zh"));
    EXPECT_EQ(run.status, 0) << textOf(run.errors);
    EXPECT_THAT(textOf(run.output), HasSubstr("权重"));
    EXPECT_THAT(textOf(run.output), HasSubstr("正向"));
    EXPECT_THAT(textOf(run.output), Not(HasSubstr("weight")));
    EXPECT_THAT(textOf(run.output), Not(HasSubstr("-0 ")));
    EXPECT_THAT(textOf(run.errors), HasSubstr("单元格为空")); // the cause, not an expression
}

TEST(CliIndexUsage, OneRowIsTooFewWithoutRegressors) {
    const QTemporaryDir folder;
    const QString data = written(folder, "one.csv", "city,year,k,l\nA,2011,1,2\n");
    const CliRun index =
        runCli(callOfCommand("index", data, "--panel city,year --indicators k+,l+"));
    EXPECT_EQ(index.status, 1);
    EXPECT_THAT(textOf(index.errors), HasSubstr("too few observations: 1, at least 2"));
    const CliRun model = runCli({QStringLiteral("estimate"), data, QStringLiteral("k ~ l")});
    EXPECT_EQ(model.status, 1);
    EXPECT_THAT(textOf(model.errors), HasSubstr("too few observations: 1, at least 2"));
}

TEST(CliEstimateUsage, WrongErrorsAndEstimatorsAreWrongUsage) {
    const auto estimate = [](const char* formula, const QStringList& more) {
        return QStringList{QStringLiteral("estimate"), usageData, QLatin1String(formula),
                           QStringLiteral("--panel"), QStringLiteral("firm,year")} +
               more;
    };
    expectWrongUsage(
        estimate("inv ~ value", {QStringLiteral("--weight-kind"), QStringLiteral("frequency")}),
        "--weight-kind frequency needs --weights EXPR");
    expectWrongUsage(estimate("inv ~ value", {QStringLiteral("--vcov"), QStringLiteral("foo")}),
                     "cluster:a,b, dk:2, nw:2, not “foo”");
    expectWrongUsage(
        estimate("inv ~ value", {QStringLiteral("--estimator"), QStringLiteral("ridge")}),
        "re, be, fd, liml, gmm2s, not “ridge”");
    const CliRun liml =
        runCli(estimate("inv ~ value", {QStringLiteral("--estimator"), QStringLiteral("liml")}));
    EXPECT_EQ(liml.status, 1);
    EXPECT_THAT(textOf(liml.errors), HasSubstr("endogenous ~ instruments"));
}

// tests/reference/estimators/cases/tests.json, Hausman of Grunfeld's data by plm.
TEST(CliEstimate, RandomEffectsWithHausmansTest) {
    QFile file(QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/estimators/cases/tests.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QJsonObject want;
    for (const QJsonValue& value :
         QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("tests")].toArray()) {
        const QJsonObject entry = value.toObject();
        if (entry[QStringLiteral("kind")].toString() == QLatin1String("hausman") &&
            entry[QStringLiteral("data")].toString().contains(QLatin1String("grunfeld"))) {
            want = entry;
        }
    }
    ASSERT_FALSE(want.isEmpty());
    QStringList terms;
    for (const QJsonValue& x : want[QStringLiteral("x")].toArray()) {
        terms.append(x.toString());
    }
    const QStringList arguments{QStringLiteral("estimate"),
                                usageData,
                                want[QStringLiteral("y")].toString() + QStringLiteral(" ~ ") +
                                    terms.join(QStringLiteral(" + ")),
                                QStringLiteral("--panel"),
                                QStringLiteral("firm,year"),
                                QStringLiteral("--estimator"),
                                QStringLiteral("re")};
    const CliRun run =
        runCli(arguments + QStringList{QStringLiteral("--format"), QStringLiteral("json")});
    ASSERT_EQ(run.status, 0) << textOf(run.errors);
    const QJsonObject random = run.json()[QStringLiteral("random_effects")].toObject();
    EXPECT_THAT(random[QStringLiteral("sigma_u")].toDouble(),
                IsNear(want[QStringLiteral("sigma_u")].toDouble()));
    EXPECT_THAT(
        random[QStringLiteral("hausman")].toObject()[QStringLiteral("statistic")].toDouble(),
        IsNear(want[QStringLiteral("hausman")].toObject()[QStringLiteral("statistic")].toDouble()));
    const CliRun table = runCli(arguments);
    EXPECT_THAT(textOf(table.output), HasSubstr("Hausman"));
    EXPECT_THAT(textOf(table.output), HasSubstr("effects by GLS (Swamy"));
    EXPECT_THAT(textOf(table.output), Not(HasSubstr("reghdfe")));
}

TEST(CliImportUsage, NoFileIsWrittenOverAnother) {
    const QTemporaryDir folder;
    const QString a = written(folder, "a.csv", "城市,年份,人口\n北京,2011,20\n天津,2011,13\n");
    const QString x = folder.filePath(QStringLiteral("x.csv"));
    expectWrongUsage({QStringLiteral("import"), a, QStringLiteral("--out"), x,
                      QStringLiteral("--cells"), folder.filePath(QStringLiteral("./x.csv"))},
                     "--out and --cells name the same file");
    expectWrongUsage({QStringLiteral("import"), a, QStringLiteral("--out"), a},
                     "a file that is read");
    EXPECT_FALSE(QFileInfo::exists(x));
    const CliRun failing =
        runCli({QStringLiteral("import"), a, QStringLiteral("--out"),
                folder.filePath(QStringLiteral("no/such/p.csv")), QStringLiteral("--cells"), x});
    EXPECT_EQ(failing.status, 1);
    EXPECT_FALSE(QFileInfo::exists(x)) << "cells without their panel";
}

TEST(CliUsage, DescribeNamesAColumnThatOneCellMakesText) {
    const QTemporaryDir folder;
    const QString data = written(folder, "d.csv",
                                 "city,year,x,z,name\na,2011,-3.5,1,p\na,2012,1O.5,3,q\n"
                                 "b,2011,13,2,r\nb,2012,9,1,s\n");
    const CliRun run = runCli({QStringLiteral("describe"), data});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(textOf(run.errors), HasSubstr("“x” is not described: “1O.5” (row 2)"));
    EXPECT_THAT(textOf(run.errors), Not(HasSubstr("name")));
}

TEST(CliUsage, NoCommandWritesOverWhatItReads) {
    const QTemporaryDir folder;
    const QByteArray text = "city,year,x,z\na,2011,20,1\na,2012,21,3\nb,2011,13,2\nb,2012,9,1\n";
    const QString data = written(folder, "d.csv", text);
    const QString steps = written(folder, "steps.json", "[]");
    const QString roundabout = folder.filePath(QStringLiteral("./d.csv"));
    const QString panel = QStringLiteral("city,year");
    const std::vector<QStringList> calls{
        {QStringLiteral("describe"), data},
        {QStringLiteral("estimate"), data, QStringLiteral("z ~ x"), QStringLiteral("--format"),
         QStringLiteral("csv")},
        {QStringLiteral("index"), data, QStringLiteral("--panel"), panel,
         QStringLiteral("--indicators"), QStringLiteral("z+,x+")},
        {QStringLiteral("prepare"), data, QStringLiteral("--panel"), panel,
         QStringLiteral("--steps"), steps}};
    for (const QStringList& call : calls) {
        expectWrongUsage(call + QStringList{QStringLiteral("--out"), roundabout},
                         "--out names a file that is read");
    }
    expectWrongUsage(calls.back() + QStringList{QStringLiteral("--out"), steps},
                     "--out names a file that is read");
    EXPECT_EQ(*report::readFile(data), text);
}

TEST(CliImportUsage, PanelsAreWrittenInFormatsThatHoldThem) {
    const QTemporaryDir folder;
    const QString a = written(folder, "a.csv", "城市,年份,人口\n北京,2011,20\n天津,2011,13\n");
    for (const char* name : {"x.docx", "x.sav", "x.tsv", "x.CITYPANEL"}) {
        const QString out = folder.filePath(QLatin1String(name));
        expectWrongUsage({QStringLiteral("import"), a, QStringLiteral("--out"), out},
                         "a panel is written as csv, xlsx or dta");
        EXPECT_FALSE(QFileInfo::exists(out));
    }
    for (const char* name : {"x.CSV", "plain", "x.dta"}) {
        const QString out = folder.filePath(QLatin1String(name));
        EXPECT_EQ(runCli({QStringLiteral("import"), a, QStringLiteral("--out"), out}).status, 0);
        EXPECT_TRUE(QFileInfo::exists(out)) << name;
    }
    const QString steps = written(folder, "steps.json", "[]");
    expectWrongUsage({QStringLiteral("prepare"), a, QStringLiteral("--steps"), steps,
                      QStringLiteral("--panel"), QStringLiteral("城市,年份"),
                      QStringLiteral("--out"), folder.filePath(QStringLiteral("p.docx"))},
                     "end the name in .csv, .xlsx or .dta");
}

TEST(CliImportUsage, ScopesAndHeadersThatAreNotThereAreNamed) {
    const QTemporaryDir folder;
    const QString a = written(folder, "a.csv", "城市,年份,人口\n北京,2011,20\n天津,2011,13\n");
    expectWrongUsage(
        {QStringLiteral("import"), a, QStringLiteral("--scope"), QStringLiteral("foo")},
        "all, not “foo”");
    expectWrongUsage({QStringLiteral("import"), a, QStringLiteral("--var"), QStringLiteral("x")},
                     "NAME=HEADER, not “x”");
    const CliRun run =
        runCli({QStringLiteral("import"), a, QStringLiteral("--var"), QStringLiteral("x=没有")});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(textOf(run.errors), HasSubstr("“没有” (--var x=没有)"));
}

TEST(CliImportUsage, CellsAreDisarmedAgainstFormulas) {
    const QTemporaryDir folder;
    const QString a =
        written(folder, "a.csv", "region,year,people\n=1+1,2011,-20\nplain,2011,13\n");
    const QString cells = folder.filePath(QStringLiteral("cells.csv"));
    const CliRun run =
        runCli({QStringLiteral("import"), a, QStringLiteral("--places"), QStringLiteral("none"),
                QStringLiteral("--out"), folder.filePath(QStringLiteral("p.csv")),
                QStringLiteral("--cells"), cells});
    ASSERT_EQ(run.status, 0) << textOf(run.errors);
    QFile file(cells);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const std::string text = textOf(file.readAll());
    EXPECT_THAT(text, HasSubstr("\n'=1+1,"));
    EXPECT_THAT(text, HasSubstr(",-20,")); // numbers stay numbers
    EXPECT_THAT(text, Not(HasSubstr("\n=1+1")));
}

TEST(CliProjectUsage, DataIsNoProject) {
    const QTemporaryDir folder;
    const QString data = written(folder, "rows.csv", cityRows);
    expectWrongUsage({QStringLiteral("run"), data}, "no .citypanel project");
    expectWrongUsage({QStringLiteral("report"), data}, "no .citypanel project");
    expectWrongUsage({QStringLiteral("script"), data, QStringLiteral("--to"), QStringLiteral("r")},
                     "no .citypanel project");
    expectWrongUsage(
        {QStringLiteral("script"), data, QStringLiteral("--to"), QStringLiteral("spss")},
        "stata, r, r-base, not “spss”");
}

TEST(CliProjectUsage, ADamagedProjectIsToldApartFromData) {
    const QTemporaryDir folder;
    const QString file = written(folder, "damaged.citypanel", "words of something else");
    const CliRun run = runCli({QStringLiteral("run"), file});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(textOf(run.errors), HasSubstr("or is damaged"));
}

TEST(CliUsage, TheEndingOfOutIsTheFormat) {
    const QTemporaryDir folder;
    const auto contents = [&](const QString& name, const QStringList& more) {
        const QString path = folder.filePath(name);
        const CliRun run = runCli(
            QStringList{QStringLiteral("describe"), usageData, QStringLiteral("--out"), path} +
            more);
        EXPECT_EQ(run.status, 0) << textOf(run.errors);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    EXPECT_TRUE(contents(QStringLiteral("t.docx"), {}).startsWith("PK"));
    EXPECT_TRUE(contents(QStringLiteral("t.json"), {}).startsWith("{"));
    EXPECT_FALSE(contents(QStringLiteral("t.dat"), {}).isEmpty());
    EXPECT_TRUE(
        contents(QStringLiteral("u.docx"), {QStringLiteral("--format"), QStringLiteral("json")})
            .startsWith("{"));
    expectWrongUsage({QStringLiteral("report"),
                      QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/projects/v3.citypanel"),
                      QStringLiteral("--out"), folder.filePath(QStringLiteral("r.tex"))},
                     "end the name in .zip");
}

TEST(CliProjectUsage, UnknownStudiesListTheOnesThatAreThere) {
    const QString project =
        QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/projects/v3.citypanel");
    const CliRun run =
        runCli({QStringLiteral("run"), project, QStringLiteral("--only"), QStringLiteral("nope")});
    EXPECT_EQ(run.status, 2);
    EXPECT_THAT(textOf(run.errors), HasSubstr("no study named “nope”; its studies are "));
}

TEST(CliHelp, CommandsAndTheirPagesShareAName) {
    for (const char* name : {"prepare", "index", "efficiency", "import"}) {
        const CliRun run = runCli({QStringLiteral("help"), QLatin1String(name),
                                   QStringLiteral("--lang"), QStringLiteral("en")});
        EXPECT_EQ(run.status, 0);
        EXPECT_THAT(textOf(run.output), HasSubstr("Usage: citypanel-cli")) << name;
        EXPECT_THAT(textOf(run.output), HasSubstr("\n# ")) << name; // the page's title
        const CliRun options = runCli({QLatin1String(name), QStringLiteral("--help")});
        EXPECT_THAT(textOf(options.output), HasSubstr(std::string("citypanel-cli help ") + name));
    }
}

TEST(CliRun, ACallThatFailsLeavesNoEmptyFolder) {
    const QTemporaryDir folder;
    const QString project = folder.filePath(QStringLiteral("p.citypanel"));
    {
        project::Project failing;
        const auto workbooks = samples::addSources(failing, {{"rows.csv", cityRows}});
        ASSERT_TRUE(workbooks);
        failing.plan = sheets::detectPlan(std::span<const sheets::Workbook>(*workbooks));
        study::MechanismStudy study; // without mediators there is nothing to show
        study.model.outcome = "y";
        study.model.core = {"k"};
        failing.studies = {{"s", "broken", study}};
        failing.recipe =
            recipe::withStep({}, recipe::CalculateStep{.name = "d", .expression = "absent + 1"});
        ASSERT_TRUE(project::save(failing, project));
    }
    const QString out = folder.filePath(QStringLiteral("new/out"));
    for (const QStringList& arguments :
         {QStringList{QStringLiteral("run"), project, QStringLiteral("--out"), out},
          QStringList{QStringLiteral("script"), project, QStringLiteral("--to"),
                      QStringLiteral("r"), QStringLiteral("--out"), out},
          QStringList{QStringLiteral("report"), project, QStringLiteral("--out"),
                      out + QStringLiteral("/report.docx")}}) {
        const CliRun run = runCli(arguments);
        EXPECT_EQ(run.status, 1) << textOf(run.errors);
        EXPECT_FALSE(QDir(folder.filePath(QStringLiteral("new"))).exists())
            << arguments.front().toStdString();
    }
    // A folder that was there stays.
    ASSERT_TRUE(QDir().mkpath(out));
    EXPECT_EQ(runCli({QStringLiteral("run"), project, QStringLiteral("--out"), out}).status, 1);
    EXPECT_TRUE(QDir(out).exists());
}

TEST(CliCalls, LanguageStandsBeforeTheCommandAsBehindIt) {
    const CliRun before = runCli({QStringLiteral("--lang"), QStringLiteral("zh"),
                                  QStringLiteral("help"), QStringLiteral("run")});
    EXPECT_EQ(before.status, 0);
    EXPECT_THAT(textOf(before.output), HasSubstr("用法"));
    EXPECT_EQ(runCli({QStringLiteral("--lang=zh"), QStringLiteral("--help")}).status, 0);
}

TEST(CliCalls, NothingIsWrittenUnderAnEndingOfAnotherKind) {
    const QTemporaryDir folder;
    const QString pdf = folder.filePath(QStringLiteral("x.pdf"));
    expectWrongUsage({QStringLiteral("estimate"), usageData,
                      QStringLiteral("inv ~ value | firm + year"), QStringLiteral("--vcov"),
                      QStringLiteral("iid"), QStringLiteral("--out"), pdf},
                     "nothing is written as pdf");
    expectWrongUsage({QStringLiteral("report"), folder.filePath(QStringLiteral("a.citypanel")),
                      QStringLiteral("--out"), folder.filePath(QStringLiteral("x.text"))},
                     "no report is written as text");
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST(CliCalls, StepsAreNamedByNumberAndTitle) {
    const QTemporaryDir folder;
    project::Project project;
    const auto workbooks = samples::addSources(project, {{"rows.csv", cityRows}});
    ASSERT_TRUE(workbooks);
    project.plan = sheets::detectPlan(std::span<const sheets::Workbook>(*workbooks));
    project.recipe.steps = {
        {.key = "s7", .step = recipe::CalculateStep{.name = "z", .expression = "absent + 1"}}};
    project.studies = {{"d", "Descriptives", study::DescriptivesStudy{}}};
    const QString path = folder.filePath(QStringLiteral("a.citypanel"));
    ASSERT_TRUE(project::save(project, path));
    const CliRun run = runCli({QStringLiteral("run"), path, QStringLiteral("--out"),
                               folder.filePath(QStringLiteral("out"))});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(textOf(run.errors), HasSubstr("step 1 ("));
    EXPECT_THAT(textOf(run.errors), Not(HasSubstr("s7")));
}

} // namespace
} // namespace citypanel
