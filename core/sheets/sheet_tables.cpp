// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a sheet: blocks under each other, tables side by side in each, and so on.
#include "core/sheets/cell_text.h"
#include "core/sheets/header_text.h"
#include "core/sheets/indicator_rows.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/layout.h"
#include "core/sheets/line_blocks.h"
#include "core/sheets/section_lines.h"
#include "core/sheets/sheet_part.h"
#include "core/sheets/side_blocks.h"
#include "core/sheets/table_blocks.h"
#include "core/sheets/table_rows.h"
#include "core/sheets/table_variable.h"
#include "core/sheets/unit_lines.h"
#include "core/sheets/unit_of_measure.h"
#include "core/sheets/year_headers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

/// A part of the sheet whose tables are sought.
struct SearchedPart {
    std::size_t firstColumn = 0;              ///< in the whole sheet
    const std::vector<DetectedLayout>* above; ///< the tables above it, in the whole sheet
    int depth = 0;
};

std::vector<DetectedLayout> tablesIn(const Sheet& sheet, const std::string& fileName,
                                     const SearchedPart& part);

/// The last of the tables that stands in some of the columns [begin, end); -1: none.
std::ptrdiff_t lastOver(const std::vector<DetectedLayout>& tables, std::size_t begin,
                        std::size_t end) {
    for (std::size_t i = tables.size(); i-- > 0;) {
        const auto& columns = tables[i].layout.columns;
        const bool isOver = !tables[i].layout.isTransposed &&
                            std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
                                const auto at = static_cast<std::size_t>(column.column);
                                return begin <= at && at < end;
                            });
        if (isOver) {
            return static_cast<std::ptrdiff_t>(i);
        }
    }
    return -1;
}

std::ptrdiff_t lastOver(const std::vector<DetectedLayout>& tables, const Layout& layout) {
    if (layout.isTransposed || layout.columns.empty()) {
        return -1;
    }
    return lastOver(tables, static_cast<std::size_t>(layout.columns.front().column),
                    static_cast<std::size_t>(layout.columns.back().column) + 1);
}

/// Whether two tables have the same in their corners, without a unit of measure: it is over their
/// units, whatever the word, and names no variable.
bool haveOneCorner(const Layout& a, const Layout& b) {
    const ColumnLayout* first = findColumn(a, a.unitColumn);
    const ColumnLayout* second = findColumn(b, b.unitColumn);
    return first != nullptr && second != nullptr && first->name == second->name &&
           first->unitOfMeasure.empty() && second->unitOfMeasure.empty();
}

/// All that a table imports is of one variable, each column of its scope.
void nameAll(const std::string& variable, Layout& layout) {
    for (ColumnLayout& column : layout.columns) {
        if (column.isImported) {
            column.name = variable + (column.scope.empty() ? "" : "_" + column.scope);
        }
    }
}

/// A further table on a sheet is named by the text in its corner, by a title of its own, as the one
/// it continues, or numbered.
void nameFurtherTable(const Sheet& sheet, const std::string& fileName, std::size_t number,
                      const DetectedLayout& above, DetectedLayout& table) {
    Layout& layout = table.layout;
    const std::size_t corner =
        static_cast<std::size_t>(std::max<std::int64_t>(layout.unitColumn, 0));
    std::string text =
        tidyHeader(sheet.textAt(static_cast<std::size_t>(layout.headerEnd - 1), corner));
    text = text.substr(0, text.find('('));
    const bool isOverUnits =
        isKeyHeading(text) || !unitAlone(text).empty() || haveOneCorner(above.layout, layout);
    std::string name = isOverUnits ? std::string() : joinHeader({text}).name;
    const std::string titled = titleHeader(table.title).name;
    const bool isContinued =
        !table.title.empty() && (table.title == above.title ||
                                 (!titled.empty() && titled == titleHeader(above.title).name));
    const auto named = std::find_if(above.layout.columns.begin(), above.layout.columns.end(),
                                    [](const ColumnLayout& column) { return column.isImported; });
    if (name.empty() && isContinued && named != above.layout.columns.end()) {
        name = nameWithoutScope(*named);
    } else if (name.empty()) {
        name = titled;
    }
    if (name.empty()) {
        const std::string first =
            saysNothing(sheet.name()) ? variableOfFile(fileName) : joinHeader({sheet.name()}).name;
        name = first + "_" + std::to_string(number + 1);
    }
    nameAll(name, layout);
}

/// Whether the headings of a table of years name its variables: 2012年 over GDP and 人口, pop2005.
bool nameHeadingsVariables(const Layout& layout) {
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [](const ColumnLayout& column) {
                           const std::string name = splitYear(column.label).name;
                           return column.isImported && !name.empty() && name != column.scope;
                       });
}

