// SPDX-License-Identifier: GPL-3.0-or-later
// Kernel densities and means by period.
#include "core/study/distributions.h"

#include "core/estimate/unit_bootstrap.h"
#include "core/panel/expression.h"
#include "core/study/labels.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace citypanel::study {

namespace {

constexpr double reach = 3.0;       ///< bandwidths beyond the data
constexpr double kernelLimit = 8.0; ///< beyond it the kernel is below 1e-14
const double normaliser = 1.0 / std::sqrt(2.0 * std::acos(-1.0));

double deviation(std::span<const double> values) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return n > 1.0 ? std::sqrt(squares / (n - 1.0)) : 0.0;
}

std::vector<double> ascending(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

} // namespace

double figureBandwidth(std::span<const double> values) {
    if (values.empty()) {
        return missingValue;
    }
    const std::vector<double> sorted = ascending(values);
    const double sd = deviation(values);
    const double iqr = (percentile(sorted, 0.75) - percentile(sorted, 0.25)) / 1.34;
    double scale = std::min(sd, iqr);
    for (const double other : {sd, std::abs(sorted.front()), 1.0}) {
        scale = scale > 0.0 ? scale : other;
    }
    return 0.9 * scale * std::pow(static_cast<double>(values.size()), -0.2);
}

std::vector<Point> kernelDensity(std::span<const double> values, std::size_t points) {
    std::vector<Point> curve;
    if (values.empty() || points < 2) {
        return curve;
    }
    const double h = figureBandwidth(values);
    const std::vector<double> sorted = ascending(values);
    const double low = sorted.front() - reach * h;
    const double step = (sorted.back() + reach * h - low) / static_cast<double>(points - 1);
    for (std::size_t i = 0; i < points; ++i) {
        const double x = low + step * static_cast<double>(i);
        double sum = 0.0;
        const auto first = std::lower_bound(sorted.begin(), sorted.end(), x - kernelLimit * h);
        for (auto at = first; at != sorted.end() && *at <= x + kernelLimit * h; ++at) {
            const double z = (x - *at) / h;
            sum += std::exp(-0.5 * z * z);
        }
        curve.push_back({.x = x, .y = sum * normaliser / (h * static_cast<double>(sorted.size()))});
    }
    return curve;
}

Result<std::vector<double>> valuesIn(const Panel& panel, const ExpressionText& text,
                                     std::span<const std::size_t> rows) {
    CITYPANEL_TRY(const Expression expression, parseExpression(text.text));
    CITYPANEL_TRY(const ExpressionValues column, evaluate(expression, panel));
    std::vector<double> values;
    for (const std::size_t row : rows) {
        if (!isMissing(column.values[row])) {
            values.push_back(column.values[row]);
        }
    }
    return values;
}

Result<Figure> densityFigure(const Panel& panel, const ExpressionText& variable,
                             const Phrase& grouping, std::span<const GroupRows> groups) {
    const Phrase name = variablePhrase(panel, variable.text);
    Figure figure{.key = "density_" + variable.text};
    figure.title = phrase(Word::TitleDensity, {name, grouping});
    figure.x = {.title = name};
    figure.y = {.title = phrase(Word::DensityAxis)};
    for (const GroupRows& group : groups) {
        CITYPANEL_TRY(const std::vector<double> values, valuesIn(panel, variable, group.rows));
        Series series{.role = SeriesRole::Density, .key = group.key, .name = group.name};
        series.points = kernelDensity(values);
        for (Point& point : series.points) {
            point.key = group.key;
        }
        figure.series.push_back(std::move(series));
    }
    figure.notes.push_back({NoteKind::Convention, phrase(Word::NoteKernel), {}});
    return figure;
}

Result<Figure> meansFigure(const Panel& panel, const ExpressionText& variable,
                           const Phrase& grouping, std::span<const GroupRows> groups) {
    const Phrase name = variablePhrase(panel, variable.text);
    Figure figure{.key = "means_" + variable.text};
    figure.title = phrase(Word::TitleMeans, {name, grouping});
    figure.x = {.title = groupPhrase(panel, panel.keys().period)};
    figure.y = {.title = phrase(Word::MeanOf, {name})};
    CITYPANEL_TRY(const Expression expression, parseExpression(variable.text));
    CITYPANEL_TRY(const ExpressionValues column, evaluate(expression, panel));
    for (const GroupRows& group : groups) {
        std::map<Period, std::pair<double, double>> sums; // of values, of rows
        for (const std::size_t row : group.rows) {
            if (!isMissing(column.values[row])) {
                auto& [sum, count] = sums[panel.periods()[row]];
                sum += column.values[row];
                count += 1.0;
            }
        }
        Series series{.role = SeriesRole::Line, .key = group.key, .name = group.name};
        for (const auto& [period, sum] : sums) {
            series.points.push_back({.x = static_cast<double>(period),
                                     .y = sum.first / sum.second,
                                     .count = sum.second,
                                     .key = group.key});
        }
        figure.series.push_back(std::move(series));
    }
    return figure;
}

} // namespace citypanel::study
