// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of instruments: underidentification, weakness, overidentification, endogeneity.
#pragma once

#include "core/estimate/covariance_estimator.h"
#include "core/estimate/degrees_of_freedom.h"
#include "core/estimate/fit.h"

#include <cstddef>
#include <span>
#include <vector>

namespace citypanel {

/// Clean (partialled-out, weighted) columns of a model with instruments, each block column by
/// column over n rows.
struct InstrumentBlocks {
    std::size_t rows = 0;
    std::vector<double> outcome{};
    std::vector<double> endogenous{};
    std::vector<double> exogenous{};   ///< the constant's column included
    std::vector<double> instruments{}; ///< excluded instruments
    std::size_t m = 0;                 ///< endogenous
    std::size_t p = 0;                 ///< exogenous
    std::size_t L = 0;                 ///< instruments

    /// Numbers that the F forms of the tests need.
    double n = 0.0;       ///< N
    double counted = 0.0; ///< c of ivreghdfe
};

/// Kleibergen-Paap rk statistics, Anderson's LM, Cragg-Donald's F. Kleibergen and Paap (2006); the
/// normalisation is that of Stata's ranktest.
void rankTests(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
               InstrumentTests& tests);

/// Two-step GMM objective at its minimum: moments (n x q) of y - X b, weighted by the inverse of
/// `weight` (q x q); missing when that matrix is singular.
[[nodiscard]] double gmmObjective(std::span<const double> moments,
                                  std::span<const double> regressors,
                                  std::span<const double> outcome, std::span<const double> weight);

/// Hansen's J (Sargan's when iid) from the residuals of two-stage least squares (weighted);
/// nothing when exactly identified. Hansen (1982), Sargan (1958).
void overidentificationTest(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                            std::span<const double> residuals, InstrumentTests& tests);

/// C statistic: J with the endogenous regressors as instruments of their own minus J without, both
/// with the weights of the former; and, when iid, the Wu-Hausman F. Baum, Schaffer and Stillman
/// (2003, 2007).
void endogeneityTest(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                     InstrumentTests& tests);

/// Effective F of Montiel Olea and Pflueger (2013), one endogenous regressor.
/// firstStageResiduals: n, weighted; factor: small-sample factor of the first stage.
[[nodiscard]] double effectiveF(const InstrumentBlocks& blocks,
                                const CovarianceEstimator& covariance,
                                std::span<const double> firstStageResiduals, double factor);

/// Anderson-Rubin F that all endogenous coefficients are zero, and for one endogenous regressor the
/// set of values b0 at which F(b0) is below its critical value. Scores are linear in b0, so every
/// F(b0) comes from the same three matrices. Anderson and Rubin (1949); robust form as in
/// Chernozhukov and Hansen (2008). factor, dfDenominator: of the first stage; level: of the set.
void andersonRubin(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                   const SandwichRule& rule, double level, InstrumentTests& tests);

} // namespace citypanel
