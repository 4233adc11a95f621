// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli estimate: one model, as JSON or as a table of one column.
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/model_options.h"
#include "app/cli/render.h"
#include "core/report/fit_json.h"
#include "core/study/study.h"

namespace citypanel::cli {

namespace {

Outcome runEstimate(const Invocation& invocation) {
    TerminalProgress progress;
    const std::string& formula = invocation.arguments[1];
    const auto options = estimateOptionsOf(invocation);
    if (!options) {
        return tl::unexpected(options.error());
    }
    const auto estimator = estimatorOf(invocation);
    if (!estimator) {
        return tl::unexpected(estimator.error());
    }
    const auto panel = readData(invocation, invocation.arguments[0], progress);
    if (!panel) {
        return tl::unexpected(panel.error());
    }
    if (invocation.format == "json") {
        CITYPANEL_CLI_TRY(const ModelFormula model, parseModelFormula(formula));
        CITYPANEL_CLI_TRY(const Fit fit, estimateBy(*estimator, *panel, model, *options, progress));
        return Output{report::fitJson(fit), {}};
    }
    const study::RegressionStudy study{.title = {},
                                       .columns = {columnOf(formula, *options, *estimator)}};
    return renderStudy(study, *panel, invocation, progress);
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
        modelOptions({{"estimator",
                       "NAME",
                       {"least_squares (default; two-stage with instruments), re (random effects, "
                        "with Hausman's test), be (between), fd (first differences), liml, gmm2s",
                        "least_squares（默认，有工具变量时为两阶段）、re（随机效应，附 Hausman "
                        "检验）、be（组间）、fd（一阶差分）、liml、gmm2s"}}}),
        "text|json|csv|md|tex|html|docx|xlsx|rtf",
        "text",
        &runEstimate};
    return command;
}

} // namespace citypanel::cli
