// SPDX-License-Identifier: GPL-3.0-or-later
// Widths by ranges of code points.
#include "core/report/display_width.h"

#include <algorithm>
#include <array>
#include <cstdint>

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

/// Characters that no line ends with.
bool opens(std::string_view character) {
    static constexpr std::array<std::string_view, 5> opening{"（", "“", "《", "【", "‘"};
    return std::find(opening.begin(), opening.end(), character) != opening.end();
}

/// Times-Roman, U+0020 to U+007E (Adobe Font Metrics).
constexpr std::array<std::int16_t, 95> timesWidths{
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};

int serifWidthOf(char32_t c) {
    constexpr int wide = 1000;
    constexpr int other = 564; // signs of mathematics, Greek, dashes
    if (c >= 0x20 && c < 0x20 + timesWidths.size()) {
        return timesWidths[c - 0x20];
    }
    return static_cast<int>(widthOf(c)) == 2 ? wide : static_cast<int>(widthOf(c)) * other;
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

std::string_view unbrokenPiece(std::string_view text) {
    std::size_t at = 0;
    bool endsWord = false;
    bool isOpen = false;
    while (at < text.size()) {
        const std::string_view character = text.substr(at, byteCount(text[at]));
        const bool isWide = widthOf(decoded(character)) == 2;
        if (at > 0 && !isOpen &&
            (endsWord ? character != " " && !closes(character) : isWide && !closes(character))) {
            break;
        }
        isOpen = opens(character);
        endsWord = !isOpen && (endsWord || character == " " || isWide);
        at += character.size();
    }
    return text.substr(0, at);
}

int serifWidth(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = text.substr(at, byteCount(text[at]));
        width += serifWidthOf(decoded(character));
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
        const std::string_view piece = unbrokenPiece(text);
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
