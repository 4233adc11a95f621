// SPDX-License-Identifier: GPL-3.0-or-later
// Headings of lists side by side, over their columns of names.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// The columns of texts directly before values, over each of which a row of the header has a text
/// while it has none over any other: headings of lists side by side, which hold for the values
/// behind them. None where there is but one, or one is a word for units.
[[nodiscard]] std::vector<std::size_t> headedLists(const Sheet& sheet, const Layout& layout,
                                                   std::size_t row);

/// Gives a column without a text in that row the heading of the list it stands in.
void spreadOverLists(const Sheet& sheet, std::size_t row, const std::vector<std::size_t>& lists,
                     std::size_t column, std::string& text);

} // namespace citypanel::sheets
