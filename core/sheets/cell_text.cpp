// SPDX-License-Identifier: GPL-3.0-or-later
// Folding of full-width forms and reading of numbers as yearbooks print them.
#include "core/sheets/cell_text.h"

#include "core/panel/number_text.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace citypanel::sheets {

namespace {

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isBlank(QChar c) {
    // Zero-width characters are no spaces to Unicode, but nobody sees them in a cell.
    return c.isSpace() || c == QChar(0x200B) || c == QChar(0x200C) || c == QChar(0x200D) ||
           c == QChar(0xFEFF) || c == QChar(0x2060);
}

QString trimmed(const QString& text) {
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isBlank(text[begin])) {
        ++begin;
    }
    while (end > begin && isBlank(text[end - 1])) {
        --end;
    }
    return text.mid(begin, end - begin);
}

/// Characters that folding would turn into digits of the value beside them: ①..⑳, ⑴..⒇, ⒈..⒛, ⓪, ⓵,
/// ❶, ㉑, superscripts and subscripts.
bool isDigitMark(QChar c) {
    constexpr std::array<std::pair<ushort, ushort>, 9> ranges{{{0x00B2, 0x00B3},
                                                               {0x00B9, 0x00B9},
                                                               {0x2070, 0x2079},
                                                               {0x2080, 0x2089},
                                                               {0x2460, 0x249B},
                                                               {0x24EA, 0x24FF},
                                                               {0x2776, 0x2793},
                                                               {0x3251, 0x325F},
                                                               {0x32B1, 0x32BF}}};
    const ushort code = c.unicode();
    return std::any_of(ranges.begin(), ranges.end(), [code](const auto& range) {
        return code >= range.first && code <= range.second;
    });
}

/// ⒈..⒛, which before a value may as well be its digits with a point.
bool isNumbering(QChar c) {
    return c.unicode() >= 0x2488 && c.unicode() <= 0x249B;
}

/// A value without the marks of footnotes before and behind it; a text of nothing else stays.
QString withoutFootnotes(const QString& text) {
    const auto isMark = [](QChar c) {
        return isDigitMark(c) || isBlank(c) || c == u'*' || c == u'＊';
    };
    qsizetype end = text.size();
    if (end > 0 && (text[end - 1] == u']' || text[end - 1] == u'〕' || text[end - 1] == u'］')) {
        static const QRegularExpression bracketed( // 832949[1]
            QStringLiteral("(?<=\\d)\\s*[\\[〔［]\\d{1,2}[\\]〕］]$"));
        const auto mark = bracketed.match(text);
        end = mark.hasMatch() ? mark.capturedStart() : end;
    }
    const auto isBehindMark = [&](qsizetype at) { // ¹) and ¹,²
        return at > 1 && isDigitMark(text[at - 2]) &&
               QStringLiteral(")）,，、").contains(text[at - 1]);
    };
    while (end > 0 && (isMark(text[end - 1]) || isBehindMark(end))) {
        --end;
    }
    qsizetype begin = 0;
    while (begin < end &&
           (isBlank(text[begin]) || (isDigitMark(text[begin]) && !isNumbering(text[begin])))) {
        ++begin;
    }
    return end == 0 ? text : text.mid(begin, end - begin);
}

bool isMissingMark(const QString& text) {
    static const std::array<QString, 9> words{
        QStringLiteral("NA"),  QStringLiteral("N/A"), QStringLiteral("NaN"),
        QStringLiteral("n/a"), QStringLiteral("na"),  QStringLiteral("缺"),
        QStringLiteral("无"),  QStringLiteral("#"),   QStringLiteral("null")};
    if (text.isEmpty() || std::find(words.begin(), words.end(), text) != words.end()) {
        return true;
    }
    if (text.size() == 2 && text[0] == u'.' && text[1] >= u'a' && text[1] <= u'z') {
        return true; // Stata's extended missing values
    }
    // Dashes, dots and slashes alone: "—", "――", "...", "…", "-", "/", ".".
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Punctuation_Dash || c == u'.' || c == u'…' || c == u'/' ||
               c == u'─' || c == u'━';
    });
}

/// "17,892,975" but not "335,2": a comma that does not part groups of three is a misread point, and
/// so is that of "0,123", since no number with thousands begins with 0.
bool hasThousandsGroups(const QString& text) {
    static const QRegularExpression groups(
        QStringLiteral("^[-+]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?$"));
    return groups.match(text).hasMatch();
}

