// SPDX-License-Identifier: GPL-3.0-or-later
// One of several tables side by side, with what stands over all of them.
#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/named_year.h"
#include "core/sheets/section_words.h"
#include "core/sheets/side_blocks.h"
#include "core/sheets/unit_lines.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

namespace citypanel::sheets {

namespace {

/// The texts of a line that holds for all tables: it stands over one of them alone, from the left
/// edge, over several merged, or gives units of measure. "" where it is of a table of its own.
std::string commonLine(const Sheet& sheet, const SideBlocks& blocks, std::size_t row) {
    std::string line;
    std::set<std::size_t> over;
    std::size_t firstFilled = sheet.columnCount();
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        firstFilled = std::min(firstFilled, column);
        line += (line.empty() ? "" : " ") + sheet.textAt(row, column);
        for (std::size_t i = 0; i < blocks.columns.size(); ++i) {
            const SheetRange& range = blocks.columns[i];
            if (range.firstColumn <= column && column < range.endColumn) {
                over.insert(i);
            }
        }
    }
    const bool isTitle = firstFilled < sheet.columnCount() &&
                         firstFilled <= rowsOf(sheet, 0, sheet.rowCount()).firstColumn;
    return over.size() == 1 && (isTitle || isUnitLine(sheet, row)) ? line : std::string();
}

/// Whether a text over the names of a list says what is in it, not of which year, scope, unit of
/// measure or group of places that is, all of which lines say as well.
bool namesValues(const std::string& text) {
    return !text.empty() && !isKeyHeading(text) && yearIn(text) == 0 && scopeAlone(text).empty() &&
           unitAlone(text).empty() && unitInLine(text).empty() &&
           readNumber(text).meaning == CellMeaning::Unreadable &&
           chinaPrefectures().match(text, {.listsOnlyPlaces = true}).kind == NameKind::Unknown;
}

/// Whether each list has a heading of its own in a row below a title, alone over its left edge, and
/// they are not all the same: 年末总人口 over the first, 地区生产总值 over the second.
bool areHeadings(const Sheet& sheet, const SideBlocks& blocks, std::size_t row) {
    std::set<std::string> headings;
    for (const SheetRange& range : blocks.columns) {
        const std::string heading = tidyHeader(sheet.textAt(row, range.firstColumn));
        const std::size_t end = std::min(range.endColumn, sheet.widthOf(row));
        for (std::size_t column = range.firstColumn + 1; column < end; ++column) {
            if (isFilled(sheet, row, column)) {
                return false;
            }
        }
        if (!namesValues(heading)) {
            return false;
        }
        headings.insert(heading);
    }
    bool hasTitle = false;
    for (std::size_t above = 0; above < row; ++above) {
        hasTitle = hasTitle || rowContent(sheet, above).filled() > 0;
    }
    return hasTitle && headings.size() > 1;
}

} // namespace

Sheet sideTable(const Sheet& sheet, const SideBlocks& blocks, std::size_t table) {
    const SheetRange& range = blocks.columns[table];
    Sheet part = sheetPart(sheet, range);
    for (std::size_t row = 0; row < blocks.firstHeader; ++row) {
        const bool isBlank = rowContent(part, row).filled() == 0;
        if (const std::string line = commonLine(sheet, blocks, row); isBlank && !line.empty()) {
            part.setText(row, 0, line);
        }
        const bool isSpread = !blocks.havePlacesAcross && areHeadings(sheet, blocks, row);
        const std::size_t width = isSpread ? part.columnCount() : 0;
        for (std::size_t column = 1; column < width; ++column) {
            part.setText(row, column, sheet.textAt(row, range.firstColumn));
        }
    }
    return part;
}

} // namespace citypanel::sheets
