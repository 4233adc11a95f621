// SPDX-License-Identifier: GPL-3.0-or-later
// Headings of a table of years that are meant to be years and are none: 20115, 1012, 2O11.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/regions.h"
#include "core/sheets/sheet.h"

#include <vector>

namespace citypanel::sheets {

/// The cells of the header over columns of numbers that a wide layout leaves out, though their
/// headings differ from those of its years in the digits alone. None for other layouts.
[[nodiscard]] std::vector<CellIndex> mistypedYears(const Sheet& laidOut, const Layout& layout);

} // namespace citypanel::sheets
