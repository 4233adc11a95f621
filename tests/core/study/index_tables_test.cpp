// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of an index: what stands in them is what was calculated.
#include "core/study/index_tables.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::study {
namespace {

using testing::IsNear;

double numberIn(const Table& table, std::size_t row, std::size_t column) {
    return std::get<Number>(table.rows.at(row).cells.at(column)).value;
}

IndexTableWords headed(std::size_t columns) {
    IndexTableWords words{.title = "title", .rows = "rows", .notes = {"a note"}};
    for (std::size_t i = 0; i < columns; ++i) {
        words.columns.push_back("c" + std::to_string(i));
    }
    return words;
}

TermEstimate drawnEstimate(double estimate, double stdError, double pValue) {
    TermEstimate result;
    result.estimate = estimate;
    result.stdError = stdError;
    result.pValue = pValue;
    return result;
}

/// Five draws of a coefficient, two units, two indicators left out.
IndexSensitivity fiveDraws() {
    IndexSensitivity sensitivity;
    sensitivity.own = drawnEstimate(2.5, 1, 0.1);
    for (const double value : {3.0, 1.0, 2.0, 5.0, 4.0}) {
        sensitivity.estimates.push_back(drawnEstimate(value, 1, value > 3.5 ? 0.01 : 0.2));
    }
    sensitivity.ranks = {{.unit = "a", .own = 1, .low = 1, .median = 1, .high = 2},
                         {.unit = "b", .own = 2, .low = 1, .median = 1.5, .high = 2}};
    sensitivity.leftOut.push_back(
        {.indicator = "x", .rankCorrelation = 0.9, .coefficient = drawnEstimate(1.5, 0.5, 0.04)});
    sensitivity.leftOut.push_back({.indicator = "z", .coefficient = {}, .failed = true});
    return sensitivity;
}

TEST(IndexTables, CoefficientsOfTheDrawsByQuantile) {
    const Table table = coefficientTable(fiveDraws(), headed(11));
    ASSERT_EQ(table.rows.size(), 10U);
    EXPECT_EQ(table.columns.size(), 1U);
    EXPECT_EQ(table.notes.size(), 1U);
    // R 4.2.2: quantile(1:5, c(.05, .25, .5, .75, .95)), mean, sd; two of five below 0.05.
    const std::vector<double> expected{5, 3, 1.5811388300841898, 1.2, 2, 3, 4, 4.8, 0.4, 2.5};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_THAT(numberIn(table, i, 0), IsNear(expected[i], {1e-14})) << i;
    }
}

TEST(IndexTables, RanksAreWholeOrLieBetweenTwo) {
    const Table table = rankDistributionTable(fiveDraws(), headed(4));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(numberIn(table, 1, 2), 1.5);
    EXPECT_EQ(std::get<Number>(table.rows[0].cells[0]).role, NumberRole::Count);
    EXPECT_EQ(std::get<Number>(table.rows[1].cells[2]).role, NumberRole::Measure);
}

TEST(IndexTables, WhatFailedIsEmpty) {
    const Table table = leaveOneOutTable(fiveDraws(), headed(4));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(numberIn(table, 0, 0), 1.5);
    EXPECT_EQ(numberIn(table, 0, 3), 0.9);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(table.rows[1].cells[0]));
    EXPECT_EQ(coefficientTable({}, headed(11)).rows.size(), 1U);
}

TEST(IndexTables, WeightsSideBySideAndSummaries) {
    const std::vector<index::Indicator> indicators{{.name = "x"}, {.name = "z", .label = "Zed"}};
    const Table weights = weightsComparedTable(indicators, {0.25, 0.75}, {0.5, 0.5}, headed(3));
    EXPECT_EQ(numberIn(weights, 0, 2), 0.25);
    EXPECT_EQ(numberIn(weights, 1, 2), -0.25);
    const Table summary = indexSummaryTable(
        {{.label = "2011", .n = 3, .mean = 2, .sd = 1, .minimum = 1, .maximum = 3}}, headed(5));
    EXPECT_EQ(numberIn(summary, 0, 0), 3);
    EXPECT_EQ(numberIn(summary, 0, 4), 3);
}

} // namespace
} // namespace citypanel::study
