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
/// way (they wrap, between words where there is room), then tests (their p-value goes below the
/// statistic), then labels, and numbers last. Columns beside one another are as wide as one another
/// where that costs nothing.
class ColumnWidths {
public:
    ColumnWidths(const TypesetTable& table, const PaperMeasures& paper);

    /// Of `span` columns from `first`.
    [[nodiscard]] int of(std::size_t first, int span = 1) const;

    /// False where the page is too narrow for labels, the body on single lines and the words of
    /// headings.
    [[nodiscard]] bool fits() const { return fits_; }

    /// That, and no heading takes more than two lines or so.
    [[nodiscard]] bool fitsPleasantly() const { return fitsPleasantly_; }

    /// False where a word or number must break.
    [[nodiscard]] bool keepsWords() const { return keepsWords_; }

    [[nodiscard]] int whole() const { return of(0, static_cast<int>(widths_.size())); }

    /// Where the decimal points of a column stand, from the cell's left margin; the numbers are
    /// centred as a block.
    [[nodiscard]] int decimalPosition(std::size_t column) const;

    /// Lines that the highest cell of a row takes.
    [[nodiscard]] std::size_t linesOf(const TypesetLine& line) const;

private:
    struct Room { ///< left and right of the decimal points
        int left = 0;
        int right = 0;
    };

    /// What the columns ask for, from least to most.
    struct Wishes {
        std::vector<int> least{};    ///< no word or number breaks
        std::vector<int> labels{};   ///< labels on a line, if they are not long
        std::vector<int> body{};     ///< tests too
        std::vector<int> pleasant{}; ///< headings on two lines
        std::vector<int> whole{};    ///< everything on a line
    };

    [[nodiscard]] int widthOf(std::string_view text) const;
    [[nodiscard]] int longestPart(std::string_view text) const;
    void measureDecimals(const TypesetTable& table);
    [[nodiscard]] Wishes wishesOf(const TypesetTable& table) const;
    void addBody(const TypesetLine& line, Wishes& wishes) const;
    void addHeader(const TypesetLine& line, Wishes& wishes) const;
    void shrink(const std::vector<int>& least);
    void raise(const std::vector<int>& wished);
    void stretch();

    PaperMeasures paper_;
    bool fits_ = true;
    bool fitsPleasantly_ = true;
    bool keepsWords_ = true;
    std::vector<int> widths_;
    std::vector<Room> decimals_;
};

} // namespace citypanel::report
