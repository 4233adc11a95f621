// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and columns marked by hand, and the regions that result.
#include "core/panel/origin.h"
#include "core/sheets/layout_edits.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/regions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using enum RowRole;

Sheet sheetOf(const std::string& csv) {
    NoProgress progress;
    return std::move(
        readWorkbook(QByteArray::fromStdString(csv), "表 2016.csv", progress)->sheets[0]);
}

/// A page whose notes stand in the middle and at the end.
const std::string page = "表2-1 人口,,\n"
                         "单位：万人,,\n"
                         "城市,年末总人口,从业人员\n"
                         "合计,30,15\n"
                         "安庆市,10,5\n"
                         "校对：10,10,5\n"
                         "池州市,20,10\n"
                         "注：数据来自年鉴,,\n";

Layout detected(const Sheet& sheet) {
    return detectLayout(sheet, "表 2016.csv").layout;
}

std::vector<RowRole> rolesOf(const Sheet& sheet, const Layout& layout) {
    return rowRoles(sheet, layout, readUnits(sheet, layout, nullptr, {}), {});
}

TEST(Regions, NameEveryRowOfAPage) {
    const Sheet sheet = sheetOf(page);
    EXPECT_THAT(rolesOf(sheet, detected(sheet)),
                ElementsAre(Title, UnitLine, Header, Heading, Data, Data, Data, Note));
}

TEST(Regions, CellsAreFoundByTheirNames) {
    for (const CellIndex cell : {CellIndex{0, 0}, {16, 1}, {9, 25}, {0, 26}, {1048575, 16383}}) {
        EXPECT_EQ(cellNamed(cellName(cell.row, cell.column)), cell);
    }
    for (const char* name : {"", "A", "17", "A0", "b3", "A1B", "A1 ", "AAAAAAAAAAAAAAA1"}) {
        EXPECT_EQ(cellNamed(name), std::nullopt) << name;
    }
}

TEST(LayoutEdits, UnderAnotherHeaderColumnsKeepWhatWasChangedOfThem) {
    const Sheet sheet = sheetOf("表2-1,,,\n城市,年末总人口,从业人员,绿地\n,户籍,城镇,公园\n"
                                "安庆市,10,5,1\n池州市,20,10,2\n合肥市,30,15,3\n");
    Layout said = detected(sheet);
    ASSERT_EQ(said.columns.size(), 4U);
    said.columns[1].name = "pop";
    said.columns[2].isImported = false;
    const std::int64_t other = said.headerEnd == 2 ? 2 : 1;
    const Layout marked = withRowsMarked(sheet, "表 2016.csv", said, {1, other}, RowMark::Header);
    ASSERT_EQ(marked.columns.size(), 4U);
    EXPECT_NE(marked.columns[2].label, said.columns[2].label);
    EXPECT_EQ(marked.columns[1].name, "pop");
    EXPECT_FALSE(marked.columns[2].isImported);
    EXPECT_TRUE(marked.columns[3].isImported);
}

TEST(LayoutEdits, ANoteInsideTheBodyIsIgnoredAndComesBack) {
    const Sheet sheet = sheetOf(page);
    const Layout marked =
        withRowsMarked(sheet, "表 2016.csv", detected(sheet), {5, 5}, RowMark::Note);
    EXPECT_THAT(marked.ignoredRows, ElementsAre(5));
    EXPECT_EQ(rolesOf(sheet, marked)[5], Note);
    const Layout back = withRowsMarked(sheet, "表 2016.csv", marked, {5, 5}, RowMark::Body);
    EXPECT_EQ(back, detected(sheet));
}

TEST(LayoutEdits, NotesAtTheEndEndTheBody) {
    const Sheet sheet = sheetOf(page);
    const Layout marked =
        withRowsMarked(sheet, "表 2016.csv", detected(sheet), {6, 7}, RowMark::Note);
    EXPECT_EQ(marked.bodyEnd, 6);
    EXPECT_TRUE(marked.ignoredRows.empty());
    EXPECT_EQ(rolesOf(sheet, marked)[6], Note);
}

TEST(LayoutEdits, AHeaderPointedAtIsReadAnew) {
    const Sheet sheet = sheetOf("说明,1,2\n城市,人口,就业\n安庆市,10,5\n池州市,20,10\n");
    Layout wrong = detected(sheet);
    wrong = withRowsMarked(sheet, "表 2016.csv", wrong, {0, 0}, RowMark::Header);
    EXPECT_EQ(wrong.columns.at(1).label, "1");
    const Layout right = withRowsMarked(sheet, "表 2016.csv", wrong, {1, 1}, RowMark::Header);
    EXPECT_EQ(right.headerBegin, 1);
    EXPECT_EQ(right.bodyBegin, 2);
    ASSERT_EQ(right.columns.size(), 3U);
    EXPECT_EQ(right.columns[1].name, "人口");
    EXPECT_EQ(right.unitColumn, 0);
}

