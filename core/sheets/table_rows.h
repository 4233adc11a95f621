// SPDX-License-Identifier: GPL-3.0-or-later
// Table rows: header and body of the one table of a sheet, or of a part of it.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <string>

namespace citypanel::sheets {

/// The layout of the first table of a sheet, its body reaching to the last row; hasTable says
/// whether there is any. It may continue the one above it (null: there is none).
[[nodiscard]] DetectedLayout detectTable(const Sheet& sheet, const std::string& fileName,
                                         const DetectedLayout* above);

} // namespace citypanel::sheets
