// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as tables print them: fixed digits, a real minus sign, thousands marked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace citypanel::text {

/// The minus sign U+2212.
inline constexpr std::string_view minusSign = "\u2212";

/// Whether a number that is rounded to nothing but zeros keeps its minus: -0.0001 as "−0.000", as
/// an estimate is printed. Zero itself never has a sign.
enum class SignOfZeros : std::uint8_t { Dropped, Kept };

/// With this many decimals, rounded half to even on the exact binary value. A missing value gives
/// an empty text, an infinite one "∞".
[[nodiscard]] std::string fixedNumber(double value, int digits,
                                      SignOfZeros sign = SignOfZeros::Dropped);

/// The same with thousands marked: "1,649.528".
[[nodiscard]] std::string groupedNumber(double value, int digits,
                                        SignOfZeros sign = SignOfZeros::Dropped);

/// A whole number with thousands marked: "2,904".
[[nodiscard]] std::string wholeNumber(double value);

/// A share as a percentage with no more decimals than it needs: 0.1 gives "10%".
[[nodiscard]] std::string percentage(double share);

} // namespace citypanel::text
