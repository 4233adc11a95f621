// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of columns of years counted by what they say.
#include "core/sheets/written_years.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/key_columns.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <iterator>

namespace citypanel::sheets {

namespace {

/// The year of "98年", "10年末"; nothing for any other cell.
std::optional<double> readShortYear(const Cell& cell) {
    constexpr std::size_t longest = 24; // bytes, with blanks and full-width digits
    if (cell.kind != CellKind::Text || cell.text.size() > longest) {
        return std::nullopt;
    }
    static const QRegularExpression year(QStringLiteral("^'?(\\d\\d)年[末底度]?$"));
    const auto match = year.match(QString::fromStdString(tidyName(cell.text)));
    return match.hasMatch()
               ? std::optional(static_cast<double>(fullYear(match.captured(1).toLongLong())))
               : std::nullopt;
}

/// Whether a text speaks of a year: "2010/2011", "上年", "2010年1-6月"; or a number of a month or a
/// day: 201012, 20101231.
bool speaksOfYear(const QString& text) {
    static const QRegularExpression spoken(
        QStringLiteral("^[^\\d]{0,2}(?:19|20)\\d\\d(?!\\d)|年[末底度]?$|^'\\d\\d(?!\\d)|"
                       "^(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:[0-3]\\d)?$"));
    return spoken.match(text).hasMatch();
}

void countCell(const Cell& cell, YearCells& counts, std::set<std::int64_t>& shortYears) {
    const CellValue value = readNumber(cell);
    if (value.meaning == CellMeaning::Missing) {
        return;
    }
    ++counts.filled;
    const auto year = readYearCell(cell);
    if (year && isYear(*year)) {
        ++counts.years;
        if (readShortYear(cell)) {
            shortYears.insert(static_cast<std::int64_t>(*year));
        } else {
            counts.areShort = false;
        }
        return;
    }
    counts.areShort = false;
    const bool isNumber = value.meaning == CellMeaning::Number;
    const QString text = isNumber ? QString::number(value.number, 'g', 15)
                                  : QString::fromStdString(tidyName(cell.text));
    const bool hasDigit =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    const bool isOfYear = speaksOfYear(text);
    counts.numbers += isNumber ? 1 : 0;
    counts.ofYears += isOfYear ? 1 : 0;
    counts.ofTime += isOfYear || hasDigit ? 1 : 0;
}

bool followOneAnother(const std::set<std::int64_t>& years) {
    return years.size() > 1 &&
           *years.rbegin() - *years.begin() == static_cast<std::int64_t>(years.size()) - 1;
}

} // namespace

std::optional<double> readYearCell(const Cell& cell) {
    const auto period = readPeriod(cell);
    return period ? period : readShortYear(cell);
}

std::int64_t fullYear(std::int64_t twoDigits) {
    constexpr std::int64_t firstOfLastCentury = 50; // 99 is 1999, 12 is 2012
    return twoDigits < firstOfLastCentury ? 2000 + twoDigits : 1900 + twoDigits;
}

bool isYearWord(const std::string& name) {
    static const QRegularExpression word(
        QStringLiteral("^(年份|年度|年|统计年度|会计年度|年度标识|year)$"),
        QRegularExpression::CaseInsensitiveOption);
    return word.match(QString::fromStdString(name)).hasMatch();
}

YearCells yearCells(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    constexpr std::size_t sampled = 400;
    YearCells counts;
    counts.areShort = true;
    std::set<std::int64_t> shortYears;
    const auto begin = static_cast<std::size_t>(layout.bodyBegin);
    const std::size_t end =
        std::min({static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount(), begin + sampled});
    for (std::size_t row = begin; row < end; ++row) {
        countCell(sheet.at(row, static_cast<std::size_t>(column)), counts, shortYears);
    }
    counts.distinctShortYears = shortYears.size();
    counts.areShort = counts.areShort && followOneAnother(shortYears);
    return counts;
}

std::int64_t unreadYears(const Sheet& sheet, const Layout& layout) {
    for (const ColumnLayout& column : layout.columns) {
        if (!isPeriodName(column.name)) {
            continue;
        }
        const YearCells cells = yearCells(sheet, layout, column.column);
        // 时间 may be hours: only years that cannot be read say that it is none of them.
        const std::size_t said = isYearWord(column.name) ? cells.ofTime : cells.ofYears;
        if (said > 0 && 2 * (cells.years + said) >= cells.filled) {
            return column.column;
        }
    }
    return -1;
}

bool crossCenturies(const std::set<std::int64_t>& shortYears) {
    std::set<std::int64_t> years;
    for (const std::int64_t year : shortYears) {
        years.insert(fullYear(year));
    }
    constexpr std::size_t fewest = 3;
    constexpr std::int64_t firstOfThisCentury = 2000;
    if (years.size() < fewest || *years.begin() >= firstOfThisCentury ||
        *years.rbegin() < firstOfThisCentury) {
        return false;
    }
    const std::int64_t step = *std::next(years.begin()) - *years.begin();
    std::int64_t expected = *years.begin();
    return std::all_of(years.begin(), years.end(), [&](std::int64_t year) {
        const bool isNext = year == expected;
        expected += step;
        return isNext;
    });
}

} // namespace citypanel::sheets
