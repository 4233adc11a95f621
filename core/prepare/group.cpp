// SPDX-License-Identifier: GPL-3.0-or-later
// Quantile groups within blocks of rows.
#include "core/prepare/group.h"

#include "core/panel/variable.h"
#include "core/prepare/row_groups.h"

#include <algorithm>

namespace citypanel::prepare {

namespace {

std::vector<double> limitsOf(const std::vector<double>& sorted, const QuantileSplit& split) {
    std::vector<double> limits;
    for (std::int64_t group = 1; group < split.groups; ++group) {
        const double share = static_cast<double>(group) / static_cast<double>(split.groups);
        limits.push_back(quantileOfSorted(sorted, share, split.quantile));
    }
    return limits;
}

} // namespace

std::int32_t groupByLimits(double value, std::span<const double> limits, Ties ties) {
    if (isMissing(value)) {
        return missingCode;
    }
    const auto at = ties == Ties::Lower ? std::lower_bound(limits.begin(), limits.end(), value)
                                        : std::upper_bound(limits.begin(), limits.end(), value);
    return static_cast<std::int32_t>(at - limits.begin());
}

std::vector<std::int32_t> quantileGroups(std::span<const double> values,
                                         std::span<const std::int32_t> blocks,
                                         std::size_t blockCount, const QuantileSplit& split) {
    std::vector<std::int32_t> result(values.size(), missingCode);
    for (const std::vector<std::size_t>& rows : rowsByGroup(blocks, blockCount)) {
        std::vector<double> block;
        block.reserve(rows.size());
        for (const std::size_t row : rows) {
            block.push_back(values[row]);
        }
        const std::vector<double> limits = limitsOf(sortedPresent(block), split);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            result[rows[i]] = groupByLimits(block[i], limits, split.ties);
        }
    }
    return result;
}

} // namespace citypanel::prepare
