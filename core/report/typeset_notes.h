// SPDX-License-Identifier: GPL-3.0-or-later
// Notes of a table as sentences in a style.
#pragma once

#include "core/report/table_style.h"
#include "core/study/table.h"

#include <string>
#include <vector>

namespace citypanel::report {

/// What the table's notes and the style say, one sentence each, in the order in which they are
/// printed: standard errors, stars, tests, then the table's other notes, then the user's own.
[[nodiscard]] std::vector<std::string> typesetNotes(const study::Table& table,
                                                    const TableStyle& style);

} // namespace citypanel::report
