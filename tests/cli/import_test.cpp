// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli import and sheets: files joined, decided, converted, written and reported.
#include "tests/cli/cli_process.h"
#include "tests/core/sheets/made_workbook.h"
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
using citypanel::testing::runCli;
using citypanel::testing::textOf;
using citypanel::testing::written;
using ::testing::HasSubstr;

TEST(CliImport, ReadsFilesOfOneNameInTwoFoldersAndAFileOnce) {
    const QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral("2010")));
    ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral("2011")));
    const QString first = written(folder, "2010/g.csv", "城市,年份,x\n北京,2010,1\n天津,2010,2\n");
    const QString second = written(folder, "2011/g.csv", "城市,年份,x\n北京,2011,3\n天津,2011,4\n");
    const CliRun run = runCli({QStringLiteral("import"), first, second, first});
    ASSERT_EQ(run.status, 0) << textOf(run.errors);
    EXPECT_EQ(textOf(run.output),
              "\xEF\xBB\xBF"
              "city,year,x\n北京市,2010,1\n北京市,2011,3\n天津市,2010,2\n天津市,2011,4\n");
    EXPECT_THAT(textOf(run.errors), AllOf(HasSubstr("g (2011).csv"), HasSubstr("4 values")));
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
    EXPECT_EQ(textOf(panel.readAll()),
              "\xEF\xBB\xBF"
              "city,year,GDP,人口\n北京市,2011,1234.5,20\n天津市,2011,,\n");
    QFile list(cells);
    ASSERT_TRUE(list.open(QIODevice::ReadOnly));
    EXPECT_THAT(textOf(list.readAll()),
                HasSubstr("天津市,120000,2011,人口,,,,b.csv,b.csv,C3,\"335,2\",unreadable"));
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
    EXPECT_THAT(textOf(told.output), HasSubstr("北京市,2023,20"));
}

TEST(CliImport, SaysWhichYearItTookFromTheNameOfAFile) {
    const QTemporaryDir folder;
    const QString page = written(folder, "yearbook_2018.csv", "城市,人口\n北京,20\n天津,15\n");
    const QString out = folder.filePath(QStringLiteral("panel.csv"));
    const CliRun guessed = runCli({QStringLiteral("import"), page, QStringLiteral("--out"), out});
    EXPECT_THAT(textOf(guessed.output),
                HasSubstr("yearbook_2018.csv: 2017, the year before that of its name"));
    const CliRun told = runCli({QStringLiteral("import"), page, QStringLiteral("--out"), out,
                                QStringLiteral("--year"), QStringLiteral("file")});
    EXPECT_THAT(textOf(told.output), HasSubstr("yearbook_2018.csv: 2018, the year in its name"));
    const CliRun json = runCli({QStringLiteral("import"), page, QStringLiteral("--out"), out,
                                QStringLiteral("--format"), QStringLiteral("json")});
    EXPECT_EQ(json.json()[QStringLiteral("tables")][0][QStringLiteral("period")].toInt(), 2017);
}

// A title's year, that of a book above the table, a guess: each is said with its source.
TEST(CliImport, SaysWhereEveryYearComesFrom) {
    const QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("panel.csv"));
    const auto reportOf = [&](const char* name, const QByteArray& bytes, QStringList more = {}) {
        const CliRun run =
            runCli(QStringList{QStringLiteral("import"), written(folder, name, bytes),
                               QStringLiteral("--out"), out} +
                   more);
        return textOf(run.output) + textOf(run.errors);
    };
    const QByteArray table = "城市,人口\n北京市,20\n天津市,15\n石家庄市,3\n";
    EXPECT_THAT(reportOf("2013年鉴.csv", "2-1 人口(2012年),\n" + table),
                HasSubstr("2013年鉴.csv: 2012, the year in the title above the table"));
    EXPECT_THAT(reportOf("cover.csv", "中国城市统计年鉴2013,\n" + table),
                HasSubstr("cover.csv: 2012, the year before that of the yearbook named above"));
    EXPECT_THAT(reportOf("long.csv", "城市,年份,人口\n北京市,2011,2\n北京市,2012,3\n"),
                HasSubstr("long.csv: the years stand in column B"));
    const QByteArray scoped =
        "城市,年末总人口_全市,年末总人口_市辖区\n北京市,20,2\n天津市,15,3\n石家庄市,3,1\n";
    EXPECT_THAT(reportOf("人口2013.csv", scoped),
                HasSubstr("Doubtful: 人口2013.csv: 2012 is a guess"));
    EXPECT_THAT(
        reportOf("人口2013.csv", scoped, {QStringLiteral("--year"), QStringLiteral("file-1")}),
        ::testing::Not(HasSubstr("Doubtful")));
    const std::string untitled =
        reportOf("a.csv", table, {QStringLiteral("--year"), QStringLiteral("title")});
    EXPECT_THAT(untitled, HasSubstr("No year is stated"));
    EXPECT_THAT(untitled, HasSubstr("--year YEAR, file, file-1"));
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

