// SPDX-License-Identifier: GPL-3.0-or-later
// Panels written and read back, labels and missing codes of statistical files, and the keys of
// teaching panels.
#include "core/sheets/data_file.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/stata_writer.h"
#include "tests/support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <readstat.h>

#include <filesystem>
#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;

Panel examplePanel() {
    const std::vector<std::string> cities{"安庆市", "安庆市", "Hefei"};
    const std::vector<std::string> notes{"", std::string(3000, 'x'), "y"};
    std::vector<Variable> columns{
        Variable::text("city", cities),
        Variable::numeric("year", {2010, 2011, 2010}),
        Variable::numeric("GDP", {0.1, missingValue, 1e9})
            .withLabel("地区生产总值")
            .withUnitOfMeasure("万元"),
        Variable::flag("pilot", {1, 0, missingValue}),
        Variable::category("地区.type", {0, 1, missingCode}, {"东部", "西部"}),
        Variable::text("note", notes),
        Variable::numeric("if", {1, 2, 3})};
    return *Panel::create({"city", "year"}, std::move(columns));
}

// Read by R with haven and with foreign: tests/reference/sav/README.md.
TEST(SavReader, ReadsAKnownFile) {
    NoProgress progress;
    const auto workbook =
        readWorkbookFile(CITYPANEL_SOURCE_DIR "/tests/reference/sav/testdata.sav", progress);
    ASSERT_TRUE(workbook) << workbook.error().found;
    EXPECT_EQ(workbook->format, FileFormat::SpssSav);
    const Sheet& sheet = workbook->sheets.at(0);
    ASSERT_EQ(sheet.rowCount(), 6U);
    ASSERT_EQ(sheet.columnCount(), 16U);
    const auto columnOf = [&](const std::string& name) {
        for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
            if (sheet.textAt(0, column) == name) {
                return column;
            }
        }
        ADD_FAILURE() << name;
        return std::size_t{0};
    };
    const auto expectNumbers = [&](const std::string& name, const std::vector<double>& numbers) {
        const std::size_t column = columnOf(name);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const Cell cell = sheet.at(i + 1, column);
            const bool isNumber = cell.kind == CellKind::Number;
            EXPECT_EQ(isNumber, !isMissing(numbers[i])) << name << ' ' << i;
            if (isNumber && !isMissing(numbers[i])) {
                EXPECT_EQ(cell.number, numbers[i]) << name << ' ' << i;
            }
        }
    };
    constexpr double none = missingValue; // system-missing, in a declared range, or a declared code
    expectNumbers("numeric", {1, 2, 3, none, 3});
    expectNumbers("numeric_long_label", {none, none, 3.33333, 4, none});
    expectNumbers("factor_numeric", {1, 2, 3, none, none});
    expectNumbers("factor_n_coded_miss", {1, 2, none, 5, none});
    expectNumbers("factor_n_undeclared", {1, 2, 4, 3, 1});
    EXPECT_EQ(sheet.columnLabel(columnOf("numeric")), "numeric variable");
    EXPECT_EQ(sheet.labelAt(1, columnOf("factor_numeric")), "strongly disagree");
    EXPECT_EQ(sheet.textAt(1, columnOf("string")).substr(0, 27), "Lorem ipsum dolor sit amet,");
    EXPECT_EQ(sheet.textAt(5, columnOf("string_500")).substr(0, 12), "abc def ghi ");
    EXPECT_EQ(sheet.textAt(5, columnOf("string_500")).size(), 499U);  // 459 characters
    EXPECT_EQ(sheet.textAt(2, columnOf("factor_s_duplicated")), "ö"); // the file is in Windows-1252
    EXPECT_EQ(sheet.textAt(1, columnOf("date")), "1983-12-11");
    EXPECT_EQ(sheet.textAt(2, columnOf("date")), "2018-07-01");
    EXPECT_EQ(sheet.textAt(3, columnOf("date")), "2017-10-23");
    EXPECT_TRUE(sheet.isEmptyAt(4, columnOf("date")));
}

