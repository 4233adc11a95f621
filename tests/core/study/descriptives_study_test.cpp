// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of descriptive statistics and correlations.
#include "core/study/study.h"
#include "tests/support/grunfeld.h"

#include <gtest/gtest.h>

namespace citypanel::study {
namespace {

Result<StudyResult> run(const DescriptivesStudy& study) {
    NoProgress progress;
    return runStudy(study, testing::grunfeld(), progress);
}

TEST(DescriptivesStudy, OneRowAVariableAndOneColumnAStatistic) {
    DescriptivesStudy study;
    study.variables = {"inv", "value"};
    const auto result = run(study);
    ASSERT_TRUE(result);
    const Table& table = result->tables.front();
    ASSERT_EQ(table.columns.size(), 6U);
    ASSERT_EQ(table.rows.size(), 2U);
    const Row* row = table.find("variable:inv");
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->cells.front(), Cell(Number{200, NumberRole::Count}));
    // Grunfeld (1958), as Stata's summarize prints it: 145.9583
    EXPECT_NEAR(std::get<Number>(row->cells[1]).value, 145.95825, 1e-9);
}

TEST(DescriptivesStudy, GroupsHaveHeadingsAndTheirOwnRows) {
    DescriptivesStudy study;
    study.variables = {"inv"};
    study.by = "big";
    const auto result = run(study);
    ASSERT_TRUE(result);
    const Table& table = result->tables.front();
    ASSERT_EQ(table.rows.size(), 4U);
    EXPECT_EQ(table.rows[0].role, RowRole::Heading);
    EXPECT_EQ(std::get<Number>(table.rows[1].cells[0]).value +
                  std::get<Number>(table.rows[3].cells[0]).value,
              200.0);
    EXPECT_NE(table.rows[1].key, table.rows[3].key);
}

TEST(DescriptivesStudy, AConditionRestrictsAndIsNamed) {
    DescriptivesStudy study;
    study.variables = {"inv"};
    study.where = "year >= 1945";
    const auto result = run(study);
    ASSERT_TRUE(result);
    const Table& table = result->tables.front();
    EXPECT_EQ(std::get<Number>(table.rows[0].cells[0]).value, 100.0);
    bool isNamed = false;
    for (const Note& note : table.notes) {
        isNamed = isNamed || note.text.word == Word::NoteSample;
    }
    EXPECT_TRUE(isNamed);
}

TEST(DescriptivesStudy, CorrelationsAreALowerTriangle) {
    DescriptivesStudy study;
    study.withCorrelations = true;
    const auto result = run(study);
    ASSERT_TRUE(result);
    ASSERT_EQ(result->tables.size(), 2U);
    const Table& table = result->tables.back();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        for (std::size_t j = 0; j < table.columns.size(); ++j) {
            EXPECT_EQ(std::holds_alternative<std::monostate>(table.rows[i].cells[j]), j > i);
        }
    }
}

TEST(DescriptivesStudy, UnknownVariablesAreProblems) {
    DescriptivesStudy study;
    study.variables = {"invest"};
    EXPECT_EQ(run(study).error().code, ProblemCode::VariableUnknown);
    study.variables = {"inv"};
    study.where = "year >";
    EXPECT_EQ(run(study).error().code, ProblemCode::SyntaxError);
    study.where = "year > 3000";
    EXPECT_EQ(run(study).error().code, ProblemCode::SampleEmpty);
}

} // namespace
} // namespace citypanel::study
