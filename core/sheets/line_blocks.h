// SPDX-License-Identifier: GPL-3.0-or-later
// Line blocks: rows of a table below lines that name their unit or their variable.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <vector>

namespace citypanel::sheets {

/// A table of years without a column of units in parts, each of the unit that a line alone above
/// its rows names: a place, or what else stands there, to be asked about. The table alone where no
/// place is named so, or where rows stand above the first such line.
[[nodiscard]] std::vector<DetectedLayout> partedByPlaceLines(const Sheet& sheet,
                                                             DetectedLayout table);

/// A table of units down and years across in parts, each of the variable that a line alone above
/// its rows names. The table alone where rows stand above the first such line, where no unit comes
/// again, or one does below the same line.
[[nodiscard]] std::vector<DetectedLayout> partedByVariableLines(const Sheet& sheet,
                                                                DetectedLayout table);

} // namespace citypanel::sheets
