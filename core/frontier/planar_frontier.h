// SPDX-License-Identifier: GPL-3.0-or-later
// PlanarFrontier: the frontier of two dimensions as a line, for pictures.
#pragma once

#include "core/frontier/technology.h"

#include <span>
#include <vector>

namespace citypanel::frontier {

struct PlanarPoint {
    double x = 0.0;
    double y = 0.0;

    friend bool operator==(const PlanarPoint&, const PlanarPoint&) = default;
};

/// Largest output (y) from each amount of one input (x) under free disposal, as the corners of a
/// line from the least input that makes anything to `xEnd` (at least the largest input): the upper
/// convex hull, from the origin and beyond as the returns to scale allow (Banker, Charnes and
/// Cooper 1984). Values are positive; empty without points.
[[nodiscard]] std::vector<PlanarPoint> planarFrontier(std::span<const PlanarPoint> points,
                                                      ReturnsToScale returns, double xEnd);

/// The same where y belongs to an undesirable output x that is not free to dispose of: the upper
/// hull with its falling part, down to the point with the largest x; from the origin where
/// activities may be scaled down.
[[nodiscard]] std::vector<PlanarPoint> planarWeakFrontier(std::span<const PlanarPoint> points,
                                                          bool fromOrigin);

/// Least amounts of two inputs (x, y) that make one unit of output: the lower left convex hull,
/// from `end.y` above its left corner to `end.x` right of its lowest one.
[[nodiscard]] std::vector<PlanarPoint> planarIsoquant(std::span<const PlanarPoint> points,
                                                      const PlanarPoint& end);

} // namespace citypanel::frontier
