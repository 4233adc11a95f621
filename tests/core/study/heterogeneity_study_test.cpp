// SPDX-License-Identifier: GPL-3.0-or-later
// Groups: columns are the estimator's, no pair of groups stands without the tests of its
// difference.
#include "core/estimate/group_comparison.h"
#include "core/study/distributions.h"
#include "tests/core/study/study_support.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

#include <algorithm>
#include <numeric>

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::grunfeld;
using citypanel::testing::IsNear;

/// Grunfeld with a fixed grouping of firms and a fourfold one that changes over time.
Panel groupedPanel() {
    Panel panel = grunfeld();
    std::vector<std::string> size;
    std::vector<std::string> quarter;
    const auto values = panel.find("value")->numbers();
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        const bool isLate = panel.periods()[row] > 1944;
        const bool isLarge = values[row] > 500;
        size.emplace_back(panel.unitCodes()[row] < 5 ? "large" : "small");
        quarter.push_back(std::string(isLarge ? "high" : "low") + (isLate ? " late" : " early"));
    }
    panel = *panel.withVariable(Variable::text("size", size));
    return *panel.withVariable(Variable::text("quarter", quarter));
}

HeterogeneityStudy heterogeneityOf(std::vector<ColumnName> by) {
    HeterogeneityStudy study;
    study.model = proposedModel(grunfeld());
    study.model.outcome = "inv";
    study.model.core = {"value"};
    study.model.controls = {"capital"};
    study.by = std::move(by);
    study.reps = 60;
    return study;
}

TEST(HeterogeneityStudy, ColumnsAreTheModelsOfTheLevels) {
    const Panel panel = groupedPanel();
    const StudyResult result = runOn(panel, heterogeneityOf({"size", "quarter"}));
    const Table& table = tableOf(result, "heterogeneity");
    ASSERT_EQ(table.columns.size(), 6U);
    const Fit small = estimated(panel, "inv ~ value + capital | firm + year", "cluster:firm",
                                "size == \"small\"");
    EXPECT_EQ(cellOf<Coefficient>(table, "term:value", 1).estimate, small.term("value")->estimate);
    EXPECT_EQ(table.columns[1].title, own("small"));
    // Every row of the panel is in a column or counted as lost, for each grouping.
    for (const auto& [from, to] : {std::pair{0U, 2U}, std::pair{2U, 6U}}) {
        double rows = 0;
        for (std::size_t column = from; column < to; ++column) {
            rows += cellOf<Number>(table, "nobs", column).value;
            if (table.find("dropped_singletons") != nullptr) {
                rows += cellOf<Number>(table, "dropped_singletons", column).value;
            }
        }
        EXPECT_EQ(rows, 200.0);
    }
}

TEST(HeterogeneityStudy, TestsAreThoseOfCompareGroups) {
    const Panel panel = groupedPanel();
    const StudyResult result = runOn(panel, heterogeneityOf({"size"}));
    CompareOptions options;
    options.estimate.vcov = *parseCovariance("cluster:firm");
    options.terms = {"value"};
    options.reps = 60;
    NoProgress progress;
    const auto expected =
        compareGroups(panel, *parseModelFormula("inv ~ value + capital | firm + year"), "size",
                      options, progress);
    ASSERT_TRUE(expected);
    const Table& tests = tableOf(result, "tests");
    const std::string row = "pair:size:value:large:small";
    for (const GroupTest& test : expected->tests) {
        if (test.term.empty()) {
            continue;
        }
        const auto column = static_cast<std::size_t>(test.method) + 1;
        EXPECT_EQ(cellOf<Number>(tests, row, column).value, test.pValue) << column;
    }
    EXPECT_EQ(cellOf<Coefficient>(tests, row, 0).estimate, expected->tests.front().difference);
    const Table& table = tableOf(result, "heterogeneity");
    EXPECT_EQ(cellOf<TestValue>(table, "equal:chow:value", 1).pValue,
              expected->tests.front().pValue);
}

TEST(HeterogeneityStudy, EveryPairOfLevelsHasItsTestsOrSaysThatItHasNone) {
    const StudyResult result = runOn(groupedPanel(), heterogeneityOf({"size", "quarter"}));
    const Table& tests = tableOf(result, "tests");
    std::size_t pairs = 0;
    for (const Row& row : tests.rows) {
        if (row.role == RowRole::Heading) {
            continue;
        }
        ++pairs;
        const auto& verdict = std::get<Phrase>(row.cells.back());
        const bool isTested =
            std::any_of(row.cells.begin() + 1, row.cells.end() - 1,
                        [](const Cell& cell) { return std::holds_alternative<Number>(cell); });
        EXPECT_EQ(isTested, verdict.word != Word::VerdictUntested) << row.key;
    }
    EXPECT_EQ(pairs, 7U); // one of two levels, six of four
    EXPECT_TRUE(hasNote(tests, Word::NoteHolm));
    EXPECT_TRUE(hasNote(tests, Word::NoteRowPermutation));
}

