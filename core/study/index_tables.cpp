// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the tables of an index.
#include "core/study/index_tables.h"

#include "core/index/index_reading.h"
#include "core/prepare/quantile.h"
#include "core/study/index_figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel::study {

namespace {

/// The table without its rows; the first `count` words are its columns.
Table indexTableHead(std::string key, const IndexTableWords& words, std::size_t count) {
    Table table{.key = std::move(key), .title = own(words.title), .rowHeading = own(words.rows)};
    for (std::size_t i = 0; i < std::min(count, words.columns.size()); ++i) {
        table.columns.push_back({.key = std::to_string(i + 1), .title = own(words.columns[i])});
    }
    for (const std::string& note : words.notes) {
        table.notes.push_back({.kind = NoteKind::Convention, .text = own(note)});
    }
    return table;
}

void addIndexRow(Table& table, const std::string& label, std::vector<Cell> cells) {
    table.rows.push_back({.role = RowRole::Summary,
                          .key = "row:" + label,
                          .label = own(label),
                          .cells = std::move(cells)});
}

/// A rank is a whole number, or lies between two.
Cell rankCell(double rank) {
    return isMissing(rank) || rank != std::floor(rank) ? measureCell(rank)
                                                       : Cell(Number{rank, NumberRole::Count});
}

/// Sorted estimates of the draws.
std::vector<double> sortedEstimates(const IndexSensitivity& sensitivity) {
    std::vector<double> values;
    for (const TermEstimate& one : sensitivity.estimates) {
        values.push_back(one.estimate);
    }
    std::sort(values.begin(), values.end());
    return values;
}

double deviationAround(const std::vector<double>& values, double mean) {
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    const auto n = static_cast<double>(values.size());
    return n > 1 ? std::sqrt(squares / (n - 1)) : missingValue;
}

} // namespace

Table indexSummaryTable(const std::vector<index::ScoreSummary>& summaries,
                        const IndexTableWords& words) {
    Table table = indexTableHead("index_summary", words, 5);
    for (const index::ScoreSummary& one : summaries) {
        addIndexRow(table, one.label,
                    {countCell(one.n), measureCell(one.mean), measureCell(one.sd),
                     measureCell(one.minimum), measureCell(one.maximum)});
    }
    return table;
}

Table indexRankingTable(const LiveIndex& live, const LiveScores& scores,
                        const IndexTableWords& words) {
    Table table = indexTableHead("index_ranking", words, 2);
    const std::vector<double> means = index::unitMeans(live.panel(), scores.score);
    for (const std::size_t unit : index::orderFromHighest(means)) {
        addIndexRow(table, live.panel().unitLabels()[unit],
                    {rankCell(scores.ranks[unit]), measureCell(means[unit])});
    }
    return table;
}

Table indexProfileTable(const LiveIndex& live, std::size_t unit, const IndexTableWords& words) {
    Table table = indexTableHead("index_profile", words, 2);
    const auto [one, all] = indicatorMeans(live, unit);
    for (std::size_t j = 0; j < live.step().indicators.size(); ++j) {
        const auto at = static_cast<Eigen::Index>(j);
        addIndexRow(table, live.step().indicators[j].title(),
                    {measureCell(one[at]), measureCell(all[at])});
    }
    return table;
}

Table rankMovesTable(const Panel& panel, const std::vector<index::RankMove>& moves,
                     const IndexTableWords& words) {
    Table table = indexTableHead("rank_moves", words, 3);
    for (const index::RankMove& move : moves) {
        addIndexRow(
            table, panel.unitLabels()[move.unit],
            {rankCell(move.before), rankCell(move.after), rankCell(move.before - move.after)});
    }
    return table;
}

Table weightsComparedTable(const std::vector<index::Indicator>& indicators,
                           const std::vector<double>& there, const std::vector<double>& here,
                           const IndexTableWords& words) {
    Table table = indexTableHead("weights_compared", words, 3);
    for (std::size_t j = 0; j < indicators.size(); ++j) {
        addIndexRow(table, indicators[j].title(),
                    {measureCell(there[j]), measureCell(here[j]), measureCell(here[j] - there[j])});
    }
    return table;
}

Table coefficientTable(const IndexSensitivity& sensitivity, const IndexTableWords& words) {
    Table table = indexTableHead("coefficient_distribution", words, 1);
    const std::vector<double> values = sortedEstimates(sensitivity);
    std::size_t next = 1;
    const auto add = [&](Cell cell) {
        if (next < words.columns.size()) {
            addIndexRow(table, words.columns[next++], {std::move(cell)});
        }
    };
    add(countCell(values.size()));
    if (values.empty()) {
        return table;
    }
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    add(measureCell(mean));
    add(measureCell(deviationAround(values, mean)));
    for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95}) {
        add(measureCell(prepare::quantileOfSorted(values, p, prepare::QuantileRule::Linear)));
    }
    add(measureCell(coefficientSpread(sensitivity).significant));
    add(measureCell(sensitivity.own ? sensitivity.own->estimate : missingValue));
    return table;
}

Table rankDistributionTable(const IndexSensitivity& sensitivity, const IndexTableWords& words) {
    Table table = indexTableHead("rank_distribution", words, 4);
    for (const SensitivityRank& rank : sensitivity.ranks) {
        addIndexRow(
            table, rank.unit,
            {rankCell(rank.own), rankCell(rank.low), rankCell(rank.median), rankCell(rank.high)});
    }
    return table;
}

Table leaveOneOutTable(const IndexSensitivity& sensitivity, const IndexTableWords& words) {
    Table table = indexTableHead("leave_one_out", words, 4);
    for (const LeftOut& one : sensitivity.leftOut) {
        addIndexRow(table, one.indicator,
                    {measureCell(one.coefficient.estimate), measureCell(one.coefficient.stdError),
                     measureCell(one.coefficient.pValue), measureCell(one.rankCorrelation)});
    }
    return table;
}

} // namespace citypanel::study
