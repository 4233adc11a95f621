// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring by the widths of characters, and fitting to the page.
#include "core/report/column_widths.h"

#include "core/report/display_width.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace citypanel::report {

namespace {

constexpr double mostStretching = 1.8; // a narrow table does not fill the page
constexpr int leastLabel = 14;         // halves of an em
constexpr int longLabel = 36;          // from here on a label may wrap
constexpr double raggedness = 0.6;     // of a heading, on the longer of its two lines

int sumOf(const std::vector<int>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0);
}

void grow(int& width, int least) {
    width = std::max(width, least);
}

void growAll(std::vector<int>& widths, const std::vector<int>& least) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
        grow(widths[i], least[i]);
    }
}

/// A test: its p-value or critical value may go below the statistic.
bool isBreakable(const TypesetCell& cell) {
    return cell.align == Align::Centre && cell.tail.starts_with(' ');
}

} // namespace

ColumnWidths::ColumnWidths(const TypesetTable& table, const PaperMeasures& paper)
    : paper_(paper), widths_(table.columnCount), decimals_(table.columnCount) {
    measureDecimals(table);
    const Wishes wishes = wishesOf(table);
    fits_ = sumOf(wishes.body) <= paper_.pageWidth;
    fitsPleasantly_ = sumOf(wishes.pleasant) <= paper_.pageWidth;
    keepsWords_ = sumOf(wishes.least) <= paper_.pageWidth;
    widths_ = wishes.least;
    if (!keepsWords_) {
        shrink(wishes.least);
        return;
    }
    for (const auto* wished : {&wishes.labels, &wishes.body, &wishes.pleasant, &wishes.whole}) {
        raise(*wished);
    }
    stretch();
}

int ColumnWidths::widthOf(std::string_view text) const {
    constexpr int halvesOfThousand = 500;
    return (serifWidth(text) * paper_.halfEm + halvesOfThousand - 1) / halvesOfThousand;
}

/// Width of the longest part that no line break divides.
int ColumnWidths::longestPart(std::string_view text) const {
    int longest = 0;
    while (!text.empty()) {
        const std::string_view piece = unbrokenPiece(text);
        longest = std::max(longest, widthOf(piece.substr(0, piece.find_last_not_of(' ') + 1)));
        text.remove_prefix(piece.size());
    }
    return longest;
}

void ColumnWidths::measureDecimals(const TypesetTable& table) {
    for (const TypesetLine& line : table.body) {
        std::size_t column = 0;
        for (const TypesetCell& cell : line.cells) {
            if (cell.span == 1 && cell.align == Align::Decimal) {
                const std::string_view head = cell.head;
                const int left = widthOf(head.substr(0, std::min(head.find('.'), head.size())));
                Room& room = decimals_[column];
                grow(room.left, left);
                grow(room.right, widthOf(cell.text()) - left);
            }
            column += static_cast<std::size_t>(cell.span);
        }
    }
}

ColumnWidths::Wishes ColumnWidths::wishesOf(const TypesetTable& table) const {
    const std::vector<int> none(table.columnCount);
    Wishes wishes{.least = none, .labels = none, .body = none, .pleasant = none, .whole = none};
    for (std::size_t i = 0; i < table.columnCount; ++i) {
        wishes.least[i] = decimals_[i].left + decimals_[i].right;
    }
    for (const TypesetLine& line : table.body) {
        addBody(line, wishes);
    }
    for (const TypesetLine& line : table.header) {
        addHeader(line, wishes);
    }
    const int around = 2 * paper_.cellMargin + paper_.halfEm;
    growAll(wishes.labels, wishes.least);
    growAll(wishes.body, wishes.labels);
    growAll(wishes.pleasant, wishes.body);
    growAll(wishes.whole, wishes.pleasant);
    for (auto* wished :
         {&wishes.least, &wishes.labels, &wishes.body, &wishes.pleasant, &wishes.whole}) {
        for (int& width : *wished) {
            width += around;
        }
    }
    return wishes;
}

