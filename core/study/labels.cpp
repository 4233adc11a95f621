// SPDX-License-Identifier: GPL-3.0-or-later
// Labels from the panel's columns.
#include "core/study/labels.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

namespace citypanel::study {

namespace {

std::string labelOf(const Panel& panel, std::string_view name) {
    const Variable* column = panel.find(name);
    return column == nullptr || column->label().empty() ? std::string(name) : column->label();
}

/// Nothing of a formula in it but a name.
bool isPlainName(std::string_view name) {
    return !name.empty() && name.find_first_of("():,^*/+-<>=! ") == std::string_view::npos;
}

/// Variable and periods of "lag(x,1)".
std::optional<std::pair<std::string_view, std::size_t>> lagParts(std::string_view name) {
    constexpr std::string_view opening = "lag(";
    const std::size_t comma = name.find(',');
    if (!name.starts_with(opening) || !name.ends_with(')') || comma == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view variable = name.substr(opening.size(), comma - opening.size());
    std::string_view periods = name.substr(comma + 1, name.size() - comma - 2);
    periods.remove_prefix(std::min(periods.find_first_not_of(' '), periods.size()));
    std::size_t count = 0;
    const char* end = periods.data() + periods.size();
    const auto [stop, error] = std::from_chars(periods.data(), end, count);
    if (error != std::errc() || stop != end || !isPlainName(variable)) {
        return std::nullopt;
    }
    return std::pair{variable, count};
}

} // namespace

Phrase variablePhrase(const Panel& panel, std::string_view name) {
    if (panel.find(name) == nullptr) {
        if (const auto lag = lagParts(name)) {
            return phrase(Word::LagOf, {variablePhrase(panel, lag->first), number(lag->second)});
        }
        if (const std::size_t colon = name.find(':'); colon != std::string_view::npos &&
                                                      isPlainName(name.substr(0, colon)) &&
                                                      isPlainName(name.substr(colon + 1))) {
            return phrase(Word::Product, {variablePhrase(panel, name.substr(0, colon)),
                                          variablePhrase(panel, name.substr(colon + 1))});
        }
    }
    return own(labelOf(panel, name));
}

Phrase groupPhrase(const Panel& panel, std::string_view name) {
    Phrase product = phrase(Word::Product);
    while (true) {
        const std::size_t hat = name.find('^');
        product.arguments.push_back(
            Phrase{.word = Word::Group, .own = labelOf(panel, name.substr(0, hat))});
        if (hat == std::string_view::npos) {
            break;
        }
        name.remove_prefix(hat + 1);
    }
    return product.arguments.size() == 1 ? product.arguments.front() : product;
}

Phrase levelName(std::string_view level) {
    constexpr std::string_view between = " x "; // as `interact` joins levels
    Phrase product = phrase(Word::Product);
    for (std::size_t at = level.find(between); at != std::string_view::npos && at > 0;
         at = level.find(between)) {
        product.arguments.push_back(own(std::string(level.substr(0, at))));
        level.remove_prefix(at + between.size());
    }
    product.arguments.push_back(own(std::string(level)));
    return product.arguments.size() == 1 ? product.arguments.front() : product;
}

} // namespace citypanel::study
