// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a saved import mapping: JSON that next year's files are read with.
#pragma once

#include "core/base/result.h"
#include "core/sheets/import_mapping.h"

#include <QByteArray>

namespace citypanel::project {

[[nodiscard]] QByteArray mappingToJson(const sheets::ImportMapping& mapping);

/// Problems: FileCorrupt (no JSON, or the place of a wrong value in it), FileFormatUnknown (another
/// JSON), FileVersionNewer.
[[nodiscard]] Result<sheets::ImportMapping> mappingFromJson(const QByteArray& text);

} // namespace citypanel::project
