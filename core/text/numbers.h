// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as tables print them: fixed digits, a real minus sign, thousands marked.
#pragma once

#include <string>
#include <string_view>

namespace citypanel::text {

/// The minus sign U+2212.
inline constexpr std::string_view minusSign = "\u2212";

/// With this many decimals, rounded half to even on the exact binary value. A zero has no sign;
/// a missing value gives an empty text, an infinite one "∞".
[[nodiscard]] std::string fixedNumber(double value, int digits);

/// The same with thousands marked: "1,649.528".
[[nodiscard]] std::string groupedNumber(double value, int digits);

/// A whole number with thousands marked: "2,904".
[[nodiscard]] std::string wholeNumber(double value);

/// A share as a percentage with no more decimals than it needs: 0.1 gives "10%".
[[nodiscard]] std::string percentage(double share);

} // namespace citypanel::text
