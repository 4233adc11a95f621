// SPDX-License-Identifier: GPL-3.0-or-later
// Layout edits: what a person points at on a sheet, carried over into its layout.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// What rows are said to be.
enum class RowMark : std::uint8_t {
    Header,
    Body, ///< one row: the body begins there, or reaches there; several: the body is these
    UnitLine,
    Note, ///< not read; up to the end of the body: it ends before them
};

/// What a column is said to be.
enum class ColumnMark : std::uint8_t {
    UnitNames, ///< names or codes of units
    Periods,   ///< the period of each row
    Values,
    Texts,
    LeftOut,
};

/// Rows `first` to `last` (0-based, inclusive).
struct RowRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// The layout with these rows marked. Columns, keys and kind are guessed anew from the header and
/// body that result; columns whose header stays the same keep what was said of them, and so does a
/// period that was given. A unit line gives its unit to the columns it stands over, or to all where
/// it holds one text alone.
[[nodiscard]] Layout withRowsMarked(const Sheet& sheet, const std::string& fileName,
                                    const Layout& layout, const RowRange& rows, RowMark mark);

/// The same for rows of header and body that stand in the layout already.
[[nodiscard]] Layout withRowsReadAnew(const Sheet& sheet, const std::string& fileName,
                                      const Layout& layout);

/// The kind of table whose years stand where a rule says.
[[nodiscard]] LayoutKind kindOf(PeriodRule rule);

/// The layout of the same rows read as another kind of table: names, years and keys of its columns
/// anew. None where years are to stand across and no heading says one.
[[nodiscard]] std::optional<Layout> withKind(const Sheet& sheet, const std::string& fileName,
                                             const Layout& layout, LayoutKind kind);

/// The layout with a column marked. A column of periods makes the table long.
[[nodiscard]] Layout withColumnMarked(const Sheet& sheet, const Layout& layout, std::int64_t column,
                                      ColumnMark mark);

} // namespace citypanel::sheets
