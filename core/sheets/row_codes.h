// SPDX-License-Identifier: GPL-3.0-or-later
// Row codes: the place or province that a column of codes beside the names gives each row.
#pragma once

#include "core/sheets/gazetteer.h"
#include "core/sheets/layout.h"
#include "core/sheets/shared_names.h"
#include "core/sheets/sheet.h"
#include "core/sheets/unit_rows.h"

#include <vector>

namespace citypanel::sheets {

/// For each row of the body what its code means; NameKind::Unknown where it has none that the
/// gazetteer knows. No entries where no column does: its header says that it holds codes, at least
/// half of them are known, and at least half agree with the names that mean one place.
[[nodiscard]] std::vector<NameMatch> codesOfRows(const Sheet& sheet, const Layout& layout,
                                                 const Gazetteer& gazetteer,
                                                 const std::vector<UnitRow>& rows,
                                                 const NameMatches& matches);

/// What a row means by its name and its code: the code's place where it is one of those the name
/// may mean; both, to be asked, where they contradict each other; else what the name says.
[[nodiscard]] NameMatch withCode(const NameMatch& found, const NameMatch& alone,
                                 const NameMatch& code);

} // namespace citypanel::sheets
