// SPDX-License-Identifier: GPL-3.0-or-later
// JSON of efficiency scores, changes of productivity and frontier influence, with the names of the
// command line.
#pragma once

#include "core/frontier/efficiency_scores.h"
#include "core/frontier/influence.h"
#include "core/frontier/productivity.h"
#include "core/panel/panel.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace citypanel::report {

/// What `efficiency` found.
struct EfficiencyReport {
    frontier::EfficiencyScores scores;
    std::optional<frontier::ProductivityChanges> changes{};
    std::optional<frontier::FrontierInfluence> influence{};
};

/// `model`, `scores` [unit, period, score, status, slacks, projection, peers], `indices` and
/// `influence` where they were asked for. 17 significant digits; what has no value is null.
[[nodiscard]] QByteArray efficiencyJson(const Panel& panel, const EfficiencyReport& report);

/// The scores as rows of text with a header: unit, period, score, status, slack_NAME, ...; with
/// changes unit, from_period, period, index, efficiency_change, technical_change instead
/// (Malmquist: also pure_efficiency_change and scale_efficiency_change).
[[nodiscard]] std::vector<std::vector<std::string>> efficiencyRows(const Panel& panel,
                                                                   const EfficiencyReport& report);

/// Rows that the frontier rests on: unit, period, times_peer, share_of_inefficient, mean_before,
/// mean_without.
[[nodiscard]] std::vector<std::vector<std::string>>
influenceRows(const Panel& panel, const frontier::FrontierInfluence& influence);

} // namespace citypanel::report
