// SPDX-License-Identifier: GPL-3.0-or-later
// The specification curve as a study: order, choices, counts.
#include "tests/core/study/study_support.h"
#include "tests/support/grunfeld.h"

#include <algorithm>
#include <numeric>

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::grunfeld;

SpecificationStudy specificationOf() {
    SpecificationStudy study;
    study.model = proposedModel(grunfeld());
    study.model.outcome = "inv";
    study.model.core = {"value"};
    study.model.controls = {"capital", "log(value)"};
    study.allControlSubsets = true;
    study.effects = {{{"firm"}}, {}};
    study.vcovs = {"hc1"};
    study.winsorising = {5};
    study.samples = {"year > 1940"};
    return study;
}

TEST(SpecificationStudy, EveryCombinationOnceAndInOrderOfItsEstimate) {
    const StudyResult result = runOn(grunfeld(), specificationOf());
    // 4 sets of controls, 3 of effects, 2 covariances, 2 panels, 2 samples.
    EXPECT_EQ(cellOf<Number>(tableOf(result, "specifications"), "specifications", 0).value, 96.0);
    const Figure& curve = figureOf(result, "curve");
    std::vector<double> estimates(96, missingValue);
    for (const Series& series : curve.series) {
        for (const Point& point : series.points) {
            estimates.at(static_cast<std::size_t>(point.x)) = point.y;
        }
    }
    EXPECT_TRUE(std::is_sorted(estimates.begin(), estimates.end()));
    ASSERT_EQ(curve.series.back().points.size(), 1U); // the main specification
    const Fit main =
        estimated(grunfeld(), "inv ~ value + capital + log(value) | firm + year", "cluster:firm");
    EXPECT_EQ(curve.series.back().points.front().y, main.term("value")->estimate);
}

TEST(SpecificationStudy, EachPlaceHasADotAListOfChoicesAndAControl) {
    const StudyResult result = runOn(grunfeld(), specificationOf());
    const Figure& choices = figureOf(result, "choices");
    EXPECT_EQ(choices.y.categories.size(), 2U + 3U + 2U + 2U + 2U);
    std::vector<int> dots(96, 0);
    for (const Series& series : choices.series) {
        for (const Point& point : series.points) {
            ++dots.at(static_cast<std::size_t>(point.x));
        }
    }
    // Effects, covariance, panel and sample, and the controls that are in: one on average.
    const auto [least, most] = std::minmax_element(dots.begin(), dots.end());
    EXPECT_EQ(*least, 4);
    EXPECT_EQ(*most, 6);
    EXPECT_EQ(std::accumulate(dots.begin(), dots.end(), 0), 96 * 5);
}

TEST(SpecificationStudy, JointTestsStandInTheTable) {
    SpecificationStudy study = specificationOf();
    study.winsorising.clear();
    study.reps = 19;
    const StudyResult result = runOn(grunfeld(), study);
    const Table& table = tableOf(result, "specifications");
    const auto& median = cellOf<TestValue>(table, "test_median", 0);
    EXPECT_EQ(median.statistic, cellOf<Number>(table, "median", 0).value);
    EXPECT_GE(median.pValue, 0.05); // 1 / (1 + 19) at least
    EXPECT_TRUE(hasNote(table, Word::NoteSpecificationTest));
}

TEST(SpecificationStudy, ACombinationThatFailsIsCountedAndReportedOnce) {
    SpecificationStudy study = specificationOf();
    study.samples = {"year > 2000"};
    const StudyResult result = runOn(grunfeld(), study);
    const Table& table = tableOf(result, "specifications");
    EXPECT_EQ(cellOf<Number>(table, "failed", 0).value, 48.0);
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems.front().code, ProblemCode::SampleEmpty);
}

} // namespace
} // namespace citypanel::study
