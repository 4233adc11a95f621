// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding, delimiter detection and the field parser (RFC 4180, with either line ending).
#include "core/sheets/delimited_text.h"

#include "core/panel/origin.h"
#include "core/sheets/long_rows.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

/// UTF-8 of text in another encoding.
using Decoded = std::optional<std::string>;

/// UTF-8 of all bytes, or nothing when they are not valid in that encoding. Problem: Cancelled.
Result<Decoded> decoded(const QByteArray& bytes, QStringDecoder decoder, Progress& progress) {
    constexpr qsizetype piece = 1 << 20; // some 5 ms between looks at progress
    if (!decoder.isValid()) {
        return Decoded();
    }
    std::string text;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        const QString part =
            decoder(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        if (decoder.hasError()) {
            return Decoded();
        }
        text += part.toStdString();
    }
    return Decoded(std::move(text));
}

/// The same of one line.
Decoded decodedLine(QByteArrayView bytes, QStringDecoder decoder) {
    const QString text = decoder(bytes);
    return decoder.hasError() ? Decoded() : Decoded(text.toStdString());
}

/// UTF-16 without a mark: the zero bytes of digits, commas and line ends stand on one side only.
Result<Decoded> decodedUnmarkedUtf16(const QByteArray& bytes, Progress& progress) {
    constexpr qsizetype fewest = 10; // of a hundred bytes
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    }
    const bool isOneSided = (zeros[0] == 0) != (zeros[1] == 0);
    if (!isOneSided || 100 * (zeros[0] + zeros[1]) < fewest * bytes.size()) {
        return Decoded();
    }
    return decoded(bytes,
                   QStringDecoder(zeros[0] > 0 ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE),
                   progress);
}

/// Reads fields one after the other; a quote is special only at the start of a field, and where it
/// is never closed it is a character like any other.
class FieldReader {
public:
    FieldReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    [[nodiscard]] bool atEnd() const { return position_ >= text_.size(); }

    [[nodiscard]] std::size_t position() const { return position_; }

    /// True when the field read last was the last of its line.
    [[nodiscard]] bool endedLine() const { return endedLine_; }

    /// True when the field read last begins with a quote that is not closed: none follows, or the
    /// next one stands on another line before text, where it opens another field.
    [[nodiscard]] bool hasOpenQuote() const { return hasOpenQuote_; }

    std::string next() {
        std::string field;
        hasOpenQuote_ = false;
        if (!quotesAreText_ && position_ < text_.size() && text_[position_] == '"') {
            field = quoted();
        }
        const std::size_t end = fieldEnd();
        field += text_.substr(position_, end - position_);
        position_ = end;
        skipSeparator();
        return field;
    }

private:
    std::string quoted() {
        std::string field;
        const std::size_t begin = position_++;
        bool hasBreak = false;
        while (position_ < text_.size()) {
            if (text_[position_] != '"') {
                hasBreak = hasBreak || text_[position_] == '\n' || text_[position_] == '\r';
                field += text_[position_++];
            } else if (position_ + 1 < text_.size() && text_[position_ + 1] == '"') {
                field += '"';
                position_ += 2;
            } else {
                ++position_;
                if (!hasBreak || endsField()) {
                    return field;
                }
                position_ = begin;
                hasOpenQuote_ = true;
                return {};
            }
        }
        position_ = begin;
        hasOpenQuote_ = true;
        quotesAreText_ = true;
        return {};
    }

    /// Whether nothing but blanks stands before the next delimiter or line.
    [[nodiscard]] bool endsField() const {
        const std::size_t next = text_.find_first_not_of(' ', position_);
        return next == std::string_view::npos || text_[next] == delimiter_ || text_[next] == '\n' ||
               text_[next] == '\r';
    }

    [[nodiscard]] std::size_t fieldEnd() const {
        std::size_t end = position_;
        while (end < text_.size() && text_[end] != delimiter_ && text_[end] != '\n' &&
               text_[end] != '\r') {
            ++end;
        }
        return end;
    }

