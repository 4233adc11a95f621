// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptive statistics and correlations against known answers.
#include "core/estimate/estimate.h"
#include "core/study/describe.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <numeric>

namespace citypanel::study {
namespace {

using testing::IsNear;

std::vector<std::size_t> allRows(const Panel& panel) {
    std::vector<std::size_t> rows(panel.rowCount());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

Panel panelOf(std::vector<Variable> columns) {
    return *Panel::crossSection(std::move(columns));
}

Summary summaryOf(std::vector<double> values) {
    const Panel panel = panelOf({Variable::numeric("x", std::move(values))});
    const std::vector<std::string> names{"x"};
    return describe(panel, names, allRows(panel))->variables.front();
}

TEST(Describe, CountsMissingValuesApart) {
    const Summary summary = summaryOf({4, missingValue, 1, 3, 2});
    EXPECT_EQ(summary.n, 4U);
    EXPECT_EQ(summary.missing, 1U);
    EXPECT_THAT(summary.mean, IsNear(2.5));
    EXPECT_THAT(summary.sd, IsNear(1.2909944487358056)); // sqrt(5/3)
    EXPECT_EQ(summary.min, 1.0);
    EXPECT_EQ(summary.max, 4.0);
}

TEST(Describe, QuantilesAverageAtStepsAsStata) {
    // _pctile of 1..4: n p is whole at 25, 50 and 75 %, so neighbours are averaged.
    const Summary even = summaryOf({1, 2, 3, 4});
    EXPECT_EQ(even.p25, 1.5);
    EXPECT_EQ(even.median, 2.5);
    EXPECT_EQ(even.p75, 3.5);
    // of 1..5: 1.25 -> second, 2.5 -> third, 3.75 -> fourth value
    const Summary odd = summaryOf({1, 2, 3, 4, 5});
    EXPECT_EQ(odd.p25, 2.0);
    EXPECT_EQ(odd.median, 3.0);
    EXPECT_EQ(odd.p75, 4.0);
}

TEST(Describe, LargeMeanCostsNoDigits) {
    const Summary summary = summaryOf({1e9 + 1, 1e9 + 2, 1e9 + 3});
    EXPECT_THAT(summary.sd, IsNear(1.0, {1e-15}));
}

TEST(Describe, UndefinedStatisticsAreMissing) {
    EXPECT_TRUE(isMissing(summaryOf({7}).sd));
    const Summary none = summaryOf({missingValue, missingValue});
    EXPECT_EQ(none.n, 0U);
    EXPECT_TRUE(isMissing(none.mean));
    EXPECT_TRUE(isMissing(none.median));
}

TEST(Describe, NamesWhatItCannotDescribe) {
    const std::vector<std::string> texts{"a", "b"};
    const Panel panel = panelOf({Variable::text("name", texts)});
    const std::vector<std::string> name{"name"};
    const std::vector<std::string> other{"nme"};
    EXPECT_EQ(describe(panel, name, allRows(panel)).error().code, ProblemCode::VariableNotNumeric);
    EXPECT_EQ(describe(panel, other, allRows(panel)).error().code, ProblemCode::VariableUnknown);
    EXPECT_EQ(describe(panel, {}, {}).error().code, ProblemCode::SampleEmpty);
}

TEST(DescribeBy, LevelsInOrderAndRowsWithoutALevelLeftOut) {
    const Panel panel =
        panelOf({Variable::numeric("x", {1, 2, 3, 4, 5}),
                 Variable::category("g", {1, 0, missingCode, 1, 0}, {"low", "high"})});
    const std::vector<std::string> names{"x"};
    const auto groups = describeBy(panel, names, "g", allRows(panel));
    ASSERT_TRUE(groups);
    ASSERT_EQ(groups->size(), 2U);
    EXPECT_EQ(groups->at(0).level, "low");
    EXPECT_EQ(groups->at(0).rows, 2U);
    EXPECT_EQ(groups->at(0).variables.front().mean, 3.5);
    EXPECT_EQ(groups->at(1).variables.front().mean, 2.5);
}

TEST(Correlate, AgreesWithTheRegressionOfOneOnTheOther) {
    const Panel panel = testing::grunfeld();
    const std::vector<std::string> names{"inv", "value"};
    const auto matrix = correlate(panel, names, allRows(panel));
    ASSERT_TRUE(matrix);
    NoProgress progress;
    const auto fit = estimate(panel, "inv ~ value", EstimateOptions{}, progress);
    ASSERT_TRUE(fit);
    const Correlation& pair = matrix->at(0, 1);
    EXPECT_EQ(pair.n, 200U);
    EXPECT_THAT(pair.r * pair.r, IsNear(fit->rSquared));
    EXPECT_THAT(pair.pValue, IsNear(fit->term("value")->pValue));
    EXPECT_EQ(matrix->at(1, 0).r, pair.r);
    EXPECT_EQ(matrix->at(0, 0).r, 1.0);
}

TEST(Correlate, UsesTheRowsInWhichBothArePresent) {
    const Panel panel = panelOf({Variable::numeric("a", {1, 2, 3, missingValue, 5}),
                                 Variable::numeric("b", {2, 4, 6, 8, missingValue}),
                                 Variable::numeric("c", {1, 1, 1, 1, 1})});
    const std::vector<std::string> names{"a", "b", "c"};
    const auto matrix = correlate(panel, names, allRows(panel));
    ASSERT_TRUE(matrix);
    EXPECT_EQ(matrix->at(0, 1).n, 3U);
    EXPECT_EQ(matrix->at(0, 1).r, 1.0);
    EXPECT_EQ(matrix->at(0, 1).pValue, 0.0);
    EXPECT_TRUE(isMissing(matrix->at(0, 2).r)); // a constant has no correlation
}

TEST(DescribableVariables, LeavesOutKeysAndTexts) {
    const std::vector<std::string> names = describableVariables(testing::grunfeld());
    EXPECT_THAT(names, ::testing::ElementsAre("inv", "value", "capital", "big"));
}

} // namespace
} // namespace citypanel::study
