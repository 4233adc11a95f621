// SPDX-License-Identifier: GPL-3.0-or-later
// Factors from columns, their interactions and subsets.
#include "core/panel/factor.h"

#include "core/panel/number_text.h"

#include <algorithm>
#include <utility>

namespace citypanel {

namespace {

/// Drops levels that no code uses and renumbers the rest in order.
void dropUnusedLevels(Factor& factor) {
    std::vector<std::int32_t> renumbered(factor.levels.size(), missingCode);
    for (const std::int32_t code : factor.codes) {
        if (code != missingCode) {
            renumbered[static_cast<std::size_t>(code)] = 0;
        }
    }
    std::vector<std::string> levels;
    for (std::size_t i = 0; i < renumbered.size(); ++i) {
        if (renumbered[i] == 0) {
            renumbered[i] = static_cast<std::int32_t>(levels.size());
            levels.push_back(std::move(factor.levels[i]));
        }
    }
    for (std::int32_t& code : factor.codes) {
        code = code == missingCode ? missingCode : renumbered[static_cast<std::size_t>(code)];
    }
    factor.levels = std::move(levels);
}

Factor factorOfNumbers(const Variable& variable) {
    const std::span<const double> numbers = variable.numbers();
    std::vector<double> distinct(numbers.begin(), numbers.end());
    std::erase_if(distinct, isMissing);
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    Factor factor{variable.name(), {}, {}};
    factor.codes.reserve(numbers.size());
    for (const double value : numbers) {
        const auto found = std::lower_bound(distinct.begin(), distinct.end(), value);
        factor.codes.push_back(
            isMissing(value) ? missingCode : static_cast<std::int32_t>(found - distinct.begin()));
    }
    factor.levels.reserve(distinct.size());
    for (const double value : distinct) {
        factor.levels.push_back(shortestText(value));
    }
    return factor;
}

} // namespace

Factor factorOf(const Variable& variable) {
    if (variable.isNumeric()) {
        return factorOfNumbers(variable);
    }
    Factor factor{variable.name(),
                  {variable.codes().begin(), variable.codes().end()},
                  {variable.levels().begin(), variable.levels().end()}};
    dropUnusedLevels(factor);
    return factor;
}

Result<Factor> factorOf(const Panel& panel, std::string_view variable) {
    CITYPANEL_TRY(const Variable column, panel.variable(variable));
    return factorOf(column);
}

Factor interact(const Factor& first, const Factor& second) {
    const auto pairOf = [&](std::size_t row) {
        const std::int64_t a = first.codes[row];
        const std::int64_t b = second.codes[row];
        return a == missingCode || b == missingCode
                   ? std::int64_t{missingCode}
                   : a * static_cast<std::int64_t>(second.levelCount()) + b;
    };
    std::vector<std::int64_t> distinct;
    distinct.reserve(first.codes.size());
    for (std::size_t row = 0; row < first.codes.size(); ++row) {
        if (const std::int64_t pair = pairOf(row); pair != missingCode) {
            distinct.push_back(pair);
        }
    }
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());

    Factor factor{first.name + "^" + second.name, {}, {}};
    factor.codes.reserve(first.codes.size());
    for (std::size_t row = 0; row < first.codes.size(); ++row) {
        const std::int64_t pair = pairOf(row);
        const auto found = std::lower_bound(distinct.begin(), distinct.end(), pair);
        factor.codes.push_back(pair == missingCode
                                   ? missingCode
                                   : static_cast<std::int32_t>(found - distinct.begin()));
    }
    factor.levels.reserve(distinct.size());
    for (const std::int64_t pair : distinct) {
        const auto levels = static_cast<std::int64_t>(second.levelCount());
        factor.levels.push_back(first.levels[static_cast<std::size_t>(pair / levels)] + " x " +
                                second.levels[static_cast<std::size_t>(pair % levels)]);
    }
    return factor;
}

Factor subset(const Factor& factor, std::span<const std::size_t> rows) {
    Factor result{factor.name, {}, factor.levels};
    result.codes.reserve(rows.size());
    for (const std::size_t row : rows) {
        result.codes.push_back(factor.codes[row]);
    }
    dropUnusedLevels(result);
    return result;
}

} // namespace citypanel
