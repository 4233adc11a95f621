// SPDX-License-Identifier: GPL-3.0-or-later
// Blocked Cholesky without pivoting that leaves dependent columns out.
#include "core/estimate/rank_cholesky.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

using Matrix = Eigen::Map<Eigen::MatrixXd>;
using ConstMatrix = Eigen::Map<const Eigen::MatrixXd>;
constexpr Eigen::Index blockSize = 48;

} // namespace

RankCholesky::RankCholesky(std::vector<double> a, std::vector<double> reference, double tolerance)
    : factor_(std::move(a)), isKept_(reference.size(), true) {
    const auto n = static_cast<Eigen::Index>(reference.size());
    Matrix L(factor_.data(), n, n);
    for (Eigen::Index begin = 0; begin < n; begin += blockSize) {
        const Eigen::Index end = std::min(begin + blockSize, n);
        for (Eigen::Index j = begin; j < end; ++j) {
            auto column = L.col(j).tail(n - j);
            for (Eigen::Index i = begin; i < j; ++i) {
                column.noalias() -= L(j, i) * L.col(i).tail(n - j);
            }
            const double relative = L(j, j) / reference[static_cast<std::size_t>(j)];
            if (!(relative > tolerance)) {
                isKept_[static_cast<std::size_t>(j)] = false;
                L.row(j).head(j).setZero();
                column.setZero();
                L(j, j) = 1.0;
                continue;
            }
            ++rank_;
            smallestPivot_ = std::min(smallestPivot_, relative);
            const double pivot = std::sqrt(L(j, j));
            column /= pivot;
            L(j, j) = pivot;
        }
        const Eigen::Index rest = n - end;
        if (rest > 0) {
            L.bottomRightCorner(rest, rest)
                .selfadjointView<Eigen::Lower>()
                .rankUpdate(L.block(end, begin, rest, end - begin), -1.0);
        }
    }
}

void RankCholesky::solve(double* rightHandSides, std::size_t count) const {
    const auto n = static_cast<Eigen::Index>(size());
    const ConstMatrix L(factor_.data(), n, n);
    Matrix B(rightHandSides, n, static_cast<Eigen::Index>(count));
    const auto clear = [&] {
        for (std::size_t j = 0; rank_ < size() && j < size(); ++j) {
            if (!isKept_[j]) {
                B.row(static_cast<Eigen::Index>(j)).setZero();
            }
        }
    };
    clear();
    L.triangularView<Eigen::Lower>().solveInPlace(B);
    L.triangularView<Eigen::Lower>().transpose().solveInPlace(B);
    clear();
}

std::vector<double> RankCholesky::inverse() const {
    std::vector<double> result(size() * size(), 0.0);
    for (std::size_t j = 0; j < size(); ++j) {
        result[j * size() + j] = 1.0;
    }
    solve(result.data(), size());
    return result;
}

} // namespace citypanel
