// SPDX-License-Identifier: GPL-3.0-or-later
// Name forms: in which letters a name is written, and whether in full.
#pragma once

#include <QRegularExpression>

#include <string>

namespace citypanel::sheets {

/// A pattern that takes no account of case, to be kept: compiling it costs more than a match.
[[nodiscard]] QRegularExpression caseless(const char* pattern);

/// Whether a text matches a pattern.
[[nodiscard]] bool matches(const std::string& text, const QRegularExpression& pattern);

/// Whether one of the characters at least is Chinese.
[[nodiscard]] bool hasHan(const std::string& text);

[[nodiscard]] bool hasHanOrDigit(const std::string& name);

/// Whether all characters are Chinese.
[[nodiscard]] bool isWrittenInHan(const std::string& name);

/// Whether a header is one of names or codes of cities: what stands under it is no other number.
[[nodiscard]] bool isOfCities(const std::string& header);

[[nodiscard]] bool isSixDigits(const std::string& name);

/// 石家庄市, 毕节地区, 恩施州: more than a short name.
[[nodiscard]] bool isWrittenInFull(const std::string& name);

/// "Lu'an City" and "Lu An" as the tables spell them: "luan".
[[nodiscard]] std::string latinKey(const std::string& name);

/// 续表, (continued), 第2页: a line alone in its row that says that the table goes on.
[[nodiscard]] bool isContinuation(const std::string& name);

/// Whether two names have the same length and differ in one character.
[[nodiscard]] bool differInOneCharacter(const std::string& a, const std::string& b);

} // namespace citypanel::sheets
