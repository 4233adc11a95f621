// SPDX-License-Identifier: GPL-3.0-or-later
// Figure: series, intervals and axes by role, numbers in full precision, no pixels.
#pragma once

#include "core/panel/variable.h"
#include "core/study/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::study {

enum class AxisKind : std::uint8_t {
    Value,      ///< numbers
    Categories, ///< coordinates 0, 1, 2, ... stand for `categories`
};

struct Axis {
    AxisKind kind = AxisKind::Value;
    Phrase title{};
    std::vector<Phrase> categories{};
    std::optional<double> referenceLine{}; ///< a line across, e.g. at zero

    friend bool operator==(const Axis&, const Axis&) = default;
};

/// An interval of the point's y value.
struct Interval {
    double level = 0.95;
    double low = missingValue;
    double high = missingValue;

    friend bool operator==(const Interval&, const Interval&) = default;
};

struct Point {
    double x = missingValue;
    double y = missingValue;
    std::vector<Interval> intervals{}; ///< widest first
    double pValue = missingValue;
    double count = missingValue;              ///< observations behind it
    std::optional<Coefficient> coefficient{}; ///< Cells, Surface: the estimate at this place
    Phrase label{};                           ///< said when it is pointed at
    std::string key{}; ///< what a click selects: column of the table, unit, level

    friend bool operator==(const Point&, const Point&) = default;
};

enum class SeriesRole : std::uint8_t {
    Estimates, ///< points with intervals
    Points,    ///< scatter
    Line,      ///< points with intervals: a band around it
    Density,
    Bars,
    Cells,   ///< a label, an estimate and its count at a place of the plane
    Surface, ///< a grid of places, each with an estimate shown by its colour
};

struct Series {
    SeriesRole role = SeriesRole::Points;
    std::string key{};
    Phrase name{};
    std::vector<Point> points{};

    friend bool operator==(const Series&, const Series&) = default;
};

struct Figure {
    std::string key{}; ///< unique within a study: "coefficients"
    Phrase title{};
    Axis x{};
    Axis y{};
    std::vector<Series> series{};
    std::vector<Note> notes{};

    friend bool operator==(const Figure&, const Figure&) = default;
};

} // namespace citypanel::study