    void skipSeparator() {
        endedLine_ = true;
        if (position_ >= text_.size()) {
            return;
        }
        if (text_[position_] == delimiter_) {
            ++position_;
            endedLine_ = false;
            return;
        }
        const bool isPair = text_[position_] == '\r' && position_ + 1 < text_.size() &&
                            text_[position_ + 1] == '\n';
        position_ += isPair ? 2 : 1;
    }

    std::string_view text_;
    char delimiter_;
    std::size_t position_ = 0;
    bool endedLine_ = false;
    bool hasOpenQuote_ = false;
    bool quotesAreText_ = false;
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// "12.345.678": groups of three digits parted by a mark, the first of them no zero.
bool isGrouped(std::string_view field, char mark) {
    const std::size_t first = !field.empty() && field[0] == '-' ? 1 : 0;
    const std::size_t leading = std::min(field.find(mark), field.size()) - first;
    if (field.find(mark) == std::string_view::npos || leading == 0 || leading > 3 ||
        field[first] == '0') {
        return false;
    }
    for (std::size_t i = first; i < field.size(); ++i) {
        const bool isMark = i >= first + leading && (i - first - leading) % 4 == 0;
        if (isMark ? field[i] != mark : !isDigit(field[i])) {
            return false;
        }
    }
    return (field.size() - first - leading) % 4 == 0;
}

/// "1234,5", "1.234,5" and "1.234" with a point for the comma and without the points of groups;
/// nothing for any other text.
std::optional<std::string> withDecimalPoint(std::string_view field) {
    const std::size_t comma = field.find(',');
    const std::size_t first = !field.empty() && (field[0] == '-' || field[0] == '+') ? 1 : 0;
    const bool isWhole = comma == std::string_view::npos && isGrouped(field, '.');
    if (!isWhole &&
        (comma == std::string_view::npos || comma <= first || comma + 1 == field.size())) {
        return std::nullopt;
    }
    const std::size_t end = isWhole ? field.size() : comma;
    std::string number(field.substr(0, first));
    for (std::size_t i = first; i < field.size(); ++i) {
        const bool isGroup = field[i] == '.' && i < end && (end - i) % 4 == 0 && i > first;
        if (!isDigit(field[i]) && !isGroup && i != comma) {
            return std::nullopt;
        }
        if (!isGroup) {
            number += i == comma ? '.' : field[i];
        }
    }
    return number;
}

bool hasDecimalPoint(std::string_view field) {
    const std::size_t point = field.find('.');
    return point != std::string_view::npos && point > 0 && point + 1 < field.size() &&
           std::all_of(field.begin(), field.end(),
                       [](char c) { return isDigit(c) || c == '.' || c == '-'; });
}

/// Whether numbers are written with decimal commas, by the first fields: some cannot be groups of
/// three digits ("12,25", "1.234,5"), and none has a point that can only be a decimal one. "1,234"
/// and "1.234" alone prove neither.
bool usesDecimalCommas(std::string_view text, char delimiter) {
    constexpr std::size_t sampled = 5000;
    constexpr std::size_t fewest = 3;
    if (delimiter == ',') {
        return false;
    }
    FieldReader reader(text, delimiter);
    std::size_t commas = 0;
    std::size_t proofs = 0;
    bool hasBoth = false; // a point before a comma
    for (std::size_t i = 0; i < sampled && !reader.atEnd(); ++i) {
        const std::string field = reader.next();
        const std::size_t comma = field.find(',');
        const bool isOne = comma != std::string::npos && withDecimalPoint(field).has_value();
        commas += isOne ? 1 : 0;
        proofs += isOne && !isGrouped(field, ',') ? 1 : 0;
        hasBoth = hasBoth || (isOne && field.find('.') < comma);
        if (!isOne && hasDecimalPoint(field) && !isGrouped(field, '.')) {
            return false;
        }
    }
    return hasBoth || (proofs > 0 && commas >= fewest);
}

/// Whether bytes hold text beyond ASCII that UTF-8 spells in three bytes, as it does Chinese.
bool hasHanInUtf8(QByteArrayView bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE3 && byte <= 0xE9;
    });
}

