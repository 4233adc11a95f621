// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of descriptive statistics and correlations.
#include "core/study/descriptives_study.h"

#include "core/estimate/restrictions.h"
#include "core/panel/expression.h"
#include "core/panel/factor.h"
#include "core/study/describe.h"
#include "core/study/expression_phrase.h"
#include "core/study/labels.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace citypanel::study {

Word headingOf(SummaryStatistic statistic) {
    switch (statistic) {
    case SummaryStatistic::N:
        return Word::SampleSize;
    case SummaryStatistic::Mean:
        return Word::Mean;
    case SummaryStatistic::Sd:
        return Word::StandardDeviation;
    case SummaryStatistic::Min:
        return Word::Minimum;
    case SummaryStatistic::P25:
        return Word::Percentile25;
    case SummaryStatistic::Median:
        return Word::Median;
    case SummaryStatistic::P75:
        return Word::Percentile75;
    case SummaryStatistic::Max:
        return Word::Maximum;
    case SummaryStatistic::Missing:
        return Word::Missing;
    }
    return Word::Own;
}

namespace {

Cell cellOf(SummaryStatistic statistic, const Summary& summary) {
    switch (statistic) {
    case SummaryStatistic::N:
        return countCell(summary.n);
    case SummaryStatistic::Mean:
        return measureCell(summary.mean);
    case SummaryStatistic::Sd:
        return measureCell(summary.sd);
    case SummaryStatistic::Min:
        return measureCell(summary.min);
    case SummaryStatistic::P25:
        return measureCell(summary.p25);
    case SummaryStatistic::Median:
        return measureCell(summary.median);
    case SummaryStatistic::P75:
        return measureCell(summary.p75);
    case SummaryStatistic::Max:
        return measureCell(summary.max);
    case SummaryStatistic::Missing:
        return countCell(summary.missing);
    }
    return {};
}

bool isQuantile(SummaryStatistic statistic) {
    return statistic == SummaryStatistic::P25 || statistic == SummaryStatistic::Median ||
           statistic == SummaryStatistic::P75;
}

void addSampleNote(Table& table, const ExpressionText& where, const Panel& panel) {
    if (!where.empty()) {
        table.notes.push_back({NoteKind::Sample,
                               phrase(Word::NoteSample, {expressionPhrase(panel, where.text)}),
                               {}});
    }
}

Table statisticsTable(const DescriptivesStudy& study, const std::vector<GroupSummary>& groups,
                      const Panel& panel, std::size_t rows) {
    Table table{.key = "descriptives"};
    table.rowHeading = phrase(Word::Variable);
    for (const SummaryStatistic statistic : study.statistics) {
        table.columns.push_back(
            {.key = std::string(nameOf(statistic)), .title = phrase(headingOf(statistic))});
    }
    std::size_t grouped = 0;
    for (const GroupSummary& group : groups) {
        grouped += group.rows;
        const std::string suffix = group.level.empty() ? std::string() : "@" + group.level;
        if (!group.level.empty()) {
            table.rows.push_back({.role = RowRole::Heading,
                                  .key = "group:" + group.level,
                                  .label = levelName(group.level)});
        }
        for (const Summary& summary : group.variables) {
            Row row{.role = RowRole::Summary,
                    .key = "variable:" + summary.name + suffix,
                    .label = variablePhrase(panel, summary.name)};
            for (const SummaryStatistic statistic : study.statistics) {
                row.cells.push_back(cellOf(statistic, summary));
            }
            table.rows.push_back(std::move(row));
        }
    }
    if (std::any_of(study.statistics.begin(), study.statistics.end(), isQuantile)) {
        table.notes.push_back({NoteKind::Convention, phrase(Word::NoteQuantiles), {}});
    }
    addSampleNote(table, study.where, panel);
    if (grouped < rows) {
        table.notes.push_back({NoteKind::Sample,
                               phrase(Word::NoteWithoutGroup, {groupPhrase(panel, study.grouping()),
                                                               number(rows - grouped)}),
                               {}});
    }
    return table;
}

Table correlationTable(const DescriptivesStudy& study, const CorrelationMatrix& matrix,
                       const Panel& panel) {
    Table table{.key = "correlations"};
    table.title = phrase(Word::TitleCorrelations);
    table.rowHeading = phrase(Word::Variable);
    for (std::size_t i = 0; i < matrix.names.size(); ++i) {
        const std::string number = "(" + std::to_string(i + 1) + ")";
        std::string label = number;
        const Phrase name = variablePhrase(panel, matrix.names[i]);
        label.append(" ").append(name.word == Word::Own ? name.own : matrix.names[i]);
        table.columns.push_back({.key = matrix.names[i], .title = own(number)});
        Row row{.role = RowRole::Correlation,
                .key = "variable:" + matrix.names[i],
                .label = own(std::move(label)),
                .cells = std::vector<Cell>(matrix.names.size())};
        for (std::size_t j = 0; j < i; ++j) {
            const Correlation& pair = matrix.at(i, j);
            if (!isMissing(pair.r)) {
                row.cells[j] = Coefficient{.estimate = pair.r, .pValue = pair.pValue};
            }
        }
        row.cells[i] = Number{1.0, NumberRole::Measure};
        table.rows.push_back(std::move(row));
    }
    table.notes.push_back({NoteKind::Convention, phrase(Word::NotePairwise), {}});
    addSampleNote(table, study.where, panel);
    return table;
}

Result<Table> inflationTable(const DescriptivesStudy& study, const Panel& panel,
                             Progress& progress) {
    CITYPANEL_TRY(const ModelFormula formula, parseModelFormula(study.vifModel.text));
    EstimateOptions options;
    options.where = study.where.text;
    CITYPANEL_TRY(const std::vector<VarianceInflation> factors,
                  varianceInflation(panel, formula, options, progress));
    Table table{
        .key = "vif", .title = phrase(Word::TitleInflation), .rowHeading = phrase(Word::Variable)};
    table.columns = {{.key = "vif", .title = phrase(Word::InflationFactor)},
                     {.key = "reciprocal", .title = phrase(Word::InflationReciprocal)}};
    double sum = 0.0;
    for (const VarianceInflation& entry : factors) {
        table.rows.push_back(
            {.role = RowRole::Summary,
             .key = "variable:" + entry.name,
             .label = variablePhrase(panel, entry.name),
             .cells = {measureCell(entry.factor), measureCell(1.0 / entry.factor)}});
        sum += entry.factor;
    }
    if (!factors.empty()) {
        table.rows.push_back(
            {.role = RowRole::Summary,
             .key = "mean",
             .label = phrase(Word::Mean),
             .cells = {measureCell(sum / static_cast<double>(factors.size())), Cell()}});
    }
    table.notes.push_back(
        {NoteKind::Convention,
         phrase(Word::NoteInflation, {variablePhrase(panel, formula.outcomeName)}),
         {}});
    addSampleNote(table, study.where, panel);
    return table;
}

/// The panel with a column of the combinations of two groupings; its name is the result's second.
Result<std::pair<Panel, std::string>> crossedPanel(const Panel& panel, const std::string& first,
                                                   const std::string& second) {
    CITYPANEL_TRY(const Factor a, factorOf(panel, first));
    CITYPANEL_TRY(const Factor b, factorOf(panel, second));
    Factor both = interact(a, b);
    CITYPANEL_TRY(Panel crossed, panel.withVariable(Variable::category(
                                     both.name, std::move(both.codes), std::move(both.levels))));
    return std::pair{std::move(crossed), both.name};
}

std::vector<std::string> namesOf(const DescriptivesStudy& study, const Panel& panel) {
    std::vector<std::string> names;
    for (const ColumnName& name : study.variables) {
        names.push_back(name.text);
    }
    return names.empty() ? describableVariables(panel) : names;
}

} // namespace