/// Digits, perhaps with a sign before and a point among them: nothing to be taken off.
bool isPlainNumber(std::string_view text) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    return text.size() > first && isDigit(text[first]) && isDigit(text.back()) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(first), text.end(),
                       [&](char c) { return isDigit(c) || c == '.'; });
}

/// A whole number of more digits than a number keeps, such as a code of 18 digits: read, it would
/// be another one.
bool losesDigits(std::string_view text, double number) {
    constexpr std::size_t alwaysKept = 15;
    if (text.starts_with('-') || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    if (text.size() <= alwaysKept || text.find_first_not_of("0123456789") != text.npos) {
        return false;
    }
    text.remove_prefix(std::min(text.find_first_not_of('0'), text.size() - 1));
    return QByteArray::number(std::abs(number), 'f', 0).toStdString() != text;
}

/// The number a text spells; nothing where it spells none or one that loses digits.
std::optional<double> keptNumber(std::string_view text) {
    const auto number = parseNumber(text);
    return number && losesDigits(text, *number) ? std::nullopt : number;
}

/// Names without ①..⑳ and ⑴..⒇, and ¹ behind a Chinese word or a bracket, marks of footnotes that
/// folding would turn into digits of the name; a text of nothing else stays.
QString withoutCircled(QString text) {
    static const QRegularExpression raised(
        QStringLiteral("(?<=[\\p{Han})）]|(?<!\\d)(?:19|20)\\d\\d)[⁰¹²³⁴-⁹]+[)）⁾]?"),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto isRaised = [](QChar c) {
        return c == QChar(0x00B9) || c == QChar(0x00B2) || c == QChar(0x00B3) ||
               (c.unicode() >= 0x2070 && c.unicode() <= 0x2079);
    };
    if (std::any_of(text.begin(), text.end(), isRaised)) {
        text.remove(raised);
    }
    const auto isCircled = [](QChar c) { return c.unicode() >= 0x2460 && c.unicode() <= 0x2487; };
    if (!std::all_of(text.begin(), text.end(), isCircled)) {
        text.removeIf(isCircled);
    }
    return text;
}

/// ASCII without blanks, or nothing: most cells, which are as they should be.
bool isPlain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

} // namespace

CellValue readNumber(std::string_view raw) {
    if (isPlainNumber(raw)) {
        if (const auto number = keptNumber(raw)) {
            return {CellMeaning::Number, *number, true};
        }
    }
    QString text = withoutFootnotes(trimmed(toQString(raw)));
    if (std::any_of(text.begin(), text.end(), isDigitMark)) {
        return {CellMeaning::Unreadable, 0.0, true}; // 1①2 is neither 12 nor 112
    }
    text = trimmed(text.normalized(QString::NormalizationForm_KC));
    if (text.startsWith(u'\'')) {
        text = trimmed(text.mid(1)); // what a spreadsheet puts before a number stored as text
    }
    if (isMissingMark(text)) {
        return {CellMeaning::Missing, 0.0, false};
    }
    if (text.endsWith(u'%')) {
        text = trimmed(text.chopped(1));
    }
    text.replace(QChar(0x2212), u'-'); // the real minus sign
    if (hasThousandsGroups(text)) {
        text.remove(u',');
    }
    if (const auto number = keptNumber(text.toStdString())) {
        return {CellMeaning::Number, *number, true};
    }
    return {CellMeaning::Unreadable, 0.0, true};
}

CellValue readNumber(const Cell& cell) {
    switch (cell.kind) {
    case CellKind::Empty:
        return {};
    case CellKind::Number:
        return {CellMeaning::Number, cell.number, false};
    case CellKind::Boolean:
    case CellKind::Error:
        return {CellMeaning::Unreadable, 0.0, false};
    case CellKind::Text:
        break;
    }
    return readNumber(cell.text);
}

CellValue readShown(const Cell& cell, std::string_view unitOfMeasure) {
    CellValue value = readNumber(cell);
    if (cell.isPercent && (unitOfMeasure.empty() || unitOfMeasure == "%")) {
        value.number = inPercent(value.number);
    }
    return value;
}

bool isUncalculated(const Cell& cell) {
    return cell.kind == CellKind::Error && cell.text.starts_with('=');
}

bool isNumberNotRead(const Cell& cell) {
    static const QRegularExpression digits(
        QStringLiteral("^[-+]?\\d[\\d,]*(\\.[\\d,]*)?(e[-+]?\\d+)?$"),
        QRegularExpression::CaseInsensitiveOption);
    if (cell.kind != CellKind::Text || readNumber(cell).meaning != CellMeaning::Unreadable) {
        return isUncalculated(cell) || cell.kind == CellKind::Boolean;
    }
    return digits.match(toQString(tidyName(cell.text))).hasMatch() || readBlankGroups(cell);
}

std::optional<double> readBlankGroups(const Cell& cell) {
    static const QRegularExpression groups(
        QStringLiteral("^[-+]?[1-9]\\d{0,2}( \\d{3})+(\\.\\d+)?$"));
    if (cell.kind != CellKind::Text) {
        return std::nullopt;
    }
    QString text = toQString(tidyName(cell.text));
    return groups.match(text).hasMatch() ? parseNumber(text.remove(u' ').toStdString())
                                         : std::nullopt;
}

std::string withYearsInDigits(std::string_view text) {
    if (text.find("年") == std::string_view::npos) {
        return std::string(text);
    }
    static const QString digits = QStringLiteral("〇一二三四五六七八九");
    static const QRegularExpression year(
        QStringLiteral("(?<![〇○零一二三四五六七八九十百千])(?:一九|二[〇○零0])["
                       "〇○零一二三四五六七八九0-9]{2}(?=年)"));
    QString result = toQString(text);
    auto years = year.globalMatch(toQString(text));
    while (years.hasNext()) {
        const auto match = years.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            const QChar c = result[i];
            const bool isNought = c == QChar(u'○') || c == QChar(u'零');
            const qsizetype digit = isNought ? 0 : digits.indexOf(c);
            result[i] = digit < 0 ? c : QChar(static_cast<char16_t>(u'0' + digit));
        }
    }
    return result.toStdString();
}

