// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions and formulas in a reader's words. What is expected is Chinese and English usage, and
// the grammar of expressions: an operand that binds less stands in parentheses, no other does.
#include "core/study/expression_phrase.h"
#include "core/text/words.h"
#include "tests/support/grunfeld.h"

#include <gtest/gtest.h>

namespace citypanel::text {
namespace {

std::string english(std::string_view expression) {
    return say(study::expressionPhrase(testing::grunfeld(), expression), Language::English);
}

std::string chinese(std::string_view expression) {
    return say(study::expressionPhrase(testing::grunfeld(), expression), Language::Chinese);
}

TEST(ExpressionPhrase, ComparisonsHaveTheirSigns) {
    EXPECT_EQ(english("value != 2"), "value ≠ 2");
    EXPECT_EQ(english("value <= 2.5 and capital >= -1"), "value ≤ 2.5 and capital ≥ −1");
    EXPECT_EQ(english("kind == \"other cities\""), "kind = other cities");
    EXPECT_EQ(chinese("value < 2 or capital > 3"), "value < 2或capital > 3");
    EXPECT_EQ(english("not (value = 1)"), "not (value = 1)");
}

TEST(ExpressionPhrase, SeveralValuesOfANameAreAList) {
    EXPECT_EQ(english("year != 2020 and year != 2021 and year != 2022"),
              "year other than 2020, 2021 and 2022");
    EXPECT_EQ(chinese("year != 2020 and year != 2021"), "年份不为2020 和 2021");
    EXPECT_EQ(english("kind == \"a\" or kind == \"b\""), "kind in a and b");
    EXPECT_EQ(english("year != 2020 and value != 1"), "year ≠ 2020 and value ≠ 1");
}

TEST(ExpressionPhrase, HalvesOfTheRowsAreSaidByTheMedian) {
    EXPECT_EQ(english("(value) <= median(value)"), "value up to its median");
    EXPECT_EQ(chinese("(value) > median(value)"), "value高于中位数");
    EXPECT_EQ(english("value <= median(capital)"), "value ≤ median of capital");
}

TEST(ExpressionPhrase, ParenthesesStandWhereTheyAreNeeded) {
    EXPECT_EQ(english("((value)) / (capital)"), "value / capital");
    EXPECT_EQ(english("(value + capital) / inv"), "(value + capital) / inv");
    EXPECT_EQ(english("value - (capital - inv)"), "value − (capital − inv)");
    EXPECT_EQ(english("(value - capital) - inv"), "value − capital − inv");
    EXPECT_EQ(english("10000 * (value) / inv"), "10000 × value / inv");
    EXPECT_EQ(english("(value == 1 or capital == 2) and inv > 0"),
              "(value = 1 or capital = 2) and inv > 0");
}

TEST(ExpressionPhrase, FunctionsAndWhatIsNoExpression) {
    EXPECT_EQ(english("log(1 + value)"), "ln(1 + value)");
    EXPECT_EQ(english("lag(value, 2)"), "value, lagged 2 periods");
    EXPECT_EQ(english("lag(value)"), "value, lagged 1 period");
    EXPECT_EQ(english("missing(value)"), "value missing");
    EXPECT_EQ(english("value >"), "value >");
    EXPECT_TRUE(study::isCondition("value > 1 and capital < 2"));
    EXPECT_FALSE(study::isCondition("log(value)"));
}

} // namespace
} // namespace citypanel::text
