// SPDX-License-Identifier: GPL-3.0-or-later
// Figures by groups: coefficients, quadrants, densities, means over time.
#include "core/panel/expression.h"
#include "core/study/binned_scatter.h"
#include "core/study/distributions.h"
#include "core/study/group_plan.h"
#include "core/study/labels.h"
#include "core/study/regression_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace citypanel::study {

namespace {

constexpr std::size_t quadrantCount = 4;

Phrase pairNote(const GroupPlan& plan, const Grouped& grouped, const GroupTest& test) {
    return phrase(Word::NotePairTest,
                  {phrase(Word::PairOf, {levelPhrase(plan.panel, grouped.by, test.groups[1]),
                                         levelPhrase(plan.panel, grouped.by, test.groups[0])}),
                   decimal(test.difference), pValuePhrase(judgedPValue(test))});
}

double meanOf(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double medianOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Mean of a column in each unit, over the rows in which `codes` has a level.
std::vector<double> unitMeans(const Panel& panel, std::span<const double> values,
                              std::span<const std::int32_t> codes) {
    std::vector<double> means;
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        std::vector<double> present;
        for (std::size_t row = panel.unitBegin(unit); row < panel.unitEnd(unit); ++row) {
            if (codes[row] != missingCode && !isMissing(values[row])) {
                present.push_back(values[row]);
            }
        }
        means.push_back(present.empty() ? missingValue : meanOf(present));
    }
    return means;
}

class QuadrantBuilder {
public:
    explicit QuadrantBuilder(const GroupPlan& plan) : plan_(plan), panel_(plan.panel) {}

    Result<Figure> build() {
        const Quadrants& quadrants = plan_.study.quadrants;
        CITYPANEL_TRY_STATUS(find());
        CITYPANEL_TRY(x_, column(quadrants.x));
        CITYPANEL_TRY(y_, column(quadrants.y));
        CITYPANEL_TRY(factor_, factorOf(panel_, quadrants.by.text));
        CITYPANEL_TRY(const auto right, upperHalf(x_));
        CITYPANEL_TRY(const auto above, upperHalf(y_));
        CITYPANEL_TRY_STATUS(checkPlaces(right, above));
        Figure figure{.key = "quadrants"};
        const Phrase core = variablePhrase(panel_, termName(plan_.study.model.core.front()));
        figure.title = phrase(Word::TitleQuadrant, {core});
        figure.x = axisOf(quadrants.x, x_, right);
        figure.y = axisOf(quadrants.y, y_, above);
        addUnits(figure);
        addCells(figure, right, above);
        figure.notes.push_back(
            {NoteKind::Other, phrase(Word::NoteQuadrant, {figure.x.title, figure.y.title}), {}});
        for (const GroupTest& test :
             grouped_->differences ? grouped_->differences->tests : std::vector<GroupTest>()) {
            if (test.method == GroupTestMethod::Chow && !test.term.empty()) {
                figure.notes.push_back({NoteKind::Other, pairNote(plan_, *grouped_, test), {}});
            }
        }
        return figure;
    }

private:
    using Halves = std::array<bool, quadrantCount>;

    Status find() {
        const std::string& by = plan_.study.quadrants.by.text;
        const auto found = std::find_if(plan_.groupings.begin(), plan_.groupings.end(),
                                        [&](const Grouped& g) { return g.by == by; });
        if (found == plan_.groupings.end() || found->levels.size() != quadrantCount) {
            return Problem{.code = ProblemCode::OptionInvalid,
                           .place = {.variable = by},
                           .found = by,
                           .expected = "quadrants"};
        }
        grouped_ = &*found;
        return {};
    }

    [[nodiscard]] Result<std::vector<double>> column(const ExpressionText& text) const {
        CITYPANEL_TRY(const Expression expression, parseExpression(text.text));
        CITYPANEL_TRY(ExpressionValues values, evaluate(expression, panel_));
        return std::move(values.values);
    }

