// SPDX-License-Identifier: GPL-3.0-or-later
// Kleibergen-Paap, Cragg-Donald, Hansen, C and effective F statistics.
#include "core/estimate/instrument_tests.h"

#include "core/estimate/distributions.h"
#include "core/estimate/inference.h"
#include "core/estimate/least_squares.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <Eigen/LU>
#include <Eigen/SVD>

#include <algorithm>
#include <cmath>

namespace citypanel {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using Block = Eigen::Map<const MatrixXd>;

/// Smallest ratio of singular values at which a matrix of moments counts as regular.
constexpr double singularRatio = 1e-13;

Block block(std::span<const double> values, std::size_t rows) {
    const auto n = static_cast<Eigen::Index>(rows);
    return {values.data(), n, static_cast<Eigen::Index>(values.size()) / n};
}

/// Columns of `values` with the exogenous regressors taken out.
MatrixXd partialled(std::span<const double> values, const InstrumentBlocks& blocks) {
    MatrixXd result = block(values, blocks.rows);
    if (blocks.p == 0) {
        return result;
    }
    const LeastSquares exogenous = LeastSquares::factor(blocks.exogenous, blocks.rows);
    for (Eigen::Index j = 0; j < result.cols(); ++j) {
        const std::vector<double> residuals =
            exogenous.solve({result.col(j).data(), blocks.rows}).residuals;
        result.col(j) = Eigen::Map<const VectorXd>(residuals.data(), result.rows());
    }
    return result;
}

std::vector<double> stacked(std::initializer_list<const std::vector<double>*> parts) {
    std::vector<double> all;
    for (const std::vector<double>* part : parts) {
        all.insert(all.end(), part->begin(), part->end());
    }
    return all;
}

/// Scores e_i z_ij of one residual-like column and the columns of Z, which must outlive them.
Scores productScores(const VectorXd& e, const MatrixXd& Z) {
    return scoresOf({Z.data(), static_cast<std::size_t>(Z.size())},
                    {e.data(), static_cast<std::size_t>(e.size())});
}

/// (sum s)' M^-1 (sum s) for scores of one column times Z, M their middle matrix.
double scoreStatistic(const VectorXd& sum, const VectorXd& e, const MatrixXd& Z,
                      const CovarianceEstimator& covariance) {
    const std::vector<double> meat = covariance.meat(productScores(e, Z));
    return quadraticForm({sum.data(), static_cast<std::size_t>(sum.size())}, meat).value;
}

/// The factor from a chi-squared rank statistic to its F form.
double waldScale(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance) {
    const double left = blocks.n - static_cast<double>(blocks.p + blocks.L) - blocks.counted;
    const auto L = static_cast<double>(blocks.L);
    const auto groups =
        static_cast<double>(std::max(covariance.clusterCount(), covariance.periodCount()));
    if (groups == 0.0) {
        return left / blocks.n / L;
    }
    return left / (blocks.n - 1.0) * (groups - 1.0) / groups / L;
}

} // namespace

