// SPDX-License-Identifier: GPL-3.0-or-later
// readWorkbook: any table file as sheets of cells, chosen by its content, not its name.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sheets/sheet.h"

#include <QByteArray>

#include <string>

namespace citypanel::sheets {

/// The sheets of a file given by its bytes; `fileName` is what problems and origins call it.
/// Recognised by content: xlsx (zip), xls (OLE2), dta, sav, web pages, and text (csv, tsv).
/// Problems, located in the file: FileFormatUnknown, FileCorrupt, FileTruncated,
/// FilePasswordProtected, FileTooLarge, FileEncodingUnknown, NoDataRows, Cancelled.
[[nodiscard]] Result<Workbook> readWorkbook(const QByteArray& bytes, const std::string& fileName,
                                            Progress& progress);

/// The same from a path; the file's own name (without folders) names it. Problems besides:
/// FileNotFound, FileUnreadable.
[[nodiscard]] Result<Workbook> readWorkbookFile(const std::string& path, Progress& progress);

/// The same under another name than the file's own.
[[nodiscard]] Result<Workbook> readWorkbookFile(const std::string& path, const std::string& name,
                                                Progress& progress);

/// All bytes of a file. Problems: FileNotFound, FileUnreadable, FileTooLarge.
[[nodiscard]] Result<QByteArray> readFileBytes(const std::string& path);

} // namespace citypanel::sheets
