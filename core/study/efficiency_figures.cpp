// SPDX-License-Identifier: GPL-3.0-or-later
// Curves, bars and lines from scores.
#include "core/study/efficiency_figures.h"

#include "core/frontier/planar_frontier.h"
#include "core/panel/factor.h"
#include "core/panel/number_text.h"
#include "core/study/efficiency_tables.h"
#include "core/study/kernel_density.h"
#include "core/study/labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace citypanel::study {

namespace {

using frontier::EfficiencyScores;
using frontier::EfficiencyStatus;
using frontier::PlanarPoint;

constexpr std::size_t curvePoints = 160;
constexpr std::size_t curvesOfPeriods = 4;
constexpr std::size_t curvesOfGroups = 8;

/// Scores of one curve.
struct Slice {
    std::string label;
    std::vector<double> values;
};

std::vector<Slice> slicesByPeriod(const Panel& panel, const EfficiencyScores& scores) {
    std::vector<Slice> slices;
    if (panel.isCrossSection()) {
        slices.push_back({"", scores.score});
        return slices;
    }
    const auto periods = panel.distinctPeriods();
    const std::size_t count = std::min(curvesOfPeriods, periods.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = count == 1 ? 0 : i * (periods.size() - 1) / (count - 1);
        Slice slice{std::to_string(periods[at]), {}};
        for (std::size_t row = 0; row < panel.rowCount(); ++row) {
            if (panel.periods()[row] == periods[at]) {
                slice.values.push_back(scores.score[row]);
            }
        }
        slices.push_back(std::move(slice));
    }
    return slices;
}

Result<std::vector<Slice>> slicesByGroup(const Panel& panel, const EfficiencyScores& scores,
                                         const std::string& by) {
    CITYPANEL_TRY(const Factor factor, factorOf(panel, by));
    std::vector<Slice> slices;
    for (std::size_t level = 0; level < std::min(curvesOfGroups, factor.levelCount()); ++level) {
        Slice slice{factor.levels[level], {}};
        for (std::size_t row = 0; row < panel.rowCount(); ++row) {
            if (factor.codes[row] == static_cast<std::int32_t>(level)) {
                slice.values.push_back(scores.score[row]);
            }
        }
        slices.push_back(std::move(slice));
    }
    return slices;
}

std::string rounded(double value, double unit) {
    return shortestText(std::round(value / unit) * unit);
}

/// Three significant digits.
std::string brief(double value) {
    return value == 0.0
               ? "0"
               : rounded(value, std::pow(10.0, std::floor(std::log10(std::abs(value))) - 2.0));
}

} // namespace

Series lineOf(Phrase name, std::string key, const std::vector<frontier::PlanarPoint>& corners) {
    Series series{.role = SeriesRole::Line, .key = std::move(key), .name = std::move(name)};
    for (const frontier::PlanarPoint& corner : corners) {
        series.points.push_back({.x = corner.x, .y = corner.y});
    }
    return series;
}

Result<Figure> densityFigure(const Panel& panel, const EfficiencyScores& scores, const Phrase& name,
                             const std::string& by) {
    std::vector<Slice> slices;
    if (by.empty()) {
        slices = slicesByPeriod(panel, scores);
    } else {
        CITYPANEL_TRY(slices, slicesByGroup(panel, scores, by));
    }
    Figure figure{.key = "density", .title = phrase(Word::TitleScoreDensity, {name})};
    figure.x = {.title = name};
    figure.y = {.title = phrase(Word::DensityAxis)};
    std::vector<double> bandwidths;
    double low = missingValue;
    double high = missingValue;
    for (const Slice& slice : slices) {
        bandwidths.push_back(silvermanBandwidth(slice.values));
        for (const double value : slice.values) {
            if (!isMissing(value) && !isMissing(bandwidths.back())) {
                low = std::fmin(low, value - 3.0 * bandwidths.back());
                high = std::fmax(high, value + 3.0 * bandwidths.back());
            }
        }
    }
    Phrase list = phrase(Word::List);
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (isMissing(bandwidths[i])) {
            continue;
        }
        Series series{.role = SeriesRole::Density,
                      .key = "level:" + slices[i].label,
                      .name = own(slices[i].label)};
        for (const DensityPoint& point :
             kernelDensity(slices[i].values, bandwidths[i], low, high, curvePoints)) {
            series.points.push_back({.x = point.x, .y = point.density});
        }
        list.arguments.push_back(
            phrase(Word::BandwidthOf, {own(slices[i].label), own(brief(bandwidths[i]))}));
        figure.series.push_back(std::move(series));
    }
    if (!figure.series.empty()) {
        figure.notes.push_back({NoteKind::Convention, phrase(Word::NoteDensity, {list}), {}});
    }
    return figure;
}

