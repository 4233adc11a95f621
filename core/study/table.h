// SPDX-License-Identifier: GPL-3.0-or-later
// Table: rows and cells by role and key, numbers in full precision, no formatting. The window, the
// command line and every file format render this one model.
#pragma once

#include "core/panel/variable.h"
#include "core/study/phrase.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace citypanel::study {

/// What a row holds; styles choose, order, fold and rule rows by it.
enum class RowRole : std::uint8_t {
    Heading,     ///< title of the rows below it (Panel A, a group), no cells
    Core,        ///< coefficients of a core regressor
    Control,     ///< coefficients of a control variable
    Constant,    ///< coefficients of the constant
    FixedEffect, ///< marks: is the effect in the model of the column
    Count,       ///< observations, clusters, rows lost
    FitMeasure,  ///< R-squared by its name, root mean squared error, ...
    Test,        ///< a test of the model: statistic, p-value, critical value
    Summary,     ///< descriptive statistics of a variable
    Correlation, ///< correlations of a variable with the earlier ones
};

/// An estimate with its inference; the style decides which of them stand below or beside it.
/// A correlation has estimate and pValue alone.
struct Coefficient {
    double estimate = missingValue;
    double stdError = missingValue;
    double statistic = missingValue;
    double pValue = missingValue; ///< decides the stars
    double confLow = missingValue;
    double confHigh = missingValue;

    friend bool operator==(const Coefficient&, const Coefficient&) = default;
};

enum class NumberRole : std::uint8_t {
    Count,   ///< a whole number: no decimals
    Measure, ///< decimals by the style
};

struct Number {
    double value = missingValue;
    NumberRole role = NumberRole::Measure;

    friend bool operator==(const Number&, const Number&) = default;
};

/// A test's statistic, with its p-value in square brackets or its critical value in braces.
struct TestValue {
    double statistic = missingValue;
    double pValue = missingValue;
    double critical = missingValue;

    friend bool operator==(const TestValue&, const TestValue&) = default;
};

/// Tick or cross, Yes or No: the style decides.
struct Mark {
    bool isPresent = false;

    friend bool operator==(const Mark&, const Mark&) = default;
};

/// Nothing, text, or one of the numbers above.
using Cell = std::variant<std::monostate, Phrase, Coefficient, Number, TestValue, Mark>;

/// A whole number; a measure, empty where it is missing.
[[nodiscard]] inline Cell countCell(std::size_t value) {
    return Number{static_cast<double>(value), NumberRole::Count};
}

[[nodiscard]] inline Cell measureCell(double value) {
    return isMissing(value) ? Cell() : Cell(Number{value, NumberRole::Measure});
}

struct Row {
    RowRole role = RowRole::Core;
    std::string key{};         ///< stable: "term:gdp", "fe:city", "nobs", "variable:gdp"
    Phrase label{};            ///< stands in the first column
    std::vector<Cell> cells{}; ///< one a column of the table; none for a heading

    friend bool operator==(const Row&, const Row&) = default;
};

struct Column {
    std::string key{};                   ///< stable: "1", "mean"
    std::optional<std::size_t> number{}; ///< (1), (2), ... of a regression table
    Phrase title{};                      ///< dependent variable, or name of the statistic
    Phrase group{};                      ///< heading that equal neighbours share

    friend bool operator==(const Column&, const Column&) = default;
};

/// What a note is about; styles may leave kinds out. The note on stars comes from the style alone.
enum class NoteKind : std::uint8_t {
    StandardErrors, ///< `text` is the noun phrase; the style says what stands in parentheses
    Convention,     ///< small-sample corrections, quantile rule
    Sample,         ///< condition, rows lost and why
    Omitted,        ///< regressors left out and why
    Instruments,
    Other,
    Own, ///< the user's words; shown even where the style explains nothing
};

struct Note {
    NoteKind kind = NoteKind::Other;
    Phrase text{};
    std::vector<std::size_t> columns{}; ///< numbers of the columns it holds for; none: all

    friend bool operator==(const Note&, const Note&) = default;
};

struct Table {
    std::string key{};   ///< unique within a study: "regression", "descriptives"
    Phrase title{};      ///< caption without its number
    Phrase rowHeading{}; ///< over the row labels
    std::vector<Column> columns{};
    std::vector<Row> rows{};
    std::vector<Note> notes{};
    double level = 0.95; ///< of the coefficients' confidence intervals

    /// The row of that key, or nullptr.
    [[nodiscard]] const Row* find(std::string_view rowKey) const;

    friend bool operator==(const Table&, const Table&) = default;
};

} // namespace citypanel::study
