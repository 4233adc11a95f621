// SPDX-License-Identifier: GPL-3.0-or-later
// The coefficient plot of a regression study.
#include "core/estimate/distributions.h"
#include "core/study/labels.h"
#include "core/study/regression_table.h"

#include <array>

namespace citypanel::study {

namespace {

constexpr std::array levels{0.99, 0.95, 0.90}; ///< widest first

Point pointOf(const TermEstimate& term, const Fit& fit, std::size_t model) {
    Point point{.x = static_cast<double>(model),
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

} // namespace

Figure coefficientFigure(const RegressionStudy& study, std::span<const EstimatedModel> models,
                         const Panel& panel) {
    const std::vector<std::string> core = coreTerms(study, models);
    Phrase names = phrase(Word::List);
    Figure figure{.key = "coefficients"};
    figure.x = {.kind = AxisKind::Categories, .title = phrase(Word::Model)};
    for (std::size_t i = 0; i < models.size(); ++i) {
        figure.x.categories.push_back(modelLabel(models[i], i));
    }
    for (const std::string& name : core) {
        Series series{.role = SeriesRole::Estimates,
                      .key = "term:" + name,
                      .name = variablePhrase(panel, name)};
        for (std::size_t i = 0; i < models.size(); ++i) {
            const TermEstimate* term = models[i].fit ? models[i].fit->term(name) : nullptr;
            if (term != nullptr) {
                series.points.push_back(pointOf(*term, *models[i].fit, i));
            }
        }
        names.arguments.push_back(series.name);
        figure.series.push_back(std::move(series));
    }
    figure.title = phrase(Word::TitleCoefficient, {names});
    figure.y = {.title = phrase(Word::CoefficientOf, {names}), .referenceLine = 0.0};
    figure.notes = regressionNotes(study, models, panel);
    return figure;
}

} // namespace citypanel::study
