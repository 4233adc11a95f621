// SPDX-License-Identifier: GPL-3.0-or-later
// Where the header of the units comes again.
#include "core/sheets/side_blocks.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/key_columns.h"

#include <algorithm>
#include <cstddef>

namespace citypanel::sheets {

namespace {

constexpr std::size_t comparedRows = 400;

bool holdsNames(const Sheet& sheet, const Layout& layout, const ColumnLayout& column) {
    const ColumnContent content = contentOf(sheet, layout, column.column);
    return isUnitName(column.name) && content.texts > content.numbers;
}

/// Whether most rows name other units in one column than in the other: a key that is only repeated
/// begins no table.
bool nameOthers(const Sheet& sheet, const Layout& layout, std::int64_t a, std::int64_t b) {
    const auto begin = static_cast<std::size_t>(layout.bodyBegin);
    const auto end = std::min(
        {static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount(), begin + comparedRows});
    std::size_t both = 0;
    std::size_t other = 0;
    for (std::size_t row = begin; row < end; ++row) {
        const std::string left = tidyName(sheet.labelAt(row, static_cast<std::size_t>(a)));
        const std::string right = tidyName(sheet.labelAt(row, static_cast<std::size_t>(b)));
        const bool areBoth = !left.empty() && !right.empty();
        both += areBoth ? 1 : 0;
        other += areBoth && left != right ? 1 : 0;
    }
    return other > 0 && 10 * other >= 9 * both;
}

/// Whether the columns described at `from` and behind it, before `to`, hold values.
bool holdValues(const std::vector<ColumnLayout>& columns, std::size_t from, std::size_t to) {
    return std::any_of(columns.begin() + static_cast<std::ptrdiff_t>(from),
                       columns.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const ColumnLayout& column) { return column.isImported; });
}

/// The index of the first column of the table whose units stand at `units`: `lead` columns before
/// it, if they are named as those before the first table's.
std::size_t beginOf(const std::vector<ColumnLayout>& columns, std::size_t units, std::size_t lead) {
    for (std::size_t i = 0; i < lead; ++i) {
        if (columns[units - lead + i].name != columns[i].name) {
            return units;
        }
    }
    return units - lead;
}

} // namespace

std::vector<ColumnRange> sideBlocks(const Sheet& sheet, const Layout& layout) {
    const std::vector<ColumnLayout>& columns = layout.columns;
    std::vector<std::size_t> units;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool isFirst = units.empty();
        const bool comesAgain = !isFirst && columns[i].name == columns[units[0]].name;
        if ((isFirst || comesAgain) && holdsNames(sheet, layout, columns[i]) &&
            (isFirst || nameOthers(sheet, layout, columns[units[0]].column, columns[i].column))) {
            units.push_back(i);
        }
    }
    std::vector<ColumnRange> blocks{{0, static_cast<std::int64_t>(sheet.columnCount())}};
    for (std::size_t i = 1; i < units.size(); ++i) {
        const std::size_t begin = beginOf(columns, units[i], units[0]);
        const std::size_t next = i + 1 < units.size() ? units[i + 1] : columns.size();
        if (!holdValues(columns, units[i - 1], begin) || !holdValues(columns, units[i], next)) {
            return {{0, static_cast<std::int64_t>(sheet.columnCount())}};
        }
        blocks.back().end = columns[begin].column;
        blocks.push_back({columns[begin].column, static_cast<std::int64_t>(sheet.columnCount())});
    }
    return blocks;
}

void keepBlock(const std::vector<ColumnRange>& blocks, std::int64_t column, Layout& layout) {
    const auto found = std::find_if(blocks.begin(), blocks.end(), [&](const ColumnRange& block) {
        return block.begin <= column && column < block.end;
    });
    const ColumnRange kept = found == blocks.end() ? blocks.front() : *found;
    std::erase_if(layout.columns, [&](const ColumnLayout& described) {
        return described.column < kept.begin || described.column >= kept.end;
    });
}

} // namespace citypanel::sheets
