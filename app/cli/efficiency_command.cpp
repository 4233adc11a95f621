// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli efficiency: scores, slacks, peers and changes of productivity.
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/efficiency_options.h"
#include "app/cli/rows_text.h"
#include "core/report/efficiency_json.h"
#include "core/report/panel_text.h"
#include "core/report/render.h"
#include "core/study/efficiency_tables.h"
#include "core/text/names.h"
#include "core/text/pattern.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace citypanel::cli {

namespace {

using namespace frontier;

/// Behind unit, period and status or first period, numbers begin.
constexpr std::size_t firstNumber = 2;

/// Tables for formats that typeset: the changes by period, or every row's score and slacks; then
/// the rows that the frontier rests on.
std::vector<study::Table> tablesOf(const Invocation& invocation, const Panel& panel,
                                   const report::EfficiencyReport& report) {
    std::vector<study::Table> tables;
    if (report.changes) {
        tables.push_back(study::productivityTable(*report.changes, panel));
    } else {
        const std::string name = text::describe(report.scores.model, invocation.language);
        tables.push_back(study::scoreListTable(panel, report.scores, study::own(name)));
    }
    if (report.influence) {
        tables.push_back(
            study::influenceTable(panel, *report.influence, report.influence->peers.size()));
    }
    return tables;
}

constexpr text::Bilingual summaryWords{"{model}: mean {mean}; {counts}\n",
                                       "{model}：均值 {mean}；{counts}\n"};
constexpr text::Bilingual infeasibleWords{
    "{count} of {all} changes have no value: a program that they need has no feasible solution",
    "{all} 个变化中有 {count} 个无值：所需的规划无可行解"};
constexpr text::Bilingual badsLeftOutWords{
    "Malmquist indices leave undesirable outputs out ({names}); ml, gml and luenberger take them",
    "Malmquist 指数不考虑非期望产出（{names}）；ml、gml、luenberger 考虑"};

/// Rounding of the solver's last digits is no slack.
report::EfficiencyReport withoutNoise(report::EfficiencyReport report) {
    constexpr double noise = 1e-12;
    const auto clean = [](double& value, double scale) {
        value = std::abs(value) <= noise * std::abs(scale) ? 0.0 : value;
    };
    for (VariableSlacks& variable : report.scores.variables) {
        for (std::size_t row = 0; row < variable.slack.size(); ++row) {
            clean(variable.slack[row], variable.projection[row] + variable.slack[row]);
        }
    }
    for (double& score : report.scores.score) {
        clean(score, 1.0);
    }
    return report;
}

/// "SBM (CRS, global): mean 0.607367; 30 efficient, 120 inefficient".
std::string summaryOf(const EfficiencyScores& scores, text::Language language) {
    std::string counts;
    for (const auto& entry : enumNames(EfficiencyStatus{})) {
        if (const std::size_t count = scores.count(entry.value); count > 0) {
            counts += counts.empty() ? "" : language == text::Language::Chinese ? "，" : ", ";
            counts += std::to_string(count) + ' ' + text::name(entry.value, language);
        }
    }
    const auto mean = rounded({{}, {report::numberText(scores.mean())}}, 0)[1][0];
    return text::filled(
        summaryWords, language,
        {{"model", text::describe(scores.model, language)}, {"mean", mean}, {"counts", counts}});
}

/// Changes whose programs have no solution are no blanks.
std::vector<std::vector<std::string>> withInfeasible(std::vector<std::vector<std::string>> rows) {
    const auto index = std::find(rows.front().begin(), rows.front().end(), "index");
    if (index != rows.front().end()) {
        const auto column = static_cast<std::size_t>(index - rows.front().begin());
        for (std::vector<std::string>& row : rows) {
            row[column] = row[column].empty() ? nameOf(EfficiencyStatus::Infeasible) : row[column];
        }
    }
    return rows;
}

/// Scores or changes, and below them the rows that the frontier rests on.
QByteArray textOf(const Panel& panel, const report::EfficiencyReport& report,
                  text::Language language) {
    const auto rows = report::efficiencyRows(panel, withoutNoise(report));
    QByteArray text = alignedText(
        said(rounded(withInfeasible(rows), firstNumber), {"status", "index"}, language));
    if (!report.changes) {
        text += '\n' + QByteArray::fromStdString(summaryOf(report.scores, language));
    }
    if (report.influence) {
        text +=
            '\n' +
            alignedText(said(rounded(report::influenceRows(panel, *report.influence), firstNumber),
                             {}, language));
    }
    return text;
}

/// What the changes leave out.
std::vector<std::string> noticesOf(const Invocation& invocation,
                                   const report::EfficiencyReport& report) {
    std::vector<std::string> notices;
    if (!report.changes) {
        return notices;
    }
    const ProductivityChanges& changes = *report.changes;
    if (changes.infeasible > 0) {
        notices.push_back(text::filled(infeasibleWords, invocation.language,
                                       {{"count", std::to_string(changes.infeasible)},
                                        {"all", std::to_string(changes.changes.size())}}));
    }
    const bool isMalmquist = changes.index == ProductivityIndex::Malmquist ||
                             changes.index == ProductivityIndex::GlobalMalmquist;
    if (const std::string bads = invocation.valueOr("bad", {}); isMalmquist && !bads.empty()) {
        notices.push_back(text::filled(badsLeftOutWords, invocation.language, {{"names", bads}}));
    }
    return notices;
}

Outcome efficiencyOutput(const Invocation& invocation, const Panel& panel,
                         const report::EfficiencyReport& report) {
    Output output;
    if (invocation.format == "json") {
        output.bytes = report::efficiencyJson(panel, report);
    } else if (invocation.format == "text" || invocation.format == "csv") {
        output.bytes = invocation.format == "csv" ? csvText(report::efficiencyRows(panel, report))
                                                  : textOf(panel, report, invocation.language);
    } else {
        report::TableStyle style;
        style.language = invocation.language;
        style.firstNumber = 0;
        const auto format = valueOf<report::Format>(invocation.format);
        CITYPANEL_CLI_TRY(output.bytes, report::render(tablesOf(invocation, panel, report), style,
                                                       format.value_or(report::Format::Text)));
    }
    output.notices = noticesOf(invocation, report);
    output.warnings = report.scores.warnings;
    if (report.influence) {
        output.warnings.insert(output.warnings.end(), report.influence->warnings.begin(),
                               report.influence->warnings.end());
    }
    return output;
}

Outcome runEfficiency(const Invocation& invocation) {
    TerminalProgress progress;
    const auto model = efficiencyModelOf(invocation);
    if (!model) {
        return tl::unexpected(model.error());
    }
    const auto index = productivityOf(invocation);
    if (!index) {
        return tl::unexpected(index.error());
    }
    const auto panel = readRows(invocation, progress);
    if (!panel) {
        return tl::unexpected(panel.error());
    }
    report::EfficiencyReport report;
    CITYPANEL_CLI_TRY(report.scores, efficiency(*panel, *model, progress));
    if (*index) {
        CITYPANEL_CLI_TRY(report.changes, productivity(*panel, *model, **index, progress));
    }
    if (invocation.has("influence")) {
        CITYPANEL_CLI_TRY(report.influence, frontierInfluence(*panel, *model, progress));
    }
    return efficiencyOutput(invocation, *panel, report);
}

} // namespace

const Command& efficiencyCommand() {
    static const Command command{
        "efficiency",
        "DATA",
        {"efficiency scores, slacks and peers by data envelopment analysis",
         "数据包络分析：效率得分、松弛量与参照单元"},
        1,
        1,
        efficiencyOptions(),
        "text|json|csv|md|tex|html|docx|xlsx",
        "text",
        &runEfficiency};
    return command;
}

} // namespace citypanel::cli