/// Lines of two encodings in one file, each decoded by its own; nothing where it is not so.
Result<Decoded> decodedByLine(const QByteArray& bytes, Problems& warnings, Progress& progress) {
    std::string text;
    bool hasUtf8 = false;
    Problems others;
    std::size_t number = 0;
    for (qsizetype begin = 0; begin <= bytes.size();) {
        const qsizetype newline = bytes.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? bytes.size() : newline;
        const QByteArrayView line = QByteArrayView(bytes).sliced(begin, end - begin);
        begin = end + 1;
        ++number;
        Decoded here = decodedLine(line, QStringDecoder(QStringDecoder::Utf8));
        hasUtf8 = hasUtf8 || (here && hasHanInUtf8(line));
        if (!here) {
            here = decodedLine(line, QStringDecoder("GB18030"));
            others.push_back({.code = ProblemCode::FileEncodingUnknown,
                              .place = {.cell = "A" + std::to_string(number)},
                              .found = "GB 18030",
                              .expected = "UTF-8",
                              .severity = Severity::Warning});
        }
        if (!here) {
            return Decoded();
        }
        text += (number == 1 ? "" : "\n") + *here;
        if (number % 1024 == 0 && progress.cancelled()) {
            return cancelledProblem();
        }
    }
    if (!hasUtf8) {
        return Decoded();
    }
    warnings.insert(warnings.end(), others.begin(), others.end());
    return Decoded(std::move(text));
}

/// Whether bytes read like traditional Chinese in Big5, which GB 18030 nearly always takes for
/// other characters. In Big5 second bytes below 0x7F are frequent and first bytes of common
/// characters (5401 of them, the first level, and punctuation) lie in 0xA1 to 0xC6; both bytes of
/// simplified Chinese in GB 2312 are above 0xA0, over 0xB0 to 0xF7. Source: RFC 1922, CNS 11643 and
/// the Big5 table of Unicode.
bool looksLikeBig5(const QByteArray& bytes) {
    constexpr std::size_t fewest = 3; // characters
    const auto at = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    std::size_t pairs = 0;
    std::size_t lows = 0;
    std::size_t common = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (at(i) < 0x80) {
            continue;
        }
        const unsigned char first = at(i);
        const unsigned char second = i + 1 < bytes.size() ? at(i + 1) : 0;
        const bool isLow = second >= 0x40 && second <= 0x7E;
        if (first < 0xA1 || first > 0xF9 || !(isLow || (second >= 0xA1 && second <= 0xFE))) {
            return false;
        }
        ++pairs;
        lows += isLow ? 1 : 0;
        common += first <= 0xC6 ? 1 : 0;
        ++i;
    }
    return pairs >= fewest && 10 * lows >= pairs && 4 * common >= 3 * pairs;
}

/// Fields of each of the first lines.
std::vector<std::size_t> widths(std::string_view text, char delimiter) {
    constexpr std::size_t lines = 30;
    FieldReader reader(text, delimiter);
    std::vector<std::size_t> counts;
    std::size_t fields = 0;
    while (!reader.atEnd() && counts.size() < lines) {
        static_cast<void>(reader.next());
        ++fields;
        if (reader.endedLine()) {
            counts.push_back(std::exchange(fields, 0));
        }
    }
    return counts;
}

char detectDelimiter(std::string_view text) {
    char best = ',';
    std::size_t bestScore = 0;
    for (const char delimiter : {',', '\t', ';', '|'}) {
        const std::vector<std::size_t> counts = widths(text, delimiter);
        if (counts.empty()) {
            continue;
        }
        std::vector<std::size_t> sorted = counts;
        std::sort(sorted.begin(), sorted.end());
        const std::size_t median = sorted[sorted.size() / 2];
        const auto even =
            static_cast<std::size_t>(std::count(counts.begin(), counts.end(), median));
        const std::size_t score = median > 1 ? even * 1000 + std::min<std::size_t>(median, 999) : 0;
        if (score > bestScore) {
            bestScore = score;
            best = delimiter;
        }
    }
    return best;
}

} // namespace

