// SPDX-License-Identifier: GPL-3.0-or-later
// Sums and means of scores, slacks and changes, put into tables.
#include "core/study/efficiency_tables.h"

#include "core/panel/factor.h"
#include "core/study/describe.h"
#include "core/study/labels.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace citypanel::study {

namespace {

using frontier::EfficiencyScores;
using frontier::EfficiencyStatus;

Column head(std::string key, Word word, std::vector<Phrase> arguments = {}) {
    return {.key = std::move(key), .title = phrase(word, std::move(arguments))};
}

void note(Table& table, NoteKind kind, Word word, std::vector<Phrase> arguments = {}) {
    table.notes.push_back({kind, phrase(word, std::move(arguments)), {}});
}

void noteExcluded(Table& table, const EfficiencyScores& scores) {
    if (const std::size_t excluded = scores.count(EfficiencyStatus::Excluded); excluded > 0) {
        note(table, NoteKind::Sample, Word::NoteExcludedRows, {number(excluded)});
    }
    if (const std::size_t infeasible = scores.count(EfficiencyStatus::Infeasible); infeasible > 0) {
        note(table, NoteKind::Sample, Word::NoteInfeasible, {number(infeasible)});
    }
}

bool isOnFrontier(EfficiencyStatus status) {
    return status == EfficiencyStatus::Efficient || status == EfficiencyStatus::SuperEfficient;
}

/// `column` holds the scores under the name "score".
Row scoreRow(const Panel& column, const EfficiencyScores& scores,
             std::span<const std::size_t> rows) {
    std::size_t efficient = 0;
    std::size_t infeasible = 0;
    for (const std::size_t row : rows) {
        efficient += isOnFrontier(scores.status[row]) ? 1 : 0;
        infeasible += scores.status[row] == EfficiencyStatus::Infeasible ? 1 : 0;
    }
    const std::array<std::string, 1> names{"score"};
    const GroupSummary group = *describe(column, names, rows);
    const Summary& summary = group.variables.front();
    return {.role = RowRole::Summary,
            .cells = {countCell(summary.n), measureCell(summary.mean), measureCell(summary.sd),
                      measureCell(summary.min), measureCell(summary.median),
                      measureCell(summary.max), countCell(efficient), countCell(infeasible)}};
}

/// Rows by level of a column, or by period.
Result<std::vector<std::pair<std::string, std::vector<std::size_t>>>>
rowsBy(const Panel& panel, const std::string& by) {
    std::vector<std::pair<std::string, std::vector<std::size_t>>> groups;
    if (by.empty()) {
        const auto periods = panel.distinctPeriods();
        for (const Period period : periods) {
            groups.emplace_back(std::to_string(period), std::vector<std::size_t>{});
        }
        for (std::size_t row = 0; row < panel.rowCount() && !panel.isCrossSection(); ++row) {
            const auto at = std::lower_bound(periods.begin(), periods.end(), panel.periods()[row]);
            groups[static_cast<std::size_t>(at - periods.begin())].second.push_back(row);
        }
        return groups;
    }
    CITYPANEL_TRY(const Factor factor, factorOf(panel, by));
    for (const std::string& level : factor.levels) {
        groups.emplace_back(level, std::vector<std::size_t>{});
    }
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        if (factor.codes[row] != missingCode) {
            groups[static_cast<std::size_t>(factor.codes[row])].second.push_back(row);
        }
    }
    return groups;
}

std::vector<std::size_t> allRows(const Panel& panel) {
    std::vector<std::size_t> rows(panel.rowCount());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

Phrase keyPhrase(const std::string& name) {
    return Phrase{.word = Word::Group, .own = name};
}

} // namespace

bool isLessBetter(const frontier::EfficiencyModel& model) {
    using frontier::Measure;
    return model.measure == Measure::Directional ||
           model.measure == Measure::NonRadialDirectional ||
           (model.measure == Measure::Radial && model.orientation == frontier::Orientation::Out);
}

std::string rowLabel(const Panel& panel, std::size_t row) {
    std::string label = panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[row])];
    if (!panel.isCrossSection()) {
        label += " " + std::to_string(panel.periods()[row]);
    }
    return label;
}

