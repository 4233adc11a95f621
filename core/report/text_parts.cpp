// SPDX-License-Identifier: GPL-3.0-or-later
// Replacement, escaping and joining.
#include "core/report/text_parts.h"

#include "core/text/numbers.h"

#include <algorithm>

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
