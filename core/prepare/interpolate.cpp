// SPDX-License-Identifier: GPL-3.0-or-later
// Gaps of one series: lines, constant growth, natural cubic spline, mean; and its ends.
#include "core/prepare/interpolate.h"

#include <cmath>
#include <cstddef>
#include <utility>

namespace citypanel::prepare {

namespace {

/// The known points of a series: time and value, m of each, times ascending.
struct Known {
    std::vector<double> t;
    std::vector<double> y;
    std::vector<std::size_t> row; ///< position in the series

    [[nodiscard]] std::size_t size() const { return t.size(); }
};

Known knownPoints(std::span<const double> values, std::span<const Period> periods) {
    Known known;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!isMissing(values[i])) {
            known.t.push_back(static_cast<double>(periods[i]));
            known.y.push_back(values[i]);
            known.row.push_back(i);
        }
    }
    return known;
}

/// Second derivatives of the natural cubic spline at the m known points, by the tridiagonal system
/// h_{i-1} s_{i-1} + 2(h_{i-1} + h_i) s_i + h_i s_{i+1} = 6 (slope_i - slope_{i-1}), s_0 = s_{m-1}
/// = 0 (Burden and Faires, Numerical Analysis, algorithm 3.4).
std::vector<double> splineCurvature(const Known& known) {
    const std::size_t m = known.size();
    std::vector<double> curvature(m, 0.0);
    if (m < 3) {
        return curvature;
    }
    const auto width = [&](std::size_t i) { return known.t[i + 1] - known.t[i]; };
    const auto slope = [&](std::size_t i) { return (known.y[i + 1] - known.y[i]) / width(i); };
    std::vector<double> ratio(m, 0.0);
    std::vector<double> right(m, 0.0);
    for (std::size_t i = 1; i + 1 < m; ++i) {
        const double pivot = 2 * (width(i - 1) + width(i)) - width(i - 1) * ratio[i - 1];
        ratio[i] = width(i) / pivot;
        right[i] = (6 * (slope(i) - slope(i - 1)) - width(i - 1) * right[i - 1]) / pivot;
    }
    for (std::size_t i = m - 1; i-- > 1;) {
        curvature[i] = right[i] - ratio[i] * curvature[i + 1];
    }
    return curvature;
}

double onSpline(const Known& known, const std::vector<double>& curvature, std::size_t k, double t) {
    const double h = known.t[k + 1] - known.t[k];
    const double a = (known.t[k + 1] - t) / h;
    const double b = (t - known.t[k]) / h;
    return a * known.y[k] + b * known.y[k + 1] +
           ((a * a * a - a) * curvature[k] + (b * b * b - b) * curvature[k + 1]) * h * h / 6;
}

double meanOf(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

/// The value at time t between known points k and k + 1.
double inGap(const Known& known, const std::vector<double>& curvature, std::size_t k, double t,
             GapMethod method) {
    const double share = (t - known.t[k]) / (known.t[k + 1] - known.t[k]);
    const double before = known.y[k];
    const double after = known.y[k + 1];
    switch (method) {
    case GapMethod::Linear:
        return before + (after - before) * share;
    case GapMethod::Geometric:
        return before > 0 && after > 0 ? before * std::pow(after / before, share) : missingValue;
    case GapMethod::Spline:
        return onSpline(known, curvature, k, t);
    case GapMethod::Mean:
        return meanOf(known.y);
    }
    return missingValue;
}

/// Least-squares line through the known points, at time t.
double onTrend(const Known& known, double t) {
    const double meanT = meanOf(known.t);
    const double meanY = meanOf(known.y);
    double crossed = 0;
    double squares = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        crossed += (known.t[i] - meanT) * (known.y[i] - meanY);
        squares += (known.t[i] - meanT) * (known.t[i] - meanT);
    }
    return meanY + crossed / squares * (t - meanT);
}

/// The value at time t before the first (isStart) or after the last known point.
double atEnd(const Known& known, double t, bool isStart, EndRule rule) {
    const double edgeT = isStart ? known.t.front() : known.t.back();
    const double edgeY = isStart ? known.y.front() : known.y.back();
    const bool hasSpan = known.size() > 1;
    switch (rule) {
    case EndRule::Missing:
        return missingValue;
    case EndRule::Nearest:
        return edgeY;
    case EndRule::Trend:
        return hasSpan ? onTrend(known, t) : missingValue;
    case EndRule::Growth:
        if (!hasSpan || !(known.y.front() > 0) || !(known.y.back() > 0)) {
            return missingValue;
        }
        return edgeY * std::pow(known.y.back() / known.y.front(),
                                (t - edgeT) / (known.t.back() - known.t.front()));
    }
    return missingValue;
}

bool withinLimit(double missingPeriods, std::int64_t maxGap) {
    return maxGap <= 0 || missingPeriods <= static_cast<double>(maxGap);
}

} // namespace

std::vector<double> interpolated(std::span<const double> values, std::span<const Period> periods,
                                 const InterpolationRule& rule) {
    std::vector<double> result(values.begin(), values.end());
    const Known known = knownPoints(values, periods);
    if (known.size() == 0) {
        return result;
    }
    const std::vector<double> curvature =
        rule.gaps == GapMethod::Spline ? splineCurvature(known) : std::vector<double>{};
    const auto time = [&](std::size_t i) { return static_cast<double>(periods[i]); };
    for (std::size_t k = 0; k + 1 < known.size(); ++k) {
        if (!withinLimit(known.t[k + 1] - known.t[k] - 1, rule.maxGap)) {
            continue;
        }
        for (std::size_t i = known.row[k] + 1; i < known.row[k + 1]; ++i) {
            result[i] = inGap(known, curvature, k, time(i), rule.gaps);
        }
    }
    if (withinLimit(known.t.front() - time(0), rule.maxGap)) {
        for (std::size_t i = 0; i < known.row.front(); ++i) {
            result[i] = atEnd(known, time(i), true, rule.ends);
        }
    }
    if (withinLimit(time(values.size() - 1) - known.t.back(), rule.maxGap)) {
        for (std::size_t i = known.row.back() + 1; i < values.size(); ++i) {
            result[i] = atEnd(known, time(i), false, rule.ends);
        }
    }
    return result;
}

} // namespace citypanel::prepare
