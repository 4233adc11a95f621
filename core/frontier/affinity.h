// SPDX-License-Identifier: GPL-3.0-or-later
// Affinity of variables: epsilon and weights of the epsilon-based measure.
#pragma once

#include "core/frontier/efficiency_scores.h"
#include "core/frontier/frontier_data.h"

namespace citypanel::frontier {

/// Epsilon and weights from the observed data (Tone and Tsutsui 2010, section 3): affinity
/// S = 1 - 2D of each pair, D the diversity of ln(b/a); weights from its principal eigenvector,
/// epsilon = (m - rho) / (m - 1). Undesirable outputs stand with the inputs. Rows with a zero in a
/// pair do not count for that pair.
[[nodiscard]] EbmParameters ebmParameters(const FrontierData& data);

} // namespace citypanel::frontier
