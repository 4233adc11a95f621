// SPDX-License-Identifier: GPL-3.0-or-later
// Worksheet parts scanned as bytes: memchr for the tags, exact short decimals or std::from_chars
// for the numbers.
#include "core/panel/short_decimal.h"
#include "core/sheets/xlsx_cells.h"
#include "core/sheets/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <system_error>

namespace citypanel::sheets {

namespace {

constexpr std::string_view beginOfCells = "<sheetData";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view endOfCells = "</sheetData>";

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// One tag: its name, and what stands between the name and the closing bracket.
struct Tag {
    std::string_view name{};
    std::string_view attributes{};
    bool isEnd = false;   ///< "</c>"
    bool isAlone = false; ///< "<c/>"
};

struct Attribute {
    std::string_view name{};
    std::string_view value{};
};

/// Whether the scan looks at attributes of this name.
bool isRead(std::string_view name) {
    return name == "r" || name == "t" || name == "s" || name == "hidden";
}

/// Takes the next attribute off the front. Nothing at the end; isBroken where it is not written as
/// name="value", or could be one of the names read here under a prefix.
std::optional<Attribute> takeAttribute(std::string_view& rest, bool& isBroken) {
    while (!rest.empty() && isBlank(rest.front())) {
        rest.remove_prefix(1);
    }
    if (rest.empty()) {
        return std::nullopt;
    }
    isBroken = true;
    // One pass, letter by letter: names and values are shorter than a search is worth.
    std::size_t equals = 0;
    std::size_t local = 0; // where the name without its prefix begins
    for (; equals < rest.size() && rest[equals] != '='; ++equals) {
        if (isBlank(rest[equals])) {
            return std::nullopt;
        }
        local = rest[equals] == ':' ? equals + 1 : local;
    }
    if (equals == 0 || equals + 1 >= rest.size()) {
        return std::nullopt;
    }
    const char quote = rest[equals + 1];
    if (quote != '"' && quote != '\'') {
        return std::nullopt;
    }
    const std::size_t begin = equals + 2;
    std::size_t end = begin;
    for (; end < rest.size() && rest[end] != quote; ++end) {
        if (rest[end] == '&' || rest[end] == '<') {
            return std::nullopt;
        }
    }
    if (end >= rest.size() || (end + 1 < rest.size() && !isBlank(rest[end + 1]))) {
        return std::nullopt;
    }
    const Attribute attribute{rest.substr(0, equals), rest.substr(begin, end - begin)};
    isBroken = local > 0 && isRead(attribute.name.substr(local));
    rest.remove_prefix(end + 1);
    return isBroken ? std::nullopt : std::optional(attribute);
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// A whole number of up to 18 digits without a sign; nothing for any other text.
std::optional<std::size_t> wholeNumber(std::string_view text) {
    constexpr std::size_t mostDigits = 18;
    if (text.empty() || text.size() > mostDigits ||
        !std::all_of(text.begin(), text.end(), isDigit)) {
        return std::nullopt;
    }
    std::size_t number = 0;
    for (const char digit : text) {
        number = number * 10 + static_cast<std::size_t>(digit - '0');
    }
    return number;
}

/// Whether two texts of a known length up to 8 agree; memcmp is called for each of these few
/// letters.
template <std::size_t length>
bool isSame(const char* a, const char* b) {
    static_assert(length > 0 && length <= 8);
    const auto agreeAt = [&](auto word, std::size_t at) {
        auto other = word;
        std::memcpy(&word, a + at, sizeof word);
        std::memcpy(&other, b + at, sizeof other);
        return word == other;
    };
    if constexpr (length >= 4) { // two halves, which may overlap
        return agreeAt(std::uint32_t{0}, 0) && agreeAt(std::uint32_t{0}, length - 4);
    } else if constexpr (length >= 2) {
        return agreeAt(std::uint16_t{0}, 0) && agreeAt(std::uint16_t{0}, length - 2);
    } else {
        return *a == *b;
    }
}

/// Scans what lies between <sheetData> and </sheetData>.
class CellScanner {
public:
    CellScanner(std::string_view xml, std::size_t position, const XlsxShared& shared, Sheet& sheet)
        : xml_(xml), position_(position), cells_(shared, sheet) {}

    /// Position behind </sheetData>, or npos where the cells are not plain. Problems: FileTooLarge,
    /// Cancelled.
    [[nodiscard]] Result<std::size_t> scan(Progress& progress) {
        constexpr std::size_t betweenLooks = 16 << 10; // bytes: a fraction of a millisecond
        std::size_t nextLook = position_ + betweenLooks;
        while (const auto tag = nextTag()) {
            if (tag->isEnd) {
                return tag->name == "sheetData" ? position_ : std::string_view::npos;
            }
            if (tag->name != "row" || !scanRow(*tag)) {
                return std::string_view::npos;
            }
            if (cells_.sheet().cellCapacity() > Sheet::mostCells) {
                return Problem{.code = ProblemCode::FileTooLarge,
                               .place = {.sheet = cells_.sheet().name()},
                               .expected = std::to_string(Sheet::mostCells)};
            }
            if (position_ >= nextLook) {
                nextLook = position_ + betweenLooks;
                progress.report(static_cast<double>(position_) / static_cast<double>(xml_.size()));
                if (progress.cancelled()) {
                    return cancelledProblem();
                }
            }
        }
        return std::string_view::npos;
    }

private:
    /// Passes over what stands here, if it is this: tags without attributes are nearly all written
    /// one way.
    template <std::size_t size>
    bool take(const char (&written)[size]) { // NOLINT(*-avoid-c-arrays): what a literal is
        constexpr std::size_t length = size - 1;
        if (xml_.size() - position_ < length || !isSame<length>(xml_.data() + position_, written)) {
            return false;
        }
        position_ += length;
        return true;
    }

    /// The next tag; only blanks may stand before it. Nothing for comments, declarations, names
    /// with a prefix and whatever is not closed.
    std::optional<Tag> nextTag() {
        while (position_ < xml_.size() && isBlank(xml_[position_])) {
            ++position_;
        }
        return position_ < xml_.size() && xml_[position_] == '<' ? tagHere() : std::nullopt;
    }

    std::optional<Tag> tagHere() {
        const std::size_t begin = position_ + 1;
        const void* close = begin < xml_.size()
                                ? std::memchr(xml_.data() + begin, '>', xml_.size() - begin)
                                : nullptr;
        if (close == nullptr) {
            return std::nullopt;
        }
        const auto end = static_cast<std::size_t>(static_cast<const char*>(close) - xml_.data());
        std::string_view inside(xml_.data() + begin, end - begin);
        position_ = end + 1;
        Tag tag;
        tag.isEnd = inside.starts_with('/');
        tag.isAlone = inside.ends_with('/');
        inside.remove_prefix(tag.isEnd ? 1 : 0);
        inside.remove_suffix(tag.isAlone && !inside.empty() ? 1 : 0);
        std::size_t length = 0;
        while (length < inside.size() && ((inside[length] >= 'a' && inside[length] <= 'z') ||
                                          (inside[length] >= 'A' && inside[length] <= 'Z'))) {
            ++length;
        }
        tag.name = inside.substr(0, length);
        tag.attributes = inside.substr(length);
        const bool isPlain = length > 0 && (length == inside.size() || isBlank(inside[length])) &&
                             !(tag.isEnd && (tag.isAlone || length < inside.size()));
        return isPlain ? std::optional(tag) : std::nullopt;
    }

    bool scanRow(const Tag& row) {
        std::string_view rest = row.attributes;
        bool isBroken = false;
        std::optional<std::size_t> number;
        bool isHidden = false;
        while (const auto attribute = takeAttribute(rest, isBroken)) {
            if (attribute->name == "r") {
                number = wholeNumber(attribute->value).value_or(0);
            } else if (attribute->name == "hidden") {
                isHidden = attribute->value == "1" || attribute->value == "true";
            }
        }
        if (isBroken || (number && (*number == 0 || *number > mostXlsxRows))) {
            return false;
        }
        next_ = {number ? *number - 1 : next_.row + (seenRow_ ? 1 : 0), 0};
        seenRow_ = true;
        if (next_.row >= mostXlsxRows) {
            return false;
        }
        if (isHidden) {
            cells_.sheet().hiddenRows.push_back(next_.row);
        }
        return row.isAlone || scanCells();
    }

    bool scanCells() {
        while (!take("</row>")) {
            if (const auto usual = takeUsualCell()) {
                next_ = usual->at;
                if (!scanContent(*usual)) {
                    return false;
                }
                ++next_.column;
                continue;
            }
            const auto tag = nextTag();
            if (!tag) {
                return false;
            }
            if (tag->isEnd) {
                return tag->name == "row";
            }
            if (tag->name != "c" || !scanCell(*tag)) {
                return false;
            }
        }
        return true;
    }

    /// <c r="B2"> or <c r="B2" s="3">, as nearly every cell of numbers begins. Nothing, and nothing
    /// is taken, for any other.
    std::optional<XlsxCell> takeUsualCell() {
        const std::size_t before = position_;
        if (take("<c r=\"")) {
            const auto at = parseReference(lettersUntilQuote());
            const auto style = take("\" s=\"") ? wholeNumber(lettersUntilQuote()) : std::size_t{0};
            if (at && style && take("\">")) {
                return XlsxCell{.at = *at, .style = *style};
            }
        }
        position_ = before;
        return std::nullopt;
    }

    std::string_view lettersUntilQuote() {
        const std::size_t begin = position_;
        while (position_ < xml_.size() && xml_[position_] != '"') {
            ++position_;
        }
        return xml_.substr(begin, position_ - begin);
    }

    bool scanCell(const Tag& cell) {
        std::string_view rest = cell.attributes;
        bool isBroken = false;
        XlsxCell taken;
        while (const auto attribute = takeAttribute(rest, isBroken)) {
            if (attribute->name == "r") {
                const auto reference = parseReference(attribute->value);
                if (!reference) {
                    return false;
                }
                next_ = *reference;
            } else if (attribute->name == "t") {
                taken.type = attribute->value;
            } else if (attribute->name == "s") {
                const auto style = wholeNumber(attribute->value);
                if (!style) {
                    return false;
                }
                taken.style = *style;
            }
        }
        taken.at = next_;
        if (isBroken || next_.column >= mostXlsxColumns || (!cell.isAlone && !scanContent(taken))) {
            return false;
        }
        ++next_.column;
        return true;
    }

    /// The elements of a cell, up to and with </c>.
    bool scanContent(const XlsxCell& cell) {
        formula_.reset();
        while (!take("</c>")) {
            if (take("<v>")) {
                const auto value = textUntil("</v>");
                if (!value || !store(cell, *value)) {
                    return false;
                }
                continue;
            }
            const auto tag = nextTag();
            if (!tag || tag->isEnd) {
                return tag && tag->name == "c" && endCell(cell);
            }
            if (!scanElement(cell, *tag)) {
                return false;
            }
        }
        return endCell(cell);
    }

    /// A formula whose result was not stored stands for it; one that gives no text has none to
    /// store. False where it is not plain text.
    bool endCell(const XlsxCell& cell) {
        return !formula_ || cell.type == "str" || storeText({cell.at, "f", cell.style}, *formula_);
    }

    /// One element of a cell, behind its opening tag.
    bool scanElement(const XlsxCell& cell, const Tag& tag) {
        if (tag.name == "v") {
            const auto value = tag.isAlone ? std::string_view() : textUntil("</v>");
            return value && store(cell, *value);
        }
        if (tag.name == "f") {
            formula_ = tag.isAlone ? std::string_view() : textUntil("</f>");
            return formula_.has_value();
        }
        return tag.name == "is" && !tag.isAlone && scanInlineText(cell);
    }

    /// <is><t>text</t></is>; runs with formats are left to the careful reader.
    bool scanInlineText(XlsxCell cell) {
        const auto open = nextTag();
        if (!open || open->name != "t" || open->isEnd || open->isAlone) {
            return false;
        }
        const auto text = textUntil("</t>");
        const auto close = nextTag();
        cell.type = "str";
        return text && close && close->isEnd && close->name == "is" && storeText(cell, *text);
    }

    /// Text up to the next tag, which must be this one.
    template <std::size_t size>
    std::optional<std::string_view>
    textUntil(const char (&end)[size]) { // NOLINT(*-avoid-c-arrays): what a literal is
        const void* open = std::memchr(xml_.data() + position_, '<', xml_.size() - position_);
        if (open == nullptr) {
            return std::nullopt;
        }
        const auto at = static_cast<std::size_t>(static_cast<const char*>(open) - xml_.data());
        const std::string_view text(xml_.data() + position_, at - position_);
        position_ = at;
        return take(end) ? std::optional(text) : std::nullopt;
    }

    bool store(const XlsxCell& cell, std::string_view value) {
        if (!value.empty()) {
            formula_.reset();
        }
        const std::string_view type = cell.type;
        if (type.empty() || type == "n") {
            if (const auto exact = shortDecimal(value)) {
                cells_.storeNumber(cell, *exact);
                return true;
            }
            double number = 0;
            const char first = value.empty() ? ' ' : value.front();
            const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
            const bool isNumber = read.ec == std::errc{} &&
                                  read.ptr == value.data() + value.size() &&
                                  ((first >= '0' && first <= '9') || first == '-');
            if (isNumber && value.find_first_of("0123456789") <= 2) { // no "-inf"
                cells_.storeNumber(cell, number);
                return true;
            }
        } else if (type == "s") {
            const auto index = wholeNumber(value);
            return index && cells_.storeShared(cell.at, *index);
        }
        return storeText(cell, value);
    }

    /// Values of other types, where they are ASCII or sound UTF-8 without entities.
    bool storeText(const XlsxCell& cell, std::string_view value) {
        const bool isPlain = std::all_of(value.begin(), value.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte >= 0x20 || c == '\n' || c == '\t') && c != '&' && c != '>';
        });
        const QString text = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
        const bool isSound = !value.starts_with(byteOrderMark) && // fromUtf8 takes it away
                             !text.contains(QChar(QChar::ReplacementCharacter)) &&
                             !text.contains(QChar(0xFFFE)) && !text.contains(QChar(0xFFFF));
        return isPlain && isSound && cells_.store(cell, text);
    }

