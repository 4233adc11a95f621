// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of a table under each other: pages on which the header stands again.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// The rows below a table's first header at which another block begins: where a word for units
/// stands again, in whatever column, or at the left one for periods or indicators, and texts or
/// years beside it; below a header of years also where years stand alone. The title and the units
/// of measure above them belong to it. Ascending; none where the layout has no header.
[[nodiscard]] std::vector<std::size_t> blockBegins(const Sheet& sheet, const Layout& layout);

/// Whether a row is a header: a word for units, and texts or years beside it.
[[nodiscard]] bool isUnitHeader(const Sheet& sheet, std::size_t row);

/// Whether the line over a block says that the table above goes on: "2-5 续表", "(continued)".
[[nodiscard]] bool saysContinued(const std::string& title);

/// Whether two blocks hold the same: keys, period, and under each column the same variable, scope
/// and unit of measure, however it is spelled.
[[nodiscard]] bool holdTheSame(const Layout& a, const Layout& b);

} // namespace citypanel::sheets
