// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a header say over each column, read across merged and blank cells.
#pragma once

#include "core/sheets/header_rows.h"
#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// The texts over a column from top to bottom, "" where a row says nothing. A cell under a merged
/// range has the range's text, be it blank. An empty one with text below it has that of the nearest
/// cell to the left, since yearbooks leave cells blank instead of merging them, or of its group
/// where headings stand over the middle of theirs (`centredGroup`); it does not reach
/// into another column group of a row above, over a blank merged range, to a scope that comes again
/// (全市, 市辖区, 全市: another group), nor to a column left of `firstColumn` (the names of units).
[[nodiscard]] std::vector<std::string> headerOver(const Sheet& sheet, const HeaderRows& header,
                                                  std::size_t column, std::size_t firstColumn);

/// Whether a header of several rows gives a column no more than a scope, while other columns that
/// are read have names: the heading over it is empty, and what its values are stands nowhere.
[[nodiscard]] bool lacksHeading(const Layout& layout, const ColumnLayout& column);

/// The name of such a column, by where it stands: columns of several sheets are not to become one
/// variable by their scope.
[[nodiscard]] std::string nameWithoutHeading(const ColumnLayout& column);

/// Whether a column has such a name still.
[[nodiscard]] bool isNamedWithoutHeading(const ColumnLayout& column);

} // namespace citypanel::sheets
