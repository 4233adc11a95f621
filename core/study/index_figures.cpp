// SPDX-License-Identifier: GPL-3.0-or-later
// An index read as figures, its weights as a table.
#include "core/study/index_figures.h"

#include "core/index/index_reading.h"
#include "core/study/kernel_density.h"

#include <algorithm>
#include <utility>

namespace citypanel::study {

namespace {

Figure categoryFigure(std::string key, const std::vector<index::ScoreSummary>& summaries) {
    Figure figure{.key = std::move(key)};
    figure.x.kind = AxisKind::Categories;
    Series series{.role = SeriesRole::Estimates, .key = "mean"};
    for (const index::ScoreSummary& one : summaries) {
        if (one.n == 0) {
            continue;
        }
        Point point{.x = static_cast<double>(figure.x.categories.size()),
                    .y = one.mean,
                    .count = static_cast<double>(one.n),
                    .key = one.label};
        if (!isMissing(one.sd)) {
            point.intervals = {{0.68, one.mean - one.sd, one.mean + one.sd}};
        }
        series.points.push_back(std::move(point));
        figure.x.categories.push_back(own(one.label));
    }
    figure.series.push_back(std::move(series));
    return figure;
}

std::vector<double> scoresOfPeriod(const Panel& panel, std::span<const double> score,
                                   Period period) {
    std::vector<double> values;
    for (std::size_t row = 0; row < score.size(); ++row) {
        if (panel.periods()[row] == period) {
            values.push_back(score[row]);
        }
    }
    return values;
}

std::string directionMark(index::Direction direction, const WeightTableWords& words) {
    switch (direction) {
    case index::Direction::Positive:
        return words.positive;
    case index::Direction::Negative:
        return words.negative;
    case index::Direction::Moderate:
    case index::Direction::Interval:
        break;
    }
    return words.moderate;
}

Row indicatorRow(const index::Indicator& indicator, const index::IndicatorWeight& weight,
                 const WeightTableWords& words) {
    return {.role = RowRole::Summary,
            .key = "indicator:" + indicator.name,
            .label = own(indicator.title()),
            .cells = {own(directionMark(indicator.direction, words)), measureCell(weight.entropy),
                      measureCell(weight.divergence), measureCell(weight.weight)}};
}

} // namespace

std::pair<Eigen::VectorXd, Eigen::VectorXd> indicatorMeans(const LiveIndex& live,
                                                           std::size_t unit) {
    const auto m = static_cast<Eigen::Index>(live.step().indicators.size());
    Eigen::VectorXd all = Eigen::VectorXd::Zero(m);
    Eigen::VectorXd own = Eigen::VectorXd::Zero(m);
    double rows = 0;
    double ownRows = 0;
    for (const index::IndicatorBlock& block : live.values().blocks) {
        for (std::size_t i = 0; i < block.rows.size(); ++i) {
            const Eigen::VectorXd z = block.z.row(static_cast<Eigen::Index>(i)).transpose();
            all += z;
            ++rows;
            if (static_cast<std::size_t>(live.panel().unitCodes()[block.rows[i]]) == unit) {
                own += z;
                ++ownRows;
            }
        }
    }
    return {own / std::max(ownRows, 1.0), all / std::max(rows, 1.0)};
}

Figure indexByPeriod(const Panel& panel, std::span<const double> score) {
    return categoryFigure("by_period", index::summaryByPeriod(panel, score));
}

Figure indexDensities(const Panel& panel, std::span<const double> score) {
    Figure figure{.key = "densities"};
    const auto periods = panel.distinctPeriods();
    std::vector<Period> shown;
    if (!periods.empty()) {
        shown = {periods.front(), periods[periods.size() / 2], periods.back()};
        shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    }
    for (const Period period : shown) {
        const std::string name = std::to_string(period);
        Series series{.role = SeriesRole::Density, .key = name, .name = own(name)};
        const std::vector<double> values = scoresOfPeriod(panel, score, period);
        series.points = kernelDensity(values);
        figure.series.push_back(std::move(series));
    }
    return figure;
}

Figure indexByGroup(const Panel& panel, const Variable& group, std::span<const double> score) {
    return categoryFigure("by_group", index::summaryByGroup(panel, group, score));
}

Figure indexEnds(const Panel& panel, std::span<const double> score, std::size_t count) {
    const std::vector<double> means = index::unitMeans(panel, score);
    std::vector<std::size_t> units = index::orderFromHighest(means);
    if (units.size() > 2 * count) {
        units.erase(units.begin() + static_cast<std::ptrdiff_t>(count),
                    units.end() - static_cast<std::ptrdiff_t>(count));
    }
    Figure figure{.key = "ends"};
    figure.x.kind = AxisKind::Categories;
    Series series{.role = SeriesRole::Bars, .key = "means"};
    for (const std::size_t unit : units) {
        series.points.push_back({.x = static_cast<double>(figure.x.categories.size()),
                                 .y = means[unit],
                                 .key = panel.unitLabels()[unit]});
        figure.x.categories.push_back(own(panel.unitLabels()[unit]));
    }
    figure.series.push_back(std::move(series));
    return figure;
}

Figure indexProfile(const LiveIndex& live, std::size_t unit) {
    const auto [one, all] = indicatorMeans(live, unit);
    Figure figure{.key = "profile"};
    figure.x.kind = AxisKind::Categories;
    Series first{
        .role = SeriesRole::Bars, .key = "unit", .name = own(live.panel().unitLabels()[unit])};
    Series second{.role = SeriesRole::Points, .key = "mean"};
    for (std::size_t j = 0; j < live.step().indicators.size(); ++j) {
        const auto x = static_cast<double>(j);
        first.points.push_back({.x = x, .y = one[static_cast<Eigen::Index>(j)]});
        second.points.push_back({.x = x, .y = all[static_cast<Eigen::Index>(j)]});
        figure.x.categories.push_back(own(live.step().indicators[j].title()));
    }
    figure.series = {std::move(first), std::move(second)};
    return figure;
}

Figure indexComparison(const Panel& panel, std::span<const double> one,
                       std::span<const double> other) {
    const std::vector<double> x = index::unitMeans(panel, one);
    const std::vector<double> y = index::unitMeans(panel, other);
    Figure figure{.key = "comparison"};
    Series series{.role = SeriesRole::Points, .key = "units"};
    for (std::size_t unit = 0; unit < x.size(); ++unit) {
        if (!isMissing(x[unit]) && !isMissing(y[unit])) {
            const std::string& name = panel.unitLabels()[unit];
            series.points.push_back({.x = x[unit], .y = y[unit], .label = own(name), .key = name});
        }
    }
    figure.series.push_back(std::move(series));
    return figure;
}

Table weightTable(const std::vector<index::Indicator>& indicators, const index::WeightSet& weights,
                  const WeightTableWords& words) {
    Table table{.key = "weights", .title = own(words.title), .rowHeading = own(words.indicator)};
    for (const auto& [key, title] : {std::pair{"direction", &words.direction},
                                     {"entropy", &words.entropy},
                                     {"divergence", &words.divergence},
                                     {"weight", &words.weight}}) {
        table.columns.push_back({.key = key, .title = own(*title)});
    }
    std::vector<std::string> dimensions = index::dimensionsOf(indicators);
    dimensions.emplace_back();
    for (const std::string& dimension : dimensions) {
        const std::vector<std::size_t> members = index::membersOf(indicators, dimension);
        if (!dimension.empty()) {
            double sum = 0;
            for (const std::size_t member : members) {
                sum += weights.indicators[member].weight;
            }
            table.rows.push_back({.role = RowRole::Summary,
                                  .key = "dimension:" + dimension,
                                  .label = own(dimension + words.total),
                                  .cells = {Cell{}, Cell{}, Cell{}, measureCell(sum)}});
        }
        for (const std::size_t member : members) {
            table.rows.push_back(
                indicatorRow(indicators[member], weights.indicators[member], words));
        }
    }
    for (const std::string& note : words.notes) {
        table.notes.push_back({.kind = NoteKind::Convention, .text = own(note)});
    }
    return table;
}

} // namespace citypanel::study
