// SPDX-License-Identifier: GPL-3.0-or-later
// Wild cluster bootstrap, bootstrap by unit and mediation.
#include "core/base/parallel.h"
#include "core/estimate/mediation.h"
#include "core/estimate/unit_bootstrap.h"
#include "core/estimate/wild_bootstrap.h"
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

class WildBootstrap : public ::testing::TestWithParam<Json> {};

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(WildBootstrap);

TEST_P(WildBootstrap, AgreesWithReference) {
    const Json& entry = GetParam();
    WildBootstrapOptions options;
    options.term = entry.get<std::string>("core");
    options.cluster = entry.get<std::string>("cluster");
    options.weights = *valueOf<WildWeights>(entry.get<std::string>("weights"));
    options.imposesNull = entry.get<bool>("imposed_null");
    NoProgress progress;
    const auto test = wildClusterBootstrap(
        panelOf(entry), *parseModelFormula(entry.get<std::string>("formula")), options, progress);
    ASSERT_TRUE(test) << problemCodeName(test.error().code);
    EXPECT_EQ(test->clusters, entry.get<std::size_t>("clusters"));
    EXPECT_EQ(test->reps, entry.get<std::size_t>("draws"));
    EXPECT_EQ(test->isEnumerated, entry.get<bool>("enumerated"));
    EXPECT_THAT(test->statistic, IsNear(*numberAt(entry, "statistic")));
    EXPECT_THAT(test->statisticNoSmallSample,
                IsNear(*numberAt(entry, "statistic_no_small_sample")));
    EXPECT_THAT(test->pValue, IsNear(*numberAt(entry, "p_value"), {0.0, 1e-12}));
    EXPECT_THAT(test->pValueWithTies, IsNear(*numberAt(entry, "p_value_with_ties"), {0.0, 1e-12}));
}

INSTANTIATE_TEST_SUITE_P(Reference, WildBootstrap,
                         ::testing::ValuesIn(entriesOf("wild_cluster_bootstrap")), idOf);

Result<WildBootstrapTest> wild(const Panel& panel, WildWeights weights, double value,
                               bool wantsInterval = false) {
    WildBootstrapOptions options;
    options.term = "x3";
    options.cluster = "unit";
    options.weights = weights;
    options.value = value;
    options.reps = 999;
    options.wantsInterval = wantsInterval;
    NoProgress progress;
    return wildClusterBootstrap(panel, *parseModelFormula("y ~ x1 + x3 | unit"), options, progress);
}

TEST(WildClusterBootstrap, IntervalHoldsTheValuesThatAreNotRejected) {
    const Panel panel = testing::randomPanel(4);
    for (const WildWeights weights : {WildWeights::Rademacher, WildWeights::Webb}) {
        const auto test = wild(panel, weights, 0.0, true);
        ASSERT_TRUE(test);
        const double width = test->confHigh - test->confLow;
        EXPECT_LT(test->confLow, test->estimate);
        EXPECT_GT(test->confHigh, test->estimate);
        EXPECT_GE(wild(panel, weights, test->confLow + 1e-3 * width)->pValue, 0.05);
        EXPECT_LT(wild(panel, weights, test->confLow - 1e-3 * width)->pValue, 0.05);
    }
}

TEST(WildClusterBootstrap, SameBitsOnOneAndTwoThreads) {
    const Panel panel = testing::randomPanel(6);
    const auto at = wild(panel, WildWeights::Webb, 0.0);
    ASSERT_TRUE(at);
    const double near = at->estimate * (1.0 - 1.0 / at->statistic); // one standard error away
    setParallelThreads(1);
    const auto one = wild(panel, WildWeights::Webb, near);
    setParallelThreads(2);
    const auto two = wild(panel, WildWeights::Webb, near);
    ASSERT_TRUE(one && two);
    EXPECT_EQ(one->pValue, two->pValue);
    EXPECT_GT(one->pValue, 0.0);
}

