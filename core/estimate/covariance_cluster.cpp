// SPDX-License-Identifier: GPL-3.0-or-later
// Middle of the sandwich for rows that depend on each other within clusters.
#include "core/estimate/covariance_estimator.h"

#include <Eigen/Core>

namespace citypanel {

std::vector<double> clusteredMeat(const Scores& scores, const Grouping& clusters) {
    const auto q = static_cast<Eigen::Index>(scores.columns());
    // One column a cluster: a row's sums stand side by side, and none waits for the row before.
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(q, static_cast<Eigen::Index>(clusters.levels));
    for (std::size_t i = 0; i < scores.rows(); ++i) {
        double* sum = sums.col(clusters.codes[i]).data();
        const double residual = scores.residuals[i];
        for (std::size_t j = 0; j < scores.columns(); ++j) {
            sum[j] += scores.regressors[j][i] * residual;
        }
    }
    const Eigen::MatrixXd M = sums * sums.transpose();
    return {M.data(), M.data() + M.size()};
}

} // namespace citypanel