void ColumnWidths::addBody(const TypesetLine& line, Wishes& wishes) const {
    std::size_t column = 0;
    for (const TypesetCell& cell : line.cells) {
        if (cell.span == 1 && cell.align != Align::Decimal) {
            const int width = widthOf(cell.text());
            const bool isLabel = column == 0;
            const bool isWord = isLabel || isBreakable(cell) || !cell.number;
            grow(wishes.least[column], isWord ? longestPart(cell.text()) : width);
            if (isLabel) {
                grow(wishes.least[column], std::min(width, leastLabel * paper_.halfEm));
                grow(wishes.labels[column], std::min(width, longLabel * paper_.halfEm));
            } else {
                grow(wishes.body[column], width);
            }
            grow(wishes.whole[column], width);
        }
        column += static_cast<std::size_t>(cell.span);
    }
}

void ColumnWidths::addHeader(const TypesetLine& line, Wishes& wishes) const {
    std::size_t column = 0;
    for (const TypesetCell& cell : line.cells) {
        if (cell.span == 1) {
            const int width = widthOf(cell.text());
            const int part = longestPart(cell.text());
            grow(wishes.least[column], part);
            grow(wishes.pleasant[column], std::max(part, static_cast<int>(raggedness * width)));
            grow(wishes.whole[column], width);
        }
        column += static_cast<std::size_t>(cell.span);
    }
}

/// Rather than that a word or number breaks, labels are wrapped between their words.
void ColumnWidths::shrink(const std::vector<int>& least) {
    const double share = static_cast<double>(paper_.pageWidth) / sumOf(least);
    for (int& width : widths_) {
        width = static_cast<int>(std::floor(width * share));
    }
}

/// Gives what is left of the page to the narrowest columns, up to their wishes.
void ColumnWidths::raise(const std::vector<int>& wished) {
    int low = 0;
    int high = paper_.pageWidth;
    const auto raisedTo = [&](int level) {
        std::vector<int> raised = widths_;
        for (std::size_t i = 0; i < raised.size(); ++i) {
            grow(raised[i], std::min(level, wished[i]));
        }
        return raised;
    };
    while (low < high) { // the highest level that fits
        const int middle = (low + high + 1) / 2;
        if (sumOf(raisedTo(middle)) <= paper_.pageWidth) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    widths_ = raisedTo(low);
}

/// A table that leaves room takes more of it; columns of numbers become alike where they can.
void ColumnWidths::stretch() {
    const double share =
        std::min(paper_.pageWidth / std::max(1.0, 1.0 * sumOf(widths_)), mostStretching);
    if (widths_.size() < 2) {
        return;
    }
    const std::vector<int> asked = widths_;
    for (int& width : widths_) {
        width = static_cast<int>(std::floor(width * share));
    }
    const int others = sumOf(widths_) - widths_.front();
    const int alike = others / static_cast<int>(widths_.size() - 1);
    if (*std::max_element(asked.begin() + 1, asked.end()) <= alike) {
        std::fill(widths_.begin() + 1, widths_.end(), alike);
    }
}

int ColumnWidths::of(std::size_t first, int span) const {
    const auto begin = widths_.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(begin, begin + span, 0);
}

int ColumnWidths::decimalPosition(std::size_t column) const {
    const Room& room = decimals_[column];
    const int inner = widths_[column] - 2 * paper_.cellMargin;
    return (inner - room.left - room.right) / 2 + room.left;
}

std::size_t ColumnWidths::linesOf(const TypesetLine& line) const {
    std::size_t highest = 1;
    std::size_t column = 0;
    for (const TypesetCell& cell : line.cells) {
        const int room = of(column, cell.span) - 2 * paper_.cellMargin;
        std::size_t lines = 1;
        int used = 0;
        const std::string whole = cell.text();
        for (std::string_view text = whole; !text.empty() && cell.align != Align::Decimal;) {
            const std::string_view piece = unbrokenPiece(text);
            const int word = widthOf(piece.substr(0, piece.find_last_not_of(' ') + 1));
            if (used > 0 && used + word > room) {
                ++lines;
                used = 0;
            }
            used += widthOf(piece);
            text.remove_prefix(piece.size());
        }
        highest = std::max(highest, lines);
        column += static_cast<std::size_t>(cell.span);
    }
    return highest;
}

} // namespace citypanel::report
