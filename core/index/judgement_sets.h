// SPDX-License-Identifier: GPL-3.0-or-later
// The sets of judgements that a system of indicators asks for.
#pragma once

#include "core/index/indicator_system.h"
#include "core/index/weighting.h"

#include <vector>

namespace citypanel::index {

/// The judgements that systemHierarchy asks for, in its order: of the dimensions, then of the
/// indicators of each dimension of two and more; of all indicators where there are fewer than two
/// dimensions, or where all are compared already. Those given where their number fits, all 1
/// (equally important) where they are missing or do not fit.
[[nodiscard]] std::vector<Judgements>
completedJudgements(const std::vector<Indicator>& indicators,
                    const std::vector<Judgements>& judgements);

} // namespace citypanel::index
