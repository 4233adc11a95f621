// SPDX-License-Identifier: GPL-3.0-or-later
// A grid over regressor and moderator, and the prediction at each of its places.
#include "core/study/interaction_surface.h"

#include "core/estimate/margins.h"
#include "core/prepare/quantile.h"
#include "core/study/distributions.h"
#include "core/study/labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace citypanel::study {

namespace {

constexpr std::size_t gridPlaces = 15; ///< of the grid, along each side
constexpr double gridTail = 0.01;      ///< share of the rows beyond the grid at each end

/// One side of the grid over the values of the sample.
struct Side {
    std::vector<double> values{}; ///< of the rows
    std::array<double, gridPlaces> grid{};
    double mean = missingValue;

    [[nodiscard]] double step() const { return grid[1] - grid[0]; }

    /// The nearest place; none beyond the outermost by more than half a step.
    [[nodiscard]] std::size_t nearest(double value) const {
        const double at = std::round((value - grid.front()) / step());
        return at >= 0.0 && at < static_cast<double>(gridPlaces) ? static_cast<std::size_t>(at)
                                                                 : gridPlaces;
    }
};

Result<Side> sideOf(const Panel& panel, const ExpressionText& text, const Fit& fit) {
    Side side;
    CITYPANEL_TRY(side.values, valuesIn(panel, text, fit.sample.rows()));
    std::vector<double> sorted = side.values;
    std::sort(sorted.begin(), sorted.end());
    const auto quantile = [&sorted](double share) {
        return prepare::quantileOfSorted(sorted, share, prepare::QuantileRule::Pctile);
    };
    const double low = quantile(gridTail);
    const double high = quantile(1.0 - gridTail);
    for (std::size_t i = 0; i < gridPlaces; ++i) {
        side.grid[i] =
            low + (high - low) * static_cast<double>(i) / static_cast<double>(gridPlaces - 1);
    }
    side.mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) /
                static_cast<double>(std::max<std::size_t>(sorted.size(), 1));
    return side;
}

/// Rows nearest to each place, in the order of interactionSurface.
std::vector<double> countsOf(const Side& x, const Side& z) {
    std::vector<double> counts(gridPlaces * gridPlaces, 0.0);
    for (std::size_t row = 0; row < x.values.size(); ++row) {
        const std::size_t i = x.nearest(x.values[row]);
        const std::size_t j = z.nearest(z.values[row]);
        if (i < gridPlaces && j < gridPlaces) {
            counts[j * gridPlaces + i] += 1.0;
        }
    }
    return counts;
}

} // namespace

Result<Figure> surfaceFigure(const Panel& panel, const StudyModel& model,
                             const ExpressionText& moderator, const Fit& fit) {
    const std::string core = termName(model.core.front());
    CITYPANEL_TRY(const Side x, sideOf(panel, model.core.front(), fit));
    CITYPANEL_TRY(const Side z, sideOf(panel, moderator, fit));
    CITYPANEL_TRY(
        const std::vector<PredictedShift> surface,
        interactionSurface(fit, core, termName(moderator), x.grid, z.grid, x.mean, z.mean));
    const Phrase regressor = variablePhrase(panel, core);
    const Phrase name = variablePhrase(panel, moderator.text);
    const Phrase outcome = variablePhrase(panel, model.outcome.text);
    Figure figure{.key = "surface_" + moderator.text,
                  .title = phrase(Word::TitleSurface, {outcome, regressor, name})};
    figure.x = {.title = regressor};
    figure.y = {.title = name};
    Series cells{.role = SeriesRole::Surface,
                 .key = "surface",
                 .name = phrase(Word::PredictedShift, {outcome})};
    const std::vector<double> counts = countsOf(x, z);
    for (std::size_t i = 0; i < surface.size(); ++i) {
        const TermEstimate& shift = surface[i].shift;
        cells.points.push_back(
            {.x = surface[i].x,
             .y = surface[i].z,
             .pValue = shift.pValue,
             .count = counts[i],
             .coefficient = Coefficient{shift.estimate, shift.stdError, shift.statistic,
                                        shift.pValue, shift.confLow, shift.confHigh}});
    }
    figure.series.push_back(std::move(cells));
    figure.notes.push_back({NoteKind::Other, phrase(Word::NoteSurface, {regressor, name}), {}});
    return figure;
}

} // namespace citypanel::study
