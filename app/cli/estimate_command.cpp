// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli estimate: one model, as JSON or as a table of one column.
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/render.h"
#include "core/estimate/estimate.h"
#include "core/report/fit_json.h"
#include "core/study/study.h"

namespace citypanel::cli {

namespace {

constexpr text::Bilingual smallSampleWord{
    "--ssc must be one of reghdfe, fixest, xtreg, areg, xtscc",
    "--ssc 应为 reghdfe、fixest、xtreg、areg、xtscc 之一"};
constexpr text::Bilingual weightKindWord{
    "--weight-kind must be one of analytic, frequency, probability",
    "--weight-kind 应为 analytic、frequency、probability 之一"};

tl::expected<EstimateOptions, Failure> optionsOf(const Invocation& invocation) {
    EstimateOptions options;
    CITYPANEL_CLI_TRY(options.vcov, parseCovariance(invocation.valueOr("vcov", "iid")));
    const auto ssc = valueOf<SmallSample>(invocation.valueOr("ssc", "reghdfe"));
    if (!ssc) {
        return tl::unexpected(
            Failure::wrongUsage(std::string(smallSampleWord.in(invocation.language))));
    }
    const auto kind = valueOf<WeightKind>(invocation.valueOr("weight-kind", "analytic"));
    if (!kind) {
        return tl::unexpected(
            Failure::wrongUsage(std::string(weightKindWord.in(invocation.language))));
    }
    options.ssc = *ssc;
    options.weightKind = *kind;
    options.weights = invocation.valueOr("weights", {});
    options.where = invocation.valueOr("where", {});
    return options;
}

study::RegressionStudy studyOf(const std::string& formula, const EstimateOptions& options) {
    study::RegressionColumn column;
    column.formula = FormulaText{formula};
    column.vcov = covarianceText(options.vcov);
    column.ssc = options.ssc;
    column.weights = ExpressionText{options.weights};
    column.weightKind = options.weightKind;
    column.where = ExpressionText{options.where};
    return {.title = {}, .columns = {column}};
}

Outcome run(const Invocation& invocation) {
    TerminalProgress progress;
    const std::string& formula = invocation.arguments[1];
    const auto options = optionsOf(invocation);
    if (!options) {
        return tl::unexpected(options.error());
    }
    const auto panel = readData(invocation, invocation.arguments[0], progress);
    if (!panel) {
        return tl::unexpected(panel.error());
    }
    if (invocation.format == "json") {
        CITYPANEL_CLI_TRY(const Fit fit, estimate(*panel, formula, *options, progress));
        return Output{report::fitJson(fit), {}};
    }
    return renderStudy(studyOf(formula, *options), *panel, invocation, progress);
}

} // namespace

const Command& estimateCommand() {
    static const Command command{
        "estimate",
        "DATA FORMULA",
        {"estimates one model: 'y ~ x1 + x2 | city + year | endogenous ~ instruments'",
         "估计一个模型：'y ~ x1 + x2 | city + year | 内生变量 ~ 工具变量'"},
        2,
        2,
        {panelOption(),
         whereOption(),
         {"vcov",
          "SPEC",
          {"iid, hc1, hc2, hc3, cluster:a, cluster:a,b, dk:LAGS, nw:LAGS (default iid)",
           "标准误：iid、hc1、hc2、hc3、cluster:a、cluster:a,b、dk:滞后阶数、nw:滞后阶数（默认 "
           "iid）"}},
         {"ssc",
          "RULE",
          {"small-sample convention: reghdfe (default), fixest, xtreg, areg, xtscc",
           "小样本修正惯例：reghdfe（默认）、fixest、xtreg、areg、xtscc"}},
         {"weights", "EXPR", {"weights: a variable or an expression", "权重：变量或表达式"}},
         {"weight-kind",
          "KIND",
          {"analytic (default), frequency, probability",
           "analytic（默认）、frequency、probability"}}},
        "text|json|csv|md|tex|html|docx|xlsx|rtf",
        "text",
        &run};
    return command;
}

} // namespace citypanel::cli
