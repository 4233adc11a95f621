// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a zip-based workbook, with bounds that keep a hostile file from filling memory.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace citypanel::sheets {

/// A zip held in memory, read one part at a time.
class ZipParts {
public:
    /// Problems: FileTruncated, FileCorrupt (no directory), FilePasswordProtected, FileTooLarge
    /// (more than 10,000 entries, or a part that unpacks to more than 200 times its packed size
    /// and more than 1 MiB, or to more than 2 GiB).
    [[nodiscard]] static Result<ZipParts> open(const QByteArray& bytes);

    [[nodiscard]] bool contains(const QString& name) const { return sizes_.contains(name); }

    /// The bytes of a part. Problems: FileCorrupt, with the part's name in `found`; Cancelled.
    [[nodiscard]] Result<QByteArray> part(const QString& name, Progress& progress) const;

private:
    QByteArray bytes_;
    std::map<QString, quint64> sizes_; ///< unpacked sizes as declared
};

} // namespace citypanel::sheets
