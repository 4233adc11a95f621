// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of equal coefficients between groups against reference values, and their properties.
#include "core/base/parallel.h"
#include "core/estimate/group_comparison.h"
#include "core/estimate/multiple_testing.h"
#include "core/estimate/random_stream.h"
#include "random_panel.h"
#include "reference_entries.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace citypanel {
namespace {

using testing::entriesOf;
using testing::idOf;
using testing::IsNear;
using testing::Json;
using testing::numberAt;
using testing::panelOf;
using testing::pTolerance;

CompareOptions optionsOf(const std::string& vcov, std::vector<GroupTestMethod> methods) {
    CompareOptions options;
    options.estimate.vcov = *parseCovariance(vcov);
    options.methods = std::move(methods);
    return options;
}

/// The reference's first level may be this comparison's second.
double signOf(const Json& entry, const GroupComparison& comparison) {
    const std::string first = entry.get_child("levels").front().second.get_value<std::string>();
    const bool isFirst = comparison.groups.front().level == first ||
                         (first == "0.0" && comparison.groups.front().level == "0");
    return isFirst ? 1.0 : -1.0;
}

const GroupTest& find(const GroupComparison& comparison, GroupTestMethod method,
                      const std::string& term) {
    return *std::find_if(
        comparison.tests.begin(), comparison.tests.end(),
        [&](const GroupTest& test) { return test.method == method && test.term == term; });
}

class GroupDifference : public ::testing::TestWithParam<Json> {};

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(GroupDifference);

TEST_P(GroupDifference, AgreesWithReference) {
    const Json& entry = GetParam();
    const Panel panel = panelOf(entry);
    const std::string core = entry.get<std::string>("core");
    const ModelFormula formula = *parseModelFormula(entry.get<std::string>("formula"));
    NoProgress progress;
    const auto compared = [&](const std::string& vcov) {
        return compareGroups(panel, formula, entry.get<std::string>("by"),
                             optionsOf(vcov, {GroupTestMethod::Chow, GroupTestMethod::Suest}),
                             progress);
    };
    const Result<GroupComparison> result = compared(entry.get<std::string>("vcov"));
    ASSERT_TRUE(result) << problemCodeName(result.error().code);
    const double sign = signOf(entry, *result);
    for (const auto& [none, group] : entry.get_child("groups")) {
        const auto nobs = group.get<std::size_t>("nobs");
        const auto found = std::find_if(result->groups.begin(), result->groups.end(),
                                        [&](const GroupFit& g) { return g.fit.nobs == nobs; });
        ASSERT_NE(found, result->groups.end()) << nobs;
        EXPECT_EQ(found->fit.droppedSingletons, group.get<std::size_t>("dropped_singletons"));
        EXPECT_THAT(found->fit.adjRSquared, IsNear(*numberAt(group, "adj_r_squared")));
        for (const auto& [one, term] : group.get_child("terms")) {
            const TermEstimate* mine = found->fit.term(term.get<std::string>("name"));
            ASSERT_NE(mine, nullptr);
            EXPECT_THAT(mine->estimate, IsNear(*numberAt(term, "estimate")));
            EXPECT_THAT(mine->stdError, IsNear(*numberAt(term, "std_error")));
            EXPECT_THAT(mine->pValue, IsNear(*numberAt(term, "p_value"), pTolerance));
        }
    }
    const GroupTest independent =
        independentDifference(*result->groups[0].fit.term(core), *result->groups[1].fit.term(core));
    EXPECT_THAT(sign * independent.statistic, IsNear(*numberAt(entry, "independent_z.statistic")));
    EXPECT_THAT(independent.pValue, IsNear(*numberAt(entry, "independent_z.p_value"), pTolerance));
    for (const auto& [none, chow] : entry.get_child("chow")) {
        const Result<GroupComparison> other = compared(chow.get<std::string>("vcov"));
        ASSERT_TRUE(other);
        const GroupTest& term = find(*other, GroupTestMethod::Chow, core);
        const Json& difference = chow.get_child("core_difference");
        EXPECT_THAT(sign * term.difference, IsNear(*numberAt(difference, "estimate")));
        EXPECT_THAT(term.stdError, IsNear(*numberAt(difference, "std_error")));
        EXPECT_THAT(sign * term.statistic, IsNear(*numberAt(difference, "statistic")));
        EXPECT_THAT(term.pValue, IsNear(*numberAt(difference, "p_value"), pTolerance));
        const GroupTest& joint = find(*other, GroupTestMethod::Chow, "");
        EXPECT_THAT(joint.statistic, IsNear(*numberAt(chow, "f_statistic")));
        EXPECT_EQ(joint.df, *numberAt(chow, "df1"));
        EXPECT_EQ(joint.dfDenominator, *numberAt(chow, "df2"));
        EXPECT_THAT(joint.pValue, IsNear(*numberAt(chow, "p_value"), pTolerance));
    }
    const GroupTest& suest = find(*result, GroupTestMethod::Suest, core);
    EXPECT_THAT(suest.statistic, IsNear(*numberAt(entry, "suest.chi2")));
    EXPECT_THAT(suest.pValue, IsNear(*numberAt(entry, "suest.p_value"), pTolerance));
    if (const auto joint = numberAt(entry, "suest.joint_chi2")) {
        const GroupTest& all = find(*result, GroupTestMethod::Suest, "");
        EXPECT_THAT(all.statistic, IsNear(*joint));
        EXPECT_EQ(all.df, *numberAt(entry, "suest.joint_df"));
        EXPECT_THAT(all.pValue, IsNear(*numberAt(entry, "suest.joint_p_value"), pTolerance));
    }
}

INSTANTIATE_TEST_SUITE_P(Reference, GroupDifference,
                         ::testing::ValuesIn(entriesOf("group_difference")), idOf);

class Permutation : public ::testing::TestWithParam<Json> {};

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Permutation);

