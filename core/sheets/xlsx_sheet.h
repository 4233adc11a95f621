// SPDX-License-Identifier: GPL-3.0-or-later
// Worksheet parts of xlsx read two ways: carefully, and by scanning the bytes of the plain case.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sheets/xlsx_cells.h"

#include <QByteArray>

namespace citypanel::sheets {

/// Reads a worksheet part with QXmlStreamReader, whatever its prefixes, order and nesting; any
/// document type declaration is refused. False when the XML, or a reference in it, is broken.
/// Problems: FileTooLarge (more than Sheet::mostCells), Cancelled.
[[nodiscard]] Result<bool> readSheetCarefully(const QByteArray& xml, const XlsxShared& shared,
                                              Sheet& sheet, Progress& progress);

/// Reads the columns and merges of a worksheet part without cells. False as above, and where a row
/// or a cell stands in it all the same. Problems: as above.
[[nodiscard]] Result<bool> readAroundCells(const QByteArray& xml, Sheet& sheet, Progress& progress);

/// Reads the same part ten to twenty times as fast where the cells are written the way programs
/// write them: UTF-8, no prefixes, comments or CDATA, only the elements row, c, v, f and is. False
/// for everything else, also for what is broken: the sheet is then to be read carefully, from
/// scratch. What surrounds the cells (columns, merges) is read carefully in any case. Problems: as
/// above.
[[nodiscard]] Result<bool> scanSheet(const QByteArray& xml, const XlsxShared& shared, Sheet& sheet,
                                     Progress& progress);

} // namespace citypanel::sheets
