// SPDX-License-Identifier: GPL-3.0-or-later
// Random effects, between, first differences and Hausman's tests.
#include "core/estimate/random_effects.h"
#include "random_panel.h"
#include "reference_entries.h"

namespace citypanel {
namespace {

using testing::entriesOf;
using testing::idOf;
using testing::IsNear;
using testing::Json;
using testing::numberAt;
using testing::panelOf;
using testing::pTolerance;

/// Statistics are plmPrinted to eleven digits.
constexpr testing::Near plmPrinted{2e-9, 1e-10};

void expectTerms(const Fit& fit, const Json& entry) {
    for (const auto& [key, term] : entry.get_child("expect.terms")) {
        const std::string name = term.get<std::string>("name");
        const TermEstimate* found = fit.term(name == "_cons" ? "(Intercept)" : name);
        ASSERT_NE(found, nullptr) << name;
        EXPECT_THAT(found->estimate, IsNear(*numberAt(term, "estimate"), plmPrinted)) << name;
        EXPECT_THAT(found->statistic, IsNear(*numberAt(term, "statistic"), plmPrinted)) << name;
        // p values are plmPrinted with absolute precision of 1e-10 or so.
        EXPECT_THAT(found->pValue, IsNear(*numberAt(term, "p_value"), {1e-6, 1e-10})) << name;
    }
}

TEST(StataOutput, RandomEffectsAndBetweenAgree) {
    const std::filesystem::path folder = testing::referenceFolder();
    if (!std::filesystem::exists(folder / "stata/xtreg.json")) {
        GTEST_SKIP() << "stata/xtreg.json is not there";
    }
    const Json json = testing::readJson(folder / "stata/xtreg.json");
    const Panel panel = testing::readCsvPanel(
        folder / json.get_child("cases").front().second.get<std::string>("data"), "firm", "time");
    int compared = 0;
    NoProgress progress;
    for (const auto& [key, entry] : json.get_child("cases")) {
        const std::string command = entry.get<std::string>("stata");
        const bool isBetween = command.find("xtreg, be") == 0;
        const bool isRandom = command.find("xtreg, re") == 0;
        if (!isBetween && !isRandom) {
            continue;
        }
        SCOPED_TRACE(entry.get<std::string>("id"));
        const ModelFormula formula = *parseModelFormula(entry.get<std::string>("formula"));
        EstimateOptions options;
        if (isBetween) {
            const bool isWeighted = command.find("wls") != std::string::npos;
            const auto fit = estimateBetween(panel, formula, options, isWeighted, progress);
            ASSERT_TRUE(fit);
            expectTerms(*fit, entry);
            EXPECT_THAT(fit->rSquared, IsNear(*numberAt(entry, "expect.stata_e.r2"), plmPrinted));
            EXPECT_THAT(fit->f.statistic, IsNear(*numberAt(entry, "expect.stata_e.F"), plmPrinted));
        } else {
            const bool isClustered = command.find("cluster") != std::string::npos;
            const bool isRobust = command.find("robust") != std::string::npos;
            options.vcov = *parseCovariance(isClustered ? "cluster:firm"
                                            : isRobust  ? "hc1"
                                                        : "iid");
            const auto random = estimateRandomEffects(panel, formula, options, progress);
            ASSERT_TRUE(random);
            expectTerms(*random, entry);
            const Json& e = entry.get_child("expect.stata_e");
            EXPECT_THAT(random->randomEffects->sigmaU, IsNear(*numberAt(e, "sigma_u"), plmPrinted));
            EXPECT_THAT(random->randomEffects->sigmaE, IsNear(*numberAt(e, "sigma_e"), plmPrinted));
            EXPECT_THAT(random->randomEffects->rho, IsNear(*numberAt(e, "rho"), plmPrinted));
            EXPECT_THAT(random->randomEffects->rSquaredWithin,
                        IsNear(*numberAt(e, "r2_w"), plmPrinted));
            EXPECT_THAT(random->randomEffects->rSquaredBetween,
                        IsNear(*numberAt(e, "r2_b"), plmPrinted));
            EXPECT_THAT(random->randomEffects->rSquaredOverall,
                        IsNear(*numberAt(e, "r2_o"), plmPrinted));
        }
        ++compared;
    }
    EXPECT_EQ(compared, 15);
}

class Hausman : public ::testing::TestWithParam<Json> {};

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Hausman);

TEST_P(Hausman, AgreesWithReference) {
    const Json& entry = GetParam();
    const Panel panel = panelOf(entry);
    std::string text = entry.get<std::string>("y");
    std::string separator = " ~ ";
    for (const auto& [key, x] : entry.get_child("x")) {
        text += separator + x.get_value<std::string>();
        separator = " + ";
    }
    const ModelFormula formula = *parseModelFormula(text);
    NoProgress progress;
    const auto random = estimateRandomEffects(panel, formula, {}, progress);
    ASSERT_TRUE(random);
    EXPECT_THAT(random->randomEffects->thetaMedian, IsNear(*numberAt(entry, "theta")));
    EXPECT_THAT(random->randomEffects->sigmaU, IsNear(*numberAt(entry, "sigma_u")));
    EXPECT_THAT(random->randomEffects->sigmaE, IsNear(*numberAt(entry, "sigma_e")));
    for (const auto& [key, term] : entry.get_child("re")) {
        const TermEstimate* mine = random->term(term.get<std::string>("name"));
        ASSERT_NE(mine, nullptr);
        EXPECT_THAT(mine->estimate, IsNear(*numberAt(term, "estimate")));
        EXPECT_THAT(mine->stdError, IsNear(*numberAt(term, "std_error")));
    }
    const auto test = hausmanTest(panel, formula, {}, progress);
    ASSERT_TRUE(test);
    EXPECT_THAT(test->classical.statistic, IsNear(*numberAt(entry, "hausman.statistic")));
    EXPECT_EQ(test->classical.df, *numberAt(entry, "hausman.df"));
    EXPECT_THAT(test->classical.pValue, IsNear(*numberAt(entry, "hausman.p_value"), pTolerance));
    EXPECT_TRUE(test->differenceIsPositive);
    EXPECT_EQ(test->robust.df, *numberAt(entry, "hausman.df"));
}

INSTANTIATE_TEST_SUITE_P(Reference, Hausman, ::testing::ValuesIn(entriesOf("hausman")), idOf);

TEST(Hausman, MundlaksCoefficientsAreFixedEffects) {
    // With the units' means added, random effects of the regressors are the fixed effects.
    const Panel panel = testing::randomPanel(21, 30, 5, 1.1); // balanced
    NoProgress progress;
    const auto test = hausmanTest(panel, *parseModelFormula("y ~ x1 + x3"), {}, progress);
    EstimateOptions within;
    within.ssc = SmallSample::Xtreg;
    const auto fixed = estimate(panel, "y ~ x1 + x3 | unit", within, progress);
    const auto between =
        estimateBetween(panel, *parseModelFormula("y ~ x1 + x3"), {}, false, progress);
    ASSERT_TRUE(test && fixed && between);
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string name = fixed->terms[i].name;
        EXPECT_EQ(test->means[i].name, "mean(" + name + ")");
        EXPECT_THAT(test->means[i].estimate,
                    IsNear(between->term(name)->estimate - fixed->terms[i].estimate));
    }
}