void rankTests(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
               InstrumentTests& tests) {
    const MatrixXd E = partialled(blocks.endogenous, blocks);
    const MatrixXd Z = partialled(blocks.instruments, blocks);
    const Eigen::Index m = E.cols();
    const Eigen::Index rest = Z.cols() - m + 1;
    // 1. Canonical correlations: singular values of G^-1 Z'E H^-T, G G' = Z'Z, H H' = E'E.
    const Eigen::LLT<MatrixXd> G(Z.transpose() * Z);
    const Eigen::LLT<MatrixXd> H(E.transpose() * E);
    MatrixXd theta = G.matrixL().solve(Z.transpose() * E);
    theta = H.matrixL().solve(theta.transpose()).transpose().eval();
    const Eigen::JacobiSVD<MatrixXd> svd(theta, Eigen::ComputeFullU | Eigen::ComputeFullV);
    const double r2 = std::min(1.0, std::pow(svd.singularValues()(m - 1), 2));
    const auto df = static_cast<double>(rest);
    const double left = blocks.n - static_cast<double>(blocks.p + blocks.L) - blocks.counted;
    const double minimum = r2 / (1.0 - r2);
    tests.andersonLm = chiSquaredTest(blocks.n * r2, df);
    tests.craggDonaldF = minimum * left / static_cast<double>(blocks.L);
    if (covariance.isIid()) {
        tests.kpRkLm = tests.andersonLm;
        tests.kpRkWald = chiSquaredTest(blocks.n * minimum, df);
        tests.kpRkWaldF = tests.craggDonaldF;
        return;
    }
    // 2. The part of theta that vanishes under the null: lambda = U2' theta v2, whose scores are
    //    products of the rotated columns e* = E H^-T v2 and Z* = Z G^-T U2.
    const VectorXd v = svd.matrixV().rightCols(1);
    const MatrixXd U = svd.matrixU().rightCols(rest);
    const VectorXd direction = H.matrixL().transpose().solve(v);
    const VectorXd e = E * direction;
    const MatrixXd rotated = Z * G.matrixL().transpose().solve(U);
    const VectorXd sum = rotated.transpose() * e;
    tests.kpRkLm = chiSquaredTest(scoreStatistic(sum, e, rotated, covariance), df);
    const VectorXd residual = e - Z * G.solve(Z.transpose() * e);
    tests.kpRkWald = chiSquaredTest(scoreStatistic(sum, residual, rotated, covariance), df);
    tests.kpRkWaldF = tests.kpRkWald.statistic * waldScale(blocks, covariance);
}

double gmmObjective(std::span<const double> moments, std::span<const double> regressors,
                    std::span<const double> outcome, std::span<const double> weight) {
    const std::size_t rows = outcome.size();
    const Block M = block(moments, rows);
    const Block X = block(regressors, rows);
    const Block y = block(outcome, rows);
    const Eigen::Index q = M.cols();
    // Scaling every moment by its own standard error keeps the inverse accurate.
    const Block given(weight.data(), q, q);
    const VectorXd scale = given.diagonal().cwiseAbs().cwiseSqrt().cwiseInverse();
    const MatrixXd W = scale.asDiagonal() * given * scale.asDiagonal();
    const Eigen::JacobiSVD<MatrixXd> svd(W, Eigen::ComputeFullU | Eigen::ComputeFullV);
    if (!scale.allFinite() ||
        svd.singularValues()(q - 1) <= singularRatio * svd.singularValues()(0)) {
        return missingValue;
    }
    const MatrixXd MX = scale.asDiagonal() * (M.transpose() * X);
    const VectorXd My = scale.asDiagonal() * (M.transpose() * y);
    const MatrixXd inverseMX = svd.solve(MX);
    const VectorXd columnScale =
        MX.colwise().norm().cwiseInverse().transpose(); // regressors differ widely in size
    const MatrixXd A =
        columnScale.asDiagonal() * (MX.transpose() * inverseMX) * columnScale.asDiagonal();
    VectorXd b = VectorXd::Zero(X.cols());
    for (int step = 0; step < 2; ++step) {
        const VectorXd g = My - MX * b;
        b += columnScale.cwiseProduct(
            A.fullPivLu().solve(columnScale.cwiseProduct(inverseMX.transpose() * g)));
    }
    const VectorXd g = My - MX * b;
    return g.dot(svd.solve(g));
}

namespace {

/// Weight of moments M (n x q) at residuals e: their middle matrix, or s^2 M'M when iid.
std::vector<double> momentWeight(std::span<const double> moments, std::span<const double> residuals,
                                 double n, const CovarianceEstimator& covariance) {
    if (!covariance.isIid()) {
        return covariance.meat(scoresOf(moments, residuals));
    }
    const Block M = block(moments, residuals.size());
    const Eigen::Map<const VectorXd> e(residuals.data(), M.rows());
    const MatrixXd weight = M.transpose() * M * (e.squaredNorm() / n);
    return {weight.data(), weight.data() + weight.size()};
}

} // namespace

