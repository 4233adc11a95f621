// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of problems: every code in both languages, patterns, places.
#include "core/recipe/lacking_column.h"
#include "core/text/pattern.h"
#include "core/text/problem_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::text {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(Pattern, FillsNamesAndLeavesOutEmptyParts) {
    EXPECT_EQ(filled("{a} and {b}", {{"a", "1"}, {"b", "2"}}), "1 and 2");
    EXPECT_EQ(filled("x<< ({a})>>.", {{"a", ""}}), "x.");
    EXPECT_EQ(filled("x<< ({a})>>.", {{"a", "y"}}), "x (y).");
    EXPECT_EQ(filled("<<{a}>><<, {b}>>", {{"b", "2"}}), ", 2");
}

TEST(Pattern, ChoosesByNumber) {
    EXPECT_EQ(filled("{n} {n?row|rows}", {{"n", "1"}}), "1 row");
    EXPECT_EQ(filled("{n} {n?row|rows}", {{"n", "3"}}), "3 rows");
}

TEST(Pattern, DoesNotFillWhatAnArgumentSays) {
    EXPECT_EQ(filled("{a}", {{"a", "{b} <<x>>"}, {"b", "no"}}), "{b} <<x>>");
}

TEST(ProblemText, OfAnUnfinishedExpressionSaysThatItEnds) {
    const auto said = [](std::size_t position, const char* found) {
        return sentence(Problem{.code = ProblemCode::SyntaxError,
                                .place = {.position = position},
                                .found = found},
                        Language::English);
    };
    EXPECT_EQ(said(8, ""), "The expression ends too early, at position 9. Complete it.");
    EXPECT_EQ(said(0, ""), "The expression is empty. Write one.");
    EXPECT_THAT(said(4, ")"), HasSubstr("near “)”"));
}

TEST(ProblemText, EveryCodeHasBothLanguagesWithTheSameNames) {
    for (int i = 0; i <= static_cast<int>(ProblemCode::SolverFailed); ++i) {
        const auto code = static_cast<ProblemCode>(i);
        const Bilingual pattern = problemPattern(code);
        EXPECT_FALSE(pattern.english.empty()) << problemCodeName(code);
        EXPECT_FALSE(pattern.chinese.empty()) << problemCodeName(code);
        EXPECT_EQ(namesIn(pattern.english), namesIn(pattern.chinese)) << problemCodeName(code);
    }
}

TEST(ProblemText, SentenceWithoutDetailsIsWhole) {
    for (int i = 0; i <= static_cast<int>(ProblemCode::SolverFailed); ++i) {
        for (const Language language : {Language::English, Language::Chinese}) {
            const std::string said = sentence({.code = static_cast<ProblemCode>(i)}, language);
            EXPECT_EQ(said.find_first_of("{}<>"), std::string::npos) << said;
        }
    }
}

TEST(ProblemText, NamesPlaceFoundAndExpected) {
    const Problem problem{.code = ProblemCode::CellUnreadable,
                          .place = {.file = "2017.xlsx", .sheet = "2-15", .cell = "B17"},
                          .found = "1.2.3",
                          .expected = "1.23"};
    EXPECT_EQ(sentence(problem, Language::English),
              "2017.xlsx, sheet 2-15, cell B17: “1.2.3” cannot be read as a value. Expected: "
              "1.23. It is left missing: correct it in the file, or after importing on the "
              "Data page.");
    EXPECT_EQ(sentence(problem, Language::Chinese),
              "2017.xlsx，工作表“2-15”，单元格 B17：无法将“1.2.3”读作数值。应为：1.23。"
              "该单元格作缺失值处理：请在文件中更正，或导入后在“数据”页更正。");
}

TEST(ProblemText, CutsWhatWasFoundBetweenCharacters) {
    std::string found;
    for (int i = 0; i < 100'000; ++i) {
        found += "石";
    }
    const std::string said =
        sentence({.code = ProblemCode::CellUnreadable, .found = found}, Language::Chinese);
    EXPECT_LT(said.size(), 700U);
    EXPECT_NE(said.find("石…"), std::string::npos);
}

TEST(ProblemText, AVariableWithoutAnyValueIsNamed) {
    EXPECT_EQ(
        sentence({.code = ProblemCode::SampleEmpty, .place = {.variable = "k"}}, Language::English),
        "No row has a value of “k”. Choose another variable, or check how it was read.");
}