TEST(DtaWriter, WritesWhatReadsBackTheSame) {
    const auto bytes = dtaOf(examplePanel());
    ASSERT_TRUE(bytes) << bytes.error().found;
    EXPECT_EQ(*bytes, *dtaOf(examplePanel())); // the same bytes every time
    NoProgress progress;
    const auto workbook = readWorkbook(*bytes, "p.dta", progress);
    ASSERT_TRUE(workbook) << workbook.error().found;
    const auto panel = panelOfSheet(workbook->sheets[0], "p.dta", {"city", "year"});
    ASSERT_TRUE(panel);
    EXPECT_THAT(panel->unitLabels(), ElementsAre("安庆市", "Hefei"));
    EXPECT_EQ(panel->find("GDP")->numbers()[0], 0.1);
    EXPECT_TRUE(panel->find("GDP")->isMissingAt(1));
    EXPECT_EQ(panel->find("GDP")->label(), "地区生产总值 (万元)");
    EXPECT_EQ(panel->find("pilot")->numbers()[1], 0.0);
    EXPECT_TRUE(panel->find("pilot")->isMissingAt(2));
    const Variable* type = panel->find("地区_type");
    ASSERT_NE(type, nullptr);
    EXPECT_EQ(type->type(), VariableType::Category);
    EXPECT_EQ(type->textAt(1), "西部");
    EXPECT_TRUE(type->isMissingAt(2));
    EXPECT_EQ(panel->find("note")->textAt(1).size(), 3000U);
    EXPECT_NE(panel->find("if_"), nullptr); // a word of Stata's own
}

readstat_writer_t* newDtaWriter() {
    readstat_writer_t* writer = readstat_writer_init();
    readstat_set_data_writer(writer, [](const void* data, std::size_t length, void* context) {
        static_cast<QByteArray*>(context)->append(static_cast<const char*>(data),
                                                  static_cast<qsizetype>(length));
        return static_cast<ssize_t>(length);
    });
    readstat_writer_set_file_format_version(writer, 118);
    return writer;
}

/// A dta of one column x with label set and the values 1, .a, 2, system missing, .z.
QByteArray labelledFile() {
    QByteArray bytes;
    readstat_writer_t* writer = newDtaWriter();
    readstat_label_set_t* labels = readstat_add_label_set(writer, READSTAT_TYPE_INT32, "names");
    readstat_label_int32_value(labels, 1, "东部");
    readstat_label_int32_value(labels, 2, "西部");
    readstat_label_tagged_value(labels, 'a', "refused");
    readstat_variable_t* x = readstat_add_variable(writer, "x", READSTAT_TYPE_INT32, 0);
    readstat_variable_set_label(x, "Region");
    readstat_variable_set_label_set(x, labels);
    readstat_begin_writing_dta(writer, &bytes, 5);
    for (int row = 0; row < 5; ++row) {
        readstat_begin_row(writer);
        if (row == 0 || row == 2) {
            readstat_insert_int32_value(writer, x, row == 0 ? 1 : 2);
        } else if (row == 3) {
            readstat_insert_missing_value(writer, x);
        } else {
            readstat_insert_tagged_missing_value(writer, x, row == 1 ? 'a' : 'z');
        }
        readstat_end_row(writer);
    }
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    return bytes;
}

