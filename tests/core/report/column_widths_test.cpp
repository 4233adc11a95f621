// SPDX-License-Identifier: GPL-3.0-or-later
// Columns on a page too narrow for them.
#include "core/report/column_widths.h"
#include "core/report/display_width.h"

#include <gtest/gtest.h>

namespace citypanel::report {
namespace {

constexpr PaperMeasures landscape{.pageWidth = 13958, .cellMargin = 60, .halfEm = 90};

TypesetCell cellOf(const std::string& text, Align align) {
    TypesetCell cell;
    cell.head = text;
    cell.align = align;
    return cell;
}

/// Long labels beside ten columns, as a table of checks has them.
TypesetTable tableOfChecks() {
    TypesetTable table;
    table.columnCount = 11;
    TypesetLine header;
    TypesetLine body;
    header.cells = {cellOf("Variable", Align::Left)};
    body.cells = {cellOf("Province × year fixed effects of the second stage, by the rank of cities",
                         Align::Left)};
    for (int i = 0; i < 10; ++i) {
        header.cells.push_back(cellOf("Winsorised at 5 and 95 per cent", Align::Centre));
        body.cells.push_back(cellOf("−0.079", Align::Decimal));
        body.cells.back().tail = "***";
    }
    table.header = {header};
    table.body = {body};
    return table;
}

TEST(ColumnWidths, LabelsWrapBeforeAWordOfAHeadingBreaks) {
    const TypesetTable table = tableOfChecks();
    const ColumnWidths widths(table, landscape);
    EXPECT_LE(widths.whole(), landscape.pageWidth);
    const int word = 10 * landscape.halfEm + 2 * landscape.cellMargin; // "Winsorised"
    for (std::size_t column = 1; column < table.columnCount; ++column) {
        EXPECT_GE(widths.of(column), word) << column;
    }
    const int part = 14 * landscape.halfEm + 2 * landscape.cellMargin;
    EXPECT_GE(widths.of(0), part); // no word of a label breaks either
}

TEST(ColumnWidths, AWordOfCapitalsIsWiderThanItsDigits) {
    TypesetTable table = tableOfChecks();
    for (std::size_t i = 1; i < table.columnCount; ++i) {
        table.header[0].cells[i].head = "Equal coefficients by the test of SUEST";
    }
    const ColumnWidths widths(table, landscape);
    // Times: S 0.556, U 0.722, E 0.611, T 0.611 em (Adobe's metrics of Times-Roman).
    const int word = static_cast<int>(3.06 * 2 * landscape.halfEm) + 2 * landscape.cellMargin;
    EXPECT_GE(widths.of(1), word);
}

TEST(ColumnWidths, WhereThereIsRoomLabelsStayOnALine) {
    TypesetTable table = tableOfChecks();
    table.columnCount = 4;
    table.header[0].cells.resize(4);
    table.body[0].cells.resize(4);
    const ColumnWidths widths(table, landscape);
    EXPECT_TRUE(widths.fits());
    EXPECT_GE(widths.of(0) - 2 * landscape.cellMargin,
              serifWidth(table.body[0].cells[0].head) * 2 * landscape.halfEm / 1000);
    EXPECT_EQ(widths.linesOf(table.body[0]), 1U);
}

/// One long test would make its column twice as wide as its neighbours.
TEST(ColumnWidths, ATestDoesNotWidenItsColumnWhileLabelsWrap) {
    TypesetTable table = tableOfChecks();
    table.columnCount = 9;
    table.header[0].cells.resize(9);
    table.body[0].cells.resize(9);
    for (TypesetLine* line : {&table.header[0], &table.body[0]}) {
        for (std::size_t i = 1; i < table.columnCount; ++i) {
            line->cells[i].head = line == &table.header[0] ? "Coor" : "−0.079";
        }
    }
    table.body[0].cells[0].head = "Fiscal expenditure share";
    TypesetLine tests = table.body[0];
    for (std::size_t i = 0; i < table.columnCount; ++i) {
        tests.cells[i] = cellOf("", i == 0 ? Align::Left : Align::Centre);
    }
    tests.cells[0].head = "Kleibergen–Paap rk Wald F";
    tests.cells[2].head = "1,649.528";
    tests.cells[2].tail = " {16.38}";
    table.body.push_back(tests);
    const PaperMeasures narrow{.pageWidth = 8600, .cellMargin = 60, .halfEm = 75};
    const ColumnWidths widths(table, narrow);
    EXPECT_LE(widths.whole(), narrow.pageWidth);
    EXPECT_EQ(widths.linesOf(table.body[0]), 1U);
    EXPECT_EQ(widths.linesOf(tests), 2U); // the critical value below the statistic
    EXPECT_FALSE(widths.fits());
    EXPECT_TRUE(widths.keepsWords());
}

TEST(ColumnWidths, ColumnsOfNumbersAreAlikeWhereTheyCan) {
    TypesetTable table = tableOfChecks();
    table.columnCount = 4;
    table.header[0].cells.resize(4);
    table.body[0].cells.resize(4);
    table.body[0].cells[0].head = "Share";
    table.header[0].cells[1].head = "Coor";
    table.header[0].cells[2].head = "Digital finance";
    table.header[0].cells[3].head = "Energy";
    const ColumnWidths widths(table, landscape);
    EXPECT_EQ(widths.of(1), widths.of(2));
    EXPECT_EQ(widths.of(2), widths.of(3));
}

} // namespace
} // namespace citypanel::report
