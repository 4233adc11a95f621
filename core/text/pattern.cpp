// SPDX-License-Identifier: GPL-3.0-or-later
// Filling of patterns, by one pass from left to right.
#include "core/text/pattern.h"

#include <algorithm>

namespace citypanel::text {

namespace {

constexpr auto npos = std::string_view::npos;

/// What a `{name}` or `{name?one|many}` says.
struct Hole {
    std::string_view name;
    std::string_view one{};
    std::string_view many{};
    bool isChoice = false;
};

Hole holeOf(std::string_view inside) {
    const std::size_t question = inside.find('?');
    if (question == npos) {
        return {inside};
    }
    const std::string_view forms = inside.substr(question + 1);
    const std::size_t bar = std::min(forms.find('|'), forms.size());
    return {inside.substr(0, question), forms.substr(0, bar),
            forms.substr(std::min(bar + 1, forms.size())), true};
}

/// Fills holes alone; sets isWhole to false when one of them stays empty.
std::string filledHoles(std::string_view pattern, const Arguments& arguments, bool& isWhole) {
    std::string result;
    while (!pattern.empty()) {
        const std::size_t open = std::min(pattern.find('{'), pattern.size());
        result += pattern.substr(0, open);
        pattern.remove_prefix(open);
        const std::size_t close = pattern.find('}');
        if (close == npos) {
            result += pattern;
            break;
        }
        const Hole hole = holeOf(pattern.substr(1, close - 1));
        const std::string_view value = valueOf(hole.name, arguments);
        isWhole = isWhole && !value.empty();
        result += hole.isChoice ? (value == "1" ? hole.one : hole.many) : value;
        pattern.remove_prefix(close + 1);
    }
    return result;
}

} // namespace

std::string_view valueOf(std::string_view name, const Arguments& arguments) {
    for (const Argument& argument : arguments) {
        if (argument.name == name) {
            return argument.value;
        }
    }
    return {};
}

std::string filled(std::string_view pattern, const Arguments& arguments) {
    std::string result;
    bool ignored = true;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find("<<");
        const std::size_t close = open == npos ? npos : pattern.find(">>", open);
        if (close == npos) {
            return result + filledHoles(pattern, arguments, ignored);
        }
        result += filledHoles(pattern.substr(0, open), arguments, ignored);
        bool isWhole = true;
        const std::string part =
            filledHoles(pattern.substr(open + 2, close - open - 2), arguments, isWhole);
        if (isWhole) {
            result += part;
        }
        pattern.remove_prefix(close + 2);
    }
    return result;
}

std::string filledInOrder(const Bilingual& pattern, Language language,
                          const std::vector<std::string>& arguments) {
    static constexpr std::string_view names = "123456789";
    Arguments named;
    for (const std::string& argument : arguments) {
        named.push_back({names.substr(named.size(), 1), argument});
    }
    return filled(pattern.in(language), named);
}

std::vector<std::string> namesIn(std::string_view pattern) {
    std::vector<std::string> names;
    for (std::size_t open = pattern.find('{'); open != npos; open = pattern.find('{', open + 1)) {
        const std::size_t close = std::min(pattern.find('}', open), pattern.size());
        names.emplace_back(holeOf(pattern.substr(open + 1, close - open - 1)).name);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

} // namespace citypanel::text
