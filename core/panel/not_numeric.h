// SPDX-License-Identifier: GPL-3.0-or-later
// Why a column of text holds no numbers.
#pragma once

#include "core/base/problem.h"
#include "core/panel/panel.h"

namespace citypanel {

/// Of a text or category column of the panel. CellUnreadable naming the first value that is no
/// number, with its unit and period, where at least half of the values that are there are numbers
/// ("-Inf" or a note in a column of figures); VariableNotNumeric with the first value otherwise;
/// SampleEmpty where the column has no value at all.
[[nodiscard]] Problem notNumeric(const Panel& panel, const Variable& column);

} // namespace citypanel
