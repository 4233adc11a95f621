// SPDX-License-Identifier: GPL-3.0-or-later
// Rows by key.
#include "core/study/table.h"

#include <algorithm>

namespace citypanel::study {

const Row* Table::find(std::string_view rowKey) const {
    const auto at = std::find_if(rows.begin(), rows.end(),
                                 [rowKey](const Row& row) { return row.key == rowKey; });
    return at == rows.end() ? nullptr : &*at;
}

} // namespace citypanel::study