/// The tables of a range of a part, in the part's rows and columns.
std::vector<DetectedLayout> tablesOfRange(const Sheet& grid, const SheetRange& range,
                                          const std::string& fileName, SearchedPart part) {
    part.firstColumn += range.firstColumn;
    ++part.depth;
    std::vector<DetectedLayout> tables = tablesIn(grid, fileName, part);
    for (DetectedLayout& table : tables) {
        moveToSheet(range, grid.rowCount(), table.layout);
    }
    return tables;
}

/// Adds the tables of a block. One that says the same as the table above it in its columns is that
/// table's, and so are rows of a block without any.
void addBlock(const Sheet& sheet, const std::string& fileName, const SheetRange& block,
              std::vector<DetectedLayout> found, std::vector<DetectedLayout>& tables) {
    const bool hasTable = std::any_of(found.begin(), found.end(),
                                      [](const DetectedLayout& table) { return table.hasTable; });
    for (DetectedLayout& table : tables) {
        if (!hasTable && table.layout.bodyEnd == static_cast<std::int64_t>(block.firstRow)) {
            table.layout.bodyEnd = static_cast<std::int64_t>(block.endRow);
        }
    }
    for (DetectedLayout& table : found) {
        const std::ptrdiff_t over = lastOver(tables, table.layout);
        DetectedLayout* above = over < 0 ? nullptr : &tables[static_cast<std::size_t>(over)];
        const bool isWide = table.layout.kind == LayoutKind::WideByPeriod;
        if (!table.hasTable) {
            continue;
        }
        if (above != nullptr && !isWide && holdTheSame(above->layout, table.layout)) {
            above->layout.bodyEnd = table.layout.bodyEnd;
            continue;
        }
        if (isWide && !table.layout.isTransposed && !tables.empty() &&
            !nameHeadingsVariables(table.layout)) {
            nameFurtherTable(sheet, fileName, tables.size(), above ? *above : tables.back(), table);
        }
        tables.push_back(std::move(table));
    }
}

/// Where blocks are of a place each, one whose title names none that is known is of what it says,
/// to be asked about, and not of all places.
void giveTitlesAsUnits(std::vector<DetectedLayout>& tables) {
    const bool areOfPlaces = std::any_of(tables.begin(), tables.end(), [](const auto& table) {
        return !table.layout.givenUnit.empty();
    });
    for (DetectedLayout& table : tables) {
        const bool isOfAll = table.layout.kind == LayoutKind::Long && table.layout.unitColumn < 0;
        if (areOfPlaces && isOfAll && table.layout.givenUnit.empty()) {
            table.layout.givenUnit = tidyName(table.title);
        }
    }
}

/// What the corner over the names of units says in a table of years of one variable: "emission of
/// dust (ton)"; empty where it says less, or the table is another.
std::string cornerName(const DetectedLayout& table) {
    const ColumnLayout* corner = findColumn(table.layout, table.layout.unitColumn);
    if (table.layout.kind != LayoutKind::WideByPeriod || nameHeadingsVariables(table.layout) ||
        corner == nullptr) {
        return {};
    }
    const bool saysUnits = isUnitName(corner->name) || isKeyHeading(corner->name) ||
                           measureUnit(corner->name) || !unitAlone(corner->label).empty();
    return saysUnits ? std::string() : corner->name;
}

/// Tables of years under each other are of the variables in their corners; the name of the sheet
/// tells them from those of other sheets (minutes per day of male).
void nameByCorners(const std::string& sheetName, std::vector<DetectedLayout>& tables) {
    const auto named = std::count_if(tables.begin(), tables.end(),
                                     [](const auto& table) { return !cornerName(table).empty(); });
    const bool areAlike = std::all_of(tables.begin(), tables.end(), [&](const auto& table) {
        return haveOneCorner(tables.front().layout, table.layout);
    });
    if (named < 2 || named < static_cast<std::ptrdiff_t>(tables.size()) || areAlike) {
        return;
    }
    const std::string sheet = saysNothing(sheetName) ? "" : joinHeader({sheetName}).name;
    for (DetectedLayout& table : tables) {
        const std::string corner = cornerName(table);
        std::string name = sheet.empty() || corner.starts_with(sheet) ? "" : sheet + "_";
        name += corner;
        nameAll(name, table.layout);
    }
}

