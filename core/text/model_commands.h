// SPDX-License-Identifier: GPL-3.0-or-later
// The command that estimates a model in Stata and in R.
#pragma once

#include "core/estimate/model_formula.h"
#include "core/panel/panel.h"
#include "core/study/regression_study.h"

#include <string>
#include <vector>

namespace citypanel::text {

/// Lines to run in order: variables to generate first (terms that are no variables there), the
/// model last. Empty where the formula or the covariance cannot be read.
using CommandLines = std::vector<std::string>;

/// regress, reghdfe, ivreg2, ivreghdfe, xtreg, areg or xtscc, by the estimator, the convention and
/// the parts of the model.
[[nodiscard]] CommandLines stataCommands(const study::RegressionColumn& column,
                                         const PanelKeys& keys);

/// On a data frame `panel`: fixest::feols; lm and sandwich for HC2 and HC3, whose leverages include
/// the effects; plm for what it has of random effects, between and first differences. Else empty.
[[nodiscard]] CommandLines rCommands(const study::RegressionColumn& column, const PanelKeys& keys);

/// Whether a regressor is the levels of a variable, which has no first differences elsewhere.
[[nodiscard]] bool hasLevelTerms(const ModelFormula& formula);

} // namespace citypanel::text
