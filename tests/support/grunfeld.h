// SPDX-License-Identifier: GPL-3.0-or-later
// Grunfeld's investment data (10 firms, 1935-1954), the panel that several tests share.
#pragma once

#include "tests/support/csv_panel.h"

namespace citypanel::testing {

inline Panel grunfeld() {
    return readCsvPanel(std::filesystem::path(CITYPANEL_SOURCE_DIR) /
                            "tests/reference/estimators/data/grunfeld.csv",
                        "firm", "year");
}

} // namespace citypanel::testing
