// SPDX-License-Identifier: GPL-3.0-or-later
// The coefficient plot of a regression study.
#include "core/estimate/distributions.h"
#include "core/study/labels.h"
#include "core/study/regression_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace citypanel::study {

namespace {

constexpr std::array levels{0.99, 0.95, 0.90}; ///< widest first

Point pointOf(const TermEstimate& term, const Fit& fit, std::size_t model, std::size_t place) {
    Point point{.x = static_cast<double>(place),
                .y = term.estimate,
                .pValue = term.pValue,
                .count = static_cast<double>(fit.nobs),
                .key = std::to_string(model + 1)};
    for (const double level : levels) {
        const double reach = studentQuantile(0.5 + level / 2, fit.dfResidual) * term.stdError;
        point.intervals.push_back({level, term.estimate - reach, term.estimate + reach});
    }
    return point;
}

Phrase modelLabel(const EstimatedModel& model, std::size_t index) {
    const Phrase heading = headingOf(model);
    return heading.isEmpty() ? own("(" + std::to_string(index + 1) + ")")
                             : phrase(Word::NumberedModel, {number(index + 1), heading});
}

/// What the lines and the markers of the figure say.
void addReadingNotes(Figure& figure) {
    constexpr double hollowFrom = 0.1;
    Phrase said = phrase(Word::List);
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
        said.arguments.push_back(
            phrase(Word::PerCent, {number(static_cast<std::size_t>(std::lround(100 * *level)))}));
    }
    figure.notes.push_back({NoteKind::Other, phrase(Word::NoteIntervals, {std::move(said)}), {}});
    const bool hasHollow =
        std::any_of(figure.series.begin(), figure.series.end(), [](const Series& series) {
            return std::any_of(series.points.begin(), series.points.end(),
                               [](const Point& point) { return point.pValue >= hollowFrom; });
        });
    if (hasHollow) {
        figure.notes.push_back({NoteKind::Other, phrase(Word::NoteHollow, {own("10%")}), {}});
    }
}

} // namespace

Figure coefficientFigure(const RegressionStudy& study, std::span<const EstimatedModel> models,
                         const Panel& panel) {
    const std::vector<std::string> core = coreTerms(study, models);
    Phrase names = phrase(Word::List);
    Figure figure{.key = "coefficients"};
    figure.x = {.kind = AxisKind::Categories, .title = phrase(Word::Model)};
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < models.size(); ++i) {
        if (!models[i].isFirstStage) {
            drawn.push_back(i);
            figure.x.categories.push_back(modelLabel(models[i], i));
        }
    }
    for (const std::string& name : core) {
        Series series{.role = SeriesRole::Estimates,
                      .key = "term:" + name,
                      .name = variablePhrase(panel, name)};
        for (std::size_t place = 0; place < drawn.size(); ++place) {
            const EstimatedModel& model = models[drawn[place]];
            const TermEstimate* term = model.fit ? model.fit->term(name) : nullptr;
            if (term != nullptr) {
                series.points.push_back(pointOf(*term, *model.fit, drawn[place], place));
            }
        }
        if (series.points.empty()) {
            continue;
        }
        names.arguments.push_back(series.name);
        figure.series.push_back(std::move(series));
    }
    figure.title = phrase(Word::TitleCoefficient, {names});
    // Several regressors are named by the legend.
    figure.y = {.title = names.arguments.size() == 1 ? phrase(Word::CoefficientOf, {names})
                                                     : phrase(Word::Coefficient),
                .referenceLine = 0.0};
    addReadingNotes(figure);
    // What holds for some columns alone stands under their table.
    for (Note& note : regressionNotes(study, models, panel)) {
        if (note.columns.empty()) {
            figure.notes.push_back(std::move(note));
        }
    }
    return figure;
}

} // namespace citypanel::study
