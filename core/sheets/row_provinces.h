// SPDX-License-Identifier: GPL-3.0-or-later
// Row provinces: the province that a column beside the names gives each row.
#pragma once

#include "core/sheets/gazetteer.h"
#include "core/sheets/layout.h"
#include "core/sheets/shared_names.h"
#include "core/sheets/sheet.h"
#include "core/sheets/unit_rows.h"

#include <string>
#include <vector>

namespace citypanel::sheets {

/// For each row of the body the full name of the province that a column of the table gives it; ""
/// where that cell is blank or holds no province. No entries where no column does: at least half
/// of its texts are provinces and, unless its header says that it holds them, it agrees with at
/// least half of the names that mean one place (so that the province that helps or buys is none).
[[nodiscard]] std::vector<std::string> provincesOfRows(const Sheet& sheet, const Layout& layout,
                                                       const Gazetteer& gazetteer,
                                                       const std::vector<UnitRow>& rows,
                                                       const NameMatches& matches);

} // namespace citypanel::sheets
