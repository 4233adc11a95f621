// SPDX-License-Identifier: GPL-3.0-or-later
// Critical values for weak instruments.
#pragma once

#include "core/estimate/fit.h"

#include <cstddef>

namespace citypanel {

/// Critical values of the Cragg-Donald F for maximal size of a nominal 5 % Wald test and for
/// maximal relative bias of two-stage least squares; empty where the tables have no entry (more
/// than two, for bias three, endogenous regressors; more than 100 instruments). Stock and Yogo
/// (2005), tables 5.1 and 5.2.
[[nodiscard]] StockYogo stockYogo(std::size_t endogenous, std::size_t instruments);

} // namespace citypanel