TEST(WildClusterBootstrap, ProblemsNameTheVariable) {
    const Panel panel = testing::randomPanel(6);
    WildBootstrapOptions options;
    options.term = "x9";
    NoProgress progress;
    const ModelFormula formula = *parseModelFormula("y ~ x1 | unit");
    const auto unknown = wildClusterBootstrap(panel, formula, options, progress);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ProblemCode::VariableUnknown);
    EXPECT_EQ(unknown.error().expected, "x1");
    options.term = "x1";
    options.cluster = "one";
    const auto single = wildClusterBootstrap(panel, formula, options, progress);
    ASSERT_FALSE(single);
    EXPECT_EQ(single.error().code, ProblemCode::ClustersTooFew);
}

class MediationReference : public ::testing::TestWithParam<Json> {};

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(MediationReference);

void expectTerm(const TermEstimate& mine, const Json& expected) {
    EXPECT_EQ(mine.name, expected.get<std::string>("name"));
    EXPECT_THAT(mine.estimate, IsNear(*numberAt(expected, "estimate")));
    EXPECT_THAT(mine.stdError, IsNear(*numberAt(expected, "std_error")));
    EXPECT_THAT(mine.pValue, IsNear(*numberAt(expected, "p_value"), pTolerance));
    EXPECT_THAT(mine.confLow, IsNear(*numberAt(expected, "conf_low")));
}

void expectProduct(const ProductTest& mine, const Json& expected) {
    EXPECT_THAT(mine.stdError, IsNear(*numberAt(expected, "std_error")));
    EXPECT_THAT(mine.z, IsNear(*numberAt(expected, "z")));
    EXPECT_THAT(mine.pValue, IsNear(*numberAt(expected, "p_value"), pTolerance));
}

TEST_P(MediationReference, Agrees) {
    const Json& entry = GetParam();
    std::string formula = entry.get<std::string>("y") + " ~ " + entry.get<std::string>("x");
    for (const auto& [key, control] : entry.get_child("controls")) {
        formula += " + " + control.get_value<std::string>();
    }
    std::string separator = " | ";
    for (const auto& [key, effect] : entry.get_child("fe")) {
        formula += separator + effect.get_value<std::string>();
        separator = " + ";
    }
    MediationOptions options;
    options.estimate.vcov = *parseCovariance(entry.get<std::string>("vcov"));
    options.treatment = entry.get<std::string>("x");
    options.mediator = entry.get<std::string>("m");
    options.reps = entry.get<int>("bootstrap.replications");
    NoProgress progress;
    const auto result = mediation(panelOf(entry), *parseModelFormula(formula), options, progress);
    ASSERT_TRUE(result) << problemCodeName(result.error().code);
    EXPECT_EQ(result->total.nobs, entry.get<std::size_t>("nobs"));
    expectTerm(result->totalEffect, entry.get_child("total"));
    expectTerm(result->a, entry.get_child("a"));
    expectTerm(result->b, entry.get_child("b"));
    expectTerm(result->direct, entry.get_child("direct"));
    EXPECT_THAT(result->indirect, IsNear(*numberAt(entry, "indirect")));
    EXPECT_THAT(result->totalEffect.estimate - result->direct.estimate,
                IsNear(*numberAt(entry, "total_minus_direct")));
    EXPECT_THAT(result->shareMediated, IsNear(*numberAt(entry, "share_mediated")));
    expectProduct(result->sobel, entry.get_child("sobel"));
    expectProduct(result->aroian, entry.get_child("aroian"));
    expectProduct(result->goodman, entry.get_child("goodman"));
    const BootstrapSummary& indirect = result->bootstrap->statistics.front();
    // Monte Carlo: 5 % of the standard error, and of the interval's width, as the entry says.
    EXPECT_THAT(indirect.stdError, IsNear(*numberAt(entry, "bootstrap.std_error"), {0.05, 0.0}));
    const Json& ends = entry.get_child("bootstrap.percentile_95");
    const double low = ends.front().second.get_value<double>();
    const double high = ends.back().second.get_value<double>();
    EXPECT_NEAR(indirect.confLow, low, 0.05 * (high - low));
    EXPECT_NEAR(indirect.confHigh, high, 0.05 * (high - low));
    EXPECT_THAT(indirect.estimate, IsNear(result->indirect));
}

