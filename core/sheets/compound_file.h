// SPDX-License-Identifier: GPL-3.0-or-later
// OLE2 compound files ([MS-CFB]): the streams of an xls, read and written in place.
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace citypanel::sheets {

/// The stream that holds a workbook, named "Workbook" (BIFF8) or "Book" (BIFF5).
class WorkbookStream {
public:
    /// Problems: FileCorrupt (a chain of sectors that leads nowhere), FileFormatUnknown (no
    /// workbook in the container), FilePasswordProtected (an encrypted package instead of one).
    [[nodiscard]] static Result<WorkbookStream> find(const QByteArray& container);

    [[nodiscard]] const QByteArray& bytes() const { return bytes_; }

    /// The container with the stream's bytes replaced by others of the same length.
    [[nodiscard]] QByteArray replacedIn(const QByteArray& container, const QByteArray& bytes) const;

private:
    QByteArray bytes_;
    std::vector<qsizetype> sectors_; ///< positions in the container
    qsizetype sectorSize_ = 512;
};

/// Unsigned little-endian numbers; 0 outside the bytes.
[[nodiscard]] std::uint16_t littleEndian16(const QByteArray& bytes, qsizetype position);
[[nodiscard]] std::uint32_t littleEndian32(const QByteArray& bytes, qsizetype position);

} // namespace citypanel::sheets
