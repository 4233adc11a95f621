// SPDX-License-Identifier: GPL-3.0-or-later
// Merging three layouts: as detected before, as somebody left it, as detected now.
#include "core/sheets/renewed_layout.h"

#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/said_columns.h"

#include <algorithm>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

DetectedLayout detectedTable(const Sheet& sheet, const std::string& fileName, std::int64_t table) {
    std::vector<DetectedLayout> tables = detectLayouts(sheet, fileName);
    const auto at = static_cast<std::size_t>(table);
    return at < tables.size() ? std::move(tables[at]) : DetectedLayout{};
}

bool haveSameRows(const Layout& a, const Layout& b) {
    return a.headerBegin == b.headerBegin && a.headerEnd == b.headerEnd &&
           a.bodyBegin == b.bodyBegin && a.bodyEnd == b.bodyEnd && a.unitRow == b.unitRow &&
           a.ignoredRows == b.ignoredRows && a.rowsWhere == b.rowsWhere &&
           a.isTransposed == b.isTransposed;
}

bool haveSameCells(const Sheet& a, const Sheet& b) {
    if (a.rowCount() != b.rowCount() || a.columnCount() != b.columnCount()) {
        return false;
    }
    for (std::size_t row = 0; row < a.rowCount(); ++row) {
        for (std::size_t column = 0; column < a.columnCount(); ++column) {
            if (a.textAt(row, column) != b.textAt(row, column)) {
                return false;
            }
        }
    }
    return true;
}

/// Texts of a row, for knowing it again.
std::string rowText(const Sheet& grid, std::int64_t row) {
    std::string text;
    for (std::size_t column = 0; column < grid.columnCount(); ++column) {
        text += grid.textAt(static_cast<std::size_t>(row), column) + '\n';
    }
    return text;
}

/// Rows somebody left out, wherever they stand now; those that are gone are not looked for.
std::vector<std::int64_t> ignoredRowsNow(const Sheet& before, const Layout& said, const Sheet& now,
                                         const Layout& body) {
    std::set<std::string> texts;
    for (const std::int64_t row : said.ignoredRows) {
        texts.insert(rowText(before, row));
    }
    std::vector<std::int64_t> rows;
    for (std::int64_t row = body.bodyBegin; row < body.bodyEnd && !texts.empty(); ++row) {
        if (texts.contains(rowText(now, row))) {
            rows.push_back(row);
        }
    }
    return rows;
}

/// The rows somebody chose on the sheet before, on the sheet as it is now: as many lines stay out
/// below the body as were left out below it.
Layout rowsNow(const Sheet& before, const Layout& said, const Sheet& now) {
    Layout rows = said;
    const auto below = static_cast<std::int64_t>(before.rowCount()) - said.bodyEnd;
    rows.bodyEnd = std::max(static_cast<std::int64_t>(now.rowCount()) - below, said.bodyBegin);
    rows.ignoredRows = ignoredRowsNow(before, said, now, rows);
    return rows;
}

/// Where the column with the header of that column stands now; the same place where it has none.
std::int64_t columnNow(const Layout& before, std::int64_t column, const Layout& now) {
    const auto headed = std::find_if(before.columns.begin(), before.columns.end(),
                                     [&](const ColumnLayout& c) { return c.column == column; });
    if (headed == before.columns.end()) {
        return column;
    }
    const auto found =
        std::find_if(now.columns.begin(), now.columns.end(),
                     [&](const ColumnLayout& c) { return c.label == headed->label; });
    return found == now.columns.end() ? column : found->column;
}

void mergeKeys(const Layout& base, const Layout& said, Layout& now) {
    now.kind = merged(base.kind, said.kind, now.kind);
    now.givenUnit = merged(base.givenUnit, said.givenUnit, now.givenUnit);
    if (said.unitColumn != base.unitColumn) {
        now.unitColumn = columnNow(base, said.unitColumn, now);
    }
    if (said.periodColumn != base.periodColumn) {
        now.periodColumn = columnNow(base, said.periodColumn, now);
    }
    const bool isPeriodSaid =
        said.periodRule != base.periodRule || said.givenPeriod != base.givenPeriod;
    const bool isPeriodNew =
        now.periodRule != base.periodRule || now.givenPeriod != base.givenPeriod;
    if (isPeriodSaid && !isPeriodNew) { // a year that stands in the new title is that of its data
        now.periodRule = said.periodRule;
        now.givenPeriod = said.givenPeriod;
        now.isPeriodGuessed = said.isPeriodGuessed;
    }
}

} // namespace

Layout detectedAsSaid(const Sheet& sheet, const Layout& said, const std::string& fileName,
                      std::int64_t table) {
    DetectedLayout base = detectedTable(sheet, fileName, table);
    if (!base.hasTable || !haveSameRows(base.layout, said)) {
        base = layoutOfRows(*LaidOutSheet(sheet, said), fileName, said);
    }
    return base.hasTable ? base.layout : said;
}

Layout renewedLayout(const Sheet& before, const Layout& said, const Sheet& now,
                     const std::string& fileName, std::int64_t table) {
    const LaidOutSheet gridBefore(before, said);
    const LaidOutSheet gridNow(now, said);
    DetectedLayout base = detectedTable(before, fileName, table);
    DetectedLayout fresh = detectedTable(now, fileName, table);
    if (!base.hasTable || !haveSameRows(base.layout, said)) {
        base = layoutOfRows(*gridBefore, fileName, said);
        DetectedLayout marked =
            layoutOfRows(*gridNow, fileName, rowsNow(*gridBefore, said, *gridNow));
        fresh = marked.hasTable ? std::move(marked) : std::move(fresh);
    }
    if (!fresh.hasTable) {
        return Layout{.headerEnd = 0, .bodyBegin = 0, .bodyEnd = 0, .unitColumn = -1};
    }
    Layout result = std::move(fresh.layout);
    SaidColumns(base.layout, said).applyTo(result);
    mergeKeys(base.layout, said, result);
    const bool isToldYear = result.periodRule == PeriodRule::Given && result.givenPeriod != 0;
    if (isToldYear && !haveSameCells(before, now)) {
        result.isPeriodGuessed = true; // it was told of other data
    }
    return result;
}

ColumnChanges columnChanges(const Layout& before, const Layout& now) {
    const auto isKey = [](const Layout& layout, const ColumnLayout& column) {
        return column.column == layout.unitColumn || column.column == layout.periodColumn;
    };
    const auto lacking = [&](const Layout& from, const Layout& other) {
        std::set<std::string> known;
        for (const ColumnLayout& column : other.columns) {
            known.insert(column.name);
        }
        std::vector<std::string> names;
        for (const ColumnLayout& column : from.columns) {
            if (!isKey(from, column) && known.insert(column.name).second) {
                names.push_back(column.name);
            }
        }
        return names;
    };
    return {.added = lacking(now, before), .gone = lacking(before, now)};
}

} // namespace citypanel::sheets
