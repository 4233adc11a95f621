// SPDX-License-Identifier: GPL-3.0-or-later
// Digits by std::to_chars, which no locale changes.
#include "core/text/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace citypanel::text {

namespace {

/// Digits of |value|; 400 hold the longest double with the decimals anyone asks for.
std::string digitsOf(double value, int digits) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   std::chars_format::fixed, digits);
    return {buffer.data(), end.ptr};
}

bool hasOnlyZeros(const std::string& digits) {
    return digits.find_first_not_of("0.,") == std::string::npos;
}

std::string signedDigits(double value, const std::string& digits, SignOfZeros sign) {
    const bool isSigned = value < 0 && (sign == SignOfZeros::Kept || !hasOnlyZeros(digits));
    std::string result(isSigned ? minusSign : std::string_view());
    return result += digits;
}

} // namespace

std::string fixedNumber(double value, int digits, SignOfZeros sign) {
    if (std::isnan(value)) {
        return {};
    }
    return signedDigits(value, std::isinf(value) ? std::string("∞") : digitsOf(value, digits),
                        sign);
}

std::string groupedNumber(double value, int decimals, SignOfZeros sign) {
    if (!std::isfinite(value)) {
        return fixedNumber(value, decimals);
    }
    std::string digits = digitsOf(value, decimals);
    for (std::size_t at = std::min(digits.find('.'), digits.size()); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return signedDigits(value, digits, sign);
}

std::string wholeNumber(double value) {
    return groupedNumber(value, 0);
}

std::string percentage(double share) {
    std::array<char, 32> buffer{};
    // Nine significant digits hide that 0.1 x 100 is not exact.
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), share * 100,
                                   std::chars_format::general, 9);
    return std::string(buffer.data(), end.ptr) + '%';
}

} // namespace citypanel::text
