// SPDX-License-Identifier: GPL-3.0-or-later
// Cell text, layouts and the join of sheets, on small grids and on real yearbook files.
#include "core/sheets/cell_text.h"
#include "core/sheets/data_file.h"
#include "core/sheets/header_text.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "tests/support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;

Workbook textWorkbook(const std::string& text, const std::string& name = "t.csv") {
    NoProgress progress;
    return *readWorkbook(QByteArray::fromStdString(text), name, progress);
}

Result<ImportResult> imported(std::vector<Workbook> workbooks) {
    NoProgress progress;
    return readPanel(workbooks, detectPlan(workbooks), true, progress);
}

// The traps of yearbook cells: thousands separators, full-width digits, footnotes, missing marks.
TEST(CellText, ReadsNumbersAsYearbooksPrintThem) {
    const std::vector<std::pair<const char*, double>> cases{{"17,892,975①", 17892975},
                                                            {"３，８５９，１２３．２", 3859123.2},
                                                            {"12.3*", 12.3},
                                                            {" 1141 ", 1141},
                                                            {"12.3%", 12.3},
                                                            {"−0.5", -0.5},
                                                            {"　42　", 42},
                                                            {"1.5e3", 1500},
                                                            {"-7", -7},
                                                            {"'1204", 1204},
                                                            {"＇3.5", 3.5},
                                                            {"①12", 12},
                                                            {"¹12", 12},
                                                            {"12¹", 12},
                                                            {"832949[1]", 832949},
                                                            {"832949〔12〕", 832949},
                                                            {"₂5", 5},
                                                            {"⑩ 1,234 ⑴", 1234}};
    for (const auto& [text, number] : cases) {
        const CellValue value = readNumber(text);
        EXPECT_EQ(value.meaning, CellMeaning::Number) << text;
        EXPECT_DOUBLE_EQ(value.number, number) << text;
    }
}

TEST(CellText, TakesNoMarkOfAFootnoteForADigit) {
    for (const char* text : {"1①2", "12①3", "5①.", "①", "③", "②", "²", "⒈5", "⒓", "1₂3", "①③"}) {
        EXPECT_EQ(readNumber(text).meaning, CellMeaning::Unreadable) << text;
    }
}

TEST(CellText, TakesMarksForMissingAndNotForZero) {
    for (const char* text :
         {"", "—", "――", "…", "...", "-", "－", "/", "N/A", "NA", "缺", "无", "#", ".", "　"}) {
        EXPECT_EQ(readNumber(text).meaning, CellMeaning::Missing) << text;
    }
}

// Misread cells of the editions 2006 to 2014 and of tables 2-11 and 2-27: reported, never guessed.
TEST(CellText, ReportsWhatCannotBeRead) {
    for (const char* text :
         {"0．O9", "1 164.60", "0:68", ",18.51", "335,2", "0.0.20", "1.36,", "£05", "_ 2317",
          "=H13/10000", "0.05.", "0,123", "012,345", "-0,500", "00,123.5"}) {
        EXPECT_EQ(readNumber(text).meaning, CellMeaning::Unreadable) << text;
    }
}

// -12 to an accountant; to a yearbook the number of a note, of an estimate, of a part of the total.
TEST(CellText, TakesNumbersInParenthesesForNothing) {
    for (const char* text : {"(12)", "（5）", "(1,204.5)", "( 3 )", "12(1)", "（12.3%）"}) {
        EXPECT_EQ(readNumber(text).meaning, CellMeaning::Unreadable) << text;
    }
}

TEST(CellText, TidiesNames) {
    EXPECT_EQ(tidyName("  石家庄市"), "石家庄市");
    EXPECT_EQ(tidyName("北  京"), "北京");
    EXPECT_EQ(tidyName("哈密\xE2\x80\x8B\xE2\x80\x8B"), "哈密");
    EXPECT_EQ(tidyName(" New York "), "New York");
}

