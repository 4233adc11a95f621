// SPDX-License-Identifier: GPL-3.0-or-later
// Where columns of units come again.
#include "core/sheets/side_blocks.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/companion_names.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/section_words.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace citypanel::sheets {

namespace {

constexpr std::size_t comparedRows = 400;

/// What a column holds below the first row of headers.
enum class SideRole { Other, Values, Names };

/// A column of names, or of values, as the search for tables side by side needs it.
struct SideColumn {
    SideRole role = SideRole::Other;
    std::size_t column = 0;
    std::size_t header = 0;           ///< row of the word for units, or above the first place
    std::string word{};               ///< what stands there
    std::size_t headingRow = 0;       ///< row of the last text over its names
    bool hasWord = false;             ///< it is a word for units
    bool leadsYears = false;          ///< a year stands at the right of the word
    bool arePlaces = false;           ///< most names are places, and none stands twice
    std::vector<std::string> names{}; ///< by row, from the first of the rows
    std::size_t counterpart = 0;      ///< the column of the table at its left that it is as
    std::size_t counterpartHeader = 0;
};

std::string placeCalled(const std::string& name) {
    const NameMatch match = chinaPrefectures().match(name, {.listsOnlyPlaces = true});
    return match.kind == NameKind::Place ? chinaPrefectures().places()[match.place].name
                                         : std::string();
}

bool isProvince(const Sheet& sheet, std::size_t row, std::size_t column) {
    const std::string name = tidyName(sheet.textAt(row, column));
    const NameKind kind = name.empty()
                              ? NameKind::Unknown
                              : chinaPrefectures().match(name, {.listsProvinces = true}).kind;
    return kind == NameKind::Province;
}

/// Whether a cell is a word for units over a column: a heading stands beside it at the right.
bool isOverUnits(const Sheet& sheet, std::size_t row, std::size_t column) {
    constexpr std::size_t longest = 40; // bytes of a word for units and its blanks
    const Cell cell = sheet.at(row, column);
    if (cell.kind != CellKind::Text || cell.text.size() > longest ||
        !isUnitWord(tidyName(cell.text))) {
        return false;
    }
    std::size_t next = column + 1;
    while (next < sheet.columnCount() && !isFilled(sheet, row, next)) {
        ++next;
    }
    const CellValue value = readNumber(sheet.at(row, next));
    return next < sheet.columnCount() &&
           (value.meaning == CellMeaning::Unreadable ||
            (value.meaning == CellMeaning::Number && isYear(value.number)));
}

/// Whether the next heading at the right of a cell, but for one over codes, is a year and nothing
/// else.
bool standsBeforeYear(const Sheet& sheet, std::size_t row, std::size_t column) {
    std::size_t next = column + 1;
    while (next < sheet.columnCount() &&
           (!isFilled(sheet, row, next) || isCodeName(tidyHeader(sheet.textAt(row, next))))) {
        ++next;
    }
    if (next >= sheet.columnCount()) {
        return false;
    }
    const CellValue value = readNumber(sheet.at(row, next));
    const bool isNumber = value.meaning == CellMeaning::Number && isYear(value.number);
    return isNumber || yearAlone(tidyHeader(sheet.textAt(row, next))) != 0;
}

/// The names below the header of a column of texts, and whether they are places.
void readNames(const Sheet& sheet, std::size_t first, std::size_t end, SideColumn& read) {
    constexpr std::size_t tried = 20; // names, before the rest is taken for no places either
    std::map<std::string, std::string> known; // places by name
    std::set<std::string> places;
    std::size_t named = 0;
    std::size_t rowsOfPlaces = 0;
    std::optional<std::size_t> firstPlace;
    read.names.resize(end - first);
    for (std::size_t row = read.hasWord ? read.header + 1 : first; row < end; ++row) {
        const std::string name = tidyName(sheet.labelAt(row, read.column));
        if (name.empty()) {
            continue;
        }
        const bool isTried = firstPlace || known.size() < tried;
        const auto [found, isNew] = known.try_emplace(name, std::string());
        found->second = isNew && isTried ? placeCalled(name) : found->second;
        const std::string& place = found->second;
        firstPlace = !place.empty() && !firstPlace ? row : firstPlace;
        named += firstPlace ? 1 : 0;
        rowsOfPlaces += place.empty() ? 0 : 1;
        places.insert(place);
        read.names[row - first] = place.empty() ? name : place;
    }
    places.erase(std::string());
    read.arePlaces = rowsOfPlaces > 0 && rowsOfPlaces == places.size() && 2 * rowsOfPlaces > named;
    std::size_t top = firstPlace.value_or(first);
    while (top > first && (isProvince(sheet, top - 1, read.column) ||
                           isTotalName(tidyName(sheet.textAt(top - 1, read.column))))) {
        --top; // 河北省 over its cities is no heading, nor is 合计
    }
    if (!read.hasWord && read.arePlaces && top > first) {
        read.header = top - 1;
        read.word = tidyName(sheet.textAt(read.header, read.column));
        std::fill_n(read.names.begin(), *firstPlace - first, std::string());
    }
}

/// What stands over the values or names of a column.
struct SideHeading {
    std::string text{}; ///< "" where nothing does
    std::size_t row = 0;
};

/// The last text of a column above row `end`; over names one that is no province over its cities.
SideHeading headingOf(const Sheet& sheet, std::size_t column, std::size_t first, std::size_t end,
                      bool isOverNames) {
    SideHeading heading;
    for (std::size_t row = end; row-- > first && heading.text.empty();) {
        const Cell cell = sheet.at(row, column);
        heading.row = row;
        const bool isYearCell = cell.kind == CellKind::Number && isYear(cell.number);
        const bool isHeading = (cell.kind == CellKind::Text || isYearCell) &&
                               !(isOverNames && isProvince(sheet, row, column));
        heading.text = isHeading ? tidyHeader(sheet.textAt(row, column)) : std::string();
    }
    return heading;
}

/// Finds the word for units among the first filled cells of a column.
void findWord(const Sheet& sheet, std::size_t first, std::size_t end, SideColumn& read) {
    constexpr std::size_t mostAbove = 8; // lines of titles, groups of columns
    std::size_t filled = 0;
    for (std::size_t row = first; row < end && filled < mostAbove && !read.hasWord; ++row) {
        filled += isFilled(sheet, row, read.column) ? 1 : 0;
        if (isOverUnits(sheet, row, read.column)) {
            read.hasWord = true;
            read.header = row;
            read.word = tidyName(sheet.textAt(row, read.column));
        }
    }
}

/// "城市" of "城市1".
std::string withoutNumber(std::string word) {
    while (!word.empty() && word.back() >= '0' && word.back() <= '9') {
        word.pop_back();
    }
    return word;
}

bool isNumberedAs(const SideColumn& left, const std::string& word) {
    return withoutNumber(left.word) == withoutNumber(word);
}

/// A heading over names that stands over names at the right again is a word for units, whatever it
/// says: 市（县）, 调查点.
void takeWord(std::vector<SideColumn>& columns, SideColumn& read) {
    for (SideColumn& left : columns) {
        const bool isSame = left.role == SideRole::Names && !read.word.empty() &&
                            left.word == read.word && left.headingRow == read.headingRow;
        if (isSame && !read.hasWord) {
            left.hasWord = true;
            left.header = left.headingRow;
            read.hasWord = true;
            read.header = read.headingRow;
        }
    }
}

/// Whether a column without any number or text is one of values that are all missing: its heading
/// stands beside the word for the units at its left.
bool areAllMissing(const std::vector<SideColumn>& columns, const SideHeading& heading) {
    const auto isUnits = [&](const SideColumn& left) {
        return left.role == SideRole::Names && left.headingRow == heading.row;
    };
    return !heading.text.empty() && std::any_of(columns.begin(), columns.end(), isUnits);
}

/// Whether texts below a heading may be names of units: under a word for units, before any values,
/// under no heading or under one of names at the left.
bool mayBeNames(const std::vector<SideColumn>& columns, const SideColumn& read, bool hasValues,
                const std::string& heading) {
    const auto isAsAtTheLeft = [&](const SideColumn& left) {
        return left.role == SideRole::Names && isNumberedAs(left, tidyName(heading));
    };
    return read.hasWord || !hasValues || heading.empty() ||
           std::any_of(columns.begin(), columns.end(), isAsAtTheLeft);
}

/// What a column may hold below the first row with numbers, or below its word for units. `columns`
/// are those at its left.
SideColumn readColumn(const Sheet& sheet, std::size_t column, const SheetRange& rows,
                      std::size_t body, std::vector<SideColumn>& columns) {
    const bool hasValues = std::any_of(columns.begin(), columns.end(), [](const SideColumn& left) {
        return left.role == SideRole::Values;
    });
    SideColumn read{.column = column, .header = rows.firstRow};
    findWord(sheet, rows.firstRow, rows.endRow, read);
    const std::size_t begin = read.hasWord ? read.header + 1 : body;
    const ColumnContent content = columnContent(sheet, column, begin, rows.endRow);
    const bool areTexts = content.texts > content.numbers;
    const SideHeading heading =
        headingOf(sheet, column, rows.firstRow, read.hasWord ? begin : body, areTexts);
    read.headingRow = read.hasWord ? read.header : heading.row;
    if (areTexts) {
        const bool isNamed = mayBeNames(columns, read, hasValues, heading.text);
        read.role = isNamed ? SideRole::Names : SideRole::Other;
        read.word = read.hasWord ? read.word : tidyName(heading.text);
        if (isNamed && hasValues) {
            takeWord(columns, read);
        }
    } else if (content.numbers > 0 || areAllMissing(columns, heading)) {
        const bool isKey = isPeriodName(heading.text) || isCodeName(heading.text) ||
                           (heading.text.empty() && content.years == content.numbers);
        read.role = isKey ? SideRole::Other : SideRole::Values;
    }
    return read;
}

std::vector<SideColumn> readColumns(const Sheet& sheet, std::size_t first, std::size_t end) {
    std::size_t body = first;
    while (body + 1 < end && !looksLikeBody(rowContent(sheet, body))) {
        ++body;
    }
    std::vector<SideColumn> columns;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        columns.push_back(readColumn(sheet, column, {first, end, 0, 0}, body, columns));
    }
    return columns;
}

