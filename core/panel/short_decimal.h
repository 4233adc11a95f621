// SPDX-License-Identifier: GPL-3.0-or-later
// The short way to a number, for most of the million cells of a file.
#pragma once

#include <optional>
#include <string_view>

namespace citypanel {

/// A number of up to 15 digits, with or without a point and a minus sign: an integer below 2^53
/// over a power of ten that a double holds exactly, so that one division rounds it correctly
/// (Clinger, 1990, How to read floating point numbers accurately, section 3). Nothing for any other
/// text, numbers with exponents among it.
[[nodiscard]] std::optional<double> shortDecimal(std::string_view text);

} // namespace citypanel
