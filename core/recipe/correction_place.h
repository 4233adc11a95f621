// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a recipe the correction of a cell belongs.
#pragma once

#include "core/panel/panel.h"
#include "core/recipe/evaluation.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace citypanel::recipe {

/// The position at which a CorrectStep must stand so that everything calculated from the value uses
/// the corrected one: after the step that gave the cell the value it has after the first `shown`
/// steps (0: as read). A value as read is corrected before the first step; one that a step filled
/// or limited, right after that step. `shown` where the cell is not there.
[[nodiscard]] std::size_t correctionPlace(const Evaluation& evaluation, std::size_t shown,
                                          std::string_view variable, const std::string& unit,
                                          Period period);

} // namespace citypanel::recipe