/// A dta of that release as haven writes it, in UTF-8: two cities over the years 2010 and 2011,
/// year and region by labelled codes.
QByteArray encodedFile(int release, const char* firstRegion) {
    QByteArray bytes;
    readstat_writer_t* writer = newDtaWriter();
    readstat_writer_set_file_format_version(writer, static_cast<std::uint8_t>(release));
    readstat_label_set_t* years = readstat_add_label_set(writer, READSTAT_TYPE_INT32, "years");
    readstat_label_int32_value(years, 1, "2010");
    readstat_label_int32_value(years, 2, "2011");
    readstat_label_set_t* regions = readstat_add_label_set(writer, READSTAT_TYPE_INT32, "regions");
    readstat_label_int32_value(regions, 1, firstRegion);
    readstat_label_int32_value(regions, 2, "西部");
    const readstat_variable_t* city =
        readstat_add_variable(writer, "city", READSTAT_TYPE_STRING, 20);
    readstat_variable_t* year = readstat_add_variable(writer, "year", READSTAT_TYPE_INT32, 0);
    readstat_variable_set_label_set(year, years);
    readstat_variable_t* region = readstat_add_variable(writer, "region", READSTAT_TYPE_INT32, 0);
    readstat_variable_set_label_set(region, regions);
    const readstat_variable_t* x = readstat_add_variable(writer, "x", READSTAT_TYPE_DOUBLE, 0);
    readstat_begin_writing_dta(writer, &bytes, 4);
    for (int row = 0; row < 4; ++row) {
        readstat_begin_row(writer);
        readstat_insert_string_value(writer, city, row < 2 ? "石家庄市" : "西安市");
        readstat_insert_int32_value(writer, year, row % 2 + 1);
        readstat_insert_int32_value(writer, region, row < 2 ? 1 : 2);
        readstat_insert_double_value(writer, x, row + 0.5);
        readstat_end_row(writer);
    }
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    return bytes;
}

