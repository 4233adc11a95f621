// SPDX-License-Identifier: GPL-3.0-or-later
// Lines alone between the rows of a table that hold for the rows below them: "2010年", "市辖区".
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <vector>

namespace citypanel::sheets {

/// The table in parts, each of the rows below a line of its body that says another year (of a table
/// of one year) or scope, with the columns of the table. The table alone where no
/// line says any; a part without rows is none.
[[nodiscard]] std::vector<DetectedLayout> partedBySections(const Sheet& sheet,
                                                           DetectedLayout table);

/// Gives a described table what the lines between its header and its body say.
void readSectionLines(const Sheet& sheet, DetectedLayout& table);

/// Gives the columns of values that say no scope that one, and their variables its name; "": none.
void giveScope(const std::string& scope, Layout& layout);

/// Gives tables of which nothing says the scope that of the sheet's name, or else of the file's.
void giveNamedScope(const std::string& sheetName, const std::string& fileName,
                    std::vector<DetectedLayout>& tables);

} // namespace citypanel::sheets
