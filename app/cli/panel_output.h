// SPDX-License-Identifier: GPL-3.0-or-later
// Panels written in the format that --out ends in.
#pragma once

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/panel/panel.h"

#include <QByteArray>

#include <span>
#include <string>

namespace citypanel::cli {

/// Refuses an ending of --out that names no format of a panel. Names without one, and devices, take
/// csv. Failure: WrongUsage.
[[nodiscard]] tl::expected<void, Failure> checkPanelEnding(const Invocation& invocation);

/// The panel in the format that --out ends in: xlsx, dta, or csv, which is also what goes to
/// standard output. `tuned`: as in sheets::csvOf. Problems: those of the writers.
[[nodiscard]] Result<QByteArray> panelBytes(const Panel& panel, const Invocation& invocation,
                                            std::span<const std::string> tuned = {});

} // namespace citypanel::cli
