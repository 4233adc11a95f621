// SPDX-License-Identifier: GPL-3.0-or-later
// The expression language: values by hand, missing values, lags by period, positions of errors.
#include "core/panel/expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace citypanel {
namespace {

using ::testing::ElementsAre;

constexpr double na = missingValue;

/// Two units; unit 2 lacks period 2002.
Panel expressionPanel() {
    const std::vector<std::string> province{"皖", "皖", "皖", "苏", "", "苏"};
    return *Panel::create({"city", "year"},
                          {Variable::numeric("city", {1, 1, 1, 2, 2, 2}),
                           Variable::numeric("year", {2001, 2002, 2003, 2001, 2003, 2004}),
                           Variable::numeric("x", {1, 2, 4, 10, 0, na}),
                           Variable::numeric("人均GDP（元）", {3, 3, 3, 6, 6, 6}),
                           Variable::text("省份", province),
                           Variable::flag("treated", {0, 0, 1, 1, 1, na})});
}

/// The values, missing ones as -999.
std::vector<double> valuesOf(std::string_view text) {
    const Result<Expression> parsed = parseExpression(text);
    EXPECT_TRUE(parsed) << text;
    if (!parsed) {
        return {};
    }
    Result<ExpressionValues> result = evaluate(*parsed, expressionPanel());
    EXPECT_TRUE(result) << text << " " << (result ? "" : problemCodeName(result.error().code));
    if (!result) {
        return {};
    }
    for (double& value : result->values) {
        value = isMissing(value) ? -999 : value;
    }
    return result->values;
}

Problem problemOf(std::string_view text) {
    const Result<Expression> parsed = parseExpression(text);
    if (!parsed) {
        return parsed.error();
    }
    const Result<ExpressionValues> result = evaluate(*parsed, expressionPanel());
    EXPECT_FALSE(result) << text;
    return result ? Problem{} : result.error();
}

TEST(Expression, ArithmeticHasTheUsualPrecedence) {
    EXPECT_THAT(valuesOf("2 + 3 * 2 ^ 3 ^ 0 - -1")[0], 9);
    EXPECT_THAT(valuesOf("-2 ^ 2")[0], -4);
    EXPECT_THAT(valuesOf("2 ^ -1")[0], 0.5);
    EXPECT_THAT(valuesOf("(1 + 2) * 3 % 5")[0], 4);
    EXPECT_THAT(valuesOf("8 / 2 / 2")[0], 2);
    EXPECT_THAT(valuesOf("not 1 == 2 and 3 > 2")[0], 1);
}

TEST(Expression, MissingOperandsGiveMissingResults) {
    EXPECT_THAT(valuesOf("x * 2"), ElementsAre(2, 4, 8, 20, 0, -999));
    EXPECT_THAT(valuesOf("missing(x)"), ElementsAre(0, 0, 0, 0, 0, 1));
    EXPECT_THAT(valuesOf("x > 1"), ElementsAre(0, 1, 1, 1, 0, -999));
    EXPECT_THAT(valuesOf("x > 1 or year == 2004"), ElementsAre(0, 1, 1, 1, 0, 1));
    EXPECT_THAT(valuesOf("if(missing(x), -1, x)"), ElementsAre(1, 2, 4, 10, 0, -1));
    EXPECT_THAT(valuesOf("max(x, 3)"), ElementsAre(3, 3, 4, 10, 3, -999));
}

TEST(Expression, LogOfZeroIsMissingAndCounted) {
    const Result<ExpressionValues> result = evaluate(*parseExpression("log(x)"), expressionPanel());
    ASSERT_TRUE(result);
    EXPECT_EQ(result->undefined, 1U);
    EXPECT_TRUE(isMissing(result->values[4]));
    EXPECT_EQ(result->values[1], std::log(2.0));
    // A row that the condition leaves out is not counted.
    EXPECT_EQ(evaluate(*parseExpression("if(x > 0, log(x), 0)"), expressionPanel())->undefined, 0U);
}

TEST(Expression, LagsGoByPeriodWithinTheUnit) {
    EXPECT_THAT(valuesOf("lag(x)"), ElementsAre(-999, 1, 2, -999, -999, 0));
    EXPECT_THAT(valuesOf("lag(x, 2)"), ElementsAre(-999, -999, 1, -999, 10, -999));
    EXPECT_THAT(valuesOf("lead(x, 1)"), ElementsAre(2, 4, -999, -999, -999, -999));
    EXPECT_THAT(valuesOf("lag(x, -1)"), ElementsAre(2, 4, -999, -999, -999, -999));
    EXPECT_THAT(valuesOf("diff(x)"), ElementsAre(-999, 1, 2, -999, -999, -999));
    EXPECT_THAT(valuesOf("growth(x)"), ElementsAre(-999, 1, 1, -999, -999, -999));
    const Result<ExpressionValues> result = evaluate(*parseExpression("lag(x)"), expressionPanel());
    EXPECT_THAT(result->outsidePeriods, ElementsAre(true, false, false, true, true, false));
}

TEST(Expression, AggregatesRunOverAllRowsOrByGroup) {
    EXPECT_THAT(valuesOf("mean(x)")[0], 3.4);
    EXPECT_THAT(valuesOf("mean(x, by = city)"), ElementsAre(7.0 / 3, 7.0 / 3, 7.0 / 3, 5, 5, 5));
    EXPECT_THAT(valuesOf("sum(x, by = 省份)"), ElementsAre(7, 7, 7, 10, -999, 10));
    EXPECT_THAT(valuesOf("count(x, by = city)"), ElementsAre(3, 3, 3, 2, 2, 2));
    EXPECT_THAT(valuesOf("rank(`人均GDP（元）`)"), ElementsAre(2, 2, 2, 5, 5, 5));
    EXPECT_THAT(valuesOf("median(x)")[0], 2);
    EXPECT_THAT(valuesOf("max(x, by = year)"), ElementsAre(10, 2, 4, 10, 4, -999));
    EXPECT_THAT(valuesOf("sd(x, by = year)")[2], std::sqrt(8.0));
    EXPECT_THAT(valuesOf("sum(x, by = city ^ treated)"), ElementsAre(3, 3, 4, 10, 10, -999));
}

TEST(Expression, TextIsComparedWithText) {
    EXPECT_THAT(valuesOf("省份 == '皖'"), ElementsAre(1, 1, 1, 0, -999, 0));
    EXPECT_THAT(valuesOf("省份 != \"皖\" and x > 1"), ElementsAre(0, 0, 0, 1, 0, -999));
    EXPECT_THAT(valuesOf("missing(省份)"), ElementsAre(0, 0, 0, 0, 1, 0));
    EXPECT_EQ(problemOf("省份 + 1").code, ProblemCode::VariableNotNumeric);
    EXPECT_EQ(problemOf("省份 > 1").code, ProblemCode::VariableNotNumeric);
}

TEST(Expression, ErrorsCarryBytePositions) {
    const auto expectAt = [](std::string_view text, ProblemCode code, std::size_t position) {
        const Problem problem = problemOf(text);
        EXPECT_EQ(problem.code, code) << text;
        EXPECT_EQ(problem.place.position, position) << text;
    };
    expectAt("1 + ", ProblemCode::SyntaxError, 4);
    expectAt("(1 + 2", ProblemCode::SyntaxError, 6);
    expectAt("1 2", ProblemCode::SyntaxError, 2);
    expectAt("省份 == '皖", ProblemCode::SyntaxError, 10);
    expectAt("x + lgo(x)", ProblemCode::FunctionUnknown, 4);
    expectAt("x + nosuch", ProblemCode::VariableUnknown, 4);
    expectAt("log(x, 2)", ProblemCode::ArgumentInvalid, 0);
    expectAt("lag(x, 1.5)", ProblemCode::ArgumentInvalid, 7);
    expectAt("x $ 2", ProblemCode::SyntaxError, 2);
    expectAt("", ProblemCode::SyntaxError, 0);
    EXPECT_EQ(problemOf("x + meen(x)").expected, "mean");
    EXPECT_EQ(problemOf("log（x）").expected, "(");
    EXPECT_EQ(problemOf(std::string(100000, '(')).code, ProblemCode::SyntaxError);
    EXPECT_EQ(problemOf(std::string(100000, '-') + "1").code, ProblemCode::SyntaxError);
    const auto chainOf = [](std::size_t terms) {
        std::string chain = "x";
        for (std::size_t i = 1; i < terms; ++i) {
            chain += "+x";
        }
        return chain;
    };
    EXPECT_TRUE(parseExpression(chainOf(1000)));
    EXPECT_EQ(problemOf(chainOf(1001)).code, ProblemCode::SyntaxError);
    EXPECT_EQ(problemOf(chainOf(1'000'000)).code, ProblemCode::SyntaxError);
    EXPECT_EQ(problemOf("abs(" + chainOf(900) + ")+" + chainOf(900)).code,
              ProblemCode::SyntaxError); // a tree as tall as both
}

TEST(Expression, KnowsItsVariables) {
    const Expression e = *parseExpression("log(x) + mean(`人均GDP（元）`, by = 省份) - x");
    EXPECT_THAT(e.variables(), ElementsAre("x", "人均GDP（元）", "省份"));
    EXPECT_EQ(e.renamed("x", "a b"), "log(`a b`) + mean(`人均GDP（元）`, by = 省份) - `a b`");
    EXPECT_EQ(parseExpression("`a b`")->plainVariable(), "a b");
    EXPECT_EQ(e.plainVariable(), "");
    EXPECT_FALSE(e.reachesOtherPeriods());
    EXPECT_TRUE(parseExpression("1 + diff(x)")->reachesOtherPeriods());
}

TEST(Expression, ConditionsSelectRows) {
    EXPECT_THAT(*selectRows(*parseExpression("x >= 2"), expressionPanel()),
                ElementsAre(false, true, true, true, false, false));
    EXPECT_THAT(*selectRows(*parseExpression("treated"), expressionPanel()),
                ElementsAre(false, false, true, true, true, false));
    EXPECT_EQ(selectRows(*parseExpression("x + 1"), expressionPanel()).error().code,
              ProblemCode::ArgumentInvalid);
}

TEST(Expression, ExtendedPrecisionKeepsPowers) {
    const Panel panel = *Panel::crossSection({Variable::numeric("x", {-6.860120914})});
    const long double x = static_cast<long double>(-6.860120914);
    const Result<std::vector<long double>> cube = evaluateExtended(*parseExpression("x^3"), panel);
    ASSERT_TRUE(cube);
    EXPECT_LE(std::abs((*cube)[0] - x * x * x), 1e-16L * std::abs((*cube)[0]));
    EXPECT_EQ(evaluate(*parseExpression("lag(x)"), panel).error().code,
              ProblemCode::ArgumentInvalid);
}

} // namespace
} // namespace citypanel
