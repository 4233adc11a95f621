// SPDX-License-Identifier: GPL-3.0-or-later
// Small operations on text that several renderers share.
#pragma once

#include "core/report/typeset.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::report {

/// The text with every occurrence of the left parts replaced by the right ones, in one pass.
[[nodiscard]] std::string
replaced(std::string_view text,
         const std::vector<std::pair<std::string_view, std::string_view>>& replacements);

/// With the minus sign U+2212 as a hyphen, which other programs read as a number's sign.
[[nodiscard]] std::string withHyphens(std::string_view text);

/// With & < > " as references, for HTML and XML. Characters that XML forbids are left out.
[[nodiscard]] std::string escapedXml(std::string_view text);

/// With a zero-width space between a Chinese comma and the Latin name after it: a list of names is
/// one long word to some programs, which then break it anywhere.
[[nodiscard]] std::string withBreaks(std::string_view text);

/// Characters beyond Latin, Greek and Cyrillic: three or four bytes of the CJK planes.
[[nodiscard]] bool hasChinese(std::string_view text);

/// The notes as one paragraph, with the prefix; sentences are joined as the language does.
[[nodiscard]] std::string noteParagraph(const TypesetTable& table);

[[nodiscard]] inline QByteArray bytesOf(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace citypanel::report
