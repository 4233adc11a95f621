// SPDX-License-Identifier: GPL-3.0-or-later
// RankCholesky: Cholesky factor of a positive semidefinite matrix that passes over dependent
// columns.
#pragma once

#include <cstddef>
#include <vector>

namespace citypanel {

/// L L' of the rows and columns kept, in their order: a column whose pivot falls to `tolerance`
/// times its diagonal of reference is dependent on earlier ones and left out, so that solve() gives
/// a solution of every consistent system.
class RankCholesky {
public:
    RankCholesky() = default;
    /// a: size x size, lower triangle by columns; reference: the diagonal to compare pivots with.
    RankCholesky(std::vector<double> a, std::vector<double> reference, double tolerance);

    [[nodiscard]] std::size_t size() const { return isKept_.size(); }

    [[nodiscard]] std::size_t rank() const { return rank_; }

    [[nodiscard]] bool isKept(std::size_t column) const { return isKept_[column]; }

    /// Smallest pivot kept, relative to its reference.
    [[nodiscard]] double smallestPivot() const { return smallestPivot_; }

    /// Replaces `count` right-hand sides (columns of `size`) by solutions; left-out entries are 0.
    void solve(double* rightHandSides, std::size_t count) const;
    /// size x size generalised inverse.
    [[nodiscard]] std::vector<double> inverse() const;

private:
    std::vector<double> factor_;
    std::vector<bool> isKept_;
    std::size_t rank_ = 0;
    double smallestPivot_ = 1.0;
};

} // namespace citypanel
