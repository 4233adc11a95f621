// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets that take the place of others: what was said of them is kept, what is new is read.
#include "core/sheets/layout_edits.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/renewed_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string fileName = "表 2016.csv";

Sheet editionOf(const std::string& csv) {
    NoProgress progress;
    return std::move(readWorkbook(QByteArray::fromStdString(csv), fileName, progress)->sheets[0]);
}

Layout asDetected(const Sheet& sheet) {
    return detectLayouts(sheet, fileName)[0].layout;
}

const ColumnLayout& columnLabelled(const Layout& layout, const std::string& label) {
    for (const ColumnLayout& column : layout.columns) {
        if (column.label == label) {
            return column;
        }
    }
    static const ColumnLayout none{.column = -1};
    return none;
}

const std::string before = "城市,年份,人口,就业\n合肥市,2015,10,5\n芜湖市,2015,20,6\n";

TEST(RenewedLayout, OfTheSameSheetIsWhatWasSaid) {
    const Sheet sheet = editionOf(before);
    Layout said = asDetected(sheet);
    said.columns[2].name = "pop";
    said.columns[3].isImported = false;
    EXPECT_EQ(renewedLayout(sheet, said, sheet, fileName, 0), said);
}

TEST(RenewedLayout, KeepsAYearThatWasToldAsAGuess) {
    const Sheet old = editionOf("城市,人口\n合肥市,10\n芜湖市,20\n");
    Layout said = asDetected(old);
    said.periodRule = PeriodRule::Given;
    said.givenPeriod = 2012;
    EXPECT_EQ(renewedLayout(old, said, old, fileName, 0), said);
    const Layout renewed =
        renewedLayout(old, said, editionOf("城市,人口\n合肥市,10\n芜湖市,21\n"), fileName, 0);
    EXPECT_EQ(renewed.givenPeriod, 2012);
    EXPECT_TRUE(renewed.isPeriodGuessed);
}

TEST(RenewedLayout, FollowsColumnsThatMovedAndReadsThoseThatAreNew) {
    const Sheet old = editionOf(before);
    Layout said = asDetected(old);
    said.columns[2].name = "pop";
    said.columns[2].unitOfMeasure = "万人";
    said.columns[3].isImported = false;
    const Sheet now = editionOf("城市,年份,产值,人口,就业,土地\n合肥市,2015,1,10,5,7\n"
                                "芜湖市,2015,2,20,6,8\n蚌埠市,2015,3,30,7,9\n");
    const Layout renewed = renewedLayout(old, said, now, fileName, 0);
    EXPECT_EQ(renewed.bodyEnd, 4); // the further row is read
    EXPECT_EQ(columnLabelled(renewed, "人口").column, 3);
    EXPECT_EQ(columnLabelled(renewed, "人口").name, "pop");
    EXPECT_EQ(columnLabelled(renewed, "人口").unitOfMeasure, "万人");
    EXPECT_FALSE(columnLabelled(renewed, "就业").isImported);
    EXPECT_TRUE(columnLabelled(renewed, "产值").isImported);
    EXPECT_TRUE(columnLabelled(renewed, "土地").isImported);
    const ColumnChanges changes = columnChanges(said, renewed);
    EXPECT_THAT(changes.added, ElementsAre("产值", "土地"));
    EXPECT_THAT(changes.gone, IsEmpty());
}

TEST(RenewedLayout, SaysWhichVariablesAreGone) {
    const Sheet old = editionOf(before);
    const Sheet now = editionOf("城市,年份,人口\n合肥市,2015,10\n芜湖市,2015,20\n");
    const Layout said = asDetected(old);
    EXPECT_THAT(columnChanges(said, renewedLayout(old, said, now, fileName, 0)).gone,
                ElementsAre("就业"));
}

TEST(RenewedLayout, KeepsRowsMarkedByHandAndNotesBelow) {
    const std::string head = "表2-1 人口,,\n城市,年末总人口,从业人员\n";
    const std::string foot = "校对：10,10,5\n";
    const Sheet old = editionOf(head + "合肥市,10,5\n芜湖市,20,10\n" + foot);
    const Layout said =
        withRowsMarked(old, fileName, asDetected(old), {4, 4}, RowMark::Note); // the last line
    ASSERT_EQ(said.bodyEnd, 4);
    const Sheet now = editionOf(head + "合肥市,10,5\n芜湖市,20,10\n蚌埠市,30,1\n" + foot);
    EXPECT_EQ(renewedLayout(old, said, now, fileName, 0).bodyEnd, 5);
}

TEST(RenewedLayout, LeavesOutTheRowSomebodyLeftOutWhereverItStands) {
    const std::string head = "城市,年末总人口,从业人员\n";
    const std::string wrong = "校对：10,10,5\n";
    const Sheet old = editionOf(head + "合肥市,10,5\n" + wrong + "芜湖市,20,10\n");
    const Layout said = withRowsMarked(old, fileName, asDetected(old), {2, 2}, RowMark::Note);
    ASSERT_THAT(said.ignoredRows, ElementsAre(2));
    const Sheet now = editionOf(head + "合肥市,10,5\n蚌埠市,30,1\n" + wrong + "芜湖市,20,10\n");
    EXPECT_THAT(renewedLayout(old, said, now, fileName, 0).ignoredRows, ElementsAre(3));
}

TEST(RenewedLayout, NamesAFurtherYearOfAWideTableAsTheOthers) {
    const Sheet old = editionOf("城市,2015,2016\n合肥市,1,2\n芜湖市,3,4\n蚌埠市,5,6\n");
    Layout said = asDetected(old);
    for (ColumnLayout& column : said.columns) {
        column.name = column.period == 0 ? column.name : "gdp";
    }
    const Sheet now = editionOf("城市,2015,2016,2017\n合肥市,1,2,3\n芜湖市,3,4,5\n蚌埠市,5,6,7\n");
    const Layout renewed = renewedLayout(old, said, now, fileName, 0);
    EXPECT_EQ(columnLabelled(renewed, "2017").name, "gdp");
    EXPECT_THAT(columnChanges(said, renewed).added, IsEmpty());
}

TEST(RenewedLayout, KeepsTheYearThatWasToldUnlessTheNewSheetSaysIt) {
    const std::string rows = "城市,人口\n合肥市,10\n芜湖市,20\n";
    const auto titled = [&](const std::string& title) { return title + ",\n" + rows; };
    NoProgress progress;
    const auto sheetOfPage = [&](const std::string& text) {
        return std::move(
            readWorkbook(QByteArray::fromStdString(text), "a.csv", progress)->sheets[0]);
    };
    const Sheet old = sheetOfPage(titled("表2-1 人口"));
    Layout said = detectLayouts(old, "a.csv")[0].layout;
    ASSERT_EQ(said.givenPeriod, 0);
    said.givenPeriod = 2016;
    EXPECT_EQ(renewedLayout(old, said, sheetOfPage(titled("表2-2 人口")), "a.csv", 0).givenPeriod,
              2016);
    EXPECT_EQ(
        renewedLayout(old, said, sheetOfPage(titled("表2-1 2017年人口")), "a.csv", 0).givenPeriod,
        2017);
}

TEST(RenewedLayout, OfASheetThatHoldsNoTableReadsNothing) {
    const Sheet old = editionOf(before);
    const Layout renewed =
        renewedLayout(old, asDetected(old), editionOf("说明\n无\n"), fileName, 0);
    EXPECT_THAT(renewed.columns, IsEmpty());
}

} // namespace
} // namespace citypanel::sheets