/// Whether names stand behind values, and values behind them.
bool mayHoldTables(const std::vector<SideColumn>& columns) {
    SideRole awaited = SideRole::Names;
    int met = 0;
    for (const SideColumn& column : columns) {
        if (column.role == awaited) {
            awaited = awaited == SideRole::Names ? SideRole::Values : SideRole::Names;
            ++met;
        }
    }
    constexpr int twoTables = 4;
    return met >= twoTables;
}

/// Whether some row names another unit at the right than at the left, or one at the right alone.
bool nameOthers(const SideColumn& left, const SideColumn& right) {
    for (std::size_t i = 0; i < right.names.size(); ++i) {
        if (!right.names[i].empty() && right.names[i] != left.names[i]) {
            return true;
        }
    }
    return false;
}

/// Whether a line above the words for units gives each half a title of its own, over those words.
bool haveOwnTitles(const Sheet& sheet, const SideColumn& left, const SideColumn& right) {
    for (std::size_t row = std::min(left.header, right.header); row-- > 0;) {
        const std::string first = tidyHeader(sheet.textAt(row, left.column));
        const std::string second = tidyHeader(sheet.textAt(row, right.column));
        if (rowContent(sheet, row).filled() == 2 && !first.empty() && !second.empty() &&
            first != second && !isUnitLine(sheet, row)) {
            return true;
        }
    }
    return false;
}

