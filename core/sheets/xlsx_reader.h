// SPDX-License-Identifier: GPL-3.0-or-later
// Reading Office Open XML workbooks (ECMA-376 part 1, chapter 18).
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sheets/sheet.h"

#include <QByteArray>

namespace citypanel::sheets {

/// All worksheets of an xlsx: shared and inline strings (phonetic runs left out), cached values of
/// formulas, booleans, errors, merged ranges, hidden rows, columns and sheets. Literal `_x000D_`
/// escapes are resolved. Document type declarations are refused; parts are bounded in size.
/// Problems: FileCorrupt (names the part), FileTruncated, FilePasswordProtected, FileTooLarge,
/// FileFormatUnknown (a zip that holds no workbook), Cancelled.
[[nodiscard]] Result<Workbook> readXlsx(const QByteArray& bytes, Progress& progress);

} // namespace citypanel::sheets
