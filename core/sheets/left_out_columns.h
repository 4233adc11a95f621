// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that a plan leaves out though they hold numbers or words.
#pragma once

#include "core/sheets/import.h"
#include "core/sheets/sheet.h"

#include <string>
#include <vector>

namespace citypanel::sheets {

/// Labels of columns that are not read; of those without a heading their letters.
struct LeftOutColumns {
    std::vector<std::string> withNumbers{}; ///< and text among them, or no heading
    std::vector<std::string> ofWords{};     ///< with a heading: remarks, the industry of a city
};

/// Those of an entry's table. Keys, codes, columns of another scope than the plan's, and those of
/// another table of the sheet are passed over, and so are columns without a year in a table of
/// years, which the layout tells; of columns of words those of names of places and what rows are
/// parted by (indicators, units of measure). `laidOut` is the sheet as the layout turns it.
[[nodiscard]] LeftOutColumns leftOutColumns(const Sheet& laidOut, const ImportPlan& plan,
                                            const SheetImport& entry);

} // namespace citypanel::sheets
