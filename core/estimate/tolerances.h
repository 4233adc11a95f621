// SPDX-License-Identifier: GPL-3.0-or-later
// Relative tolerances that more than one estimator decides by.
#pragma once

namespace citypanel {

/// Share of its norm below which a column depends on the columns before it.
constexpr double absorbedShare = 1e-9;
/// Test statistics of draws that are this close, relatively, are equal.
constexpr double tieShare = 1e-9;

} // namespace citypanel
