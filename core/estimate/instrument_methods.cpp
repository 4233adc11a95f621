// SPDX-License-Identifier: GPL-3.0-or-later
// LIML and two-step GMM.
#include "core/estimate/instrument_methods.h"

#include "core/estimate/symmetric_eigen.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace citypanel {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using Block = Eigen::Map<const MatrixXd>;

constexpr double singularPivot = 1e-12;

Block blockOf(std::span<const double> values, std::size_t rows) {
    const auto n = static_cast<Index>(rows);
    return {values.data(), n, static_cast<Index>(values.size()) / n};
}

MatrixXd joined(const Block& first, const Block& second) {
    MatrixXd all(first.rows(), first.cols() + second.cols());
    all << first, second;
    return all;
}

std::vector<double> valuesOf(const MatrixXd& matrix) {
    return {matrix.data(), matrix.data() + matrix.size()};
}

VectorXd residualsOf(const LeastSquares& regression, const VectorXd& y) {
    const std::vector<double> e =
        regression.solve({y.data(), static_cast<std::size_t>(y.size())}).residuals;
    return Eigen::Map<const VectorXd>(e.data(), y.size());
}

/// A symmetric positive definite matrix scaled to unit diagonal and factorised.
class ScaledCholesky {
public:
    explicit ScaledCholesky(const MatrixXd& a)
        : scale_(a.diagonal().cwiseAbs().cwiseSqrt().cwiseInverse())
        , factor_(scale_.asDiagonal() * a * scale_.asDiagonal()) {}

    [[nodiscard]] bool isRegular() const {
        return scale_.allFinite() && factor_.info() == Eigen::Success &&
               factor_.vectorD().minCoeff() > singularPivot;
    }

    [[nodiscard]] MatrixXd solve(const MatrixXd& b) const {
        return scale_.asDiagonal() * factor_.solve(scale_.asDiagonal() * b);
    }

private:
    VectorXd scale_;
    Eigen::LDLT<MatrixXd> factor_;
};

/// W off the exogenous regressors.
MatrixXd offExogenous(const InstrumentBlocks& blocks, const MatrixXd& W) {
    if (blocks.p == 0) {
        return W;
    }
    MatrixXd result = W;
    const LeastSquares exogenous = LeastSquares::factor(blocks.exogenous, blocks.rows);
    for (Index j = 0; j < W.cols(); ++j) {
        result.col(j) = residualsOf(exogenous, W.col(j));
    }
    return result;
}

Problem singular(std::size_t found, std::size_t expected) {
    return Problem{.code = ProblemCode::MatrixSingular,
                   .found = std::to_string(found),
                   .expected = std::to_string(expected)};
}

} // namespace

Result<KClassStep> limlStep(const InstrumentBlocks& blocks,
                            std::span<const LeastSquaresSolution> stages,
                            std::span<const double> projected, std::span<const double> start) {
    const Block y = blockOf(blocks.outcome, blocks.rows);
    const Block E = blockOf(blocks.endogenous, blocks.rows);
    const Block P = blockOf(projected, blocks.rows);
    const auto m = static_cast<Index>(blocks.m);
    const Index k = P.cols();
    // 1. W'M_X W and W'M_Z W.
    const MatrixXd offX = offExogenous(blocks, joined(y, E));
    MatrixXd offZ(offX.rows(), 1 + m);
    const std::vector<double> all =
        valuesOf(joined(blockOf(blocks.instruments, blocks.rows),
                        Block(blocks.exogenous.data(), y.rows(), static_cast<Index>(blocks.p))));
    offZ.col(0) = residualsOf(LeastSquares::factor(all, blocks.rows), y.col(0));
    for (Index j = 0; j < m; ++j) {
        const std::vector<double>& e = stages[static_cast<std::size_t>(j)].residuals;
        offZ.col(1 + j) = Eigen::Map<const VectorXd>(e.data(), y.rows());
    }
    const VectorXd scale = offZ.colwise().norm().cwiseInverse().transpose();
    const MatrixXd A = scale.asDiagonal() * (offX.transpose() * offX) * scale.asDiagonal();
    const MatrixXd B = scale.asDiagonal() * (offZ.transpose() * offZ) * scale.asDiagonal();
    const Eigen::LDLT<MatrixXd> regular(B);
    if (!scale.allFinite() || regular.info() != Eigen::Success ||
        regular.vectorD().minCoeff() <= singularPivot) {
        return singular(blocks.m, blocks.m + 1);
    }
    KClassStep step;
    step.k = smallestRoot({A.data(), static_cast<std::size_t>(A.size())},
                          {B.data(), static_cast<std::size_t>(B.size())},
                          static_cast<std::size_t>(A.rows()));
    // 2. X'(I - k M_Z) = (P_Z X)' + (1 - k)(M_Z X)'; M_Z X is zero for exogenous regressors. The
    //    step from two-stage least squares solves for a small change.
    MatrixXd T = P;
    T.leftCols(m) += (1.0 - step.k) * offZ.rightCols(m);
    MatrixXd X = P;
    X.leftCols(m) = E;
    const MatrixXd H = T.transpose() * X;
    const ScaledCholesky factor(0.5 * (H + H.transpose()));
    if (!factor.isRegular()) {
        return singular(blocks.m, blocks.m + 1);
    }
    VectorXd b = Eigen::Map<const VectorXd>(start.data(), k);
    for (int refinement = 0; refinement < 2; ++refinement) {
        b += factor.solve(T.transpose() * (y - X * b));
    }
    step.coefficients = valuesOf(b);
    step.bread = valuesOf(factor.solve(MatrixXd::Identity(k, k)));
    return step;
}

Result<GmmStep> gmmStep(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                        std::span<const double> residuals) {
    const Block exogenous(blocks.exogenous.data(), static_cast<Index>(blocks.rows),
                          static_cast<Index>(blocks.p));
    const MatrixXd Z = joined(blockOf(blocks.instruments, blocks.rows), exogenous);
    const MatrixXd X = joined(blockOf(blocks.endogenous, blocks.rows), exogenous);
    const Block y = blockOf(blocks.outcome, blocks.rows);
    const std::vector<double> meat =
        covariance.meat(scoresOf({Z.data(), static_cast<std::size_t>(Z.size())}, residuals));
    const ScaledCholesky S(Block(meat.data(), Z.cols(), Z.cols()));
    if (!S.isRegular()) {
        const std::size_t groups = std::max(covariance.clusterCount(), covariance.periodCount());
        const auto moments = static_cast<std::size_t>(Z.cols());
        Problem problem = singular(groups > 0 ? groups : blocks.rows, moments);
        if (groups > 0 && groups <= moments) {
            problem.code = ProblemCode::ClustersTooFew;
            problem.expected = std::to_string(moments + 1);
        }
        return problem;
    }
    const MatrixXd ZtX = Z.transpose() * X;
    const MatrixXd weighted = S.solve(ZtX); // S^-1 Z'X
    const MatrixXd H = ZtX.transpose() * weighted;
    const ScaledCholesky factor(0.5 * (H + H.transpose()));
    if (!factor.isRegular()) {
        return singular(static_cast<std::size_t>(Z.cols()), static_cast<std::size_t>(X.cols()));
    }
    VectorXd b = VectorXd::Zero(X.cols());
    for (int refinement = 0; refinement < 3; ++refinement) {
        b += factor.solve(weighted.transpose() * (Z.transpose() * (y - X * b)));
    }
    return GmmStep{valuesOf(b), valuesOf(factor.solve(MatrixXd::Identity(X.cols(), X.cols())))};
}

} // namespace citypanel
