// SPDX-License-Identifier: GPL-3.0-or-later
// Years and scopes that stand alone.
#include "core/sheets/section_words.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/unit_of_measure.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <utility>
#include <vector>

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

/// Reads one part of a line, "2016年全市"; false where it says anything else, or again.
bool readPart(const QString& part, bool isStated, SectionLine& line) {
    static const QRegularExpression both(QStringLiteral("^((?:19|20)\\d\\d年度?)(全市|市辖区)$"));
    static const QRegularExpression remark( // of no consequence for what values these are
        QStringLiteral("^(?:(?:快报|初步|初步核算|预计|估计|修订|预测)数?|"
                       "按?(?:当年|现行)价格?(?:计算)?|现价|累计)$"));
    static const QRegularExpression atEnd(QStringLiteral("(?<=\\d{4}年)[末底]$"));
    const std::string text = part.toStdString();
    if (isStated || isUnitOfMeasure(text)) {
        const bool isFirst = line.unitOfMeasure.empty() && measureUnit(text);
        line.unitOfMeasure = text;
        return isFirst;
    }
    const auto match = both.match(part);
    const std::int64_t year =
        yearAlone(match.hasMatch() ? match.captured(1).toStdString()
                                   : QString(part).remove(atEnd).toStdString());
    std::string scope = match.hasMatch() ? match.captured(2).toStdString() : scopeAlone(text);
    const bool isNew = (year == 0 || line.year == 0) && (scope.empty() || line.scope.empty());
    line.year = year != 0 ? year : line.year;
    line.scope = scope.empty() ? line.scope : std::move(scope);
    const bool saysAny = year != 0 || !scopeAlone(text).empty() || match.hasMatch();
    return isNew && (saysAny || remark.match(part).hasMatch());
}

/// Reads a cell into what a line says; false where it says anything else.
bool readCell(const std::string& cell, SectionLine& line) {
    static const QRegularExpression joint(QStringLiteral("[\\s()\\[\\]【】〔〕<>,;、|]+"));
    static const QRegularExpression stated(QStringLiteral("^(?:计量)?单位:?"));
    const std::string framed = withoutFrame(cell);
    if (yearAlone(framed) != 0 || !scopeAlone(framed).empty()) {
        return readPart(QString::fromStdString(framed), false, line);
    }
    std::string text = framed;
    if (framed.find("nit") != std::string::npos) { // Unit: 100 million yuan
        line.unitOfMeasure = line.unitOfMeasure.empty() ? unitInLine(framed) : std::string();
        text = textBeforeUnit(framed);
        if (line.unitOfMeasure.empty()) {
            return false;
        }
    }
    bool isUnit = false;
    static const QRegularExpression label(QStringLiteral("(?:时间|年份|年度|范围|口径)\\s*:\\s*"));
    static const QRegularExpression apart(QStringLiteral("(?<=\\d{4})\\s+(?=年)")); // 2016 年
    static const QRegularExpression wideScope(
        QStringLiteral("(?<=全)\\s+(?=市)|(?<=市)\\s+(?=辖)|(?<=辖)\\s+(?=区)"));
    const QString words = QString::fromStdString(withoutWideBlanks(text))
                              .remove(wideScope)
                              .remove(label)
                              .remove(apart);
    for (QString part : words.split(joint, Qt::SkipEmptyParts)) {
        isUnit = isUnit || stated.match(part).hasMatch();
        part.remove(stated);
        if (part.isEmpty()) {
            continue;
        }
        if (!readPart(part, isUnit, line)) {
            return false;
        }
        isUnit = false;
    }
    return true;
}

/// The texts of a row of a section, with their columns: one or two short ones, or a year as a
/// number. Most rows are told by a look at their cells.
std::vector<std::pair<std::size_t, std::string>> shortTexts(const Sheet& sheet, std::size_t row) {
    constexpr std::size_t most = 3;
    constexpr double firstYear = 1900;
    constexpr double lastYear = 2100;
    std::vector<std::pair<std::size_t, std::string>> texts;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        const Cell cell = sheet.at(row, column);
        const bool isYear =
            cell.kind == CellKind::Number && cell.number >= firstYear && cell.number <= lastYear;
        const bool isShort = cell.kind == CellKind::Text && cell.text.size() <= longestSection;
        if (!(isShort || isYear) || texts.size() == most) {
            return {};
        }
        texts.emplace_back(column, tidyHeader(sheet.textAt(row, column)));
    }
    return texts;
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

std::optional<SectionLine> sectionLine(const Sheet& sheet, std::size_t row) {
    std::optional<SectionLine> found;
    std::string unit;
    for (const auto& [column, text] : shortTexts(sheet, row)) {
        SectionLine line{.column = column};
        if (!readCell(text, line)) {
            return std::nullopt;
        }
        if (!unit.empty() && !line.unitOfMeasure.empty()) {
            return std::nullopt;
        }
        unit += line.unitOfMeasure;
        const bool isSection = line.year != 0 || !line.scope.empty();
        if (isSection && found) {
            // 2016年 | 全市; a number beside a scope is a value.
            const bool isNumber = sheet.at(row, found->column).kind == CellKind::Number ||
                                  sheet.at(row, column).kind == CellKind::Number;
            const bool isOther = (found->year == 0) != (line.year == 0) &&
                                 found->scope.empty() != line.scope.empty();
            if (isNumber || !isOther) {
                return std::nullopt;
            }
            found->year += line.year;
            found->scope += line.scope;
        } else if (isSection) {
            found = std::move(line);
        }
    }
    if (found) {
        found->unitOfMeasure = std::move(unit);
    }
    return found;
}

bool isSectionLine(const Sheet& sheet, std::size_t row) {
    const auto line = sectionLine(sheet, row);
    return line && !isMergedOver(sheet, row, line->column) &&
           (line->scope.empty() || line->column == 0 || comesScopeAgain(sheet, row, line->column));
}

} // namespace citypanel::sheets
