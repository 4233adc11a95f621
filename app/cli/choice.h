// SPDX-License-Identifier: GPL-3.0-or-later
// Options that are one of the names of an enumeration.
#pragma once

#include "app/cli/command.h"
#include "core/base/fields.h"

#include <string>
#include <string_view>
#include <utility>

namespace citypanel::cli {

inline constexpr text::Bilingual choiceWords{"--{option} must be one of ",
                                             "--{option} 应为以下之一："};

/// "--rts must be one of crs, vrs, ..."
template <typename Enum>
[[nodiscard]] Failure wrongChoice(const Invocation& invocation, std::string_view option) {
    std::string sentence(choiceWords.in(invocation.language));
    sentence.replace(sentence.find("{option}"), 8, option);
    std::string_view separator;
    for (const auto& entry : enumNames(Enum{})) {
        sentence.append(separator).append(entry.name);
        separator = ", ";
    }
    return Failure::wrongUsage(std::move(sentence));
}

/// The option's value, where it is given, into `choice`. Failure: WrongUsage.
template <typename Enum>
[[nodiscard]] tl::expected<void, Failure> readChoice(const Invocation& invocation,
                                                     std::string_view option, Enum& choice) {
    if (const auto given = invocation.value(option)) {
        const auto value = valueOf<Enum>(*given);
        if (!value) {
            return tl::unexpected(wrongChoice<Enum>(invocation, option));
        }
        choice = *value;
    }
    return {};
}

} // namespace citypanel::cli
