// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a CSV file (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace citypanel {

/// The byte order mark of UTF-8, without which Excel does not read Chinese.
inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// In quotes where commas, quotes or line ends ask for them.
[[nodiscard]] std::string quotedField(std::string_view text);

/// The same for text that a person or a file gave: what a spreadsheet would run as a formula gets
/// an apostrophe before it.
[[nodiscard]] std::string textField(const std::string& text);

/// A number with the fewest digits that read back to it; empty where it is missing.
[[nodiscard]] std::string numberField(double value);

} // namespace citypanel
