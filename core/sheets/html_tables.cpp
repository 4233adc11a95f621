// SPDX-License-Identifier: GPL-3.0-or-later
// A tolerant scan of tags and text; only what makes tables is understood.
#include "core/sheets/html_tables.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/delimited_text.h"

#include <QString>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr std::size_t largestSpan = 1000;       // beyond any header
constexpr std::size_t mostHtmlColumns = 16'384; // of any sheet
constexpr std::size_t mostSpanned = 1'000'000;  // cells under spans, so that they cannot explode

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return result;
}

/// The character of "nbsp", "amp", "#160", "#xA0", ...; nothing for an unknown entity.
QString entity(std::string_view name) {
    static const std::map<std::string_view, char16_t> known{
        {"nbsp", u'\u00A0'},  {"amp", u'&'},        {"lt", u'<'},          {"gt", u'>'},
        {"quot", u'"'},       {"apos", u'\''},      {"ensp", u'\u2002'},   {"emsp", u'\u2003'},
        {"mdash", u'\u2014'}, {"ndash", u'\u2013'}, {"hellip", u'\u2026'}, {"middot", u'\u00B7'}};
    if (const auto found = known.find(name); found != known.end()) {
        return QString(QChar(found->second));
    }
    if (name.size() < 2 || name[0] != '#') {
        return {};
    }
    const bool isHex = name[1] == 'x' || name[1] == 'X';
    const auto digits = name.substr(isHex ? 2 : 1);
    bool isNumber = false;
    const uint code = QString::fromUtf8(digits.data(), static_cast<qsizetype>(digits.size()))
                          .toUInt(&isNumber, isHex ? 16 : 10);
    const bool isCharacter = isNumber && code > 0 && code <= 0x10FFFF && (code >> 11) != 0x1B;
    const char32_t character = code;
    return isCharacter ? QString::fromUcs4(&character, 1) : QString();
}

