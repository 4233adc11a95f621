// SPDX-License-Identifier: GPL-3.0-or-later
// Cell formats of a workbook, each written once.
#pragma once

#include "core/report/typeset.h"

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::report {

/// What a cell looks like.
struct CellLook {
    std::string numberFormat{}; ///< empty: General
    Align align = Align::Left;
    bool isRuledAbove = false; ///< thin
    bool isRuledBelow = false; ///< thin
    bool isFirst = false;      ///< thick rule above
    bool isLast = false;       ///< thick rule below
    bool isBold = false;
    bool wraps = false;

    friend bool operator==(const CellLook&, const CellLook&) = default;
};

/// The looks in use; the index of each is a cell's `s` attribute. Number 0 is plain.
class XlsxStyles {
public:
    [[nodiscard]] std::size_t indexOf(const CellLook& look);
    /// `xl/styles.xml`.
    [[nodiscard]] std::string xml() const;

private:
    std::vector<CellLook> looks_{CellLook{}};
};

/// A number format that prints the cell's text. `room` is the widest tail of the column: a
/// narrower one is followed by room for as many stars, so that digits stay under one another.
[[nodiscard]] std::string numberFormatOf(const TypesetCell& cell, std::size_t room);

} // namespace citypanel::report
