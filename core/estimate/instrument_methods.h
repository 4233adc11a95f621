// SPDX-License-Identifier: GPL-3.0-or-later
// LIML and two-step GMM, as steps from two-stage least squares.
#pragma once

#include "core/base/result.h"
#include "core/estimate/covariance_estimator.h"
#include "core/estimate/instrument_tests.h"
#include "core/estimate/least_squares.h"

#include <span>
#include <vector>

namespace citypanel {

struct KClassStep {
    double k = 1.0;
    std::vector<double> coefficients{}; ///< endogenous first
    std::vector<double> bread{};        ///< (X'(I - k M_Z) X)^-1
};

/// LIML: k is the smallest root of |W'M_X W - k W'M_Z W| = 0, W = (outcome, endogenous), M_X and
/// M_Z off the exogenous regressors and off all instruments. Its robust covariance takes P_Z X as
/// regressors of the scores, as Stata's ivreg2 does. stages: the first stages; projected: P_Z X;
/// start: coefficients of two-stage least squares. Problem: MatrixSingular.
/// Anderson and Rubin (1949); Davidson and MacKinnon (1993), 18.5.
[[nodiscard]] Result<KClassStep> limlStep(const InstrumentBlocks& blocks,
                                          std::span<const LeastSquaresSolution> stages,
                                          std::span<const double> projected,
                                          std::span<const double> start);

struct GmmStep {
    std::vector<double> coefficients{}; ///< endogenous first
    std::vector<double> covariance{};   ///< (X'Z S^-1 Z'X)^-1, no small-sample factor
};

/// Efficient two-step GMM: S is the middle matrix of the moments at the residuals of two-stage
/// least squares. Problems: ClustersTooFew when there are no more clusters or periods than moments;
/// MatrixSingular when S is singular for another reason. Hansen (1982); Hayashi (2000), 3.5.
[[nodiscard]] Result<GmmStep> gmmStep(const InstrumentBlocks& blocks,
                                      const CovarianceEstimator& covariance,
                                      std::span<const double> residuals);

} // namespace citypanel
