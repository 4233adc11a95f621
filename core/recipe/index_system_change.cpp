// SPDX-License-Identifier: GPL-3.0-or-later
// Finds renamed dimensions and takes along what is kept by their names.
#include "core/recipe/index_system_change.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace citypanel::recipe {

namespace {

using Indicators = std::vector<index::Indicator>;

/// The one dimension under which all indicators of `dimension` that are left stand now.
std::optional<std::string> newNameOf(const std::string& dimension, const Indicators& before,
                                     const Indicators& after) {
    std::set<std::string> names;
    for (const index::Indicator& now : after) {
        const bool isMember =
            std::any_of(before.begin(), before.end(), [&](const index::Indicator& was) {
                return was.name == now.name && was.dimension == dimension;
            });
        if (isMember) {
            names.insert(now.dimension);
        }
    }
    const bool isOne = names.size() == 1 && !names.begin()->empty();
    return isOne ? std::optional(*names.begin()) : std::nullopt;
}

std::map<std::string, std::string> renamedDimensions(const Indicators& before,
                                                     const Indicators& after) {
    const auto contains = [](const std::vector<std::string>& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    const std::vector<std::string> old = index::dimensionsOf(before);
    const std::vector<std::string> now = index::dimensionsOf(after);
    std::map<std::string, std::string> renamed;
    for (const std::string& dimension : old) {
        const auto name = newNameOf(dimension, before, after);
        if (!contains(now, dimension) && name && !contains(old, *name)) {
            renamed.emplace(dimension, *name);
        }
    }
    return renamed;
}

} // namespace

IndexStep withIndicators(IndexStep step, std::vector<index::Indicator> indicators) {
    for (const auto& [from, to] : renamedDimensions(step.indicators, indicators)) {
        if (auto name = step.subNames.extract(from)) {
            name.key() = to;
            step.subNames.insert(std::move(name));
        }
        for (index::Judgements& judgements : step.judgements) {
            judgements.of = judgements.of == from ? to : judgements.of;
        }
    }
    step.indicators = std::move(indicators);
    return step;
}

} // namespace citypanel::recipe