INSTANTIATE_TEST_SUITE_P(Reference, MediationReference, ::testing::ValuesIn(entriesOf("mediation")),
                         idOf);

TEST(Mediation, TwoStepsAlone) {
    const Panel panel = testing::randomPanel(8);
    MediationOptions options;
    options.treatment = "x1";
    options.mediator = "x3";
    options.hasThreeSteps = false;
    NoProgress progress;
    const ModelFormula formula = *parseModelFormula("y ~ x1 + x2 | unit");
    const auto result = mediation(panel, formula, options, progress);
    ASSERT_TRUE(result);
    EXPECT_FALSE(result->both);
    EXPECT_TRUE(isMissing(result->sobel.z));
    EXPECT_EQ(result->toMediator.formula, "x3 ~ x1 + x2 | unit");
    options.treatment = "x4";
    EXPECT_EQ(mediation(panel, formula, options, progress).error().code,
              ProblemCode::VariableUnknown);
    options.mediator = "x2";
    EXPECT_EQ(mediation(panel, formula, options, progress).error().code,
              ProblemCode::OptionInvalid);
}

TEST(UnitBootstrap, StandardErrorsAreNearThoseOfClusters) {
    const Panel panel = testing::randomPanel(12, 150, 6, 0.9);
    BootstrapOptions options;
    options.estimate.vcov = *parseCovariance("cluster:unit");
    options.reps = 1500;
    NoProgress progress;
    const ModelFormula formula = *parseModelFormula("y ~ x3 | unit + period");
    const auto fit = estimate(panel, formula, options.estimate, progress);
    const auto result = bootstrapCoefficients(panel, formula, options, progress);
    ASSERT_TRUE(fit && result);
    const BootstrapSummary& x3 = result->statistics.front();
    EXPECT_THAT(x3.estimate, IsNear(fit->term("x3")->estimate));
    // 1,500 draws: sd of the standard error is 2 %; the asymptotic one is itself approximate.
    EXPECT_THAT(x3.stdError, IsNear(fit->term("x3")->stdError, {0.12, 0.0}));
    EXPECT_LT(x3.confLow, x3.biasCorrectedHigh);
}

TEST(UnitBootstrap, DrawingAUnitTwiceEqualsCopyingIt) {
    // Unit 1 twice, unit 2 not at all, against a panel in which that is so.
    const Panel panel = testing::randomPanel(13, 12, 6, 0.9);
    NoProgress progress;
    const ModelFormula formula = *parseModelFormula("y ~ x1 + x3 | unit + period");
    const auto model = resampledModel(panel, formula, {});
    ASSERT_TRUE(model);
    std::vector<double> weights(model->entityCount(), 1.0);
    weights[0] = 2.0;
    weights[1] = 0.0;
    const auto drawn = model->coefficients(weights, columnsOf(model->data(), {}));
    std::vector<std::size_t> rows;
    std::vector<double> units;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        const std::int32_t unit = panel.unitCodes()[row];
        if (unit != 1) {
            rows.push_back(row);
            units.push_back(unit);
        }
        if (unit == 0) {
            rows.push_back(row);
            units.push_back(1000.0);
        }
    }
    std::vector<Variable> columns{Variable::numeric("unit", units)};
    for (const char* name : {"period", "y", "x1", "x3"}) {
        columns.push_back(panel.find(name)->permuted(rows));
    }
    const Panel copied = *Panel::create({"unit", "period"}, columns);
    const auto fit = estimate(copied, formula, {}, progress);
    ASSERT_TRUE(drawn && fit);
    EXPECT_THAT((*drawn)[0], IsNear(fit->terms[0].estimate));
    EXPECT_THAT((*drawn)[1], IsNear(fit->terms[1].estimate));
}

} // namespace
} // namespace citypanel
