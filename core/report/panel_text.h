// SPDX-License-Identifier: GPL-3.0-or-later
// What files of results say of a panel's row and of a number.
#pragma once

#include "core/panel/number_text.h"
#include "core/panel/panel.h"

#include <cstddef>
#include <string>

namespace citypanel::report {

/// The unit of a row, as the panel labels it.
[[nodiscard]] inline std::string unitOf(const Panel& panel, std::size_t row) {
    return panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[row])];
}

/// A number as a CSV file has it: all its digits, nothing where it is missing. Zero has no sign.
[[nodiscard]] inline std::string numberText(double value) {
    return isMissing(value) ? std::string() : shortestText(value == 0.0 ? 0.0 : value);
}

} // namespace citypanel::report
