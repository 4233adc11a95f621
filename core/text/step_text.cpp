// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of steps: one overload a kind, so that a step without words does not compile.
#include "core/text/step_text.h"

#include "core/panel/number_text.h"
#include "core/text/names.h"
#include "core/text/numbers.h"
#include "core/text/pattern.h"
#include "core/text/words.h"

#include <map>
#include <variant>

namespace citypanel::text {

namespace {

using namespace recipe;

/// Names in Latin letters have blanks around them, which Chinese ones have not: "人口 的" as
/// "人口的".
std::string withoutBlanksInChinese(const std::string& text) {
    const auto beginsHan = [](char c) { return c >= '\xE4' && c <= '\xE9'; }; // in UTF-8
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isBetween = text[i] == ' ' && i >= 3 && beginsHan(text[i - 3]) &&
                               i + 1 < text.size() && beginsHan(text[i + 1]);
        if (!isBetween) {
            result += text[i];
        }
    }
    return result;
}

/// What every sentence is made with.
struct Speaker {
    Language language;
    std::size_t mostNames = 0; ///< 0: all

    [[nodiscard]] std::string say(const Bilingual& pattern, const Arguments& arguments) const {
        const std::string text = filled(pattern, language, arguments);
        return language == Language::Chinese ? withoutBlanksInChinese(text) : text;
    }

    template <typename T>
    [[nodiscard]] std::string list(const std::vector<T>& items) const {
        std::vector<std::string> texts;
        texts.reserve(items.size());
        for (const auto& item : items) {
            texts.push_back(item);
        }
        if (mostNames == 0 || texts.size() <= mostNames + 1) {
            return listed(texts, language);
        }
        const std::string all = std::to_string(texts.size());
        const std::string more = std::to_string(texts.size() - mostNames);
        std::string names;
        for (std::size_t i = 0; i < mostNames; ++i) {
            names += (i == 0 ? "" : language == Language::Chinese ? "、" : ", ") + texts[i];
        }
        return filled(Bilingual{"{names} and {more} more", "{names} 等 {all} 项"}, language,
                      {{"names", names}, {"more", more}, {"all", all}});
    }

