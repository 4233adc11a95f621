// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics that every kind of fit shares: t of a coefficient, Wald tests, choice of columns.
#pragma once

#include "core/estimate/clean_model.h"
#include "core/estimate/fit.h"
#include "core/estimate/least_squares.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace citypanel {

/// t, two-sided p and interval of one coefficient; a variance that is not positive gives missing
/// values.
[[nodiscard]] TermEstimate termEstimate(std::string name, double estimate, double variance,
                                        double df, double level);

/// F = b' V^-1 b / q of the q coefficients `which` of a fit with covariance V (size x size), with
/// (rank of V, dfDenominator) degrees of freedom; missing when q is 0.
[[nodiscard]] TestStatistic waldF(std::span<const double> coefficients,
                                  std::span<const double> covariance,
                                  std::span<const std::size_t> which, double dfDenominator);

/// b' V^-1 b of a q-vector and its q x q covariance, and the rank of V.
struct QuadraticForm {
    double value = 0.0;
    std::size_t rank = 0;
};

[[nodiscard]] QuadraticForm quadraticForm(std::span<const double> vector,
                                          std::span<const double> covariance);

/// A chi-squared test.
[[nodiscard]] TestStatistic chiSquaredTest(double statistic, double df);

/// Regressors that survive: candidates (numbers of columns of the model) without those the effects
/// absorb and those that depend on earlier ones; the others are added to `dropped`.
struct ChosenColumns {
    std::vector<std::size_t> columns{};
    std::vector<double> storage{};    ///< empty where the columns stand together in the model
    std::span<const double> values{}; ///< their clean columns, one after another
    LeastSquares factor{};            ///< of `values`; nothing is dependent any more
};

[[nodiscard]] ChosenColumns chooseColumns(const CleanModel& model,
                                          std::span<const std::size_t> candidates,
                                          std::vector<DroppedTerm>& dropped);

/// DroppedTerm of a dependent column, by the names of `columns`.
[[nodiscard]] DroppedTerm dependentTerm(const CleanModel& model, std::size_t column,
                                        std::span<const std::size_t> with);

} // namespace citypanel
