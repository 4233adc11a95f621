// SPDX-License-Identifier: GPL-3.0-or-later
// Regions: what a layout takes each row of a sheet for, so that a view can colour it.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"
#include "core/sheets/unit_rows.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

enum class RowRole : std::uint8_t {
    Blank,
    Title,    ///< text above the table
    UnitLine, ///< gives units of measure
    Header,
    Data,    ///< is read
    Heading, ///< in the body, but no unit: a total, a province, a repeated header
    Note,    ///< below the table, or not read because somebody said so
};

/// Whether a column is read under a scope ("": every scope): it is ticked, no key, and has a period
/// where the layout is wide.
[[nodiscard]] bool takesColumn(const Layout& layout, const ColumnLayout& column,
                               const std::string& scope);

/// Whether a row of the body holds a value, readable or not, in a column that is read.
[[nodiscard]] bool holdsValue(const Sheet& sheet, const Layout& layout, const std::string& scope,
                              std::size_t row);

/// Whether somebody said that a row is not to be read.
[[nodiscard]] bool isIgnored(const Layout& layout, std::size_t row);

/// Whether a row of the body is none of this table: left out by somebody, or under another
/// condition than Layout::rowsWhere.
[[nodiscard]] bool isLeftOut(const Sheet& sheet, const Layout& layout, std::size_t row);

/// Whether a row of the body is read: it names a known place, or any unit and holds a value, or
/// is of a unit that other rows list (UnitRow::isListed). `unit`
/// is null where the layout has no column of units.
[[nodiscard]] bool isDataRow(const Sheet& sheet, const Layout& layout, const std::string& scope,
                             std::size_t row, const UnitRow* unit);

/// One role a row of the sheet. `units` are those of the layout, as readUnits gives them; without a
/// column of units they are not looked at.
[[nodiscard]] std::vector<RowRole> rowRoles(const Sheet& sheet, const Layout& layout,
                                            const UnitColumn& units, const std::string& scope);

/// A cell of a sheet, 0-based.
struct CellIndex {
    std::int32_t row = 0;
    std::int32_t column = 0;

    friend bool operator==(const CellIndex&, const CellIndex&) = default;
};

/// The cell that cellName calls "B17"; nothing for any other text.
[[nodiscard]] std::optional<CellIndex> cellNamed(std::string_view name);

} // namespace citypanel::sheets
