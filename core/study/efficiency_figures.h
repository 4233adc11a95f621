// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of efficiency scores: densities, one row's slacks, the frontier where it can be drawn,
// productivity over time, two models against one another.
#pragma once

#include "core/frontier/efficiency_scores.h"
#include "core/frontier/planar_frontier.h"
#include "core/frontier/productivity.h"
#include "core/panel/panel.h"
#include "core/study/figure.h"
#include "core/study/table.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace citypanel::study {

/// Kernel densities of the scores by the levels of `by` (at most eight), or, where it is empty, in
/// up to four periods evenly from the first to the last. Problem: VariableUnknown.
[[nodiscard]] Result<Figure> densityFigure(const Panel& panel,
                                           const frontier::EfficiencyScores& scores,
                                           const Phrase& name, const std::string& by);

/// One row's potentials in per cent of its own values, a bar a variable.
[[nodiscard]] Figure slackFigure(const Panel& panel, const frontier::EfficiencyScores& scores,
                                 std::size_t row);

/// The frontier with all units, and an arrow from `row` to its projection: one input and one
/// desirable output, or two inputs for one desirable output under constant returns. Nothing for
/// other technologies and for window and group frontiers. Period frontiers: that of the row.
[[nodiscard]] std::optional<Figure>
frontierFigure(const Panel& panel, const frontier::EfficiencyScores& scores, std::size_t row);

/// The corners of a frontier as a line.
[[nodiscard]] Series lineOf(Phrase name, std::string key,
                            const std::vector<frontier::PlanarPoint>& corners);

/// The cumulative index and its parts over time.
[[nodiscard]] Figure productivityFigure(const Table& productivity);

} // namespace citypanel::study
