// SPDX-License-Identifier: GPL-3.0-or-later
// Merging three layouts: as detected before, as somebody left it, as detected now.
#include "core/sheets/renewed_layout.h"

#include "core/sheets/laid_out_sheet.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

/// What was said where it differs from what had been detected, else what is detected now.
template <typename T>
const T& merged(const T& base, const T& said, const T& fresh) {
    return said == base ? fresh : said;
}

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

/// A header and how many columns of that header stand before it.
using HeaderKey = std::pair<std::string, int>;

/// Columns of the layout before, as detected and as somebody left them, by header and by name.
class SaidColumns {
public:
    SaidColumns(const Layout& base, const Layout& said) {
        std::map<std::string, int> counts;
        for (const ColumnLayout& column : base.columns) {
            const auto same =
                std::find_if(said.columns.begin(), said.columns.end(),
                             [&](const ColumnLayout& c) { return c.column == column.column; });
            if (same != said.columns.end()) {
                const std::pair both(&column, &*same);
                byHeader_.emplace(HeaderKey{column.label, counts[column.label]++}, both);
                byName_.emplace(column.name, both);
            }
        }
    }

    /// Changes a column as the one of its header, or of its name, was changed.
    void applyTo(ColumnLayout& column, int number) const {
        const auto header = byHeader_.find({column.label, number});
        const auto name = byName_.find(column.name);
        if (header == byHeader_.end() && name == byName_.end()) {
            return;
        }
        const auto& [base, said] = header != byHeader_.end() ? header->second : name->second;
        column.name = merged(base->name, said->name, column.name);
        column.variableLabel =
            merged(base->variableLabel, said->variableLabel, column.variableLabel);
        if (column.unitOfMeasure == base->unitOfMeasure) { // else what was corrected is gone
            column.unitOfMeasure = said->unitOfMeasure;
        }
        column.isText = merged(base->isText, said->isText, column.isText);
        column.isImported = merged(base->isImported, said->isImported, column.isImported);
    }

private:
    using Both = std::pair<const ColumnLayout*, const ColumnLayout*>;
    std::map<HeaderKey, Both> byHeader_;
    std::map<std::string, Both> byName_;
};

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
    const SaidColumns columns(base.layout, said);
    std::map<std::string, int> counts;
    for (ColumnLayout& column : result.columns) {
        columns.applyTo(column, counts[column.label]++);
    }
    mergeKeys(base.layout, said, result);
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
