// SPDX-License-Identifier: GPL-3.0-or-later
// xlsx: the scan of the plain case against the careful reader, dates, targets, hidden and hostile
// parts; cancelling.
#include "core/sheets/cell_text.h"
#include "core/sheets/date_cells.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/xlsx_sheet.h"
#include "tests/core/sheets/made_workbook.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace citypanel::sheets {
namespace {

using citypanel::testing::MadeWorkbook;

const XlsxShared& shared() {
    static const XlsxShared value{.strings = {"北京市", "a_x000D_b", ""},
                                  .dates = {.isDate = {false, true}}};
    return value;
}

Sheet carefully(const QByteArray& xml, bool& isSound) {
    NoProgress progress;
    Sheet sheet("s");
    isSound = *readSheetCarefully(xml, shared(), sheet, progress);
    return sheet;
}

void expectSame(const Sheet& scanned, const Sheet& careful) {
    ASSERT_EQ(scanned.rowCount(), careful.rowCount());
    ASSERT_EQ(scanned.columnCount(), careful.columnCount());
    EXPECT_EQ(scanned.merged, careful.merged);
    EXPECT_EQ(scanned.hiddenRows, careful.hiddenRows);
    EXPECT_EQ(scanned.hiddenColumns, careful.hiddenColumns);
    for (std::size_t row = 0; row < careful.rowCount(); ++row) {
        for (std::size_t column = 0; column < careful.columnCount(); ++column) {
            EXPECT_EQ(scanned.at(row, column).kind, careful.at(row, column).kind);
            EXPECT_EQ(scanned.textAt(row, column), careful.textAt(row, column));
        }
    }
}

/// Whether the scan takes a part; if it does, both readers must agree on it.
bool isScanned(const QByteArray& xml) {
    NoProgress progress;
    Sheet sheet("s");
    if (!*scanSheet(xml, shared(), sheet, progress)) {
        return false;
    }
    bool isSound = false;
    const Sheet careful = carefully(xml, isSound);
    if (isSound) {
        expectSame(sheet, careful);
    }
    return true;
}

QByteArray part(const QByteArray& cells) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"m\"><cols><col min=\"2\" "
           "max=\"3\" hidden=\"1\"/></cols><sheetData>" +
           cells + "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
}

TEST(XlsxScan, AgreesWithTheCarefulReaderOnPlainCells) {
    for (const char* cells :
         {"<row r=\"1\" hidden=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\"><v>1.5e3</v></c>"
          "</row>",
          "<row><c><v>1</v></c><c><v>-2</v></c></row>\n<row>\n<c s='1'><v>40544</v></c></row>",
          "<row r=\"7\"><c r=\"B7\" t=\"str\"><f>A1&amp;B1</f><v>文字</v></c><c r=\"C7\" "
          "t=\"e\"><v>#DIV/0!</v></c><c r=\"D7\" t=\"b\"><v>1</v></c></row>",
          "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> x </t></is></c>"
          "<c r=\"B2\"/><c r=\"C2\"><v/></c><c r=\"D2\"><f/><v>3</v></c></row>",
          "<row r=\"1\"><c r=\"A1\"><v>1.797e999</v></c><c r=\"B1\"><v>abc</v></c><c r=\"C1\">"
          "<v> 5</v></c><c r=\"D1\"><v>-inf</v></c></row>",
          ""}) {
        EXPECT_TRUE(isScanned(part(cells))) << cells;
    }
}

