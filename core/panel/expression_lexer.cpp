// SPDX-License-Identifier: GPL-3.0-or-later
// Splitting expressions and formulas into tokens.
#include "core/panel/expression_lexer.h"

#include <array>
#include <charconv>
#include <utility>

namespace citypanel::expression {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool startsName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool continuesName(char c) {
    return startsName(c) || isDigit(c) || c == '.';
}

/// Bytes of the UTF-8 character that starts at `at` (1 for a stray byte).
std::size_t characterLength(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0xC0U ? 1 : first < 0xE0U ? 2 : first < 0xF0U ? 3 : 4;
    return at + length <= text.size() ? length : 1;
}

/// The ASCII form of a full-width sign (U+FF01 to U+FF5E without letters and digits) or of a
/// Chinese quotation mark, blank or full stop; empty for anything else.
std::string asciiOfWideSign(std::string_view character) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> others{
        {{"\u201C", "\""},
         {"\u201D", "\""},
         {"\u3000", " "},
         {"\u3002", "."},
         {"\u3001", ","},
         {"\u00D7", "*"}}};
    for (const auto& [wide, ascii] : others) {
        if (character == wide) {
            return std::string(ascii);
        }
    }
    if (character.size() != 3 || static_cast<unsigned char>(character[0]) != 0xEFU) {
        return {};
    }
    const unsigned code = ((static_cast<unsigned char>(character[1]) & 0x3FU) << 6U) |
                          (static_cast<unsigned char>(character[2]) & 0x3FU);
    // U+FF01 is "!": the low twelve bits run from 0xF01.
    if (code < 0xF01U || code > 0xF5EU) {
        return {};
    }
    const char ascii = static_cast<char>(code - 0xF01U + '!');
    return startsName(ascii) || isDigit(ascii) ? std::string() : std::string(1, ascii);
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Result<std::vector<Token>> run() {
        std::vector<Token> tokens;
        while (true) {
            skipBlanks();
            if (at_ == text_.size()) {
                tokens.push_back({.kind = TokenKind::End, .position = at_});
                return tokens;
            }
            CITYPANEL_TRY(Token token, next());
            at_ = token.end();
            tokens.push_back(std::move(token));
        }
    }

private:
    void skipBlanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' ||
                                      text_[at_] == '\n' || text_[at_] == '\r')) {
            ++at_;
        }
    }

    [[nodiscard]] Result<Token> next() const {
        const char c = text_[at_];
        if (isDigit(c) || (c == '.' && at_ + 1 < text_.size() && isDigit(text_[at_ + 1]))) {
            return number();
        }
        if (c == '"' || c == '\'' || c == '`') {
            return quoted(c);
        }
        const std::string_view character = text_.substr(at_, characterLength(text_, at_));
        if (const std::string ascii = asciiOfWideSign(character); !ascii.empty()) {
            return syntaxError(at_, std::string(character), ascii);
        }
        return startsName(c) ? name() : symbol();
    }

    [[nodiscard]] Result<Token> number() const {
        Token token{.kind = TokenKind::Number, .position = at_};
        const char* begin = text_.data() + at_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), token.number);
        if (error != std::errc{}) {
            return syntaxError(at_, std::string(begin, end), "1e308");
        }
        token.length = static_cast<std::size_t>(end - begin);
        token.text = std::string(begin, end);
        if (end != text_.data() + text_.size() && startsName(*end)) {
            return syntaxError(at_, token.text + std::string(1, *end), "`" + token.text + "...`");
        }
        return token;
    }

    /// Text in quotes, or a name in backquotes; the quote itself is written twice.
    [[nodiscard]] Result<Token> quoted(char quote) const {
        Token token{.kind = quote == '`' ? TokenKind::Name : TokenKind::Text, .position = at_};
        for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] != quote) {
                token.text += text_[i];
            } else if (i + 1 < text_.size() && text_[i + 1] == quote) {
                token.text += text_[i++];
            } else {
                token.length = i + 1 - at_;
                return token;
            }
        }
        return syntaxError(at_, std::string(text_.substr(at_)), std::string(1, quote));
    }

    [[nodiscard]] Result<Token> name() const {
        std::size_t end = at_;
        while (end < text_.size() && continuesName(text_[end])) {
            const std::size_t length = characterLength(text_, end);
            if (!asciiOfWideSign(text_.substr(end, length)).empty()) {
                break;
            }
            end += length;
        }
        Token token{.kind = TokenKind::Name,
                    .position = at_,
                    .length = end - at_,
                    .text = std::string(text_.substr(at_, end - at_))};
        constexpr std::array<std::pair<std::string_view, std::string_view>, 3> words{
            {{"and", "&&"}, {"or", "||"}, {"not", "!"}}};
        for (const auto& [word, sign] : words) {
            if (token.text == word) {
                token.kind = TokenKind::Symbol;
                token.text = std::string(sign);
                break;
            }
        }
        return token;
    }

    [[nodiscard]] Result<Token> symbol() const {
        constexpr std::array<std::string_view, 7> doubled{"==", "!=", "<=", ">=", "&&", "||", "<>"};
        const std::string_view two = text_.substr(at_, 2);
        for (const std::string_view sign : doubled) {
            if (two == sign) {
                return Token{.kind = TokenKind::Symbol,
                             .position = at_,
                             .length = 2,
                             .text = sign == "<>" ? "!=" : std::string(sign)};
            }
        }
        constexpr std::string_view single = "+-*/%^()[],<>=!|~:&";
        if (single.find(text_[at_]) == std::string_view::npos) {
            return syntaxError(at_, std::string(1, text_[at_]), {});
        }
        return Token{.kind = TokenKind::Symbol,
                     .position = at_,
                     .length = 1,
                     .text = std::string(1, text_[at_])};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

Result<std::vector<Token>> tokenise(std::string_view text) {
    return Lexer(text).run();
}

bool isPlainName(std::string_view name) {
    if (name.empty()) {
        return false;
    }
    const Result<std::vector<Token>> tokens = tokenise(name);
    return tokens && tokens->size() == 2 && tokens->front().kind == TokenKind::Name &&
           tokens->front().text == name;
}

std::string quotedName(std::string_view name) {
    if (isPlainName(name)) {
        return std::string(name);
    }
    std::string quoted = "`";
    for (const char c : name) {
        quoted += c == '`' ? "``" : std::string(1, c);
    }
    return quoted + "`";
}

Problem syntaxError(std::size_t position, std::string found, std::string expected) {
    return Problem{.code = ProblemCode::SyntaxError,
                   .place = {.position = position},
                   .found = std::move(found),
                   .expected = std::move(expected)};
}

} // namespace citypanel::expression