    /// The two levels with the larger means.
    [[nodiscard]] Result<Halves> upperHalf(std::span<const double> values) const {
        std::array<double, quadrantCount> means{};
        for (std::size_t level = 0; level < quadrantCount; ++level) {
            const auto code =
                std::find(factor_.levels.begin(), factor_.levels.end(), grouped_->levels[level]) -
                factor_.levels.begin();
            std::vector<double> present;
            for (std::size_t row = 0; row < values.size(); ++row) {
                if (factor_.codes[row] == code && !isMissing(values[row])) {
                    present.push_back(values[row]);
                }
            }
            means[level] = present.empty() ? missingValue : meanOf(present);
        }
        std::array<double, quadrantCount> sorted = means;
        std::sort(sorted.begin(), sorted.end());
        Halves upper{};
        for (std::size_t level = 0; level < quadrantCount; ++level) {
            upper[level] = means[level] >= sorted[2];
        }
        return upper;
    }

    [[nodiscard]] Status checkPlaces(const Halves& right, const Halves& above) const {
        std::array<int, quadrantCount> taken{};
        for (std::size_t level = 0; level < quadrantCount; ++level) {
            ++taken[(right[level] ? 1U : 0U) + (above[level] ? 2U : 0U)];
        }
        if (std::any_of(taken.begin(), taken.end(), [](int count) { return count != 1; })) {
            return Problem{.code = ProblemCode::OptionInvalid,
                           .place = {.variable = grouped_->by},
                           .found = grouped_->by,
                           .expected = "quadrants"};
        }
        return {};
    }

    /// The value between the two lower and the two upper levels, where all rows of them lie apart.
    [[nodiscard]] std::optional<double> cutOf(std::span<const double> values,
                                              const Halves& upper) const {
        double highest = -std::numeric_limits<double>::infinity();
        double lowest = std::numeric_limits<double>::infinity();
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (factor_.codes[row] == missingCode || isMissing(values[row])) {
                continue;
            }
            const std::string& name = factor_.levels[static_cast<std::size_t>(factor_.codes[row])];
            const auto at = std::find(grouped_->levels.begin(), grouped_->levels.end(), name);
            if (at != grouped_->levels.end()) {
                upper[static_cast<std::size_t>(at - grouped_->levels.begin())]
                    ? lowest = std::min(lowest, values[row])
                    : highest = std::max(highest, values[row]);
            }
        }
        return highest < lowest && std::isfinite(highest) && std::isfinite(lowest)
                   ? std::optional((highest + lowest) / 2)
                   : std::nullopt;
    }

    /// Divided where the groups are, or at the median of the units' means.
    [[nodiscard]] Axis axisOf(const ExpressionText& text, std::span<const double> values,
                              const Halves& upper) const {
        if (const auto cut = cutOf(values, upper)) {
            return {.title = variablePhrase(panel_, text.text), .referenceLine = *cut};
        }
        std::vector<double> means;
        for (const double mean : unitMeans(panel_, values, factor_.codes)) {
            if (!isMissing(mean)) {
                means.push_back(mean);
            }
        }
        return {.title = variablePhrase(panel_, text.text),
                .referenceLine = means.empty() ? 0.0 : medianOf(std::move(means))};
    }

