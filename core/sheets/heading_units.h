// SPDX-License-Identifier: GPL-3.0-or-later
// Which units of measure a heading can be in, by the words it ends with.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <optional>
#include <string>

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

/// Gives the columns of values that say no unit of measure the one at the end of the title,
/// "2-1 财政收入和支出(亿元)", where all of them, ranks and shares apart, may be in it.
void giveTitleUnit(const std::string& title, Layout& layout);

/// A unit of measure in the lines right above a header.
struct UnitAbove {
    std::size_t row = 0;
    std::size_t column = 0;
    std::string unitOfMeasure{};
};

/// The one nearest to the header; nothing where there is none, or several in one row.
[[nodiscard]] std::optional<UnitAbove> unitAbove(const Sheet& sheet, const Layout& layout);

} // namespace citypanel::sheets
