// SPDX-License-Identifier: GPL-3.0-or-later
// Options that are one of the names of an enumeration, and sentences for wrong ones.
#pragma once

#include "app/cli/command.h"
#include "core/base/fields.h"
#include "core/text/pattern.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::cli {

/// The pattern with its arguments filled in, as wrong usage.
[[nodiscard]] Failure wrongUsage(const Invocation& invocation, const text::Bilingual& words,
                                 const text::Arguments& arguments = {});

/// "--rts must be one of crs, vrs, ..., not “drs”"
[[nodiscard]] Failure wrongChoice(const Invocation& invocation, std::string_view option,
                                  std::string_view given,
                                  const std::vector<std::string_view>& names);

/// The same of an enumeration's names, with `more` that the command takes besides.
template <typename Enum>
[[nodiscard]] Failure wrongChoice(const Invocation& invocation, std::string_view option,
                                  std::string_view given,
                                  const std::vector<std::string_view>& more = {}) {
    std::vector<std::string_view> names;
    for (const auto& entry : enumNames(Enum{})) {
        names.push_back(entry.name);
    }
    names.insert(names.end(), more.begin(), more.end());
    return wrongChoice(invocation, option, given, names);
}

/// One of an enum's names as an option's value. Failure: WrongUsage.
template <typename Enum>
[[nodiscard]] tl::expected<Enum, Failure>
choiceOf(const Invocation& invocation, std::string_view option, std::string_view given) {
    if (const auto value = valueOf<Enum>(given)) {
        return *value;
    }
    return tl::unexpected(wrongChoice<Enum>(invocation, option, given));
}

/// The option's value, where it is given, into `choice`. Failure: WrongUsage.
template <typename Enum>
[[nodiscard]] tl::expected<void, Failure> readChoice(const Invocation& invocation,
                                                     std::string_view option, Enum& choice) {
    if (const auto given = invocation.value(option)) {
        const auto value = choiceOf<Enum>(invocation, option, *given);
        if (!value) {
            return tl::unexpected(value.error());
        }
        choice = *value;
    }
    return {};
}

} // namespace citypanel::cli
