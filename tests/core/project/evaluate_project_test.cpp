// SPDX-License-Identifier: GPL-3.0-or-later
// From sources to the recipe's result, and what is read again when something changes.
#include "core/project/evaluate_project.h"
#include "core/project/project_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace citypanel::project {
namespace {

constexpr const char* cityTable =
    "city,year,gdp,pop\nA,2011,1,9\nA,2012,,9\nA,2013,3,9\nB,2011,4,9\nB,2012,5,9\n";

Project projectOf(const std::string& name, const QByteArray& bytes) {
    EvaluationCache cache;
    NoProgress progress;
    const std::vector<Source> sources{sourceOf(name, bytes)};
    const auto plan = detectTables(sources, cache.import, progress);
    EXPECT_TRUE(plan);
    return withSources({}, sources, *plan);
}

ProjectEvaluation evaluated(const Project& project, EvaluationCache& cache) {
    NoProgress progress;
    auto evaluation = evaluate(project, cache, progress);
    EXPECT_TRUE(evaluation);
    return *std::move(evaluation);
}

TEST(EvaluateProject, GoesFromTheFileToTheLastStep) {
    Project project = projectOf("a.csv", cityTable);
    project.recipe = recipe::withStep({}, recipe::InterpolateStep{.variables = {"gdp"}});
    EvaluationCache cache;
    const auto evaluation = evaluated(project, cache);
    EXPECT_THAT(evaluation.problems, testing::IsEmpty());
    ASSERT_EQ(evaluation.recipe.result().rowCount(), 5U);
    EXPECT_EQ(evaluation.recipe.result().find("gdp")->numbers()[1], 2);
    const Origin origin = evaluation.recipe.source.find("gdp")->origins().at(0);
    EXPECT_EQ(origin.kind, OriginKind::Observed);
    EXPECT_EQ(origin.file, "a.csv");
    EXPECT_EQ(cellName(origin.row, origin.column), "C2");
    ASSERT_EQ(evaluation.workbooks.size(), 1U);
    EXPECT_EQ(evaluation.workbooks[0]->fileName, "a.csv");
}

TEST(EvaluateProject, GivesTheSameAfterSavingAndLoading) {
    Project project = projectOf("a.csv", cityTable);
    project.recipe =
        recipe::withStep({}, recipe::CalculateStep{.name = "lngdp", .expression = "ln(gdp)"});
    const Project again = *fromBytes(*toBytes(project));
    EXPECT_EQ(again, project);
    EvaluationCache cache;
    EvaluationCache other;
    EXPECT_EQ(evaluated(project, cache).recipe.result().find("lngdp")->contentHash(),
              evaluated(again, other).recipe.result().find("lngdp")->contentHash());
}

TEST(EvaluateProject, ReadsFilesAndTablesOnce) {
    Project project = projectOf("a.csv", cityTable);
    EvaluationCache cache;
    const auto first = evaluated(project, cache);
    project.recipe = recipe::withStep({}, recipe::DropStep{.variables = {"gdp"}});
    const auto second = evaluated(project, cache);
    EXPECT_EQ(first.workbooks[0], second.workbooks[0]);
    EXPECT_TRUE(
        first.recipe.source.find("gdp")->sharesValuesWith(*second.recipe.source.find("gdp")));
}

TEST(EvaluateProject, KeepsGoingAsFarAsItCan) {
    EvaluationCache cache;
    const auto nothing = evaluated({}, cache);
    EXPECT_TRUE(nothing.problems.empty());
    EXPECT_EQ(nothing.recipe.result().rowCount(), 0U);

    Project unread = projectOf("a.csv", cityTable);
    unread.sources.push_back(sourceOf("b.xlsx", "PK\x03\x04 broken"));
    const auto partly = evaluated(unread, cache);
    ASSERT_EQ(partly.problems.size(), 1U);
    EXPECT_EQ(partly.problems[0].place.file, "b.xlsx");
    EXPECT_EQ(partly.workbooks[1], nullptr);
    EXPECT_EQ(partly.recipe.result().rowCount(), 5U);

    Project lost = projectOf("a.csv", cityTable);
    lost.sources.clear();
    const auto none = evaluated(lost, cache);
    ASSERT_EQ(none.problems.size(), 1U);
    EXPECT_EQ(none.problems[0].code, ProblemCode::SheetNotFound);
}

TEST(EvaluateProject, RunsStudiesAgainOnlyWhenTheyOrThePanelChange) {
    Project project = projectOf("a.csv", cityTable);
    project.recipe = recipe::withStep({}, recipe::InterpolateStep{.variables = {"gdp"}});
    project.studies = {{"t1", "Table 1", study::DescriptivesStudy{.variables = {"gdp"}}},
                       {"t2", "Table 2", study::DescriptivesStudy{.variables = {"nowhere"}}},
                       {"t3", "Table 3", study::UnknownStudy{"later", "{}"}}};
    EvaluationCache cache;
    const auto first = evaluated(project, cache);
    ASSERT_EQ(first.studies.size(), 3U);
    ASSERT_NE(first.studies[0].result, nullptr);
    EXPECT_FALSE(first.studies[0].result->tables.empty());
    EXPECT_EQ(first.studies[1].problems[0].code, ProblemCode::VariableUnknown);
    EXPECT_EQ(first.studies[1].problems[0].place.step, "t2");
    EXPECT_EQ(first.studies[1].problems[0].place.study, "Table 2");
    EXPECT_EQ(first.studies[2].problems[0].code, ProblemCode::StepUnknown);
    EXPECT_EQ(first.problems.size(), 2U);

    project.studies.pop_back();
    EXPECT_EQ(evaluated(project, cache).studies[0].result, first.studies[0].result);
    project.recipe = recipe::withParameters(
        project.recipe, "s1", recipe::InterpolateStep{.variables = {"gdp"}, .maxGap = 3});
    EXPECT_NE(evaluated(project, cache).studies[0].result, nullptr);
    project.recipe = {};
    const auto other = evaluated(project, cache);
    EXPECT_NE(other.studies[0].result, first.studies[0].result);
}

TEST(EvaluateProject, MergesATableThatIsKeptAsASource) {
    Project project = projectOf("a.csv", cityTable);
    project.sources.push_back(sourceOf("rain.csv", "town,mm\nA,7\nB,8\n"));
    recipe::MergeStep merge{.source = "rain.csv", .on = {"city"}, .tableKeys = {"town"}};
    project.recipe = recipe::withStep({}, merge);
    project = *fromBytes(*toBytes(project));
    EvaluationCache cache;
    const auto evaluation = evaluated(project, cache);
    EXPECT_THAT(evaluation.problems, testing::IsEmpty());
    const Variable* rain = evaluation.recipe.result().find("mm");
    ASSERT_NE(rain, nullptr);
    EXPECT_EQ(rain->numbers()[0], 7);
    EXPECT_EQ(rain->numbers()[4], 8);
    const Origin origin = rain->origins().at(4); // of (B, 2012)
    EXPECT_EQ(origin.file, "rain.csv");
    EXPECT_EQ(cellName(origin.row, origin.column), "B3");
    merge.source = "gone.csv";
    project.recipe = recipe::withStep({}, merge);
    EXPECT_EQ(evaluated(project, cache).problems[0].code, ProblemCode::FileNotFound);
}

TEST(EvaluateProject, StudiesWaitForAFailedStep) {
    Project project = projectOf("a.csv", cityTable);
    project.recipe = recipe::withStep({}, recipe::FilterStep{.condition = "gdp > 1e9"});
    project.studies = {{"t1", "Table 1", study::DescriptivesStudy{}}};
    EvaluationCache cache;
    const auto evaluation = evaluated(project, cache);
    EXPECT_TRUE(evaluation.studies.empty());
    EXPECT_EQ(evaluation.problems.size(), 1U);
}

TEST(EvaluateProject, ReplacesASourceOfTheSameName) {
    const Project project = projectOf("a.csv", cityTable);
    const Source other = sourceOf("a.csv", "city,year,gdp\nA,2011,7\nA,2012,8\nB,2011,9\n");
    const Project replaced = withSources(project, {other}, {});
    EXPECT_EQ(replaced.sources.size(), 1U);
    EXPECT_EQ(replaced.plan, project.plan);
    EXPECT_EQ(withSources(project, project.sources, project.plan), project);
}

} // namespace
} // namespace citypanel::project
