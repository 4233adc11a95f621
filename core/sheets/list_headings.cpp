// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that stand over the names of lists side by side, and mean the values behind them.
#include "core/sheets/list_headings.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/grid_scan.h"
#include "core/sheets/key_columns.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace citypanel::sheets {

std::vector<std::size_t> headedLists(const Sheet& sheet, const Layout& layout, std::size_t row) {
    const auto isOfTexts = [&](std::size_t column) {
        const ColumnContent content = contentOf(sheet, layout, static_cast<std::int64_t>(column));
        return content.texts > content.numbers;
    };
    std::vector<std::size_t> lists;
    for (std::size_t column = 0; column < sheet.widthOf(row); ++column) {
        if (!isFilled(sheet, row, column)) {
            continue;
        }
        const ColumnContent next = contentOf(sheet, layout, static_cast<std::int64_t>(column) + 1);
        if (isUnitName(tidyHeader(sheet.textAt(row, column))) || !isOfTexts(column) ||
            next.numbers == 0 || next.texts > next.numbers) {
            return {};
        }
        lists.push_back(column);
    }
    return lists.size() > 1 ? lists : std::vector<std::size_t>{};
}

void spreadOverLists(const Sheet& sheet, std::size_t row, const std::vector<std::size_t>& lists,
                     std::size_t column, std::string& text) {
    const auto next = std::upper_bound(lists.begin(), lists.end(), column);
    if (next != lists.begin() && text.empty()) {
        text = sheet.textAt(row, *std::prev(next));
    }
}

} // namespace citypanel::sheets