    /// Each unit at its means, in the series of the level it has most often.
    void addUnits(Figure& figure) const {
        const std::vector<double> x = unitMeans(panel_, x_, factor_.codes);
        const std::vector<double> y = unitMeans(panel_, y_, factor_.codes);
        for (const std::string& level : grouped_->levels) {
            figure.series.push_back({.role = SeriesRole::Points,
                                     .key = level,
                                     .name = levelPhrase(panel_, grouped_->by, level)});
        }
        for (std::size_t unit = 0; unit < panel_.unitCount(); ++unit) {
            std::map<std::int32_t, int> times;
            for (std::size_t row = panel_.unitBegin(unit); row < panel_.unitEnd(unit); ++row) {
                ++times[factor_.codes[row]];
            }
            times.erase(missingCode);
            const auto most =
                std::max_element(times.begin(), times.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            if (most == times.end() || isMissing(x[unit]) || isMissing(y[unit])) {
                continue;
            }
            const std::string& name = factor_.levels[static_cast<std::size_t>(most->first)];
            const auto at = std::find(grouped_->levels.begin(), grouped_->levels.end(), name);
            if (at != grouped_->levels.end()) {
                figure.series[static_cast<std::size_t>(at - grouped_->levels.begin())]
                    .points.push_back({.x = x[unit],
                                       .y = y[unit],
                                       .label = own(panel_.unitLabels()[unit]),
                                       .key = panel_.unitLabels()[unit]});
            }
        }
    }

    /// Halfway between the dividing line and the outermost dot; where no dot lies on that side,
    /// the outermost value of a row.
    [[nodiscard]] double placeOf(const Figure& figure, bool isX, bool isUpper) const {
        const double line = isX ? *figure.x.referenceLine : *figure.y.referenceLine;
        const auto further = [isUpper](double a, double b) {
            return isUpper ? std::max(a, b) : std::min(a, b);
        };
        double end = line;
        for (const Series& series : figure.series) {
            for (const Point& point : series.points) {
                end = further(end, isX ? point.x : point.y);
            }
        }
        for (const double value : isX ? x_ : y_) {
            const bool isNeeded = end == line && !isMissing(value);
            end = isNeeded ? further(end, value) : end;
        }
        return (line + end) / 2;
    }

    void addCells(Figure& figure, const Halves& right, const Halves& above) const {
        const std::string core = termName(plan_.study.model.core.front());
        Series cells{.role = SeriesRole::Cells,
                     .key = "cells",
                     .name = phrase(Word::CoefficientOf, {variablePhrase(panel_, core)})};
        for (std::size_t level = 0; level < quadrantCount; ++level) {
            const auto& fit = plan_.models[grouped_->first + level].fit;
            const TermEstimate* term = fit ? fit->term(core) : nullptr;
            Point point{.x = placeOf(figure, true, right[level]),
                        .y = placeOf(figure, false, above[level]),
                        .label = levelPhrase(panel_, grouped_->by, grouped_->levels[level]),
                        .key = grouped_->levels[level]};
            if (term != nullptr) {
                point.coefficient = Coefficient{term->estimate, term->stdError, term->statistic,
                                                term->pValue,   term->confLow,  term->confHigh};
                point.pValue = term->pValue;
                point.count = static_cast<double>(fit->nobs);
            }
            cells.points.push_back(std::move(point));
        }
        figure.series.push_back(std::move(cells));
    }

    const GroupPlan& plan_;
    const Panel& panel_;
    const Grouped* grouped_ = nullptr;
    Factor factor_;
    std::vector<double> x_;
    std::vector<double> y_;
};

/// Each unit's mean of the outcome over its rows in a group, a dot in the group's row.
Result<Figure> unitStrip(const GroupPlan& plan, const Grouped& grouped) {
    const Panel& panel = plan.panel;
    const ExpressionText& outcome = plan.study.model.outcome;
    const Phrase name = variablePhrase(panel, outcome.text);
    CITYPANEL_TRY(const Expression expression, parseExpression(outcome.text));
    CITYPANEL_TRY(const ExpressionValues column, evaluate(expression, panel));
    Figure figure{.key = "strip_" + grouped.by};
    figure.title = phrase(Word::TitleMeans, {name, groupPhrase(panel, grouped.by)});
    figure.x = {.kind = AxisKind::Categories, .title = phrase(Word::GroupHeading)};
    figure.y = {.title = phrase(Word::MeanOf, {name})};
    Series dots{.role = SeriesRole::Points, .key = "units", .name = phrase(Word::Unit)};
    for (std::size_t level = 0; level < grouped.levels.size(); ++level) {
        figure.x.categories.push_back(levelPhrase(panel, grouped.by, grouped.levels[level]));
        const auto& fit = plan.models[grouped.first + level].fit;
        std::map<std::int32_t, std::pair<double, double>> sums; // by unit: of values, of rows
        for (const std::size_t row : fit ? fit->sample.rows() : std::vector<std::size_t>()) {
            auto& [sum, count] = sums[panel.unitCodes()[row]];
            sum += column.values[row];
            count += 1.0;
        }
        for (const auto& [unit, sum] : sums) {
            const std::string& label = panel.unitLabels()[static_cast<std::size_t>(unit)];
            dots.points.push_back({.x = static_cast<double>(level),
                                   .y = sum.first / sum.second,
                                   .count = sum.second,
                                   .label = own(label),
                                   .key = label});
        }
    }
    figure.series.push_back(std::move(dots));
    return figure;
}

} // namespace

