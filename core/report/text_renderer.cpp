// SPDX-License-Identifier: GPL-3.0-or-later
// Tables for a terminal: columns aligned by the width of their characters, three rules.
#include "core/report/display_width.h"
#include "core/report/render.h"
#include "core/report/text_parts.h"
#include "core/report/typeset.h"

#include <algorithm>

namespace citypanel::report {

namespace {

constexpr std::size_t gap = 2; ///< blanks between columns

/// Widths of one column's parts.
struct ColumnWidth {
    std::size_t head = 0;
    std::size_t tail = 0;
    std::size_t whole = 0;

    [[nodiscard]] std::size_t total() const { return std::max(head + tail, whole); }
};

void widen(ColumnWidth& width, const TypesetCell& cell) {
    if (cell.align == Align::Decimal) {
        width.head = std::max(width.head, displayWidth(cell.head));
        width.tail = std::max(width.tail, displayWidth(cell.tail));
    } else {
        width.whole = std::max(width.whole, displayWidth(cell.text()));
    }
}

class Page {
public:
    explicit Page(const TypesetTable& table) : table_(table), widths_(table.columnCount) {
        forEachLine([this](const TypesetLine& line) { measure(line); });
        // Wide headings last: what they need beyond their columns goes to the last of these.
        forEachLine([this](const TypesetLine& line) { measureSpans(line); });
    }

    std::string print() {
        out_ += withHyphens(table_.caption()) + '\n';
        rule('=');
        for (const TypesetLine& line : table_.header) {
            print(line);
            partialRules(line);
        }
        rule('-');
        for (const TypesetLine& line : table_.body) {
            if (line.isRuledAbove) {
                rule('-');
            }
            print(line);
        }
        rule('=');
        const std::size_t noteWidth = std::max<std::size_t>(fullWidth(), 60);
        for (const std::string& line : wrapped(noteParagraph(table_), noteWidth)) {
            out_ += withHyphens(line) + '\n';
        }
        return std::move(out_);
    }

private:
    template <typename Visit>
    void forEachLine(Visit visit) {
        std::for_each(table_.header.begin(), table_.header.end(), visit);
        std::for_each(table_.body.begin(), table_.body.end(), visit);
    }

    void measure(const TypesetLine& line) {
        std::size_t column = 0;
        for (const TypesetCell& cell : line.cells) {
            if (cell.span == 1) {
                widen(widths_[column], cell);
            }
            column += static_cast<std::size_t>(cell.span);
        }
    }

    void measureSpans(const TypesetLine& line) {
        std::size_t column = 0;
        for (const TypesetCell& cell : line.cells) {
            const std::size_t needed = displayWidth(cell.text());
            const std::size_t present = spanWidth(column, cell.span);
            column += static_cast<std::size_t>(cell.span);
            if (cell.span > 1 && needed > present) {
                ColumnWidth& last = widths_[column - 1];
                last.whole = last.total() + needed - present;
            }
        }
    }

    [[nodiscard]] std::size_t spanWidth(std::size_t first, int span) const {
        std::size_t width = 0;
        for (std::size_t i = first; i < first + static_cast<std::size_t>(span); ++i) {
            width += widths_[i].total() + (i > first ? gap : 0);
        }
        return width;
    }

    [[nodiscard]] std::size_t fullWidth() const {
        return spanWidth(0, static_cast<int>(widths_.size()));
    }

    void rule(char c) { out_ += std::string(fullWidth(), c) + '\n'; }

    /// Rules under the headings of groups.
    void partialRules(const TypesetLine& line) {
        std::string rules;
        std::size_t column = 0;
        for (const TypesetCell& cell : line.cells) {
            rules += column > 0 ? std::string(gap, ' ') : std::string();
            rules += std::string(spanWidth(column, cell.span), cell.isRuledBelow ? '-' : ' ');
            column += static_cast<std::size_t>(cell.span);
        }
        if (rules.find('-') != std::string::npos) {
            endLine(rules);
        }
    }

    void endLine(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        out_ += line + '\n';
    }

    void print(const TypesetLine& line) {
        std::string text;
        std::size_t column = 0;
        for (const TypesetCell& cell : line.cells) {
            text += column > 0 ? std::string(gap, ' ') : std::string();
            text += placed(cell, column);
            column += static_cast<std::size_t>(cell.span);
        }
        endLine(text);
    }

    [[nodiscard]] std::string placed(const TypesetCell& cell, std::size_t column) const {
        const std::size_t width = spanWidth(column, cell.span);
        std::size_t left = 0;
        if (cell.align == Align::Centre) {
            left = (width - std::min(width, displayWidth(cell.text()))) / 2;
        } else if (cell.align == Align::Decimal) {
            const ColumnWidth& parts = widths_[column];
            left = (width - parts.head - parts.tail) / 2 + parts.head - displayWidth(cell.head);
        }
        const std::size_t used = left + displayWidth(cell.text());
        return std::string(left, ' ') + withHyphens(cell.text()) +
               std::string(width - std::min(width, used), ' ');
    }

    const TypesetTable& table_;
    std::vector<ColumnWidth> widths_;
    std::string out_;
};

} // namespace

QByteArray renderText(std::span<const study::Table> tables, const TableStyle& style) {
    std::string out;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const TypesetTable table = typeset(tables[i], style, i);
        out += (i > 0 ? "\n" : "") + Page(table).print();
    }
    return bytesOf(out);
}

} // namespace citypanel::report