/// A dta with one row a pair of a firm and a number, the numbers shown in that format.
QByteArray datedFile(const std::vector<std::pair<double, double>>& rows, const char* format) {
    QByteArray bytes;
    readstat_writer_t* writer = newDtaWriter();
    const readstat_variable_t* firm =
        readstat_add_variable(writer, "firm", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_t* date = readstat_add_variable(writer, "date", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_format(date, format);
    const readstat_variable_t* x = readstat_add_variable(writer, "x", READSTAT_TYPE_DOUBLE, 0);
    readstat_begin_writing_dta(writer, &bytes, static_cast<long>(rows.size()));
    for (const auto& [unit, number] : rows) {
        readstat_begin_row(writer);
        readstat_insert_double_value(writer, firm, unit);
        readstat_insert_double_value(writer, date, number);
        readstat_insert_double_value(writer, x, unit + number);
        readstat_end_row(writer);
    }
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    return bytes;
}

// Stata 17 manual, [D] Datetime: day 0 is 1 January 1960; 18627 is td(31dec2010).
TEST(StatisticalFile, ReadsDatesByTheirFormats) {
    NoProgress progress;
    const auto shown = [&](double number, const char* format) {
        return readWorkbook(datedFile({{1, number}}, format), "d.dta", progress)
            ->sheets.at(0)
            .textAt(1, 1);
    };
    EXPECT_EQ(shown(0, "%td"), "1960-01-01");
    EXPECT_EQ(shown(18627, "%tdCCYY-NN-DD"), "2010-12-31");
    EXPECT_EQ(shown(18627, "%-td"), "2010-12-31");
    EXPECT_EQ(shown(18627, "%d"), "2010-12-31");
    EXPECT_EQ(shown(-1, "%td"), "1959-12-31");
    EXPECT_EQ(shown(18627.0 * 86'400'000 + 3'600'000, "%tc"), "2010-12-31 01:00:00");
    EXPECT_EQ(shown(1e12, "%td"), "1000000000000"); // no day
    // Counts of months, quarters and years, which lags need, and leap seconds stay numbers.
    for (const char* format : {"%tm", "%tq", "%ty", "%tC", "%9.0g"}) {
        EXPECT_EQ(shown(611, format), "611") << format;
    }
}

TEST(StatisticalFile, DatesOfOneYearArePeriods) {
    NoProgress progress;
    const std::vector<std::pair<double, double>> yearly{{1, 18627}, {1, 18992}, {2, 18627},
                                                        {2, 18992}, {3, 18627}, {3, 18992}};
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbook(datedFile(yearly, "%td"), "d.dta", progress));
    const auto imported = readPanel(workbooks, detectPlan(workbooks), false, progress);
    ASSERT_TRUE(imported) << problemCodeName(imported.error().code);
    EXPECT_THAT(imported->panel.distinctPeriods(), ElementsAre(2010, 2011));
    EXPECT_EQ(imported->panel.rowCount(), 6U);
    const auto panel = panelOfSheet(workbooks[0].sheets[0], "d.dta", {"firm", "date"});
    ASSERT_TRUE(panel) << problemCodeName(panel.error().code);
    EXPECT_THAT(panel->distinctPeriods(), ElementsAre(2010, 2011));
}

TEST(StatisticalFile, DatesOfManyDaysAYearAreCountedAsDays) {
    NoProgress progress;
    const auto workbook =
        readWorkbook(datedFile({{1, 18627}, {1, 18628}, {1, 18629}}, "%td"), "d.dta", progress);
    const auto panel = panelOfSheet(workbook->sheets[0], "d.dta", {"firm", "date"});
    ASSERT_TRUE(panel) << problemCodeName(panel.error().code);
    EXPECT_THAT(panel->distinctPeriods(), ElementsAre(18627, 18628, 18629));
}

TEST(StatisticalFile, KeepsLabelsAndMissingCodesApart) {
    NoProgress progress;
    const auto workbook = readWorkbook(labelledFile(), "l.dta", progress);
    ASSERT_TRUE(workbook) << workbook.error().found;
    const Sheet& sheet = workbook->sheets[0];
    EXPECT_EQ(sheet.columnLabel(0), "Region");
    EXPECT_EQ(sheet.at(1, 0).number, 1);
    EXPECT_EQ(sheet.labelAt(1, 0), "东部");
    EXPECT_EQ(sheet.textAt(2, 0), ".a");
    EXPECT_TRUE(sheet.isEmptyAt(4, 0));
    EXPECT_EQ(sheet.textAt(5, 0), ".z");
    const auto panel = panelOfSheet(sheet, "l.dta", {});
    ASSERT_TRUE(panel);
    const Variable& x = *panel->find("x");
    EXPECT_EQ(x.type(), VariableType::Category);
    EXPECT_EQ(x.label(), "Region");
    EXPECT_EQ(x.textAt(2), "西部");
    EXPECT_TRUE(x.isMissingAt(1));
}

// Codes of two files mean other things, so that their labels are the values; a year is its label.
TEST(StatisticalFile, ReadsUtf8OfOldReleasesAndTheLabelsOfCodes) {
    for (const int release : {113, 114, 115, 117, 118}) {
        NoProgress progress;
        std::vector<Workbook> workbooks;
        auto workbook = readWorkbook(encodedFile(release, "东部"), "a.dta", progress);
        ASSERT_TRUE(workbook) << release;
        workbooks.push_back(*std::move(workbook));
        const auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
        ASSERT_TRUE(result) << release << problemCodeName(result.error().code);
        EXPECT_THAT(result->panel.unitLabels(), ElementsAre("石家庄市", "西安市")) << release;
        EXPECT_THAT(result->panel.distinctPeriods(), ElementsAre(2010, 2011)) << release;
        ASSERT_NE(result->panel.find("region"), nullptr) << release;
        EXPECT_EQ(result->panel.find("region")->textAt(0), "东部") << release;
        EXPECT_EQ(result->panel.find("region")->textAt(3), "西部") << release;
        EXPECT_EQ(result->panel.find("x")->numbers()[3], 3.5) << release;
    }
}

TEST(DelimitedText, ReadsDecimalCommasWhereTheyAreTheRule) {
    NoProgress progress;
    const auto workbook =
        readWorkbook("city;year;x;y\nA;2010;1.234,5;0,5\nB;2010;-12,25;7\n", "e.csv", progress);
    const Sheet& sheet = workbook->sheets[0];
    EXPECT_EQ(sheet.textAt(1, 2), "1234.5");
    EXPECT_EQ(sheet.textAt(1, 3), "0.5");
    EXPECT_EQ(sheet.textAt(2, 2), "-12.25");
    // One misread point among others stays what it is.
    const auto doubtful = readWorkbook(
        "city;year;x\nA;2010;1.5\nB;2010;335,2\nC;2010;2,5\nD;2010;3,5\n", "e.csv", progress);
    EXPECT_EQ(doubtful->sheets[0].textAt(2, 2), "335,2");
}

TEST(DelimitedText, TellsLinesWithMoreFieldsThanTheHeader) {
    NoProgress progress;
    const auto shifted = readWorkbook("city,gdp,pop\nA,1,234,10\nB,5,6\n", "e.csv", progress);
    ASSERT_EQ(shifted->warnings.size(), 1U);
    EXPECT_EQ(shifted->warnings[0].code, ProblemCode::SizeMismatch);
    EXPECT_EQ(shifted->warnings[0].place.cell, "D2");
    EXPECT_EQ(shifted->warnings[0].found, "4");
    EXPECT_EQ(shifted->warnings[0].expected, "3");
    for (const char* sound : {"city,gdp,pop\nA,\"1,234\",10\nB,5,6\n",
                              "Table 1\nUnit: yuan,\ncity,gdp,pop\nA,1,2\nB,5,6\n",
                              "city,gdp,,pop,\n,total,urban,total,urban\nA,1,2,3,4\nB,5,6,7,8\n",
                              "city,gdp,note\nA,1\nB,2,preliminary\nC,3\n"}) {
        EXPECT_TRUE(readWorkbook(sound, "e.csv", progress)->warnings.empty()) << sound;
    }
}

TEST(DelimitedText, GroupsOfThreeDigitsAloneAreNoDecimals) {
    NoProgress progress;
    // A table copied from a spreadsheet: commas part thousands, and cells are read so later.
    const auto copied = readWorkbook("city\tyear\tx\ty\nA\t2010\t1,234\t5,678\nB\t2010\t2,345\t"
                                     "6,789\nC\t2010\t12,345\t1,234,567\n",
                                     "e.tsv", progress);
    EXPECT_EQ(copied->sheets[0].textAt(1, 2), "1,234");
    EXPECT_EQ(copied->sheets[0].textAt(3, 3), "1,234,567");
    const auto grouped = readWorkbook(
        "city;year;x\nA;2010;1.234,5\nB;2010;2.212,25\nC;2010;1.234\n", "e.csv", progress);
    EXPECT_EQ(grouped->sheets[0].textAt(1, 2), "1234.5");
    EXPECT_EQ(grouped->sheets[0].textAt(3, 2), "1234"); // not 1.234
    const auto small = readWorkbook(
        "city;year;x\nA;2010;0.123\nB;2010;1,234\nC;2010;12,5\nD;2010;3,5\n", "e.csv", progress);
    EXPECT_EQ(small->sheets[0].textAt(1, 2), "0.123");
    EXPECT_EQ(small->sheets[0].textAt(2, 2), "1,234");
}

TEST(DelimitedText, ReadsEachLineOfMixedEncodingsByItsOwnAndSaysSo) {
    NoProgress progress;
    const QByteArray mixed = QByteArray("城市,年份,x\n北京市,2010,1\n") +
                             "\xCC\xEC\xBD\xF2\xCA\xD0,2010,2\n"; // 天津市 in GBK
    const auto workbook = readWorkbook(mixed, "m.csv", progress);
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->sheets[0].textAt(1, 0), "北京市");
    EXPECT_EQ(workbook->sheets[0].textAt(2, 0), "天津市");
    ASSERT_EQ(workbook->warnings.size(), 1U);
    EXPECT_EQ(workbook->warnings[0].place.file, "m.csv");
    EXPECT_EQ(workbook->warnings[0].place.cell, "A3");
    const auto gbk =
        readWorkbook("\xB3\xC7\xCA\xD0,x\n\xCC\xEC\xBD\xF2\xCA\xD0,2\n", "g.csv", progress);
    EXPECT_EQ(gbk->sheets[0].textAt(1, 0), "天津市");
    EXPECT_TRUE(gbk->warnings.empty());
}