TEST(ProblemText, FilesThatAreNotWhatTheySeemSayWhatTheyAre) {
    EXPECT_EQ(
        sentence({.code = ProblemCode::FileEncodingUnknown,
                  .place = {.file = "a.csv", .cell = "A3"},
                  .found = "GB 18030",
                  .expected = "UTF-8",
                  .severity = Severity::Warning},
                 Language::English),
        "a.csv, cell A3: This line is in GB 18030, others are in UTF-8; it was read so. Check "
        "its words, and save the file in one encoding.");
    EXPECT_EQ(sentence({.code = ProblemCode::SheetNotFound, .place = {.file = "a.xlsx"}},
                       Language::English),
              "a.xlsx: The workbook has no sheet of cells: it has only charts, or nothing. Put the "
              "data on a worksheet.");
    EXPECT_EQ(sentence({.code = ProblemCode::UnitOfMeasureDiffers,
                        .place = {.file = "a.xlsx", .variable = "GDP"},
                        .found = "亿元",
                        .expected = "万元"},
                       Language::English),
              "a.xlsx: “GDP” is in 万元 elsewhere, here in 亿元: its values cannot be compared as "
              "they stand. Convert them, or say in which unit they are.");
    EXPECT_EQ(sentence({.code = ProblemCode::UnitOfMeasureDiffers,
                        .place = {.file = "a.xlsx", .cell = "F2", .variable = "pop"},
                        .found = "万元"},
                       Language::English),
              "a.xlsx, cell F2: The unit of measure here is 万元; whether the values of “pop” are "
              "in it is not sure. They are read without a unit: check it, and say in which unit "
              "they are.");
}

TEST(ProblemText, ALackingColumnNamesTheStepItIsOwedTo) {
    Problem lacking{.code = ProblemCode::VariableUnknown,
                    .place = {.variable = "x", .step = "s3"},
                    .found = "s1"};
    EXPECT_EQ(sentence(lacking, Language::English),
              "step s3: There is no variable “x” any more: step s1 dropped or renamed it. Use "
              "another variable, or move this step above.");
    lacking.found = "s5";
    lacking.expected = recipe::madeLater;
    EXPECT_EQ(sentence(lacking, Language::English),
              "step s3: “x” is made only by step s5. Move this step below it; two variables cannot "
              "be calculated from each other.");
    lacking.found = "s3";
    EXPECT_EQ(sentence(lacking, Language::Chinese),
              "步骤 s3：“x”正是本步骤要计算的变量，不能出现在它自己的公式中。请改用其他变量。");
    lacking.found = "y ~ x"; // of a model: no step
    EXPECT_EQ(sentence(lacking, Language::English).find("step y"), std::string::npos);
}

TEST(ProblemText, JudgementsThatContradictAreAWarningOfTheirOwn) {
    const Problem problem{.code = ProblemCode::OptionInvalid,
                          .place = {.variable = "judgements"},
                          .found = "CR = 0.254",
                          .expected = "CR < 0.1"};
    EXPECT_EQ(sentence(problem, Language::English).rfind("The judgements contradict", 0), 0U);
    EXPECT_EQ(sentence(problem, Language::Chinese).rfind("判断矩阵不一致：CR = 0.254", 0), 0U);
}

TEST(ProblemText, UnitsAndCountsOfArgumentsAreSaidAsSuch) {
    const Problem units{.code = ProblemCode::OptionInvalid,
                        .place = {.variable = "unit_of_measure", .position = 22},
                        .found = "km2"};
    EXPECT_EQ(sentence(units, Language::English),
              "Different units of measure are added or compared here: no unit and km2 (position "
              "23). Convert one of them first.");
    EXPECT_EQ(sentence(units, Language::Chinese),
              "此处相加减或比较的计量单位不同：无单位 与 km2（位置 23）。请先换算为同一单位。");
    const Problem count{.code = ProblemCode::ArgumentInvalid,
                        .place = {.position = 0},
                        .found = "mean(2)",
                        .expected = "1"};
    EXPECT_EQ(sentence(count, Language::English),
              "The function mean(2) has the wrong number of values in its parentheses (position "
              "1); it takes 1. Groups are written as by = g.");
    const Problem condition{
        .code = ProblemCode::ArgumentInvalid, .found = "log(x)", .expected = "==, !=, <"};
    EXPECT_EQ(sentence(condition, Language::English),
              "The value “log(x)” cannot be used here. Expected: ==, !=, <. Correct it.");
}

TEST(ProblemText, RowsLeftOutAreCountedAndNotToldAsAValue) {
    const Problem one{.code = ProblemCode::ValueNegative,
                      .place = {.variable = "l", .unit = "B"},
                      .found = "-4",
                      .expected = "1",
                      .severity = Severity::Warning};
    EXPECT_THAT(
        sentence(one, Language::English),
        AllOf(HasSubstr("1 row has no score and is in no frontier"), HasSubstr("its value: -4")));
    Problem refused = one;
    refused.expected.clear();
    refused.severity = Severity::Error;
    EXPECT_THAT(sentence(refused, Language::English), HasSubstr("A value is negative: -4"));
}

TEST(ProblemText, SaysAPartOfThePlaceOnce) {
    const Problem problem{.code = ProblemCode::DuplicateKey,
                          .place = {.file = "a.csv", .unit = "安庆", .period = "2016"},
                          .found = "3, 9"};
    EXPECT_EQ(sentence(problem, Language::Chinese),
              "a.csv：安庆，2016 重复出现（第 3, 9 行）。每个城市每年只能有一行，"
              "请删除或合并重复行。");
}

TEST(ProblemText, PlaceAlone) {
    EXPECT_EQ(placeText({.variable = "gdp", .unit = "安庆", .period = "2016"}, Language::English),
              "variable gdp, 安庆, 2016");
    EXPECT_EQ(placeText({}, Language::English), "");
}

} // namespace
} // namespace citypanel::text
