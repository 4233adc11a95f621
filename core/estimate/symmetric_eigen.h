// SPDX-License-Identifier: GPL-3.0-or-later
// Eigenvalues of symmetric matrices.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace citypanel {

/// V = vectors diag(values) vectors'.
struct SymmetricEigen {
    std::vector<double> values;  ///< k, ascending
    std::vector<double> vectors; ///< k x k by columns, orthonormal
};

/// Of a symmetric k x k matrix, by columns; its lower triangle is read.
[[nodiscard]] SymmetricEigen symmetricEigen(std::span<const double> matrix, std::size_t k);

/// The smallest root of det(A - root B) = 0, B positive definite; both k x k, symmetric.
[[nodiscard]] double smallestRoot(std::span<const double> a, std::span<const double> b,
                                  std::size_t k);

} // namespace citypanel
