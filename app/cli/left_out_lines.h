// SPDX-License-Identifier: GPL-3.0-or-later
// What an import left out, as lines of its report.
#pragma once

#include "core/sheets/import.h"
#include "core/text/language.h"

#include <span>
#include <string>

namespace citypanel::cli {

/// Rows skipped, sheets without a table, hidden ones, and formulas whose results the files do not
/// store.
[[nodiscard]] std::string leftOutLines(const sheets::ImportReport& report,
                                       const sheets::ImportPlan& plan,
                                       std::span<const sheets::Workbook* const> workbooks,
                                       text::Language language);

} // namespace citypanel::cli
