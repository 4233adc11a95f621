// SPDX-License-Identifier: GPL-3.0-or-later
// Reading BIFF workbooks (.xls), [MS-XLS].
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sheets/sheet.h"

#include <QByteArray>

namespace citypanel::sheets {

/// All worksheets of an xls (BIFF5, BIFF8), with cached values of formulas, merged ranges, hidden
/// rows, columns and sheets. Workbooks under Excel's default password are decrypted; others, and
/// encrypted packages, are FilePasswordProtected; a container without a workbook, or one older than
/// BIFF5, is FileFormatUnknown. Every position is checked: damaged files lose cells, or are
/// refused. Problems besides: FileCorrupt, FileTooLarge, Cancelled.
[[nodiscard]] Result<Workbook> readXls(const QByteArray& bytes, Progress& progress);

} // namespace citypanel::sheets