TEST(HeaderText, SplitsIndicatorUnitAndScope) {
    const HeaderText gdp =
        joinHeader({"地区生产总值（当年价格）\n（亿元）\nGross Regional Product (100 million yuan)",
                    "全市\nTotal City"});
    EXPECT_EQ(gdp.name, "地区生产总值_当年价格_全市");
    EXPECT_EQ(gdp.unitOfMeasure, "亿元");
    EXPECT_EQ(gdp.scope, "全市");
    EXPECT_EQ(
        joinHeader({"年末户籍人口 (万人)_x000D_\nHousehold", "市辖区_x000D_\nDistricts"}).name,
        "年末户籍人口_市辖区");
    EXPECT_EQ(joinHeader({"inv"}).name, "inv");
    EXPECT_EQ(joinHeader({"城 市"}).name, "城市");
    EXPECT_EQ(unitInLine("单位：万元"), "万元");
}

TEST(Layout, FindsALongTable) {
    const Workbook workbook =
        textWorkbook("城市,年份,GDP\n北京,2011,1\n北京,2012,2\n天津,2011,3\n");
    const Layout layout = detectLayout(workbook.sheets[0], "t.csv").layout;
    EXPECT_EQ(layout.kind, LayoutKind::Long);
    EXPECT_EQ(layout.unitColumn, 0);
    EXPECT_EQ(layout.periodColumn, 1);
}

TEST(Layout, FindsAYearbookPage) {
    const Workbook workbook = textWorkbook(
        ",,\n2-6 地区生产总值,,\n单位：万元,,\n城 市,地区生产总值,\n,全市,市辖区\n北京市,5,4\n"
        "河北省,,\n  石家庄市,3,—\n  唐山市,2,1\n",
        "yearbook_2018.csv");
    const DetectedLayout detected = detectLayout(workbook.sheets[0], "yearbook_2018.csv");
    EXPECT_EQ(detected.layout.kind, LayoutKind::OnePeriod);
    EXPECT_EQ(detected.layout.headerBegin, 3);
    EXPECT_EQ(detected.layout.bodyBegin, 5);
    EXPECT_EQ(detected.layout.periodRule, PeriodRule::FileNameLessOne);
    EXPECT_EQ(detected.layout.columns[1].unitOfMeasure, "万元");
    std::vector<Workbook> workbooks;
    workbooks.push_back(textWorkbook(
        ",,\n2-6 地区生产总值,,\n单位：万元,,\n城 市,地区生产总值,\n,全市,市辖区\n北京市,5,4\n"
        "河北省,,\n  石家庄市,3,—\n  唐山市,2,1\n",
        "yearbook_2018.csv"));
    const auto result = imported(std::move(workbooks));
    ASSERT_TRUE(result);
    EXPECT_THAT(result->panel.unitLabels(), ElementsAre("北京市", "石家庄市", "唐山市"));
    EXPECT_THAT(result->panel.distinctPeriods(), ElementsAre(2017));
    EXPECT_TRUE(result->panel.find("地区生产总值_市辖区")->isMissingAt(1));
    const Origin origin = result->panel.find("地区生产总值_全市")->origins().at(2);
    EXPECT_EQ(cellName(origin.row, origin.column), "B9");
    EXPECT_EQ(origin.file, "yearbook_2018.csv");
    EXPECT_EQ(result->report.skippedRowCount, 1U);
}

TEST(Layout, AnEditionOfAYearbookIsKnownByItsName) {
    const Workbook workbook = textWorkbook("城市,地区生产总值\n北京市,5\n天津市,4\n");
    const auto ruleOf = [&](const char* file) {
        return detectLayout(workbook.sheets[0], file).layout.periodRule;
    };
    EXPECT_EQ(ruleOf("Yearbook_2018.csv"), PeriodRule::FileNameLessOne);
    EXPECT_EQ(ruleOf("中国城市统计年鉴2018.csv"), PeriodRule::FileNameLessOne);
    EXPECT_EQ(ruleOf("gdp_2018.csv"), PeriodRule::FileName);
}

