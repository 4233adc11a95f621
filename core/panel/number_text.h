// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as text: the shortest form that reads back to the same double, and strict reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace citypanel {

/// Shortest decimal form that reads back to exactly this double: "0.1", "45000000", and with an
/// exponent below 1e-5 and from 1e15 on ("1e+30"); "" for NaN.
[[nodiscard]] std::string shortestText(double value);

/// 17 significant digits, as JSON output promises; "" for NaN.
[[nodiscard]] std::string fullPrecisionText(double value);

/// The number times 10^power as a person would have it, by moving the point of its shortest form:
/// 0.101 by 4 is 1010, where a product of doubles is 1010.0000000000001. NaN stays NaN.
[[nodiscard]] double withPointMoved(double value, int power);

/// The number that the whole of `text` spells (decimal point, optional sign and exponent, blanks
/// around it allowed); nothing for anything else, including "inf", "nan" and hexadecimal.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

} // namespace citypanel
