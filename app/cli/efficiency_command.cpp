// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli efficiency: scores, slacks, peers and changes of productivity.
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/efficiency_options.h"
#include "app/cli/rows_text.h"
#include "core/report/efficiency_json.h"
#include "core/report/render.h"
#include "core/study/efficiency_tables.h"
#include "core/text/names.h"

#include <utility>

namespace citypanel::cli {

namespace {

using namespace frontier;

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

/// Scores or changes, and below them the rows that the frontier rests on.
QByteArray textOf(const Panel& panel, const report::EfficiencyReport& report,
                  const std::vector<std::vector<std::string>>& rows, text::Language language) {
    QByteArray text = alignedText(said(rows, {"status"}, language));
    if (report.influence) {
        text +=
            '\n' + alignedText(said(report::influenceRows(panel, *report.influence), {}, language));
    }
    return text;
}

Outcome efficiencyOutput(const Invocation& invocation, const Panel& panel,
                         const report::EfficiencyReport& report) {
    Output output;
    if (invocation.format == "json") {
        output.bytes = report::efficiencyJson(panel, report);
    } else if (invocation.format == "text" || invocation.format == "csv") {
        const auto rows = report::efficiencyRows(panel, report);
        output.bytes = invocation.format == "csv"
                           ? csvText(rows)
                           : textOf(panel, report, rows, invocation.language);
    } else {
        report::TableStyle style;
        style.language = invocation.language;
        style.firstNumber = 0;
        const auto format = valueOf<report::Format>(invocation.format);
        CITYPANEL_CLI_TRY(output.bytes, report::render(tablesOf(invocation, panel, report), style,
                                                       format.value_or(report::Format::Text)));
    }
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