std::vector<UnitRank> unitRanks(const Panel& panel, std::span<const double> score,
                                bool isLessBetter) {
    std::vector<UnitRank> ranks;
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        double sum = 0.0;
        std::size_t present = 0;
        for (std::size_t row = panel.unitBegin(unit); row < panel.unitEnd(unit); ++row) {
            if (!isMissing(score[row])) {
                sum += score[row];
                ++present;
            }
        }
        if (present > 0) {
            ranks.push_back({unit, sum / static_cast<double>(present), 0});
        }
    }
    std::stable_sort(ranks.begin(), ranks.end(), [&](const UnitRank& a, const UnitRank& b) {
        return isLessBetter ? a.mean < b.mean : a.mean > b.mean;
    });
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const bool isTie = i > 0 && ranks[i].mean == ranks[i - 1].mean;
        ranks[i].rank = isTie ? ranks[i - 1].rank : i + 1;
    }
    return ranks;
}

Result<Table> scoreTable(const Panel& panel, const EfficiencyScores& scores, const Phrase& name,
                         const std::string& by) {
    CITYPANEL_TRY(const auto groups, rowsBy(panel, by));
    const std::string& key = by.empty() ? panel.keys().period : by;
    Table table{.key = "scores"};
    table.title = key.empty() ? name : phrase(Word::TitleScores, {name, groupPhrase(panel, key)});
    table.rowHeading = key.empty() ? Phrase{} : groupPhrase(panel, key);
    table.columns = {head("n", Word::SampleSize),
                     head("mean", Word::Mean),
                     head("sd", Word::StandardDeviation),
                     head("min", Word::Minimum),
                     head("median", Word::Median),
                     head("max", Word::Maximum),
                     head("efficient", Word::EfficientCount),
                     head("infeasible", Word::InfeasibleCount)};
    const Panel column = *panel.withVariable(Variable::numeric("score", scores.score));
    for (const auto& [level, rows] : groups) {
        if (!rows.empty()) {
            Row row = scoreRow(column, scores, rows);
            row.key = "level:" + level;
            row.label = own(level);
            table.rows.push_back(std::move(row));
        }
    }
    Row all = scoreRow(column, scores, allRows(panel));
    all.key = "all";
    all.label = phrase(Word::AllRows);
    table.rows.push_back(std::move(all));
    noteExcluded(table, scores);
    return table;
}

Word statusWord(EfficiencyStatus status) {
    switch (status) {
    case EfficiencyStatus::Efficient:
        return Word::StatusEfficient;
    case EfficiencyStatus::WeaklyEfficient:
        return Word::StatusWeaklyEfficient;
    case EfficiencyStatus::Inefficient:
        return Word::StatusInefficient;
    case EfficiencyStatus::SuperEfficient:
        return Word::StatusSuperEfficient;
    case EfficiencyStatus::Infeasible:
        return Word::StatusInfeasible;
    case EfficiencyStatus::Excluded:
        return Word::StatusExcluded;
    }
    return Word::Own;
}

