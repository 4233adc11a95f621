// SPDX-License-Identifier: GPL-3.0-or-later
// Explanations put together from a fit, its specification and the panel.
#include "core/text/explanation.h"

#include "core/estimate/formula_columns.h"
#include "core/panel/expression.h"
#include "core/text/explanation_values.h"
#include "core/text/model_commands.h"
#include "core/text/names.h"
#include "core/text/numbers.h"
#include "core/text/pattern.h"
#include "core/text/step_text.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <map>

namespace citypanel::text {

namespace {

/// Rows looked at for the names of files and steps; the counts are of all rows.
constexpr std::size_t originSample = 2000;

std::string count(std::size_t value) {
    return wholeNumber(static_cast<double>(value));
}

class Explainer {
public:
    Explainer(const ExplainedCell& cell, const Panel& panel, const recipe::Recipe& recipe,
              Language language)
        : cell_(cell)
        , fit_(cell.fit)
        , panel_(panel)
        , recipe_(recipe)
        , language_(language)
        , rows_(cell.fit.sample.rows()) {}

    std::vector<ExplanationPart> explain() {
        for (ExplanationPart& part : valueParts(cell_, language_)) {
            parts_.push_back(std::move(part));
        }
        for (ExplanationPart& part : diagnosticParts(cell_, panel_, language_)) {
            parts_.push_back(std::move(part));
        }
        sample();
        effects();
        inputs();
        commands({"Stata", "Stata"}, stataCommands(cell_.column, panel_.keys()));
        commands({"R (fixest: its own small-sample factor)", "R（fixest 采用其自身的小样本修正）"},
                 rCommands(cell_.column, panel_.keys()));
        return std::move(parts_);
    }

private:
    [[nodiscard]] std::string say(const Bilingual& pattern, const Arguments& arguments) const {
        return filled(pattern, language_, arguments);
    }

    ExplanationPart& part(const Bilingual& heading, ExplanationPart::Kind kind) {
        parts_.push_back({std::string(heading.in(language_)), kind, {}});
        return parts_.back();
    }

    void sample() {
        ExplanationPart& said = part({"Sample", "样本"}, ExplanationPart::Kind::Text);
        said.lines.push_back(
            say({"{used} of {all} rows of the data are used.", "数据共 {all} 行，使用 {used} 行。"},
                {{"used", count(fit_.nobs)}, {"all", count(panel_.rowCount())}}));
        for (const ExclusionReason reason :
             {ExclusionReason::Filter, ExclusionReason::Missing, ExclusionReason::Lag,
              ExclusionReason::Singleton, ExclusionReason::Weight}) {
            if (const std::size_t lost = fit_.sample.count(reason); lost > 0) {
                said.lines.push_back(
                    say({"{count} left out: {reason}", "剔除 {count} 行：{reason}"},
                        {{"count", count(lost)}, {"reason", name(reason, language_)}}));
            }
        }
        if (!cell_.column.where.empty()) {
            said.lines.push_back(
                say({"Condition: {where}", "条件：{where}"}, {{"where", cell_.column.where.text}}));
        }
        if (!panel_.isCrossSection() && !rows_.empty()) {
            said.lines.push_back(span());
        }
    }

    [[nodiscard]] std::string span() const {
        std::vector<bool> seen(panel_.unitCount(), false);
        Period first = panel_.periods()[rows_.front()];
        Period last = first;
        for (const std::size_t row : rows_) {
            seen[static_cast<std::size_t>(panel_.unitCodes()[row])] = true;
            first = std::min(first, panel_.periods()[row]);
            last = std::max(last, panel_.periods()[row]);
        }
        const auto units = static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
        return say(
            {"{units} {units?unit|units}, {first} to {last}", "个体 {units} 个，{first} 至 {last}"},
            {{"units", count(units)},
             {"first", std::to_string(first)},
             {"last", std::to_string(last)}});
    }

    void effects() {
        if (fit_.effects.empty()) {
            return;
        }
        ExplanationPart& said = part({"Fixed effects", "固定效应"}, ExplanationPart::Kind::Text);
        for (const AbsorbedEffectCount& effect : fit_.effects) {
            said.lines.push_back(say(
                effect.isNestedInCluster
                    ? Bilingual{"{name}: {levels} levels, nested in the clusters, so none counted",
                                "{name}：{levels} 组，嵌套于聚类，不计自由度"}
                    : Bilingual{"{name}: {levels} levels, {redundant} of them redundant",
                                "{name}：{levels} 组，其中 {redundant} 组冗余"},
                {{"name", effect.name},
                 {"levels", count(effect.levels)},
                 {"redundant", count(effect.redundant)}}));
        }
        said.lines.push_back(say(fit_.dfAbsorbedIsExact
                                     ? Bilingual{"Degrees of freedom absorbed: {counted} by the "
                                                 "convention {ssc}; exact rank {exact}",
                                                 "吸收的自由度：按 {ssc} 惯例为 "
                                                 "{counted}，精确的秩为 {exact}"}
                                     : Bilingual{"Degrees of freedom absorbed: {counted} by the "
                                                 "convention {ssc}; rank {exact} by pairs of "
                                                 "effects, an upper bound",
                                                 "吸收的自由度：按 {ssc} 惯例为 "
                                                 "{counted}，按两两效应计算的秩为 {exact}（上界）"},
                                 {{"counted", count(fit_.dfAbsorbed)},
                                  {"ssc", std::string(nameOf(fit_.ssc))},
                                  {"exact", count(fit_.dfAbsorbedExact)}}));
    }