TEST(Layout, FindsYearsAcross) {
    std::vector<Workbook> workbooks;
    workbooks.push_back(textWorkbook("city,2011,2012,2013\nWuhan,1,2,3\nHefei,4,,6\n", "co2.csv"));
    const auto result = imported(std::move(workbooks));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->panel.rowCount(), 6U);
    EXPECT_TRUE(result->panel.find("co2")->isMissingAt(4));
    EXPECT_EQ(result->panel.find("co2")->numbers()[5], 6.0);
}

TEST(Import, AsksForAPeriodThatStandsNowhere) {
    std::vector<Workbook> workbooks;
    workbooks.push_back(textWorkbook("城市,人口\n北京,1\n天津,2\n", "人口.csv"));
    const auto result = imported(std::move(workbooks));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::PeriodMissing);
    EXPECT_EQ(result.error().place.file, "人口.csv");
}

TEST(Import, LeavesACityTwiceWithDifferentValuesToBeDecided) {
    std::vector<Workbook> workbooks;
    workbooks.push_back(textWorkbook("city,year,x\nWuhan,2011,1\nWuhan,2011,2\nHefei,2011,3\n"));
    const auto result = imported(std::move(workbooks));
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->panel.find("x")->isMissingAt(0));
    EXPECT_EQ(result->panel.find("x")->numbers()[1], 3.0);
    ASSERT_EQ(result->report.warnings.size(), 1U);
    const Problem& warning = result->report.warnings[0];
    EXPECT_EQ(warning.code, ProblemCode::DuplicateKey);
    EXPECT_EQ(warning.place.unit, "Wuhan");
    EXPECT_EQ(warning.place.cell, "C2");
    EXPECT_EQ(warning.expected, "1 (C2), 2 (C3)");
}

TEST(Import, JoinsSourcesAndWarnsOfDifferences) {
    std::vector<Workbook> workbooks;
    workbooks.push_back(textWorkbook("city,year,x\nWuhan,2011,1\nHefei,2011,3\n", "a.csv"));
    workbooks.push_back(textWorkbook("city,year,x,y\nWuhan,2011,5,7\nXian,2011,4,8\n", "b.csv"));
    const auto result = imported(std::move(workbooks));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->panel.rowCount(), 3U);
    EXPECT_EQ(result->panel.find("x")->numbers()[0], 1.0);
    ASSERT_EQ(result->report.warnings.size(), 1U);
    EXPECT_EQ(result->report.warnings[0].expected, "1 (a.csv C2), 5 (b.csv C2)");
    EXPECT_EQ(result->report.warnings[0].severity, Severity::Warning);
}

TEST(Import, NamesUnreadableCellsAndLeavesThemMissing) {
    std::vector<Workbook> workbooks;
    workbooks.push_back(
        textWorkbook("city,year,x\nWuhan,2011,1\nHefei,2011,\"335,2\"\nXian,2011,4\n"));
    const auto result = imported(std::move(workbooks));
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->panel.find("x")->isMissingAt(1));
    ASSERT_EQ(result->report.warnings.size(), 1U);
    EXPECT_EQ(result->report.warnings[0].place.cell, "C3");
    EXPECT_EQ(result->report.warnings[0].found, "335,2");
}

// A text file has no numbers but such; a workbook has both.
TEST(Import, CountsNumbersStoredAsTextWhereAFileHasBoth) {
    for (const FileFormat format : {FileFormat::DelimitedText, FileFormat::Xlsx}) {
        std::vector<Workbook> workbooks;
        workbooks.push_back(textWorkbook("城市,年份,人口\n合肥市,2015,1\n芜湖市,2015,2\n"));
        workbooks[0].format = format;
        EXPECT_EQ(imported(std::move(workbooks))->report.textNumberCount,
                  format == FileFormat::Xlsx ? 2U : 0U);
    }
}

TEST(Import, AVariableCannotHaveTheNameOfAKey) {
    std::vector<Workbook> workbooks;
    workbooks.push_back(textWorkbook("城市,年份,人口\n合肥市,2015,1\n"));
    NoProgress progress;
    const ImportPlan plan = withVariableRenamed(detectPlan(workbooks), "人口", "year");
    const auto result = readPanel(workbooks, plan, false, progress);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::VariableIsKey);
    EXPECT_EQ(result.error().place.variable, "year");
    EXPECT_EQ(result.error().place.file, "t.csv");
}