TEST(FirstDifference, EqualsRegressionOfDifferencedVariables) {
    const Panel panel = testing::randomPanel(22);
    EstimateOptions options;
    options.vcov = *parseCovariance("cluster:unit");
    NoProgress progress;
    const ModelFormula formula = *parseModelFormula("y ~ x1 + x3 + x1:x3");
    const auto fit = estimateFirstDifference(panel, formula, options, false, progress);
    const auto same =
        estimate(panel, "diff(y) ~ 0 + diff(x1) + diff(x3) + I(x1*x3 - lag(x1,1)*lag(x3,1))",
                 options, progress);
    ASSERT_TRUE(fit && same);
    EXPECT_EQ(fit->nobs, same->nobs);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_THAT(fit->terms[i].estimate, IsNear(same->terms[i].estimate));
        EXPECT_THAT(fit->terms[i].stdError, IsNear(same->terms[i].stdError));
    }
    EXPECT_EQ(fit->terms[0].name, "diff(x1)");
    const auto trend = estimateFirstDifference(panel, formula, options, true, progress);
    const auto sameTrend = estimate(
        panel, "diff(y) ~ diff(x1) + diff(x3) + I(x1*x3 - lag(x1,1)*lag(x3,1))", options, progress);
    ASSERT_TRUE(trend && sameTrend);
    EXPECT_THAT(trend->term("(Intercept)")->estimate, IsNear(sameTrend->terms[0].estimate));
}

TEST(FirstDifference, EqualsFixedEffectsWithTwoPeriods) {
    const Panel panel = testing::randomPanel(23, 40, 2, 0.9);
    NoProgress progress;
    const auto difference = estimateFirstDifference(
        panel, *parseModelFormula("y ~ x1 + x3 | unit + period"), {}, false, progress);
    const auto fixed = estimate(panel, "y ~ x1 + x3 | unit + period", {}, progress);
    ASSERT_TRUE(difference && fixed);
    EXPECT_THAT(difference->terms[0].estimate, IsNear(fixed->terms[0].estimate));
    EXPECT_THAT(difference->terms[0].stdError, IsNear(fixed->terms[0].stdError));
}

TEST(RandomEffects, ProblemsNameTheRemedy) {
    const Panel panel = testing::randomPanel(24);
    NoProgress progress;
    EstimateOptions options;
    options.vcov = *parseCovariance("dk:2");
    const auto kind = estimateRandomEffects(panel, *parseModelFormula("y ~ x1"), options, progress);
    ASSERT_FALSE(kind);
    EXPECT_EQ(kind.error().code, ProblemCode::ConventionUnsupported);
    EXPECT_EQ(kind.error().expected, "iid, cluster:unit");
    const auto effects =
        estimateRandomEffects(panel, *parseModelFormula("y ~ x1 | period"), {}, progress);
    ASSERT_FALSE(effects);
    EXPECT_EQ(effects.error().place.variable, "period");
}

} // namespace
} // namespace citypanel
