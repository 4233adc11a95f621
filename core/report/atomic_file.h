// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a file whole or not at all.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <span>

namespace citypanel::report {

/// Writes all bytes, in pieces as the device takes them. Problem: FileUnwritable, with the device's
/// words in `found`.
[[nodiscard]] Status writeAll(QIODevice& device, const QByteArray& bytes);

/// Replaces the file: a neighbour ("name.saving") is written and flushed to the disk, given the
/// file's name, and the folder flushed. Whenever the process ends, the file is the old one or the
/// new one, whole. A symbolic link stays one. A device or a pipe is written into, not replaced.
/// Problem: FileUnwritable; the old file is then untouched.
[[nodiscard]] Status writeAtomically(const QString& path, const QByteArray& bytes);

/// One file of several that belong together.
struct NamedBytes {
    QString path{};
    const QByteArray& bytes;
};

/// The same for several files: all neighbours are written before the first file is replaced, so
/// that one that cannot be written leaves every file untouched. Devices and pipes come last.
[[nodiscard]] Status writeTogether(std::span<const NamedBytes> files);

/// The whole file. Problems: FileNotFound, FileUnreadable, FileTooLarge (2 GiB and more).
[[nodiscard]] Result<QByteArray> readFile(const QString& path);

} // namespace citypanel::report
