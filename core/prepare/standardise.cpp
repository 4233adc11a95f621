// SPDX-License-Identifier: GPL-3.0-or-later
// Standardising within groups.
#include "core/prepare/standardise.h"

#include "core/panel/variable.h"
#include "core/prepare/row_groups.h"

#include <algorithm>
#include <cmath>

namespace citypanel::prepare {

namespace {

struct Transform {
    double centre = missingValue;
    double spread = missingValue;
};

double presentMean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

/// Two passes: the mean first, then the squares about it.
double standardDeviation(const std::vector<double>& values, double mean) {
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

Transform transformOf(const std::vector<double>& present, Scale scale) {
    if (present.empty()) {
        return {};
    }
    if (scale == Scale::UnitRange) {
        const auto [low, high] = std::minmax_element(present.begin(), present.end());
        return {*low, *high - *low};
    }
    const double mean = presentMean(present);
    if (scale == Scale::Centre) {
        return {mean, 1.0};
    }
    return {mean, present.size() > 1 ? standardDeviation(present, mean) : missingValue};
}

} // namespace

std::vector<double> standardised(std::span<const double> values,
                                 std::span<const std::int32_t> groups, std::size_t groupCount,
                                 Scale scale) {
    std::vector<double> result(values.size(), missingValue);
    for (const std::vector<std::size_t>& rows : rowsByGroup(groups, groupCount)) {
        std::vector<double> present;
        for (const std::size_t row : rows) {
            if (!isMissing(values[row])) {
                present.push_back(values[row]);
            }
        }
        const Transform transform = transformOf(present, scale);
        const bool hasSpread = transform.spread > 0;
        for (const std::size_t row : rows) {
            result[row] =
                hasSpread ? (values[row] - transform.centre) / transform.spread : missingValue;
        }
    }
    return result;
}

} // namespace citypanel::prepare
