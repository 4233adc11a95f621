// SPDX-License-Identifier: GPL-3.0-or-later
// Deflated bytes unpacked at once, so that a cancel need not wait for the end.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QByteArray>

#include <optional>

namespace citypanel::sheets {

/// What a deflated part unpacks to, as its directory states it.
struct StatedPart {
    qsizetype size = 0;
    quint32 checksum = 0;
};

/// The unpacked bytes; nothing where they are not what was stated. Problem: Cancelled, which is
/// returned while the rest is still being unpacked for nobody.
[[nodiscard]] Result<std::optional<QByteArray>>
unpacked(QByteArray packed, const StatedPart& stated, Progress& progress);

} // namespace citypanel::sheets
