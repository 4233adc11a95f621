// SPDX-License-Identifier: GPL-3.0-or-later
// Which option belongs to which model and index.
#include "app/cli/efficiency_checks.h"

#include "app/cli/choice.h"
#include "app/cli/parse.h"

#include <algorithm>
#include <string>
#include <utility>

namespace citypanel::cli {

namespace {

using namespace frontier;

constexpr text::Bilingual orientationWords{
    "--model {model} has no --orientation {side}; take {possible}",
    "--model {model} 没有 --orientation {side}；可取 {possible}"};
constexpr text::Bilingual superWords{"--super is for radial and sbm, not for {model}",
                                     "--super 只用于 radial 和 sbm，不用于 {model}"};
constexpr text::Bilingual kuosmanenWords{"--disposability kuosmanen needs --rts vrs",
                                         "--disposability kuosmanen 需要 --rts vrs"};
constexpr text::Bilingual unusedWeightsWords{
    "--slack-weights are for sbm and nddf; {model} has no weights",
    "--slack-weights 只用于 sbm 和 nddf；{model} 没有权重"};
constexpr text::Bilingual zeroWeightsWords{
    "--slack-weights are all zero: nothing would be measured; give one of them a positive weight",
    "--slack-weights 全部为零，无从度量；请至少给出一个正的权重"};
constexpr text::Bilingual panelWords{
    "--{option} {given} compares periods and needs --panel UNIT,PERIOD",
    "--{option} {given} 比较各时期，需要 --panel 个体,时期"};
constexpr text::Bilingual measuredWords{
    "--productivity {index} takes distances of --model {possible}; --model {model} would be "
    "ignored",
    "--productivity {index} 采用 --model {possible} 的距离，--model {model} 不起作用"};
constexpr text::Bilingual badWords{
    "--productivity {index} is about undesirable outputs and needs --bad; without them take "
    "malmquist or global-malmquist",
    "--productivity {index} 针对非期望产出，需要 --bad；没有时请用 malmquist 或 global-malmquist"};
constexpr text::Bilingual ignoredWords{
    "--{option} {given} is for --model {possible}; {model} would ignore it",
    "--{option} {given} 只用于 --model {possible}，对 {model} 不起作用"};
constexpr text::Bilingual framedWords{"--productivity {index} {frame}; --{option} would be ignored",
                                      "--productivity {index} {frame}，--{option} 不起作用"};
constexpr text::Bilingual ownFrontiers{"takes the frontiers that the index is made of, without "
                                       "super-efficiency",
                                       "采用该指数自身的各期前沿，不含超效率"};
constexpr text::Bilingual outputDistances{"takes output distances under constant returns",
                                          "采用规模报酬不变的产出距离"};

/// "sbm", or "ccr" where that was given.
std::string modelName(const Invocation& invocation, const EfficiencyModel& model) {
    return invocation.valueOr("model", std::string(nameOf(model.measure)));
}

bool isDirectional(const EfficiencyModel& model) {
    return model.measure == Measure::Directional || model.measure == Measure::NonRadialDirectional;
}

tl::expected<void, Failure> checkMeasure(const Invocation& invocation,
                                         const EfficiencyModel& model) {
    const std::string measure(nameOf(model.measure));
    const bool isRadial = model.measure == Measure::Radial;
    const bool lacksSide = (isRadial && model.orientation == Orientation::None) ||
                           (model.measure == Measure::Ebm && model.orientation == Orientation::Out);
    if (lacksSide) {
        return tl::unexpected(wrongUsage(invocation, orientationWords,
                                         {{"model", measure},
                                          {"side", std::string(nameOf(model.orientation))},
                                          {"possible", isRadial ? "in, out" : "in, none"}}));
    }
    if (invocation.has("super") && (isDirectional(model) || model.measure == Measure::Ebm)) {
        return tl::unexpected(wrongUsage(invocation, superWords, {{"model", measure}}));
    }
    if (isDirectional(model) && model.technology.disposability == Disposability::Kuosmanen &&
        model.technology.returns != ReturnsToScale::Variable) {
        return tl::unexpected(wrongUsage(invocation, kuosmanenWords));
    }
    return {};
}

/// Options that only some models have, and those models.
struct OwnOption {
    std::string_view option;
    std::string_view models;
    bool isKnown;
};

/// The first option that was given and that the model does not know.
tl::expected<void, Failure> checkIgnored(const Invocation& invocation,
                                         const EfficiencyModel& model) {
    const bool isOriented = model.orientation != Orientation::None;
    const bool isSbm = model.measure == Measure::Sbm;
    const bool movesRole = model.technology.undesirableAs != UndesirableAs::Input;
    for (const OwnOption& own :
         {OwnOption{"orientation", "radial, sbm, ebm", !isDirectional(model) || !isOriented},
          OwnOption{"disposability", "ddf, nddf", isDirectional(model)},
          OwnOption{"direction", "ddf, nddf", isDirectional(model)},
          OwnOption{"bad-as", "sbm", isSbm || (!isDirectional(model) && !movesRole)}}) {
        if (invocation.has(own.option) && !own.isKnown) {
            return tl::unexpected(wrongUsage(invocation, ignoredWords,
                                             {{"option", std::string(own.option)},
                                              {"given", invocation.valueOr(own.option, {})},
                                              {"possible", std::string(own.models)},
                                              {"model", modelName(invocation, model)}}));
        }
    }
    return {};
}

tl::expected<void, Failure> checkWeights(const Invocation& invocation,
                                         const EfficiencyModel& model) {
    if (!invocation.has("slack-weights")) {
        return {};
    }
    if (model.measure != Measure::Sbm && model.measure != Measure::NonRadialDirectional) {
        return tl::unexpected(wrongUsage(invocation, unusedWeightsWords,
                                         {{"model", std::string(nameOf(model.measure))}}));
    }
    const std::vector<RoleVariable> variables = model.technology.variables();
    const bool measures =
        std::any_of(variables.begin(), variables.end(), [](const RoleVariable& variable) {
            return !variable.weight || *variable.weight > 0.0;
        });
    return measures ? tl::expected<void, Failure>{}
                    : tl::unexpected(wrongUsage(invocation, zeroWeightsWords));
}

/// A project brings its own keys; a table of data needs --panel.
bool hasPeriods(const Invocation& invocation) {
    return invocation.has("panel") || invocation.arguments.front().ends_with(".citypanel");
}

tl::expected<void, Failure> checkPeriods(const Invocation& invocation,
                                         const EfficiencyModel& model) {
    const bool compares =
        model.reference == Reference::Period || model.reference == Reference::Window;
    if (compares && !hasPeriods(invocation)) {
        return tl::unexpected(
            wrongUsage(invocation, panelWords,
                       {{"option", "reference"}, {"given", std::string(nameOf(model.reference))}}));
    }
    return {};
}

/// Malmquist indices have one orientation and one returns to scale; every index has its own
/// frontiers.
tl::expected<void, Failure> checkFrame(const Invocation& invocation, ProductivityIndex index) {
    const auto refuse = [&](const text::Bilingual& frame, const std::string& option) {
        return tl::unexpected(wrongUsage(invocation, framedWords,
                                         {{"index", std::string(nameOf(index))},
                                          {"frame", std::string(frame.in(invocation.language))},
                                          {"option", option}}));
    };
    for (const std::string option : {"super", "reference"}) {
        if (invocation.has(option)) {
            return refuse(ownFrontiers, option);
        }
    }
    const bool isMalmquist =
        index == ProductivityIndex::Malmquist || index == ProductivityIndex::GlobalMalmquist;
    using Fixed = std::pair<std::string, std::string>;
    for (const auto& [option, value] : {Fixed{"orientation", "out"}, Fixed{"rts", "crs"}}) {
        if (isMalmquist && invocation.valueOr(option, value) != value) {
            return refuse(outputDistances, option + " " + invocation.valueOr(option, {}));
        }
    }
    return {};
}

} // namespace

std::vector<std::string_view> measuresOf(ProductivityIndex index) {
    switch (index) {
    case ProductivityIndex::Malmquist:
    case ProductivityIndex::GlobalMalmquist:
        return {"radial", "ccr"};
    case ProductivityIndex::MalmquistLuenberger:
        return {"ddf"};
    case ProductivityIndex::GlobalMalmquistLuenberger:
        return {"ddf", "sbm"};
    case ProductivityIndex::Luenberger:
        break;
    }
    return {"nddf"};
}

tl::expected<void, Failure> checkModel(const Invocation& invocation, const EfficiencyModel& model) {
    for (const auto& status : {checkMeasure(invocation, model), checkIgnored(invocation, model),
                               checkWeights(invocation, model), checkPeriods(invocation, model)}) {
        if (!status) {
            return status;
        }
    }
    return {};
}

tl::expected<void, Failure> checkProductivity(const Invocation& invocation,
                                              ProductivityIndex index) {
    const std::string name(nameOf(index));
    if (!hasPeriods(invocation)) {
        return tl::unexpected(
            wrongUsage(invocation, panelWords, {{"option", "productivity"}, {"given", name}}));
    }
    const bool isLuenbergers = index == ProductivityIndex::MalmquistLuenberger ||
                               index == ProductivityIndex::GlobalMalmquistLuenberger;
    if (isLuenbergers && splitList(invocation.valueOr("bad", {})).empty()) {
        return tl::unexpected(wrongUsage(invocation, badWords, {{"index", name}}));
    }
    const std::vector<std::string_view> measures = measuresOf(index);
    const std::string given = invocation.valueOr("model", std::string(measures.front()));
    if (std::find(measures.begin(), measures.end(), given) == measures.end()) {
        std::string possible;
        for (const std::string_view measure : measures) {
            possible.append(possible.empty() ? "" : ", ").append(measure);
        }
        return tl::unexpected(
            wrongUsage(invocation, measuredWords,
                       {{"index", name}, {"possible", std::move(possible)}, {"model", given}}));
    }
    return checkFrame(invocation, index);
}

} // namespace citypanel::cli