TEST(XlsxScan, LeavesTheRestToTheCarefulReader) {
    for (const char* cells :
         {"<row><c t=\"s\"><v>9</v></c></row>", "<row><c r=\"A0\"><v>1</v></c></row>",
          "<row><c><v>&#49;</v></c></row>", "<row><!-- x --><c><v>1</v></c></row>",
          "<row><c><v><![CDATA[1]]></v></c></row>", "<row><c><v>1</c></row>", "<row><c><v>1</v>",
          "<x:row><x:c><x:v>1</x:v></x:c></x:row>", "text<row/>", "<row r=\"1048577\"/>",
          "<row><c r=\"XFE1\"><v>1</v></c></row>",
          "<row><c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c></row>",
          "<row><c t=\"str\"><v>\xFF</v></c></row>",
          "<row><c t=\"str\"><v>\xEF\xBB\xBF</v></c></row>", "<row><c r =\"B2\"><v>1</v></c></row>",
          "<row><c xml:r=\"B2\" r=\"A1\"><v>1</v></c></row>",
          "<row><c xmlns:r=\"B2\"><v>1</v></c></row>", "<row><c s=\" 1\"><v>40000</v></c></row>",
          "<row><c s=\"+1\"><v>40000</v></c></row>"}) {
        EXPECT_FALSE(isScanned(part(cells))) << cells;
    }
    EXPECT_FALSE(isScanned("<!DOCTYPE x [<!ENTITY a \"b\">]>" + part("")));
    EXPECT_FALSE(isScanned("<worksheet/>"));
    EXPECT_FALSE(isScanned("<?xml encoding=\"GBK\"?>" + part("")));
    for (const char* encoding : {"encoding = \"ISO-8859-1\"", "encoding\n='ISO-8859-1'"}) {
        EXPECT_FALSE(isScanned(
            part("<row><c t=\"str\"><v>é</v></c></row>").replace("encoding=\"UTF-8\"", encoding)))
            << encoding;
    }
    EXPECT_TRUE(isScanned("\xEF\xBB\xBF" + part("")));
    const QByteArray filled = part("<row><c><v>1</v></c></row>");
    EXPECT_FALSE(isScanned(QByteArray(filled).replace("<cols>", "<row r=\"5\"/><cols>")));
    EXPECT_FALSE(isScanned(
        QByteArray(filled).replace("<mergeCells>", "<c r=\"A1\"><v>2</v></c><mergeCells>")));
    EXPECT_FALSE(isScanned("<?xml version=\"1.0\"?><w><?x <sheetData><row><c><v>1</v></c></row>"
                           "</sheetData>?></w>"));
    EXPECT_FALSE(isScanned("<" + QByteArray(190, 'c') + " encoding=\"UTF-8\">" + part("")));
}

TEST(XlsxScan, AgreesWithTheCarefulReaderOnDamagedParts) {
    const QByteArray whole =
        part("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>12.5</v></c></row>"
             "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>x</v></c><c r=\"B2\" "
             "s=\"1\"><v>40000</v></c></row>");
    int scanned = 0;
    for (unsigned seed = 0; seed < 20000; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 generator(seed);
        QByteArray xml = whole;
        for (unsigned i = 0; i <= seed % 3; ++i) {
            const auto at = static_cast<qsizetype>(generator() % static_cast<unsigned>(xml.size()));
            xml[at] = "<>/\"'= crvst019AZ.&\n"[generator() % 20];
        }
        scanned += isScanned(xml) ? 1 : 0;
    }
    EXPECT_GT(scanned, 1000); // damage to values leaves parts plain
}

TEST(XlsxDates, CountFrom1900AndFrom1904) {
    EXPECT_EQ(dateText(1, false), "1900-01-01");
    EXPECT_EQ(dateText(59, false), "1900-02-28");
    EXPECT_EQ(dateText(60, false), ""); // the day that never was
    EXPECT_EQ(dateText(61, false), "1900-03-01");
    EXPECT_EQ(dateText(40544, false), "2011-01-01");
    EXPECT_EQ(dateText(39082, true), "2011-01-01");
    EXPECT_EQ(dateText(40544.5, false), "2011-01-01 12:00:00");
    EXPECT_EQ(dateText(-1, false), "");
    EXPECT_EQ(dateText(1e300, false), "");
    EXPECT_TRUE(isDateFormat(14, ""));
    EXPECT_TRUE(isDateFormat(57, "")); // yyyy"年"m"月" of Chinese systems
    EXPECT_TRUE(isDateFormat(164, "yyyy\"年\"m\"月\""));
    EXPECT_FALSE(isDateFormat(164, "0.00\"day\"[Red]"));
    EXPECT_FALSE(isDateFormat(21, ""));                       // a time of day
    EXPECT_FALSE(isDateFormat(164, "_-* #,##0.00\\ _D_M_-")); // blanks as wide as letters
    EXPECT_TRUE(isTimeFormat(21, ""));
    EXPECT_TRUE(isTimeFormat(164, "h:mm AM/PM"));
    EXPECT_TRUE(isTimeFormat(164, "[h]:mm"));
    EXPECT_FALSE(isTimeFormat(164, "yyyy-mm-dd hh:mm"));
    EXPECT_FALSE(isTimeFormat(164, "0.0\"hours\""));
    EXPECT_FALSE(isTimeFormat(0, "General"));
    EXPECT_EQ(timeText(0.5), "12:00:00");
    EXPECT_EQ(timeText(1.5), "36:00:00");
}

TEST(XlsxDates, AreTheYearsOfAPeriodColumn) {
    MadeWorkbook made;
    made.styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
                  "</styleSheet>";
    made.cells =
        "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>40908</v></c><c r=\"B1\"><v>40908</v></c></row>";
    NoProgress progress;
    const auto workbook = readWorkbook(made.bytes(), "d.xlsx", progress);
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->sheets[0].textAt(0, 0), "2011-12-31");
    EXPECT_EQ(workbook->sheets[0].at(0, 1).number, 40908);
    EXPECT_EQ(readPeriod(workbook->sheets[0].at(0, 0)), 2011);
    made.workbookProperties = "<workbookPr date1904=\"1\"/>";
    const auto from1904 = readWorkbook(made.bytes(), "d.xlsx", progress);
    EXPECT_EQ(from1904->sheets[0].textAt(0, 0), "2016-01-01");
}