// "縣市,年度,人口數 / 臺北市,..." as Python's codec big5 writes it.
TEST(DelimitedText, TellsBig5FromSimplifiedChinese) {
    NoProgress progress;
    const QByteArray big5 = "\xBF\xA4\xA5\xAB,\xA6\x7E\xAB\xD7,\xA4\x48\xA4\x66\xBC\xC6\n"
                            "\xBB\x4F\xA5\x5F\xA5\xAB,2005,2616375\n"
                            "\xB0\xAA\xB6\xAF\xA5\xAB,2005,1510649\n";
    const auto workbook = readWorkbook(big5, "t.csv", progress);
    ASSERT_TRUE(workbook) << problemCodeName(workbook.error().code);
    EXPECT_EQ(workbook->sheets[0].textAt(0, 0), "縣市");
    EXPECT_EQ(workbook->sheets[0].textAt(1, 0), "臺北市");
    EXPECT_EQ(workbook->sheets[0].textAt(2, 0), "高雄市");
    // GBK beyond GB 2312 (區, 東, 堃) among simplified characters stays GBK.
    const auto gbk = readWorkbook("\xB3\xC7\xCA\xD0,\xB5\xD8\x85\x5E,x\n"
                                  "\x96\x7C\xDD\xB8\xCA\xD0,2005,2\n",
                                  "g.csv", progress);
    EXPECT_EQ(gbk->sheets[0].textAt(0, 1), "地區");
    EXPECT_EQ(gbk->sheets[0].textAt(1, 0), "東莞市");
}