TEST(Import, AColumnThatAFileNamesAsAKeyGetsAnotherName) {
    std::vector<Workbook> workbooks;
    workbooks.push_back(textWorkbook("城市,年份,city\n合肥市,2015,1\n芜湖市,2015,2\n"));
    const auto result = imported(std::move(workbooks));
    ASSERT_TRUE(result) << problemCodeName(result.error().code);
    ASSERT_NE(result->panel.find("city_2"), nullptr);
    EXPECT_EQ(result->panel.find("city_2")->numbers()[1], 2);
}

TEST(DataFile, KeepsCodesWithLeadingZerosAsText) {
    const Workbook workbook = textWorkbook("code,x,year\n0110,1,2000\n0120,NA,2000\n");
    const auto panel = panelOfSheet(workbook.sheets[0], "t.csv", {"code", "year"});
    ASSERT_TRUE(panel);
    EXPECT_EQ(panel->find("code")->type(), VariableType::Text);
    EXPECT_EQ(panel->find("x")->type(), VariableType::Numeric);
    EXPECT_EQ(panel->find("x")->missingCount(), 1U);
}

TEST(DataFile, KeepsWholeNumbersThatADoubleWouldChangeAsText) {
    // 2^53 + 1 would become 2^53; 2^53 itself and 25 significant decimals are numbers.
    const Workbook workbook =
        textWorkbook("firm,credit,x,y,year\n"
                     "1,911101087109310001,9007199254740992,-0.125,2000\n"
                     "2,9007199254740993,1,1.0000000000000000000000001,2000\n");
    const auto panel = panelOfSheet(workbook.sheets[0], "t.csv", {"firm", "year"});
    ASSERT_TRUE(panel);
    ASSERT_EQ(panel->find("credit")->type(), VariableType::Text);
    EXPECT_EQ(panel->find("credit")->textAt(0), "911101087109310001");
    EXPECT_EQ(panel->find("credit")->textAt(1), "9007199254740993");
    ASSERT_EQ(panel->find("x")->type(), VariableType::Numeric);
    EXPECT_EQ(panel->find("x")->numbers()[0], 9007199254740992.0);
    EXPECT_EQ(panel->find("y")->numbers()[1], 1.0);
    EXPECT_EQ(readNumber("-9007199254740993").meaning, CellMeaning::Unreadable);
    EXPECT_EQ(readNumber("9,007,199,254,740,993").meaning, CellMeaning::Unreadable);
    EXPECT_EQ(readNumber("000000000000000000012").number, 12);
    EXPECT_EQ(readNumber("0000000000000000").number, 0);
}

TEST(DataFile, CsvReadsBackExactlyAndNeutralisesFormulas) {
    const std::vector<std::string> names{"=1+1", "a,\"b\""};
    const Panel panel =
        *Panel::create({"u", "t"}, {Variable::text("u", names), Variable::numeric("t", {1, 1}),
                                    Variable::numeric("x", {0.1, missingValue})});
    const QByteArray csv = csvOf(panel);
    EXPECT_TRUE(csv.startsWith("\xEF\xBB\xBF"));
    EXPECT_TRUE(csv.contains("'=1+1,1,0.1\n"));
    const Panel again =
        *panelOfSheet(textWorkbook(csv.toStdString()).sheets[0], "t.csv", {"u", "t"});
    EXPECT_EQ(again.find("x")->numbers()[0], 0.1);
    EXPECT_TRUE(again.find("x")->isMissingAt(1));
    EXPECT_EQ(again.unitLabels()[1], "a,\"b\"");
    const std::vector<std::string> tuned{"x", "y"};
    EXPECT_TRUE(csvOf(panel, tuned).contains("u,t,x_tuned\n"));
}