    template <HasEnumNames E>
    [[nodiscard]] std::string option(E value) const {
        return optionLabel(nameOf(value), language);
    }
};

std::string numberOf(double value) {
    return shortestText(value);
}

std::string describe(const FilterStep& s, const Speaker& speaker) {
    std::vector<std::string> periods;
    for (const std::int64_t period : s.dropPeriods) {
        periods.push_back(std::to_string(period));
    }
    return speaker.say(
        {"Keeps rows<< where {condition}>><< from {from}>><< to {to}>><<, without {units}>><<, "
         "without {periods}>>.",
         "保留<<满足 {condition} 的>><<自 {from} 起>><<至 {to} 止>>的样本<<，剔除 {units}>><<，"
         "剔除 {periods} 年>>。"},
        {{"condition", s.condition},
         {"from", s.from ? std::to_string(*s.from) : std::string()},
         {"to", s.to ? std::to_string(*s.to) : std::string()},
         {"units", speaker.list(s.dropUnits)},
         {"periods", speaker.list(periods)}});
}

std::string describe(const CoverageStep& s, const Speaker& speaker) {
    return speaker.say({"Drops units with values in less than {share} of the periods<< for any of "
                        "{variables}>>.",
                        "剔除<<{variables} 中任一变量>>有值年份不足 {share} 的单位。"},
                       {{"share", percentage(s.share)}, {"variables", speaker.list(s.variables)}});
}

std::string describe(const InterpolateStep& s, const Speaker& speaker) {
    return speaker.say(
        {"Fills gaps of<< {variables}>> within each unit: {method}; ends: {ends}<<; gaps of at "
         "most {gap} periods>>.",
         "在各单位内插补<< {variables} >>的缺失值：{method}；首尾：{ends}<<；间隔不超过 {gap} "
         "期>>。"},
        {{"variables", speaker.list(s.variables)},
         {"method", speaker.option(s.method)},
         {"ends", speaker.option(s.ends)},
         {"gap", s.maxGap > 0 ? std::to_string(s.maxGap) : std::string()}});
}

std::string describe(const WinsoriseStep& s, const Speaker& speaker) {
    const bool clips = s.treatment == prepare::TailTreatment::Clip;
    return speaker.say(clips ? Bilingual{"Winsorises<< {variables}>> at {lower}% and {upper}% of "
                                         "{within}.",
                                         "对<< {variables} >>在 {lower}% 和 {upper}% "
                                         "处缩尾（{within}）。"}
                             : Bilingual{"Trims<< {variables}>> at {lower}% and {upper}% of "
                                         "{within}.",
                                         "对<< {variables} >>在 {lower}% 和 {upper}% "
                                         "处截尾（{within}）。"},
                       {{"variables", speaker.list(s.variables)},
                        {"lower", numberOf(s.lower)},
                        {"upper", numberOf(s.upper)},
                        {"within", speaker.option(s.within)}});
}

std::string describe(const CalculateStep& s, const Speaker& speaker) {
    return speaker.say({"{name} = {expression}", "{name} = {expression}"},
                       {{"name", s.name}, {"expression", s.expression}});
}

std::string describe(const RenameStep& s, const Speaker& speaker) {
    return speaker.say({"{variable}<< is called {name}>><<, label {label}>><<, in {unit}>>.",
                        "{variable}<< 改名为 {name}>><<，标签为“{label}”>><<，单位为 {unit}>>。"},
                       {{"variable", s.variable},
                        {"name", s.name},
                        {"label", s.label},
                        {"unit", s.unitOfMeasure}});
}

std::string describe(const DropStep& s, const Speaker& speaker) {
    return speaker.say({"Drops {variables}.", "删除 {variables}。"},
                       {{"variables", speaker.list(s.variables)}});
}

std::string describe(const StandardiseStep& s, const Speaker& speaker) {
    return speaker.say({"Standardises<< {variables}>> ({scale}, {within}).",
                        "标准化<< {variables}>>（{scale}，{within}）。"},
                       {{"variables", speaker.list(s.variables)},
                        {"scale", speaker.option(s.scale)},
                        {"within", speaker.option(s.within)}});
}

std::string describe(const QuantileGroupStep& s, const Speaker& speaker) {
    return speaker.say(
        {"{name}: {groups} {groups?group|groups} by the quantiles of {variable} ({within}).",
         "{name}：按 {variable} 的分位数分为 {groups} 组（{within}）。"},
        {{"name", s.name},
         {"groups", std::to_string(s.groups)},
         {"variable", s.variable},
         {"within", speaker.option(s.within)}});
}

std::string describe(const ValueGroupStep& s, const Speaker& speaker) {
    std::vector<std::string> limits;
    for (const double limit : s.limits) {
        limits.push_back(numberOf(limit));
    }
    return speaker.say(
        {"{name}: groups of {variable} with limits {limits}.",
         "{name}：以 {limits} 为界对 {variable} 分组。"},
        {{"name", s.name}, {"variable", s.variable}, {"limits", speaker.list(limits)}});
}

std::string describe(const ListGroupStep& s, const Speaker& speaker) {
    std::vector<std::string> names;
    for (const auto& [label, values] : s.lists) {
        names.push_back(label);
    }
    return speaker.say(
        {"{name}: groups {names} by lists<< of {variable}>>.",
         "{name}：按<< {variable} 的>>名单分为 {names}。"},
        {{"name", s.name}, {"names", speaker.list(names)}, {"variable", s.variable}});
}

std::string describe(const CrossingStep& s, const Speaker& speaker) {
    return speaker.say({"{name}: the combinations of {first} and {second}.",
                        "{name}：{first} 与 {second} 的交叉分组。"},
                       {{"name", s.name}, {"first", s.first}, {"second", s.second}});
}

std::string describe(const PilotStep& s, const Speaker& speaker) {
    return speaker.say({"{name} is 1 from the start on in {count} {count?unit|units}.",
                        "{name}：{count} 个单位自起始年份起取 1。"},
                       {{"name", s.name}, {"count", std::to_string(s.starts.size())}});
}

std::string describe(const CorrectStep& s, const Speaker& speaker) {
    return speaker.say(
        {"{variable} of {unit} in {period} is<< {value}>><< ({missing})>>: {reason}.",
         "{unit} {period} 年的 {variable} 更正为<< {value}>><<{missing}>>：{reason}。"},
        {{"variable", s.variable},
         {"unit", s.unit},
         {"period", std::to_string(s.period)},
         {"value", s.value ? numberOf(*s.value) : std::string()},
         {"missing", s.value ? std::string() : speaker.say({"missing", "缺失"}, {})},
         {"reason", s.reason}});
}

std::string describe(const ChainGrowthStep& s, const Speaker& speaker) {
    return speaker.say(
        {"{name}: {level}, continued by the growth rates {growth} ({form})<< {backward}>>.",
         "{name}：{level}，以增长率 {growth}（{form}）<<{backward}>>推算。"},
        {{"name", s.name},
         {"level", s.level},
         {"growth", s.growth},
         {"form", speaker.option(s.form)},
         {"backward",
          s.backward ? speaker.say({"in both directions", "向前和向后"}, {}) : std::string()}});
}

std::string describe(const MergeStep& s, const Speaker& speaker) {
    std::vector<std::string> keys(s.on.begin(), s.on.end());
    return speaker.say({"Brings in<< {columns}>> from {source}<<, sheet {sheet}>>, by {keys}.",
                        "按 {keys} 从 {source}<<（工作表 {sheet}）>>并入<< {columns}>>。"},
                       {{"columns", speaker.list(s.take)},
                        {"source", s.source},
                        {"sheet", s.sheet},
                        {"keys", speaker.list(keys)}});
}

std::string describe(const ReshapeStep& s, const Speaker& speaker) {
    std::vector<std::string> periods;
    for (const std::int64_t period : s.periods) {
        periods.push_back(std::to_string(period));
    }
    return speaker.say(
        s.shape == Shape::Wide
            ? Bilingual{"One row a unit: {variables} of {periods} in columns.",
                        "转为宽表：每个单位一行，{variables} 的 {periods} 年各成一列。"}
            : Bilingual{"One row a unit and period: {variables} of {periods} stacked.",
                        "转为长表：每个单位每年一行，堆叠 {variables} 的 {periods} 年数据。"},
        {{"variables", speaker.list(s.variables)}, {"periods", speaker.list(periods)}});
}

std::string describe(const CapitalStockStep& s, const Speaker& speaker) {
    return speaker.say(
        {"{name}: capital by perpetual inventory from {investment}<<, deflated by {index}>>, "
         "depreciation {rate}<< and a table of {table} {table?rate|rates}>>.",
         "{name}：由 {investment} 按永续盘存法计算资本存量<<，以 {index} 平减>>，折旧率 "
         "{rate}<<，另有 "
         "{table} 条分组折旧率>>。"},
        {{"name", s.name},
         {"investment", s.investment},
         {"index", s.priceIndex},
         {"rate",
          s.depreciationColumn.empty() ? percentage(s.depreciation) : s.depreciationColumn.text},
         {"table", s.depreciationColumn.empty() && !s.depreciationTable.empty()
                       ? std::to_string(s.depreciationTable.size())
                       : std::string()}});
}

std::string describe(const DeflateStep& s, const Speaker& speaker) {
    return speaker.say({"{variables} at the prices of {base}, by {index}.",
                        "以 {index} 将 {variables} 折算为 {base} 年价格。"},
                       {{"variables", speaker.list(s.variables)},
                        {"base", std::to_string(s.basePeriod)},
                        {"index", s.priceIndex}});
}

std::string describe(const StandardCoalStep& s, const Speaker& speaker) {
    std::vector<std::string> names;
    for (const EnergyCarrier& carrier : s.carriers) {
        names.push_back(carrier.variable);
    }
    return speaker.say({"{name}: {carriers} in {unit}.", "{name}：{carriers} 折算为{unit}。"},
                       {{"name", s.name},
                        {"carriers", speaker.list(names)},
                        {"unit", speaker.option(s.resultUnit)}});
}

std::string describe(const EfficiencyStep& s, const Speaker& speaker) {
    return speaker.say(
        {"{name}: {model}, returns to scale {returns}, compared with {reference}; {inputs} make "
         "{good}<< and, undesired, {bad}>>.",
         "{name}：{model}，规模报酬{returns}，参照集：{reference}；投入 {inputs}，期望产出 "
         "{good}<<，非期望产出 {bad}>>。"},
        {{"name", s.name},
         {"model", speaker.option(s.model)},
         {"returns", speaker.option(s.returns)},
         {"reference", speaker.option(s.reference)},
         {"inputs", speaker.list(s.inputs)},
         {"good", speaker.list(s.good)},
         {"bad", speaker.list(s.bad)}});
}

std::string describe(const IndexStep& s, const Speaker& speaker) {
    std::vector<std::string> parts;
    for (const index::WeightMethod method : s.components) {
        parts.push_back(speaker.option(method));
    }
    const bool isCombined = s.method == index::WeightMethod::Combined;
    return speaker.say(
        {"{name}: {count} {count?indicator|indicators}, weights by {method}<< of {parts}>> "
         "({scope}, {scale})"
         "<<, shift {shift}>><<; {tuned}>>.",
         "{name}：{count} 个指标，权重：{method}<<（{parts}）>>（{scope}，{scale}）"
         "<<，平移 {shift}>><<；{tuned}>>。"},
        {{"name", s.name},
         {"count", std::to_string(s.indicators.size())},
         {"method", speaker.option(s.method)},
         {"parts", isCombined ? listed(parts, speaker.language) : std::string()},
         {"scope", speaker.option(s.scope)},
         {"scale", speaker.option(s.normalisation)},
         {"shift", s.shift > 0 ? numberOf(s.shift) : std::string()},
         {"tuned", s.tuned ? speaker.say({"tuned by hand", "经人工调整"}, {}) : std::string()}});
}

std::string describe(const PredictStep& s, const Speaker& speaker) {
    std::vector<std::string> names;
    for (const NewColumnName* name : {&s.fitted, &s.residual, &s.withinFitted, &s.effects}) {
        if (!name->empty()) {
            names.push_back(name->text);
        }
    }
    return speaker.say({"{names} from the model {formula}<<, rows with {where}>><<, weighted by "
                        "{weights}>>.",
                        "由模型 {formula} 得到 {names}<<，样本限于 {where}>><<，以 {weights} "
                        "加权>>。"},
                       {{"names", speaker.list(names)},
                        {"formula", s.formula},
                        {"where", s.where},
                        {"weights", s.weights}});
}

std::string describe(const UnknownStep& s, const Speaker& speaker) {
    return speaker.say({"A step “{name}” of a newer version; it is kept and cannot run here.",
                        "新版本的步骤“{name}”；已保留，但在此无法运行。"},
                       {{"name", s.name}});
}

/// The words for how a value among several was chosen (sheets::decidedBy).
std::string joiningRule(const std::string& rule, Language language) {
    static const std::map<std::string, Bilingual> words{
        {"first", {"the first source", "取第一个来源"}},
        {"newer", {"the newer source", "取较新的来源"}},
        {"mean", {"the mean of the sources", "取各来源的均值"}},
        {"missing", {"undecided, left missing", "尚未决定，作缺失处理"}},
        {"decision", {"by hand", "人工选定"}}};
    const auto found = words.find(rule);
    return found == words.end() ? rule : std::string(found->second.in(language));
}

} // namespace

