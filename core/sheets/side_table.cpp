// SPDX-License-Identifier: GPL-3.0-or-later
// One of several tables side by side, with what stands over all of them.
#include "core/sheets/cell_text.h"
#include "core/sheets/companion_names.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/named_year.h"
#include "core/sheets/of_which_headings.h"
#include "core/sheets/section_words.h"
#include "core/sheets/side_blocks.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/unit_lines.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

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

/// The column of the one text in a row over a list that says what is in it; words over numbers and
/// ranks may stand before it (排名). Nothing where others stand there, or more.
std::optional<std::size_t> headingOver(const Sheet& sheet, const SheetRange& list,
                                       std::size_t row) {
    std::optional<std::size_t> found;
    const std::size_t end = std::min(list.endColumn, sheet.widthOf(row));
    for (std::size_t column = list.firstColumn; column < end; ++column) {
        const std::string text = tidyHeader(sheet.textAt(row, column));
        if (text.empty() || (!found && saysRank(text))) {
            continue;
        }
        if (found || !namesValues(text)) {
            return std::nullopt;
        }
        found = column;
    }
    return found;
}

/// The columns of the headings that each list has of its own in a row below a title, and that are
/// not all the same: 年末总人口 over the first, 地区生产总值 over the second. None where one has
/// none.
std::vector<std::size_t> headingsOver(const Sheet& sheet, const SideBlocks& blocks,
                                      std::size_t row) {
    std::vector<std::size_t> columns;
    std::set<std::string> headings;
    for (const SheetRange& range : blocks.columns) {
        const auto heading = headingOver(sheet, range, row);
        if (!heading) {
            return {};
        }
        columns.push_back(*heading);
        headings.insert(tidyHeader(sheet.textAt(row, *heading)));
    }
    bool hasTitle = false;
    for (std::size_t above = 0; above < row; ++above) {
        hasTitle = hasTitle || rowContent(sheet, above).filled() > 0;
    }
    const bool areMeasures = std::all_of(headings.begin(), headings.end(), [](const auto& text) {
        return saysWhatIsMeasured(titleHeader(text).name);
    });
    return (hasTitle || areMeasures) && headings.size() > 1 ? columns : std::vector<std::size_t>();
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
        const std::vector<std::size_t> headings =
            blocks.haveLabelsDown ? std::vector<std::size_t>() : headingsOver(sheet, blocks, row);
        if (headings.empty()) {
            continue;
        }
        const std::string heading = sheet.textAt(row, headings[table]);
        for (std::size_t column = headings[table] + 1 - range.firstColumn;
             column < part.columnCount(); ++column) {
            part.setText(row, column, heading);
        }
    }
    return part;
}

} // namespace citypanel::sheets