TEST(DelimitedText, ReadsTheEncodingsOfDataServices) {
    const QString text = QStringLiteral("城市,x\n北京,1\n");
    const QByteArray gbk("\xB3\xC7\xCA\xD0,x\n\xB1\xB1\xBE\xA9,1\n");
    const QByteArray utf16("\xFF\xFE"
                           "a\0,\0x\0\n\0"
                           "b\0,\0"
                           "1\0\n\0",
                           18);
    NoProgress progress;
    EXPECT_EQ(readWorkbook(gbk, "g.csv", progress)->sheets[0].textAt(1, 0), "北京");
    EXPECT_EQ(readWorkbook(text.toUtf8(), "u.csv", progress)->sheets[0].textAt(0, 0), "城市");
    EXPECT_EQ(
        readWorkbook("\xEF\xBB\xBF" + text.toUtf8(), "b.csv", progress)->sheets[0].textAt(0, 0),
        "城市");
    EXPECT_EQ(readWorkbook(utf16, "w.csv", progress)->sheets[0].textAt(1, 1), "1");
    EXPECT_EQ(readWorkbook("a;b\n1;2\n3;4\n", "s.csv", progress)->sheets[0].columnCount(), 2U);
    EXPECT_EQ(readWorkbook("a\tb\n\"1\n2\"\t3\n", "t.tsv", progress)->sheets[0].textAt(1, 0),
              "1\n2");
}

TEST(Workbook, HostileFilesAreProblemsNotCrashes) {
    NoProgress progress;
    EXPECT_EQ(readWorkbook({}, "e.csv", progress).error().code, ProblemCode::NoDataRows);
    EXPECT_EQ(readWorkbook({}, "e.xlsx", progress).error().code, ProblemCode::FileTruncated);
    EXPECT_EQ(readWorkbook(QByteArray(100, '\0'), "z.xlsx", progress).error().code,
              ProblemCode::FileFormatUnknown);
    EXPECT_EQ(readWorkbook(QByteArray("PK\x03\x04truncated"), "t.xlsx", progress).error().code,
              ProblemCode::FileTruncated);
    EXPECT_EQ(readWorkbook(QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1junk"), "x.xls", progress)
                  .error()
                  .place.file,
              "x.xls");
    EXPECT_FALSE(readWorkbook("<stata_dta><header>", "d.dta", progress));
    EXPECT_EQ(readWorkbookFile("/nowhere/at/all.csv", progress).error().code,
              ProblemCode::FileNotFound);
}

// The nine editions hold the data of the year before: 北京 1297.5 is its population of 2012.
TEST(RealFiles, EditionsJoinToACityYearPanel) {
    const auto folder = citypanel::testing::sharedData() / "data/real/yearbook_2006_2017_xlsx";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "shared data absent: yearbook_2006_2017_xlsx";
    }
    NoProgress progress;
    std::vector<Workbook> workbooks;
    for (const char* year : {"2013", "2014"}) {
        auto workbook =
            readWorkbookFile((folder / ("Data_" + std::string(year) + ".xlsx")).string(), progress);
        ASSERT_TRUE(workbook);
        workbooks.push_back(*std::move(workbook));
    }
    const auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    ASSERT_TRUE(result) << result.error().place.cell;
    EXPECT_THAT(result->panel.distinctPeriods(), ElementsAre(2012, 2013));
    const Variable* population = result->panel.find("年末总人口_全市");
    ASSERT_NE(population, nullptr);
    const auto& labels = result->panel.unitLabels();
    EXPECT_EQ(labels[0], "北京市");
    EXPECT_EQ(population->numbers()[0], 1297.5);
    EXPECT_EQ(population->unitOfMeasure(), "万人");
    EXPECT_GE(result->panel.unitCount(), 286U);
}

TEST(RealFiles, CompiledPanelIsLong) {
    const auto file = citypanel::testing::sharedData() /
                      "data/real/sustainability_panel/1999-2018 Cities data.xlsx";
    if (!std::filesystem::exists(file)) {
        GTEST_SKIP() << "shared data absent: sustainability_panel";
    }
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbookFile(file.string(), progress));
    const auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->panel.rowCount(), 1989U); // PROVENANCE.md of the file
    // 287 names, but 襄樊市 and 襄阳市 are one place.
    EXPECT_EQ(result->panel.unitCount(), 286U);
}

} // namespace
} // namespace citypanel::sheets
