// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that a plan leaves out though they hold numbers: text among them, or no heading.
#pragma once

#include "core/sheets/import.h"
#include "core/sheets/sheet.h"

#include <string>
#include <vector>

namespace citypanel::sheets {

/// Labels of the columns of an entry's table that are not read and hold a number; columns without a
/// heading by their letters. Keys, codes, columns of another scope than the plan's, and those of
/// another table of the sheet are passed over, and so are columns without a year in a table of
/// years, which the layout tells. `laidOut` is the sheet as the layout turns it.
[[nodiscard]] std::vector<std::string> leftOutColumns(const Sheet& laidOut, const ImportPlan& plan,
                                                      const SheetImport& entry);

} // namespace citypanel::sheets
