// SPDX-License-Identifier: GPL-3.0-or-later
// Middle of the sandwich for rows that depend on each other within clusters.
#include "core/estimate/covariance_estimator.h"

#include <Eigen/Core>

namespace citypanel {

std::vector<double> clusteredMeat(const Scores& scores, const Grouping& clusters) {
    const auto q = static_cast<Eigen::Index>(scores.columns());
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(clusters.levels), q);
    for (std::size_t j = 0; j < scores.columns(); ++j) {
        const std::span<const double> x = scores.regressors[j];
        double* sum = sums.col(static_cast<Eigen::Index>(j)).data();
        for (std::size_t i = 0; i < scores.rows(); ++i) {
            sum[clusters.codes[i]] += x[i] * scores.residuals[i];
        }
    }
    const Eigen::MatrixXd M = sums.transpose() * sums;
    return {M.data(), M.data() + M.size()};
}

} // namespace citypanel
