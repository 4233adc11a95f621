// SPDX-License-Identifier: GPL-3.0-or-later
// Winsorising and trimming within groups.
#include "core/prepare/winsorise.h"

#include "core/panel/variable.h"
#include "core/prepare/row_groups.h"

#include <algorithm>
#include <limits>

namespace citypanel::prepare {

namespace {

struct Limits {
    double lower = -std::numeric_limits<double>::infinity();
    double upper = std::numeric_limits<double>::infinity();
};

/// The k-th smallest and the one after it are all a quantile needs, so the values are partitioned
/// about them instead of sorted: n steps instead of n log n.
double quantileByPartition(std::vector<double>& values, double p, QuantileRule rule) {
    constexpr std::size_t margin = 2; // positions of every rule lie within two of n * p
    const auto n = values.size();
    const auto centre = static_cast<std::size_t>(static_cast<double>(n) * p);
    const std::size_t from = centre > margin ? centre - margin : 0;
    const std::size_t to = std::min(n, centre + margin + 1);
    const auto at = [&](std::size_t i) { return values.begin() + static_cast<std::ptrdiff_t>(i); };
    if (from > 0) {
        std::nth_element(values.begin(), at(from), values.end());
    }
    if (to < n) {
        std::nth_element(at(from), at(to), values.end());
    }
    std::sort(at(from), at(to));
    // Only [from, to) is in order; the rule reads no other position.
    return quantileOfSorted(values, p, rule);
}

Limits limitsOf(std::vector<double> present, const TailRule& rule) {
    Limits limits;
    if (present.empty()) {
        return limits;
    }
    if (rule.sides != Sides::Upper) {
        limits.lower = quantileByPartition(present, rule.lower, rule.quantile);
    }
    if (rule.sides != Sides::Lower) {
        limits.upper = quantileByPartition(present, rule.upper, rule.quantile);
    }
    return limits;
}

double limitedValue(double value, const Limits& limits, TailTreatment treatment) {
    if (value >= limits.lower && value <= limits.upper) {
        return value;
    }
    if (isMissing(value) || treatment == TailTreatment::Trim) {
        return missingValue;
    }
    return value < limits.lower ? limits.lower : limits.upper;
}

} // namespace

std::vector<double> limited(std::span<const double> values, std::span<const std::int32_t> groups,
                            std::size_t groupCount, const TailRule& rule) {
    std::vector<std::vector<double>> present(groupCount);
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (!isMissing(values[row])) {
            present[static_cast<std::size_t>(groups[row])].push_back(values[row]);
        }
    }
    std::vector<Limits> limits;
    limits.reserve(groupCount);
    for (std::vector<double>& group : present) {
        limits.push_back(limitsOf(std::move(group), rule));
    }
    std::vector<double> result(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        result[row] = limitedValue(values[row], limits[static_cast<std::size_t>(groups[row])],
                                   rule.treatment);
    }
    return result;
}

} // namespace citypanel::prepare