TEST(Xlsx, TakesAbsoluteAndRelativeTargets) {
    NoProgress progress;
    for (const char* target : {"worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"}) {
        MadeWorkbook made;
        made.target = target;
        made.cells = "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>";
        const auto workbook = readWorkbook(made.bytes(), "t.xlsx", progress);
        ASSERT_TRUE(workbook) << target;
        ASSERT_EQ(workbook->sheets.size(), 1U) << target;
        EXPECT_EQ(workbook->sheets[0].at(0, 0).number, 5);
    }
}

TEST(Xlsx, WithChartsAloneHasNoSheetToRead) {
    NoProgress progress;
    MadeWorkbook made{.target = "chartsheets/sheet1.xml"};
    const auto workbook = readWorkbook(made.bytes(), "charts.xlsx", progress);
    ASSERT_FALSE(workbook);
    EXPECT_EQ(workbook.error().code, ProblemCode::SheetNotFound);
    EXPECT_EQ(workbook.error().place.file, "charts.xlsx");
}

// A mark of a footnote is no digit of the number before it, nor is what was struck out.
TEST(Xlsx, KeepsRaisedDigitsApartAndLeavesOutWhatIsStruckOut) {
    NoProgress progress;
    const auto text = [](const QByteArray& reference, const QByteArray& second) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><r><t>3848</t></r>" + second +
               "</is></c>";
    };
    MadeWorkbook made;
    made.cells =
        "<row r=\"1\">" + text("A1", "<r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r>") +
        text("B1", "<r><rPr><strike/></rPr><t>2255</t></r>") +
        text("C1", "<r><rPr><strike val=\"0\"/></rPr><t>5</t></r>") +
        "<c r=\"D1\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>7</t></r></is></c></row>";
    const Workbook book = *readWorkbook(made.bytes(), "a.xlsx", progress);
    EXPECT_EQ(readNumber(book.sheets[0].at(0, 0)).number, 3848);
    EXPECT_EQ(book.sheets[0].textAt(0, 1), "3848");
    EXPECT_EQ(book.sheets[0].textAt(0, 2), "38485");
    EXPECT_EQ(book.sheets[0].textAt(0, 3), "7");
}

TEST(Xlsx, KnowsNumbersThatAreShownDivided) {
    for (const char* code : {"#,##0.0,", "0\\.0,", "0.00,,", "0!.0000"}) {
        EXPECT_TRUE(isScaledFormat(code)) << code;
    }
    for (const char* code : {"", "General", "#,##0.00", "0.0_ ", "#,##0;(#,##0)", "0.00\"万\"",
                             "0.0,00", "_ * #,##0.00_ ;_ * -#,##0.00_ "}) {
        EXPECT_FALSE(isScaledFormat(code)) << code;
    }
}

TEST(Xlsx, MarksHiddenSheetsRowsAndColumns) {
    NoProgress progress;
    MadeWorkbook made;
    made.sheetState = "state=\"veryHidden\"";
    made.beforeCells = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>";
    made.cells = "<row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>5</v></c></row>";
    const auto workbook = readWorkbook(made.bytes(), "h.xlsx", progress);
    ASSERT_TRUE(workbook);
    EXPECT_TRUE(workbook->sheets[0].isHidden);
    EXPECT_EQ(workbook->sheets[0].hiddenRows, std::vector<std::size_t>{2});
    EXPECT_EQ(workbook->sheets[0].hiddenColumns, std::vector<std::size_t>{1});
}

ProblemCode codeOf(const MadeWorkbook& made) {
    NoProgress progress;
    const auto workbook = readWorkbook(made.bytes(), "hostile.xlsx", progress);
    if (workbook) {
        return ProblemCode::Internal;
    }
    EXPECT_EQ(workbook.error().place.file, "hostile.xlsx");
    return workbook.error().code;
}

TEST(XlsxHostile, EntitiesAreRefusedWithTheSheet) {
    MadeWorkbook laughs;
    laughs.prologue = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">"
                      "<!ENTITY c \"&b;&b;&b;&b;\">]>";
    laughs.cells = "<row><c t=\"str\"><v>&c;</v></c></row>";
    EXPECT_EQ(codeOf(laughs), ProblemCode::FileCorrupt);
    MadeWorkbook external;
    external.prologue = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    external.cells = "<row><c t=\"str\"><v>&x;</v></c></row>";
    EXPECT_EQ(codeOf(external), ProblemCode::FileCorrupt);
    NoProgress progress;
    const auto refused = readWorkbook(external.bytes(), "hostile.xlsx", progress);
    EXPECT_EQ(refused.error().place.sheet, "Sheet1");
}

