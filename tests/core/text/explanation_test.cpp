// SPDX-License-Identifier: GPL-3.0-or-later
// Explanations of cells: formulas hold the fit's numbers, commands give the same model elsewhere.
#include "core/text/explanation.h"
#include "core/text/model_commands.h"
#include "tests/support/grunfeld.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::text {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

study::RegressionColumn columnOf(const char* formula, const char* vcov) {
    study::RegressionColumn column;
    column.formula = FormulaText{formula};
    column.vcov = vcov;
    return column;
}

std::vector<ExplanationPart> explained(const char* rowKey, const study::RegressionColumn& column,
                                       Language language = Language::English) {
    const Panel panel = testing::grunfeld();
    EstimateOptions options;
    options.vcov = *parseCovariance(column.vcov);
    options.where = column.where.text;
    NoProgress progress;
    const Result<Fit> fit = estimate(panel, column.formula.text, options, progress);
    EXPECT_TRUE(fit);
    return explainCell({rowKey, column, *fit}, panel, {}, language);
}

std::string textOf(const std::vector<ExplanationPart>& parts) {
    std::string all;
    for (const ExplanationPart& part : parts) {
        all += "# " + part.heading + "\n";
        for (const std::string& line : part.lines) {
            all += line + "\n";
        }
    }
    return all;
}

// Grunfeld, two-way effects, clustered by firm (tests/reference/estimators/cases/grunfeld.json):
// value 0.1177159, s.e. 0.0108244 under reghdfe.
TEST(Explanation, OfACoefficientHasItsNumbersIn) {
    const study::RegressionColumn column =
        columnOf("inv ~ value + capital | firm + year", "cluster:firm");
    const std::string text = textOf(explained("term:value", column));
    EXPECT_THAT(text, HasSubstr("= 0.117716"));
    EXPECT_THAT(text, HasSubstr("p = 2 P(T(9) > "));
    // q = (N - 1)/(N - k - df_a - 1) G/(G - 1): 200 rows, 2 slopes, 19 counted years.
    EXPECT_THAT(text, HasSubstr("199/178 · 10/9"));
    EXPECT_THAT(text, HasSubstr("200 of 200 rows"));
    EXPECT_THAT(text, HasSubstr("10 units, 1935 to 1954"));
    EXPECT_THAT(text, HasSubstr("firm: 10 levels, nested in the clusters"));
    EXPECT_THAT(text, HasSubstr("exact rank 29"));
    EXPECT_THAT(text, HasSubstr("# Collinearity (VIF)"));
    EXPECT_THAT(text, HasSubstr("(modified Wald): χ²(10) = "));
    EXPECT_THAT(text, HasSubstr("(Wooldridge): F(1, 9) = "));
    EXPECT_THAT(text, HasSubstr("(Pesaran CD): z = "));
    EXPECT_THAT(text, HasSubstr("reghdfe inv value capital, absorb(firm year) vce(cluster firm)"));
    EXPECT_THAT(text, HasSubstr("fixest::feols(inv ~ value + capital | firm + year"));
    const std::string chinese = textOf(explained("term:value", column, Language::Chinese));
    EXPECT_THAT(chinese, HasSubstr("# 标准误"));
    EXPECT_THAT(chinese, HasSubstr("精确的秩为 29"));
}

TEST(Explanation, OfMeasuresAndCounts) {
    study::RegressionColumn column = columnOf("inv ~ value + lag(capital,1) | firm", "hc1");
    column.where = ExpressionText{"year > 1936"};
    EXPECT_THAT(textOf(explained("within_r_squared", column)), HasSubstr("1 − RSS/TSS̃ = 1 − "));
    EXPECT_THAT(textOf(explained("adj_r_squared", column)), HasSubstr("(RSS/u)"));
    const std::string counts = textOf(explained("nobs", column));
    EXPECT_THAT(counts, HasSubstr("20 left out"));
    EXPECT_THAT(counts, HasSubstr("Condition: year > 1936"));
    EXPECT_THAT(counts, Not(HasSubstr("Standard error")));
}

TEST(Explanation, OfInstruments) {
    const std::string text =
        textOf(explained("kp_rk_wald_f", columnOf("inv ~ 1 | firm | value ~ capital + lag(value,1)",
                                                  "cluster:firm")));
    EXPECT_THAT(text, HasSubstr("Stock–Yogo 10%: 19.93"));
    EXPECT_THAT(text, HasSubstr("First stage of value"));
    EXPECT_THAT(text, HasSubstr("Anderson–Rubin confidence set"));
}

TEST(StataCommands, GenerateWhatIsNoVariable) {
    const PanelKeys keys{"city", "year"};
    EXPECT_THAT(
        stataCommands(columnOf("log(y) ~ lag(x,2) + x:z + i(g) + I(x^2) | city + province^year",
                               "cluster:city,province^year"),
                      keys),
        ElementsAre("xtset city year", "generate double v_log_y = log(y)",
                    "generate double v_x_2 = x^2",
                    "reghdfe v_log_y L2.x c.x#c.z i.g v_x_2, absorb(city province#year) "
                    "vce(cluster city province#year)"));
    EXPECT_THAT(stataCommands(columnOf("y ~ x | city | d ~ z1 + z2", "hc1"), keys),
                Contains("ivreghdfe y x (d = z1 z2), absorb(city) robust"));
    study::RegressionColumn xtreg = columnOf("y ~ x | city + year", "cluster:city");
    xtreg.ssc = SmallSample::Xtreg;
    xtreg.weights = ExpressionText{"w"};
    xtreg.where = ExpressionText{"x > 0"};
    EXPECT_THAT(stataCommands(xtreg, keys),
                Contains("xtreg y x i.year [aw=w] if x > 0, fe vce(cluster city)"));
    EXPECT_THAT(stataCommands(columnOf("y ~ (", "iid"), keys), ::testing::IsEmpty());
}

