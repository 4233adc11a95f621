// SPDX-License-Identifier: GPL-3.0-or-later
// The bandwidth and the sum of kernels.
#include "core/study/kernel_density.h"

#include "core/prepare/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace citypanel::study {

double silvermanBandwidth(std::span<const double> values) {
    const std::vector<double> sorted = prepare::sortedPresent(values);
    const auto n = static_cast<double>(sorted.size());
    if (sorted.size() < 2 || sorted.front() == sorted.back()) {
        return missingValue;
    }
    const double mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / n;
    double squares = 0.0;
    for (const double value : sorted) {
        squares += (value - mean) * (value - mean);
    }
    const double sd = std::sqrt(squares / (n - 1.0));
    const auto quartile = [&](double p) {
        return prepare::quantileOfSorted(sorted, p, prepare::QuantileRule::Linear);
    };
    const double robust = (quartile(0.75) - quartile(0.25)) / 1.34;
    return 0.9 * (robust > 0.0 ? std::min(sd, robust) : sd) * std::pow(n, -0.2);
}

std::vector<DensityPoint> kernelDensity(std::span<const double> values, double bandwidth,
                                        double low, double high, std::size_t count) {
    const std::vector<double> present = prepare::sortedPresent(values);
    std::vector<DensityPoint> curve;
    if (present.empty() || !(bandwidth > 0.0) || count < 2) {
        return curve;
    }
    // Kernels further than this many bandwidths add less than 1e-17 of their peak.
    constexpr double reach = 9.0;
    const double scale =
        1.0 / (static_cast<double>(present.size()) * bandwidth * std::sqrt(2.0 * std::numbers::pi));
    for (std::size_t i = 0; i < count; ++i) {
        const double x =
            low + (high - low) * static_cast<double>(i) / static_cast<double>(count - 1);
        auto value = std::lower_bound(present.begin(), present.end(), x - reach * bandwidth);
        double sum = 0.0;
        for (; value != present.end() && *value <= x + reach * bandwidth; ++value) {
            const double z = (x - *value) / bandwidth;
            sum += std::exp(-0.5 * z * z);
        }
        curve.push_back({x, sum * scale});
    }
    return curve;
}

std::vector<Point> kernelDensity(std::span<const double> values, std::size_t count) {
    std::vector<Point> curve;
    const double bandwidth = silvermanBandwidth(values);
    if (isMissing(bandwidth)) {
        return curve;
    }
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        low = std::fmin(low, value); // which passes over a missing one
        high = std::fmax(high, value);
    }
    const double margin = 3.0 * bandwidth;
    for (const DensityPoint& point :
         kernelDensity(values, bandwidth, low - margin, high + margin, count)) {
        curve.push_back({.x = point.x, .y = point.density});
    }
    return curve;
}

} // namespace citypanel::study
