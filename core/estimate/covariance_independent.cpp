// SPDX-License-Identifier: GPL-3.0-or-later
// Middle of the sandwich for rows that are independent of each other.
#include "core/estimate/covariance_estimator.h"

#include <Eigen/Core>

namespace citypanel {

std::vector<double> independentMeat(const Scores& scores, std::span<const double> frequencies) {
    const auto q = static_cast<Eigen::Index>(scores.columns);
    const auto n = static_cast<Eigen::Index>(scores.rows);
    const Eigen::Map<const Eigen::MatrixXd> S(scores.values.data(), n, q);
    std::vector<double> values(scores.columns * scores.columns, 0.0);
    Eigen::Map<Eigen::MatrixXd> M(values.data(), q, q);
    if (frequencies.empty()) {
        M.noalias() = S.transpose() * S;
    } else {
        const Eigen::Map<const Eigen::VectorXd> w(frequencies.data(), n);
        M.noalias() = S.transpose() * w.cwiseInverse().asDiagonal() * S;
    }
    return values;
}

} // namespace citypanel