TEST(StataCommands, LeveragesNeedTheEffectsAsDummies) {
    const PanelKeys keys{"city", "year"};
    EXPECT_THAT(stataCommands(columnOf("y ~ x | city + province^year", "hc3"), keys),
                Contains("regress y x i.city i.province#i.year, vce(hc3)"));
    EXPECT_THAT(stataCommands(columnOf("y ~ x", "hc2"), keys), Contains("regress y x, vce(hc2)"));
}

TEST(StataCommands, OfOtherEstimators) {
    const PanelKeys keys{"city", "year"};
    study::RegressionColumn column = columnOf("y ~ x + x:z", "cluster:city");
    column.estimator = Estimator::RandomEffects;
    EXPECT_THAT(stataCommands(column, keys), Contains("xtreg y x c.x#c.z, re vce(cluster city)"));
    column.estimator = Estimator::FirstDifference;
    EXPECT_THAT(stataCommands(column, keys),
                ElementsAre("xtset city year", "generate double v_x_z = x*z",
                            "regress D.y D.x D.v_x_z, noconstant vce(cluster city)"));
    column = columnOf("y ~ lag(x,2) | city + year", "iid");
    column.estimator = Estimator::FirstDifference;
    EXPECT_THAT(stataCommands(column, keys),
                Contains("reghdfe D.y DL2.x, absorb(year) keepsingletons"));
    column = columnOf("y ~ x", "iid");
    column.estimator = Estimator::Between;
    EXPECT_THAT(stataCommands(column, keys), Contains("xtreg y x, be"));
    column = columnOf("y ~ x | city | d ~ z1 + z2", "hc1");
    column.estimator = Estimator::Liml;
    EXPECT_THAT(stataCommands(column, keys),
                Contains("ivreghdfe y x (d = z1 z2), absorb(city) liml robust"));
    EXPECT_THAT(rCommands(column, keys), ::testing::IsEmpty());
    column = columnOf("y ~ x | | d ~ z1 + z2", "hc1");
    column.formula = FormulaText{"y ~ x | 0 | d ~ z1 + z2"};
    column.estimator = Estimator::Gmm;
    EXPECT_THAT(stataCommands(column, keys),
                Contains("ivreg2 y x (d = z1 z2), small gmm2s robust"));
}

TEST(RCommands, OfOtherEstimatorsAndErrors) {
    const PanelKeys keys{"city", "year"};
    EXPECT_THAT(rCommands(columnOf("y ~ x | city + year", "hc3"), keys),
                ElementsAre("model <- lm(y ~ x + factor(city) + factor(year), data = panel)",
                            "lmtest::coeftest(model, vcov. = sandwich::vcovHC(model, type = "
                            "\"HC3\"))"));
    study::RegressionColumn column = columnOf("y ~ x", "iid");
    column.estimator = Estimator::RandomEffects;
    EXPECT_THAT(rCommands(column, keys),
                ElementsAre("model <- plm::plm(y ~ x, data = panel, index = c(\"city\", "
                            "\"year\"), model = \"random\")",
                            "summary(model)"));
    column.estimator = Estimator::FirstDifference;
    EXPECT_THAT(rCommands(column, keys)[0], HasSubstr("plm::plm(y ~ 0 + x, data = panel"));
    // plm has neither these errors of differences nor random effects clustered beyond the unit.
    for (const char* vcov : {"hc2", "cluster:province", "dk:2", "nw:1"}) {
        column.vcov = vcov;
        EXPECT_THAT(rCommands(column, keys), ::testing::IsEmpty()) << vcov;
    }
    column.estimator = Estimator::RandomEffects;
    column.vcov = "cluster:province";
    EXPECT_THAT(rCommands(column, keys), ::testing::IsEmpty());
    column.vcov = "cluster:city";
    EXPECT_THAT(rCommands(column, keys)[1], HasSubstr("method = \"arellano\", type = \"sss\""));
}

TEST(Explanation, OfRandomEffectsHasTheirFormula) {
    const Panel panel = testing::grunfeld();
    study::RegressionColumn column = columnOf("inv ~ value + capital", "iid");
    column.estimator = Estimator::RandomEffects;
    NoProgress progress;
    const auto fit =
        estimateBy(column.estimator, panel, *parseModelFormula(column.formula.text), {}, progress);
    ASSERT_TRUE(fit);
    const std::string text =
        textOf(explainCell({"term:value", column, *fit}, panel, {}, Language::English));
    EXPECT_THAT(text, HasSubstr("ẍ = x − θᵢ x̄ᵢ"));
    EXPECT_THAT(text, HasSubstr("P(N(0, 1) > "));
    EXPECT_THAT(text, Not(HasSubstr("Collinearity")));
    EXPECT_THAT(text, HasSubstr("xtreg inv value capital, re"));
}

TEST(RCommands, AreFixests) {
    EXPECT_THAT(
        rCommands(columnOf("ln(y) ~ lag(x,1) | city + province^year", "dk:2"), {"city", "year"}),
        ElementsAre("fixest::feols(log(y) ~ l(x,1) | city + province^year, data = panel, "
                    "panel.id = ~city + year, vcov = DK(2))"));
}

} // namespace
} // namespace citypanel::text
