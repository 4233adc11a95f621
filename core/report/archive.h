// SPDX-License-Identifier: GPL-3.0-or-later
// A zip container in memory: named entries to bytes and back, the same bytes every time.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace citypanel::report {

/// Entries by name; written in the order of their names.
using Entries = std::map<QString, QByteArray>;

/// The zip of the entries: fixed times, no attributes, entries that are compressed already (or
/// compress so well that a reader must take them for a bomb) stored as they are.
/// Problem: Internal.
[[nodiscard]] Result<QByteArray> packed(const Entries& entries);

/// The entries of a zip. Problems: FileTruncated (its directory is not there), FileFormatUnknown
/// (not a zip), FilePasswordProtected, FileCorrupt (damaged, an entry twice, a name that is
/// absolute or leads out of the archive), FileTooLarge (more than 2 GiB, or more than 100 times its
/// own size once unpacked).
[[nodiscard]] Result<Entries> unpacked(const QByteArray& zip);

} // namespace citypanel::report
