// SPDX-License-Identifier: GPL-3.0-or-later
// Middle of the sandwich for rows that depend on each other along time.
#include "core/estimate/covariance_estimator.h"

#include <Eigen/Core>

namespace citypanel {

namespace {

double bartlett(int lag, int lags) {
    return 1.0 - static_cast<double>(lag) / (static_cast<double>(lags) + 1.0);
}

std::vector<double> entriesOf(const Eigen::MatrixXd& M) {
    return {M.data(), M.data() + M.size()};
}

} // namespace

std::vector<double> driscollKraayMeat(const Scores& scores, const Grouping& periods, int lags) {
    const auto q = static_cast<Eigen::Index>(scores.columns());
    const auto T = static_cast<Eigen::Index>(periods.levels);
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(T, q);
    for (std::size_t j = 0; j < scores.columns(); ++j) {
        for (std::size_t i = 0; i < scores.rows(); ++i) {
            sums(periods.codes[i], static_cast<Eigen::Index>(j)) += scores.at(i, j);
        }
    }
    Eigen::MatrixXd M = sums.transpose() * sums;
    for (int lag = 1; lag <= lags && lag < T; ++lag) {
        const Eigen::MatrixXd cross = sums.topRows(T - lag).transpose() * sums.bottomRows(T - lag);
        M += bartlett(lag, lags) * (cross + cross.transpose());
    }
    return entriesOf(M);
}

std::vector<double> neweyWestMeat(const Scores& scores, const Grouping& units,
                                  std::span<const Period> periods, int lags) {
    const auto q = static_cast<Eigen::Index>(scores.columns());
    Eigen::MatrixXd S(static_cast<Eigen::Index>(scores.rows()), q);
    for (std::size_t j = 0; j < scores.columns(); ++j) {
        for (std::size_t i = 0; i < scores.rows(); ++i) {
            S(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = scores.at(i, j);
        }
    }
    Eigen::MatrixXd M = S.transpose() * S;
    // Rows stand by unit and then by period.
    for (std::size_t i = 0; i < scores.rows(); ++i) {
        for (std::size_t h = i; h-- > 0 && units.codes[h] == units.codes[i];) {
            const Period lag = periods[i] - periods[h];
            if (lag > lags) {
                break;
            }
            const Eigen::MatrixXd cross = S.row(static_cast<Eigen::Index>(i)).transpose() *
                                          S.row(static_cast<Eigen::Index>(h));
            M += bartlett(static_cast<int>(lag), lags) * (cross + cross.transpose());
        }
    }
    return entriesOf(M);
}

} // namespace citypanel
