// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring by counting characters, and fitting to the page.
#include "core/report/column_widths.h"

#include "core/report/display_width.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace citypanel::report {

namespace {

constexpr double mostStretching = 1.8; // a narrow table does not fill the page
constexpr int leastLabel = 14;         // columns of the display

/// Columns of the longest part that no line break divides: a word, or a Chinese character. Capitals
/// take half a column more than the digits that are its measure.
int longestPart(std::string_view text) {
    int longest = 0; // in halves of a column
    int current = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) {
            ++next;
        }
        const int columns = static_cast<int>(displayWidth(text.substr(at, next - at)));
        const int width = 2 * columns + (text[at] >= 'A' && text[at] <= 'Z' ? 1 : 0);
        const bool isWhole = text[at] == ' ' || columns > 1;
        current = isWhole ? 0 : current + width;
        longest = std::max({longest, current, width});
        at = next;
    }
    return (longest + 1) / 2;
}

/// The longest such part of any label.
int longestLabelPart(const TypesetTable& table) {
    int longest = 0;
    for (const TypesetLine& line : table.body) {
        if (!line.cells.empty() && line.cells.front().span == 1) {
            longest = std::max(longest, longestPart(line.cells.front().text()));
        }
    }
    return longest;
}

int sumOf(const std::vector<int>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0);
}

} // namespace

ColumnWidths::ColumnWidths(const TypesetTable& table, const PaperMeasures& paper)
    : paper_(paper), widths_(table.columnCount), decimals_(table.columnCount) {
    std::vector<int> needed(table.columnCount);
    for (const TypesetLine& line : table.body) {
        measure(line, needed);
    }
    for (std::size_t i = 0; i < needed.size(); ++i) {
        needed[i] = std::max(needed[i], decimals_[i].left + decimals_[i].right);
    }
    widths_ = needed;
    for (const TypesetLine& line : table.header) {
        measure(line, widths_);
    }
    std::vector<int> words = needed;
    for (const TypesetLine& line : table.header) {
        std::size_t column = 0;
        for (const TypesetCell& cell : line.cells) {
            if (cell.span == 1) {
                words[column] = std::max(words[column], longestPart(cell.text()) * paper_.halfEm);
            }
            column += static_cast<std::size_t>(cell.span);
        }
    }
    const int around = 2 * paper.cellMargin + paper.halfEm;
    for (std::size_t i = 0; i < needed.size(); ++i) {
        needed[i] += around;
        words[i] += around;
        widths_[i] += around;
    }
    const int excess = sumOf(words) - paper.pageWidth;
    fits_ = excess < 0;
    if (!fits_ && !words.empty()) {
        // Rather than that a word or number breaks, labels are wrapped between their words.
        const int least = std::max(longestLabelPart(table), leastLabel) * paper.halfEm + around;
        const int wrapped = std::max(words.front() - excess - 1, std::min(least, words.front()));
        words.front() = wrapped;
        needed.front() = wrapped;
    }
    const bool hasRoomForWords = sumOf(words) < paper.pageWidth;
    if (!hasRoomForWords) {
        widths_ = words; // what room there is goes to words before whole headings
    }
    fit(hasRoomForWords ? words : needed);
}

void ColumnWidths::measure(const TypesetLine& line, std::vector<int>& widths) {
    const auto width = [this](std::string_view text) {
        return static_cast<int>(displayWidth(text)) * paper_.halfEm;
    };
    std::size_t column = 0;
    for (const TypesetCell& cell : line.cells) {
        if (cell.span == 1 && cell.align == Align::Decimal) {
            const std::string_view head = cell.head;
            const int left = width(head.substr(0, std::min(head.find('.'), head.size())));
            Room& room = decimals_[column];
            room.left = std::max(room.left, left);
            room.right = std::max(room.right, width(cell.text()) - left);
        } else if (cell.span == 1) {
            widths[column] = std::max(widths[column], width(cell.text()));
        }
        column += static_cast<std::size_t>(cell.span);
    }
}

void ColumnWidths::fit(const std::vector<int>& needed) {
    const double natural = sumOf(widths_);
    const double least = sumOf(needed);
    const double page = paper_.pageWidth;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        double width = widths_[i];
        if (natural <= page) {
            width *= std::min(page / natural, mostStretching);
        } else if (least < page) {
            width = needed[i] + (width - needed[i]) * (page - least) / (natural - least);
        } else {
            width = needed[i] * page / least;
        }
        widths_[i] = static_cast<int>(std::floor(width));
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

} // namespace citypanel::report
