// SPDX-License-Identifier: GPL-3.0-or-later
// JSON and rows of a composite index, with the names of the command line.
#pragma once

#include "core/index/composite_index.h"
#include "core/panel/panel.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace citypanel::report {

/// `method`, the conventions, `weights` [indicator, group, direction, entropy, divergence, weight,
/// by period with `period`], `groups` [group, weight], `scores` [unit, period, score, one more a
/// dimension], for AHP `hierarchy`. 17 significant digits; what has no value is null.
[[nodiscard]] QByteArray indexJson(const Panel& panel, const index::Weighting& weighting,
                                   const index::CompositeIndex& index);

/// Weights as rows of text with a header.
[[nodiscard]] std::vector<std::vector<std::string>> weightRows(const index::CompositeIndex& index);

/// Scores as rows of text with a header: unit, period, score, and a dimension each.
[[nodiscard]] std::vector<std::vector<std::string>> scoreRows(const Panel& panel,
                                                              const index::CompositeIndex& index);

} // namespace citypanel::report
