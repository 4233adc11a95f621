// SPDX-License-Identifier: GPL-3.0-or-later
// Reading BIFF workbooks (.xls) by FreeXL.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sheets/sheet.h"

#include <QByteArray>

namespace citypanel::sheets {

/// All worksheets of an xls (BIFF5, BIFF8). An OLE2 container that holds an encrypted package or an
/// encrypted workbook is FilePasswordProtected; one that holds no workbook is FileFormatUnknown.
/// Problems besides: FileCorrupt, Cancelled.
[[nodiscard]] Result<Workbook> readXls(const QByteArray& bytes, Progress& progress);

} // namespace citypanel::sheets
