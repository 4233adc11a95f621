// SPDX-License-Identifier: GPL-3.0-or-later
// Tail probabilities and quantiles of the distributions that tests use (Boost.Math).
#pragma once

namespace citypanel {

// All return NaN when an argument is not finite or a number of degrees of freedom is not positive.

/// P(|T| > |t|) with df degrees of freedom.
[[nodiscard]] double studentTwoSided(double t, double df);
/// q with P(T <= q) = p.
[[nodiscard]] double studentQuantile(double p, double df);
/// P(F > f).
[[nodiscard]] double fisherUpperTail(double f, double df1, double df2);
/// q with P(F <= q) = p.
[[nodiscard]] double fisherQuantile(double p, double df1, double df2);
/// P(chi2 > x).
[[nodiscard]] double chiSquaredUpperTail(double x, double df);
/// P(|Z| > |z|) of the standard normal.
[[nodiscard]] double normalTwoSided(double z);
/// P(Z <= z).
[[nodiscard]] double normalLowerTail(double z);
/// q with P(Z <= q) = p.
[[nodiscard]] double normalQuantile(double p);

} // namespace citypanel
