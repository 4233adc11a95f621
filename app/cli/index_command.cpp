// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli index: weights and scores of a composite index.
#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/parse.h"
#include "app/cli/rows_text.h"
#include "core/panel/number_text.h"
#include "core/report/index_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace citypanel::cli {

namespace {

using namespace index;

constexpr text::Bilingual signWord{
    "{names}: no sign given, taken as + (more is better); write + or - after each indicator.",
    "{names}：未注明方向，按 +（越大越好）处理；请在每个指标后写 + 或 -。"};
constexpr text::Bilingual indicatorsWord{"index needs --indicators 'a+,b-,...'",
                                         "index 需要 --indicators 'a+,b-,...'"};
constexpr text::Bilingual twiceWord{"--indicators names “{name}” twice",
                                    "--indicators 中“{name}”出现了两次"};
constexpr text::Bilingual groupsWord{"--groups names what is not among --indicators: {names}",
                                     "--groups 中有 --indicators 以外的名称：{names}"};
constexpr text::Bilingual groupWord{"--groups: “{part}” is not GROUP:NAME,NAME",
                                    "--groups：“{part}”不是“组名:指标,指标”的形式"};
constexpr text::Bilingual groupTwiceWord{"--groups puts “{name}” into two groups",
                                         "--groups 把“{name}”放进了两个组"};
constexpr text::Bilingual ignoredWord{"--{option} is for --method {known}; {method} would ignore "
                                      "it",
                                      "--{option} 用于 --method {known}，{method} 不使用它"};
constexpr text::Bilingual judgementWord{
    "--judgements: “{part}” is not a positive number or fraction such as 3 or 1/3",
    "--judgements：“{part}”不是正数或分数（如 3 或 1/3）"};
constexpr text::Bilingual shiftWord{"--shift must be a number of at least 0, not “{given}”",
                                    "--shift 应为不小于 0 的数，不能是“{given}”"};
constexpr text::Bilingual weightsWord{"--method given needs --weights 'a=0.2,b=0.8'",
                                      "--method given 需要 --weights 'a=0.2,b=0.8'"};
constexpr text::Bilingual weightWord{"--weights: “{part}” is not NAME=NUMBER",
                                     "--weights：“{part}”不是“名称=数值”的形式"};
constexpr text::Bilingual sumWord{"--weights sum to {sum}, not to 1; nothing is rescaled silently",
                                  "--weights 之和为 {sum}，不等于 1；不会自动归一化"};

/// How far given weights may be from 1: thirds written with six decimals still pass.
constexpr double sumTolerance = 1e-5;

/// 'a+', 'b-', or a bare name, which is positive.
Indicator indicatorOf(const std::string& text) {
    const bool isSigned = text.size() > 1 && (text.back() == '+' || text.back() == '-');
    const std::string name = isSigned ? text.substr(0, text.size() - 1) : text;
    return {.name = name,
            .expression = name,
            .direction = isSigned && text.back() == '-' ? index::Direction::Negative
                                                        : index::Direction::Positive};
}

/// 'dim1:a,b;dim2:c' put into the indicators. What is wrong with it; nothing where all is well.
std::optional<Failure> groupsFailure(const Invocation& invocation,
                                     std::vector<Indicator>& indicators) {
    std::string unknown;
    for (const std::string& group : splitList(invocation.valueOr("groups", {}), ';')) {
        const std::size_t colon = group.find(':');
        if (colon == std::string::npos || colon == 0 || colon + 1 == group.size()) {
            return wrongUsage(invocation, groupWord, {{"part", group}});
        }
        for (const std::string& member : splitList(group.substr(colon + 1))) {
            const auto found =
                std::find_if(indicators.begin(), indicators.end(),
                             [&](const Indicator& one) { return one.name == member; });
            if (found == indicators.end()) {
                unknown += (unknown.empty() ? "" : ", ") + member;
            } else if (!found->dimension.empty()) {
                return wrongUsage(invocation, groupTwiceWord, {{"name", member}});
            } else {
                found->dimension = group.substr(0, colon);
            }
        }
    }
    if (!unknown.empty()) {
        return wrongUsage(invocation, groupsWord, {{"names", unknown}});
    }
    return std::nullopt;
}

tl::expected<std::vector<Indicator>, Failure> indicatorsOf(const Invocation& invocation) {
    std::vector<Indicator> indicators;
    for (const std::string& text : splitList(invocation.valueOr("indicators", {}))) {
        indicators.push_back(indicatorOf(text));
        const auto isSame = [&](const Indicator& one) {
            return one.name == indicators.back().name;
        };
        if (std::count_if(indicators.begin(), indicators.end(), isSame) > 1) {
            return tl::unexpected(
                wrongUsage(invocation, twiceWord, {{"name", indicators.back().name}}));
        }
    }
    if (indicators.empty()) {
        return tl::unexpected(wrongUsage(invocation, indicatorsWord));
    }
    if (auto failure = groupsFailure(invocation, indicators)) {
        return tl::unexpected(*std::move(failure));
    }
    return indicators;
}

/// Names without + or -, which are taken as positive.
std::string withoutSign(const Invocation& invocation) {
    std::string names;
    for (const std::string& text : splitList(invocation.valueOr("indicators", {}))) {
        if (text.size() < 2 || (text.back() != '+' && text.back() != '-')) {
            names += (names.empty() ? "" : ", ") + text;
        }
    }
    return names;
}

/// 'a=0.2,b=0.8'.
tl::expected<std::map<std::string, double>, Failure> weightsOf(const Invocation& invocation) {
    std::map<std::string, double> weights;
    for (const std::string& part : splitList(invocation.valueOr("weights", {}))) {
        const std::size_t equals = part.find('=');
        const auto weight = equals == std::string::npos ? std::optional<double>{}
                                                        : parseNumber(part.substr(equals + 1));
        if (!weight) {
            return tl::unexpected(wrongUsage(invocation, weightWord, {{"part", part}}));
        }
        weights[part.substr(0, equals)] = *weight;
    }
    return weights;
}

tl::expected<void, Failure> readMethod(const Invocation& invocation, Weighting& weighting) {
    const std::string fallback = weighting.weights.empty() ? "entropy" : "given";
    const std::string given = invocation.valueOr("method", fallback);
    if (given == "topsis") {
        weighting.method = weighting.weights.empty() ? WeightMethod::Entropy : WeightMethod::Given;
        weighting.aggregation = Aggregation::Topsis;
        return {};
    }
    if (const auto method = valueOf<WeightMethod>(given)) {
        weighting.method = *method;
        return {};
    }
    return tl::unexpected(wrongChoice<WeightMethod>(invocation, "method", given, {"topsis"}));
}

/// Given weights are there and sum to 1. A negative one is refused by the weighting, by name.
tl::expected<void, Failure> checkWeights(const Invocation& invocation, const Weighting& weighting) {
    if (weighting.method != WeightMethod::Given) {
        return {};
    }
    if (weighting.weights.empty()) {
        return tl::unexpected(wrongUsage(invocation, weightsWord));
    }
    double sum = 0.0;
    for (const auto& [name, weight] : weighting.weights) {
        sum += weight;
    }
    if (std::abs(sum - 1.0) > sumTolerance) {
        return tl::unexpected(wrongUsage(invocation, sumWord, {{"sum", shortestText(sum)}}));
    }
    return {};
}

/// 'entropy,critic'.
tl::expected<void, Failure> readComponents(const Invocation& invocation, Weighting& weighting) {
    for (const std::string& name : splitList(invocation.valueOr("components", {}))) {
        const auto method = valueOf<WeightMethod>(name);
        if (!method) {
            return tl::unexpected(wrongChoice<WeightMethod>(invocation, "components", name));
        }
        weighting.components.push_back(*method);
    }
    return {};
}

/// '3' or '1/3'; nothing for anything else.
std::optional<double> judgementOf(const std::string& text) {
    const std::size_t slash = text.find('/');
    const auto number = parseNumber(text.substr(0, slash));
    const auto over =
        slash == std::string::npos ? std::optional(1.0) : parseNumber(text.substr(slash + 1));
    const bool isRatio = number && over && *number > 0 && *over > 0;
    return isRatio ? std::optional(*number / *over) : std::nullopt;
}

/// 'dim1:3,5,2;:1' or '3,5,2': the judgements above the diagonal.
tl::expected<std::vector<Judgements>, Failure> judgementsOf(const Invocation& invocation) {
    std::vector<Judgements> all;
    for (const std::string& part : splitList(invocation.valueOr("judgements", {}), ';')) {
        const std::size_t colon = part.find(':');
        Judgements one{.of = colon == std::string::npos ? "" : part.substr(0, colon)};
        for (const std::string& text :
             splitList(colon == std::string::npos ? part : part.substr(colon + 1))) {
            const auto judgement = judgementOf(text);
            if (!judgement) {
                return tl::unexpected(wrongUsage(invocation, judgementWord, {{"part", text}}));
            }
            one.upper.push_back(*judgement);
        }
        all.push_back(std::move(one));
    }
    return all;
}

/// Options that the method, or one of those it combines, would ignore are refused.
tl::expected<void, Failure> checkIgnored(const Invocation& invocation, const Weighting& weighting) {
    struct Use {
        const char* option;
        WeightMethod method;
    };

    constexpr std::array uses{
        Use{"weights", WeightMethod::Given},       Use{"judgements", WeightMethod::Hierarchy},
        Use{"components", WeightMethod::Combined}, Use{"combination", WeightMethod::Combined},
        Use{"conflict", WeightMethod::Critic},     Use{"variation-of", WeightMethod::Variation},
        Use{"shift", WeightMethod::Entropy}};
    const auto& components = weighting.components;
    for (const auto& [option, method] : uses) {
        if (option == std::string_view("shift") &&
            weighting.shiftedScore == index::ShiftedScore::Yes) {
            continue; // it is added to the scores of every method
        }
        const bool isUsed =
            weighting.method == method ||
            (weighting.method == WeightMethod::Combined &&
             std::find(components.begin(), components.end(), method) != components.end());
        if (invocation.has(option) && !isUsed) {
            return tl::unexpected(wrongUsage(invocation, ignoredWord,
                                             {{"option", option},
                                              {"known", std::string(nameOf(method))},
                                              {"method", std::string(nameOf(weighting.method))}}));
        }
    }
    return {};
}

tl::expected<Weighting, Failure> weightingOf(const Invocation& invocation) {
    Weighting weighting;
    const auto weights = weightsOf(invocation);
    if (!weights) {
        return tl::unexpected(weights.error());
    }
    weighting.weights = *weights;
    const auto judgements = judgementsOf(invocation);
    if (!judgements) {
        return tl::unexpected(judgements.error());
    }
    weighting.judgements = *judgements;
    const std::string shift = invocation.valueOr("shift", "0");
    weighting.shift = parseNumber(shift).value_or(missingValue);
    if (!(weighting.shift >= 0.0)) {
        return tl::unexpected(wrongUsage(invocation, shiftWord, {{"given", shift}}));
    }
    for (const auto& status :
         {readMethod(invocation, weighting), readComponents(invocation, weighting),
          readChoice(invocation, "scope", weighting.scope),
          readChoice(invocation, "normalisation", weighting.normalisation),
          readChoice(invocation, "stages", weighting.stages),
          readChoice(invocation, "shifted-score", weighting.shiftedScore),
          readChoice(invocation, "aggregation", weighting.aggregation),
          readChoice(invocation, "conflict", weighting.conflict),
          readChoice(invocation, "variation-of", weighting.variationOf),
          readChoice(invocation, "combination", weighting.combination),
          readChoice(invocation, "sub-indices", weighting.subIndices),
          readChoice(invocation, "incomplete", weighting.incomplete)}) {
        if (!status) {
            return tl::unexpected(status.error());
        }
    }
    for (const auto& status :
         {checkWeights(invocation, weighting), checkIgnored(invocation, weighting)}) {
        if (!status) {
            return tl::unexpected(status.error());
        }
    }
    return weighting;
}

/// How far the judgements of each matrix agree; empty without any.
std::string consistencyText(const CompositeIndex& index, text::Language language) {
    constexpr text::Bilingual line{"Consistency ratio<< of {of}>>: {ratio}\n",
                                   "一致性比率<<（{of}）>>：{ratio}\n"};
    std::string lines;
    for (const index::WeightSet& set : index.weights) {
        for (const index::HierarchyWeights& matrix : set.hierarchy) {
            lines +=
                text::filled(line, language,
                             {{"of", matrix.of}, {"ratio", shortestText(matrix.consistencyRatio)}});
        }
    }
    return lines.empty() ? lines : '\n' + lines;
}

Output indexOutput(const Invocation& invocation, const Panel& panel, const Weighting& weighting,
                   const CompositeIndex& index) {
    Output output;
    output.warnings = index.warnings;
    if (invocation.format == "json") {
        output.bytes = report::indexJson(panel, weighting, index);
    } else if (invocation.format == "csv") {
        output.bytes = csvText(report::scoreRows(panel, index));
    } else {
        output.bytes =
            alignedText(said(report::weightRows(index), {"direction"}, invocation.language)) +
            QByteArray::fromStdString(consistencyText(index, invocation.language)) + '\n' +
            alignedText(said(report::scoreRows(panel, index), {}, invocation.language));
    }
    return output;
}

Outcome runIndex(const Invocation& invocation) {
    TerminalProgress progress;
    const auto indicators = indicatorsOf(invocation);
    if (!indicators) {
        return tl::unexpected(indicators.error());
    }
    const auto weighting = weightingOf(invocation);
    if (!weighting) {
        return tl::unexpected(weighting.error());
    }
    const auto panel = readRows(invocation, progress);
    if (!panel) {
        return tl::unexpected(panel.error());
    }
    CITYPANEL_CLI_TRY(const CompositeIndex index,
                      compositeIndex(*panel, *indicators, *weighting, progress));
    Output output = indexOutput(invocation, *panel, *weighting, index);
    if (const std::string names = withoutSign(invocation); !names.empty()) {
        output.notices.push_back(text::filled(signWord, invocation.language, {{"names", names}}));
    }
    return output;
}

// NOLINTNEXTLINE(readability-function-size): a table of options
std::vector<Option> options() {
    return {
        {"indicators", "a+,b-,...", {"indicators with their direction", "指标及方向"}},
        {"groups", "G:a,b;H:c", {"dimensions of the indicators", "指标所属维度"}},
        {"method",
         "METHOD",
         {"entropy (default), critic, cv, sd, pca, equal, ahp, topsis, given, combined",
          "entropy（默认）、critic、cv、sd、pca、equal、ahp、topsis、given、combined"}},
        {"weights", "a=W,...", {"given weights", "给定的权重"}},
        {"scope",
         "ROWS",
         {"pooled (default: weights comparable over periods), period",
          "pooled（默认，跨年可比）、period（逐年）"}},
        {"shift",
         "NUMBER",
         {"added to normalised values before the entropy (default 0, with 0 ln 0 = 0)",
          "熵值计算前加到标准化值上的平移量（默认 0，约定 0 ln 0 = 0）"}},
        {"normalisation",
         "RULE",
         {"min_max (default), min_max_99, zscore, vector",
          "min_max（默认）、min_max_99、zscore、vector"}},
        {"stages", "STAGES", {"one_stage (default), two_stage", "one_stage（默认）、two_stage"}},
        {"shifted-score",
         "RULE",
         {"score of values unshifted (default) or shifted",
          "得分所用的值：unshifted（默认，不加平移量）、shifted"}},
        {"aggregation",
         "RULE",
         {"weighted_sum (default), topsis, topsis_vector",
          "weighted_sum（默认）、topsis、topsis_vector"}},
        {"conflict",
         "RULE",
         {"critic: signed_correlation (default), absolute_correlation",
          "critic：signed_correlation（默认）、absolute_correlation"}},
        {"variation-of",
         "VALUES",
         {"cv: normalised_values (default), raw_values",
          "cv：normalised_values（默认）、raw_values"}},
        {"components", "METHOD,...", {"combined: which methods", "combined：参与组合的方法"}},
        {"combination",
         "RULE",
         {"combined: product (default), geometric_mean, arithmetic, game",
          "combined：product（默认）、geometric_mean、arithmetic、game"}},
        {"judgements",
         "G:3,5,1/2;...",
         {"ahp: comparisons above the diagonal, row by row", "ahp：判断矩阵的上三角，逐行给出"}},
        {"sub-indices",
         "RULE",
         {"renormalised (default: weights divided by the dimension's), as_they_are, none",
          "renormalised（默认，维度内归一化）、as_they_are、none"}},
        {"incomplete",
         "RULE",
         {"rows that lack an indicator: exclude (default), refuse",
          "缺少指标值的行：exclude（默认，剔除）、refuse（报错）"}},
        panelOption(),
        whereOption()};
}

} // namespace

const Command& indexCommand() {
    static const Command command{
        "index",
        "DATA",
        {"weights and scores of a composite index", "综合指数的权重与得分"},
        1,
        1,
        options(),
        "text|json|csv",
        "text",
        &runIndex};
    return command;
}

} // namespace citypanel::cli
