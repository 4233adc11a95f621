// SPDX-License-Identifier: GPL-3.0-or-later
// Language: the languages in which the core speaks, and a text in both of them.
#pragma once

#include "core/base/fields.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace citypanel::text {

enum class Language : std::uint8_t { English, Chinese };

constexpr auto enumNames(Language) {
    return std::array{EnumName{Language::English, "en"}, EnumName{Language::Chinese, "zh"}};
}

/// One text in both languages. Both must be given, so a text that lacks one does not compile.
struct Bilingual {
    constexpr Bilingual(std::string_view englishText, std::string_view chineseText)
        : english(englishText), chinese(chineseText) {}

    [[nodiscard]] constexpr std::string_view in(Language language) const {
        return language == Language::English ? english : chinese;
    }

    std::string_view english;
    std::string_view chinese; ///< Simplified, with the mainland's terms (translations/glossary.md)
};

} // namespace citypanel::text
