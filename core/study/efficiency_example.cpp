// SPDX-License-Identifier: GPL-3.0-or-later
// The invented units, their frontier and one unit's way to it.
#include "core/study/efficiency_example.h"

#include "core/frontier/planar_frontier.h"
#include "core/study/efficiency_figures.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace citypanel::study {

namespace {

using frontier::Disposability;
using frontier::EfficiencyModel;
using frontier::EfficiencyScores;
using frontier::Measure;
using frontier::PlanarPoint;
using frontier::ReturnsToScale;
using frontier::Role;

constexpr std::array<std::string_view, 7> unitNames{"A", "B", "C", "D", "E", "F", "G"};
/// Input and output.
constexpr std::array<PlanarPoint, 7> desirableOnly{
    {{2, 1}, {3, 3.2}, {5, 5}, {9, 6}, {6, 3.5}, {7, 3}, {8.5, 4.6}}};
/// Undesirable and desirable output.
constexpr std::array<PlanarPoint, 7> withBad{
    {{1, 2}, {2, 4.2}, {4, 6}, {7, 5.2}, {4.5, 4}, {6, 3}, {3, 3}}};
constexpr std::size_t shownUnit = 5; // F
constexpr double margin = 1.15;      // of the picture, to the right of the last unit

Panel panelOf(bool hasBad) {
    std::vector<std::string> labels;
    std::vector<double> first;
    std::vector<double> second;
    for (std::size_t i = 0; i < unitNames.size(); ++i) {
        const PlanarPoint& point = hasBad ? withBad[i] : desirableOnly[i];
        labels.emplace_back(unitNames[i]);
        first.push_back(point.x);
        second.push_back(point.y);
    }
    std::vector<Variable> columns{Variable::text("unit", labels),
                                  Variable::numeric("good", second)};
    if (hasBad) {
        columns.push_back(Variable::numeric("input", std::vector<double>(unitNames.size(), 1.0)));
        columns.push_back(Variable::numeric("bad", first));
    } else {
        columns.push_back(Variable::numeric("input", first));
    }
    return *Panel::crossSection(std::move(columns));
}

EfficiencyModel exampleModel(const EfficiencyModel& model, bool hasBad) {
    EfficiencyModel example = model;
    example.reference = frontier::Reference::Global;
    example.technology.inputs = {{"input"}};
    example.technology.good = {{"good"}};
    example.technology.bad.clear();
    if (hasBad) {
        example.technology.bad = {{"bad"}};
    }
    return example;
}

/// With equal inputs and undesirable output on the x axis, sum lambda is held by the input: at most
/// 1, and 1 where the returns ask for it.
std::vector<PlanarPoint> frontierWithBad(const EfficiencyModel& model, double end) {
    const frontier::Technology& technology = model.technology;
    const bool isDirectional =
        model.measure == Measure::Directional || model.measure == Measure::NonRadialDirectional;
    const bool isFixedSum = technology.returns == ReturnsToScale::Variable ||
                            technology.returns == ReturnsToScale::NonDecreasing;
    if (isDirectional && technology.disposability != Disposability::Strong) {
        const bool fromOrigin = !isFixedSum || technology.disposability == Disposability::Kuosmanen;
        return frontier::planarWeakFrontier(withBad, fromOrigin);
    }
    return frontier::planarFrontier(
        withBad, isFixedSum ? ReturnsToScale::Variable : ReturnsToScale::NonIncreasing, end);
}

Figure figureOf(const EfficiencyModel& model, const EfficiencyScores& scores, bool hasBad) {
    const auto& points = hasBad ? withBad : desirableOnly;
    Figure figure{.key = "example"};
    const auto perInput = [](Word role) {
        return phrase(Word::PerOutput, {phrase(role), phrase(Word::RoleInput)});
    };
    figure.x.title = hasBad ? perInput(Word::RoleBad) : phrase(Word::RoleInput);
    figure.y.title = hasBad ? perInput(Word::RoleGood) : phrase(Word::RoleGood);
    Series units{.key = "units", .name = phrase(Word::EveryUnit)};
    double end = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        units.points.push_back({.x = points[i].x,
                                .y = points[i].y,
                                .label = own(std::string(unitNames[i])),
                                .key = std::string(unitNames[i])});
        end = std::max(end, margin * points[i].x);
    }
    figure.series = {std::move(units), lineOf(phrase(Word::FrontierLine), "frontier",
                                              hasBad ? frontierWithBad(model, end)
                                                     : frontier::planarFrontier(
                                                           points, model.technology.returns, end))};
    const std::size_t x = hasBad ? 2 : 0;
    // With undesirable outputs the picture is per unit of input, which a model may save.
    const double input = hasBad ? scores.variables[0].projection[shownUnit] : 1.0;
    const PlanarPoint projection{scores.variables[x].projection[shownUnit] / input,
                                 scores.variables[1].projection[shownUnit] / input};
    if (!isMissing(projection.x) && !isMissing(projection.y)) {
        figure.series.push_back(
            lineOf(phrase(Word::ProjectionOf, {own(std::string(unitNames[shownUnit]))}),
                   "projection", {points[shownUnit], projection}));
    }
    return figure;
}

} // namespace

Result<EfficiencyExample> efficiencyExample(const EfficiencyModel& model) {
    const bool hasBad = !model.technology.bad.empty();
    const EfficiencyModel asked = exampleModel(model, hasBad);
    const Panel panel = panelOf(hasBad);
    NoProgress progress;
    CITYPANEL_TRY(const EfficiencyScores scores, frontier::efficiency(panel, asked, progress));
    EfficiencyExample example{.unit = std::string(unitNames[shownUnit]),
                              .score = scores.score[shownUnit],
                              .status = scores.status[shownUnit]};
    for (const frontier::VariableSlacks& variable : scores.variables) {
        example.moves.push_back({variable.role, panel.find(variable.variable)->numbers()[shownUnit],
                                 variable.projection[shownUnit]});
    }
    for (const frontier::Peer& peer : scores.peers[shownUnit]) {
        example.peers.emplace_back(unitNames[peer.row]);
    }
    example.figure = figureOf(asked, scores, hasBad);
    return example;
}

} // namespace citypanel::study