void overidentificationTest(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                            std::span<const double> residuals, InstrumentTests& tests) {
    if (blocks.L <= blocks.m) {
        return;
    }
    const std::vector<double> moments = stacked({&blocks.instruments, &blocks.exogenous});
    const std::vector<double> regressors = stacked({&blocks.endogenous, &blocks.exogenous});
    const std::vector<double> weight = momentWeight(moments, residuals, blocks.n, covariance);
    tests.hansenJ = chiSquaredTest(gmmObjective(moments, regressors, blocks.outcome, weight),
                                   static_cast<double>(blocks.L - blocks.m));
    tests.isSargan = covariance.isIid();
}

void endogeneityTest(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                     InstrumentTests& tests) {
    const std::vector<double> regressors = stacked({&blocks.endogenous, &blocks.exogenous});
    const LeastSquares ordinary = LeastSquares::factor(regressors, blocks.rows);
    if (!ordinary.dependent().empty()) {
        return;
    }
    const LeastSquaresSolution solution = ordinary.solve(blocks.outcome);
    const std::vector<double> restricted = stacked({&blocks.instruments, &blocks.exogenous});
    const std::vector<double> all =
        stacked({&blocks.instruments, &blocks.exogenous, &blocks.endogenous});
    const std::vector<double> weight = momentWeight(all, solution.residuals, blocks.n, covariance);
    const std::size_t size = blocks.L + blocks.p + blocks.m;
    std::vector<double> corner;
    for (std::size_t i = 0; i < size - blocks.m; ++i) {
        for (std::size_t j = 0; j < size - blocks.m; ++j) {
            corner.push_back(weight[i * size + j]);
        }
    }
    const double with = gmmObjective(all, regressors, blocks.outcome, weight);
    const double without = gmmObjective(restricted, regressors, blocks.outcome, corner);
    tests.endogeneityC = chiSquaredTest(with - without, static_cast<double>(blocks.m));
    if (!covariance.isIid()) {
        return;
    }
    // Wu-Hausman: the first-stage residuals as further regressors.
    const LeastSquares first = LeastSquares::factor(restricted, blocks.rows);
    std::vector<double> augmented = regressors;
    for (std::size_t j = 0; j < blocks.m; ++j) {
        const std::vector<double> residuals = first
                                                  .solve(std::span<const double>(blocks.endogenous)
                                                             .subspan(j * blocks.rows, blocks.rows))
                                                  .residuals;
        augmented.insert(augmented.end(), residuals.begin(), residuals.end());
    }
    const double rss = LeastSquares::factor(augmented, blocks.rows).solve(blocks.outcome).rss;
    const auto m = static_cast<double>(blocks.m);
    const double left = blocks.n - 2.0 * m - static_cast<double>(blocks.p) - blocks.counted;
    TestStatistic test{(solution.rss - rss) / m / (rss / left), m, left, missingValue};
    test.pValue = fisherUpperTail(test.statistic, m, left);
    tests.wuHausmanF = test;
}

double effectiveF(const InstrumentBlocks& blocks, const CovarianceEstimator& covariance,
                  std::span<const double> firstStageResiduals, double factor) {
    if (blocks.m != 1) {
        return missingValue;
    }
    const MatrixXd E = partialled(blocks.endogenous, blocks);
    const MatrixXd Z = partialled(blocks.instruments, blocks);
    const Eigen::LLT<MatrixXd> ZZ(Z.transpose() * Z);
    const VectorXd ZE = Z.transpose() * E;
    const VectorXd v = Eigen::Map<const VectorXd>(firstStageResiduals.data(), Z.rows());
    MatrixXd middle;
    if (covariance.isIid()) {
        const double left = blocks.n - static_cast<double>(blocks.p + blocks.L) - blocks.counted;
        middle = Z.transpose() * Z * (v.squaredNorm() / left);
    } else {
        const std::vector<double> meat = covariance.meat(productScores(v, Z));
        middle = Block(meat.data(), Z.cols(), Z.cols()) * factor;
    }
    return ZE.dot(ZZ.solve(ZE)) / ZZ.solve(middle).trace();
}

} // namespace citypanel
