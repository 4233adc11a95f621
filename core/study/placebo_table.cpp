// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and series of a placebo test.
#include "core/study/placebo_table.h"

#include "core/study/kernel_density.h"
#include "core/study/labels.h"

#include <utility>

namespace citypanel::study {

Table placeboTable(const PlaceboTest& test, const PlaceboOptions& options, const std::string& key,
                   const Panel& panel) {
    const Phrase name = variablePhrase(panel, options.regressor);
    Table table{.key = key,
                .title = phrase(Word::TitlePlacebo, {name}),
                .rowHeading = phrase(Word::Variable)};
    table.columns.push_back({.key = "value", .title = phrase(Word::Value)});
    const auto add = [&table](const char* row, Word word, double value, NumberRole role) {
        table.rows.push_back({.role = RowRole::Summary,
                              .key = row,
                              .label = phrase(word),
                              .cells = {Number{value, role}}});
    };
    const auto counted = [](std::size_t count) { return static_cast<double>(count); };
    add("actual", Word::PlaceboActual, test.actual.estimate, NumberRole::Measure);
    add("reps", Word::PlaceboReplications, counted(test.estimates.size()), NumberRole::Count);
    add("failed", Word::PlaceboFailed, counted(test.failedReps), NumberRole::Count);
    add("mean", Word::PlaceboMean, test.mean, NumberRole::Measure);
    add("sd", Word::PlaceboSd, test.standardDeviation, NumberRole::Measure);
    add("low", Word::PlaceboLow, test.percentile2_5, NumberRole::Measure);
    add("high", Word::PlaceboHigh, test.percentile97_5, NumberRole::Measure);
    add("share_significant", Word::PlaceboShare, test.shareSignificant, NumberRole::Measure);
    add("p_value", Word::PlaceboP, test.pValue, NumberRole::Measure);
    const Word note =
        options.scheme == PlaceboScheme::WithinPeriod ? Word::NotePlacebo : Word::NotePlaceboUnits;
    table.notes.push_back({NoteKind::Other,
                           phrase(note, {name, number(static_cast<std::size_t>(options.reps)),
                                         own(std::to_string(options.seed))}),
                           {}});
    return table;
}

/// The density of the placebo estimates, their p values as points, the actual estimate.
Figure placeboFigure(const PlaceboTest& test, const Table& table, const Panel& panel) {
    const Phrase name = variablePhrase(panel, test.actual.name);
    Figure figure{.key = table.key, .title = table.title};
    figure.x = {.title = phrase(Word::CoefficientOf, {name}),
                .referenceLine = test.actual.estimate};
    figure.y = {.title = phrase(Word::DensityAxis)};
    Series density{
        .role = SeriesRole::Density, .key = "density", .name = phrase(Word::DensityAxis)};
    density.points = kernelDensity(test.estimates);
    figure.series.push_back(std::move(density));
    Series actual{.role = SeriesRole::Points, .key = "actual", .name = phrase(Word::PlaceboActual)};
    actual.points.push_back(
        {.x = test.actual.estimate, .y = 0.0, .pValue = test.pValue, .key = "actual"});
    figure.series.push_back(std::move(actual));
    figure.notes = table.notes;
    figure.notes.push_back({NoteKind::Convention, phrase(Word::NoteKernel), {}});
    return figure;
}

} // namespace citypanel::study
