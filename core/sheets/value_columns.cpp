// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a column counted by how near they are to numbers.
#include "core/sheets/value_columns.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/key_columns.h"

#include <QChar>
#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace citypanel::sheets {

namespace {

/// How many texts of a column's body are near to a number, hold a digit, or say that there is no
/// value.
struct TextCounts {
    std::size_t near = 0;
    std::size_t withDigit = 0;
    std::size_t missing = 0;
};

TextCounts countTexts(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    constexpr std::size_t sampled = 400;
    TextCounts counts;
    const auto begin = static_cast<std::size_t>(layout.bodyBegin);
    const auto at = static_cast<std::size_t>(column);
    const std::size_t end =
        std::min({static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount(), begin + sampled});
    for (std::size_t row = begin; row < end; ++row) {
        const Cell cell = sheet.at(row, at);
        if (cell.kind != CellKind::Text) {
            continue;
        }
        const CellMeaning meaning = readNumber(cell).meaning;
        counts.missing += meaning == CellMeaning::Missing && isFilled(sheet, row, at) ? 1 : 0;
        if (meaning == CellMeaning::Unreadable) {
            const QString text = QString::fromStdString(tidyHeader(cell.text));
            const bool hasDigit =
                std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
            counts.withDigit += hasDigit ? 1 : 0;
            counts.near += isNearNumber(cell.text) ? 1 : 0;
        }
    }
    return counts;
}

} // namespace

bool isNearNumber(std::string_view text) {
    static const QRegularExpression date(
        QStringLiteral("^(?:19|20)\\d\\d\\s*[-/.年]\\s*\\d{1,2}(?!\\d)"));
    static const QRegularExpression near(
        QStringLiteral("^(?:约|近|超过?|大于|小于|[≈~><≥≤¥$€£(\\[_*'\"])*\\s*[-+]?\\d[\\d ,.。·]*"
                       "(?:e[-+]?\\d+)?\\s*(?:[-~±/]\\s*\\d[\\d,.]*)?\\s*"
                       "[十百千万亿]*(?:美元|元|人次|人|吨|户|个|公里|平方米|平方公里)?"
                       "(?:以上|以下|左右|多|余)?\\s*(?:\\([^()]*\\)|[^\\w\\s]{0,3})$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QString tidy = QString::fromStdString(tidyHeader(text));
    return near.match(tidy).hasMatch() && !date.match(tidy).hasMatch();
}

bool holdsValues(const Sheet& sheet, const Layout& layout, std::int64_t column, bool isSaid) {
    const ColumnContent content = contentOf(sheet, layout, column);
    if (content.texts <= content.numbers) {
        return content.numbers > 0;
    }
    const TextCounts counts = countTexts(sheet, layout, column);
    if (isSaid) {
        return content.numbers + counts.withDigit > 0;
    }
    const std::size_t others = content.texts - std::min(content.texts, counts.near);
    return counts.near > 0 && content.numbers + counts.near + counts.missing > others;
}

bool isLabelled(const Sheet& sheet, std::size_t column, std::size_t begin, std::size_t end) {
    const auto labels = sheet.valueLabels.find(column);
    if (labels == sheet.valueLabels.end()) {
        return false;
    }
    bool isFlag = true;
    for (std::size_t row = begin; row < std::min(end, sheet.rowCount()); ++row) {
        const Cell cell = sheet.at(row, column);
        if (cell.kind == CellKind::Number) {
            if (!labels->second.contains(cell.number)) {
                return false;
            }
            isFlag = isFlag && (cell.number == 0 || cell.number == 1);
        }
    }
    return !isFlag;
}

bool partsThousandsByBlanks(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    constexpr std::size_t fewest = 2;
    constexpr double thousand = 1000;
    std::size_t parted = 0;
    const auto at = static_cast<std::size_t>(column);
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        const Cell cell = sheet.at(row, at);
        if (cell.kind == CellKind::Text && readBlankGroups(cell)) {
            ++parted;
        } else if (const CellValue value = readNumber(cell); std::abs(value.number) >= thousand) {
            return false;
        }
    }
    return parted >= fewest;
}

} // namespace citypanel::sheets