Figure slackFigure(const Panel& panel, const EfficiencyScores& scores, std::size_t row) {
    Figure figure{.key = "slacks", .title = phrase(Word::TitleSlacks, {own(rowLabel(panel, row))})};
    figure.x = {.kind = AxisKind::Categories, .title = phrase(Word::Variable)};
    figure.y = {.title = phrase(Word::PotentialPercent), .referenceLine = 0.0};
    Series series{.role = SeriesRole::Bars, .key = "potential"};
    for (std::size_t i = 0; i < scores.variables.size(); ++i) {
        const std::string& name = scores.variables[i].variable;
        const double value = panel.find(name)->numbers()[row];
        const double gain = improvement(panel, scores, i, row);
        figure.x.categories.push_back(variablePhrase(panel, name));
        series.points.push_back({.x = static_cast<double>(i),
                                 .y = value > 0.0 ? 100.0 * gain / value : missingValue,
                                 .key = name});
    }
    figure.series.push_back(std::move(series));
    return figure;
}

namespace {

/// What is drawn of a row: input and output, or two inputs per output.
class Plane {
public:
    Plane(const Panel& panel, const frontier::Technology& technology)
        : isIsoquant_(technology.inputs.size() == 2)
        , x_(panel.find(technology.inputs[0].variable.text)->numbers())
        , y_(isIsoquant_ ? panel.find(technology.inputs[1].variable.text)->numbers()
                         : panel.find(technology.good[0].variable.text)->numbers())
        , output_(panel.find(technology.good[0].variable.text)->numbers()) {}

    [[nodiscard]] static bool canShow(const frontier::EfficiencyModel& model) {
        const frontier::Technology& technology = model.technology;
        const bool isSimple = technology.good.size() == 1 && technology.bad.empty();
        const bool isIsoquant = technology.inputs.size() == 2 &&
                                technology.returns == frontier::ReturnsToScale::Constant;
        return isSimple && (technology.inputs.size() == 1 || isIsoquant) &&
               (model.reference == frontier::Reference::Global ||
                model.reference == frontier::Reference::Period);
    }

    [[nodiscard]] bool isIsoquant() const { return isIsoquant_; }

    [[nodiscard]] PlanarPoint of(std::size_t row) const {
        return isIsoquant_ ? PlanarPoint{x_[row] / output_[row], y_[row] / output_[row]}
                           : PlanarPoint{x_[row], y_[row]};
    }

    [[nodiscard]] PlanarPoint projected(const EfficiencyScores& scores, std::size_t row) const {
        const double x = scores.variables[0].projection[row];
        const double y = scores.variables[1].projection[row];
        const double output = isIsoquant_ ? scores.variables[2].projection[row] : 1.0;
        return {x / output, y / output};
    }

private:
    bool isIsoquant_;
    std::span<const double> x_;
    std::span<const double> y_;
    std::span<const double> output_;
};

void setTitles(Figure& figure, const Panel& panel, const frontier::Technology& technology) {
    const auto label = [&](const frontier::RoleVariable& variable) {
        return variablePhrase(panel, variable.variable.text);
    };
    const Phrase output = label(technology.good[0]);
    if (technology.inputs.size() == 2) {
        figure.title = phrase(Word::TitleIsoquant, {output});
        figure.x.title = phrase(Word::PerOutput, {label(technology.inputs[0]), output});
        figure.y.title = phrase(Word::PerOutput, {label(technology.inputs[1]), output});
    } else {
        figure.title = phrase(Word::TitleFrontier, {output, label(technology.inputs[0])});
        figure.x.title = label(technology.inputs[0]);
        figure.y.title = output;
    }
}

} // namespace