TEST(CliImport, SaysWhichRowsItSkipped) {
    const QTemporaryDir folder;
    const QString page = written(
        folder, "a_2013.csv",
        "地区,人口\n城市合计,60\n河北省,40\n石家庄市,10\n唐山市,20\n北京市,20\n天津市,10\n");
    const CliRun run = runCli({QStringLiteral("import"), page, QStringLiteral("--out"),
                               folder.filePath(QStringLiteral("p.csv"))});
    EXPECT_THAT(textOf(run.output),
                HasSubstr("2 rows of totals, provinces, repeated headers or notes skipped: "
                          "城市合计, 河北省"));
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

TEST(CliImport, AConversionThatCannotBeDoneIsSaid) {
    const QTemporaryDir folder;
    const QString a =
        written(folder, "Data_2016.csv", "城市,GDP(万元),pop\n北京市,10000,1\n天津市,20000,2\n");
    for (const auto& [asked, told] : {std::pair("GDP=万人", "亿元"), std::pair("pop=万人", "pop"),
                                      std::pair("GPD=亿元", "GDP")}) {
        const CliRun run = runCli({QStringLiteral("import"), a, QStringLiteral("--out"),
                                   folder.filePath(QStringLiteral("p.csv")),
                                   QStringLiteral("--convert"), QString::fromUtf8(asked)});
        EXPECT_EQ(run.status, 1) << asked;
        EXPECT_TRUE(textOf(run.errors).find(told) != std::string::npos) << textOf(run.errors);
    }
}

TEST(CliImport, AConversionPassesOverTablesWithoutUnitAndNamesThem) {
    const QTemporaryDir folder;
    const QString a = written(folder, "a_2016.csv", "城市,GDP(万元)\n北京市,10000\n天津市,20000\n");
    const QString b = written(folder, "b_2017.csv", "城市,GDP\n北京市,11000\n天津市,21000\n");
    const QStringList convert{QStringLiteral("--convert"), QStringLiteral("GDP=亿元"),
                              QStringLiteral("--out"), folder.filePath(QStringLiteral("p.csv"))};
    const CliRun both = runCli(QStringList{QStringLiteral("import"), a, b} + convert);
    EXPECT_EQ(both.status, 0) << textOf(both.errors);
    EXPECT_NE(textOf(both.errors).find("b_2017.csv"), std::string::npos) << textOf(both.errors);
    const CliRun none = runCli(QStringList{QStringLiteral("import"), b} + convert);
    EXPECT_EQ(none.status, 1);
    EXPECT_NE(textOf(none.errors).find("b_2017.csv"), std::string::npos) << textOf(none.errors);
    EXPECT_NE(textOf(none.errors).find("单位：万元"), std::string::npos) << textOf(none.errors);
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

// A rule that was found for one file says nothing of the next; one that was told does.
TEST(CliImport, AMappingKeepsOnlyTheYearRuleThatWasTold) {
    const QTemporaryDir folder;
    const QString book =
        written(folder, "2013年鉴.csv", "城市,GDP\n北京市,1\n天津市,2\n石家庄市,3\n");
    const QString page =
        written(folder, "pop_2013.csv", "城市,人口\n北京市,4\n天津市,5\n石家庄市,6\n");
    const QString mapping = folder.filePath(QStringLiteral("mapping.json"));
    const QStringList files{QStringLiteral("import"), book, page};
    const QStringList save{QStringLiteral("--save-mapping"), mapping};
    const QStringList apply{QStringLiteral("--mapping"), mapping};
    const CliRun first = runCli(files + save);
    ASSERT_EQ(first.status, 0) << textOf(first.errors);
    EXPECT_THAT(textOf(first.output), HasSubstr("北京市,2012,1,"));
    EXPECT_THAT(textOf(first.output), HasSubstr("北京市,2013,,4"));
    EXPECT_EQ(textOf(runCli(files + apply).output), textOf(first.output));
    const CliRun told =
        runCli(files + save + QStringList{QStringLiteral("--year"), QStringLiteral("file")});
    EXPECT_THAT(textOf(told.output), HasSubstr("北京市,2013,1,4"));
    EXPECT_EQ(textOf(runCli(files + apply).output), textOf(told.output));
}

TEST(CliImport, SaysWhatAMappingNamesAndNoFileHas) {
    const QTemporaryDir folder;
    const QString a = written(folder, "a2012.csv", "城市,生产总值(万元)\n北京市,1\n天津市,2\n");
    const QString b = written(folder, "b2013.csv", "城市,地区生产总值\n北京市,1\n天津市,2\n");
    const QString mapping = folder.filePath(QStringLiteral("mapping.json"));
    const CliRun saved =
        runCli({QStringLiteral("import"), a, QStringLiteral("--var"),
                QStringLiteral("gdp=生产总值(万元)"), QStringLiteral("--save-mapping"), mapping});
    ASSERT_EQ(saved.status, 0) << textOf(saved.errors); // a header as it stands in the file
    EXPECT_THAT(textOf(saved.output), HasSubstr("city,year,gdp"));
    EXPECT_THAT(textOf(saved.errors), Not(HasSubstr("not read"))); // what was not asked for
    const CliRun applied =
        runCli({QStringLiteral("import"), b, QStringLiteral("--mapping"), mapping});
    EXPECT_EQ(applied.status, 0);
    EXPECT_THAT(textOf(applied.errors), HasSubstr("生产总值"));
    EXPECT_THAT(textOf(applied.errors), HasSubstr("gdp"));
}

TEST(CliImport, ListsTheColumnsThatATableOfYearsLeavesOut) {
    const QTemporaryDir folder;
    const QString file =
        written(folder, "w.csv", "city,gdp2010,gdp2011,area\nA,1,2,9\nB,3,4,9\nC,5,6,9\n");
    const CliRun run = runCli({QStringLiteral("import"), file, QStringLiteral("--out"),
                               folder.filePath(QStringLiteral("p.csv"))});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(textOf(run.output), HasSubstr("no year in a table of years: area"));
}

TEST(CliImport, SaysWhichRowsAndColumnsAreHiddenAndReadAllTheSame) {
    const QTemporaryDir folder;
    const auto row = [](int number, const QByteArray& city, const char* hidden) {
        const QByteArray r = QByteArray::number(number);
        return "<row r=\"" + r + "\"" + hidden + "><c r=\"A" + r + "\" t=\"inlineStr\"><is><t>" +
               city + "</t></is></c><c r=\"B" + r + "\"><v>2010</v></c><c r=\"C" + r + "\"><v>" +
               r + "</v></c></row>";
    };
    testing::MadeWorkbook made;
    made.beforeCells = "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>";
    made.cells = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>城市</t></is></c>"
                 "<c r=\"B1\" t=\"inlineStr\"><is><t>年份</t></is></c>"
                 "<c r=\"C1\" t=\"inlineStr\"><is><t>产值</t></is></c></row>" +
                 row(2, "石家庄市", "") + row(3, "唐山市", " hidden=\"1\"") +
                 row(4, "秦皇岛市", " hidden=\"1\"") + row(5, "邯郸市", "");
    const QString file = folder.filePath(QStringLiteral("h.xlsx"));
    QFile target(file);
    ASSERT_TRUE(target.open(QIODevice::WriteOnly));
    target.write(made.bytes());
    target.close();
    const CliRun run = runCli({QStringLiteral("import"), file, QStringLiteral("--out"),
                               folder.filePath(QStringLiteral("p.csv"))});
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(textOf(run.output), AllOf(HasSubstr("4 values"), HasSubstr("others: 3-4, C\n")));
    const CliRun listed = runCli({QStringLiteral("sheets"), file});
    EXPECT_THAT(textOf(listed.output),
                AllOf(HasSubstr("hidden rows: 3-4\n"), HasSubstr("hidden columns: C\n")));
}

TEST(CliImport, NamesSheetsWithNumbersAndNoTable) {
    const QTemporaryDir folder;
    const QString file = written(folder, "a.csv", "城市,年份,x\n北京,2010,1\n天津,2010,2\n");
    const QString codes = written(folder, "b.csv", "代码,x\n130100,5\n130200,6\n130300,7\n");
    const CliRun run = runCli({QStringLiteral("import"), file, codes, QStringLiteral("--year"),
                               QStringLiteral("2010"), QStringLiteral("--out"),
                               folder.filePath(QStringLiteral("p.csv"))});
    EXPECT_THAT(textOf(run.output) + textOf(run.errors),
                HasSubstr("b.csv: no table of cities was found on b.csv"));
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

} // namespace
} // namespace citypanel
