// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the indicator system of an index step.
#pragma once

#include "core/recipe/index_step.h"

#include <vector>

namespace citypanel::recipe {

/// The step with another system of indicators. A dimension is renamed where all that is left of it
/// stands under one new name: the name of its index and its judgements go along, so that what uses
/// the index goes on.
[[nodiscard]] IndexStep withIndicators(IndexStep step, std::vector<index::Indicator> indicators);

} // namespace citypanel::recipe
