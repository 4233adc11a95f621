// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of wrong choices.
#include "app/cli/choice.h"

namespace citypanel::cli {

Failure wrongUsage(const Invocation& invocation, const text::Bilingual& words,
                   const text::Arguments& arguments) {
    return Failure::wrongUsage(text::filled(words, invocation.language, arguments));
}

Failure wrongChoice(const Invocation& invocation, std::string_view option, std::string_view given,
                    const std::vector<std::string_view>& names) {
    static constexpr text::Bilingual words{"--{option} must be one of {names}, not “{given}”",
                                           "--{option} 应为 {names} 之一，不能是“{given}”"};
    std::string list;
    for (const std::string_view name : names) {
        list.append(list.empty() ? "" : ", ").append(name);
    }
    return wrongUsage(invocation, words,
                      {{"option", std::string(option)},
                       {"given", std::string(given)},
                       {"names", std::move(list)}});
}

} // namespace citypanel::cli
