// SPDX-License-Identifier: GPL-3.0-or-later
// Price levels from chain and fixed-base indices.
#include "core/prepare/deflate.h"

#include "core/panel/number_text.h"

#include <algorithm>
#include <cstddef>

namespace citypanel::prepare {

namespace {

Status checkPositive(std::span<const double> index, std::span<const Period> periods) {
    for (std::size_t i = 0; i < index.size(); ++i) {
        if (!isMissing(index[i]) && !(index[i] > 0)) {
            return Problem{.code = ProblemCode::ArgumentInvalid,
                           .place = {.period = std::to_string(periods[i])},
                           .found = shortestText(index[i]),
                           .expected = "> 0"};
        }
    }
    return {};
}

/// Multiplies up and divides down from the base; a missing or absent period ends the chain.
std::vector<double> chained(std::span<const double> index, std::span<const Period> periods,
                            std::size_t base) {
    std::vector<double> levels(index.size(), missingValue);
    levels[base] = 1;
    for (std::size_t i = base + 1; i < index.size() && periods[i] == periods[i - 1] + 1; ++i) {
        levels[i] = levels[i - 1] * index[i] / 100;
    }
    for (std::size_t i = base; i > 0 && periods[i] == periods[i - 1] + 1; --i) {
        levels[i - 1] = levels[i] / (index[i] / 100);
    }
    return levels;
}

} // namespace

Result<std::vector<double>> priceLevels(std::span<const double> index,
                                        std::span<const Period> periods, IndexBase kind,
                                        Period base) {
    CITYPANEL_TRY_STATUS(checkPositive(index, periods));
    const auto at = std::lower_bound(periods.begin(), periods.end(), base);
    if (at == periods.end() || *at != base) {
        return Problem{.code = ProblemCode::PeriodMissing,
                       .found = std::to_string(base),
                       .expected = periods.empty() ? std::string()
                                                   : std::to_string(periods.front()) + "-" +
                                                         std::to_string(periods.back())};
    }
    const auto baseRow = static_cast<std::size_t>(at - periods.begin());
    if (kind == IndexBase::Previous) {
        return chained(index, periods, baseRow);
    }
    std::vector<double> levels(index.begin(), index.end());
    for (double& level : levels) {
        level /= index[baseRow];
    }
    return levels;
}

} // namespace citypanel::prepare