/// Which of the names `left` a column of names is as that begins another table; null: it begins
/// none.
const SideColumn* counterpartOf(const Sheet& sheet, const std::vector<SideColumn>& left,
                                const SideColumn& right) {
    const auto others = [&](const SideColumn& column) { return nameOthers(column, right); };
    const auto sharesWord = [&](const SideColumn& column) {
        return column.hasWord && right.hasWord && column.word == right.word;
    };
    const auto same = std::find_if(left.begin(), left.end(), sharesWord);
    if (same != left.end()) {
        // Years under years again are those of another variable, be it of the same units.
        const bool areYears = same->leadsYears && right.leadsYears;
        return areYears || others(*same) || haveOwnTitles(sheet, *same, right) ? &*same : nullptr;
    }
    const auto isNumbered = [&](const SideColumn& column) {
        return isNumberedAs(column, right.word);
    };
    const bool areYears = right.leadsYears && left.back().leadsYears;
    const bool isNamed = right.hasWord || right.word.empty() || areYears ||
                         std::any_of(left.begin(), left.end(), isNumbered);
    const bool isOther = areYears || std::all_of(left.begin(), left.end(), others);
    return right.arePlaces && isNamed && isOther ? &left.back() : nullptr;
}

/// Whether two headings left of units say the same: alike, or both the place in an order of what
/// stands behind them (人口位次, GDP位次).
bool leadTheSame(const std::string& left, const std::string& right) {
    return left == right || (saysRank(left) && saysRank(right));
}

