// SPDX-License-Identifier: GPL-3.0-or-later
// Years as the cells of a column of years write them, and columns that say they hold some.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace citypanel::sheets {

/// The year a cell of a column of years says: as readPeriod, and "98年", "10年末" (1998, 2010),
/// which elsewhere are durations.
[[nodiscard]] std::optional<double> readYearCell(const Cell& cell);

/// The year of two digits: 1950 to 2049.
[[nodiscard]] std::int64_t fullYear(std::int64_t twoDigits);

/// A word that means years and nothing else: 年份, 年度, year.
[[nodiscard]] bool isYearWord(const std::string& name);

/// What the first cells down the body of a column say of years.
struct YearCells {
    std::size_t filled = 0;  ///< numbers and texts that are no marks of missing values
    std::size_t years = 0;   ///< as readYearCell
    std::size_t numbers = 0; ///< other numbers
    std::size_t ofYears = 0; ///< others, texts and numbers, that speak of a year: "2010/2011",
                             ///< "上年", 201012
    std::size_t ofTime = 0;  ///< others that hold a digit or speak of a year
    std::size_t distinctShortYears = 0; ///< of those of two digits
    bool areShort = false;              ///< all are of two digits, "98年", and follow one another
};

[[nodiscard]] YearCells yearCells(const Sheet& sheet, const Layout& layout, std::int64_t column);

/// The column whose heading says that it holds periods, while few or none of its cells can be read
/// as years: no other year is to be taken for those of its rows. -1: none.
[[nodiscard]] std::int64_t unreadYears(const Sheet& sheet, const Layout& layout);

/// Whether whole numbers below 100 go from one century to the next, in steps that are all the
/// same: 98, 99, 0, 1.
[[nodiscard]] bool crossCenturies(const std::set<std::int64_t>& shortYears);

} // namespace citypanel::sheets
