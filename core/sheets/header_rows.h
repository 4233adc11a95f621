// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a header: where they lie.
#pragma once

#include "core/sheets/sheet.h"

#include <cstddef>
#include <string>

namespace citypanel::sheets {

/// Rows [begin, end).
struct HeaderRows {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The filled rows directly above the body, at most four; blank rows, section lines and lines that
/// number the columns between them and the body are passed over and none above row `first` is
/// taken. A title, alone in the first column of the sheet or the body or beside a unit of the
/// table, section lines and lines that only give a unit end them.
[[nodiscard]] HeaderRows findHeaderRows(const Sheet& sheet, std::size_t bodyBegin,
                                        std::size_t first = 0);

/// The first row of the body that begins at or above `bodyBegin`, where the first rows with numbers
/// stand: rows above it that name a place among the places of the body are units whose values are
/// missing or cannot be read, and never header. So is a row below a header of which nothing is
/// filled but the name, or nothing else but marks of missing values and error values. Blank rows
/// between them are passed over, and no row above `first` is taken.
[[nodiscard]] std::size_t firstUnitRow(const Sheet& sheet, std::size_t bodyBegin,
                                       std::size_t first = 0);

/// Whether a cell names a place, a province or a total of the gazetteer: what stands down a
/// yearbook's table.
[[nodiscard]] bool namesUnit(const Sheet& sheet, std::size_t row, std::size_t column);

/// Whether a row names a place of the gazetteer, in one of the columns where names stand.
[[nodiscard]] bool namesPlace(const Sheet& sheet, std::size_t row);

/// Whether a row whose numbers all look like years is one of data all the same: it has a name of
/// its own below a header of other years (指标, 2014, 2015; 床位数, 2001, 2002), or begins with a
/// year below a word over the years of all rows (年份, 床位数; 2014, 2001).
[[nodiscard]] bool isDataLikeYears(const Sheet& sheet, std::size_t row);

/// Whether all that a row holds are units: "单位：万元", "(10 000 yuan)".
[[nodiscard]] bool isUnitLine(const Sheet& sheet, std::size_t row);

/// Whether a row is a title or a year in the first column with the unit of the table beside it:
/// "2018年", "单位：亿元".
[[nodiscard]] bool isTitleWithUnit(const Sheet& sheet, std::size_t row);

/// The unit of the table that a cell above it gives, be it in two cells: "单位：", "万元". Empty
/// where it gives none.
[[nodiscard]] std::string unitInCell(const Sheet& sheet, std::size_t row, std::size_t column);

/// Whether a row below a header only numbers its columns: 甲, 1, 2; A, B, C; (1), (2), (3). A unit
/// that is called so, or numbers above rows of numbers, are none.
[[nodiscard]] bool isNumberedLine(const Sheet& sheet, std::size_t row);

/// Whether a row above the body is one of its rows, so that the table has no header: numbers over
/// the columns of numbers that are neither years nor 1, 2, 3, ..., and no word for units.
[[nodiscard]] bool holdsData(const Sheet& sheet, std::size_t row, std::size_t bodyBegin);

} // namespace citypanel::sheets
