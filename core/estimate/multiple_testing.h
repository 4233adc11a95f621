// SPDX-License-Identifier: GPL-3.0-or-later
// p values adjusted for the number of hypotheses tested.
#pragma once

#include <span>
#include <vector>

namespace citypanel {

/// Step-down adjusted p values in the order given; missing ones stay missing and do not count.
/// Holm (1979).
[[nodiscard]] std::vector<double> holmAdjusted(std::span<const double> pValues);

} // namespace citypanel