Result<StudyResult> DescriptivesStudy::run(const Panel& panel, Progress& progress) const {
    CITYPANEL_TRY(const std::vector<std::size_t> rows, selectedRows(panel, where));
    const std::vector<std::string> names = namesOf(*this, panel);
    std::vector<GroupSummary> groups;
    if (by.empty()) {
        CITYPANEL_TRY(GroupSummary all, describe(panel, names, rows));
        groups.push_back(std::move(all));
    } else if (andBy.empty()) {
        CITYPANEL_TRY(groups, describeBy(panel, names, by.text, rows));
    } else {
        CITYPANEL_TRY(const auto crossed, crossedPanel(panel, by.text, andBy.text));
        CITYPANEL_TRY(groups, describeBy(crossed.first, names, crossed.second, rows));
    }
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    StudyResult result;
    result.tables.push_back(statisticsTable(*this, groups, panel, rows.size()));
    Phrase& made = result.tables.back().title;
    made = by.empty() ? phrase(Word::TitleDescriptives)
                      : phrase(Word::TitleDescriptivesBy, {groupPhrase(panel, grouping())});
    if (!title.empty()) {
        made = own(title);
    }
    if (withCorrelations) {
        CITYPANEL_TRY(const CorrelationMatrix matrix, correlate(panel, names, rows));
        result.tables.push_back(correlationTable(*this, matrix, panel));
    }
    if (!vifModel.empty()) {
        CITYPANEL_TRY(Table inflation, inflationTable(*this, panel, progress));
        result.tables.push_back(std::move(inflation));
    }
    progress.report(1.0);
    return result;
}

std::string DescriptivesStudy::grouping() const {
    return andBy.empty() ? by.text : by.text + "^" + andBy.text;
}

} // namespace citypanel::study
