// SPDX-License-Identifier: GPL-3.0-or-later
// Coefficients of the eliminated effect from what it explains of each row.
#pragma once

#include "core/estimate/effect_layout.h"

#include <vector>

namespace citypanel {

/// Fills the levels and slopes of the primary effect's terms. explained: n values in the order of
/// the rows given, each the sum of the primary effect's contributions.
void recoverPrimary(const EffectLayout& layout, const std::vector<double>& explained,
                    std::vector<EffectCoefficients>& effects);

} // namespace citypanel
