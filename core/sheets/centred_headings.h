// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that stand over the middle of their columns, or the last of them, without being merged.
#pragma once

#include "core/sheets/header_rows.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <optional>

namespace citypanel::sheets {

/// The columns [begin, end) under one heading, and the column it stands over.
struct HeadingGroup {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t heading = 0;
    bool isSure = true; ///< false: by nothing but where the heading stands
};

/// The group a column belongs to by what stands below: where sub-headings come again in the same
/// order (GDP, 人口, GDP, 人口) and each turn of them has exactly one heading in `row`, that is the
/// heading of its turn wherever it stands. A single heading in the first row is that of all columns
/// right of the names of units where nothing but scopes or years stand below, each once. Where the
/// first of neighbouring columns has no heading, though the names of units stand in the same row,
/// and all headings stand over the middle of theirs in one way only, they are so grouped, which is
/// not sure. None where the header says no such thing: headings then reach to their right.
[[nodiscard]] std::optional<HeadingGroup> centredGroup(const Sheet& sheet, const HeaderRows& header,
                                                       std::size_t row, std::size_t column,
                                                       std::size_t firstColumn);

/// The row of a header in which a column has no heading, beside groups that have one, so that it is
/// not sure under which it belongs.
[[nodiscard]] std::optional<std::size_t> doubtfulHeading(const Sheet& sheet,
                                                         const HeaderRows& header,
                                                         std::size_t column,
                                                         std::size_t firstColumn);

} // namespace citypanel::sheets
