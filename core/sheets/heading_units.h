// SPDX-License-Identifier: GPL-3.0-or-later
// Which units of measure a heading can be in, by the words it ends with.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// Whether values below a heading may be in a unit that stands elsewhere, over a group of columns
/// or above the page: no rank is in any, shares, growth and indices are in % alone, and people,
/// areas, numbers of firms and money each in units of their kind. A heading whose words tell
/// nothing may be in any unit, and so may each be in a unit that is not known. Several parts are
/// joined as HeaderText::label; those above the last say it too ("指数, 第一产业").
[[nodiscard]] bool mayBeIn(const std::string& heading, const std::string& unitOfMeasure);

/// Whether a heading is of people, areas, numbers of firms or money, so that it has a unit of
/// measure, be it one that mayBeIn denies.
[[nodiscard]] bool countsThings(const std::string& heading);

/// The units of measure of a line that lists several, "万元、人": values are in one of them each.
/// Those it gives to columns by name ("增速:%") are left out. Empty where it does not list several.
[[nodiscard]] std::vector<std::string> unitsListed(const std::string& unitOfMeasure);

/// Such a list in the brackets of a title, "主要指标(2017年)(万元、人)"; "": none.
[[nodiscard]] std::string unitsInBrackets(const std::string& title);

/// The unit that a line above a table states over the half a column stands in, where the word over
/// the names of units comes again in the header and each half has a unit of its own; else "".
[[nodiscard]] std::string unitOfHalf(const Sheet& sheet, const DetectedLayout& detected,
                                     const ColumnLayout& column);

/// The unit that the lines above a table say for a column that says none itself: the one given to
/// its name, or that of the table, or of several listed the only one its words allow; else "".
[[nodiscard]] std::string unitOfLinesAbove(const DetectedLayout& detected,
                                           const std::string& heading);

/// Gives the columns of values that say no unit of measure the one at the end of the title,
/// "2-1 财政收入和支出(亿元)", where all of them, ranks and shares apart, may be in it.
void giveTitleUnit(const std::string& title, Layout& layout);

/// A unit of measure in the lines right above a header.
struct UnitAbove {
    std::size_t row = 0;
    std::size_t column = 0;
    std::string unitOfMeasure{}; ///< or several, as they are listed: "万元、人"
};

/// The one nearest to the header; nothing where there is none, or several in one row.
[[nodiscard]] std::optional<UnitAbove> unitAbove(const Sheet& sheet, const Layout& layout);

} // namespace citypanel::sheets
