// SPDX-License-Identifier: GPL-3.0-or-later
// Convex hulls of points in the plane (Andrew 1979, monotone chain).
#include "core/frontier/planar_frontier.h"

#include <algorithm>
#include <cstddef>

namespace citypanel::frontier {

namespace {

/// Twice the signed area of a, b, c: positive where they turn left.
double turn(const PlanarPoint& a, const PlanarPoint& b, const PlanarPoint& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Corners of the upper hull, by ascending x.
std::vector<PlanarPoint> upperHull(std::vector<PlanarPoint> points) {
    std::sort(points.begin(), points.end(), [](const PlanarPoint& a, const PlanarPoint& b) {
        return a.x != b.x ? a.x < b.x : a.y > b.y;
    });
    std::vector<PlanarPoint> hull;
    for (const PlanarPoint& point : points) {
        if (!hull.empty() && hull.back().x == point.x) {
            continue; // below the one before
        }
        while (hull.size() > 1 && turn(hull[hull.size() - 2], hull.back(), point) >= 0.0) {
            hull.pop_back();
        }
        hull.push_back(point);
    }
    return hull;
}

/// Drops what comes after the highest corner: with free disposal nothing is gained there.
void cutAfterHighest(std::vector<PlanarPoint>& hull) {
    const auto highest =
        std::max_element(hull.begin(), hull.end(),
                         [](const PlanarPoint& a, const PlanarPoint& b) { return a.y < b.y; });
    hull.erase(highest + 1, hull.end());
}

/// The corner with the largest y / x, on which constant returns rest.
std::size_t mostProductive(const std::vector<PlanarPoint>& hull) {
    const auto best =
        std::max_element(hull.begin(), hull.end(), [](const PlanarPoint& a, const PlanarPoint& b) {
            return a.y * b.x < b.y * a.x;
        });
    return static_cast<std::size_t>(best - hull.begin());
}

} // namespace

std::vector<PlanarPoint> planarFrontier(std::span<const PlanarPoint> points, ReturnsToScale returns,
                                        double xEnd) {
    if (points.empty()) {
        return {};
    }
    std::vector<PlanarPoint> line = upperHull({points.begin(), points.end()});
    cutAfterHighest(line);
    const auto best = static_cast<std::ptrdiff_t>(mostProductive(line));
    const PlanarPoint top = line[static_cast<std::size_t>(best)];
    const bool shrinks =
        returns == ReturnsToScale::Constant || returns == ReturnsToScale::NonIncreasing;
    const bool grows =
        returns == ReturnsToScale::Constant || returns == ReturnsToScale::NonDecreasing;
    if (grows) {
        line.erase(line.begin() + best + 1, line.end());
    }
    if (shrinks) {
        line.erase(line.begin(), line.begin() + best);
        line.insert(line.begin(), PlanarPoint{0.0, 0.0});
    } else {
        line.insert(line.begin(), PlanarPoint{line.front().x, 0.0});
    }
    if (xEnd > line.back().x) {
        line.push_back({xEnd, grows ? top.y / top.x * xEnd : line.back().y});
    }
    return line;
}

std::vector<PlanarPoint> planarWeakFrontier(std::span<const PlanarPoint> points, bool fromOrigin) {
    if (points.empty()) {
        return {};
    }
    std::vector<PlanarPoint> all(points.begin(), points.end());
    if (fromOrigin) {
        all.push_back({0.0, 0.0});
    }
    return upperHull(std::move(all));
}

std::vector<PlanarPoint> planarIsoquant(std::span<const PlanarPoint> points,
                                        const PlanarPoint& end) {
    if (points.empty()) {
        return {};
    }
    std::vector<PlanarPoint> mirrored;
    for (const PlanarPoint& point : points) {
        mirrored.push_back({point.x, -point.y});
    }
    std::vector<PlanarPoint> line = upperHull(std::move(mirrored));
    cutAfterHighest(line);
    for (PlanarPoint& corner : line) {
        corner.y = -corner.y;
    }
    if (end.y > line.front().y) {
        line.insert(line.begin(), PlanarPoint{line.front().x, end.y});
    }
    if (end.x > line.back().x) {
        line.push_back({end.x, line.back().y});
    }
    return line;
}

} // namespace citypanel::frontier
