// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of expressions and model formulas, with byte positions.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::expression {

enum class TokenKind : std::uint8_t { Number, Name, Text, Symbol, End };

/// One token. `text` is the name without backquotes, the text without quotes, or the symbol.
struct Token {
    TokenKind kind = TokenKind::End;
    std::size_t position = 0; ///< byte offset of the first byte
    std::size_t length = 0;   ///< bytes, quotes included
    std::string text{};
    double number = 0.0;

    [[nodiscard]] bool is(std::string_view symbol) const {
        return kind == TokenKind::Symbol && text == symbol;
    }

    [[nodiscard]] std::size_t end() const { return position + length; }
};

/// All tokens, the last one of kind End. `and`, `or`, `not` come as symbols `&&`, `||`, `!`.
/// Problem: SyntaxError with position (an unclosed quote, a character that starts nothing; a
/// full-width sign is answered by its ASCII form in `expected`).
[[nodiscard]] Result<std::vector<Token>> tokenise(std::string_view text);

/// True when the name can stand without backquotes.
[[nodiscard]] bool isPlainName(std::string_view name);

/// The name as it stands in an expression: in backquotes where it needs them.
[[nodiscard]] std::string quotedName(std::string_view name);

/// A SyntaxError at a position.
[[nodiscard]] Problem syntaxError(std::size_t position, std::string found, std::string expected);

} // namespace citypanel::expression
