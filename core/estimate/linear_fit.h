// SPDX-License-Identifier: GPL-3.0-or-later
// LinearFit: coefficients and covariance of a cleaned model by least squares, before they are
// named.
#pragma once

#include "core/estimate/clean_model.h"
#include "core/estimate/covariance_estimator.h"
#include "core/estimate/degrees_of_freedom.h"
#include "core/estimate/inference.h"

#include <span>
#include <vector>

namespace citypanel {

/// Least squares of one clean column on others: what the covariance needs.
struct LinearFit {
    std::vector<double> coefficients{};
    std::vector<double> bread{};     ///< (X'X)^-1
    std::vector<double> residuals{}; ///< n, weighted: sqrt(w) e
    double rss = 0.0;
};

/// Leverages of the full model (effects included) for hc2 and hc3; empty for the other kinds.
/// regressors: clean columns; bread: their (X'X)^-1. Problem: ConventionUnsupported.
[[nodiscard]] Result<std::vector<double>> leveragesFor(const CovarianceSpec& spec,
                                                       const CleanModel& model,
                                                       std::span<const double> regressors,
                                                       std::span<const double> bread);

/// Covariance of the coefficients with the small-sample factor applied.
struct CoefficientCovariance {
    std::vector<double> values{}; ///< q x q
    bool wasRepaired = false;
};

/// What a sandwich is made of.
struct SandwichParts {
    Scores scores{};                     ///< clean regressors and weighted residuals
    std::span<const double> bread{};     ///< k x k
    std::span<const double> leverages{}; ///< hc2, hc3: n; else empty
    double rss = 0.0;
};

/// Divisor and factor by the convention. Negative eigenvalues of multiway clusters are set to zero
/// when `repairs`.
[[nodiscard]] CoefficientCovariance coefficientCovariance(const CovarianceEstimator& covariance,
                                                          SandwichParts parts,
                                                          const DegreesOfFreedom& df, bool repairs);

/// Coefficients with the model's columns they belong to.
struct Slopes {
    std::span<const std::size_t> columns;
    std::span<const double> coefficients;
};

/// Puts names, statistics and sums into a Fit.
void fillTerms(const CleanModel& model, const Slopes& estimated,
               const CoefficientCovariance& covariance, const DegreesOfFreedom& df, double level,
               Fit& fit);

/// Sample, effects, clusters and df: what is known of a fit besides its coefficients.
void fillCounts(const CleanModel& model, const CovarianceEstimator& covariance,
                const DegreesOfFreedom& df, const EstimateOptions& options, Fit& fit);

/// e = residual of unweighted data from weighted ones.
[[nodiscard]] std::vector<double> unweighted(std::vector<double> residuals,
                                             std::span<const double> weights);

/// Ordinary (weighted) least squares with absorbed effects.
[[nodiscard]] Result<Fit> fitLeastSquares(const CleanModel& model, const Panel& panel,
                                          const ModelFormula& formula,
                                          const EstimateOptions& options);

/// Two-stage least squares, LIML or GMM with its tests.
[[nodiscard]] Result<Fit> fitTwoStage(const CleanModel& model, const ModelFormula& formula,
                                      const EstimateOptions& options);

} // namespace citypanel