TEST(HeterogeneityStudy, VerdictsOfSeveralPairsAreHolmAdjusted) {
    const StudyResult result = runOn(groupedPanel(), heterogeneityOf({"quarter"}));
    const Table& tests = tableOf(result, "tests");
    for (const Row& row : tests.rows) {
        if (row.role == RowRole::Heading || row.cells.size() != 8U) {
            continue;
        }
        const auto* plain = std::get_if<Number>(&row.cells[1]);
        const auto* holm = std::get_if<Number>(&row.cells[4]);
        ASSERT_TRUE(plain != nullptr && holm != nullptr) << row.key;
        EXPECT_GE(holm->value, plain->value);
        if (std::get<Phrase>(row.cells.back()).word == Word::VerdictDiffers) {
            EXPECT_LT(holm->value, 0.05);
        }
    }
}

TEST(HeterogeneityStudy, WithoutATestTheTableSaysSo) {
    HeterogeneityStudy study = heterogeneityOf({"size"});
    study.reps = 0; // no permutation can be made
    const StudyResult result = runOn(groupedPanel(), study);
    EXPECT_FALSE(result.problems.empty());
    EXPECT_TRUE(hasNote(tableOf(result, "heterogeneity"), Word::NoteNoTest));
    const Row& row = rowOf(tableOf(result, "tests"), "pair:size:value:large:small");
    EXPECT_EQ(std::get<Phrase>(row.cells.back()).word, Word::VerdictUntested);
}

TEST(HeterogeneityStudy, SingletonsAreNamed) {
    const Panel panel = groupedPanel();
    const StudyResult result = runOn(panel, heterogeneityOf({"quarter"}));
    const Table& table = tableOf(result, "heterogeneity");
    double lost = 0;
    for (const Cell& cell : rowOf(table, "dropped_singletons").cells) {
        lost += std::get<Number>(cell).value;
    }
    double named = 0;
    for (const Row& row : tableOf(result, "singletons").rows) {
        named += std::get<Number>(row.cells.back()).value;
    }
    EXPECT_GT(lost, 0.0);
    EXPECT_EQ(named, lost);
}

TEST(HeterogeneityStudy, FiguresHaveEveryLevelAndTheTestInTheirNotes) {
    HeterogeneityStudy study = heterogeneityOf({"size", "quarter"});
    study.quadrants = {.by = "quarter", .x = "value", .y = "year"};
    const StudyResult result = runOn(groupedPanel(), study);
    const Figure& coefficients = figureOf(result, "coefficients");
    EXPECT_EQ(coefficients.x.categories.size(), 6U);
    EXPECT_EQ(coefficients.series.front().points.front().intervals.size(), 3U);
    const auto isTest = [](const Note& note) { return note.text.word == Word::NotePairTest; };
    EXPECT_EQ(std::count_if(coefficients.notes.begin(), coefficients.notes.end(), isTest), 7);
    const Figure& quadrants = figureOf(result, "quadrants");
    const Series& cells = quadrants.series.back();
    ASSERT_EQ(cells.role, SeriesRole::Cells);
    ASSERT_EQ(cells.points.size(), 4U);
    for (const Point& cell : cells.points) {
        const bool isRight = cell.key.rfind("high", 0) == 0;
        const bool isAbove = cell.key.find("late") != std::string::npos;
        EXPECT_EQ(cell.x > *quadrants.x.referenceLine, isRight) << cell.key;
        EXPECT_EQ(cell.y > *quadrants.y.referenceLine, isAbove) << cell.key;
        EXPECT_TRUE(cell.coefficient.has_value()) << cell.key;
    }
    // Early and late periods lie apart: the line stands between them.
    EXPECT_EQ(*quadrants.y.referenceLine, 1944.5);
    figureOf(result, "density_inv_size");
    // Quadrants of a grouping that is split by no longer wait until it is again.
    study.by = {"size"};
    const StudyResult without = runOn(groupedPanel(), study);
    EXPECT_TRUE(without.problems.empty());
    EXPECT_TRUE(std::none_of(without.figures.begin(), without.figures.end(),
                             [](const Figure& figure) { return figure.key == "quadrants"; }));
    figureOf(result, "means_value_quarter");
}

} // namespace
} // namespace citypanel::study
