// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a table are read, and what is said of the others.
#include "core/sheets/cell_text.h"
#include "core/sheets/gathering.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/regions.h"
#include "core/sheets/repeated_keys.h"

#include <algorithm>
#include <string>
#include <vector>

namespace citypanel::sheets {

namespace {

/// Keeps the first names of rows that are not read, each once, to recognise them by.
void addToNames(const std::string& name, std::vector<std::string>& names) {
    if (names.size() < ImportReport::mostSkippedNames &&
        std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(name);
    }
}

} // namespace

void Gathering::noteSkipped(const std::string& name) {
    ++result_.report.skippedRowCount;
    addToNames(name, result_.report.skippedNames);
}

void Gathering::noteLeftOut(const std::string& name) {
    ++result_.report.leftOutRowCount;
    addToNames(name, result_.report.leftOutNames);
}

bool Gathering::isRowRead(const Table& table, std::size_t row, const UnitRow* unit) {
    const Layout& layout = table.layout;
    const bool isHeading = unit != nullptr && unit->kind != UnitRow::Kind::Unit;
    const UnitRow* named = layout.unitColumn < 0 && !isHeading ? nullptr : unit;
    if (!isDataRow(table.sheet, layout, plan_.scope, row, named)) {
        const bool isNamed = named != nullptr && named->kind != UnitRow::Kind::Blank;
        if (isNamed && isHeading && named->isDecided) {
            noteLeftOut(named->written);
        } else if (isNamed) {
            noteSkipped(named->written);
        }
        return false;
    }
    if (layout.periodRule != PeriodRule::Column) {
        return true;
    }
    const auto column = static_cast<std::size_t>(layout.periodColumn);
    const std::string period = tidyName(table.sheet.textAt(row, column));
    const bool isTotal = isTotalName(period); // 合计, 平均 of the years of a unit
    const bool isEmpty =
        period.empty() && !holdsValue(table.sheet, layout, plan_.scope, row) &&
        table.periodRows[row - static_cast<std::size_t>(layout.bodyBegin)] == noRow;
    if (isTotal || isEmpty) {
        noteSkipped(isTotal || unit == nullptr ? period : unit->written);
    }
    return !isTotal && !isEmpty;
}

Status Gathering::addRow(const Table& table, std::size_t row, const UnitRow* unit) {
    const Layout& layout = table.layout;
    if (!isRowRead(table, row, unit)) {
        return {};
    }
    ++result_.report.rowCount;
    CITYPANEL_TRY(const Period period, periodOf(table, row));
    if (unit != nullptr && unit->place) {
        placeOfUnit_.emplace(unit->unit, *unit->place);
    }
    for (const TakenColumn& column : table.columns) {
        const bool isWide = layout.kind == LayoutKind::WideByPeriod;
        Target target{.panelRow = std::nullopt,
                      .period = isWide ? periodOfColumn(column.layout) : period,
                      .unit = unit};
        if (unit != nullptr) {
            target.panelRow = panelRowOf(unit->unit, target.period);
        }
        addCell(table, row, column, target);
    }
    return {};
}

} // namespace citypanel::sheets
