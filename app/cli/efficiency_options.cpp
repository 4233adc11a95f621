// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the options of `efficiency`.
#include "app/cli/efficiency_options.h"

#include "app/cli/choice.h"
#include "app/cli/data_argument.h"
#include "app/cli/efficiency_checks.h"
#include "app/cli/parse.h"
#include "core/panel/number_text.h"

#include <cmath>
#include <map>

namespace citypanel::cli {

namespace {

using namespace frontier;

constexpr double mostPeriods = 1e6;

constexpr text::Bilingual rolesWords{
    "efficiency needs --inputs a,b,... and --good a,...; --{option} is missing",
    "efficiency 需要 --inputs a,b,... 和 --good a,...，缺少 --{option}"};
constexpr text::Bilingual twiceWords{"“{name}” is given twice, in --{first} and --{second}; a "
                                     "variable has one role",
                                     "“{name}”在 --{first} 和 --{second} "
                                     "中重复给出；一个变量只能有一种角色"};
constexpr text::Bilingual windowWords{
    "--reference window:PERIODS needs a whole number of at least 1, not “{given}”",
    "--reference window:期数 应为不小于 1 的整数，不能是“{given}”"};
constexpr text::Bilingual returnsWords{
    "--model {model} is radial with --rts {rts}; leave --rts out, or write --model radial",
    "--model {model} 即规模报酬为 {rts} 的径向模型；请去掉 --rts，或写 --model radial"};
constexpr text::Bilingual weightWords{
    "--slack-weights: “{part}” is not a role (input, good, bad) or variable with a number of at "
    "least 0, as in "
    "good=1,bad=0.3",
    "--slack-weights：“{part}”不是“类别（input、good、bad）或变量=非负数值”的形式，例如 "
    "good=1,bad=0.3"};

/// "window:3" and "group:region" carry their argument.
tl::expected<void, Failure> readReference(const Invocation& invocation, EfficiencyModel& model) {
    const std::string given = invocation.valueOr("reference", "global");
    const std::size_t colon = given.find(':');
    const auto reference = valueOf<Reference>(given.substr(0, colon));
    const std::string argument = colon == std::string::npos ? "" : given.substr(colon + 1);
    if (!reference) {
        return tl::unexpected(wrongChoice<Reference>(invocation, "reference", given));
    }
    model.reference = *reference;
    model.group = ColumnName{argument};
    if (*reference == Reference::Window && !argument.empty()) {
        const double periods = parseNumber(argument).value_or(0.0);
        if (!(periods >= 1.0) || periods != std::floor(periods) || periods > mostPeriods) {
            return tl::unexpected(wrongUsage(invocation, windowWords, {{"given", argument}}));
        }
        model.window = static_cast<std::int64_t>(periods);
    }
    return {};
}

/// Without --model: the one whose distances the index of productivity takes, or else slacks-based.
std::string defaultModel(std::optional<ProductivityIndex> index) {
    return index ? std::string(measuresOf(*index).front()) : "sbm";
}

tl::expected<void, Failure> readMeasure(const Invocation& invocation, EfficiencyModel& model) {
    const auto index = valueOf<ProductivityIndex>(invocation.valueOr("productivity", {}));
    const std::string given = invocation.valueOr("model", defaultModel(index));
    if (given == "ccr" || given == "bcc") {
        if (invocation.has("rts")) {
            return tl::unexpected(
                wrongUsage(invocation, returnsWords,
                           {{"model", given}, {"rts", given == "ccr" ? "crs" : "vrs"}}));
        }
        model.measure = Measure::Radial;
        model.technology.returns =
            given == "ccr" ? ReturnsToScale::Constant : ReturnsToScale::Variable;
    } else if (const auto measure = valueOf<Measure>(given)) {
        model.measure = *measure;
    } else {
        return tl::unexpected(wrongChoice<Measure>(invocation, "model", given, {"ccr", "bcc"}));
    }
    if (model.measure == Measure::Radial) {
        model.orientation = index ? Orientation::Out : Orientation::In;
    }
    model.super = invocation.has("super") ? SuperEfficiency::Efficient : SuperEfficiency::Off;
    return {};
}

/// One part of 'good=1,bad=0.3': a role's name or a variable's, and its weight. False where it is
/// neither, or the weight is negative.
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
    return weight && *weight >= 0.0 && isKnown;
}

tl::expected<void, Failure> readWeights(const Invocation& invocation, Technology& technology) {
    for (const std::string& part : splitList(invocation.valueOr("slack-weights", {}))) {
        if (!setWeight(part, technology)) {
            return tl::unexpected(wrongUsage(invocation, weightWords, {{"part", part}}));
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

tl::expected<EfficiencyModel, Failure> readModel(const Invocation& invocation) {
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

/// The first variable that stands in two roles, or twice in one.
tl::expected<void, Failure> checkRoles(const Invocation& invocation) {
    std::map<std::string, std::string> roles;
    for (const std::string option : {"inputs", "good", "bad"}) {
        for (const std::string& name : splitList(invocation.valueOr(option, {}))) {
            const auto [role, isNew] = roles.emplace(name, option);
            if (!isNew) {
                return tl::unexpected(
                    wrongUsage(invocation, twiceWords,
                               {{"name", name}, {"first", role->second}, {"second", option}}));
            }
        }
        const bool isNeeded = option != "bad";
        if (isNeeded && splitList(invocation.valueOr(option, {})).empty()) {
            return tl::unexpected(wrongUsage(invocation, rolesWords, {{"option", option}}));
        }
    }
    return {};
}

} // namespace

tl::expected<EfficiencyModel, Failure> efficiencyModelOf(const Invocation& invocation) {
    const auto roles = checkRoles(invocation);
    if (!roles) {
        return tl::unexpected(roles.error());
    }
    const auto model = readModel(invocation);
    if (!model) {
        return model;
    }
    if (const auto status = checkModel(invocation, *model); !status) {
        return tl::unexpected(status.error());
    }
    return model;
}

tl::expected<std::optional<ProductivityIndex>, Failure>
productivityOf(const Invocation& invocation) {
    if (!invocation.has("productivity")) {
        return std::optional<ProductivityIndex>{};
    }
    ProductivityIndex index{};
    if (const auto status = readChoice(invocation, "productivity", index); !status) {
        return tl::unexpected(status.error());
    }
    if (const auto status = checkProductivity(invocation, index); !status) {
        return tl::unexpected(status.error());
    }
    return index;
}

// NOLINTNEXTLINE(readability-function-size): a table of options
std::vector<Option> efficiencyOptions() {
    return {
        {"inputs", "a,b,...", {"inputs", "投入变量"}},
        {"good", "a,...", {"desirable outputs", "期望产出"}},
        {"bad", "a,...", {"undesirable outputs", "非期望产出"}},
        {"model",
         "MODEL",
         {"radial, ccr, bcc, sbm (default), ddf, nddf, ebm; with --productivity by default the one "
          "of the index",
          "radial、ccr、bcc、sbm（默认）、ddf、nddf、ebm；有 --productivity "
          "时默认为该指数所用模型"}},
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
        whereOption()};
}

} // namespace citypanel::cli
