// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a sheet by what they are to its layout.
#include "core/sheets/regions.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/header_rows.h"

#include <algorithm>

namespace citypanel::sheets {

namespace {

bool isFilledRow(const Sheet& sheet, std::size_t row) {
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (isFilled(sheet, row, column)) {
            return true;
        }
    }
    return false;
}

RowRole roleAbove(const Sheet& sheet, std::size_t row) {
    return isUnitLine(sheet, row) ? RowRole::UnitLine : RowRole::Title;
}

} // namespace

bool takesColumn(const Layout& layout, const ColumnLayout& column, const std::string& scope) {
    const bool fitsScope = scope.empty() || column.scope.empty() || column.scope == scope;
    const bool hasPeriod = layout.kind != LayoutKind::WideByPeriod || periodOfColumn(column) != 0;
    return column.isImported && fitsScope && hasPeriod && column.column != layout.unitColumn;
}

bool holdsValue(const Sheet& sheet, const Layout& layout, const std::string& scope,
                std::size_t row) {
    return std::any_of(
        layout.columns.begin(), layout.columns.end(), [&](const ColumnLayout& column) {
            const Cell cell = sheet.at(row, static_cast<std::size_t>(column.column));
            const bool repeatsHeader =
                cell.kind == CellKind::Text && tidyHeader(cell.text).starts_with(column.label);
            return takesColumn(layout, column, scope) && !repeatsHeader &&
                   readNumber(cell).meaning != CellMeaning::Missing;
        });
}

bool isIgnored(const Layout& layout, std::size_t row) {
    return std::binary_search(layout.ignoredRows.begin(), layout.ignoredRows.end(),
                              static_cast<std::int64_t>(row));
}

bool isLeftOut(const Sheet& sheet, const Layout& layout, std::size_t row) {
    const auto differs = [&](const RowCondition& condition) {
        const Cell cell = sheet.at(row, static_cast<std::size_t>(condition.column));
        const std::string_view text = cell.kind == CellKind::Text ? cell.text : std::string_view();
        return text != condition.text;
    };
    return isIgnored(layout, row) ||
           std::any_of(layout.rowsWhere.begin(), layout.rowsWhere.end(), differs);
}

bool isDataRow(const Sheet& sheet, const Layout& layout, const std::string& scope, std::size_t row,
               const UnitRow* unit) {
    if (isLeftOut(sheet, layout, row)) {
        return false;
    }
    if (unit == nullptr) {
        return holdsValue(sheet, layout, scope, row);
    }
    const bool isUnit = unit->kind == UnitRow::Kind::Unit;
    return isUnit &&
           (unit->place.has_value() || unit->isListed || holdsValue(sheet, layout, scope, row));
}

std::vector<RowRole> rowRoles(const Sheet& sheet, const Layout& layout, const UnitColumn& units,
                              const std::string& scope) {
    std::vector<RowRole> roles(sheet.rowCount(), RowRole::Blank);
    for (std::size_t row = 0; row < roles.size(); ++row) {
        const auto at = static_cast<std::int64_t>(row);
        if (!isFilledRow(sheet, row)) {
            continue;
        }
        if (at == layout.unitRow) {
            roles[row] = RowRole::UnitLine;
        } else if (at >= layout.headerBegin && at < layout.headerEnd) {
            roles[row] = RowRole::Header;
        } else if (at < layout.bodyBegin) {
            roles[row] = roleAbove(sheet, row);
        } else if (at >= layout.bodyEnd || isLeftOut(sheet, layout, row)) {
            roles[row] = RowRole::Note;
        } else {
            const std::size_t index = row - static_cast<std::size_t>(layout.bodyBegin);
            const bool hasUnit = layout.unitColumn >= 0 && index < units.rows.size();
            const UnitRow* unit = hasUnit ? &units.rows[index] : nullptr;
            const bool isHeading = unit != nullptr && unit->kind == UnitRow::Kind::Heading;
            const bool isData = isDataRow(sheet, layout, scope, row, unit);
            roles[row] = isHeading ? RowRole::Heading : isData ? RowRole::Data : RowRole::Note;
        }
    }
    return roles;
}

std::optional<CellIndex> cellNamed(std::string_view name) {
    constexpr std::int64_t most = 100'000'000;
    std::int64_t column = 0;
    std::int64_t row = 0;
    std::size_t at = 0;
    for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z'; ++at) {
        column = 26 * column + (name[at] - 'A' + 1);
        if (column > most) {
            return std::nullopt;
        }
    }
    const std::size_t digits = at;
    for (; at < name.size() && name[at] >= '0' && name[at] <= '9' && row < most; ++at) {
        row = 10 * row + (name[at] - '0');
    }
    if (digits == 0 || digits == name.size() || at != name.size() || row == 0) {
        return std::nullopt;
    }
    return CellIndex{static_cast<std::int32_t>(row - 1), static_cast<std::int32_t>(column - 1)};
}

} // namespace citypanel::sheets
