// SPDX-License-Identifier: GPL-3.0-or-later
// The period of a page of one year: by its title, its file's name, its sheet's name.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

namespace citypanel::sheets {

/// Adds what a line above the header says of the year to what is known from the lines before it.
/// Lines below the first may be notes that speak of other years: theirs counts only where it is
/// said to be that of the data, or is all the line says.
void readTitleYear(const std::string& line, bool isFirst, NamedYear& known);

/// Makes the layout a page of one period and chooses the rule: what the lines above say, else the
/// name of the file, else that of the sheet. Columns of 全市 and 市辖区 under a file that is not
/// called a yearbook are those of one: taken for it, and marked as a guess. Where any of them
/// speaks of a part of a year (一季度, 上半年) the period is left to be given.
void choosePeriodOfSheet(const std::string& sheetName, const std::string& fileName,
                         const NamedYear& titled, Layout& layout);

/// Whether the lines above, else the name of the file, else that of the sheet state a year that is
/// none of those of the headings. A file may be named by the year after, as editions are.
[[nodiscard]] bool statesOtherYear(const std::string& sheetName, const std::string& fileName,
                                   const NamedYear& titled,
                                   const std::set<std::int64_t>& ofHeadings);

/// How the whole numbers below 100 down a year column are meant.
enum class ShortYears : std::uint8_t {
    None,   ///< there are none, or the column is no column of years: 1, 2, ... are periods
    OfDate, ///< under a word for years all have two digits, 98 is 1998 and 10 is 2010, or go on
            ///< from one century to the next: 98, 99, 0, 1
    Mixed,  ///< under a word for years, among others: nothing says which they are
};

/// Reads the period column of a layout; `firstRow` becomes the row of the first such number.
[[nodiscard]] ShortYears shortYears(const Sheet& laidOut, const Layout& layout,
                                    std::size_t& firstRow);

} // namespace citypanel::sheets
