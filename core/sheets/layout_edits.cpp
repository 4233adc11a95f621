// SPDX-License-Identifier: GPL-3.0-or-later
// Rows moved between header, body and notes; columns between keys and values.
#include "core/sheets/layout_edits.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_text.h"
#include "core/sheets/said_columns.h"

#include <algorithm>
#include <map>

namespace citypanel::sheets {

namespace {

void markHeader(Layout& layout, const RowRange& rows) {
    layout.headerBegin = rows.first;
    layout.headerEnd = rows.last + 1;
    layout.bodyBegin = std::max(layout.bodyBegin, layout.headerEnd);
    if (layout.unitRow >= rows.first && layout.unitRow <= rows.last) {
        layout.unitRow = -1;
    }
}

void markBody(Layout& layout, const RowRange& rows) {
    std::erase_if(layout.ignoredRows,
                  [&](std::int64_t row) { return row >= rows.first && row <= rows.last; });
    const bool isSingle = rows.first == rows.last;
    if (isSingle && rows.first >= layout.bodyEnd) {
        layout.bodyEnd = rows.last + 1;
    } else if (!isSingle || rows.first < layout.bodyBegin) {
        layout.bodyBegin = rows.first;
        layout.bodyEnd = isSingle ? layout.bodyEnd : rows.last + 1;
    }
    layout.headerEnd = std::min(layout.headerEnd, layout.bodyBegin);
    layout.headerBegin = std::min(layout.headerBegin, layout.headerEnd);
}

/// Whether nothing is written below a row of the body.
bool endsBody(const Sheet& sheet, const Layout& layout, std::int64_t row) {
    const auto end =
        std::min<std::int64_t>(layout.bodyEnd, static_cast<std::int64_t>(sheet.rowCount()));
    for (std::int64_t below = row + 1; below < end; ++below) {
        if (rowContent(sheet, static_cast<std::size_t>(below)).filled() > 0) {
            return false;
        }
    }
    return true;
}

/// Takes rows at either edge out of the header.
void leaveHeader(Layout& layout, const RowRange& rows) {
    if (rows.first <= layout.headerBegin) {
        layout.headerBegin = std::clamp(rows.last + 1, layout.headerBegin, layout.headerEnd);
    } else if (rows.first < layout.headerEnd) {
        layout.headerEnd = rows.first;
    }
}

void markNote(const Sheet& sheet, Layout& layout, const RowRange& rows) {
    leaveHeader(layout, rows);
    if (rows.first <= layout.bodyBegin && rows.last >= layout.bodyBegin) {
        layout.bodyBegin = std::min(rows.last + 1, layout.bodyEnd);
    } else if (rows.first > layout.bodyBegin && endsBody(sheet, layout, rows.last)) {
        layout.bodyEnd = std::min(layout.bodyEnd, rows.first);
    } else {
        for (std::int64_t row = std::max(rows.first, layout.bodyBegin);
             row <= std::min(rows.last, layout.bodyEnd - 1); ++row) {
            layout.ignoredRows.push_back(row);
        }
        std::sort(layout.ignoredRows.begin(), layout.ignoredRows.end());
        layout.ignoredRows.erase(std::unique(layout.ignoredRows.begin(), layout.ignoredRows.end()),
                                 layout.ignoredRows.end());
    }
}

void markUnitLine(Layout& layout, const RowRange& rows) {
    leaveHeader(layout, rows);
    layout.unitRow = rows.first;
    if (rows.first == layout.bodyBegin) {
        layout.bodyBegin = std::min(rows.first + 1, layout.bodyEnd);
    }
}

/// A unit of measure as a cell of its own gives it: "单位：万元", "(10 000 yuan)", "万人".
std::string unitOfCell(const Sheet& sheet, std::int64_t row, std::int64_t column) {
    std::string text =
        tidyHeader(sheet.textAt(static_cast<std::size_t>(row), static_cast<std::size_t>(column)));
    if (std::string stated = unitInLine(text); !stated.empty()) {
        return stated;
    }
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
    }
    return text;
}

void applyUnitRow(const Sheet& sheet, Layout& layout) {
    if (layout.unitRow < 0) {
        return;
    }
    std::map<std::int64_t, std::string> units;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const auto at = static_cast<std::int64_t>(column);
        if (std::string unit = unitOfCell(sheet, layout.unitRow, at); !unit.empty()) {
            units[at] = unit;
        }
    }
    for (ColumnLayout& column : layout.columns) {
        const auto own = units.find(column.column);
        if (units.size() == 1 && !column.isText) {
            column.unitOfMeasure = units.begin()->second;
        } else if (own != units.end()) {
            column.unitOfMeasure = own->second;
        }
    }
}

