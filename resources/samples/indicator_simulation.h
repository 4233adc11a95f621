// SPDX-License-Identifier: GPL-3.0-or-later
// The fifteen indicators of the index, drawn so that the entropy method weights them as wanted.
#pragma once

#include "resources/samples/series.h"

#include <array>
#include <cstddef>
#include <vector>

namespace citypanel::samples {

inline constexpr std::size_t indicatorCount = 15;

/// The indicators in the order of the index's table.
enum IndicatorPlace : std::size_t {
    Students,
    ItShare,
    Wage,
    Robots,
    Postal,
    Telecom,
    Science,
    Green,
    Garbage,
    Sulphur,
    Books,
    Broadband,
    Mobile,
    AiFirms,
    DigitalFinance,
};

/// What one city's indicators are, by year.
struct IndicatorCourse {
    std::array<Series, indicatorCount> values{};
};

/// An index's parts by year: labourers, objects, means of labour, and all together.
struct IndexCourse {
    Series labourers{};
    Series objects{};
    Series means{};
    Series all{};
};

/// A city's indicators; the entropy method's divergence of a lognormal indicator grows with the
/// variance of its logarithm, which is set by the weight it shall have.
[[nodiscard]] IndicatorCourse drawIndicators(double factor, RandomNumbers& random);

/// The index of min-max values with the weights aimed at, over all cities and years.
[[nodiscard]] std::vector<IndexCourse> indexOf(const std::vector<IndicatorCourse>& cities);

} // namespace citypanel::samples
