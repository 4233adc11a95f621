// SPDX-License-Identifier: GPL-3.0-or-later
// TablePaper: which way the paper of a table lies and how large its text is, so that the table
// stands on one page with its notes where it can.
#pragma once

#include "core/report/column_widths.h"
#include "core/report/typeset.h"

#include <array>
#include <cstddef>

namespace citypanel::report {

/// Sizes of the text of tables in half points, 9 to 7 points; each has its styles.
inline constexpr std::array tableTextSizes{18, 17, 16, 15, 14};

/// Spacing of a size's lines in twips, twentieths of a point.
struct TextLine {
    int least = 0; ///< height
    int before = 0;
    int after = 0;
};

[[nodiscard]] TextLine textLine(int halfPoints);

// Lengths are in twips.
inline constexpr int pageShort = 11906; ///< A4
inline constexpr int pageLong = 16838;

struct TablePaper {
    bool isLandscape = false;
    int halfPoints = tableTextSizes.front(); ///< size of a table's text
    bool holdsTable = true;                  ///< caption, rows and notes stand on one page
    bool isTight = false;                    ///< which they nearly fill

    [[nodiscard]] int margin() const;
    /// Of the text.
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    [[nodiscard]] PaperMeasures measures() const;
    /// Whether a line of the body stays on the page of the next one: estimates stand with their
    /// standard errors, the last lines with the notes, and a table that the paper holds with ease
    /// is one block.
    [[nodiscard]] bool keepsWithNext(const TypesetTable& table, std::size_t line) const;
};

/// The paper for a table. Upright before landscape, large text before small, but one page before
/// two where estimates stand over standard errors; `isHeaded`: a heading stands over it.
[[nodiscard]] TablePaper paperFor(const TypesetTable& table, bool isHeaded = false);

} // namespace citypanel::report
