// SPDX-License-Identifier: GPL-3.0-or-later
// The solvers of Eigen, here alone because each use costs seconds to compile.
#include "core/estimate/symmetric_eigen.h"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

namespace citypanel {

using Eigen::MatrixXd;

SymmetricEigen symmetricEigen(std::span<const double> matrix, std::size_t k) {
    const auto size = static_cast<Eigen::Index>(k);
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(
        MatrixXd(Eigen::Map<const MatrixXd>(matrix.data(), size, size)));
    return {{solver.eigenvalues().begin(), solver.eigenvalues().end()},
            {solver.eigenvectors().reshaped().begin(), solver.eigenvectors().reshaped().end()}};
}

double smallestRoot(std::span<const double> a, std::span<const double> b, std::size_t k) {
    const auto size = static_cast<Eigen::Index>(k);
    const MatrixXd A = Eigen::Map<const MatrixXd>(a.data(), size, size);
    const MatrixXd B = Eigen::Map<const MatrixXd>(b.data(), size, size);
    return Eigen::GeneralizedSelfAdjointEigenSolver<MatrixXd>(A, B, Eigen::EigenvaluesOnly)
        .eigenvalues()
        .minCoeff();
}

} // namespace citypanel
