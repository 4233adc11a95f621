// SPDX-License-Identifier: GPL-3.0-or-later
// How large the values of a column typically are, to tell units of measure apart.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace citypanel::sheets {

/// The median of sizes, of an even number the larger of the two in the middle; 0 where there are
/// none.
[[nodiscard]] inline double medianSize(std::vector<double> sizes) {
    if (sizes.empty()) {
        return 0;
    }
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

} // namespace citypanel::sheets