/// `detected` is what the rows before gave by themselves: under another header a column keeps what
/// was changed of that alone.
void keepWhatWasSaid(const Layout& detected, const Layout& before, Layout& layout) {
    for (ColumnLayout& column : layout.columns) {
        const ColumnLayout* said = findColumn(before, column.column);
        const ColumnLayout* base = findColumn(detected, column.column);
        if (said != nullptr && said->label == column.label) {
            column = *said;
        } else if (said != nullptr && base != nullptr) {
            mergeColumn(*base, *said, column);
        }
    }
    const auto isTitled = [](const Layout& read) {
        return read.periodRule == PeriodRule::Title || read.periodRule == PeriodRule::TitleLessOne;
    };
    const bool isToldOnce = before.periodRule == PeriodRule::Given && before.givenPeriod != 0;
    const bool isChosen =
        before.kind == LayoutKind::OnePeriod && !isTitled(before) && !isTitled(layout);
    if (layout.kind == LayoutKind::OnePeriod && (isToldOnce || isChosen)) {
        layout.periodRule = before.periodRule; // of all sheets of the file, or chosen
        layout.givenPeriod = before.givenPeriod;
        layout.isPeriodGuessed = before.isPeriodGuessed;
    }
}

/// The layout of the rows of `marked`, with what `before` says of columns that stay.
Layout readAnew(const Sheet& sheet, const std::string& fileName, const Layout& before,
                const Layout& marked) {
    const DetectedLayout detected = layoutOfRows(sheet, fileName, marked);
    Layout result = detected.hasTable ? detected.layout : marked;
    if (!detected.hasTable) {
        result.columns.clear();
        return result;
    }
    const DetectedLayout base = layoutOfRows(sheet, fileName, before);
    keepWhatWasSaid(base.hasTable ? base.layout : before, before, result);
    applyUnitRow(sheet, result);
    return result;
}

ColumnLayout& columnOf(const Sheet& sheet, Layout& layout, std::int64_t column) {
    const auto found =
        std::find_if(layout.columns.begin(), layout.columns.end(),
                     [&](const ColumnLayout& known) { return known.column >= column; });
    if (found != layout.columns.end() && found->column == column) {
        return *found;
    }
    const std::string letters = columnLetters(column);
    const ColumnContent content = columnContent(sheet, static_cast<std::size_t>(column),
                                                static_cast<std::size_t>(layout.bodyBegin),
                                                static_cast<std::size_t>(layout.bodyEnd));
    ColumnLayout added{.column = column, .name = letters, .label = letters};
    added.isText = content.texts > content.numbers;
    return *layout.columns.insert(found, added);
}

} // namespace

Layout withRowsMarked(const Sheet& sheet, const std::string& fileName, const Layout& layout,
                      const RowRange& rows, RowMark mark) {
    Layout marked = layout;
    marked.bodyEnd = std::max(marked.bodyEnd, marked.bodyBegin);
    switch (mark) {
    case RowMark::Header:
        markHeader(marked, rows);
        break;
    case RowMark::Body:
        markBody(marked, rows);
        break;
    case RowMark::UnitLine:
        markUnitLine(marked, rows);
        break;
    case RowMark::Note:
        markNote(sheet, marked, rows);
        break;
    }
    // A header pointed at below the old table, or on a sheet without one: all below is its body.
    if (marked.bodyEnd <= marked.bodyBegin) {
        marked.bodyEnd = static_cast<std::int64_t>(sheet.rowCount());
    }
    return readAnew(sheet, fileName, layout, marked);
}

Layout withRowsReadAnew(const Sheet& sheet, const std::string& fileName, const Layout& layout) {
    return readAnew(sheet, fileName, layout, layout);
}

LayoutKind kindOf(PeriodRule rule) {
    return rule == PeriodRule::Column    ? LayoutKind::Long
           : rule == PeriodRule::Headers ? LayoutKind::WideByPeriod
                                         : LayoutKind::OnePeriod;
}

std::optional<Layout> withKind(const Sheet& sheet, const std::string& fileName,
                               const Layout& layout, LayoutKind kind) {
    Layout result = layoutOfRows(sheet, fileName, layout, kind).layout;
    const bool hasYears =
        std::any_of(result.columns.begin(), result.columns.end(), [](const ColumnLayout& column) {
            return column.isImported && periodOfColumn(column) != 0;
        });
    if (result.columns.empty() || (kind == LayoutKind::WideByPeriod && !hasYears)) {
        return std::nullopt;
    }
    applyUnitRow(sheet, result);
    return result;
}

Layout withColumnMarked(const Sheet& sheet, const Layout& layout, std::int64_t column,
                        ColumnMark mark) {
    Layout marked = layout;
    if (marked.unitColumn == column) {
        marked.unitColumn = -1;
    }
    if (marked.periodColumn == column) {
        marked.periodColumn = -1;
    }
    ColumnLayout& entry = columnOf(sheet, marked, column);
    entry.isImported = mark == ColumnMark::Values || mark == ColumnMark::Texts;
    entry.isText = mark == ColumnMark::Texts || (mark != ColumnMark::Values && entry.isText);
    if (mark == ColumnMark::UnitNames) {
        marked.unitColumn = column;
    } else if (mark == ColumnMark::Periods) {
        marked.periodColumn = column;
        marked.periodRule = PeriodRule::Column;
        marked.kind = LayoutKind::Long;
    }
    return marked;
}

} // namespace citypanel::sheets