Figure groupCoefficients(const GroupPlan& plan) {
    RegressionStudy asRegression;
    asRegression.core = coreNames(plan.study.model);
    Figure figure = coefficientFigure(asRegression, plan.models, plan.panel);
    if (plan.study.withAllRows) {
        figure.x.categories.front() = phrase(Word::AllRows);
    }
    figure.x.title = phrase(Word::GroupHeading);
    for (const Grouped& grouped : plan.groupings) {
        for (std::size_t i = 0; i < grouped.levels.size(); ++i) {
            figure.x.categories[grouped.first + i] =
                levelPhrase(plan.panel, grouped.by, grouped.levels[i]);
        }
        if (!grouped.differences) {
            figure.notes.push_back({NoteKind::Other,
                                    phrase(Word::NoteNoTest, {groupPhrase(plan.panel, grouped.by)}),
                                    {}});
            continue;
        }
        for (const GroupTest& test : grouped.differences->tests) {
            if (test.method == GroupTestMethod::Chow && !test.term.empty()) {
                figure.notes.push_back({NoteKind::Other, pairNote(plan, grouped, test), {}});
            }
        }
    }
    return figure;
}

Result<Figure> quadrantFigure(const GroupPlan& plan) {
    return QuadrantBuilder(plan).build();
}

Result<std::vector<Figure>> groupScatters(const GroupPlan& plan, Progress& progress) {
    std::vector<Figure> figures;
    for (const Grouped& grouped : plan.groupings) {
        std::vector<ScatterGroup> groups;
        for (const std::string& level : grouped.levels) {
            groups.push_back({level, levelPhrase(plan.panel, grouped.by, level),
                              levelCondition(plan.panel, grouped.by, level)});
        }
        CITYPANEL_TRY(Figure scatter,
                      binnedScatter(plan.panel, plan.study.model, groups, progress));
        if (!scatter.series.empty()) {
            scatter.key += "_" + grouped.by;
            figures.push_back(std::move(scatter));
        }
        if (!plan.panel.isCrossSection()) {
            CITYPANEL_TRY(Figure strip, unitStrip(plan, grouped));
            figures.push_back(std::move(strip));
        }
    }
    return figures;
}

Result<std::vector<Figure>> groupDistributions(const GroupPlan& plan) {
    std::vector<Figure> figures;
    const StudyModel& model = plan.study.model;
    for (const Grouped& grouped : plan.groupings) {
        std::vector<GroupRows> groups;
        for (std::size_t i = 0; i < grouped.levels.size(); ++i) {
            const auto& fit = plan.models[grouped.first + i].fit;
            if (fit) {
                groups.push_back({grouped.levels[i],
                                  levelPhrase(plan.panel, grouped.by, grouped.levels[i]),
                                  fit->sample.rows()});
            }
        }
        const Phrase name = groupPhrase(plan.panel, grouped.by);
        for (const ExpressionText& variable : {model.outcome, model.core.front()}) {
            CITYPANEL_TRY(Figure density, densityFigure(plan.panel, variable, name, groups));
            density.key += "_" + grouped.by;
            figures.push_back(std::move(density));
            if (plan.panel.isCrossSection()) {
                continue;
            }
            CITYPANEL_TRY(Figure means, meansFigure(plan.panel, variable, name, groups));
            means.key += "_" + grouped.by;
            figures.push_back(std::move(means));
        }
    }
    return figures;
}

} // namespace citypanel::study