/// The tables of blocks under each other that begin at the given rows: parted where a header says
/// something else than the one above, other variables, another order, another unit of measure,
/// another year; of tables of years each further one. Pages that only repeat the header stay
/// together.
std::vector<DetectedLayout> stackedTables(const Sheet& sheet, const std::string& fileName,
                                          const SearchedPart& part, DetectedLayout whole,
                                          std::vector<std::size_t> begins) {
    begins.push_back(sheet.rowCount());
    std::vector<DetectedLayout> tables;
    std::size_t begin = 0;
    for (const std::size_t end : begins) {
        const SheetRange block = rowsOf(sheet, begin, end);
        const Sheet grid = sheetPart(sheet, block);
        SearchedPart inner = part;
        inner.above = begin == 0 ? part.above : &tables;
        inner.firstColumn = begin == 0 ? part.firstColumn : 0;
        std::vector<DetectedLayout> found = tablesOfRange(grid, block, fileName, inner);
        const bool isSound = found.size() > 1 || found[0].layout.isTransposed ||
                             !found[0].layout.givenUnit.empty() ||
                             (found[0].hasTable && found[0].layout.kind == whole.layout.kind);
        if (begin == 0 && !isSound) {
            whole.layout.bodyEnd = static_cast<std::int64_t>(end);
            found = {whole};
        }
        addBlock(sheet, fileName, block, std::move(found), tables);
        begin = end;
    }
    giveTitlesAsUnits(tables);
    nameByCorners(sheet.name() == fileName ? std::string() : sheet.name(), tables);
    return tables;
}

/// The tables side by side, from the left.
std::vector<DetectedLayout> tablesBeside(const Sheet& sheet, const std::string& fileName,
                                         const SearchedPart& part, const SideBlocks& blocks) {
    std::vector<DetectedLayout> tables;
    for (std::size_t i = 0; i < blocks.columns.size(); ++i) {
        const Sheet grid = sideTable(sheet, blocks, i);
        for (DetectedLayout& table : tablesOfRange(grid, blocks.columns[i], fileName, part)) {
            tables.push_back(std::move(table));
        }
    }
    return tables;
}

std::vector<DetectedLayout> tablesIn(const Sheet& sheet, const std::string& fileName,
                                     const SearchedPart& part) {
    constexpr int deepest = 6;
    const DetectedLayout* above = nullptr;
    if (part.above != nullptr && !part.above->empty()) {
        const std::ptrdiff_t over =
            lastOver(*part.above, part.firstColumn, part.firstColumn + sheet.columnCount());
        above = over < 0 ? &part.above->back() : &(*part.above)[static_cast<std::size_t>(over)];
    }
    DetectedLayout whole = detectTable(sheet, fileName, above);
    if (!whole.hasTable || part.depth >= deepest) {
        return {std::move(whole)};
    }
    std::vector<std::size_t> begins = blockBegins(sheet, whole.layout);
    if (!begins.empty()) {
        return stackedTables(sheet, fileName, part, std::move(whole), std::move(begins));
    }
    if (auto parts = partedByPlaceLines(sheet, whole); parts.size() > 1) {
        return parts;
    }
    const SideBlocks labelled = sideBlocksByLabels(sheet);
    if (labelled.columns.size() > 1) {
        return tablesBeside(sheet, fileName, part, labelled);
    }
    if (auto turned = detectTurned(sheet, fileName, whole)) {
        return {*std::move(turned)};
    }
    const SideBlocks blocks = sideBlocks(sheet, 0, sheet.rowCount());
    if (blocks.columns.size() > 1) {
        return tablesBeside(sheet, fileName, part, blocks);
    }
    if (auto parts = partedByVariableLines(sheet, whole); parts.size() > 1) {
        return parts;
    }
    // A unit of measure holds on below lines of another year.
    std::vector<DetectedLayout> parts;
    for (DetectedLayout& measured : partedByUnits(sheet, std::move(whole))) {
        for (DetectedLayout& section : partedBySections(sheet, std::move(measured))) {
            parts.push_back(std::move(section));
        }
    }
    return parts;
}

/// Each of the tables parted by what its rows say, and by lines of units of measure among them.
std::vector<DetectedLayout> allPartedByRows(const Sheet& sheet,
                                            std::vector<DetectedLayout> tables) {
    std::vector<DetectedLayout> parts;
    for (DetectedLayout& table : tables) {
        if (table.layout.isTransposed) {
            const LaidOutSheet turned(sheet, table.layout); // 全市 and 市辖区 of each city
            for (DetectedLayout& part : partedByRows(*turned, std::move(table))) {
                parts.push_back(std::move(part));
            }
            continue;
        }
        for (DetectedLayout& part : partedByRows(sheet, std::move(table))) {
            for (DetectedLayout& measured : partedByUnits(sheet, std::move(part))) {
                parts.push_back(std::move(measured));
            }
        }
    }
    return parts;
}

} // namespace

std::vector<DetectedLayout> detectLayouts(const Sheet& sheet, const std::string& fileName) {
    std::vector<DetectedLayout> tables = tablesInUsedRange(sheet, [&](const Sheet& used) {
        return allPartedByRows(used, tablesIn(used, fileName, {}));
    });
    giveNamedScope(sheet.name(), fileName, tables);
    return tables;
}

} // namespace citypanel::sheets
