// SPDX-License-Identifier: GPL-3.0-or-later
// Diagnostics of a model in words: collinearity, strength and validity of instruments.
#include "core/estimate/panel_tests.h"
#include "core/estimate/restrictions.h"
#include "core/text/explanation_values.h"
#include "core/text/pattern.h"
#include "core/text/words.h"

#include <algorithm>
#include <utility>

namespace citypanel::text {

namespace {

/// Values in the design up to which a model is estimated again at once, some 10 ms.
constexpr std::size_t quickSize = 500'000;

/// A variance inflation above this is usually called high.
constexpr double highInflation = 10.0;

ExplanationPart inflation(const ExplainedCell& cell, const Panel& panel, Language language) {
    ExplanationPart part{
        std::string(Bilingual{"Collinearity (VIF)", "共线性（方差膨胀因子VIF）"}.in(language)),
        ExplanationPart::Kind::Text,
        {}};
    const Result<ModelFormula> formula = parseModelFormula(cell.column.formula.text);
    if (!formula || cell.fit.nobs * (cell.fit.terms.size() + 1) > quickSize) {
        return part;
    }
    EstimateOptions options;
    options.weights = cell.column.weights.text;
    options.weightKind = cell.column.weightKind;
    options.where = cell.column.where.text;
    options.ssc = cell.column.ssc;
    NoProgress progress;
    const auto factors = varianceInflation(panel, *formula, options, progress);
    for (const VarianceInflation& factor : factors ? *factors : std::vector<VarianceInflation>{}) {
        static constexpr Bilingual pattern{"{name}: {factor}<< ({high})>>",
                                           "{name}：{factor}<<（{high}）>>"};
        static constexpr Bilingual high{"high", "偏高"};
        part.lines.push_back(
            filled(pattern, language,
                   {{"name", factor.name},
                    {"factor", sixDigits(factor.factor)},
                    {"high", factor.factor > highInflation ? std::string(high.in(language))
                                                           : std::string()}}));
    }
    return part;
}

/// Tests of the errors of a model whose units are effects: variance, serial and cross-sectional
/// correlation. Those that cannot be made are left out.
ExplanationPart errorTests(const ExplainedCell& cell, const Panel& panel, Language language) {
    ExplanationPart part{std::string(Bilingual{"Errors", "误差项检验"}.in(language)),
                         ExplanationPart::Kind::Text,
                         {}};
    const Result<ModelFormula> formula = parseModelFormula(cell.column.formula.text);
    const bool hasUnits =
        std::any_of(cell.fit.effects.begin(), cell.fit.effects.end(),
                    [&](const auto& effect) { return effect.name == panel.keys().unit; });
    if (!formula || !hasUnits || cell.fit.nobs * panel.unitCount() > 4 * quickSize) {
        return part;
    }
    const auto add = [&](const Bilingual& pattern, double statistic, double df, double p) {
        part.lines.push_back(
            filled(pattern, language,
                   {{"value", sixDigits(statistic)}, {"df", sixDigits(df)}, {"p", sixDigits(p)}}));
    };
    if (const auto wald = groupwiseHeteroskedasticity(panel, cell.fit)) {
        add({"Groupwise heteroskedasticity (modified Wald): χ²({df}) = {value}, p = {p}",
             "组间异方差（修正Wald）：χ²({df}) = {value}，p = {p}"},
            wald->statistic, wald->df, wald->pValue);
    }
    EstimateOptions options;
    options.where = cell.column.where.text;
    NoProgress progress;
    if (const auto serial = serialCorrelation(panel, *formula, options, progress)) {
        add({"Serial correlation (Wooldridge): F(1, {df}) = {value}, p = {p}",
             "序列相关（Wooldridge）：F(1, {df}) = {value}，p = {p}"},
            serial->test.statistic, serial->test.dfDenominator, serial->test.pValue);
    }
    if (const auto dependence = crossSectionalDependence(panel, cell.fit)) {
        add({"Cross-sectional dependence (Pesaran CD): z = {value}, p = {p}",
             "截面相关（Pesaran CD）：z = {value}，p = {p}"},
            dependence->statistic, missingValue, dependence->pValue);
    }
    return part;
}

class InstrumentLines {
public:
    InstrumentLines(const InstrumentTests& tests, Language language)
        : tests_(tests), language_(language) {}

