// SPDX-License-Identifier: GPL-3.0-or-later
// Reading Stata (.dta) and SPSS (.sav) files by ReadStat.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sheets/sheet.h"

#include <QByteArray>

namespace citypanel::sheets {

/// One sheet "data": the variable names in its first row, the values below; every missing code
/// (., .a to .z, SPSS's) is an empty cell. Text in files of Stata 13 and older that is no valid
/// UTF-8 is read as GB 18030.
/// Problems: FileCorrupt, FileTruncated, FileVersionNewer, Cancelled.
[[nodiscard]] Result<Workbook> readStatisticalFile(const QByteArray& bytes, FileFormat format,
                                                   Progress& progress);

} // namespace citypanel::sheets
