// SPDX-License-Identifier: GPL-3.0-or-later
// Lines above a table: its title, its unit of measure, its year and its scope.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <string>

namespace citypanel::sheets {

/// Reads the lines above the header. Those that say a year or a scope alone are no title: the scope
/// of the last one is returned.
std::string readLinesAbove(const Sheet& sheet, DetectedLayout& detected);

} // namespace citypanel::sheets
