// SPDX-License-Identifier: GPL-3.0-or-later
// Correlations and ranks of two scores.
#include "core/study/efficiency_comparison.h"

#include "core/panel/number_text.h"
#include "core/study/efficiency_tables.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

namespace citypanel::study {

namespace {

/// Scores of which more is better.
std::vector<double> towardsBetter(const ScoreColumn& column) {
    std::vector<double> values = column.values;
    for (double& value : values) {
        value = column.isLessBetter ? -value : value;
    }
    return values;
}

struct RankPair {
    std::size_t unit = 0;
    UnitRank first{};
    UnitRank second{};

    [[nodiscard]] long difference() const {
        return static_cast<long>(second.rank) - static_cast<long>(first.rank);
    }
};

std::vector<RankPair> rankPairs(const Panel& panel, const ScoreColumn& first,
                                const ScoreColumn& second) {
    std::vector<std::optional<UnitRank>> bySecond(panel.unitCount());
    for (const UnitRank& rank : unitRanks(panel, second.values, second.isLessBetter)) {
        bySecond[rank.unit] = rank;
    }
    std::vector<RankPair> pairs;
    for (const UnitRank& rank : unitRanks(panel, first.values, first.isLessBetter)) {
        if (bySecond[rank.unit]) {
            pairs.push_back({rank.unit, rank, *bySecond[rank.unit]});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const RankPair& a, const RankPair& b) {
        return std::labs(a.difference()) > std::labs(b.difference());
    });
    return pairs;
}

Table differingTable(const Panel& panel, const ScoreColumn& first, const ScoreColumn& second,
                     std::size_t limit) {
    Table table{.key = "differing"};
    table.title = phrase(Word::TitleDifferences, {first.name, second.name});
    table.rowHeading =
        panel.isCrossSection() ? Phrase{} : Phrase{.word = Word::Group, .own = panel.keys().unit};
    const auto head = [](std::string key, Word word, std::vector<Phrase> arguments = {}) {
        return Column{.key = std::move(key), .title = phrase(word, std::move(arguments))};
    };
    table.columns = {head("rank_first", Word::RankOf, {first.name}),
                     head("rank_second", Word::RankOf, {second.name}),
                     head("difference", Word::RankDifference),
                     Column{.key = "mean_first", .title = first.name},
                     Column{.key = "mean_second", .title = second.name}};
    const auto whole = [](long value) {
        return Cell(Number{static_cast<double>(value), NumberRole::Count});
    };
    const std::vector<RankPair> pairs = rankPairs(panel, first, second);
    for (std::size_t i = 0; i < std::min(limit, pairs.size()); ++i) {
        const RankPair& pair = pairs[i];
        const std::string& label = panel.unitLabels()[pair.unit];
        table.rows.push_back(
            {.role = RowRole::Summary,
             .key = "unit:" + label,
             .label = own(label),
             .cells = {whole(static_cast<long>(pair.first.rank)),
                       whole(static_cast<long>(pair.second.rank)), whole(pair.difference()),
                       Number{pair.first.mean}, Number{pair.second.mean}}});
    }
    return table;
}

std::string threeDigits(double value) {
    return isMissing(value) ? "–" : shortestText(std::round(value * 1e3) / 1e3);
}

} // namespace

EfficiencyComparison compareScores(const Panel& panel, const ScoreColumn& first,
                                   const ScoreColumn& second, std::size_t limit) {
    EfficiencyComparison result;
    const std::vector<double> x = towardsBetter(first);
    const std::vector<double> y = towardsBetter(second);
    result.rank = rankCorrelation(x, y);
    result.pearson = correlation(x, y);
    result.differing = differingTable(panel, first, second, limit);
    const Note correlations{NoteKind::Other,
                            phrase(Word::NoteRankCorrelation,
                                   {own(threeDigits(result.rank.r)),
                                    own(threeDigits(result.pearson.r)), number(result.rank.n)}),
                            {}};
    result.differing.notes.push_back(correlations);
    result.scatter = {.key = "comparison",
                      .title = phrase(Word::TitleComparison, {first.name, second.name})};
    result.scatter.x.title = first.name;
    result.scatter.y.title = second.name;
    Series series{.role = SeriesRole::Points, .key = "rows", .name = phrase(Word::EveryUnit)};
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        if (!isMissing(first.values[row]) && !isMissing(second.values[row])) {
            series.points.push_back({.x = first.values[row],
                                     .y = second.values[row],
                                     .label = own(rowLabel(panel, row)),
                                     .key = std::to_string(row)});
        }
    }
    result.scatter.series.push_back(std::move(series));
    result.scatter.notes.push_back(correlations);
    return result;
}

} // namespace citypanel::study
