// SPDX-License-Identifier: GPL-3.0-or-later
// Counting and listing the rows of a sample.
#include "core/panel/sample.h"

#include <algorithm>

namespace citypanel {

std::size_t Sample::count(ExclusionReason reason) const {
    return static_cast<std::size_t>(std::count(reasons_.begin(), reasons_.end(), reason));
}

std::vector<std::size_t> Sample::rows() const {
    std::vector<std::size_t> included;
    included.reserve(reasons_.size());
    for (std::size_t row = 0; row < reasons_.size(); ++row) {
        if (includes(row)) {
            included.push_back(row);
        }
    }
    return included;
}

} // namespace citypanel