std::string stepSentence(const Step& step, Language language, std::size_t mostNames) {
    return std::visit(
        [&](const auto& s) {
            return describe(s, Speaker{language, mostNames});
        },
        step);
}

std::string originSentence(const Origin& origin, Language language) {
    if (origin.kind == OriginKind::Unknown) {
        return {};
    }
    if (origin.kind == OriginKind::Observed) {
        return filled(
            Bilingual{"Read from {file}<<, sheet {sheet}>><<, cell {cell}>>.",
                      "读自 {file}<<，工作表“{sheet}”>><<，单元格 {cell}>>。"},
            language,
            {{"file", origin.file},
             {"sheet", origin.sheet},
             {"cell", origin.row < 0 ? std::string() : cellName(origin.row, origin.column)}});
    }
    if (origin.kind == OriginKind::Joined) {
        return filled(
            Bilingual{"{kind}<< ({rule})>><<: {file}>><<, sheet {sheet}>><<, cell {cell}>>.",
                      "{kind}<<（{rule}）>><<：{file}>><<，工作表“{sheet}”>><<，单元格 {cell}>>。"},
            language,
            {{"kind", capitalised(name(origin.kind, language))},
             {"rule", joiningRule(origin.step, language)},
             {"file", origin.file},
             {"sheet", origin.sheet},
             {"cell", origin.row < 0 ? std::string() : cellName(origin.row, origin.column)}});
    }
    return filled(Bilingual{"{kind}<< by step {step}>>.", "{kind}<<（步骤 {step}）>>。"}, language,
                  {{"kind", capitalised(name(origin.kind, language))}, {"step", origin.step}});
}

} // namespace citypanel::text
