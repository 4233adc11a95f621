// SPDX-License-Identifier: GPL-3.0-or-later
// Header cells joined over merged and blank cells.
#include "core/sheets/header_groups.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/centred_headings.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/name_forms.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <set>

namespace citypanel::sheets {

namespace {

constexpr std::size_t widestGroup = 32; // columns under one heading that are looked at

/// The text a merged range gives a cell: its own row shows it, rows below do not repeat it.
std::optional<std::string> mergedText(const Sheet& sheet, std::size_t row, std::size_t column) {
    bool isBlank = false;
    for (const MergedRange& range : sheet.merged) {
        const bool covers = range.firstRow <= row && row <= range.lastRow &&
                            range.firstColumn <= column && column <= range.lastColumn;
        if (covers && isFilled(sheet, range.firstRow, range.firstColumn)) {
            return range.firstRow == row ? sheet.textAt(row, range.firstColumn) : std::string();
        }
        isBlank = isBlank || covers;
    }
    return isBlank ? std::optional(std::string()) : std::nullopt;
}

/// Whether a heading in a row or above it begins at a column: it is filled, and with another text
/// than the one at its left.
bool beginsHeading(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                   std::size_t column, std::size_t firstColumn) {
    for (std::size_t above = header.begin; above <= row; ++above) {
        const std::string text = tidyHeader(sheet.textAt(above, column));
        std::size_t left = column;
        while (left > firstColumn && !isFilled(sheet, above, left - 1)) {
            --left;
        }
        const bool isAlike =
            left > firstColumn && tidyHeader(sheet.textAt(above, left - 1)) == text;
        if (!text.empty() && !isAlike) {
            return true;
        }
    }
    return false;
}

/// The first column of a heading that may be written over each of its columns.
std::size_t firstAlike(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                       std::size_t column, std::size_t firstColumn) {
    while (column > firstColumn && !beginsHeading(sheet, header, row, column, firstColumn)) {
        --column;
    }
    return column;
}

/// The first column of the narrowest group a column belongs to in the rows above: that of the
/// nearest filled cell at or left of it.
std::size_t groupBegin(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                       std::size_t column, std::size_t firstColumn) {
    std::size_t begin = firstColumn;
    for (std::size_t above = row; above-- > header.begin;) {
        if (const auto group = centredGroup(sheet, header, above, column, firstColumn)) {
            begin = std::max(begin, group->begin);
            continue;
        }
        std::size_t left = column;
        while (left > firstColumn && !isFilled(sheet, above, left)) {
            --left;
        }
        if (isFilled(sheet, above, left)) {
            begin = std::max(begin, firstAlike(sheet, header, above, left, firstColumn));
        }
    }
    return begin;
}

/// What stands below a heading in one column; `scope` is what its last row says, "": no scope.
struct SubHeading {
    std::vector<std::string> texts; ///< by row
    std::string scope;
};

/// Blank cells above the last row have the text of the column at the left, `before`.
SubHeading subHeading(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                      std::size_t column, const std::vector<std::string>& before) {
    SubHeading sub;
    for (std::size_t below = row + 1; below < header.end; ++below) {
        const std::string text = tidyHeader(sheet.textAt(below, column));
        const HeaderText said = joinHeader({text});
        const bool isScopeAlone = !said.scope.empty() && said.label == said.scope;
        if (text.empty()) {
            const std::size_t at = sub.texts.size();
            sub.texts.push_back(at < before.size() ? before[at] : std::string());
            continue;
        }
        sub.scope = isScopeAlone ? said.scope : std::string();
        sub.texts.push_back(isScopeAlone ? said.scope : text);
    }
    return sub;
}

/// Whether the heading in column `left` is not that of a column right of it with a scope below,
/// since a scope that comes again begins another group: 全市, 市辖区, 全市. Where 市辖区 comes
/// again, that group begins at the 全市 before it.
bool beginsAnotherGroup(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                        std::size_t left, std::size_t column) {
    if (subHeading(sheet, header, row, column, {}).scope.empty()) {
        return false;
    }
    std::set<std::vector<std::string>> seen;
    std::vector<std::string> before;
    std::optional<std::size_t> afterDistricts; // a 全市 that follows a 市辖区
    std::string lastScope;
    const std::size_t end = std::min(sheet.columnCount(), left + widestGroup);
    for (std::size_t next = left; next < end; ++next) {
        const auto merged = mergedText(sheet, row, next);
        if (next > left && (isFilled(sheet, row, next) || (merged && merged->empty()))) {
            return false;
        }
        const SubHeading sub = subHeading(sheet, header, row, next, before);
        if (!sub.scope.empty() && !seen.insert(sub.texts).second) {
            return column >= afterDistricts.value_or(next);
        }
        if (!afterDistricts && lastScope == "市辖区" && sub.scope == "全市") {
            afterDistricts = next;
        }
        lastScope = sub.scope;
        before = sub.texts;
    }
    return false;
}

/// The text of the heading of a blank cell: that of its group, else the nearest filled cell left of
/// it, down to column `begin`.
std::string textFromGroup(const Sheet& sheet, const HeaderRows& header, std::size_t row,
                          std::size_t column, std::size_t firstColumn) {
    if (const auto group = centredGroup(sheet, header, row, column, firstColumn)) {
        return sheet.textAt(row, group->heading);
    }
    const std::size_t begin = groupBegin(sheet, header, row, column, firstColumn);
    for (std::size_t left = column; left-- > begin;) {
        if (isFilled(sheet, row, left)) {
            return beginsAnotherGroup(sheet, header, row, left, column) ? std::string()
                                                                        : sheet.textAt(row, left);
        }
        const auto merged = mergedText(sheet, row, left);
        if (merged && merged->empty()) {
            return {};
        }
    }
    return {};
}

/// What a cell of a pair of scopes says that bilingual yearbooks write shorter than can be told
/// from one cell alone: City | Districts, Prefecture | Urban districts. Empty for any other.
std::string scopeOfPair(const Sheet& sheet, std::size_t row, std::size_t column) {
    static const QRegularExpression city = caseless("^(city|prefecture)$");
    static const QRegularExpression districts = caseless("^(districts?)$");
    const auto isCity = [&](std::size_t at) {
        const std::string text = tidyHeader(sheet.textAt(row, at));
        return matches(text, city) || scopeWord(text) == "全市";
    };
    const auto isDistricts = [&](std::size_t at) {
        const std::string text = tidyHeader(sheet.textAt(row, at));
        return matches(text, districts) || scopeWord(text) == "市辖区";
    };
    if (isCity(column) && column + 1 < sheet.columnCount() && isDistricts(column + 1)) {
        return "全市";
    }
    return column > 0 && isDistricts(column) && isCity(column - 1) ? "市辖区" : std::string();
}

bool isScopeOnly(const ColumnLayout& column) {
    return !column.scope.empty() && column.label == column.scope;
}

} // namespace

std::vector<std::string> headerOver(const Sheet& sheet, const HeaderRows& header,
                                    std::size_t column, std::size_t firstColumn) {
    std::vector<std::string> texts(header.end - header.begin);
    bool isFilledBelow = false;
    for (std::size_t row = header.end; row-- > header.begin;) {
        std::string& text = texts[row - header.begin];
        if (isFilled(sheet, row, column)) {
            const std::string scope = row > header.begin && column >= firstColumn
                                          ? scopeOfPair(sheet, row, column)
                                          : std::string();
            text = scope.empty() ? sheet.textAt(row, column) : scope;
        } else if (const auto merged = mergedText(sheet, row, column)) {
            text = *merged;
        } else if (isFilledBelow && column >= firstColumn) {
            text = textFromGroup(sheet, header, row, column, firstColumn);
        }
        isFilledBelow = isFilledBelow || !text.empty();
    }
    return texts;
}

bool lacksHeading(const Layout& layout, const ColumnLayout& column) {
    const bool hasGroups = layout.headerEnd - layout.headerBegin > 1;
    return hasGroups && isScopeOnly(column) &&
           std::any_of(layout.columns.begin(), layout.columns.end(), [](const ColumnLayout& other) {
               return other.isImported && !other.isText && !isScopeOnly(other);
           });
}

std::string nameWithoutHeading(const ColumnLayout& column) {
    return columnLetters(column.column) + '_' + column.scope;
}

bool isNamedWithoutHeading(const ColumnLayout& column) {
    static const QRegularExpression letters(QStringLiteral("^[A-Z]{1,3}_(全市|市辖区)$"));
    return isScopeOnly(column) && matches(column.name, letters);
}

} // namespace citypanel::sheets
