// SPDX-License-Identifier: GPL-3.0-or-later
// Kernel density: a Gaussian kernel with Silverman's rule of thumb.
#pragma once

#include "core/panel/variable.h"
#include "core/study/figure.h"

#include <cstddef>
#include <span>
#include <vector>

namespace citypanel::study {

/// 0.9 min(sd, IQR / 1.34) n^(-1/5) of the values without the missing ones (Silverman 1986,
/// equation 3.31), quartiles as R's default, so that it equals R's bw.nrd0. Where the quartiles
/// agree the standard deviation alone; NaN with fewer than two values or a constant.
[[nodiscard]] double silvermanBandwidth(std::span<const double> values);

struct DensityPoint {
    double x = missingValue;
    double density = missingValue;

    friend bool operator==(const DensityPoint&, const DensityPoint&) = default;
};

/// The density at `count` points from `low` to `high`: the mean of normal densities around the
/// values, missing ones left out. Nothing is reflected at bounds. Empty where the bandwidth is not
/// positive or there is no value.
[[nodiscard]] std::vector<DensityPoint> kernelDensity(std::span<const double> values,
                                                      double bandwidth, double low, double high,
                                                      std::size_t count);

/// The same for a figure, with that bandwidth: `count` points from three bandwidths below the
/// smallest value to three above the largest. Empty where the bandwidth is missing.
[[nodiscard]] std::vector<Point> kernelDensity(std::span<const double> values,
                                               std::size_t count = 200);

} // namespace citypanel::study
