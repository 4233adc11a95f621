// SPDX-License-Identifier: GPL-3.0-or-later
// Lines over rows, told from notes by the rows that follow them.
#include "core/sheets/line_blocks.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/companion_names.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/named_place.h"
#include "core/sheets/section_lines.h"
#include "core/sheets/section_words.h"
#include "core/sheets/year_headers.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr std::size_t mostBlocks = 2000; // more than there are places

/// A line and the rows below it.
struct LineBlock {
    std::string line{}; ///< without number and brackets; "": rows above all lines
    std::string scope{};
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The text of a line alone in its row; "" for all other rows.
std::string lineAt(const Sheet& sheet, std::size_t row) {
    const auto column = onlyCell(sheet, row);
    if (!column || sheet.at(row, *column).kind != CellKind::Text) {
        return {};
    }
    const std::string text = tidyHeader(sheet.textAt(row, *column));
    const bool isValue = readNumber(text).meaning != CellMeaning::Unreadable;
    return isValue || isContinuation(text) || !unitInLine(text).empty() ? std::string()
                                                                        : withoutFrame(text);
}

/// The blocks of a body: lines that stand directly above rows of several cells, the last of several
/// lines above one row. Scopes alone hold for the rows below within a block.
std::vector<LineBlock> blocksOf(const Sheet& sheet, const Layout& layout) {
    std::vector<LineBlock> blocks;
    std::string pending;
    std::string scope;
    const auto first = static_cast<std::size_t>(layout.headerEnd);
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (std::size_t row = first; row < end; ++row) {
        const RowContent content = rowContent(sheet, row);
        if (content.filled() == 0) {
            continue;
        }
        const std::string line = lineAt(sheet, row);
        if (!scopeAlone(line).empty()) {
            scope = scopeAlone(line);
            pending = pending.empty() && !blocks.empty() ? blocks.back().line : pending;
        } else if (!line.empty()) {
            pending = line;
            scope.clear();
        } else if (!pending.empty() || blocks.empty()) {
            blocks.push_back({std::exchange(pending, {}), scope, row, row + 1});
        }
        if (!blocks.empty() && line.empty()) {
            blocks.back().end = row + 1;
        }
    }
    return blocks;
}

/// A part of a table with the rows of a block.
DetectedLayout partOfBlock(const DetectedLayout& table, const LineBlock& block) {
    DetectedLayout part = table;
    part.layout.bodyBegin = static_cast<std::int64_t>(block.begin);
    part.layout.bodyEnd = static_cast<std::int64_t>(block.end);
    giveScope(block.scope, part.layout);
    return part;
}

/// Whether every column of a wide table is a year of the table's one variable.
bool isOfOneVariable(const Layout& layout) {
    std::set<std::string> names;
    for (const ColumnLayout& column : layout.columns) {
        if (!column.isImported) {
            continue;
        }
        const std::string word = splitYear(column.label).name;
        if (column.isText || !(word.empty() || word == column.scope)) {
            return false;
        }
        names.insert(column.name);
    }
    return names.size() == 1;
}

bool mayBeVariable(const std::string& line) {
    const NameKind kind = chinaPrefectures().match(tidyName(line), {.listsOnlyPlaces = true}).kind;
    return kind == NameKind::Unknown && yearAlone(line) == 0 && !joinHeader({line}).name.empty();
}

/// Whether each unit stands once in each block, and most of them in other blocks too.
bool comeUnitsAgain(const Sheet& sheet, const Layout& layout,
                    const std::vector<LineBlock>& blocks) {
    std::set<std::string> known;
    std::size_t again = 0;
    std::size_t all = 0;
    for (const LineBlock& block : blocks) {
        std::set<std::string> here;
        for (std::size_t row = block.begin; row < block.end; ++row) {
            const std::string name =
                tidyName(sheet.textAt(row, static_cast<std::size_t>(layout.unitColumn)));
            if (!name.empty() && !here.insert(name).second) {
                return false;
            }
        }
        if (!known.empty()) {
            again += static_cast<std::size_t>(
                std::count_if(here.begin(), here.end(),
                              [&](const std::string& name) { return known.contains(name); }));
            all += here.size();
        }
        known.merge(here);
    }
    return again > 0 && 2 * again >= all;
}

/// Whether a line says how the table's variable is measured, and is none itself: 按当年价格, 增长.
bool isOfTableVariable(const HeaderText& line) {
    static const QRegularExpression manner = caseless("^(按|以|占|比|较|为|其中|#)");
    return isCompanionName(line.name) || matches(line.label, manner);
}

/// Calls the columns of a wide table as a line does.
void nameByLine(const std::string& line, Layout& layout) {
    const HeaderText header = joinHeader({line});
    for (ColumnLayout& column : layout.columns) {
        if (!column.isImported) {
            continue;
        }
        const std::string scope = column.scope.empty() ? "" : "_" + column.scope;
        column.name = isOfTableVariable(header) ? nameWithoutScope(column) + "_" : std::string();
        column.name += header.name;
        column.name += scope;
        column.variableLabel = header.label;
        column.unitOfMeasure =
            header.unitOfMeasure.empty() ? column.unitOfMeasure : header.unitOfMeasure;
    }
}

} // namespace

std::vector<DetectedLayout> partedByPlaceLines(const Sheet& sheet, DetectedLayout table) {
    const Layout& layout = table.layout;
    if (layout.kind != LayoutKind::Long || layout.unitColumn >= 0 || layout.periodColumn < 0 ||
        !layout.givenUnit.empty()) {
        return {std::move(table)};
    }
    const std::vector<LineBlock> blocks = blocksOf(sheet, layout);
    const bool areNamed = std::all_of(blocks.begin(), blocks.end(),
                                      [](const LineBlock& block) { return !block.line.empty(); });
    const bool hasPlace = std::any_of(blocks.begin(), blocks.end(), [](const LineBlock& block) {
        return !placeNamed(block.line).empty();
    });
    if (!areNamed || !hasPlace || blocks.size() > mostBlocks) {
        return {std::move(table)};
    }
    std::vector<DetectedLayout> parts;
    for (const LineBlock& block : blocks) {
        DetectedLayout part = partOfBlock(table, block);
        const std::string place = placeNamed(block.line);
        part.layout.givenUnit = place.empty() ? tidyName(block.line) : place;
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<DetectedLayout> partedByVariableLines(const Sheet& sheet, DetectedLayout table) {
    const Layout& layout = table.layout;
    if (layout.kind != LayoutKind::WideByPeriod || layout.unitColumn < 0 ||
        !isOfOneVariable(layout)) {
        return {std::move(table)};
    }
    const std::vector<LineBlock> blocks = blocksOf(sheet, layout);
    const bool areNamed = std::all_of(blocks.begin(), blocks.end(), [](const LineBlock& block) {
        return mayBeVariable(block.line);
    });
    if (blocks.size() < 2 || blocks.size() > mostBlocks || !areNamed ||
        !comeUnitsAgain(sheet, layout, blocks)) {
        return {std::move(table)};
    }
    std::vector<DetectedLayout> parts;
    for (const LineBlock& block : blocks) {
        parts.push_back(partOfBlock(table, block));
        nameByLine(block.line, parts.back().layout);
    }
    return parts;
}

} // namespace citypanel::sheets
