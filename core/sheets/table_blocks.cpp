// SPDX-License-Identifier: GPL-3.0-or-later
// Headers found again down the column of units.
#include "core/sheets/table_blocks.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/header_text.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/unit_of_measure.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace citypanel::sheets {

namespace {

constexpr std::size_t mostLinesAbove = 6; // title, units of measure, groups of columns, blanks

/// Texts and no numbers: a row of words over columns.
bool isRowOfWords(const Sheet& sheet, std::size_t row, std::size_t fewest) {
    const RowContent content = rowContent(sheet, row);
    return content.numbers == 0 && content.texts >= fewest;
}

/// What stands over the units in the header, by the texts as they stand in the cells.
class UnitHeaderWords {
public:
    UnitHeaderWords(const Sheet& sheet, const Layout& layout) {
        const auto column = static_cast<std::size_t>(layout.unitColumn);
        for (auto row = static_cast<std::size_t>(layout.headerBegin);
             row < static_cast<std::size_t>(layout.headerEnd); ++row) {
            words_.insert(tidyName(sheet.textAt(row, column)));
        }
        words_.erase(std::string());
    }

    [[nodiscard]] bool contains(const std::string& text) {
        const auto known = known_.find(text);
        if (known != known_.end()) {
            return known->second;
        }
        const std::string word = tidyName(text);
        const bool isOne = words_.contains(word) || isUnitWord(word);
        known_.emplace(text, isOne);
        return isOne;
    }

private:
    std::set<std::string> words_;
    std::unordered_map<std::string, bool> known_;
};

/// A line over a table that is alone in its row: "2-5 续表", "二、财政 (2012年)". A name alone may
/// be a unit without values.
bool isTitleLine(const Sheet& sheet, std::size_t row) {
    static const QRegularExpression title(
        QStringLiteral(
            "续|表|^\\d+ ?[-–—.]\\d+|(19|20)\\d\\d|^[一二三四五六七八九十]+、|table|contin"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression note(QStringLiteral("^(注|资料来源|数据来源|说明|note|source)"),
                                         QRegularExpression::CaseInsensitiveOption);
    std::string text;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        if (isFilled(sheet, row, column)) {
            if (!text.empty()) {
                return false;
            }
            text = tidyHeader(sheet.textAt(row, column));
        }
    }
    const bool isApart = row > 0 && rowContent(sheet, row - 1).filled() == 0;
    const bool isTitle = matches(text, title) || isApart ||
                         !joinHeader({text}).unitOfMeasure.empty(); // "年末总人口(万人)"
    return isTitle && !text.empty() && !matches(text, note);
}

bool standsAboveHeader(const Sheet& sheet, std::size_t row, std::size_t unitColumn) {
    const bool isGroups = !isFilled(sheet, row, unitColumn) && isRowOfWords(sheet, row, 1);
    return rowContent(sheet, row).filled() == 0 || isUnitLine(sheet, row) || isGroups ||
           isTitleLine(sheet, row);
}

bool measureTheSame(const std::string& a, const std::string& b) {
    const auto between = conversion(a, b);
    return a == b || (between && between->changesNothing());
}

} // namespace

std::size_t blockBegin(const Sheet& sheet, std::size_t header, std::size_t last,
                       const Layout& layout) {
    const auto column = static_cast<std::size_t>(std::max<std::int64_t>(layout.unitColumn, 0));
    std::size_t begin = header;
    while (begin > last + 1 && header - begin < mostLinesAbove &&
           standsAboveHeader(sheet, begin - 1, column)) {
        --begin;
    }
    return begin;
}

std::vector<std::size_t> blockBegins(const Sheet& sheet, const Layout& layout) {
    std::vector<std::size_t> begins;
    if (layout.unitColumn < 0 || layout.headerEnd <= layout.headerBegin) {
        return begins;
    }
    UnitHeaderWords words(sheet, layout);
    const auto column = static_cast<std::size_t>(layout.unitColumn);
    const std::size_t end = std::min(sheet.rowCount(), static_cast<std::size_t>(layout.bodyEnd));
    std::size_t last = static_cast<std::size_t>(layout.bodyBegin);
    for (std::size_t row = last + 1; row < end; ++row) {
        const Cell cell = sheet.at(row, column);
        const bool isHeader = cell.kind == CellKind::Text &&
                              words.contains(std::string(cell.text)) && isRowOfWords(sheet, row, 2);
        if (!isHeader) {
            continue;
        }
        begins.push_back(blockBegin(sheet, row, last, layout));
        while (row + 1 < end && isRowOfWords(sheet, row + 1, 1)) {
            ++row; // the header goes on, in English perhaps, with a word for units again
        }
        last = row;
    }
    return begins;
}

bool isUnitHeader(const Sheet& sheet, std::size_t row) {
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        if (isFilled(sheet, row, column)) {
            return isUnitWord(tidyName(sheet.textAt(row, column))) && isRowOfWords(sheet, row, 2);
        }
    }
    return false;
}

bool saysContinued(const std::string& title) {
    static const QRegularExpression continued = caseless("续|continue");
    return matches(title, continued);
}

bool holdTheSame(const Layout& a, const Layout& b) {
    const bool haveSameKeys = a.kind == b.kind && a.unitColumn == b.unitColumn &&
                              a.periodColumn == b.periodColumn && a.periodRule == b.periodRule &&
                              a.givenPeriod == b.givenPeriod;
    const auto imported = [](const Layout& layout) {
        std::vector<const ColumnLayout*> columns;
        for (const ColumnLayout& column : layout.columns) {
            if (column.isImported) {
                columns.push_back(&column);
            }
        }
        return columns;
    };
    const auto first = imported(a);
    const auto second = imported(b);
    return haveSameKeys && std::equal(first.begin(), first.end(), second.begin(), second.end(),
                                      [](const ColumnLayout* x, const ColumnLayout* y) {
                                          return x->column == y->column && x->name == y->name &&
                                                 x->scope == y->scope && x->period == y->period &&
                                                 measureTheSame(x->unitOfMeasure, y->unitOfMeasure);
                                      });
}

} // namespace citypanel::sheets