/// Text with entities resolved and runs of plain blanks, line breaks among them, made one.
std::string plainText(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isBlank =
            text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t';
        if (isBlank) {
            if (!result.empty() && result.back() != ' ') {
                result += ' ';
            }
            continue;
        }
        constexpr std::size_t longestEntity = 10;
        const bool mayBegin = text[i] == '&';
        const std::size_t length =
            mayBegin ? text.substr(i, longestEntity).find(';') : std::string_view::npos;
        const bool isEntity = length != std::string_view::npos;
        const QString character = isEntity ? entity(text.substr(i + 1, length - 1)) : QString();
        if (character.isEmpty()) {
            result += text[i];
        } else {
            result += character.toStdString();
            i += length;
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

/// What a tag's attributes say of one name; 1 where nothing sensible is said.
std::size_t spanOf(std::string_view tag, std::string_view name) {
    const std::string text = lower(tag);
    const std::size_t at = text.find(std::string(name) + "=");
    if (at == std::string::npos) {
        return 1;
    }
    std::size_t value = 0;
    for (std::size_t i = at + name.size() + 1; i < text.size() && value <= largestSpan; ++i) {
        if (text[i] >= '0' && text[i] <= '9') {
            value = value * 10 + static_cast<std::size_t>(text[i] - '0');
        } else if (value > 0 || (text[i] != '"' && text[i] != '\'' && text[i] != ' ')) {
            break;
        }
    }
    return std::clamp<std::size_t>(value, 1, largestSpan);
}

/// Puts cells and lines of text where they belong on the sheet.
class PageBuilder {
public:
    explicit PageBuilder(Sheet& sheet) : sheet_(sheet) {}

    [[nodiscard]] bool isTooLarge() const { return isTooLarge_; }

    void openTag(const std::string& name, std::string_view tag) {
        if (name == "table") {
            endLine();
            ++depth_;
        } else if (name == "tr" && depth_ > 0) {
            endRow();
            inRow_ = true;
        } else if ((name == "td" || name == "th") && depth_ > 0) {
            endCell();
            inRow_ = true;
            inCell_ = true;
            rowSpan_ = spanOf(tag, "rowspan");
            columnSpan_ = spanOf(tag, "colspan");
        } else if (name == "sup") {
            raisedFrom_ = text_.size();
        } else if (name == "br") {
            text_ += ' ';
        } else if (isBlock(name) && !inCell_) {
            endLine();
        }
    }

    void closeTag(const std::string& name) {
        if (name == "table") {
            endRow();
            depth_ -= depth_ > 0 ? 1 : 0;
            taken_.clear();
        } else if (name == "tr") {
            endRow();
        } else if (name == "td" || name == "th") {
            endCell();
        } else if (name == "sup") {
            endRaised();
        } else if (isBlock(name) && !inCell_) {
            endLine();
        }
    }

    void addText(std::string_view text) { text_ += text; }

    void finish() {
        endRow();
        endLine();
    }

private:
    static bool isBlock(const std::string& name) {
        static const std::set<std::string> names{"div",  "p",  "h1", "h2",     "h3",  "h4",
                                                 "body", "li", "ul", "center", "form"};
        return names.contains(name);
    }

    void endRaised() {
        if (raisedFrom_ && *raisedFrom_ <= text_.size()) {
            const QString raised = QString::fromStdString(text_.substr(*raisedFrom_));
            text_.replace(*raisedFrom_, std::string::npos, raisedDigits(raised).toStdString());
        }
        raisedFrom_.reset();
    }

    void endLine() {
        if (const std::string line = plainText(text_); depth_ == 0 && !line.empty()) {
            sheet_.setText(row_++, 0, line);
        }
        text_.clear();
    }

    void endCell() {
        if (!inCell_) {
            text_.clear();
            return;
        }
        while (taken_.contains({row_, column_})) {
            ++column_;
        }
        spanned_ += rowSpan_ * columnSpan_ - 1;
        isTooLarge_ =
            isTooLarge_ || spanned_ > mostSpanned || column_ + columnSpan_ > mostHtmlColumns;
        if (!isTooLarge_) {
            placeCell();
        }
        column_ += columnSpan_;
        inCell_ = false;
        text_.clear();
    }

    void placeCell() {
        sheet_.setText(row_, column_, plainText(text_));
        if (rowSpan_ * columnSpan_ > 1) {
            sheet_.merged.push_back(
                {row_, column_, row_ + rowSpan_ - 1, column_ + columnSpan_ - 1});
        }
        for (std::size_t row = row_ + 1; row < row_ + rowSpan_; ++row) {
            for (std::size_t column = column_; column < column_ + columnSpan_; ++column) {
                taken_.insert({row, column});
            }
        }
    }

    void endRow() {
        endCell();
        if (inRow_) {
            ++row_;
        }
        column_ = 0;
        inRow_ = false;
    }

    Sheet& sheet_;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t rowSpan_ = 1;
    std::size_t columnSpan_ = 1;
    std::size_t spanned_ = 0;
    std::optional<std::size_t> raisedFrom_; ///< in the text, since <sup>
    int depth_ = 0;
    bool inRow_ = false;
    bool inCell_ = false;
    bool isTooLarge_ = false;
    std::string text_;
    std::set<std::pair<std::size_t, std::size_t>> taken_; ///< cells under a rowspan from above
};

/// Position after the end of an element whose content is no text, or of a comment.
std::size_t skipped(std::string_view page, std::size_t position, std::string_view end) {
    const std::size_t found = page.find(end, position);
    return found == std::string_view::npos ? page.size() : found + end.size();
}

std::string tagName(std::string_view tag) {
    const std::size_t begin = tag.starts_with('/') ? 1 : 0;
    std::size_t end = begin;
    while (end < tag.size() && tag[end] != ' ' && tag[end] != '/' && tag[end] != '\n' &&
           tag[end] != '\r' && tag[end] != '\t') {
        ++end;
    }
    return lower(tag.substr(begin, end - begin));
}

/// Handles the tag that begins at position and returns the position after it.
std::size_t readTag(std::string_view page, std::size_t position, PageBuilder& builder) {
    if (page.substr(position, 4) == "<!--") {
        return skipped(page, position, "-->");
    }
    const std::size_t end = page.find('>', position);
    if (end == std::string_view::npos) {
        return page.size();
    }
    const std::string_view tag = page.substr(position + 1, end - position - 1);
    const std::string name = tagName(tag);
    if (tag.starts_with('/')) {
        builder.closeTag(name);
        return end + 1;
    }
    for (const std::string_view hidden : {"script", "style", "title"}) {
        if (name == hidden) {
            return skipped(page, end, "</" + std::string(hidden) + ">");
        }
    }
    builder.openTag(name, tag);
    return end + 1;
}

} // namespace

bool looksLikeHtml(const QByteArray& bytes) {
    constexpr qsizetype among = 4096;
    QByteArray start = bytes.left(among);
    if (start.startsWith("\xEF\xBB\xBF")) {
        start.remove(0, 3);
    }
    start = start.trimmed().toLower();
    while (start.startsWith("<!--") && start.contains("-->")) {
        start = start.mid(start.indexOf("-->") + 3).trimmed();
    }
    return start.startsWith("<html") || start.startsWith("<!doctype html") ||
           start.startsWith("<table") || start.startsWith("<head") || start.startsWith("<meta");
}

Result<Workbook> readHtml(const QByteArray& bytes, const std::string& fileName,
                          Progress& progress) {
    CITYPANEL_TRY(const std::string page, decodedText(bytes, progress));
    Workbook workbook;
    workbook.format = FileFormat::Html;
    workbook.sheets.emplace_back(fileName);
    PageBuilder builder(workbook.sheets[0]);
    std::size_t position = 0;
    for (std::size_t tags = 0; position < page.size() && !builder.isTooLarge(); ++tags) {
        if (page[position] == '<') {
            position = readTag(page, position, builder);
        } else {
            const std::size_t end = std::min(page.find('<', position), page.size());
            builder.addText(std::string_view(page).substr(position, end - position));
            position = end;
        }
        if (tags % 4096 == 0) {
            progress.report(static_cast<double>(position) / static_cast<double>(page.size()));
            if (progress.cancelled()) {
                return cancelledProblem();
            }
        }
    }
    builder.finish();
    if (builder.isTooLarge()) {
        return Problem{.code = ProblemCode::FileTooLarge};
    }
    if (workbook.sheets[0].rowCount() == 0) {
        return Problem{.code = ProblemCode::NoDataRows};
    }
    return workbook;
}

} // namespace citypanel::sheets
