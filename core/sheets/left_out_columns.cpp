// SPDX-License-Identifier: GPL-3.0-or-later
// Columns beside those that are read, searched for numbers.
#include "core/sheets/left_out_columns.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/indicator_rows.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/regions.h"
#include "core/sheets/value_columns.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

namespace {

/// Whether a text may be a number: most are not, and are told so quickly.
bool mayBeNumber(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == '\xEF'; });
}

bool isSomeNumber(const Cell& cell) {
    if (cell.kind != CellKind::Text) {
        return cell.kind == CellKind::Number;
    }
    return mayBeNumber(cell.text) &&
           (readNumber(cell).meaning == CellMeaning::Number || isNearNumber(cell.text));
}

/// For each column whether a row of the body that is read holds a number there, or words.
struct Held {
    std::vector<bool> numbers;
    std::vector<bool> words;
};

/// One walk along the rows: a sheet may be as wide as it is long, with hardly a cell.
Held heldByColumns(const Sheet& sheet, const Layout& layout) {
    Held hold{std::vector<bool>(sheet.columnCount(), false),
              std::vector<bool>(sheet.columnCount(), false)};
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        if (isIgnored(layout, row) || isLeftOut(sheet, layout, row)) {
            continue;
        }
        for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
            const Cell cell = sheet.at(row, column);
            hold.numbers[column] = hold.numbers[column] || isSomeNumber(cell);
            hold.words[column] =
                hold.words[column] || (cell.kind == CellKind::Text &&
                                       readNumber(cell).meaning == CellMeaning::Unreadable);
        }
    }
    return hold;
}

/// Whether another table of the same sheet reads a column, or has it for a key.
bool isOfOtherTable(const ImportPlan& plan, const SheetImport& entry, std::int64_t column) {
    return std::any_of(plan.sheets.begin(), plan.sheets.end(), [&](const SheetImport& other) {
        const ColumnLayout* described = findColumn(other.layout, column);
        const bool isSameSheet = other.file == entry.file && other.sheet == entry.sheet;
        return isSameSheet && other.table != entry.table &&
               other.layout.bodyBegin < entry.layout.bodyEnd &&
               entry.layout.bodyBegin < other.layout.bodyEnd &&
               (column == other.layout.unitColumn || column == other.layout.periodColumn ||
                (described != nullptr && described->isImported));
    });
}

/// Whether a column under a word for codes holds those of places, or no more than the numbers of
/// its rows or units: 1, 2, 3, ... Codes of another kind may be what somebody looks for.
bool saysPlacesAgain(const Sheet& sheet, const Layout& layout, const ColumnLayout& column) {
    constexpr std::size_t sampled = 400;
    constexpr std::size_t placeCode = 6; // digits; those of streets and villages follow
    std::size_t filled = 0;
    std::size_t places = 0;
    std::set<double> numbers;
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end && filled < sampled;
         ++row) {
        const auto at = static_cast<std::size_t>(column.column);
        std::string text = sheet.textAt(row, at);
        if (text.empty() || isIgnored(layout, row)) {
            continue;
        }
        ++filled;
        const bool isShort = text.size() == 2 || text.size() == 4; // 13 and 1301
        text.resize(isShort || text.size() > placeCode ? placeCode : text.size(), '0');
        const NameMatch code = chinaPrefectures().match(text);
        places += code.kind == NameKind::Place || code.kind == NameKind::Province ? 1 : 0;
        if (const CellValue value = readNumber(sheet.at(row, at));
            value.meaning == CellMeaning::Number) {
            numbers.insert(value.number);
        }
    }
    const bool areCounted = !numbers.empty() && *numbers.begin() == 1 &&
                            *numbers.rbegin() == static_cast<double>(numbers.size());
    return filled == 0 || 2 * places >= filled || areCounted;
}

/// Whether a column that is not read needs no word: a key, a code, what says which rows are read.
bool needsNoWord(const Sheet& sheet, const ImportPlan& plan, const Layout& layout,
                 const ColumnLayout& column) {
    const bool isCondition =
        std::any_of(layout.rowsWhere.begin(), layout.rowsWhere.end(),
                    [&](const RowCondition& where) { return where.column == column.column; });
    const bool isOfOtherScope =
        !plan.scope.empty() && !column.scope.empty() && column.scope != plan.scope;
    const bool isToldByLayout = layout.kind == LayoutKind::WideByPeriod && !column.isText &&
                                !column.isImported && periodOfColumn(column) == 0;
    return isCondition || isOfOtherScope || isToldByLayout ||
           (isCodeName(column.name) && saysPlacesAgain(sheet, layout, column));
}

/// Whether most texts of a column are names of places, so that it says again, or more closely, of
/// what unit a row is.
bool namesPlaces(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    constexpr std::size_t sampled = 100;
    std::size_t texts = 0;
    std::size_t places = 0;
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end && texts < sampled;
         ++row) {
        const std::string text = tidyName(sheet.textAt(row, static_cast<std::size_t>(column)));
        if (!text.empty()) {
            ++texts;
            places += chinaPrefectures().match(text).kind != NameKind::Unknown ||
                              !chinaPrefectures().provinceCalled(text).empty()
                          ? 1
                          : 0;
        }
    }
    return 2 * places >= texts;
}

std::string columnNameOf(const Layout& layout, const ColumnLayout* described, std::int64_t column) {
    if (described != nullptr) {
        return described->label.empty() ? described->name : described->label;
    }
    const CellIndex cell = cellInFile(layout, 0, static_cast<std::size_t>(column));
    return layout.isTransposed ? std::to_string(cell.row + 1) : columnLetters(cell.column);
}

} // namespace

LeftOutColumns leftOutColumns(const Sheet& laidOut, const ImportPlan& plan,
                              const SheetImport& entry) {
    const Layout& layout = entry.layout;
    LeftOutColumns leftOut;
    const Held hold = heldByColumns(laidOut, layout);
    const RowLabels labels = rowLabels(laidOut, layout);
    std::map<std::int64_t, const ColumnLayout*> columns;
    for (const ColumnLayout& known : layout.columns) {
        columns.emplace(known.column, &known);
    }
    for (std::int64_t column = 0; column < static_cast<std::int64_t>(laidOut.columnCount());
         ++column) {
        const bool hasNumbers = hold.numbers[static_cast<std::size_t>(column)];
        if (!hasNumbers && !hold.words[static_cast<std::size_t>(column)]) {
            continue;
        }
        const auto known = columns.find(column);
        const ColumnLayout* described = known == columns.end() ? nullptr : known->second;
        const bool isKey = column == layout.unitColumn || column == layout.periodColumn;
        const bool isTaken = described != nullptr && takesColumn(layout, *described, plan.scope);
        const bool isTold =
            isKey || isTaken ||
            (described != nullptr && needsNoWord(laidOut, plan, layout, *described));
        const bool isKnownText =
            !hasNumbers && (described == nullptr || isUnitName(described->name) ||
                            isPeriodName(described->name) || labels.contains(column));
        if (isTold || isKnownText || isOfOtherTable(plan, entry, column)) {
            continue;
        }
        if (hasNumbers) {
            leftOut.withNumbers.push_back(columnNameOf(layout, described, column));
        } else if (!namesPlaces(laidOut, layout, column)) {
            leftOut.ofWords.push_back(columnNameOf(layout, described, column));
        }
    }
    return leftOut;
}

} // namespace citypanel::sheets