/// How many of the columns left of the units stand left of those of the table before, which begins
/// at `begin`, too.
std::size_t leadOf(const Sheet& sheet, const SideColumn& units, std::size_t begin) {
    const std::size_t lead = units.counterpart - begin;
    for (std::size_t i = 1; i <= lead; ++i) {
        const bool isThere = units.column > units.counterpart + i;
        if (!isThere ||
            !leadTheSame(tidyHeader(sheet.textAt(units.counterpartHeader, units.counterpart - i)),
                         tidyHeader(sheet.textAt(units.header, units.column - i)))) {
            return 0;
        }
    }
    return lead;
}

/// The column of names of each table from the left, all columns known.
std::vector<SideColumn> unitsOfTables(const Sheet& sheet, std::vector<SideColumn> columns) {
    std::vector<SideColumn> tables;
    std::vector<SideColumn> left; // names of the table that is being read
    bool hasValues = false;
    for (SideColumn& column : columns) {
        const std::size_t at = column.column;
        if (column.role == SideRole::Values) {
            hasValues = !left.empty();
            continue;
        }
        if (column.role != SideRole::Names) {
            continue;
        }
        const auto hasValuesBehind = [&] {
            return std::any_of(columns.begin() + static_cast<std::ptrdiff_t>(at) + 1, columns.end(),
                               [](const SideColumn& c) { return c.role == SideRole::Values; });
        };
        if (!hasValues) {
            left.push_back(column);
        } else if (const SideColumn* as = counterpartOf(sheet, left, column);
                   as && hasValuesBehind()) {
            column.counterpart = as->column;
            column.counterpartHeader = as->header;
            tables.resize(std::max<std::size_t>(tables.size(), 1), *as);
            tables.push_back(column);
            left = {column};
            hasValues = false;
        }
    }
    return tables;
}

/// The heading over labels of rows, with the columns to the first place at its right.
struct LabelHeading {
    std::vector<std::string> texts{}; ///< of it and what stands between: 指标, 单位; may be blank
    std::size_t column = 0;
};

/// Whether the rows below a cell are labelled in its column, by words or by years.
bool holdsLabels(const Sheet& sheet, std::size_t row, std::size_t column) {
    const ColumnContent content =
        columnContent(sheet, column, row + 1, std::min(sheet.rowCount(), row + comparedRows));
    return content.texts > content.numbers ||
           (content.numbers > 0 && content.years == content.numbers &&
            isPeriodName(tidyHeader(sheet.textAt(row, column))));
}

