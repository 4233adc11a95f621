// SPDX-License-Identifier: GPL-3.0-or-later
// Judgements that fit are kept, others begin anew.
#include "core/index/judgement_sets.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace citypanel::index {

namespace {

std::size_t pairsAmong(std::size_t items) {
    return items * (items - 1) / 2;
}

bool comparesEveryIndicator(const std::vector<Judgements>& judgements, std::size_t indicators) {
    return judgements.size() == 1 && judgements[0].of.empty() &&
           judgements[0].upper.size() == pairsAmong(indicators);
}

} // namespace

std::vector<Judgements> completedJudgements(const std::vector<Indicator>& indicators,
                                            const std::vector<Judgements>& judgements) {
    std::vector<Judgements> result;
    const auto add = [&](const std::string& of, std::size_t items) {
        const auto given =
            std::find_if(judgements.begin(), judgements.end(), [&](const Judgements& one) {
                return one.of == of && one.upper.size() == pairsAmong(items);
            });
        if (given != judgements.end()) {
            result.push_back(*given);
        } else if (items > 1) {
            result.push_back({.of = of, .upper = std::vector<double>(pairsAmong(items), 1.0)});
        }
    };
    const std::vector<std::string> dimensions = dimensionsOf(indicators);
    if (dimensions.size() < 2 || comparesEveryIndicator(judgements, indicators.size())) {
        add({}, indicators.size());
        return result;
    }
    add({}, dimensions.size());
    for (const std::string& dimension : dimensions) {
        add(dimension, membersOf(indicators, dimension).size());
    }
    return result;
}

} // namespace citypanel::index
