// SPDX-License-Identifier: GPL-3.0-or-later
// Reading csv and tsv files in the encodings that data services and yearbooks use.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sheets/sheet.h"

#include <QByteArray>

#include <string>

namespace citypanel::sheets {

/// A text file as UTF-8: by its byte order mark, else UTF-8 where the bytes are valid UTF-8, else
/// Big5 where they read like it, else GB 18030. Problems: FileEncodingUnknown, FileFormatUnknown
/// (bytes that are no text), Cancelled.
[[nodiscard]] Result<std::string> decodedText(const QByteArray& bytes, Progress& progress);

/// The same for files put together from others: where lines of Chinese in UTF-8 stand beside lines
/// that are no UTF-8, each is decoded by itself, and the latter are warned of (FileEncodingUnknown,
/// with the first cell of the line).
[[nodiscard]] Result<std::string> decodedText(const QByteArray& bytes, Problems& warnings,
                                              Progress& progress);

/// One sheet named after the file, decoded by decodedText. The delimiter is the one of comma, tab,
/// semicolon and vertical bar that splits the first lines most evenly. Quoted fields
/// may hold delimiters, doubled quotes and line breaks. Fields stay text; numbers are recognised
/// later, where it is known what the column means. In files parted by other than commas some of
/// whose numbers can only have decimal commas ("12,5", "1.234,5"), and none only a decimal point,
/// these become points.
/// Problems: FileEncodingUnknown, FileFormatUnknown (bytes that are no text), NoDataRows,
/// Cancelled.
[[nodiscard]] Result<Workbook> readDelimitedText(const QByteArray& bytes,
                                                 const std::string& fileName, Progress& progress);

} // namespace citypanel::sheets
