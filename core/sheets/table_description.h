// SPDX-License-Identifier: GPL-3.0-or-later
// Table description: what the columns of a table whose rows are known hold.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <optional>
#include <string>

namespace citypanel::sheets {

/// Adds the columns that have a header, with what it says of each.
void describeColumns(const Sheet& sheet, DetectedLayout& detected);

/// Columns, keys, kind and period of a table whose rows are known, the lines above its header among
/// them. It may continue the one above it (null: there is none). A kind that somebody said holds
/// whatever the columns look like.
void describeTable(const Sheet& sheet, const std::string& fileName, const DetectedLayout* above,
                   DetectedLayout& detected, std::optional<LayoutKind> said = {});

} // namespace citypanel::sheets