std::optional<double> readPeriod(const Cell& cell) {
    const CellValue value = readNumber(cell);
    if (value.meaning == CellMeaning::Number) {
        return value.number;
    }
    if (cell.kind != CellKind::Text) {
        return std::nullopt;
    }
    static const QRegularExpression year(QStringLiteral(
        "^((?:19|20)\\d\\d|2100)(?:年?(?:全年|(?:年|\\.)0?1月?[-~—–―至到]12(?:月份?)?)|(?:年["
        "末底度]?)?"
        "(?:[EePpRr]|\\([EePpRr]\\)|\\(?(?:快报|初步|初步核算|预计|估计|修订|预测)数?\\)?)?|"
        "(?:[-/]\\d\\d?[-/]|年\\d\\d?月)\\d\\d?日?( .*)?|"
        "\\.(?:12\\.31|0?1\\.0?1))$")); // 2026.07.1 may be of a version
    const auto match = year.match(toQString(withYearsInDigits(tidyName(cell.text))));
    return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
}

QString raisedDigits(QString text) {
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    for (QChar& c : text) {
        c = c >= u'0' && c <= u'9' ? digits[c.unicode() - u'0'] : c;
    }
    return text;
}

std::string tidyName(std::string_view name) {
    if (isPlain(name)) {
        return std::string(name);
    }
    QString text =
        trimmed(withoutCircled(toQString(name)).normalized(QString::NormalizationForm_KC));
    const bool isChinese = std::any_of(text.begin(), text.end(),
                                       [](QChar c) { return c.script() == QChar::Script_Han; });
    if (isChinese) {
        text.removeIf(isBlank);
    }
    return text.toStdString();
}

std::string tidyHeader(std::string_view raw) {
    if (isPlain(raw) && raw.find("_x000D_") == std::string_view::npos) {
        return std::string(raw);
    }
    QString text = toQString(raw);
    text.replace(QStringLiteral("_x000D_"), QStringLiteral(" "));
    text = withoutCircled(std::move(text)).normalized(QString::NormalizationForm_KC);
    text.removeIf([](QChar c) { return isBlank(c) && !c.isSpace(); });
    return text.simplified().toStdString();
}

} // namespace citypanel::sheets