TEST_P(Permutation, AgreesWithReference) {
    const Json& entry = GetParam();
    const Panel panel = panelOf(entry);
    CompareOptions options = optionsOf("iid", {GroupTestMethod::Permutation});
    options.scheme = *valueOf<PermutationScheme>(entry.get<std::string>("scheme"));
    options.reps = 5000;
    NoProgress progress;
    const Result<GroupComparison> result =
        compareGroups(panel, *parseModelFormula(entry.get<std::string>("formula")),
                      entry.get<std::string>("by"), options, progress);
    ASSERT_TRUE(result) << problemCodeName(result.error().code);
    const GroupTest& test =
        find(*result, GroupTestMethod::Permutation, entry.get<std::string>("core"));
    const double sign = signOf(entry, *result);
    ASSERT_EQ(sign, 1.0);
    EXPECT_THAT(test.difference, IsNear(*numberAt(entry, "observed_difference")));
    EXPECT_EQ(test.isExact, entry.get("exact", false));
    EXPECT_EQ(test.reps, entry.get<std::size_t>("replications"));
    EXPECT_EQ(test.failedReps, 0U);
    // Two Monte Carlo runs differ by sqrt(2) of their standard error; 5 of those.
    const double reach = 7.1 * *numberAt(entry, "mc_standard_error") + 1e-12;
    EXPECT_NEAR(test.pValue, *numberAt(entry, "p_two_sided"), reach);
    EXPECT_NEAR(test.upperShare, *numberAt(entry, "p_one_sided_ge"), reach);
}

INSTANTIATE_TEST_SUITE_P(Reference, Permutation, ::testing::ValuesIn(entriesOf("permutation")),
                         idOf);

