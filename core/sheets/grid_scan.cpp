// SPDX-License-Identifier: GPL-3.0-or-later
// Counting the kinds of cells.
#include "core/sheets/grid_scan.h"

#include "core/panel/origin.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/measured_values.h"
#include "core/sheets/year_headers.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace citypanel::sheets {

bool isYear(double value) {
    constexpr double firstYear = 1900;
    constexpr double lastYear = 2100;
    return value == std::floor(value) && value >= firstYear && value <= lastYear;
}

bool isFilled(const Sheet& sheet, std::size_t row, std::size_t column) {
    const Cell cell = sheet.at(row, column);
    const bool isText = cell.kind == CellKind::Text;
    return isText ? !tidyHeader(cell.text).empty() : cell.kind != CellKind::Empty;
}

std::string columnLetters(std::int64_t column) {
    std::string letters = cellName(0, static_cast<std::int32_t>(column));
    letters.pop_back(); // the row
    return letters;
}

namespace {

/// A number that cannot be read as it stands, or one with its unit of measure: 123万元.
bool isSomeValue(const Cell& cell) {
    return isNumberNotRead(cell) || readMeasured(cell);
}

} // namespace

std::size_t countNamedYears(const Sheet& sheet, std::size_t row) {
    std::size_t count = 0;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const Cell cell = sheet.at(row, column);
        const bool isText =
            cell.kind == CellKind::Text && readNumber(cell).meaning == CellMeaning::Unreadable;
        if (isText) {
            const NameAndYear parts = splitYear(tidyHeader(cell.text));
            count += parts.year != 0 && parts.name.empty() ? 1 : 0;
        }
    }
    return count;
}

RowContent rowContent(const Sheet& sheet, std::size_t row) {
    RowContent content;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        const Cell cell = sheet.at(row, column);
        if (cell.kind == CellKind::Empty) {
            continue;
        }
        const CellValue value = readNumber(cell);
        if (value.meaning == CellMeaning::Unreadable && isSomeValue(cell)) {
            ++content.numbers;
        } else if (value.meaning == CellMeaning::Number) {
            ++content.numbers;
            content.years += isYear(value.number) ? 1 : 0;
        } else {
            content.texts += isFilled(sheet, row, column) ? 1 : 0;
            content.marks += cell.kind == CellKind::Text && value.meaning == CellMeaning::Missing &&
                                     isFilled(sheet, row, column)
                                 ? 1
                                 : 0;
        }
    }
    if (content.years > 0 && content.years == content.numbers) {
        content.namedYears = countNamedYears(sheet, row);
    }
    return content;
}

bool isYearHeader(const RowContent& content) {
    return content.numbers > 0 && content.years == content.numbers &&
           content.years + content.namedYears >= 2;
}

bool isLoneYear(const RowContent& content) {
    return content.numbers == 1 && content.years == 1 && content.texts == 0;
}

bool looksLikeBody(const RowContent& content) {
    constexpr std::size_t keyColumns = 4; // name, code, province, note: text in a row of data
    return content.numbers > 0 && !isYearHeader(content) &&
           content.numbers + keyColumns + content.marks >= content.texts;
}

ColumnContent columnContent(const Sheet& sheet, std::size_t column, std::size_t begin,
                            std::size_t end) {
    constexpr std::size_t sampled = 400;
    ColumnContent content;
    std::set<double> years;
    std::set<double> wholes;
    for (std::size_t row = begin; row < std::min(end, begin + sampled); ++row) {
        const Cell cell = sheet.at(row, column);
        if (cell.kind == CellKind::Empty) {
            continue;
        }
        const CellValue value = readNumber(cell);
        const auto period = readPeriod(cell); // "2011年" is a number here
        content.percents += cell.isPercent ? 1 : 0;
        if (value.meaning == CellMeaning::Unreadable && !period && isSomeValue(cell)) {
            ++content.numbers;
        } else if (period) {
            ++content.numbers;
            if (*period == std::floor(*period)) {
                ++content.wholes;
                wholes.insert(*period);
            }
            if (isYear(*period)) {
                ++content.years;
                years.insert(*period);
            }
        } else if (cell.kind == CellKind::Text && value.meaning == CellMeaning::Unreadable) {
            ++content.texts;
        }
    }
    content.distinctYears = years.size();
    content.distinctWholes = wholes.size();
    return content;
}

bool isMerged(const Sheet& sheet, std::size_t row, std::size_t column) {
    return std::any_of(sheet.merged.begin(), sheet.merged.end(), [&](const MergedRange& range) {
        return range.firstRow <= row && row <= range.lastRow && range.firstColumn <= column &&
               column <= range.lastColumn;
    });
}

} // namespace citypanel::sheets
