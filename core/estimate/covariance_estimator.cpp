// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing the middle of the sandwich, and the sandwich itself.
#include "core/estimate/covariance_estimator.h"

#include "core/estimate/symmetric_eigen.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace citypanel {

namespace {

using Matrix = Eigen::Map<Eigen::MatrixXd>;
using ConstMatrix = Eigen::Map<const Eigen::MatrixXd>;

/// The rule of reghdfe and xtscc: floor(4 (T/100)^(2/9)).
int defaultLags(std::size_t periods) {
    return static_cast<int>(
        std::floor(4.0 * std::pow(static_cast<double>(periods) / 100.0, 2.0 / 9.0)));
}

} // namespace

Scores scoresOf(std::span<const double> regressors, std::span<const double> residuals) {
    Scores scores{{}, residuals};
    for (std::size_t begin = 0; begin < regressors.size(); begin += residuals.size()) {
        scores.regressors.push_back(regressors.subspan(begin, residuals.size()));
    }
    return scores;
}

Result<CovarianceEstimator> CovarianceEstimator::build(const CovarianceSpec& spec,
                                                       const ModelData& data) {
    CovarianceEstimator estimator;
    estimator.spec_ = spec;
    estimator.clusters_ = data.clusters;
    if (data.weightKind == WeightKind::Frequency) {
        estimator.frequencies_ = data.weights;
    }
    for (const Grouping& cluster : data.clusters) {
        if (cluster.levels < 2) {
            return Problem{.code = ProblemCode::ClustersTooFew,
                           .place = {.variable = cluster.name},
                           .found = std::to_string(cluster.levels),
                           .expected = "2"};
        }
    }
    // Inclusion and exclusion: + single variables, - pairs, + triples, ...
    for (unsigned subset = 1; subset < (1U << data.clusters.size()); ++subset) {
        if ((subset & (subset - 1)) == 0) {
            continue; // single variables stand in clusters_
        }
        Grouping crossing;
        double sign = -1.0;
        for (std::size_t c = 0; c < data.clusters.size(); ++c) {
            if ((subset >> c & 1U) != 0U) {
                crossing =
                    crossing.codes.empty() ? data.clusters[c] : crossed(crossing, data.clusters[c]);
                sign = -sign;
            }
        }
        estimator.crossings_.push_back(std::move(crossing));
        estimator.signs_.push_back(sign);
    }
    if (spec.kind == CovarianceKind::DriscollKraay || spec.kind == CovarianceKind::NeweyWest) {
        if (data.periods.levels < 2) {
            return Problem{.code = ProblemCode::ConventionUnsupported,
                           .found = covarianceText(spec),
                           .expected = "--panel UNIT,PERIOD"};
        }
        estimator.units_ = data.units;
        estimator.periods_ = data.periods;
        estimator.periodValues_ = data.periodValues;
        estimator.lags_ = spec.lags.value_or(defaultLags(data.periods.levels));
    }
    return estimator;
}

std::size_t CovarianceEstimator::clusterCount() const {
    std::size_t fewest = 0;
    for (const Grouping& cluster : clusters_) {
        fewest = fewest == 0 ? cluster.levels : std::min(fewest, cluster.levels);
    }
    return fewest;
}

std::vector<double> CovarianceEstimator::multiwayMeat(const Scores& scores) const {
    std::vector<double> total(scores.columns() * scores.columns(), 0.0);
    const auto add = [&](const Grouping& clusters, double sign) {
        const std::vector<double> part = clusteredMeat(scores, clusters);
        for (std::size_t i = 0; i < total.size(); ++i) {
            total[i] += sign * part[i];
        }
    };
    for (const Grouping& cluster : clusters_) {
        add(cluster, 1.0);
    }
    for (std::size_t c = 0; c < crossings_.size(); ++c) {
        add(crossings_[c], signs_[c]);
    }
    return total;
}

std::vector<double> CovarianceEstimator::meat(const Scores& scores) const {
    switch (spec_.kind) {
    case CovarianceKind::Cluster:
        return multiwayMeat(scores);
    case CovarianceKind::DriscollKraay:
        return driscollKraayMeat(scores, periods_, lags_);
    case CovarianceKind::NeweyWest:
        return neweyWestMeat(scores, units_, periodValues_, lags_);
    default:
        return independentMeat(scores, frequencies_);
    }
}

std::vector<double> sandwich(std::span<const double> bread, std::span<const double> meat,
                             std::size_t size) {
    const auto k = static_cast<Eigen::Index>(size);
    std::vector<double> values(size * size);
    Matrix V(values.data(), k, k);
    const ConstMatrix A(bread.data(), k, k);
    V.noalias() = A * ConstMatrix(meat.data(), k, k) * A;
    V = (0.5 * (V + V.transpose())).eval();
    return values;
}

bool repairEigenvalues(std::vector<double>& matrix, std::size_t size) {
    const auto k = static_cast<Eigen::Index>(size);
    const SymmetricEigen eigen = symmetricEigen(matrix, size);
    const Eigen::Map<const Eigen::VectorXd> values(eigen.values.data(), k);
    if (k == 0 || values(0) >= -1e-14 * std::abs(values(k - 1))) {
        return false;
    }
    const ConstMatrix vectors(eigen.vectors.data(), k, k);
    Matrix(matrix.data(), k, k) = vectors * values.cwiseMax(0.0).asDiagonal() * vectors.transpose();
    return true;
}

} // namespace citypanel
