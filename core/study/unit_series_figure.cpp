// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of units and of means.
#include "core/study/unit_series_figure.h"

#include "core/study/labels.h"

#include <algorithm>

namespace citypanel::study {

namespace {

Series lineOfUnit(const Panel& panel, const Variable& column, std::size_t unit) {
    const std::string& label = panel.unitLabels()[unit];
    Series series{.role = SeriesRole::Line, .key = "unit:" + label, .name = own(label)};
    for (const Period period : panel.distinctPeriods()) {
        const auto row = panel.rowOf(unit, period);
        series.points.push_back({.x = static_cast<double>(period),
                                 .y = row ? column.numbers()[*row] : missingValue,
                                 .key = label});
    }
    return series;
}

Series lineOfMeans(const Panel& panel, const Variable& column) {
    const auto periods = panel.distinctPeriods();
    std::vector<double> sums(periods.size(), 0.0);
    std::vector<std::size_t> counts(periods.size(), 0);
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        const double value = column.numbers()[row];
        if (!isMissing(value)) {
            const auto at = static_cast<std::size_t>(
                std::lower_bound(periods.begin(), periods.end(), panel.periods()[row]) -
                periods.begin());
            sums[at] += value;
            ++counts[at];
        }
    }
    Series series{.role = SeriesRole::Line, .key = "mean", .name = phrase(Word::Mean)};
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const auto count = static_cast<double>(counts[i]);
        series.points.push_back({.x = static_cast<double>(periods[i]),
                                 .y = counts[i] == 0 ? missingValue : sums[i] / count,
                                 .count = count});
    }
    return series;
}

} // namespace

Result<Figure> unitSeriesFigure(const Panel& panel, const std::string& variable,
                                const std::vector<std::string>& units) {
    CITYPANEL_TRY(const Variable column, panel.variable(variable));
    if (!column.isNumeric()) {
        return Problem{.code = ProblemCode::VariableNotNumeric, .place = {.variable = variable}};
    }
    Figure figure{.key = "unit_series", .title = variablePhrase(panel, variable)};
    figure.x.title = own(panel.keys().period);
    figure.y.title = own(column.unitOfMeasure());
    figure.series.push_back(lineOfMeans(panel, column));
    const auto labels = panel.unitLabels();
    for (const std::string& unit : units) {
        const auto at = std::find(labels.begin(), labels.end(), unit);
        if (at != labels.end()) {
            figure.series.push_back(
                lineOfUnit(panel, column, static_cast<std::size_t>(at - labels.begin())));
        }
    }
    return figure;
}

} // namespace citypanel::study
