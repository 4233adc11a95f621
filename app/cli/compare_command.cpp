// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli compare: a model for each group, and tests that coefficients are equal.
#include "app/cli/choice.h"
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/model_options.h"
#include "app/cli/parse.h"
#include "app/cli/render.h"
#include "core/estimate/group_comparison.h"
#include "core/panel/number_text.h"
#include "core/report/fit_json.h"
#include "core/study/group_difference.h"
#include "core/text/comparison_tables.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual byWord{"compare needs --by GROUP", "compare 需要 --by 分组变量"};
constexpr text::Bilingual rowWord{
    "“{by}” changes within units: the permutation test deals its labels out to single rows, not to "
    "whole units (--permute row).",
    "“{by}”在个体内部变化：组合检验对单个观测值而不是整个个体重新分组（--permute row）。"};
constexpr text::Bilingual numberWord{" must be a whole number of at least ", " 应为整数，不小于 "};

tl::expected<std::int64_t, Failure> wholeNumber(const Invocation& invocation,
                                                const std::string& option, std::int64_t fallback,
                                                std::int64_t least) {
    const auto given = invocation.value(option);
    if (!given) {
        return fallback;
    }
    const double number = parseNumber(*given).value_or(missingValue);
    // Beyond 2^53 a double no longer holds every whole number.
    const bool isWhole = number == std::floor(number) && std::abs(number) < 9007199254740992.0;
    if (!isWhole || number < static_cast<double>(least)) {
        return tl::unexpected(Failure::wrongUsage("--" + option +
                                                  std::string(numberWord.in(invocation.language)) +
                                                  std::to_string(least)));
    }
    return static_cast<std::int64_t>(number);
}

tl::expected<CompareOptions, Failure> compareOptionsOf(const Invocation& invocation) {
    CompareOptions options;
    if (!invocation.has("by")) {
        return tl::unexpected(Failure::wrongUsage(std::string(byWord.in(invocation.language))));
    }
    const auto estimation = estimateOptionsOf(invocation);
    if (!estimation) {
        return tl::unexpected(estimation.error());
    }
    options.estimate = *estimation;
    if (invocation.has("test")) {
        options.methods.clear();
    }
    for (const std::string& name : splitList(invocation.valueOr("test", {}))) {
        const auto method = choiceOf<GroupTestMethod>(invocation, "test", name);
        if (!method) {
            return tl::unexpected(method.error());
        }
        options.methods.push_back(*method);
    }
    const auto scheme =
        choiceOf<PermutationScheme>(invocation, "permute", invocation.valueOr("permute", "unit"));
    const auto reps = wholeNumber(invocation, "reps", options.reps, 1);
    const auto seed = wholeNumber(invocation, "seed", options.seed, 0);
    if (!scheme) {
        return tl::unexpected(scheme.error());
    }
    if (!reps) {
        return tl::unexpected(reps.error());
    }
    if (!seed) {
        return tl::unexpected(seed.error());
    }
    options.scheme = *scheme;
    options.reps = static_cast<int>(std::min<std::int64_t>(*reps, std::numeric_limits<int>::max()));
    options.seed = *seed;
    options.terms = splitList(invocation.valueOr("terms", {}), ';');
    return options;
}

/// Without --test and --permute a group that changes within units is permuted by row, since labels
/// of whole units cannot be; what was asked for is left to fail with words.
Result<bool> fallsBackToRows(const Invocation& invocation, const Panel& panel) {
    if (invocation.has("test") || invocation.has("permute") || panel.isCrossSection()) {
        return false;
    }
    CITYPANEL_TRY(const Factor factor, factorOf(panel, invocation.valueOr("by", {})));
    return !study::isConstantWithinUnits(panel, factor);
}

Outcome runCompare(const Invocation& invocation) {
    TerminalProgress progress;
    auto options = compareOptionsOf(invocation);
    if (!options) {
        return tl::unexpected(options.error());
    }
    const auto panel = readData(invocation, invocation.arguments[0], progress);
    if (!panel) {
        return tl::unexpected(panel.error());
    }
    const std::string& formulaText = invocation.arguments[1];
    CITYPANEL_CLI_TRY(const ModelFormula formula, parseModelFormula(formulaText));
    std::vector<std::string> notices;
    CITYPANEL_CLI_TRY(const bool byRow, fallsBackToRows(invocation, *panel));
    if (byRow) {
        options->scheme = PermutationScheme::Row;
        notices.push_back(
            text::filled(rowWord, invocation.language, {{"by", invocation.valueOr("by", {})}}));
    }
    CITYPANEL_CLI_TRY(
        const GroupComparison comparison,
        compareGroups(*panel, formula, invocation.valueOr("by", {}), *options, progress));
    if (invocation.format == "json") {
        return Output{.bytes = report::comparisonJson(comparison), .notices = std::move(notices)};
    }
    Outcome output =
        renderTables({text::groupModelsTable(comparison, columnOf(formulaText, options->estimate),
                                             *panel, invocation.language),
                      text::groupTestsTable(comparison, *options, *panel, invocation.language)},
                     invocation);
    if (output) {
        output->notices = std::move(notices);
    }
    return output;
}

} // namespace

const Command& compareCommand() {
    static const Command command{
        "compare",
        "DATA FORMULA",
        {"a model for each group, and tests that coefficients are equal",
         "分组估计同一模型，并检验组间系数差异"},
        2,
        2,
        modelOptions(
            {{"by", "GROUP", {"variable that tells the groups apart", "分组变量"}},
             {"test",
              "a,b,...",
              {"permutation, chow, suest (default: all three)",
               "检验：permutation、chow、suest（默认三种都做）"}},
             {"terms",
              "a;b;...",
              {"coefficients to test (default: all that the groups share)",
               "要检验的系数（默认各组共有的全部系数）"}},
             {"permute",
              "WHAT",
              {"what changes its label in a permutation: unit (default where the group does not "
               "change within units), row",
               "组合检验中重新分组的对象：unit（整个个体，组别在个体内不变时的默认）、row（单个观测"
               "值）"}},
             {"reps", "N", {"permutations (default 1000)", "组合检验的抽样次数（默认 1000）"}},
             {"seed", "N", {"seed of the permutations (default 1)", "随机种子（默认 1）"}}}),
        "text|json|csv|md|tex|html|docx|xlsx|rtf",
        "text",
        &runCompare};
    return command;
}

} // namespace citypanel::cli
