// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that list what other tables count.
#pragma once

#include "core/study/table.h"

#include <string_view>

namespace citypanel::study {

/// Key of the table of units and periods that were alone in a level of the effects.
inline constexpr std::string_view singletonsKey = "singletons";

/// True of a table that lists the rows another one counts: it belongs behind the results.
[[nodiscard]] inline bool isListing(const Table& table) {
    return table.key == singletonsKey;
}

} // namespace citypanel::study
