// SPDX-License-Identifier: GPL-3.0-or-later
// Pattern: a text with named places, filled in.
#pragma once

#include "core/text/language.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::text {

/// What stands at {name}.
struct Argument {
    std::string_view name;
    std::string value;
};

using Arguments = std::vector<Argument>;

/// The value of that name; empty where there is none.
[[nodiscard]] std::string_view valueOf(std::string_view name, const Arguments& arguments);

/// Fills a pattern. `{name}` is replaced by the argument of that name (nothing where there is
/// none); `<<...>>` is left out when a name in it has no or an empty argument; `{name?row|rows}`
/// is "row" where the argument is "1" and "rows" otherwise.
[[nodiscard]] std::string filled(std::string_view pattern, const Arguments& arguments);

[[nodiscard]] inline std::string filled(const Bilingual& pattern, Language language,
                                        const Arguments& arguments) {
    return filled(pattern.in(language), arguments);
}

/// The same with arguments named by their position: {1}, {2}, ..., at most nine.
[[nodiscard]] std::string filledInOrder(const Bilingual& pattern, Language language,
                                        const std::vector<std::string>& arguments);

/// The names a pattern uses, sorted, each once; for checking that both languages use the same.
[[nodiscard]] std::vector<std::string> namesIn(std::string_view pattern);

} // namespace citypanel::text