    void inputs() {
        std::vector<std::string> names = formulaColumns(cell_.column.formula.text);
        for (const std::string& text : {cell_.column.weights.text, cell_.column.where.text}) {
            const Result<Expression> parsed = parseExpression(text);
            for (const std::string& name : parsed ? parsed->variables() : noNames_) {
                names.push_back(name);
            }
        }
        ExplanationPart& said = part({"Inputs", "数据来源"}, ExplanationPart::Kind::Text);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto earlier = names.begin() + static_cast<std::ptrdiff_t>(i);
            const Variable* column = panel_.find(names[i]);
            if (column != nullptr && std::find(names.begin(), earlier, names[i]) == earlier) {
                said.lines.push_back(inputLine(*column));
            }
        }
    }

    [[nodiscard]] std::string inputLine(const Variable& column) const {
        std::map<OriginKind, std::size_t> kinds;
        for (const std::size_t row : rows_) {
            ++kinds[column.origins().kindAt(row)];
        }
        std::string said;
        for (const auto& [kind, number] : kinds) {
            if (kind == OriginKind::Unknown) {
                continue;
            }
            const std::string from = sourcesOf(column, kind);
            said += said.empty() ? "" : language_ == Language::English ? "; " : "；";
            said +=
                say({"{count} {kind}<< ({from})>>", "{count} 个{kind}<<（{from}）>>"},
                    {{"count", count(number)}, {"kind", name(kind, language_)}, {"from", from}});
        }
        return say({"{name}<< ({label})>><<, {unit}>><<: {origins}>>",
                    "{name}<<（{label}）>><<，{unit}>><<：{origins}>>"},
                   {{"name", column.name()},
                    {"label", column.label() == column.name() ? std::string() : column.label()},
                    {"unit", column.unitOfMeasure()},
                    {"origins", said}});
    }

    /// Files, or the sentences of steps, of the values of that kind: at most three.
    [[nodiscard]] std::string sourcesOf(const Variable& column, OriginKind kind) const {
        std::vector<std::string> found;
        const std::size_t stride = std::max<std::size_t>(1, rows_.size() / originSample);
        for (std::size_t i = 0; i < rows_.size() && found.size() < 4; i += stride) {
            if (column.origins().kindAt(rows_[i]) != kind) {
                continue;
            }
            const Origin origin = column.origins().at(rows_[i]);
            const std::string source =
                kind == OriginKind::Observed ? origin.file : stepOf(origin.step);
            if (!source.empty() && std::find(found.begin(), found.end(), source) == found.end()) {
                found.push_back(source);
            }
        }
        if (found.size() > 3) {
            found[3] = "…";
        }
        return listed(found, language_);
    }

    [[nodiscard]] std::string stepOf(const std::string& key) const {
        const std::size_t index = recipe_.indexOf(key);
        if (index >= recipe_.steps.size()) {
            return key;
        }
        std::string sentence = stepSentence(recipe_.steps[index].step, language_);
        for (const std::string_view end : {".", "。"}) {
            if (sentence.size() > end.size() && sentence.ends_with(end)) {
                sentence.resize(sentence.size() - end.size());
            }
        }
        return sentence;
    }

    void commands(const Bilingual& heading, const CommandLines& lines) {
        if (!lines.empty()) {
            part(heading, ExplanationPart::Kind::Command).lines = lines;
        }
    }

    const ExplainedCell& cell_;
    const Fit& fit_;
    const Panel& panel_;
    const recipe::Recipe& recipe_;
    Language language_;
    std::vector<std::size_t> rows_;
    const std::vector<std::string> noNames_{};
    std::vector<ExplanationPart> parts_;
};

} // namespace

std::vector<ExplanationPart> explainCell(const ExplainedCell& cell, const Panel& panel,
                                         const recipe::Recipe& recipe, Language language) {
    return Explainer(cell, panel, recipe, language).explain();
}

} // namespace citypanel::text
