// SPDX-License-Identifier: GPL-3.0-or-later
// Widths by ranges of code points.
#include "core/report/display_width.h"

#include <algorithm>
#include <array>

namespace citypanel::report {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// Wide and full-width characters that occur in Chinese text.
constexpr std::array wideRanges{
    Range{0x1100, 0x115F},  Range{0x2E80, 0x303E}, Range{0x3041, 0x33FF}, Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF},  Range{0xA000, 0xA4CF}, Range{0xAC00, 0xD7A3}, Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE4F},  Range{0xFF00, 0xFF60}, Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1FAFF},
    Range{0x20000, 0x3FFFD}};

constexpr std::array emptyRanges{Range{0x0300, 0x036F}, Range{0x200B, 0x200F},
                                 Range{0xFE00, 0xFE0F}};

template <std::size_t Size>
bool isIn(const std::array<Range, Size>& ranges, char32_t c) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const Range& range) { return range.first <= c && c <= range.last; });
}

/// Bytes of the UTF-8 character that begins with this byte.
std::size_t byteCount(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

char32_t decoded(std::string_view character) {
    const auto first = static_cast<unsigned char>(character.front());
    if (character.size() == 1) {
        return first;
    }
    char32_t c = first & (0xFFU >> (character.size() + 1));
    for (const char next : character.substr(1)) {
        c = (c << 6U) | (static_cast<unsigned char>(next) & 0x3FU);
    }
    return c;
}

std::size_t widthOf(char32_t c) {
    return isIn(emptyRanges, c) ? 0 : isIn(wideRanges, c) ? 2 : 1;
}

/// Characters that no line begins with.
bool closes(std::string_view character) {
    static constexpr std::array<std::string_view, 12> closing{"，", "。", "、", "；", "：", "）",
                                                              "”",  "》", "】", "？", "！", "％"};
    return std::find(closing.begin(), closing.end(), character) != closing.end();
}

/// The next piece that is not broken: a word with the blanks after it, or one wide character with
/// what must follow it.
std::string_view nextPiece(std::string_view text) {
    std::size_t at = 0;
    bool endsWord = false;
    while (at < text.size()) {
        const std::string_view character = text.substr(at, byteCount(text[at]));
        const bool isWide = widthOf(decoded(character)) == 2;
        if (at > 0 &&
            (endsWord ? character != " " && !closes(character) : isWide && !closes(character))) {
            break;
        }
        endsWord = endsWord || character == " " || isWide;
        at += character.size();
    }
    return text.substr(0, at);
}

} // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = text.substr(at, byteCount(text[at]));
        width += widthOf(decoded(character));
        at += character.size();
    }
    return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    const auto finishLine = [&] {
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
        line.clear();
    };
    while (!text.empty()) {
        const std::string_view piece = nextPiece(text);
        const std::string_view word = piece.substr(0, piece.find_last_not_of(' ') + 1);
        if (!line.empty() && displayWidth(line) + displayWidth(word) > width) {
            finishLine();
        }
        line += piece;
        text.remove_prefix(piece.size());
    }
    if (!line.empty()) {
        finishLine();
    }
    return lines;
}

} // namespace citypanel::report
