// SPDX-License-Identifier: GPL-3.0-or-later
// Words: the text of every key that tables and figures use, in both languages.
#pragma once

#include "core/study/phrase.h"
#include "core/text/language.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::text {

/// The pattern of a word; its arguments are {1}, {2}, ... Own, Number, List, Group and Product have
/// no words of their own and give empty texts.
[[nodiscard]] Bilingual wordPattern(study::Word word);

/// A phrase in a language.
[[nodiscard]] std::string say(const study::Phrase& phrase, Language language);

/// The same at the start of a cell or sentence: our own words begin with a capital letter in
/// English. The user's strings stay as they are.
[[nodiscard]] std::string sayCapitalised(const study::Phrase& phrase, Language language);

/// With its first letter, if it is one of a to z, as a capital; the p of a test stays small.
[[nodiscard]] std::string capitalised(std::string text);

/// "a, b and c", "a、b和c".
[[nodiscard]] std::string listed(const std::vector<std::string>& items, Language language);

/// What a table says besides its model's phrases, because its style decides it.
enum class TableWord : std::uint8_t {
    NotePrefix,    ///< before the first note
    TableNumber,   ///< {1} number
    FigureNumber,  ///< {1} number
    FullPrecision, ///< {1} "Table 1": name of the sheet with all digits
    Continued,     ///< heading of a table's next page
    Yes,
    No,
    ErrorsInParentheses, ///< {1} standard errors
    TInParentheses,      ///< {1} standard errors
    PInParentheses,      ///< {1} standard errors
    IntervalInBrackets,  ///< {1} level "95%", {2} standard errors
    ErrorsOnly,          ///< {1} standard errors, which the table does not print
    TestPValues,
    StarsOne,     ///< {1} star, {2} level
    StarsSeveral, ///< {1} list of stars, {2} list of levels
    End,          ///< of a sentence
};

inline constexpr TableWord lastTableWord = TableWord::End;

[[nodiscard]] Bilingual tableWordPattern(TableWord word);

} // namespace citypanel::text
