// SPDX-License-Identifier: GPL-3.0-or-later
// A variable over time: lines of chosen units beside the mean of all.
#pragma once

#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/study/figure.h"

#include <string>
#include <vector>

namespace citypanel::study {

/// One line a unit over its periods, broken where a period is absent or missing, after the line of
/// the means over all units with a value in each period. Units the panel lacks are left out.
/// Problems: VariableUnknown, VariableNotNumeric.
[[nodiscard]] Result<Figure> unitSeriesFigure(const Panel& panel, const std::string& variable,
                                              const std::vector<std::string>& units);

} // namespace citypanel::study
