// SPDX-License-Identifier: GPL-3.0-or-later
// Web pages saved under the name of a workbook: their tables as one sheet.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sheets/sheet.h"

#include <QByteArray>

#include <string>

namespace citypanel::sheets {

/// Whether the bytes begin as a web page does, after blank lines, comments and a byte order mark.
[[nodiscard]] bool looksLikeHtml(const QByteArray& bytes);

/// All tables of the page below one another on one sheet named after the file; a line of text
/// outside tables, such as the title, is a row of its own. rowspan and colspan become merged
/// ranges. Scripts and styles are left out, entities resolved, unknown tags passed over.
/// Problems: those of decoding text; FileTooLarge, NoDataRows, Cancelled.
[[nodiscard]] Result<Workbook> readHtml(const QByteArray& bytes, const std::string& fileName,
                                        Progress& progress);

} // namespace citypanel::sheets