Result<std::string> decodedText(const QByteArray& bytes, Progress& progress) {
    Problems warnings;
    return decodedText(bytes, warnings, progress);
}

Result<std::string> decodedText(const QByteArray& bytes, Problems& warnings, Progress& progress) {
    // Before the search for zero bytes: UTF-16 is full of them.
    const auto marked = QStringConverter::encodingForData(bytes);
    if (marked && (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))) {
        CITYPANEL_TRY(Decoded text, decoded(bytes, QStringDecoder(*marked), progress));
        if (text) {
            return *std::move(text);
        }
    }
    CITYPANEL_TRY(Decoded wide, decodedUnmarkedUtf16(bytes, progress));
    if (wide) {
        return *std::move(wide);
    }
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) {
        return Problem{.code = ProblemCode::FileFormatUnknown,
                       .place = {.position = static_cast<std::size_t>(nul)}};
    }
    CITYPANEL_TRY(Decoded utf8, decoded(bytes, QStringDecoder(QStringDecoder::Utf8), progress));
    if (utf8) {
        return *std::move(utf8);
    }
    CITYPANEL_TRY(Decoded mixed, decodedByLine(bytes, warnings, progress));
    if (mixed) {
        return *std::move(mixed);
    }
    const bool isBig5 = looksLikeBig5(bytes);
    CITYPANEL_TRY(Decoded other,
                  decoded(bytes, QStringDecoder(isBig5 ? "Big5" : "GB18030"), progress));
    if (other) {
        return *std::move(other);
    }
    return Problem{.code = ProblemCode::FileEncodingUnknown,
                   .found = isBig5 ? "Big5" : "",
                   .expected = isBig5 ? "" : "UTF-8, GB 18030, Big5, UTF-16"};
}

Result<Workbook> readDelimitedText(const QByteArray& bytes, const std::string& fileName,
                                   Progress& progress) {
    Workbook workbook;
    CITYPANEL_TRY(const std::string text, decodedText(bytes, workbook.warnings, progress));
    Sheet sheet(fileName);
    const char delimiter = detectDelimiter(text);
    const bool hasCommas = usesDecimalCommas(text, delimiter);
    FieldReader reader(text, delimiter);
    std::size_t row = 0;
    std::size_t column = 0;
    std::size_t fields = 0;
    while (!reader.atEnd()) {
        std::string field = reader.next();
        if (++fields % 16'384 == 0) { // some 5 ms
            progress.report(static_cast<double>(reader.position()) /
                            static_cast<double>(text.size()));
            if (progress.cancelled()) {
                return cancelledProblem();
            }
        }
        if (reader.hasOpenQuote()) {
            workbook.warnings.push_back(
                {.code = ProblemCode::CellUnreadable,
                 .place = {.sheet = fileName,
                           .cell = cellName(static_cast<std::int32_t>(row),
                                            static_cast<std::int32_t>(column))},
                 .found = field,
                 .expected = "\"",
                 .severity = Severity::Warning});
        }
        if (auto number = hasCommas ? withDecimalPoint(field) : std::nullopt) {
            field = *std::move(number);
        }
        sheet.setText(row, column++, std::move(field));
        if (!reader.endedLine()) {
            continue;
        }
        ++row;
        column = 0;
        if (sheet.cellCapacity() > Sheet::mostCells) {
            return Problem{.code = ProblemCode::FileTooLarge,
                           .expected = std::to_string(Sheet::mostCells)};
        }
    }
    if (sheet.rowCount() == 0) {
        return Problem{.code = ProblemCode::NoDataRows};
    }
    for (Problem& warning : warningsOfLongRows(sheet)) {
        workbook.warnings.push_back(std::move(warning));
    }
    workbook.format = FileFormat::DelimitedText;
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

} // namespace citypanel::sheets