TEST(XlsxHostile, BombsAreRefused) {
    MadeWorkbook bomb;
    bomb.cells = "<row><c><v>" + QByteArray(30 << 20, '0') + "</v></c></row>"; // 1000:1
    EXPECT_EQ(codeOf(bomb), ProblemCode::FileTooLarge);
}

TEST(XlsxHostile, ADeclaredDimensionTakesNoRoom) {
    MadeWorkbook made;
    made.beforeCells = "<dimension ref=\"A1:XFD1048576\"/>";
    made.cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                 "<row r=\"1048576\"><c r=\"A1048576\"><v>2</v></c><c r=\"XFD1048576\"><v>3</v></c>"
                 "</row>";
    NoProgress progress;
    const auto workbook = readWorkbook(made.bytes(), "wide.xlsx", progress);
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->sheets[0].at(1'048'575, 16'383).number, 3);
    EXPECT_LT(workbook->sheets[0].cellCapacity(), 20'000U);
}

TEST(XlsxHostile, PathsThatLeaveTheArchiveAreNeverFollowed) {
    MadeWorkbook made;
    made.target = "../../../../etc/worksheets/passwd";
    EXPECT_EQ(codeOf(made), ProblemCode::FileCorrupt);
    made.target = "worksheets/sheet1.xml";
    made.extraEntry =
        "../../escaped.xml"; // another entry does not matter: only parts named are read
    NoProgress progress;
    EXPECT_TRUE(readWorkbook(made.bytes(), "e.xlsx", progress));
}

TEST(XlsxHostile, RowsThatAreNoneTakeNoRoom) {
    for (const char* row :
         {"<row r=\"0\"><c><v>1</v></c></row>", "<row r=\"4294967295\"><c><v>1</v></c></row>",
          "<row r=\"1048576\"/><row><c><v>1</v></c></row>"}) {
        MadeWorkbook made;
        made.cells = row;
        EXPECT_EQ(codeOf(made), ProblemCode::FileCorrupt) << row;
    }
}

TEST(XlsxHostile, CutFilesAreProblems) {
    MadeWorkbook made;
    made.cells = "<row><c><v>1</v></c></row>";
    const QByteArray whole = made.bytes();
    NoProgress progress;
    for (qsizetype size = 4; size < whole.size(); size += 7) {
        const auto workbook = readWorkbook(whole.left(size), "cut.xlsx", progress);
        EXPECT_FALSE(workbook) << size;
    }
}

/// Says that it is cancelled from the given call on.
class StopsAt final : public Progress {
public:
    explicit StopsAt(int call) : call_(call) {}

    void report(double) override {}

    [[nodiscard]] bool cancelled() const override { return ++calls_ > call_; }

    [[nodiscard]] int calls() const { return calls_; }

private:
    int call_;
    mutable int calls_ = 0;
};

TEST(Xlsx, AsksOftenWhetherItIsCancelled) {
    MadeWorkbook made;
    for (int row = 0; row < 20'000; ++row) {
        made.cells += "<row>";
        for (int column = 0; column < 10; ++column) {
            made.cells += "<c><v>" + QByteArray::number(row * 7919 + column * 104729) + "</v></c>";
        }
        made.cells += "</row>";
    }
    const QByteArray bytes = made.bytes();
    StopsAt never(1 << 30);
    ASSERT_TRUE(readWorkbook(bytes, "large.xlsx", never));
    EXPECT_GT(never.calls(), 200); // at least every 16 KiB and a row
    for (const int call : {0, 1, 5, 100, 200}) {
        StopsAt stops(call);
        const auto cancelled = readWorkbook(bytes, "large.xlsx", stops);
        ASSERT_FALSE(cancelled) << call;
        EXPECT_EQ(cancelled.error().code, ProblemCode::Cancelled);
        EXPECT_EQ(stops.calls(), call + 1); // and not asked again
    }
}

TEST(Xlsx, AsksAtEveryLongRowWhetherItIsCancelled) {
    constexpr int rows = 40;
    MadeWorkbook made;
    for (int row = 0; row < rows; ++row) {
        made.cells += "<row>";
        for (int column = 0; column < 10'000; ++column) {
            made.cells += "<c><v>" + QByteArray::number(row * 7919 + column * 104729) + "</v></c>";
        }
        made.cells += "</row>";
    }
    const QByteArray bytes = made.bytes();
    StopsAt never(1 << 30);
    const auto whole = readWorkbook(bytes, "wide.xlsx", never);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->sheets[0].at(39, 9'999).number, 39 * 7919 + 9'999 * 104729);
    EXPECT_GT(never.calls(), rows);
}

} // namespace
} // namespace citypanel::sheets
