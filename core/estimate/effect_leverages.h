// SPDX-License-Identifier: GPL-3.0-or-later
// Diagonal of the projection on absorbed effects.
#pragma once

#include "core/estimate/effect_layout.h"

#include <span>
#include <vector>

namespace citypanel {

/// w_r (sum of q_r^2 over the primary effect's basis + u_r' S^- u_r), u_r the r-th row of the other
/// effects' columns with the primary effect taken out. inverse: S^-, columnCount x columnCount,
/// empty without other effects. The result is in the order of the rows given.
[[nodiscard]] std::vector<double> effectLeverages(const EffectLayout& layout,
                                                  std::span<const double> inverse);

} // namespace citypanel
