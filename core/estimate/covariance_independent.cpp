// SPDX-License-Identifier: GPL-3.0-or-later
// Middle of the sandwich for rows that are independent of each other.
#include "core/estimate/covariance_estimator.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace citypanel {

namespace {

constexpr std::size_t rowsAtOnce = 2048;

} // namespace

std::vector<double> independentMeat(const Scores& scores, std::span<const double> frequencies) {
    const auto q = static_cast<Eigen::Index>(scores.columns());
    Eigen::MatrixXd M = Eigen::MatrixXd::Zero(q, q);
    Eigen::MatrixXd block(static_cast<Eigen::Index>(rowsAtOnce), q);
    for (std::size_t begin = 0; begin < scores.rows(); begin += rowsAtOnce) {
        const std::size_t count = std::min(rowsAtOnce, scores.rows() - begin);
        for (std::size_t j = 0; j < scores.columns(); ++j) {
            double* column = block.col(static_cast<Eigen::Index>(j)).data();
            for (std::size_t i = 0; i < count; ++i) {
                const double score = scores.at(begin + i, j);
                // w equal rows: their scores, summed, hold w; w products of one row are wanted.
                column[i] = frequencies.empty() ? score : score / std::sqrt(frequencies[begin + i]);
            }
        }
        M.selfadjointView<Eigen::Lower>().rankUpdate(
            block.topRows(static_cast<Eigen::Index>(count)).transpose());
    }
    M.triangularView<Eigen::StrictlyUpper>() = M.transpose();
    return {M.data(), M.data() + M.size()};
}

} // namespace citypanel