Result<GroupComparison> permuted(const Panel& panel, const char* formula, PermutationScheme scheme,
                                 int reps, std::int64_t seed, const char* weights = "") {
    CompareOptions options = optionsOf("iid", {GroupTestMethod::Permutation});
    options.estimate.weights = weights;
    options.scheme = scheme;
    options.reps = reps;
    options.seed = seed;
    NoProgress progress;
    return compareGroups(panel, *parseModelFormula(formula), "half", options, progress);
}

/// Units in two halves that differ in nothing.
Panel panelWithHalves(unsigned seed) {
    const Panel panel = testing::randomPanel(seed, 24, 6, 0.85);
    std::vector<double> half;
    for (const std::int32_t unit : panel.unitCodes()) {
        half.push_back(unit % 2 == 0 ? 1.0 : 0.0);
    }
    return *panel.withVariable(Variable::numeric("half", std::move(half)));
}

TEST(PermutationTest, SameBitsOnOneAndTwoThreads) {
    const Panel panel = panelWithHalves(3);
    for (const PermutationScheme scheme : {PermutationScheme::Unit, PermutationScheme::Row}) {
        setParallelThreads(1);
        const auto one = permuted(panel, "y ~ x1 + x3 | unit + period", scheme, 300, 7);
        setParallelThreads(2);
        const auto two = permuted(panel, "y ~ x1 + x3 | unit + period", scheme, 300, 7);
        const auto other = permuted(panel, "y ~ x1 + x3 | unit + period", scheme, 300, 8);
        ASSERT_TRUE(one && two && other);
        EXPECT_EQ(one->tests[0].pValue, two->tests[0].pValue);
        EXPECT_EQ(one->tests[0].upperShare, two->tests[0].upperShare);
        EXPECT_NE(one->tests[0].upperShare, other->tests[0].upperShare);
    }
}

TEST(PermutationTest, PValuesAreUniformUnderTheNull) {
    // Sixty panels: the mean of uniform p values has sd 0.037, each quarter holds 15 (sd 3.4).
    double sum = 0.0;
    std::vector<int> quarters(4, 0);
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const auto result = permuted(panelWithHalves(seed), "y ~ x3 | unit + period",
                                     PermutationScheme::Unit, 199, seed);
        ASSERT_TRUE(result);
        const double p = result->tests[0].pValue;
        sum += p;
        ++quarters[static_cast<std::size_t>(std::min(3.0, std::floor(4.0 * p)))];
    }
    EXPECT_NEAR(sum / 60.0, 0.5, 0.15);
    for (const int count : quarters) {
        EXPECT_GE(count, 3);
        EXPECT_LE(count, 29);
    }
}

TEST(PermutationTest, FastMomentsAgreeWithAbsorbingAnew) {
    // A slope by unit forces the general path; of a constant variable it changes nothing.
    const Panel panel = panelWithHalves(11);
    const auto fast =
        permuted(panel, "y ~ x1 + x3 | unit + period", PermutationScheme::Unit, 200, 5);
    const auto general =
        permuted(panel, "y ~ x1 + x3 | unit[one] + period", PermutationScheme::Unit, 200, 5);
    ASSERT_TRUE(fast && general);
    EXPECT_EQ(fast->tests[0].pValue, general->tests[0].pValue);
    EXPECT_EQ(fast->tests[0].upperShare, general->tests[0].upperShare);
}

TEST(PermutationTest, RowMomentsAgreeWithAbsorbingAnew) {
    // Labels of single rows: the units' effects reach across what is permuted.
    const Panel panel = panelWithHalves(12);
    for (const char* weights : {"", "w"}) {
        SCOPED_TRACE(weights);
        const auto fast =
            permuted(panel, "y ~ x1 + x3 | unit + period", PermutationScheme::Row, 200, 5, weights);
        const auto general = permuted(panel, "y ~ x1 + x3 | unit[one] + period",
                                      PermutationScheme::Row, 200, 5, weights);
        ASSERT_TRUE(fast && general);
        EXPECT_EQ(fast->tests[0].pValue, general->tests[0].pValue);
        EXPECT_EQ(fast->tests[0].upperShare, general->tests[0].upperShare);
        EXPECT_EQ(fast->tests[0].failedReps, general->tests[0].failedReps);
    }
}