TEST(LayoutEdits, ANameGivenByHandStaysWhileItsHeaderDoes) {
    const Sheet sheet = sheetOf(page);
    Layout layout = detected(sheet);
    layout.columns[1].name = "pop";
    layout.periodRule = PeriodRule::Given;
    layout.givenPeriod = 2015;
    const Layout marked = withRowsMarked(sheet, "表 2016.csv", layout, {7, 7}, RowMark::Note);
    EXPECT_EQ(marked.columns[1].name, "pop");
    EXPECT_EQ(marked.givenPeriod, 2015);
}

TEST(LayoutEdits, ARowOfUnitsGivesEachColumnItsOwn) {
    const Sheet sheet = sheetOf("城市,人口,产值\n,万人,(亿元)\n安庆市,10,5\n池州市,20,10\n");
    const Layout marked =
        withRowsMarked(sheet, "表 2016.csv", detected(sheet), {1, 1}, RowMark::UnitLine);
    EXPECT_EQ(marked.headerEnd, 1);
    EXPECT_EQ(marked.columns.at(1).unitOfMeasure, "万人");
    EXPECT_EQ(marked.columns.at(2).unitOfMeasure, "亿元");
    EXPECT_EQ(marked.columns.at(1).name, "人口");
    EXPECT_EQ(rolesOf(sheet, marked)[1], UnitLine);
}

TEST(LayoutEdits, ATableIsPointedOutOnASheetWithoutOne) {
    const Sheet sheet = sheetOf("备注,无,无\n城市,备注,等级\n安庆市,好,甲\n池州市,差,乙\n");
    Layout nothing;
    nothing.headerEnd = 0;
    nothing.bodyBegin = 0;
    nothing.bodyEnd = 0;
    const Layout marked = withRowsMarked(sheet, "表 2016.csv", nothing, {1, 1}, RowMark::Header);
    EXPECT_EQ(marked.bodyBegin, 2);
    EXPECT_EQ(marked.bodyEnd, 4);
    EXPECT_EQ(marked.unitColumn, 0);
    const Layout texts = withColumnMarked(sheet, marked, 2, ColumnMark::Texts);
    EXPECT_TRUE(texts.columns.at(2).isText);
    EXPECT_TRUE(texts.columns.at(2).isImported);
}

TEST(LayoutEdits, ATableIsReadAsAnotherKindWithItsNamesAndYears) {
    const Sheet sheet =
        sheetOf("城市,日照,,\n,2010,2011,2012\n安庆市,2001,1998,1950\n合肥市,1999,2011,1960\n");
    const Layout wide = detected(sheet);
    ASSERT_EQ(wide.kind, LayoutKind::WideByPeriod);
    const auto one = withKind(sheet, "a.csv", wide, LayoutKind::OnePeriod);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->kind, LayoutKind::OnePeriod);
    EXPECT_EQ(one->periodRule, PeriodRule::SheetName); // 表 2016
    const auto back = withKind(sheet, "a.csv", *one, LayoutKind::WideByPeriod);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->columns.at(2).name, "日照");
    EXPECT_EQ(back->columns.at(2).period, 2011);
    EXPECT_TRUE(back->columns.at(2).isImported);
    const Sheet without = sheetOf("城市,人口\n安庆市,5\n合肥市,6\n");
    EXPECT_FALSE(withKind(without, "a.csv", detected(without), LayoutKind::WideByPeriod));
    EXPECT_EQ(kindOf(PeriodRule::Headers), LayoutKind::WideByPeriod);
    EXPECT_EQ(kindOf(PeriodRule::FileNameLessOne), LayoutKind::OnePeriod);
}

TEST(LayoutEdits, YearsAcrossWithoutAnyAreMissing) {
    NoProgress progress;
    const Workbook book =
        *readWorkbook("城市,人口\n安庆市,5\n合肥市,6\n巢湖市,7\n", "a.csv", progress);
    const std::vector<const Workbook*> books{&book};
    ImportPlan plan = detectPlan(books);
    plan.sheets.at(0).layout.periodRule = PeriodRule::Headers;
    EXPECT_EQ(missingPeriods(plan).size(), 1U);
    const auto result = readPanel(books, plan, true, progress);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::PeriodMissing);
}

TEST(LayoutEdits, ColumnsBecomeKeysAndBack) {
    const Sheet sheet = sheetOf("城市,第几年,人口\n安庆市,2011,5\n安庆市,2012,10\n");
    Layout layout = detected(sheet);
    layout = withColumnMarked(sheet, layout, 2, ColumnMark::LeftOut);
    EXPECT_FALSE(layout.columns.at(2).isImported);
    layout = withColumnMarked(sheet, layout, 1, ColumnMark::Periods);
    EXPECT_EQ(layout.kind, LayoutKind::Long);
    EXPECT_EQ(layout.periodColumn, 1);
    EXPECT_FALSE(layout.columns.at(1).isImported);
    layout = withColumnMarked(sheet, layout, 1, ColumnMark::Values);
    EXPECT_EQ(layout.periodColumn, -1);
    EXPECT_TRUE(layout.columns.at(1).isImported);
}

} // namespace
} // namespace citypanel::sheets
