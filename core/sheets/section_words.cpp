// SPDX-License-Identifier: GPL-3.0-or-later
// Years and scopes that stand alone.
#include "core/sheets/section_words.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/name_forms.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

namespace citypanel::sheets {

namespace {

constexpr std::size_t longestSection =
    60; // bytes of a line that says no more than a year or a scope

/// "2010年" of "二〇一〇年".
QString withArabicDigits(QString text) {
    static const QString digits = QStringLiteral("〇一二三四五六七八九");
    text.replace(u'○', u'〇').replace(u'零', u'〇').replace(u'Ｏ', u'〇');
    for (QChar& c : text) {
        const auto digit = digits.indexOf(c);
        c = digit < 0 ? c : QChar(static_cast<char16_t>(u'0' + digit));
    }
    return text;
}

/// Whether a text may say a unit of measure: most do not, and are told so quickly.
bool mayStateUnit(std::string_view text) {
    return text.find("位") != std::string_view::npos || text.find("nit") != std::string_view::npos;
}

/// The unit of a cell that says no more than that, "单位：亿元"; "": none.
std::string unitStatedIn(const Cell& cell) {
    if (cell.kind != CellKind::Text || !mayStateUnit(cell.text)) {
        return {};
    }
    const std::string text = tidyHeader(cell.text);
    return textBeforeUnit(text).empty() ? unitInLine(text) : std::string();
}

bool isMergedOver(const Sheet& sheet, std::size_t row, std::size_t column) {
    return std::any_of(sheet.merged.begin(), sheet.merged.end(), [&](const MergedRange& range) {
        return range.firstRow <= row && row <= range.lastRow && range.firstColumn <= column &&
               column <= range.lastColumn && range.firstColumn > 0;
    });
}

/// Whether a scope stands alone in a column further down, too.
bool comesScopeAgain(const Sheet& sheet, std::size_t row, std::size_t column) {
    for (std::size_t below = row + 1; below < sheet.rowCount(); ++below) {
        const bool isThere = sheet.at(below, column).kind == CellKind::Text &&
                             onlyCell(sheet, below) == column &&
                             !scopeAlone(tidyHeader(sheet.textAt(below, column))).empty();
        if (isThere) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<std::size_t> onlyCell(const Sheet& sheet, std::size_t row) {
    std::optional<std::size_t> only;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (isFilled(sheet, row, column)) {
            if (only) {
                return std::nullopt;
            }
            only = column;
        }
    }
    return only;
}

std::string withoutFrame(const std::string& text) {
    static const QRegularExpression number(QStringLiteral(
        "^(?:[一二三四五六七八九十]{1,3}[、.]|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}[、.)]"
        ")\\s*(?=\\D|(?:19|20)\\d\\d)"));
    static const QRegularExpression brackets(QStringLiteral("^[(\\[【〔<](.*)[)\\]】〕>]$"));
    static const QRegularExpression colon(QStringLiteral("\\s*:$"));
    QString inner = QString::fromStdString(text).remove(number).remove(colon);
    const auto match = brackets.match(inner);
    return (match.hasMatch() ? match.captured(1).remove(colon) : inner).trimmed().toStdString();
}

std::string scopeAlone(const std::string& text) {
    static const QRegularExpression scope = caseless("^(全市|市辖区)$");
    if (text.size() > longestSection) {
        return {};
    }
    const QString word = QString::fromStdString(withoutFrame(text)).remove(u' ');
    return scope.match(word).captured(1).toStdString();
}

std::int64_t yearAlone(const std::string& text) {
    static const QRegularExpression year =
        caseless("^((?:19|20)\\d\\d)\\s*年?\\s*度?\\s*"
                 "(?:\\(?(?:快报|初步|初步核算|预计|估计|修订|预测)数?\\)?)?$");
    static const QRegularExpression inHan(
        QStringLiteral("^[一二][〇一二三四五六七八九零○Ｏ]{3}年度?$"));
    if (text.size() > longestSection) {
        return 0;
    }
    const QString whole = QString::fromStdString(text);
    const QString framed = QString::fromStdString(withoutFrame(text));
    for (const QString& line : {whole, framed}) {
        const QString said = inHan.match(line).hasMatch() ? withArabicDigits(line) : line;
        if (const auto match = year.match(said); match.hasMatch()) {
            return match.captured(1).toLongLong();
        }
    }
    return 0;
}

std::optional<LineText> lineText(const Sheet& sheet, std::size_t row) {
    std::optional<LineText> line;
    std::string unit;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        std::string stated = line ? unitStatedIn(sheet.at(row, column)) : std::string();
        if (line && (stated.empty() || !unit.empty())) {
            return std::nullopt;
        }
        if (line) {
            unit = std::move(stated);
        } else {
            line = LineText{column, tidyHeader(sheet.textAt(row, column)), {}};
        }
    }
    if (line && unit.empty() && mayStateUnit(line->text)) {
        if (std::string before = textBeforeUnit(line->text); !before.empty()) {
            unit = unitInLine(line->text);
            line->text = std::move(before);
        }
    }
    if (line) {
        line->unitOfMeasure = std::move(unit);
    }
    return line;
}

bool isSectionLine(const Sheet& sheet, std::size_t row) {
    const auto line = lineText(sheet, row);
    if (!line) {
        return false;
    }
    const bool isScope = !scopeAlone(line->text).empty();
    return (isScope || yearAlone(line->text) != 0) && !isMergedOver(sheet, row, line->column) &&
           (!isScope || line->column == 0 || comesScopeAgain(sheet, row, line->column));
}

} // namespace citypanel::sheets
