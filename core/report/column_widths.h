// SPDX-License-Identifier: GPL-3.0-or-later
// Widths of a table's columns on paper, for formats that do not measure text themselves.
#pragma once

#include "core/report/typeset.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace citypanel::report {

/// In twips, twentieths of a point.
struct PaperMeasures {
    int pageWidth = 0;  ///< of the text
    int cellMargin = 0; ///< left, and right
    int halfEm = 0;     ///< width of a digit; a Chinese character takes two
};

/// Widths that fill the page where the text asks for it. Where a table is too wide, headings give
/// way (they wrap, between words where there is room) before numbers and labels do.
class ColumnWidths {
public:
    ColumnWidths(const TypesetTable& table, const PaperMeasures& paper);

    /// Of `span` columns from `first`.
    [[nodiscard]] int of(std::size_t first, int span = 1) const;

    /// False where the page is too narrow for numbers, labels and the words of headings, so that
    /// some must break.
    [[nodiscard]] bool fits() const { return fits_; }

    [[nodiscard]] int whole() const { return of(0, static_cast<int>(widths_.size())); }

    /// Where the decimal points of a column stand, from the cell's left margin; the numbers are
    /// centred as a block.
    [[nodiscard]] int decimalPosition(std::size_t column) const;

private:
    struct Room { ///< left and right of the decimal points
        int left = 0;
        int right = 0;
    };

    void measure(const TypesetLine& line, std::vector<int>& widths);
    void fit(const std::vector<int>& needed);

    PaperMeasures paper_;
    bool fits_ = true;
    std::vector<int> widths_;
    std::vector<Room> decimals_;
};

} // namespace citypanel::report
