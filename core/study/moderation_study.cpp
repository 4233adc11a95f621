// SPDX-License-Identifier: GPL-3.0-or-later
// Interaction models and the marginal effects they imply.
#include "core/study/moderation_study.h"

#include "core/estimate/margins.h"
#include "core/prepare/quantile.h"
#include "core/study/distributions.h"
#include "core/study/interaction_surface.h"
#include "core/study/labels.h"
#include "core/study/regression_table.h"

#include <algorithm>
#include <utility>

namespace citypanel::study {

namespace {

/// Regressor, moderator and product, without a moderator that is a control already.
std::vector<ExpressionText> termsWith(const StudyModel& model, const ExpressionText& moderator) {
    std::vector<ExpressionText> terms = model.core;
    const std::string product = termText(model.core.front()) + ":" + termText(moderator);
    terms.emplace_back(moderator);
    terms.emplace_back(product);
    for (const ExpressionText& control : model.controls) {
        if (control != moderator) {
            terms.push_back(control);
        }
    }
    return terms;
}

/// Places at which the effect is shown, of the moderator's values in the sample.
struct Places {
    bool isFlag = false; ///< the moderator is 0 or 1
    std::vector<double> tabulated{};
    std::vector<double> drawn{};
};

Result<Places> placesOf(const ModerationStudy& study, const ExpressionText& moderator,
                        const Fit& fit, const Panel& panel) {
    CITYPANEL_TRY(std::vector<double> values, valuesIn(panel, moderator, fit.sample.rows()));
    std::sort(values.begin(), values.end());
    Places places;
    places.isFlag =
        std::all_of(values.begin(), values.end(), [](double v) { return v == 0.0 || v == 1.0; });
    if (places.isFlag) {
        places.tabulated = {0.0, 1.0};
        places.drawn = {0.0, 1.0};
        return places;
    }
    for (const double percent : study.percentiles) {
        places.tabulated.push_back(
            prepare::quantileOfSorted(values, percent / 100.0, prepare::QuantileRule::Pctile));
    }
    const auto steps = static_cast<double>(std::max<std::int64_t>(study.points, 2) - 1);
    for (double step = 0.0; step <= steps; step += 1.0) {
        places.drawn.push_back(values.front() + (values.back() - values.front()) * step / steps);
    }
    return places;
}

Coefficient coefficientOf(const TermEstimate& effect) {
    return {effect.estimate, effect.stdError, effect.statistic,
            effect.pValue,   effect.confLow,  effect.confHigh};
}

class Margins {
public:
    Margins(const ModerationStudy& study, const Panel& panel)
        : study_(study), panel_(panel), core_(termName(study.model.core.front())) {
        table_.key = "margins";
        table_.title = phrase(Word::TitleMargins, {variablePhrase(panel, core_)});
        table_.rowHeading = phrase(Word::Moderator);
        table_.columns = {
            {.key = "at", .title = phrase(Word::ModeratorValue)},
            {.key = "effect",
             .title = phrase(Word::MarginalEffectOf, {variablePhrase(panel, core_)})}};
    }

    Status add(const ExpressionText& moderator, const Fit& fit, StudyResult& result) {
        CITYPANEL_TRY(const Places places, placesOf(study_, moderator, fit, panel_));
        const std::string name = termName(moderator);
        CITYPANEL_TRY(const auto tabulated, moderatedEffects(fit, core_, name, places.tabulated));
        const Phrase label = variablePhrase(panel_, moderator.text);
        table_.rows.push_back(
            {.role = RowRole::Heading, .key = "moderator:" + moderator.text, .label = label});
        for (std::size_t i = 0; i < tabulated.size(); ++i) {
            const std::string text =
                places.isFlag ? std::to_string(i)
                              : "P" + std::to_string(static_cast<int>(study_.percentiles[i]));
            table_.rows.push_back({.role = RowRole::Core,
                                   .key = "margin:" + moderator.text + ":" + text,
                                   .label = own(text),
                                   .cells = {Number{tabulated[i].at, NumberRole::Measure},
                                             coefficientOf(tabulated[i].effect)}});
        }
        CITYPANEL_TRY(const auto drawn, moderatedEffects(fit, core_, name, places.drawn));
        result.figures.push_back(figureOf(moderator, drawn));
        // A moderator that the effects absorb has no term of its own, and no surface.
        if (!places.isFlag && fit.term(name) != nullptr) {
            CITYPANEL_TRY(Figure surface, surfaceFigure(panel_, study_.model, moderator, fit));
            result.figures.push_back(std::move(surface));
        }
        return {};
    }

