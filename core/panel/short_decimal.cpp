// SPDX-License-Identifier: GPL-3.0-or-later
// Digits as one integer, divided by a power of ten.
#include "core/panel/short_decimal.h"

#include <array>
#include <cstdint>

namespace citypanel {

namespace {

bool isDecimalDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<double> shortDecimal(std::string_view text) {
    constexpr std::size_t mostDigits = 15;
    constexpr std::array<double, mostDigits + 1> powers{
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool isNegative = text.starts_with('-');
    text.remove_prefix(isNegative ? 1 : 0);
    if (text.empty() || text.size() > mostDigits + 1 || !isDecimalDigit(text.front()) ||
        !isDecimalDigit(text.back())) {
        return std::nullopt;
    }
    std::uint64_t digits = 0;
    std::size_t decimals = 0;
    bool hasPoint = false;
    for (const char c : text) {
        if (isDecimalDigit(c)) {
            digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
            decimals += hasPoint ? 1 : 0;
        } else if (c == '.' && !hasPoint) {
            hasPoint = true;
        } else {
            return std::nullopt;
        }
    }
    if (text.size() - (hasPoint ? 1 : 0) > mostDigits) {
        return std::nullopt;
    }
    const double number = static_cast<double>(digits) / powers[decimals];
    return isNegative ? -number : number;
}

} // namespace citypanel
