// SPDX-License-Identifier: GPL-3.0-or-later
// Number formatting and parsing on std::to_chars and std::from_chars, free of any locale.
#include "core/panel/number_text.h"

#include "core/panel/short_decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace citypanel {

std::string shortestText(double value) {
    if (std::isnan(value)) {
        return {};
    }
    std::array<char, 32> buffer{};
    constexpr double smallest = 1e-5;
    constexpr double largest = 1e15;
    const double size = std::abs(value);
    const bool isReadable = value == 0 || (size >= smallest && size < largest);
    char* const end = buffer.data() + buffer.size();
    const auto written = isReadable
                             ? std::to_chars(buffer.data(), end, value, std::chars_format::fixed)
                             : std::to_chars(buffer.data(), end, value);
    return {buffer.data(), written.ptr};
}

std::string fullPrecisionText(double value) {
    if (std::isnan(value)) {
        return {};
    }
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::general, 17);
    return {buffer.data(), written.ptr};
}

double withPointMoved(double value, int power) {
    if (!std::isfinite(value) || value == 0 || power == 0) {
        return value;
    }
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::scientific);
    const char* const exponentAt = std::find(buffer.data(), written.ptr, 'e') + 1;
    int exponent = 0;
    std::from_chars(exponentAt + (*exponentAt == '+' ? 1 : 0), written.ptr, exponent);
    const std::string moved(static_cast<const char*>(buffer.data()), exponentAt);
    return parseNumber(moved + std::to_string(exponent + power)).value_or(value);
}

std::optional<double> parseNumber(std::string_view text) {
    if (const auto number = shortDecimal(text)) {
        return number;
    }
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return std::nullopt;
    }
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
    if (text.front() == '+') {
        text.remove_prefix(1); // from_chars takes a minus sign but no plus sign
        if (text.starts_with('-')) {
            return std::nullopt;
        }
    }
    if (text.find_first_of("0123456789") > 2) { // at most "-." before the first digit; or none
        return std::nullopt;
    }
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

} // namespace citypanel
