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
#include <utility>

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
    const std::string name = tidyName(sheet.textAt(row, column));
    return isKeyHeading(name) || (content.years > 1 && isUnitName(name));
}

/// A place with values that are all like years (2001, 1998), and another in the next row, or years
/// of a header above it.
bool isPlaceWithYears(const Sheet& sheet, std::size_t row) {
    const auto isOne = [&](std::size_t at) {
        return at < sheet.rowCount() && isYearHeader(rowContent(sheet, at)) &&
               namesPlace(sheet, at);
    };
    const bool isBelowYears =
        row > 0 && isYearHeader(rowContent(sheet, row - 1)) && !namesPlace(sheet, row - 1);
    return isOne(row) && (isOne(row + 1) || (row > 0 && isOne(row - 1)) || isBelowYears);
}

bool isBodyRow(const Sheet& sheet, std::size_t row, const RowContent& content) {
    return looksLikeBody(content) ||
           (isYearHeader(content) && (isPlaceWithYears(sheet, row) || isDataLikeYears(sheet, row)));
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

/// Whether a row of words or years stands above the first row of the body too: the header of the
/// next page.
bool isHeaderAgain(const Sheet& sheet, std::size_t row, std::size_t body) {
    constexpr std::size_t mostAbove = 8;
    const RowContent content = rowContent(sheet, row);
    if (content.numbers > content.years || content.filled() < 2) {
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

/// Whether a row of words leaves the column blank in which a row of data has its first cell: the
/// header of the next page, which has nothing over the names of units.
bool isHeaderBeside(const Sheet& sheet, std::size_t row, std::size_t body) {
    const RowContent content = rowContent(sheet, row);
    std::size_t key = 0;
    while (!isFilled(sheet, body, key)) {
        ++key;
    }
    return content.numbers == 0 && content.texts > content.marks + 1 && !isFilled(sheet, row, key);
}

/// Whether a row is a header, below a row of data: that of the next page.
bool isNextHeader(const Sheet& sheet, std::size_t row, std::size_t body) {
    const bool isOfYears = isYearHeader(rowContent(sheet, row)) && !namesPlace(sheet, row) &&
                           !isDataLikeYears(sheet, row);
    return isUnitHeader(sheet, row) || isOfYears || isHeaderAgain(sheet, row, body) ||
           isHeaderBeside(sheet, row, body);
}

/// Whether most rows from a row of data to the next header are such rows too.
bool isConfirmed(const Sheet& sheet, std::size_t row) {
    constexpr std::size_t looked = 12;
    std::size_t others = 0; // no rows of data, above the last one that is
    std::size_t since = 0;  // and below it
    std::size_t body = 0;
    for (std::size_t next = row; next < std::min(row + looked, sheet.rowCount()); ++next) {
        const RowContent content = rowContent(sheet, next);
        if (isNextHeader(sheet, next, row)) {
            since = 0; // the rows above it are of its header too
            break;
        }
        const bool isLine =
            content.filled() == 1 && (content.numbers == 0 || isSectionLine(sheet, next));
        if (isLine || isWithoutValues(sheet, next, content)) {
            continue; // a province, a title, a year; a city of which nothing is known
        }
        if (isBodyRow(sheet, next, content)) {
            ++body;
            others += std::exchange(since, 0);
        } else {
            since += content.filled() > 0 ? 1 : 0;
        }
    }
    return body >= 2 * (others + since);
}

/// The first body row, confirmed by the rows that follow it unless a header is known to stand
/// above.
std::optional<std::size_t> findBody(const Sheet& sheet, bool isUnderHeader) {
    const std::size_t rows = std::min(sheet.rowCount(), searchedRows);
    for (std::size_t row = 1; row < rows; ++row) {
        const RowContent content = rowContent(sheet, row);
        if (isBodyRow(sheet, row, content) && !isLoneYear(content) &&
            !isHeaderOfUnitsAndYears(sheet, row, content) && !isNumberedLine(sheet, row) &&
            !isSectionLine(sheet, row) && (isUnderHeader || isConfirmed(sheet, row))) {
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
DetectedLayout detectRows(const Sheet& sheet, bool isUnderHeader) {
    DetectedLayout detected;
    const auto body = findBody(sheet, isUnderHeader);
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
    DetectedLayout detected = detectRows(sheet, false);
    if (!detected.hasTable && above != nullptr) { // a block is where a header was found
        detected = detectRows(sheet, true);
    }
    if (detected.hasTable) {
        describeTable(sheet, fileName, above, detected);
    }
    return detected;
}

} // namespace citypanel::sheets
