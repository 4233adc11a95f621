// SPDX-License-Identifier: GPL-3.0-or-later
// The options of commands that estimate models, and the study column they make.
#pragma once

#include "app/cli/command.h"
#include "core/estimate/estimate.h"
#include "core/study/regression_study.h"

#include <string>
#include <vector>

namespace citypanel::cli {

/// --panel, --where, --vcov, --ssc, --weights, --weight-kind, and `more` after them.
[[nodiscard]] std::vector<Option> modelOptions(std::vector<Option> more = {});

/// What those options say. WrongUsage for a choice that is not there; the problems of --vcov.
[[nodiscard]] tl::expected<EstimateOptions, Failure>
estimateOptionsOf(const Invocation& invocation);

/// The column of a regression table for a formula estimated with these options.
[[nodiscard]] study::RegressionColumn columnOf(const std::string& formula,
                                               const EstimateOptions& options);

/// "--ssc must be one of reghdfe, fixest, ..."
[[nodiscard]] Failure wrongChoice(const Invocation& invocation, std::string_view option,
                                  const std::vector<std::string_view>& names);

/// One of an enum's names as an option's value; WrongUsage names the choices.
template <typename Enum>
tl::expected<Enum, Failure> choiceOf(const Invocation& invocation, std::string_view option,
                                     std::string_view given) {
    if (const auto value = valueOf<Enum>(given)) {
        return *value;
    }
    std::vector<std::string_view> names;
    for (const auto& entry : enumNames(Enum{})) {
        names.push_back(entry.name);
    }
    return tl::unexpected(wrongChoice(invocation, option, names));
}

} // namespace citypanel::cli