std::optional<Figure> frontierFigure(const Panel& panel, const EfficiencyScores& scores,
                                     std::size_t row) {
    const frontier::Technology& technology = scores.model.technology;
    if (!Plane::canShow(scores.model)) {
        return std::nullopt;
    }
    const Plane plane(panel, technology);
    const bool isPeriod = scores.model.reference == frontier::Reference::Period;
    Figure figure{.key = "frontier"};
    setTitles(figure, panel, technology);
    Series efficient{.key = "efficient", .name = phrase(Word::EfficientUnits)};
    Series inefficient{.key = "inefficient", .name = phrase(Word::InefficientUnits)};
    std::vector<PlanarPoint> points;
    PlanarPoint end;
    for (std::size_t i = 0; i < panel.rowCount(); ++i) {
        const bool isInSet = !isPeriod || panel.periods()[i] == panel.periods()[row];
        const PlanarPoint point = plane.of(i);
        if (scores.status[i] == EfficiencyStatus::Excluded || !isInSet ||
            !(std::isfinite(point.x) && std::isfinite(point.y))) {
            continue;
        }
        points.push_back(point);
        end = {std::max(end.x, point.x), std::max(end.y, point.y)};
        const bool isFront = scores.status[i] == EfficiencyStatus::Efficient ||
                             scores.status[i] == EfficiencyStatus::SuperEfficient;
        (isFront ? efficient : inefficient)
            .points.push_back({.x = point.x,
                               .y = point.y,
                               .label = own(rowLabel(panel, i)),
                               .key = std::to_string(i)});
    }
    const auto corners = plane.isIsoquant()
                             ? frontier::planarIsoquant(points, end)
                             : frontier::planarFrontier(points, technology.returns, end.x);
    figure.series = {std::move(efficient), std::move(inefficient),
                     lineOf(phrase(Word::FrontierLine), "frontier", corners)};
    if (scores.status[row] == EfficiencyStatus::Inefficient ||
        scores.status[row] == EfficiencyStatus::WeaklyEfficient) {
        figure.series.push_back(lineOf(phrase(Word::ProjectionOf, {own(rowLabel(panel, row))}),
                                       "projection",
                                       {plane.of(row), plane.projected(scores, row)}));
    }
    return figure;
}

Figure productivityFigure(const Table& productivity) {
    Figure figure{.key = "productivity", .title = productivity.title};
    figure.x = {.kind = AxisKind::Categories, .title = productivity.rowHeading};
    for (const Row& row : productivity.rows) {
        // The period that a change ends in: "period:2012".
        figure.x.categories.push_back(own(row.key.substr(row.key.find(':') + 1)));
    }
    for (std::size_t column = 0; column < productivity.columns.size(); ++column) {
        const Column& head = productivity.columns[column];
        if (head.key == "infeasible") {
            continue;
        }
        Series series{.role = SeriesRole::Line, .key = head.key, .name = head.title};
        for (std::size_t i = 0; i < productivity.rows.size(); ++i) {
            const auto* value = std::get_if<Number>(&productivity.rows[i].cells[column]);
            series.points.push_back(
                {.x = static_cast<double>(i), .y = value == nullptr ? missingValue : value->value});
        }
        figure.series.push_back(std::move(series));
    }
    return figure;
}

} // namespace citypanel::study
