// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of formulas and covariance names, and the positions of errors.
#include "core/estimate/covariance.h"
#include "core/estimate/formula_columns.h"
#include "core/estimate/model_formula.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> namesOf(const std::vector<Term>& terms) {
    std::vector<std::string> names;
    for (const Term& term : terms) {
        names.push_back(term.name);
    }
    return names;
}

TEST(ModelFormula, ReadsTermsEffectsAndInstruments) {
    const Result<ModelFormula> formula = parseModelFormula(
        "log(emp) ~ lag( log(emp), 1) + I(x^2)+x:z | firm + sector^year | log(wage) ~ z1 + z2");
    ASSERT_TRUE(formula);
    EXPECT_EQ(formula->outcomeName, "log(emp)");
    EXPECT_THAT(namesOf(formula->regressors), ElementsAre("lag(log(emp),1)", "I(x^2)", "x:z"));
    ASSERT_EQ(formula->effects.size(), 2U);
    EXPECT_EQ(formula->effects[1].name, "sector^year");
    EXPECT_THAT(formula->effects[1].variables, ElementsAre("sector", "year"));
    EXPECT_THAT(namesOf(formula->endogenous), ElementsAre("log(wage)"));
    EXPECT_THAT(namesOf(formula->instruments), ElementsAre("z1", "z2"));
}

TEST(ModelFormula, ConstantsCrossingsAndLevels) {
    EXPECT_FALSE(parseModelFormula("y ~ 0 + x")->hasConstant);
    EXPECT_FALSE(parseModelFormula("y ~ x - 1")->hasConstant);
    EXPECT_TRUE(parseModelFormula("y ~ 1")->regressors.empty());
    EXPECT_THAT(namesOf(parseModelFormula("y ~ a*b")->regressors), ElementsAre("a", "b", "a:b"));
    EXPECT_THAT(namesOf(parseModelFormula("y ~ a*b*c")->regressors),
                ElementsAre("a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"));
    const Term levels = parseModelFormula("y ~ i(year, ref = 2011)")->regressors[0];
    EXPECT_EQ(levels.parts[0].kind, TermPart::Kind::Levels);
    EXPECT_EQ(levels.parts[0].reference, "2011");
    EXPECT_EQ(parseModelFormula("y ~ i(g, x)")->regressors[0].parts.size(), 2U);
    EXPECT_EQ(parseModelFormula("y ~ `GDP（亿元）` + 人口")->regressors[0].name, "GDP（亿元）");
}

TEST(ModelFormula, EffectsMayHaveSlopes) {
    const ModelFormula formula = *parseModelFormula("y ~ x | city[t] + province[[t, s]] + year");
    ASSERT_EQ(formula.effects.size(), 3U);
    EXPECT_TRUE(formula.effects[0].hasLevels);
    EXPECT_EQ(formula.effects[0].slopes.size(), 1U);
    EXPECT_FALSE(formula.effects[1].hasLevels);
    EXPECT_EQ(formula.effects[1].slopes.size(), 2U);
}

TEST(ModelFormula, ErrorsCarryPositions) {
    const auto expectAt = [](std::string_view text, ProblemCode code, std::size_t position) {
        const Result<ModelFormula> formula = parseModelFormula(text);
        ASSERT_FALSE(formula) << text;
        EXPECT_EQ(formula.error().code, code) << text;
        EXPECT_EQ(formula.error().place.position, position) << text;
    };
    expectAt("y", ProblemCode::SyntaxError, 1);
    expectAt("y ~ x + ", ProblemCode::SyntaxError, 8);
    expectAt("y ~ x ~ z", ProblemCode::SyntaxError, 6);
    expectAt("y ~ x^2", ProblemCode::SyntaxError, 5);
    expectAt("y ~ x + lgo(z)", ProblemCode::FunctionUnknown, 8);
    expectAt("y ~ x | a + 3", ProblemCode::SyntaxError, 12);
    expectAt("y ~ x | a | b", ProblemCode::SyntaxError, 13);
    expectAt("y ~ x | a | b ~ z | c", ProblemCode::SyntaxError, 18);
    expectAt("y ~ x | e1 + e2 ~ z", ProblemCode::InstrumentsTooFew, 18);
    expectAt("~", ProblemCode::SyntaxError, 0);
    expectAt("", ProblemCode::SyntaxError, 0);
    EXPECT_EQ(parseModelFormula("y ~ x^2").error().expected, "I(x^2)");
}

TEST(FormulaColumns, AreReadAndRenamed) {
    const std::string formula =
        "log(y) ~ x1 + lag(x1, 1) + i(g, x2, ref = b) + `a b` | city + province^year | d ~ z1";
    EXPECT_EQ(formulaColumns(formula),
              (std::vector<std::string>{"y", "x1", "g", "x2", "a b", "city", "province", "year",
                                        "d", "z1"}));
    // b is a level and log a function; x1 and x2 change places.
    EXPECT_EQ(
        renamedFormula(formula,
                       {{"x1", "x2"}, {"x2", "x1"}, {"b", "c"}, {"log", "c"}, {"city", "my city"}}),
        "log(y) ~ x2 + lag(x2, 1) + i(g, x1, ref = b) + `a b` | `my city` + province^year | "
        "d ~ z1");
    EXPECT_TRUE(formulaColumns("y ~ 'x").empty());
}

TEST(CovarianceSpec, ReadsAndWritesEveryForm) {
    for (const std::string text : {"iid", "hc1", "hc2", "hc3", "cluster:city",
                                   "cluster:city,province", "dk:2", "dk", "nw:3", "cluster:a^b"}) {
        const Result<CovarianceSpec> spec = parseCovariance(text);
        ASSERT_TRUE(spec) << text;
        EXPECT_EQ(covarianceText(*spec), text);
    }
    for (const std::string text :
         {"", "hc4", "cluster", "cluster:", "cluster:a,", "dk:x", "dk:-1", "iid:2", "nw:2x"}) {
        EXPECT_EQ(parseCovariance(text).error().code, ProblemCode::OptionInvalid) << text;
    }
}

} // namespace
} // namespace citypanel