// Files are decoded in pieces of a mebibyte, which part characters of two bytes.
TEST(DelimitedText, DecodesCharactersThatStandAcrossPieces) {
    NoProgress progress;
    for (const char* first : {"x\n", "xx\n"}) {
        QByteArray bytes = first;
        while (bytes.size() < (2 << 20) + 100) {
            bytes += "\xCC\xEC\xBD\xF2\xCA\xD0\n"; // 天津市 in GBK
        }
        const auto workbook = readWorkbook(bytes, "g.csv", progress);
        ASSERT_TRUE(workbook);
        const Sheet& sheet = workbook->sheets[0];
        for (std::size_t row = 1; row < sheet.rowCount(); ++row) {
            ASSERT_EQ(sheet.at(row, 0).text, "天津市") << row;
        }
    }
}

TEST(Hostile, LongAndWideSheetsOfFewCellsAreRead) {
    Workbook workbook;
    workbook.fileName = "a_2015.xlsx";
    workbook.format = FileFormat::Xlsx;
    Sheet sheet("Sheet1");
    sheet.setText(0, 0, "城市");
    sheet.setText(0, 1, "地区生产总值(亿元)");
    sheet.setText(1, 0, "北京市");
    sheet.setNumber(1, 1, 1);
    sheet.setText(2, 0, "天津市");
    sheet.setNumber(2, 1, 2);
    sheet.setNumber(2, 16'383, 3);
    sheet.setNumber(1'048'575, 1, 4);
    workbook.sheets.push_back(std::move(sheet));
    std::vector<Workbook> workbooks;
    workbooks.push_back(std::move(workbook));
    NoProgress progress;
    const auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->panel.rowCount(), 2U);
    ASSERT_EQ(result->report.warnings.size(), 1U);
    EXPECT_EQ(result->report.warnings[0].place.cell, "A1048576");
}

TEST(Hostile, EmptySheetsAndMissingHeadersAreNamed) {
    NoProgress progress;
    const auto empty = readWorkbook("\n\n", "e.csv", progress);
    EXPECT_TRUE(!empty || empty->sheets[0].columnCount() == 0);
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbook("北京市,1,2\n天津市,3,4\n石家庄市,5,6\n", "h.csv", progress));
    const ImportPlan plan = detectPlan(workbooks);
    const auto result = readPanel(workbooks, plan, false, progress);
    ASSERT_FALSE(result); // with both header rows gone nothing says what the numbers are
    EXPECT_TRUE(plan.sheets.empty() || result.error().place.file == "h.csv");
}

struct TeachingPanel {
    const char* file;
    const char* unit;
    const char* period; ///< "": the file has none, and the year must be told
};

class TeachingPanels : public ::testing::TestWithParam<TeachingPanel> {};

