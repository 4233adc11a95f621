// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows and columns of a grid hold, counted: the ground on which a layout is guessed.
#pragma once

#include "core/sheets/sheet.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace citypanel::sheets {

/// A whole number from 1900 to 2100.
[[nodiscard]] bool isYear(double value);

/// Whether a cell holds anything a reader would see (blanks alone are nothing).
[[nodiscard]] bool isFilled(const Sheet& sheet, std::size_t row, std::size_t column);

/// "A", "B", ..., "AA": what a column without a header is called.
[[nodiscard]] std::string columnLetters(std::int64_t column);

/// How many cells of a row hold numbers, years among them, and other text. Numbers that
/// cannot be read (isNumberNotRead), or stand before their unit, are numbers here.
struct RowContent {
    std::size_t numbers = 0;
    std::size_t years = 0;
    std::size_t texts = 0;
    std::size_t marks = 0;      ///< texts that say that a value is missing
    std::size_t namedYears = 0; ///< texts that are years with a mark ("2011E", "2012年"), counted
                                ///< where all numbers are years

    [[nodiscard]] std::size_t filled() const { return numbers + texts; }
};

/// Texts of a row that are a year with a mark and nothing else.
[[nodiscard]] std::size_t countNamedYears(const Sheet& sheet, std::size_t row);

[[nodiscard]] RowContent rowContent(const Sheet& sheet, std::size_t row);

/// A header of years: all of its numbers are years, and there are at least two with those that are
/// written with a mark.
[[nodiscard]] bool isYearHeader(const RowContent& content);

/// A year and nothing else in the row: what is over several scopes or variables is of it.
[[nodiscard]] bool isLoneYear(const RowContent& content);

/// A row of data: it holds a number, is no header of years, and is not mostly text.
[[nodiscard]] bool looksLikeBody(const RowContent& content);

/// What the first rows of a column's body hold.
struct ColumnContent {
    std::size_t numbers = 0;
    std::size_t years = 0;
    std::size_t distinctYears = 0;
    std::size_t wholes = 0; ///< whole numbers
    std::size_t distinctWholes = 0;
    std::size_t texts = 0;    ///< text that is no number and no missing mark
    std::size_t percents = 0; ///< numbers shown as percentages
};

/// Rows [begin, end) of a column, at most the first 400 of them.
[[nodiscard]] ColumnContent columnContent(const Sheet& sheet, std::size_t column, std::size_t begin,
                                          std::size_t end);

/// Whether a cell lies in a merged range.
[[nodiscard]] bool isMerged(const Sheet& sheet, std::size_t row, std::size_t column);

} // namespace citypanel::sheets