TEST(CompareGroups, HolmOverThreeGroups) {
    const Panel panel = testing::randomPanel(5, 40, 6, 0.9);
    CompareOptions options =
        optionsOf("cluster:unit",
                  {GroupTestMethod::Chow, GroupTestMethod::Suest, GroupTestMethod::Permutation});
    options.reps = 99;
    options.estimate.where = "g < 3";
    options.terms = {"x3"};
    NoProgress progress;
    const auto result = compareGroups(panel, *parseModelFormula("y ~ x1 + x3 | unit + period"), "g",
                                      options, progress);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->groups.size(), 3U);
    // Three pairs; Chow and suest have a joint test besides.
    EXPECT_EQ(result->tests.size(), 15U);
    for (const GroupTest& test : result->tests) {
        EXPECT_GE(test.adjustedPValue, test.pValue);
    }
    EXPECT_EQ(holmAdjusted(std::vector<double>{0.01, 0.04, 0.03}),
              (std::vector<double>{0.03, 0.06, 0.06}));
}

TEST(CompareGroups, WorksWithInstrumentsAndLevels) {
    const Panel panel = panelWithHalves(9);
    CompareOptions options =
        optionsOf("cluster:unit", {GroupTestMethod::Chow, GroupTestMethod::Permutation});
    options.reps = 50;
    NoProgress progress;
    const auto result =
        compareGroups(panel, *parseModelFormula("y ~ x1 + i(period) | unit | x3 ~ z + lag(z,1)"),
                      "half", options, progress);
    ASSERT_TRUE(result);
    const GroupTest& test = find(*result, GroupTestMethod::Chow, "x3");
    EXPECT_THAT(test.difference / test.stdError, IsNear(test.statistic));
    EXPECT_GT(find(*result, GroupTestMethod::Permutation, "x3").reps, 40U);
}

TEST(CompareGroups, ProblemsNameTheVariable) {
    const Panel panel = testing::randomPanel(2);
    const ModelFormula formula = *parseModelFormula("y ~ x1 | unit + period");
    NoProgress progress;
    CompareOptions options;
    const auto codeOf = [&](const char* by) {
        const auto result = compareGroups(panel, formula, by, options, progress);
        return result ? ProblemCode::Internal : result.error().code;
    };
    EXPECT_EQ(codeOf("one"), ProblemCode::VariableConstant);
    EXPECT_EQ(codeOf("nothing"), ProblemCode::VariableUnknown);
    // w differs within units, so labels of whole units cannot be permuted.
    options.estimate.where = "w < 3";
    options.methods = {GroupTestMethod::Permutation};
    const auto varying = compareGroups(panel, *parseModelFormula("y ~ x1"), "w", options, progress);
    ASSERT_FALSE(varying);
    EXPECT_EQ(varying.error().code, ProblemCode::OptionInvalid);
    EXPECT_EQ(varying.error().place.variable, "w");
    EXPECT_EQ(varying.error().expected, "row");
    options.reps = 0;
    EXPECT_EQ(codeOf("g"), ProblemCode::OptionInvalid);
}

TEST(RandomStream, IsSpreadEvenlyAndRepeatable) {
    std::vector<int> counts(7, 0);
    std::set<std::uint64_t> starts;
    for (std::uint64_t rep = 0; rep < 7000; ++rep) {
        RandomStream stream(1, rep);
        ++counts[stream.below(7)];
        starts.insert(RandomStream(1, rep).next());
    }
    EXPECT_EQ(starts.size(), 7000U);
    for (const int count : counts) {
        EXPECT_NEAR(count, 1000, 150);
    }
    EXPECT_EQ(RandomStream(42, 3).next(), RandomStream(42, 3).next());
}

} // namespace
} // namespace citypanel
