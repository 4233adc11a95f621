// SPDX-License-Identifier: GPL-3.0-or-later
// A table style as a file, to be shared between projects and people.
#pragma once

#include "core/base/result.h"
#include "core/report/report_plan.h"

#include <QByteArray>

namespace citypanel::project {

/// JSON with sorted keys.
[[nodiscard]] QByteArray styleToBytes(const report::NamedStyle& style);

/// Problems: FileFormatUnknown (another kind of file), FileVersionNewer, FileCorrupt (with the
/// place in the JSON).
[[nodiscard]] Result<report::NamedStyle> styleFromBytes(const QByteArray& bytes);

} // namespace citypanel::project
