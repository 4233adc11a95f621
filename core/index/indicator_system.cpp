// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of an indicator system.
#include "core/index/indicator_system.h"

#include <algorithm>

namespace citypanel::index {

std::vector<std::string> dimensionsOf(const std::vector<Indicator>& indicators) {
    std::vector<std::string> dimensions;
    for (const Indicator& indicator : indicators) {
        const std::string& name = indicator.dimension;
        if (!name.empty() &&
            std::find(dimensions.begin(), dimensions.end(), name) == dimensions.end()) {
            dimensions.push_back(name);
        }
    }
    return dimensions;
}

std::vector<std::size_t> membersOf(const std::vector<Indicator>& indicators,
                                   const std::string& dimension) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        if (indicators[i].dimension == dimension) {
            members.push_back(i);
        }
    }
    return members;
}

} // namespace citypanel::index
