// SPDX-License-Identifier: GPL-3.0-or-later
// Blank cells of key columns filled from above.
#include "core/sheets/repeated_keys.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/indicator_rows.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/regions.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

namespace citypanel::sheets {

namespace {

class KeyColumn {
public:
    KeyColumn(const Sheet& sheet, const Layout& layout, std::int64_t column)
        : sheet_(sheet)
        , layout_(layout)
        , column_(static_cast<std::size_t>(column))
        , begin_(static_cast<std::size_t>(layout.bodyBegin))
        , rows_(std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount()) -
                    std::min(static_cast<std::size_t>(layout.bodyBegin), sheet.rowCount()),
                noRow) {
        std::set<std::string> headers;
        for (std::int64_t row = layout.headerBegin; row < layout.headerEnd; ++row) {
            headers.insert(tidyName(sheet.textAt(static_cast<std::size_t>(row), column_)));
        }
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!isFilled(sheet, begin_ + i, column_)) {
                continue;
            }
            const std::string text = tidyName(sheet.textAt(begin_ + i, column_));
            if (headers.contains(text) || isContinuation(text)) {
                pageBreaks_.insert(i);
            } else {
                rows_[i] = begin_ + i;
            }
        }
    }

    std::vector<std::size_t> read() {
        if (std::find(rows_.begin(), rows_.end(), noRow) != rows_.end()) {
            fillMerged();
            findOtherKeys();
            if (!others_.empty() && areWrittenOnce()) {
                fillBelow();
            }
        }
        for (const std::size_t row : pageBreaks_) {
            rows_[row] = begin_ + row; // what stands there is told as it is
        }
        return std::move(rows_);
    }

private:
    void fillMerged() {
        for (const MergedRange& range : sheet_.merged) {
            const bool isDown = range.firstColumn == column_ && range.lastRow > range.firstRow;
            if (!isDown || !isFilled(sheet_, range.firstRow, column_)) {
                continue;
            }
            const std::size_t end = std::min(range.lastRow + 1, begin_ + rows_.size());
            for (std::size_t row = std::max(range.firstRow + 1, begin_); row < end; ++row) {
                rows_[row - begin_] =
                    rows_[row - begin_] == noRow ? range.firstRow : rows_[row - begin_];
            }
        }
    }

    void findOtherKeys() {
        const auto add = [&](std::int64_t other) {
            if (other >= 0 && other != static_cast<std::int64_t>(column_)) {
                others_.push_back(static_cast<std::size_t>(other));
            }
        };
        add(layout_.unitColumn);
        add(layout_.periodColumn);
        for (const RowCondition& condition : layout_.rowsWhere) {
            add(condition.column);
        }
        if (layout_.rowsWhere.empty()) {
            for (const std::int64_t label : rowLabels(sheet_, layout_).columns()) {
                add(label);
            }
        }
    }

    /// What tells a row apart from the others of its key; "" where nothing does.
    [[nodiscard]] std::string otherKeysOf(std::size_t row) const {
        std::string keys;
        bool hasAny = false;
        for (const std::size_t other : others_) {
            const std::string text = tidyName(sheet_.textAt(row, other));
            hasAny = hasAny || !text.empty();
            keys += text + '\n';
        }
        return hasAny ? keys : std::string();
    }

    /// Whether a row lacks a key and has another.
    [[nodiscard]] bool mayLackKey(std::size_t index) const {
        return rows_[index] == noRow && !pageBreaks_.contains(index) &&
               !isIgnored(layout_, begin_ + index) && !otherKeysOf(begin_ + index).empty();
    }

    /// Whether a row lacks a key and holds a value that one would be for.
    [[nodiscard]] bool lacksKey(std::size_t index) const {
        return mayLackKey(index) && holdsValue(sheet_, layout_, {}, begin_ + index);
    }

    /// Whether the row of a unit that lacks all values has its year further up.
    [[nodiscard]] bool isOfPeriodAbove(std::size_t index) const {
        return static_cast<std::int64_t>(column_) == layout_.periodColumn && mayLackKey(index);
    }

    [[nodiscard]] bool areWrittenOnce() const {
        std::size_t keys = 0;
        std::size_t repeated = 0;
        bool standsOver = false; // whether the last key stands over a row that lacks one
        std::set<std::string> seen;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i] == begin_ + i) {
                ++keys;
                standsOver = false;
                seen = {otherKeysOf(begin_ + i)};
            } else if (lacksKey(i)) {
                if (keys == 0 || !seen.insert(otherKeysOf(begin_ + i)).second) {
                    return false; // rows before the first key: keys may stand below their rows, too
                }
                repeated += standsOver ? 0 : 1;
                standsOver = true;
            }
        }
        return keys > 0 && 2 * repeated >= keys;
    }

    void fillBelow() {
        std::size_t above = noRow;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i] != noRow) {
                above = rows_[i];
            } else if (lacksKey(i) || isOfPeriodAbove(i)) {
                rows_[i] = above;
            }
        }
    }

    const Sheet& sheet_;
    const Layout& layout_;
    std::size_t column_;
    std::size_t begin_;
    std::vector<std::size_t> rows_;
    std::set<std::size_t> pageBreaks_; ///< a header again, 续表: the key above goes on
    std::vector<std::size_t> others_;  ///< columns that tell rows of one key apart
};

} // namespace

std::vector<std::size_t> keyRows(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    return KeyColumn(sheet, layout, column).read();
}

} // namespace citypanel::sheets
