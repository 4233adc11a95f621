// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet that a table of an import plan stands on.
#pragma once

#include "core/sheets/import.h"

#include <span>

namespace citypanel::sheets {

/// The sheet of the table's file and name; null where no workbook has it.
[[nodiscard]] const Sheet* findSheet(std::span<const Workbook* const> workbooks,
                                     const SheetImport& table);

} // namespace citypanel::sheets
