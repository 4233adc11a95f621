// SPDX-License-Identifier: GPL-3.0-or-later
// Replacement, escaping and joining.
#include "core/report/text_parts.h"

#include "core/text/numbers.h"

#include <algorithm>
#include <array>

namespace citypanel::report {

std::string
replaced(std::string_view text,
         const std::vector<std::pair<std::string_view, std::string_view>>& replacements) {
    std::string result;
    while (!text.empty()) {
        const auto match =
            std::find_if(replacements.begin(), replacements.end(),
                         [text](const auto& pair) { return text.starts_with(pair.first); });
        const bool isMatch = match != replacements.end();
        result += isMatch ? match->second : text.substr(0, 1);
        text.remove_prefix(isMatch ? match->first.size() : 1);
    }
    return result;
}

std::string withHyphens(std::string_view text) {
    return replaced(text, {{text::minusSign, "-"}});
}

std::string escapedXml(std::string_view text) {
    std::string allowed;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 || c == '\t' || c == '\n' || c == '\r') {
            allowed += c;
        }
    }
    return replaced(allowed, {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

std::string withBreaks(std::string_view text) {
    static constexpr std::array<std::string_view, 2> commas{"\u3001", "\uFF0C"};
    static constexpr std::string_view zeroWidthSpace = "\u200B";
    std::string result;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto comma = std::find_if(commas.begin(), commas.end(), [&](std::string_view c) {
            return text.substr(at).starts_with(c);
        });
        const std::size_t length = comma == commas.end() ? 1 : comma->size();
        result += text.substr(at, length);
        at += length;
        const bool isLatin = at < text.size() && text[at] > ' ' && text[at] <= '~';
        if (comma != commas.end() && isLatin) {
            result += zeroWidthSpace;
        }
    }
    return result;
}

bool hasChinese(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE3 && byte <= 0xF4;
    });
}

std::string noteParagraph(const TypesetTable& table) {
    std::string result = table.notePrefix;
    for (const std::string& note : table.notes) {
        // An English sentence ends with a full stop and a blank; a Chinese one needs no blank.
        if (result.ends_with('.')) {
            result += ' ';
        }
        result += note;
    }
    return result;
}

} // namespace citypanel::report
