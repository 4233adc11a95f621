// SPDX-License-Identifier: GPL-3.0-or-later
// The value of a cell as its formula with the numbers in.
#pragma once

#include "core/text/explanation.h"

#include <string>
#include <vector>

namespace citypanel::text {

/// The formula of the row's quantity and, for a coefficient, those of its standard error and test.
[[nodiscard]] std::vector<ExplanationPart> valueParts(const ExplainedCell& cell, Language language);

/// Six significant digits with a real minus sign; "–" where missing.
[[nodiscard]] std::string sixDigits(double value);

/// Variance inflation of the regressors, and everything that is said of instruments; empty where
/// there is neither.
[[nodiscard]] std::vector<ExplanationPart> diagnosticParts(const ExplainedCell& cell,
                                                           const Panel& panel, Language language);

} // namespace citypanel::text
