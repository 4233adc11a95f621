// SPDX-License-Identifier: GPL-3.0-or-later
// Running studies and reading their tables, for the tests of this folder.
#pragma once

#include "core/estimate/estimate.h"
#include "core/study/study.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace citypanel::study::fixtures {

inline StudyResult runOn(const Panel& panel, const Study& study) {
    NoProgress progress;
    auto result = runStudy(study, panel, progress);
    EXPECT_TRUE(result) << problemCodeName(result.error().code) << " " << result.error().found;
    return result ? *std::move(result) : StudyResult{};
}

inline const Table& tableOf(const StudyResult& result, std::string_view key) {
    static const Table none;
    for (const Table& table : result.tables) {
        if (table.key == key) {
            return table;
        }
    }
    ADD_FAILURE() << key;
    return none;
}

inline const Figure& figureOf(const StudyResult& result, std::string_view key) {
    static const Figure none;
    for (const Figure& figure : result.figures) {
        if (figure.key == key) {
            return figure;
        }
    }
    ADD_FAILURE() << key;
    return none;
}

inline const Row& rowOf(const Table& table, std::string_view key) {
    static const Row none;
    const Row* row = table.find(key);
    EXPECT_NE(row, nullptr) << key;
    return row == nullptr ? none : *row;
}

template <typename T>
const T& cellOf(const Table& table, std::string_view key, std::size_t column) {
    static const T none{};
    const Row& row = rowOf(table, key);
    const T* cell = column < row.cells.size() ? std::get_if<T>(&row.cells[column]) : nullptr;
    EXPECT_NE(cell, nullptr) << key << " in column " << column;
    return cell == nullptr ? none : *cell;
}

inline bool isEmptyCell(const Table& table, std::string_view key, std::size_t column) {
    return std::holds_alternative<std::monostate>(rowOf(table, key).cells.at(column));
}

inline bool hasNote(const Table& table, Word word) {
    for (const Note& note : table.notes) {
        if (note.text.word == word) {
            return true;
        }
    }
    return false;
}

inline Fit estimated(const Panel& panel, const std::string& formula, const std::string& vcov,
                     const std::string& where = {}) {
    NoProgress progress;
    EstimateOptions options;
    options.vcov = *parseCovariance(vcov);
    options.where = where;
    auto fit = estimate(panel, formula, options, progress);
    EXPECT_TRUE(fit) << formula;
    return fit ? *std::move(fit) : Fit{};
}

} // namespace citypanel::study::fixtures
