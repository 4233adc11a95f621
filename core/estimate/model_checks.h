// SPDX-License-Identifier: GPL-3.0-or-later
// What a model's formula and options must not ask for, seen before anything is computed.
#pragma once

#include "core/base/result.h"
#include "core/estimate/covariance.h"
#include "core/estimate/model_formula.h"

#include <cstddef>

namespace citypanel {

/// The outcome is no regressor, and an instrumented regressor is not exogenous as well. Problem:
/// MatrixSingular naming the term ("y ~ y", "x | x").
[[nodiscard]] Status checkRoles(const ModelFormula& formula);

/// Lags of Driscoll-Kraay and Newey-West are fewer than the periods that there are, as ivreg2 asks
/// for. Problem: OptionInvalid naming `dk` or `nw`.
[[nodiscard]] Status checkLags(const CovarianceSpec& vcov, std::size_t periods);

} // namespace citypanel