    std::string_view xml_;
    std::size_t position_;
    XlsxCells cells_;
    CellReference next_{0, 0};
    bool seenRow_ = false;
    std::optional<std::string_view> formula_; ///< of the cell, as long as no result is met
};

/// Takes the XML declaration off the front. False where it names another encoding than UTF-8, or
/// names it in another way than programs do.
bool takeUtf8Declaration(std::string_view& text) {
    text.remove_prefix(text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
    if (!text.starts_with("<?")) {
        return text.starts_with('<');
    }
    const std::size_t end = text.find("?>");
    const std::string_view declaration = text.substr(0, end);
    const std::size_t encoding = declaration.find("encoding");
    const std::string_view named =
        encoding == std::string_view::npos ? std::string_view() : declaration.substr(encoding);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end);
    return named.empty() || named.starts_with("encoding=\"UTF-8\"") ||
           named.starts_with("encoding=\"utf-8\"") || named.starts_with("encoding='UTF-8'");
}

/// No comment, CDATA, declaration of a document type or instruction, in which a tag of cells would
/// be text, and no second one.
bool isPlain(std::string_view outside) {
    return outside.find("<!") == std::string_view::npos &&
           outside.find("<?") == std::string_view::npos &&
           outside.find(beginOfCells) == std::string_view::npos;
}

} // namespace

Result<bool> scanSheet(const QByteArray& xml, const XlsxShared& shared, Sheet& sheet,
                       Progress& progress) {
    const std::string_view text(xml.constData(), static_cast<std::size_t>(xml.size()));
    const std::size_t begin = text.find(beginOfCells);
    const std::size_t open =
        begin == std::string_view::npos ? begin : text.find('>', begin + beginOfCells.size());
    const bool isOpen = open != std::string_view::npos && text[open - 1] != '/' &&
                        open == begin + beginOfCells.size();
    std::string_view head = text.substr(0, begin);
    if (!isOpen || !takeUtf8Declaration(head) || !isPlain(head)) {
        return false;
    }
    CITYPANEL_TRY(const std::size_t end, CellScanner(text, open + 1, shared, sheet).scan(progress));
    if (end == std::string_view::npos || !isPlain(text.substr(end))) {
        return false;
    }
    // The rest is small: what stands before and behind the cells, with none between.
    const QByteArray around = xml.left(static_cast<qsizetype>(open) + 1) +
                              QByteArray(endOfCells.data(), qsizetype(endOfCells.size())) +
                              xml.mid(static_cast<qsizetype>(end));
    return readAroundCells(around, sheet, progress);
}

} // namespace citypanel::sheets
