// SPDX-License-Identifier: GPL-3.0-or-later
// The options of commands that estimate models, and the study column they make.
#pragma once

#include "app/cli/command.h"
#include "core/estimate/estimator.h"
#include "core/study/regression_study.h"

#include <string>
#include <vector>

namespace citypanel::cli {

/// --panel, --where, --vcov, --ssc, --weights, --weight-kind, and `more` after them.
[[nodiscard]] std::vector<Option> modelOptions(std::vector<Option> more = {});

/// What those options say. Failure: WrongUsage for a choice that is
/// not there, --vcov among them.
[[nodiscard]] tl::expected<EstimateOptions, Failure>
estimateOptionsOf(const Invocation& invocation);

/// --estimator; least squares without it. Failure: WrongUsage.
[[nodiscard]] tl::expected<Estimator, Failure> estimatorOf(const Invocation& invocation);

/// The column of a regression table for a formula estimated with these options.
[[nodiscard]] study::RegressionColumn columnOf(const std::string& formula,
                                               const EstimateOptions& options,
                                               Estimator estimator = Estimator::LeastSquares);

} // namespace citypanel::cli