    Table table() { return std::move(table_); }

private:
    [[nodiscard]] Figure figureOf(const ExpressionText& moderator,
                                  const std::vector<MarginalEffect>& effects) const {
        const Phrase core = variablePhrase(panel_, core_);
        const Phrase name = variablePhrase(panel_, moderator.text);
        Figure figure{.key = "margins_" + moderator.text,
                      .title = phrase(Word::TitleMarginalEffect, {core, name})};
        figure.x = {.title = name};
        figure.y = {.title = phrase(Word::MarginalEffectOf, {core}), .referenceLine = 0.0};
        const bool isFlag = effects.size() == 2;
        if (isFlag) {
            figure.x.kind = AxisKind::Categories;
            figure.x.categories = {own("0"), own("1")};
        }
        Series series{.role = isFlag ? SeriesRole::Estimates : SeriesRole::Line,
                      .key = "effect",
                      .name = phrase(Word::MarginalEffectOf, {core})};
        for (const MarginalEffect& effect : effects) {
            series.points.push_back(
                {.x = effect.at,
                 .y = effect.effect.estimate,
                 .intervals = {{0.95, effect.effect.confLow, effect.effect.confHigh}},
                 .pValue = effect.effect.pValue});
        }
        figure.series.push_back(std::move(series));
        figure.notes.push_back({NoteKind::Other, phrase(Word::NoteMargins, {core, name}), {}});
        figure.notes.push_back({NoteKind::Other, phrase(Word::NoteInterval, {own("95%")}), {}});
        return figure;
    }

    const ModerationStudy& study_;
    const Panel& panel_;
    std::string core_;
    Table table_;
};

} // namespace

Result<StudyResult> ModerationStudy::run(const Panel& panel, Progress& progress) const {
    CITYPANEL_TRY_STATUS(checkModel(model));
    if (moderators.empty()) {
        return Problem{.code = ProblemCode::OptionInvalid, .expected = "moderators"};
    }
    StudyResult result;
    std::vector<EstimatedModel> models;
    RegressionStudy asRegression;
    asRegression.core = coreNames(model);
    asRegression.statistics = statistics;
    for (const ExpressionText& moderator : moderators) {
        models.emplace_back().specification = columnOf(
            model, panel, formulaText(model.outcome, termsWith(model, moderator), model.effects));
        asRegression.core.push_back(termName(moderator));
        asRegression.core.push_back(asRegression.core.front() + ":" + termName(moderator));
    }
    CITYPANEL_TRY_STATUS(estimateModels(models, panel, result, progress));
    Table table = regressionTable(asRegression, models, panel);
    table.key = id;
    const Phrase core = variablePhrase(panel, asRegression.core.front());
    table.title = !title.empty() ? own(title) : phrase(Word::TitleModerations, {core});
    result.tables.push_back(std::move(table));
    Margins margins(*this, panel);
    for (std::size_t i = 0; i < models.size(); ++i) {
        if (!models[i].fit) {
            continue;
        }
        const Status status = margins.add(moderators[i], *models[i].fit, result);
        if (!status) {
            result.problems.push_back(
                located(status.error(), Place{.column = std::to_string(i + 1)}));
        }
    }
    result.tables.push_back(margins.table());
    progress.report(1.0);
    return result;
}

} // namespace citypanel::study
