// SPDX-License-Identifier: GPL-3.0-or-later
// What a panel holds beside its keys.
#pragma once

#include "core/panel/panel.h"

#include <string>
#include <vector>

namespace citypanel::testing {

/// The names of the variables of an imported panel, in their order, without city and year.
inline std::vector<std::string> variablesOf(const Panel& panel) {
    std::vector<std::string> names;
    for (const ColumnInfo& column : panel.columnInfo()) {
        if (column.name != "city" && column.name != "year") {
            names.push_back(column.name);
        }
    }
    return names;
}

} // namespace citypanel::testing
