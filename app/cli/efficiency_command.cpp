// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli efficiency: scores, slacks, peers and changes of productivity.
#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/parse.h"
#include "app/cli/rows_text.h"
#include "core/panel/number_text.h"
#include "core/report/efficiency_json.h"
#include "core/report/render.h"
#include "core/study/describe.h"
#include "core/study/efficiency_tables.h"
#include "core/text/names.h"

#include <utility>

namespace citypanel::cli {

namespace {

using namespace frontier;

constexpr text::Bilingual weightWords{
    "--slack-weights: “{part}” is not a role (input, good, bad) or variable with a number, as in "
    "good=1,bad=0.3",
    "--slack-weights：“{part}”不是“类别（input、good、bad）或变量=数值”的形式，例如 "
    "good=1,bad=0.3"};

/// "window:3" and "group:region" carry their argument.
tl::expected<void, Failure> readReference(const Invocation& invocation, EfficiencyModel& model) {
    const std::string given = invocation.valueOr("reference", "global");
    const std::size_t colon = given.find(':');
    const auto reference = valueOf<Reference>(given.substr(0, colon));
    const std::string argument = colon == std::string::npos ? "" : given.substr(colon + 1);
    if (!reference) {
        return tl::unexpected(wrongChoice<Reference>(invocation, "reference"));
    }
    model.reference = *reference;
    model.group = ColumnName{argument};
    if (*reference == Reference::Window && !argument.empty()) {
        // What is not a number is a window of no periods, which the model refuses by name.
        model.window = static_cast<std::int64_t>(parseNumber(argument).value_or(0.0));
    }
    return {};
}

tl::expected<void, Failure> readMeasure(const Invocation& invocation, EfficiencyModel& model) {
    const std::string given = invocation.valueOr("model", "sbm");
    if (given == "ccr" || given == "bcc") {
        model.measure = Measure::Radial;
        model.technology.returns =
            given == "ccr" ? ReturnsToScale::Constant : ReturnsToScale::Variable;
    } else if (const auto measure = valueOf<Measure>(given)) {
        model.measure = *measure;
    } else {
        return tl::unexpected(wrongChoice<Measure>(invocation, "model"));
    }
    if (model.measure == Measure::Radial) {
        model.orientation = Orientation::In;
    }
    model.super = invocation.has("super") ? SuperEfficiency::Efficient : SuperEfficiency::Off;
    return {};
}

/// One part of 'good=1,bad=0.3': a role's name or a variable's, and its weight. False where it is
/// neither; a negative weight is refused by the model, which names the variable.
bool setWeight(const std::string& part, Technology& technology) {
    const std::size_t equals = part.find('=');
    if (equals == std::string::npos) {
        return false;
    }
    const std::string name = part.substr(0, equals);
    const std::optional<double> weight = parseNumber(part.substr(equals + 1));
    bool isKnown = name == "input" || name == "good" || name == "bad";
    const auto set = [&](std::vector<RoleVariable>& variables, std::string_view role) {
        for (RoleVariable& variable : variables) {
            if (name == role || name == variable.variable.text) {
                variable.weight = weight;
                isKnown = true;
            }
        }
    };
    set(technology.inputs, "input");
    set(technology.good, "good");
    set(technology.bad, "bad");
    return weight && isKnown;
}

tl::expected<void, Failure> readWeights(const Invocation& invocation, Technology& technology) {
    for (const std::string& part : splitList(invocation.valueOr("slack-weights", {}))) {
        if (!setWeight(part, technology)) {
            std::string sentence(weightWords.in(invocation.language));
            sentence.replace(sentence.find("{part}"), 6, part);
            return tl::unexpected(Failure::wrongUsage(std::move(sentence)));
        }
    }
    return {};
}

std::vector<RoleVariable> roleOf(const Invocation& invocation, std::string_view option) {
    std::vector<RoleVariable> variables;
    for (const std::string& name : splitList(invocation.valueOr(option, {}))) {
        variables.push_back({.variable = ColumnName{name}});
    }
    return variables;
}

tl::expected<EfficiencyModel, Failure> modelOf(const Invocation& invocation) {
    EfficiencyModel model;
    Technology& technology = model.technology;
    technology.inputs = roleOf(invocation, "inputs");
    technology.good = roleOf(invocation, "good");
    technology.bad = roleOf(invocation, "bad");
    for (const auto& status : {readWeights(invocation, technology), readMeasure(invocation, model),
                               readReference(invocation, model),
                               readChoice(invocation, "orientation", model.orientation),
                               readChoice(invocation, "rts", technology.returns),
                               readChoice(invocation, "bad-as", technology.undesirableAs),
                               readChoice(invocation, "disposability", technology.disposability),
                               readChoice(invocation, "direction", technology.direction),
                               readChoice(invocation, "unusable", model.unusable)}) {
        if (!status) {
            return tl::unexpected(status.error());
        }
    }
    return model;
}

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

Outcome efficiencyOutput(const Invocation& invocation, const Panel& panel,
                         const report::EfficiencyReport& report) {
    Output output;
    if (invocation.format == "json") {
        output.bytes = report::efficiencyJson(panel, report);
    } else if (invocation.format == "text" || invocation.format == "csv") {
        const auto rows = report::efficiencyRows(panel, report);
        output.bytes = invocation.format == "csv" ? csvText(rows) : alignedText(rows);
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

tl::expected<std::optional<ProductivityIndex>, Failure> indexOf(const Invocation& invocation) {
    if (!invocation.has("productivity")) {
        return std::optional<ProductivityIndex>{};
    }
    ProductivityIndex index{};
    if (const auto status = readChoice(invocation, "productivity", index); !status) {
        return tl::unexpected(status.error());
    }
    return index;
}

Outcome runEfficiency(const Invocation& invocation) {
    TerminalProgress progress;
    const auto model = modelOf(invocation);
    if (!model) {
        return tl::unexpected(model.error());
    }
    const auto index = indexOf(invocation);
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
        {{"inputs", "a,b,...", {"inputs", "投入变量"}},
         {"good", "a,...", {"desirable outputs", "期望产出"}},
         {"bad", "a,...", {"undesirable outputs", "非期望产出"}},
         {"model",
          "MODEL",
          {"radial, ccr, bcc, sbm (default), ddf, nddf, ebm",
           "radial、ccr、bcc、sbm（默认）、ddf、nddf、ebm"}},
         {"super", "", {"super-efficiency of efficient units", "对有效单元计算超效率"}},
         {"orientation", "SIDE", {"in, out, none", "导向：in、out、none"}},
         {"rts",
          "RETURNS",
          {"crs (default), vrs, nirs, ndrs", "规模报酬：crs（默认）、vrs、nirs、ndrs"}},
         {"reference",
          "SET",
          {"global (default), period, window:PERIODS, group:VARIABLE",
           "参照集：global（默认）、period、window:期数、group:变量"}},
         {"bad-as",
          "ROLE",
          {"undesirable outputs as output (default) or input",
           "非期望产出作为 output（默认）或 input"}},
         {"disposability",
          "KIND",
          {"weak (default), strong, kuosmanen", "可处置性：weak（默认）、strong、kuosmanen"}},
         {"direction",
          "VECTOR",
          {"yb, xyb, ones, range (default yb for ddf, xyb for nddf)",
           "方向：yb、xyb、ones、range（ddf 默认 yb，nddf 默认 xyb）"}},
         {"slack-weights",
          "NAME=W,...",
          {"weights of roles (input, good, bad) or variables",
           "各类（input、good、bad）或各变量的权重"}},
         {"productivity",
          "INDEX",
          {"malmquist, global-malmquist, ml, gml, luenberger",
           "生产率指数：malmquist、global-malmquist、ml、gml、luenberger"}},
         {"unusable",
          "RULE",
          {"rows with negative values or without inputs or outputs: refuse (default), exclude",
           "含负值或无投入、无产出的行：refuse（默认，报错）、exclude（剔除）"}},
         {"influence", "", {"how much hangs on single rows of the frontier", "前沿面上各行的影响"}},
         panelOption(),
         whereOption()},
        "text|json|csv|md|tex|html|docx|xlsx",
        "text",
        &runEfficiency};
    return command;
}

} // namespace citypanel::cli
