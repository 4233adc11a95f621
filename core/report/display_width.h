// SPDX-License-Identifier: GPL-3.0-or-later
// Width of text in the columns of a terminal, where Chinese characters take two, and on paper.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::report {

/// Columns that UTF-8 text takes: two for East Asian wide and full-width characters, none for
/// combining marks, one for others (Unicode Standard Annex 11).
[[nodiscard]] std::size_t displayWidth(std::string_view text);

/// The next piece of a text that no line break divides: a word with the blanks after it, or one
/// wide character with the closing punctuation that must follow it.
[[nodiscard]] std::string_view unbrokenPiece(std::string_view text);

/// Width on paper in thousandths of the font's size: Latin as in Times Roman (Adobe's metrics),
/// wide characters a whole em.
[[nodiscard]] int serifWidth(std::string_view text);

/// The text in lines of at most this width, broken at blanks and between Chinese characters, but
/// not before closing punctuation. A longer word has a line of its own.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

} // namespace citypanel::report
