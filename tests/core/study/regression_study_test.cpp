// SPDX-License-Identifier: GPL-3.0-or-later
// Regression studies: numbers of the estimator, fixed effects of the formula, every row accounted
// for, notes of the models.
#include "core/estimate/estimate.h"
#include "core/study/study.h"
#include "tests/support/cancelled_progress.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>

namespace citypanel::study {
namespace {

using testing::IsNear;

StudyResult runRegressions(const Panel& panel, const RegressionStudy& study) {
    NoProgress progress;
    auto result = runStudy(study, panel, progress);
    EXPECT_TRUE(result);
    return result ? *std::move(result) : StudyResult{};
}

RegressionStudy studyOf(std::vector<RegressionColumn> columns) {
    RegressionStudy study;
    study.columns = std::move(columns);
    return study;
}

const Row& rowOf(const StudyResult& result, std::string_view key) {
    static const Row none;
    const Row* row = result.tables.front().find(key);
    EXPECT_NE(row, nullptr) << key;
    return row == nullptr ? none : *row;
}

bool isEmpty(const Cell& cell) {
    return std::holds_alternative<std::monostate>(cell);
}

std::vector<std::string> keysOf(const Table& table) {
    std::vector<std::string> keys;
    for (const Row& row : table.rows) {
        keys.push_back(row.key);
    }
    return keys;
}

bool hasNote(const Table& table, Word word) {
    return std::any_of(table.notes.begin(), table.notes.end(),
                       [word](const Note& note) { return note.text.word == word; });
}

TEST(RegressionStudy, CellsAreTheEstimatorsNumbers) {
    const Panel panel = testing::grunfeld();
    const std::string formula = "inv ~ value + capital | firm + year";
    const StudyResult result =
        runRegressions(panel, studyOf({{.formula = formula, .vcov = "cluster:firm"}}));
    NoProgress progress;
    EstimateOptions options;
    options.vcov = *parseCovariance("cluster:firm");
    const auto fit = estimate(panel, formula, options, progress);
    ASSERT_TRUE(fit);
    const auto& cell = std::get<Coefficient>(rowOf(result, "term:value").cells.front());
    const TermEstimate& term = *fit->term("value");
    EXPECT_EQ(cell.estimate, term.estimate);
    EXPECT_EQ(cell.stdError, term.stdError);
    EXPECT_EQ(cell.pValue, term.pValue);
    EXPECT_EQ(std::get<Number>(rowOf(result, "within_r_squared").cells.front()).value,
              fit->withinRSquared);
    EXPECT_EQ(result.fits.at("1")->nobs, 200U);
}

TEST(RegressionStudy, FixedEffectRowsComeFromTheFormulas) {
    const Panel panel = testing::grunfeld();
    const StudyResult result = runRegressions(
        panel, studyOf({{.formula = "inv ~ value", .group = "city and year fixed effects"},
                        {.formula = "inv ~ value | firm"},
                        {.formula = "inv ~ value | firm + year"}}));
    const auto marks = [&result](std::string_view key) {
        std::vector<bool> present;
        for (const Cell& cell : rowOf(result, key).cells) {
            present.push_back(std::get<Mark>(cell).isPresent);
        }
        return present;
    };
    EXPECT_EQ(marks("fe:firm"), (std::vector<bool>{false, true, true}));
    EXPECT_EQ(marks("fe:year"), (std::vector<bool>{false, false, true}));
}

TEST(RegressionStudy, InteractedEffectsAreOneRowInEitherOrder) {
    const Panel panel = testing::grunfeld();
    const StudyResult result =
        runRegressions(panel, studyOf({{.formula = "inv ~ value | big^year"},
                                       {.formula = "inv ~ value | year^big"},
                                       {.formula = "inv ~ capital | firm[value]"}}));
    const std::vector<std::string> keys = keysOf(result.tables.front());
    EXPECT_EQ(std::count(keys.begin(), keys.end(), "fe:big^year"), 1);
    const auto starts = [](std::string_view start) {
        return [start](const std::string& key) { return key.rfind(start, 0) == 0; };
    };
    // Slopes are a row of their own beside the effect they come with.
    EXPECT_EQ(std::count_if(keys.begin(), keys.end(), starts("fe:firm[value]")), 2);
}

TEST(RegressionStudy, AColumnHasItsEstimator) {
    const Panel panel = testing::grunfeld();
    const StudyResult result = runRegressions(
        panel,
        studyOf({{.formula = "inv ~ value + capital", .estimator = Estimator::RandomEffects},
                 {.formula = "inv ~ value + capital",
                  .vcov = "hc1",
                  .estimator = Estimator::RandomEffects},
                 {.formula = "inv ~ value + capital", .estimator = Estimator::Between},
                 {.formula = "inv ~ value + capital", .estimator = Estimator::FirstDifference},
                 {.formula = "inv ~ value | firm | capital ~ lag(capital,1) + lag(value,1)",
                  .estimator = Estimator::Liml},
                 {.formula = "inv ~ value | firm | capital ~ lag(capital,1) + lag(value,1)",
                  .vcov = "hc1",
                  .estimator = Estimator::Gmm},
                 {.formula = "inv ~ value + capital | firm"}}));
    EXPECT_TRUE(result.problems.empty());
    // tests/reference/estimators/cases/tests.json, grunfeld_hausman.
    EXPECT_THAT(std::get<Number>(rowOf(result, "sigma_u").cells[0]).value,
                IsNear(84.20095070311291));
    const Row& hausman = rowOf(result, "hausman");
    EXPECT_FALSE(isEmpty(hausman.cells[0]));
    EXPECT_TRUE(isEmpty(hausman.cells[2]));
    EXPECT_TRUE(isEmpty(hausman.cells[6]));
    const Table& table = result.tables.front();
    for (const Word word : {Word::NoteRandomEffects, Word::NoteBetween, Word::NoteFirstDifference,
                            Word::NoteLiml, Word::NoteGmm}) {
        EXPECT_TRUE(hasNote(table, word)) << static_cast<int>(word);
    }
    // Robust errors of random effects are clustered by unit, and the note says so.
    const auto clustered = std::find_if(table.notes.begin(), table.notes.end(), [](const Note& n) {
        return n.text.word == Word::ErrorsClustered;
    });
    ASSERT_NE(clustered, table.notes.end());
    EXPECT_EQ(clustered->columns, std::vector<std::size_t>{2});
}

TEST(RegressionStudy, EveryRowIsAccountedFor) {
    const Panel panel = testing::grunfeld();
    const StudyResult result = runRegressions(
        panel, studyOf({{.formula = "inv ~ lag(value,1) | firm", .where = "year > 1936"},
                        {.formula = "inv ~ value | firm", .where = "firm > 1"}}));
    for (std::size_t column = 0; column < 2; ++column) {
        double rows = 0;
        for (const Row& row : result.tables.front().rows) {
            if (row.key == "nobs" || row.key.rfind("dropped_", 0) == 0) {
                rows += std::get<Number>(row.cells[column]).value;
            }
        }
        EXPECT_EQ(rows, 200.0) << column;
    }
}

TEST(RegressionStudy, WithoutRowsForThemTheNotesSayWhichRowsWereLost) {
    const Panel panel = testing::grunfeld();
    RegressionStudy study = studyOf({{.formula = "inv ~ lag(value,1) | firm"}});
    study.statistics = {StatisticRow::Nobs};
    const StudyResult result = runRegressions(panel, study);
    EXPECT_TRUE(hasNote(result.tables.front(), Word::NoteDropped));
}

TEST(RegressionStudy, NotesNameReferenceLevels) {
    const Panel panel = testing::grunfeld();
    const Table table =
        runRegressions(panel, studyOf({{.formula = "inv ~ value + i(year)"}})).tables.front();
    EXPECT_TRUE(hasNote(table, Word::NoteReference));
    EXPECT_FALSE(
        hasNote(runRegressions(panel, studyOf({{.formula = "inv ~ value"}})).tables.front(),
                Word::NoteReference));
}

TEST(RegressionStudy, ARowHoldsOneKindOfRSquared) {
    const Panel panel = testing::grunfeld();
    RegressionStudy study = studyOf(
        {{.formula = "inv ~ value + capital | firm", .vcov = "cluster:firm"},
         {.formula = "inv ~ value | firm | capital ~ lag(capital,1)", .vcov = "cluster:firm"}});
    study.statistics = {StatisticRow::RSquared, StatisticRow::AdjRSquared,
                        StatisticRow::WithinRSquared, StatisticRow::InstrumentTests};
    const StudyResult result = runRegressions(panel, study);
    const Fit& iv = *result.fits.at("2");
    ASSERT_TRUE(iv.instruments);
    EXPECT_EQ(std::get<Number>(rowOf(result, "r_squared").cells[1]).value,
              iv.instruments->rSquaredOverall);
    // Its adjusted R-squared is a within one: no cell in the row of overall ones.
    EXPECT_TRUE(isEmpty(rowOf(result, "adj_r_squared").cells[1]));
    EXPECT_EQ(std::get<Number>(rowOf(result, "within_r_squared").cells[1]).value, iv.rSquared);
    const auto& wald = std::get<TestValue>(rowOf(result, "kp_rk_wald_f").cells[1]);
    EXPECT_EQ(wald.statistic, iv.instruments->kpRkWaldF);
    EXPECT_EQ(wald.critical, 16.38);
    EXPECT_TRUE(isEmpty(rowOf(result, "kp_rk_wald_f").cells[0]));
}

TEST(RegressionStudy, AModelThatFailsLeavesTheOthers) {
    const Panel panel = testing::grunfeld();
    const StudyResult result =
        runRegressions(panel, studyOf({{.formula = "inv ~ value | firm"},
                                       {.formula = "inv ~ valu | firm"},
                                       {.formula = "inv ~ ~"},
                                       {.formula = "inv ~ value", .vcov = "hc9"}}));
    EXPECT_EQ(result.fits.size(), 1U);
    ASSERT_EQ(result.problems.size(), 3U);
    EXPECT_EQ(result.problems[0].code, ProblemCode::VariableUnknown);
    EXPECT_EQ(result.problems[0].place.column, "2");
    EXPECT_EQ(result.problems[1].place.column, "3");
    EXPECT_EQ(result.problems[2].code, ProblemCode::OptionInvalid);
    const Row& row = rowOf(result, "term:value");
    EXPECT_FALSE(isEmpty(row.cells[0]));
    EXPECT_TRUE(isEmpty(row.cells[1]));
    EXPECT_TRUE(isEmpty(rowOf(result, "fe:firm").cells[1]));
    EXPECT_TRUE(hasNote(result.tables.front(), Word::NoteNotEstimated));
}

TEST(RegressionStudy, CoreTermsStandFirst) {
    const Panel panel = testing::grunfeld();
    RegressionStudy study = studyOf({{.formula = "inv ~ value + capital"}});
    study.core = {"capital"};
    const Table table = runRegressions(panel, study).tables.front();
    EXPECT_EQ(table.rows[0].key, "term:capital");
    EXPECT_EQ(table.rows[0].role, RowRole::Core);
    EXPECT_EQ(table.rows[1].key, "term:value");
    EXPECT_EQ(table.rows[1].role, RowRole::Control);
    EXPECT_EQ(table.rows[2].role, RowRole::Constant);
}

TEST(RegressionStudy, ANoteIsSaidOnceWithItsColumns) {
    const Panel panel = testing::grunfeld();
    const Table table =
        runRegressions(panel,
                       studyOf({{.formula = "inv ~ value", .vcov = "hc1"},
                                {.formula = "inv ~ value | firm", .vcov = "cluster:firm"},
                                {.formula = "inv ~ capital | firm", .vcov = "cluster:firm"}}))
            .tables.front();
    std::vector<Note> errors;
    for (const Note& note : table.notes) {
        if (note.kind == NoteKind::StandardErrors) {
            errors.push_back(note);
        }
    }
    ASSERT_EQ(errors.size(), 2U);
    EXPECT_EQ(errors[0].text.word, Word::ErrorsHc1);
    EXPECT_EQ(errors[0].columns, (std::vector<std::size_t>{1}));
    EXPECT_EQ(errors[1].text.word, Word::ErrorsClustered);
    EXPECT_EQ(errors[1].columns, (std::vector<std::size_t>{2, 3}));
}

TEST(RegressionStudy, OmittedRegressorsAreNamedWithTheReason) {
    const Panel panel = testing::grunfeld();
    const Table table =
        runRegressions(panel, studyOf({{.formula = "inv ~ value + big | firm"}})).tables.front();
    const auto note = std::find_if(table.notes.begin(), table.notes.end(),
                                   [](const Note& n) { return n.text.word == Word::NoteAbsorbed; });
    ASSERT_NE(note, table.notes.end());
    EXPECT_EQ(note->text.arguments.front(), own("big"));
}

TEST(RegressionStudy, LabelsStandForNames) {
    Panel panel = testing::grunfeld();
    panel = *panel.withVariable(panel.find("value")->withLabel("企业市值"));
    panel = *panel.withVariable(panel.find("inv")->withLabel("投资"));
    const StudyResult result = runRegressions(panel, studyOf({{.formula = "inv ~ value"}}));
    EXPECT_EQ(rowOf(result, "term:value").label, own("企业市值"));
    EXPECT_EQ(result.tables.front().columns.front().title, own("投资"));
}

TEST(CoefficientFigure, IntervalsAreThoseOfTheFit) {
    const Panel panel = testing::grunfeld();
    const StudyResult result = runRegressions(
        panel, studyOf({{.formula = "inv ~ value + capital | firm", .vcov = "cluster:firm"}}));
    const Figure& figure = result.figures.front();
    ASSERT_EQ(figure.series.size(), 1U);
    const Point& point = figure.series.front().points.front();
    const TermEstimate& term = *result.fits.at("1")->term("value");
    ASSERT_EQ(point.intervals.size(), 3U);
    EXPECT_EQ(point.intervals[1].level, 0.95);
    EXPECT_THAT(point.intervals[1].low, IsNear(term.confLow));
    EXPECT_THAT(point.intervals[1].high, IsNear(term.confHigh));
    EXPECT_LT(point.intervals[0].low, point.intervals[1].low);
    EXPECT_EQ(point.y, term.estimate);
}

TEST(RegressionStudy, CancelledGivesNoHalfTable) {
    testing::CancelledProgress progress;
    const auto result =
        runStudy(studyOf({{.formula = "inv ~ value | firm"}}), testing::grunfeld(), progress);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::Cancelled);
}

TEST(Study, KindsAreFoundByTheirIds) {
    for (const std::string_view id : studyIds()) {
        const std::optional<Study> study = studyOfId(id);
        ASSERT_TRUE(study) << id;
        EXPECT_EQ(idOf(*study), id);
    }
    EXPECT_FALSE(studyOfId("nothing"));
    NoProgress progress;
    const Study unknown = UnknownStudy{.name = "threshold"};
    EXPECT_EQ(idOf(unknown), "threshold");
    EXPECT_EQ(runStudy(unknown, testing::grunfeld(), progress).error().code,
              ProblemCode::StepUnknown);
}

} // namespace
} // namespace citypanel::study
