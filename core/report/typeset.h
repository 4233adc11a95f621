// SPDX-License-Identifier: GPL-3.0-or-later
// typeset: a table by role made into lines of text in a style and a language. Every format but JSON
// prints these lines, so all of them, and the window, show the same.
#pragma once

#include "core/report/table_style.h"
#include "core/study/table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::report {

enum class Align : std::uint8_t {
    Left,
    Centre,
    Decimal, ///< on the end of `head`: the last digits stand under one another
};

/// The number a text shows, for formats that keep numbers.
struct ShownNumber {
    double value = 0;
    int digits = 0;
    bool isGrouped = false;  ///< thousands are marked
    bool isEstimate = false; ///< a minus is kept where all digits are zeros
};

struct TypesetCell {
    std::string head{}; ///< the text up to the last digit: "(0.074", "0.563", "Yes"
    std::string tail{}; ///< what hangs after it: ")", "***", " [0.000]"
    int span = 1;
    Align align = Align::Left;
    bool isRuledBelow = false; ///< a group's heading
    std::optional<ShownNumber> number{};

    [[nodiscard]] std::string text() const { return head + tail; }
};

enum class LineKind : std::uint8_t {
    Heading, ///< one cell over the whole width
    First,   ///< of a row
    Second,  ///< of the same row: standard errors
};

inline constexpr std::size_t noRow = static_cast<std::size_t>(-1);

struct TypesetLine {
    LineKind kind = LineKind::First;
    std::size_t row = noRow;          ///< index of Table::rows, noRow where the style made the line
    std::string statistic{};          ///< second lines: name of what they hold, "std_error"
    std::vector<TypesetCell> cells{}; ///< spans add up to columnCount
    bool isRuledAbove = false;        ///< where the coefficients end

    [[nodiscard]] bool isSecond() const { return kind == LineKind::Second; }
};

struct TypesetTable {
    std::string key{};
    std::string numberLabel{};          ///< "Table ", "表"
    std::size_t number = 0;             ///< 0: the caption has no number
    std::string captionSeparator{"  "}; ///< between number and title
    std::string title{};
    RuleStyle rules = RuleStyle::Heavy;
    Density density = Density::Regular;
    std::size_t columnCount = 0; ///< with the column of labels
    std::vector<TypesetLine> header{};
    std::vector<TypesetLine> body{};
    std::string notePrefix{};         ///< "Notes: ", before the first of
    std::vector<std::string> notes{}; ///< whole sentences, one paragraph together

    [[nodiscard]] std::string caption() const;
};

/// The table at `index` (0, 1, ...) of those rendered together.
[[nodiscard]] TypesetTable typeset(const study::Table& table, const TableStyle& style,
                                   std::size_t index = 0);

/// What stands between the number and the title of a caption.
[[nodiscard]] std::string captionSeparator(const TableStyle& style);

/// Stars of a p-value: "", "*", "**", ...
[[nodiscard]] std::string starsOf(double pValue, const std::vector<double>& thresholds);

} // namespace citypanel::report
