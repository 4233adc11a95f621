// SPDX-License-Identifier: GPL-3.0-or-later
// Options of models, from words to values.
#include "app/cli/model_options.h"

#include "app/cli/choice.h"
#include "app/cli/data_argument.h"

#include <iterator>
#include <utility>

namespace citypanel::cli {

namespace {

Option vcovOption() {
    return {"vcov",
            "SPEC",
            {"iid, hc1, hc2, hc3, cluster:a, cluster:a,b, dk:LAGS, nw:LAGS (default iid)",
             "标准误：iid、hc1、hc2、hc3、cluster:a、cluster:a,b、dk:滞后阶数、nw:滞后阶数（默认 "
             "iid）"}};
}

Failure wrongVcov(const Invocation& invocation, const std::string& given, const Problem& problem) {
    static constexpr text::Bilingual words{"--vcov must be one of {names}, not “{given}”",
                                           "--vcov 应为 {names} 之一，不能是“{given}”"};
    return wrongUsage(invocation, words, {{"names", problem.expected}, {"given", given}});
}

} // namespace

std::vector<Option> modelOptions(std::vector<Option> more) {
    std::vector<Option> options{
        panelOption(),
        whereOption(),
        vcovOption(),
        {"ssc",
         "RULE",
         {"small-sample convention: reghdfe (default), fixest, xtreg, areg, xtscc",
          "小样本修正惯例：reghdfe（默认）、fixest、xtreg、areg、xtscc"}},
        {"weights", "EXPR", {"weights: a variable or an expression", "权重：变量或表达式"}},
        {"weight-kind",
         "KIND",
         {"analytic (default), frequency, probability",
          "analytic（默认）、frequency、probability"}}};
    std::move(more.begin(), more.end(), std::back_inserter(options));
    return options;
}

tl::expected<EstimateOptions, Failure> estimateOptionsOf(const Invocation& invocation) {
    EstimateOptions options;
    const auto ssc = choiceOf<SmallSample>(invocation, "ssc", invocation.valueOr("ssc", "reghdfe"));
    const auto kind = choiceOf<WeightKind>(invocation, "weight-kind",
                                           invocation.valueOr("weight-kind", "analytic"));
    if (!ssc) {
        return tl::unexpected(ssc.error());
    }
    if (!kind) {
        return tl::unexpected(kind.error());
    }
    const std::string errors = invocation.valueOr("vcov", "iid");
    const auto vcov = parseCovariance(errors);
    if (!vcov) {
        return tl::unexpected(wrongVcov(invocation, errors, vcov.error()));
    }
    if (invocation.has("weight-kind") && !invocation.has("weights")) {
        static constexpr text::Bilingual words{"--weight-kind {kind} needs --weights EXPR",
                                               "--weight-kind {kind} 需要 --weights 表达式"};
        return tl::unexpected(
            wrongUsage(invocation, words, {{"kind", invocation.valueOr("weight-kind", {})}}));
    }
    options.vcov = *vcov;
    options.ssc = *ssc;
    options.weightKind = *kind;
    options.weights = invocation.valueOr("weights", {});
    options.where = invocation.valueOr("where", {});
    return options;
}

tl::expected<Estimator, Failure> estimatorOf(const Invocation& invocation) {
    return choiceOf<Estimator>(invocation, "estimator",
                               invocation.valueOr("estimator", "least_squares"));
}

study::RegressionColumn columnOf(const std::string& formula, const EstimateOptions& options,
                                 Estimator estimator) {
    study::RegressionColumn column;
    column.estimator = estimator;
    column.formula = FormulaText{formula};
    column.vcov = covarianceText(options.vcov);
    column.ssc = options.ssc;
    column.weights = ExpressionText{options.weights};
    column.weightKind = options.weightKind;
    column.where = ExpressionText{options.where};
    return column;
}

} // namespace citypanel::cli
