// SPDX-License-Identifier: GPL-3.0-or-later
// What a spreadsheet runs, and what only looks like it.
#include "core/panel/spreadsheet_formula.h"

#include <gtest/gtest.h>

namespace citypanel {
namespace {

TEST(SpreadsheetFormula, BeginsWithItsSign) {
    for (const char* text : {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "-A1"}) {
        EXPECT_TRUE(runsAsFormula(text)) << text;
    }
}

TEST(SpreadsheetFormula, NumbersAndDashesAreNone) {
    for (const char* text :
         {"", "-3.5", "-0.80", "+1,204", "-12 %", "-", "--", "- -", "1+1", "a"}) {
        EXPECT_FALSE(runsAsFormula(text)) << text;
    }
}

} // namespace
} // namespace citypanel
