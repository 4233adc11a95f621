// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli describe: descriptive statistics, by group and with correlations where asked.
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/parse.h"
#include "app/cli/render.h"
#include "core/panel/not_numeric.h"
#include "core/report/fit_json.h"
#include "core/study/study.h"
#include "core/text/pattern.h"

namespace citypanel::cli {

namespace {

study::DescriptivesStudy studyOf(const Invocation& invocation) {
    using enum study::SummaryStatistic;
    study::DescriptivesStudy study;
    for (const std::string& name : splitList(invocation.valueOr("vars", {}))) {
        study.variables.emplace_back(name);
    }
    study.by = ColumnName{invocation.valueOr("by", {})};
    study.where = ExpressionText{invocation.valueOr("where", {})};
    study.statistics = {N, Mean, Sd, Min, P25, Median, P75, Max, Missing};
    study.withCorrelations = invocation.has("corr");
    return study;
}

Outcome describeAsJson(const study::DescriptivesStudy& study, const Panel& panel) {
    CITYPANEL_CLI_TRY(const std::vector<std::size_t> rows, study::selectedRows(panel, study.where));
    std::vector<std::string> names(study.variables.begin(), study.variables.end());
    if (names.empty()) {
        names = study::describableVariables(panel);
    }
    report::Description description;
    description.by = study.by.text;
    if (study.by.empty()) {
        CITYPANEL_CLI_TRY(study::GroupSummary summary, study::describe(panel, names, rows));
        description.groups = {std::move(summary)};
    } else {
        CITYPANEL_CLI_TRY(description.groups, study::describeBy(panel, names, study.by, rows));
    }
    if (study.withCorrelations) {
        CITYPANEL_CLI_TRY(description.correlations, study::correlate(panel, names, rows));
    }
    return Output{report::describeJson(description), {}};
}

/// A column of figures that one cell makes text is not passed over in silence.
std::vector<std::string> leftOut(const Invocation& invocation, const Panel& panel) {
    static constexpr text::Bilingual words{
        "“{variable}” is not described: “{found}” ({place}) is no number. Correct it in the "
        "file, or import the file, which leaves it missing.",
        "未描述“{variable}”：“{found}”（{place}）不是数值。请在文件中更正，或用 import "
        "读入（作缺失值）。"};
    static constexpr text::Bilingual rowPlaceWord{"row {row}", "第 {row} 行"};
    std::vector<std::string> notices;
    for (const Variable& column : panel.columns()) {
        const bool isKey =
            column.name() == panel.keys().unit || column.name() == panel.keys().period;
        const Problem problem = column.isNumeric() || isKey ? Problem{} : notNumeric(panel, column);
        if (problem.code == ProblemCode::CellUnreadable) {
            const std::string place =
                panel.isCrossSection()
                    ? text::filled(rowPlaceWord, invocation.language, {{"row", problem.place.unit}})
                    : problem.place.unit + " " + problem.place.period;
            notices.push_back(text::filled(
                words, invocation.language,
                {{"variable", column.name()}, {"found", problem.found}, {"place", place}}));
        }
    }
    return notices;
}

Outcome runDescribe(const Invocation& invocation) {
    TerminalProgress progress;
    const auto panel = readData(invocation, invocation.arguments[0], progress);
    if (!panel) {
        return tl::unexpected(panel.error());
    }
    const study::DescriptivesStudy study = studyOf(invocation);
    if (study.variables.empty() && study::describableVariables(*panel).empty()) {
        // Titles and units of measure above the header make every column text.
        return tl::unexpected(
            Failure::of(Problem{.code = ProblemCode::HeaderNotFound,
                                .place = {.file = invocation.arguments[0]},
                                .found = std::string(panel->columns()[0].name())}));
    }
    Outcome outcome = invocation.format == "json"
                          ? describeAsJson(study, *panel)
                          : renderStudy(study, *panel, invocation, progress);
    if (outcome && study.variables.empty()) {
        outcome->notices = leftOut(invocation, *panel);
    }
    return outcome;
}

} // namespace

const Command& describeCommand() {
    static const Command command{
        "describe",
        "DATA",
        {"N, mean, sd, min, quartiles, max of variables",
         "变量的样本数、均值、标准差、最小值、分位数、最大值"},
        1,
        1,
        {{"vars",
          "a,b,...",
          {"variables (default: every numeric one)", "变量（默认所有数值变量）"}},
         {"by", "GROUP", {"statistics for each level of this variable", "按该变量分组"}},
         {"corr", "", {"correlation matrix besides", "同时给出相关系数矩阵"}},
         panelOption(),
         whereOption()},
        "text|json|csv|md|tex|html|docx|xlsx|rtf",
        "text",
        &runDescribe};
    return command;
}

} // namespace citypanel::cli
