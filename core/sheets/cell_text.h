// SPDX-License-Identifier: GPL-3.0-or-later
// What the text of a cell means: a number, a missing mark, or something that cannot be read.
#pragma once

#include "core/sheets/sheet.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace citypanel::sheets {

enum class CellMeaning : std::uint8_t {
    Missing,    ///< empty, or a mark such as "—", "...", "N/A", ".a"
    Number,     ///< a number, perhaps stored as text
    Unreadable, ///< neither: reported, never guessed
};

struct CellValue {
    CellMeaning meaning = CellMeaning::Missing;
    double number = 0.0;
    bool wasText = false; ///< a number stored as text
};

/// Reads a cell of a numeric column. Full-width digits, thousands separators (groups of three),
/// blanks around, a trailing circled or starred footnote mark and a trailing percent sign are
/// understood (12.3% is 12.3), and so is an apostrophe before a number; circled footnotes are taken
/// off before full-width forms are folded, since folding would turn "①" into a digit. Anything
/// else, TRUE, FALSE and error values included, is Unreadable; so is a number in parentheses, which
/// is negative to an accountant and the number of a note to a yearbook, and a whole number that a
/// double would change (18 digits: a code).
[[nodiscard]] CellValue readNumber(const Cell& cell);

/// The same for text.
[[nodiscard]] CellValue readNumber(std::string_view text);

/// The number of a column of that unit of measure. One whose format shows it as a percentage is
/// what is shown, 5.2 for 0.052, in a column of % or of no unit, as a text "5.2%" is.
[[nodiscard]] CellValue readShown(const Cell& cell, std::string_view unitOfMeasure);

/// A formula whose result is not stored in the file: Unreadable, and a number once it is
/// calculated.
[[nodiscard]] bool isUncalculated(const Cell& cell);

/// Whether a cell that cannot be read is a number all the same: one with misplaced commas ("335,2",
/// "0,123"), in groups parted by blanks, one too large, a formula that was never calculated, TRUE
/// or FALSE. Its column is one of numbers.
[[nodiscard]] bool isNumberNotRead(const Cell& cell);

/// "1 234.5", groups of three digits parted by blanks: the number where its column writes thousands
/// so. Alone among plain numbers it is Unreadable, since the blank may be a misread character.
[[nodiscard]] std::optional<double> readBlankGroups(const Cell& cell);

/// Text with the years that are written in Chinese digits, 二〇一〇年, as 2010年.
[[nodiscard]] std::string withYearsInDigits(std::string_view text);

/// The year a cell of a period column names: a number as it stands, "2011年", "2011年末",
/// 二〇一一年, "2011年1-12月", with a mark of preliminary figures ("2011E", "2010年快报"), and
/// dates
/// ("2011-12-31"). Nothing for any other text.
[[nodiscard]] std::optional<double> readPeriod(const Cell& cell);

/// A text with its digits as superscripts, ¹ and ²: what a file writes raised is the mark of a
/// footnote or a square, and no digit of the value before it.
[[nodiscard]] QString raisedDigits(QString text);

/// A name as people compare it: full-width forms folded, every blank (no-break, ideographic and
/// zero-width ones too) taken out when the name is Chinese, outer blanks only otherwise.
[[nodiscard]] std::string tidyName(std::string_view name);

/// Header text on one line: `_x000D_` and line breaks become one blank, full-width forms folded.
[[nodiscard]] std::string tidyHeader(std::string_view text);

} // namespace citypanel::sheets
