// SPDX-License-Identifier: GPL-3.0-or-later
// Where numbers begin, and the header above them.
#include "core/sheets/table_rows.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/section_words.h"
#include "core/sheets/table_blocks.h"
#include "core/sheets/table_description.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace citypanel::sheets {

namespace {

constexpr std::size_t searchedRows = 60; // a header lies in the first rows or nowhere

/// A word for units before numbers that are years but for a few: 城市, 2010, 20115, 2012. One of
/// them is mistyped; it is no row of data. Nor is 城市, 2010.
bool isHeaderOfUnitsAndYears(const Sheet& sheet, std::size_t row, const RowContent& content) {
    if (content.texts != 1 || 3 * content.years < 2 * content.numbers || content.years < 1) {
        return false;
    }
    std::size_t column = 0;
    while (!isFilled(sheet, row, column)) {
        ++column;
    }
    const std::string name = tidyHeader(sheet.textAt(row, column));
    return content.years > 1 ? isUnitName(name) : isUnitWord(name);
}

/// A place with values that are all like years (2001, 1998), and another in the next row.
bool isPlaceWithYears(const Sheet& sheet, std::size_t row) {
    const auto isOne = [&](std::size_t at) {
        return at < sheet.rowCount() && isYearHeader(rowContent(sheet, at)) &&
               namesPlace(sheet, at);
    };
    return isOne(row) && (isOne(row + 1) || (row > 0 && isOne(row - 1)));
}

bool isBodyRow(const Sheet& sheet, std::size_t row, const RowContent& content) {
    return looksLikeBody(content) || (isYearHeader(content) && isPlaceWithYears(sheet, row));
}

/// A row whose values are all said to be missing: "芜湖市, …".
bool isWithoutValues(const Sheet& sheet, std::size_t row, const RowContent& content) {
    constexpr std::size_t mostTexts = 4; // name, code, province, note
    std::size_t marks = 0;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        const bool isMark = isFilled(sheet, row, column) &&
                            readNumber(sheet.at(row, column)).meaning == CellMeaning::Missing;
        marks += isMark ? 1 : 0;
    }
    return content.numbers == 0 && marks > 0 && content.texts <= marks + mostTexts;
}

/// Whether a row is one of words that stand above the first row of the body too: the header of the
/// next page.
bool isHeaderAgain(const Sheet& sheet, std::size_t row, std::size_t body) {
    constexpr std::size_t mostAbove = 8;
    const RowContent content = rowContent(sheet, row);
    if (content.numbers > 0 || content.texts < 2) {
        return false;
    }
    // Another spelling, a footnote mark or a unit of measure makes no other heading.
    const auto nameAt = [&](std::size_t at, std::size_t column) {
        return joinHeader({tidyHeader(sheet.textAt(at, column))}).name;
    };
    const auto isSame = [&](std::size_t above) {
        for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
            if (sheet.textAt(above, column) != sheet.textAt(row, column) &&
                nameAt(above, column) != nameAt(row, column)) {
                return false;
            }
        }
        return true;
    };
    for (std::size_t above = body; above > 0 && body - above < mostAbove; --above) {
        if (isSame(above - 1)) {
            return true;
        }
    }
    return false;
}

/// The first body row, confirmed by the rows that follow it.
std::optional<std::size_t> findBody(const Sheet& sheet) {
    const std::size_t rows = std::min(sheet.rowCount(), searchedRows);
    for (std::size_t row = 1; row < rows; ++row) {
        const RowContent first = rowContent(sheet, row);
        if (!isBodyRow(sheet, row, first) || isHeaderOfUnitsAndYears(sheet, row, first) ||
            isNumberedLine(sheet, row) || isSectionLine(sheet, row)) {
            continue;
        }
        std::size_t filled = 0;
        std::size_t body = 0;
        for (std::size_t next = row; next < std::min(row + 12, sheet.rowCount()); ++next) {
            const RowContent content = rowContent(sheet, next);
            if (isUnitHeader(sheet, next) || isHeaderAgain(sheet, next, row)) {
                break; // the next page
            }
            const bool isLine =
                content.filled() == 1 && (content.numbers == 0 || isSectionLine(sheet, next));
            if (isLine || isWithoutValues(sheet, next, content)) {
                continue; // a province, a title, a year; a city of which nothing is known
            }
            filled += content.filled() > 0 ? 1 : 0;
            body += isBodyRow(sheet, next, content) ? 1 : 0;
        }
        if (3 * body >= 2 * filled) {
            return row;
        }
    }
    return std::nullopt;
}

bool hasTextBetween(const Sheet& sheet, std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) {
        if (rowContent(sheet, row).filled() > 0) {
            return true;
        }
    }
    return false;
}

/// Rows of a table's header and body; hasTable says whether there are any.
DetectedLayout detectRows(const Sheet& sheet) {
    DetectedLayout detected;
    const auto body = findBody(sheet);
    if (!body) {
        return detected;
    }
    Layout& layout = detected.layout;
    detected.hasTable = true;
    const std::size_t begin = firstUnitRow(sheet, *body);
    const bool hasRowsAbove = hasTextBetween(sheet, 0, begin);
    layout.bodyBegin = static_cast<std::int64_t>(begin);
    layout.bodyEnd = static_cast<std::int64_t>(sheet.rowCount());
    HeaderRows header = hasRowsAbove ? findHeaderRows(sheet, begin) : HeaderRows{begin, begin};
    if (header.end - header.begin == 1 && header.end == begin &&
        holdsData(sheet, header.begin, begin)) {
        header.end = header.begin; // no header: the first unit is not to be lost for one
        layout.bodyBegin = static_cast<std::int64_t>(header.begin);
    }
    layout.headerBegin = static_cast<std::int64_t>(header.begin);
    layout.headerEnd = static_cast<std::int64_t>(header.end);
    return detected;
}

} // namespace

DetectedLayout detectTable(const Sheet& sheet, const std::string& fileName,
                           const DetectedLayout* above) {
    DetectedLayout detected = detectRows(sheet);
    if (detected.hasTable) {
        describeTable(sheet, fileName, above, detected);
    }
    return detected;
}

} // namespace citypanel::sheets