    std::vector<std::string> lines() {
        for (const FirstStage& stage : tests_.firstStages) {
            add({"First stage of {name}: F({df1}, {df2}) = {value}, partial R² {r2}",
                 "{name} 的第一阶段：F({df1}, {df2}) = {value}，偏R² {r2}"},
                {{"name", stage.endogenous},
                 {"df1", sixDigits(stage.partialF.df)},
                 {"df2", sixDigits(stage.partialF.dfDenominator)},
                 {"value", sixDigits(stage.partialF.statistic)},
                 {"r2", sixDigits(stage.partialRSquared)}});
        }
        test({"Kleibergen–Paap rk LM", "Kleibergen–Paap rk LM"}, tests_.kpRkLm);
        add({"Kleibergen–Paap rk Wald F = {value}", "Kleibergen–Paap rk Wald F = {value}"},
            {{"value", sixDigits(tests_.kpRkWaldF)}});
        add({"Cragg–Donald F = {value}", "Cragg–Donald F = {value}"},
            {{"value", sixDigits(tests_.craggDonaldF)}});
        if (!isMissing(tests_.effectiveF)) {
            add({"Effective F (Montiel Olea and Pflueger) = {value}",
                 "有效F（Montiel Olea–Pflueger）= {value}"},
                {{"value", sixDigits(tests_.effectiveF)}});
        }
        if (tests_.hansenJ) {
            test(tests_.isSargan ? Bilingual{"Sargan", "Sargan"}
                                 : Bilingual{"Hansen J", "Hansen J"},
                 *tests_.hansenJ);
        }
        test({"Endogeneity (C)", "内生性检验（C）"}, tests_.endogeneityC);
        add({"Anderson–Rubin F = {value}, p = {p}", "Anderson–Rubin F = {value}，p = {p}"},
            {{"value", sixDigits(tests_.andersonRubinF.statistic)},
             {"p", sixDigits(tests_.andersonRubinF.pValue)}});
        confidenceSet();
        return std::move(lines_);
    }

private:
    void add(const Bilingual& pattern, const Arguments& arguments) {
        lines_.push_back(filled(pattern, language_, arguments));
    }

    void test(const Bilingual& name, const TestStatistic& statistic) {
        if (isMissing(statistic.statistic)) {
            return;
        }
        add({"{name}: χ²({df}) = {value}, p = {p}", "{name}：χ²({df}) = {value}，p = {p}"},
            {{"name", std::string(name.in(language_))},
             {"df", sixDigits(statistic.df)},
             {"value", sixDigits(statistic.statistic)},
             {"p", sixDigits(statistic.pValue)}});
    }

    void confidenceSet() {
        std::vector<std::string> intervals;
        for (const auto& [low, high] : tests_.andersonRubinSet) {
            intervals.push_back("[" + sixDigits(low) + ", " + sixDigits(high) + "]");
        }
        if (!intervals.empty()) {
            add({"Anderson–Rubin confidence set: {set}", "Anderson–Rubin置信集：{set}"},
                {{"set", listed(intervals, language_)}});
        }
    }

    const InstrumentTests& tests_;
    Language language_;
    std::vector<std::string> lines_;
};

} // namespace

std::vector<ExplanationPart> diagnosticParts(const ExplainedCell& cell, const Panel& panel,
                                             Language language) {
    std::vector<ExplanationPart> parts;
    if (cell.fit.instruments) {
        parts.push_back({std::string(Bilingual{"Instruments", "工具变量检验"}.in(language)),
                         ExplanationPart::Kind::Text,
                         InstrumentLines(*cell.fit.instruments, language).lines()});
        return parts;
    }
    if (cell.column.estimator != Estimator::LeastSquares) {
        return parts; // the tests below are of least squares with fixed effects
    }
    for (ExplanationPart part :
         {inflation(cell, panel, language), errorTests(cell, panel, language)}) {
        if (!part.lines.empty()) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

} // namespace citypanel::text
