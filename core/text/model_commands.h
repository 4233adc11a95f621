// SPDX-License-Identifier: GPL-3.0-or-later
// The command that estimates a model in Stata and in R.
#pragma once

#include "core/panel/panel.h"
#include "core/study/regression_study.h"

#include <string>
#include <vector>

namespace citypanel::text {

/// Lines to run in order: variables to generate first (terms that are no variables there), the
/// model last. Empty where the formula or the covariance cannot be read.
using CommandLines = std::vector<std::string>;

/// regress, reghdfe, ivreghdfe, xtreg, areg or xtscc, by the convention and the parts of the model.
[[nodiscard]] CommandLines stataCommands(const study::RegressionColumn& column,
                                         const PanelKeys& keys);

/// fixest::feols on a data frame `panel`.
[[nodiscard]] CommandLines rCommands(const study::RegressionColumn& column, const PanelKeys& keys);

} // namespace citypanel::text