Table scoreListTable(const Panel& panel, const EfficiencyScores& scores, const Phrase& name) {
    Table table{.key = "list"};
    table.title = name;
    table.columns = {head("score", Word::Score), head("status", Word::Status)};
    for (const frontier::VariableSlacks& variable : scores.variables) {
        table.columns.push_back(head("slack:" + variable.variable, Word::SlackOf,
                                     {variablePhrase(panel, variable.variable)}));
    }
    for (std::size_t i = 0; i < panel.rowCount(); ++i) {
        Row row{.role = RowRole::Summary,
                .key = "row:" + std::to_string(i),
                .label = own(rowLabel(panel, i)),
                .cells = {measureCell(scores.score[i]), phrase(statusWord(scores.status[i]))}};
        for (const frontier::VariableSlacks& variable : scores.variables) {
            row.cells.push_back(measureCell(variable.slack[i]));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table rankingTable(const Panel& panel, const EfficiencyScores& scores, const Phrase& name) {
    Table table{.key = "ranking"};
    table.title = phrase(Word::TitleRanking, {name});
    table.rowHeading = panel.isCrossSection() ? Phrase{} : keyPhrase(panel.keys().unit);
    table.columns = {head("rank", Word::Rank), head("mean", Word::MeanScore)};
    const auto periods = panel.distinctPeriods();
    const bool hasEnds = !panel.isCrossSection() && periods.size() > 1;
    if (hasEnds) {
        for (const Period period : {periods.front(), periods.back()}) {
            table.columns.push_back(head("period:" + std::to_string(period), Word::ScoreIn,
                                         {own(std::to_string(period))}));
        }
    }
    for (const UnitRank& rank : unitRanks(panel, scores.score, isLessBetter(scores.model))) {
        Row row{.role = RowRole::Summary,
                .key = "unit:" + panel.unitLabels()[rank.unit],
                .label = own(panel.unitLabels()[rank.unit]),
                .cells = {countCell(rank.rank), measureCell(rank.mean)}};
        if (hasEnds) {
            for (const Period period : {periods.front(), periods.back()}) {
                const auto at = panel.rowOf(rank.unit, period);
                row.cells.push_back(at ? measureCell(scores.score[*at]) : Cell());
            }
        }
        table.rows.push_back(std::move(row));
    }
    note(table, NoteKind::Convention, Word::NoteRank);
    noteExcluded(table, scores);
    return table;
}

double improvement(const Panel& panel, const EfficiencyScores& scores, std::size_t variable,
                   std::size_t row) {
    const EfficiencyStatus status = scores.status[row];
    if (status == EfficiencyStatus::Infeasible || status == EfficiencyStatus::Excluded) {
        return missingValue;
    }
    if (status == EfficiencyStatus::SuperEfficient) {
        return 0.0;
    }
    const frontier::VariableSlacks& slacks = scores.variables[variable];
    const double value = panel.find(slacks.variable)->numbers()[row];
    return slacks.role == frontier::Role::Good ? slacks.projection[row] - value
                                               : value - slacks.projection[row];
}

Table potentialTable(const Panel& panel, const EfficiencyScores& scores, const Phrase& name) {
    Table table{.key = "potential"};
    table.title = phrase(Word::TitlePotential, {name});
    table.rowHeading = panel.isCrossSection() ? Phrase{} : keyPhrase(panel.keys().period);
    for (const frontier::VariableSlacks& variable : scores.variables) {
        table.columns.push_back({.key = "variable:" + variable.variable,
                                 .title = variablePhrase(panel, variable.variable)});
    }
    auto groups = *rowsBy(panel, {});
    groups.emplace_back("", allRows(panel));
    for (const auto& [level, rows] : groups) {
        Row row{.role = RowRole::Summary,
                .key = level.empty() ? "all" : "level:" + level,
                .label = level.empty() ? phrase(Word::AllRows) : own(level)};
        for (std::size_t i = 0; i < scores.variables.size(); ++i) {
            const auto values = panel.find(scores.variables[i].variable)->numbers();
            double improved = 0.0;
            double whole = 0.0;
            for (const std::size_t at : rows) {
                if (const double gain = improvement(panel, scores, i, at); !isMissing(gain)) {
                    improved += gain;
                    whole += values[at];
                }
            }
            row.cells.push_back(whole > 0.0 ? measureCell(100.0 * improved / whole) : Cell());
        }
        if (!rows.empty()) {
            table.rows.push_back(std::move(row));
        }
    }
    note(table, NoteKind::Convention, Word::NotePotential);
    noteExcluded(table, scores);
    return table;
}

namespace {

Word roleWord(frontier::Role role) {
    switch (role) {
    case frontier::Role::Input:
        return Word::RoleInput;
    case frontier::Role::Good:
        return Word::RoleGood;
    case frontier::Role::Bad:
        return Word::RoleBad;
    }
    return Word::Own;
}

void noteSolution(Table& table, const EfficiencyScores& scores, std::size_t row) {
    if (scores.status[row] == EfficiencyStatus::SuperEfficient) {
        note(table, NoteKind::Convention, Word::NoteSuperExpansion);
    }
    if (!isMissing(scores.score[row]) && !scores.slacksUnique[row]) {
        note(table, NoteKind::Convention, Word::NoteSlacksNotUnique);
    }
}

} // namespace

Table slackTable(const Panel& panel, const EfficiencyScores& scores, std::size_t row) {
    Table table{.key = "slacks"};
    table.title = phrase(Word::TitleSlacks, {own(rowLabel(panel, row))});
    table.rowHeading = phrase(Word::Variable);
    table.columns = {head("own", Word::OwnValue), head("slack", Word::Slack),
                     head("projection", Word::Projection),
                     head("potential", Word::PotentialPercent)};
    frontier::Role role{};
    for (std::size_t i = 0; i < scores.variables.size(); ++i) {
        const frontier::VariableSlacks& variable = scores.variables[i];
        if (i == 0 || variable.role != role) {
            role = variable.role;
            table.rows.push_back({.role = RowRole::Heading,
                                  .key = "role:" + std::string(nameOf(role)),
                                  .label = phrase(roleWord(role))});
        }
        const double value = panel.find(variable.variable)->numbers()[row];
        const double gain = improvement(panel, scores, i, row);
        table.rows.push_back({.role = RowRole::Summary,
                              .key = "variable:" + variable.variable,
                              .label = variablePhrase(panel, variable.variable),
                              .cells = {measureCell(value), measureCell(variable.slack[row]),
                                        measureCell(variable.projection[row]),
                                        value > 0.0 ? measureCell(100.0 * gain / value) : Cell()}});
    }
    noteSolution(table, scores, row);
    return table;
}

Table peerTable(const Panel& panel, const EfficiencyScores& scores, std::size_t row) {
    Table table{.key = "peers"};
    table.title = phrase(Word::TitlePeers, {own(rowLabel(panel, row))});
    table.columns = {head("lambda", Word::Intensity)};
    for (const frontier::VariableSlacks& variable : scores.variables) {
        table.columns.push_back({.key = "variable:" + variable.variable,
                                 .title = variablePhrase(panel, variable.variable)});
    }
    std::vector<frontier::Peer> peers = scores.peers[row];
    std::stable_sort(peers.begin(), peers.end(),
                     [](const auto& a, const auto& b) { return a.lambda > b.lambda; });
    for (const frontier::Peer& peer : peers) {
        Row line{.role = RowRole::Summary,
                 .key = "row:" + std::to_string(peer.row),
                 .label = own(rowLabel(panel, peer.row)),
                 .cells = {measureCell(peer.lambda)}};
        for (const frontier::VariableSlacks& variable : scores.variables) {
            line.cells.push_back(measureCell(panel.find(variable.variable)->numbers()[peer.row]));
        }
        table.rows.push_back(std::move(line));
    }
    if (scores.model.reference == frontier::Reference::Window) {
        note(table, NoteKind::Convention, Word::NoteWindowPeers);
    }
    return table;
}

Table influenceTable(const Panel& panel, const frontier::FrontierInfluence& influence,
                     std::size_t limit) {
    Table table{.key = "influence"};
    table.title = phrase(Word::TitleInfluence);
    table.columns = {head("times_peer", Word::TimesPeer),
                     head("share_of_inefficient", Word::ShareOfInefficient),
                     head("mean_before", Word::MeanWith), head("mean_without", Word::MeanWithout)};
    for (std::size_t i = 0; i < std::min(limit, influence.peers.size()); ++i) {
        const frontier::RowInfluence& row = influence.peers[i];
        table.rows.push_back(
            {.role = RowRole::Summary,
             .key = "row:" + std::to_string(row.row),
             .label = own(rowLabel(panel, row.row)),
             .cells = {countCell(row.timesPeer), measureCell(100.0 * row.shareOfInefficient),
                       measureCell(row.meanBefore), measureCell(row.meanWithout)}});
    }
    note(table, NoteKind::Other, Word::NoteInfluence,
         {number(influence.spanning), number(influence.rows)});
    return table;
}

} // namespace citypanel::study
