// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a study in the format asked for.
#pragma once

#include "app/cli/command.h"
#include "core/base/progress.h"
#include "core/panel/panel.h"
#include "core/study/study.h"

#include <vector>

namespace citypanel::cli {

/// Runs a study on a panel (its problems are the command's; the number of a column, which a
/// command's only model does not need, is taken off them) and renders its tables by --format and
/// --lang.
[[nodiscard]] Outcome renderStudy(const study::Study& study, const Panel& panel,
                                  const Invocation& invocation, Progress& progress);

/// Renders tables by --format and --lang.
[[nodiscard]] Outcome renderTables(const std::vector<study::Table>& tables,
                                   const Invocation& invocation);

} // namespace citypanel::cli
