// SPDX-License-Identifier: GPL-3.0-or-later
// Densities by group and means by period.
#include "core/study/distributions.h"

#include "core/panel/expression.h"
#include "core/study/kernel_density.h"
#include "core/study/labels.h"

#include <map>
#include <utility>

namespace citypanel::study {

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
        if (series.points.empty()) { // fewer than two different values have no density
            continue;
        }
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
