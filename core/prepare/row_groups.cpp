// SPDX-License-Identifier: GPL-3.0-or-later
// Coding of rows by period or unit.
#include "core/prepare/row_groups.h"

#include <algorithm>

namespace citypanel::prepare {

RowGroups rowGroups(const Panel& panel, Within within) {
    RowGroups groups{std::vector<std::int32_t>(panel.rowCount(), 0), 1};
    if (within == Within::Unit) {
        const auto codes = panel.unitCodes();
        groups.codes.assign(codes.begin(), codes.end());
        groups.count = panel.unitCount();
    } else if (within == Within::Period) {
        const auto distinct = panel.distinctPeriods();
        const auto periods = panel.periods();
        for (std::size_t row = 0; row < periods.size(); ++row) {
            const auto at = std::lower_bound(distinct.begin(), distinct.end(), periods[row]);
            groups.codes[row] = static_cast<std::int32_t>(at - distinct.begin());
        }
        groups.count = distinct.size();
    }
    return groups;
}

std::vector<std::vector<std::size_t>> rowsByGroup(std::span<const std::int32_t> codes,
                                                  std::size_t count) {
    std::vector<std::vector<std::size_t>> rows(count);
    for (std::size_t row = 0; row < codes.size(); ++row) {
        rows[static_cast<std::size_t>(codes[row])].push_back(row);
    }
    return rows;
}

} // namespace citypanel::prepare
