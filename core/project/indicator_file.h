// SPDX-License-Identifier: GPL-3.0-or-later
// Indicator systems as files, to keep and to share.
#pragma once

#include "core/base/result.h"
#include "core/index/indicator_system.h"

#include <QByteArray>

namespace citypanel::project {

/// JSON with the fields of IndicatorSystem, ended by a line feed.
[[nodiscard]] QByteArray indicatorSystemText(const index::IndicatorSystem& system);

/// Problem: FileCorrupt, naming the place in the JSON and what belongs there.
[[nodiscard]] Result<index::IndicatorSystem> parseIndicatorSystem(const QByteArray& text);

} // namespace citypanel::project
