// SPDX-License-Identifier: GPL-3.0-or-later
// Residuals of both sides, sorted into bins.
#include "core/study/binned_scatter.h"

#include "core/estimate/prediction.h"
#include "core/study/estimated_model.h"
#include "core/study/labels.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace citypanel::study {

namespace {

/// Pairs of residuals: x, y.
using Residuals = std::vector<std::pair<double, double>>;

/// Residual of a variable on the model's other regressors and effects, by row of the panel.
Result<std::vector<double>> residualOf(const Panel& panel, const StudyModel& model,
                                       const ExpressionText& variable, Progress& progress) {
    std::vector<ExpressionText> others(model.core.begin() + 1, model.core.end());
    others = joined(std::move(others), model.controls);
    if (others.empty() && model.effects.empty()) {
        others = {"1"};
    }
    EstimatedModel estimated;
    estimated.specification = columnOf(model, panel, formulaText(variable, others, model.effects));
    CITYPANEL_TRY_STATUS(estimateModel(estimated, panel, progress));
    CITYPANEL_TRY(const EstimateOptions options, optionsOf(estimated.specification));
    CITYPANEL_TRY(Prediction prediction,
                  predict(panel, estimated.formula, options, *estimated.fit, progress));
    return std::move(prediction.residual);
}

Result<Residuals> residualsOf(const Panel& panel, StudyModel model, Progress& progress) {
    // Rows of the whole model: both sides must be there.
    for (const ExpressionText& side : {model.outcome, model.core.front()}) {
        model.where = bothOf(model.where, ExpressionText("not missing(" + side.text + ")"));
    }
    CITYPANEL_TRY(const auto x, residualOf(panel, model, model.core.front(), progress));
    CITYPANEL_TRY(const auto y, residualOf(panel, model, model.outcome, progress));
    Residuals residuals;
    for (std::size_t row = 0; row < x.size(); ++row) {
        if (!isMissing(x[row]) && !isMissing(y[row])) {
            residuals.emplace_back(x[row], y[row]);
        }
    }
    std::stable_sort(residuals.begin(), residuals.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    return residuals;
}

/// Means of bins; with fewer rows than bins each row is one.
std::vector<Point> binsOf(const Residuals& sorted, const std::string& key) {
    const std::size_t bins = std::min(scatterBins, sorted.size());
    std::vector<Point> points;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const std::size_t from = bin * sorted.size() / bins;
        const std::size_t to = (bin + 1) * sorted.size() / bins;
        const auto count = static_cast<double>(to - from);
        Point point{.x = 0.0, .y = 0.0, .count = count, .key = key};
        for (std::size_t i = from; i < to; ++i) {
            point.x += sorted[i].first / count;
            point.y += sorted[i].second / count;
        }
        points.push_back(std::move(point));
    }
    return points;
}

/// Slope through the origin: residuals have mean zero.
double slopeThrough(const Residuals& residuals) {
    double products = 0.0;
    double squares = 0.0;
    for (const auto& [x, y] : residuals) {
        products += x * y;
        squares += x * x;
    }
    return squares > 0.0 ? products / squares : missingValue;
}

void addGroup(Figure& figure, const ScatterGroup& group, const Residuals& residuals) {
    const double slope = slopeThrough(residuals);
    if (isMissing(slope)) {
        return;
    }
    Series points{.role = SeriesRole::Points, .key = group.key, .name = group.name};
    points.points = binsOf(residuals, group.key);
    Series line{.role = SeriesRole::Line, .key = group.key + ":line", .name = {}};
    for (const double x : {points.points.front().x, points.points.back().x}) {
        line.points.push_back({.x = x, .y = slope * x, .key = group.key});
    }
    figure.series.push_back(std::move(points));
    figure.series.push_back(std::move(line));
}

} // namespace

Result<Figure> binnedScatter(const Panel& panel, const StudyModel& model,
                             std::span<const ScatterGroup> groups, Progress& progress) {
    const Phrase outcome = variablePhrase(panel, model.outcome.text);
    const Phrase core = variablePhrase(panel, model.core.front().text);
    Figure figure{.key = "scatter"};
    figure.title = phrase(Word::TitleBinnedScatter, {outcome, core});
    figure.x = {.title = phrase(Word::ResidualOf, {core})};
    figure.y = {.title = phrase(Word::ResidualOf, {outcome})};
    for (const ScatterGroup& group : groups) {
        if (!model.weights.empty()) {
            break;
        }
        StudyModel ofGroup = model;
        ofGroup.where = bothOf(model.where, group.where);
        const auto residuals = residualsOf(panel, ofGroup, progress);
        if (!residuals && residuals.error().code == ProblemCode::Cancelled) {
            return residuals.error();
        }
        if (residuals) {
            addGroup(figure, group, *residuals);
        }
    }
    figure.notes.push_back({NoteKind::Other, phrase(Word::NoteBins, {number(scatterBins)}), {}});
    return figure;
}

} // namespace citypanel::study