/// The headings over labels in a row of places, from the left: each time a run of places begins.
std::vector<LabelHeading> labelHeadings(const Sheet& sheet, std::size_t row) {
    constexpr std::size_t most = 3; // 指标, 代码, 单位
    std::vector<LabelHeading> headings;
    std::size_t begin = 0; // of the columns since the last place
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!namesUnit(sheet, row, column)) {
            continue;
        }
        std::size_t first = begin;
        while (first < column && !holdsLabels(sheet, row, first)) {
            ++first;
        }
        if (first < column && column - first <= most) {
            LabelHeading heading{.texts = {}, .column = first};
            for (std::size_t at = first; at < column; ++at) {
                heading.texts.push_back(tidyName(sheet.textAt(row, at)));
            }
            headings.push_back(std::move(heading));
        }
        begin = column + 1;
    }
    return headings;
}

} // namespace

namespace {

/// The words over years in a row, from the left, where the first cell is such a word: all columns
/// behind them hold numbers, since the table is of one place.
std::vector<LabelHeading> yearHeadings(const Sheet& sheet, std::size_t row) {
    std::vector<LabelHeading> headings;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        const std::string word = tidyName(sheet.textAt(row, column));
        const ColumnContent content =
            columnContent(sheet, column, row + 1, std::min(sheet.rowCount(), row + comparedRows));
        const bool areYears = isPeriodName(word) && content.numbers > 0 &&
                              content.years == content.numbers && content.texts == 0;
        if (content.texts > content.numbers || (headings.empty() && !areYears)) {
            return {};
        }
        if (areYears) {
            headings.push_back({.texts = {word}, .column = column});
        }
    }
    return headings;
}

} // namespace

SideBlocks sideBlocksByLabels(const Sheet& sheet) {
    constexpr std::size_t mostLines = 20;
    SideBlocks blocks;
    blocks.columns.push_back({0, sheet.rowCount(), 0, sheet.columnCount()});
    for (std::size_t row = 0; row < std::min(sheet.rowCount(), mostLines); ++row) {
        std::vector<LabelHeading> headings = labelHeadings(sheet, row);
        if (headings.empty()) {
            headings = yearHeadings(sheet, row);
        }
        if (headings.empty()) {
            continue;
        }
        blocks.firstHeader = row;
        blocks.haveLabelsDown = true;
        for (std::size_t i = 1; i < headings.size(); ++i) {
            const bool isBehind = headings[i].column > headings[i - 1].column + 1;
            if (isBehind && headings[i].texts == headings[0].texts) {
                blocks.columns.back().endColumn = headings[i].column;
                blocks.columns.push_back(
                    {0, sheet.rowCount(), headings[i].column, sheet.columnCount()});
            }
        }
        break;
    }
    return blocks;
}

SideBlocks sideBlocks(const Sheet& sheet, std::size_t first, std::size_t end) {
    const std::size_t last = std::min({end, sheet.rowCount(), first + comparedRows});
    SideBlocks blocks;
    blocks.columns.push_back({0, sheet.rowCount(), 0, sheet.columnCount()});
    if (first >= last) {
        return blocks;
    }
    std::vector<SideColumn> columns = readColumns(sheet, first, last);
    if (!mayHoldTables(columns)) {
        return blocks;
    }
    for (SideColumn& column : columns) {
        if (column.role == SideRole::Names) {
            readNames(sheet, first, last, column);
            column.leadsYears = standsBeforeYear(sheet, column.header, column.column);
            const bool isNamed = column.hasWord || column.arePlaces;
            column.role = isNamed ? SideRole::Names : SideRole::Other;
        }
    }
    const std::vector<SideColumn> tables = unitsOfTables(sheet, std::move(columns));
    std::size_t begin = rowsOf(sheet, first, last).firstColumn;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        blocks.firstHeader =
            i == 0 ? tables[i].header : std::min(blocks.firstHeader, tables[i].header);
        if (i > 0) {
            begin = tables[i].column - leadOf(sheet, tables[i], begin);
            blocks.columns.back().endColumn = begin;
            blocks.columns.push_back({0, sheet.rowCount(), begin, sheet.columnCount()});
        }
    }
    return blocks;
}

} // namespace citypanel::sheets