// Years of two digits (Cigar, Crime), periods numbered from 1 (Petersen), a region beside the unit
// (Crime, Produc), a unit that no name tells (Males), rows that are no periods at all (Hedonic).
TEST_P(TeachingPanels, HaveTheirKeys) {
    const auto folder = citypanel::testing::sharedData() / "data/real/standard_panels";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "shared data absent: standard_panels";
    }
    NoProgress progress;
    std::vector<Workbook> workbooks;
    workbooks.push_back(*readWorkbookFile((folder / GetParam().file).string(), progress));
    const Sheet& sheet = workbooks[0].sheets[0];
    const Layout layout = detectLayout(sheet, GetParam().file).layout;
    const auto nameOf = [&](std::int64_t column) {
        return column < 0 ? std::string() : sheet.textAt(0, static_cast<std::size_t>(column));
    };
    EXPECT_EQ(nameOf(layout.unitColumn), GetParam().unit);
    EXPECT_EQ(nameOf(layout.periodColumn), GetParam().period);
    const auto result = readPanel(workbooks, detectPlan(workbooks), false, progress);
    if (layout.periodColumn < 0) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ProblemCode::PeriodMissing);
        return;
    }
    ASSERT_TRUE(result) << problemCodeName(result.error().code);
    EXPECT_EQ(result->panel.rowCount(), sheet.rowCount() - 1);
    EXPECT_TRUE(result->report.conflicts.empty());
}

INSTANTIATE_TEST_SUITE_P(RealFiles, TeachingPanels,
                         ::testing::Values(TeachingPanel{"Cigar.csv", "state", "year"},
                                           TeachingPanel{"Crime.csv", "county", "year"},
                                           TeachingPanel{"PetersenCL.csv", "firm", "year"},
                                           TeachingPanel{"Hedonic_unbalanced.csv", "townid", ""},
                                           TeachingPanel{"Males_wagepan.csv", "nr", "year"},
                                           TeachingPanel{"Produc.csv", "state", "year"},
                                           TeachingPanel{"Grunfeld_plm.csv", "firm", "year"},
                                           TeachingPanel{"Grunfeld_AER_11firms.csv", "firm",
                                                         "year"},
                                           TeachingPanel{"Gasoline.csv", "country", "year"},
                                           TeachingPanel{"EmplUK.csv", "firm", "year"},
                                           TeachingPanel{"Fatalities.csv", "state", "year"},
                                           TeachingPanel{"CigarettesSW.csv", "state", "year"}));

// A quote that is opened and not closed takes no other line: the next quote opens another field.
TEST(DelimitedText, AQuoteNotClosedEndsWithItsField) {
    NoProgress progress;
    for (const std::string order : {"备注,值", "值,备注"}) {
        const bool isFirst = order.starts_with("备注");
        const auto line = [&](const std::string& city, const std::string& note,
                              const std::string& value) {
            return city + "," + (isFirst ? note + "," + value : value + "," + note) + "\n";
        };
        const std::string text = "城市," + order + "\n" + line("合肥", "\"省会\"", "5157") +
                                 line("芜湖", "\"江北", "2307") + line("蚌埠", "\"皖北\"", "1108") +
                                 line("淮南", "\"a\nb\"", "789");
        const Workbook book = *readWorkbook(QByteArray::fromStdString(text), "q.csv", progress);
        const Sheet& sheet = book.sheets[0];
        const std::size_t value = isFirst ? 2 : 1;
        EXPECT_EQ(sheet.textAt(2, value), "2307") << order;
        EXPECT_EQ(sheet.textAt(3, 0), "蚌埠") << order;
        EXPECT_EQ(sheet.textAt(3, value), "1108") << order;
        EXPECT_EQ(sheet.textAt(4, value), "789") << order;
        ASSERT_EQ(book.warnings.size(), 1U) << order;
        EXPECT_EQ(book.warnings[0].place.cell, isFirst ? "B3" : "C3");
        EXPECT_EQ(book.warnings[0].expected, "\"");
    }
}

} // namespace
} // namespace citypanel::sheets
