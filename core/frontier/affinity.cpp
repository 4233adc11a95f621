// SPDX-License-Identifier: GPL-3.0-or-later
// Tone and Tsutsui (2010), European Journal of Operational Research 207: 1554-1563, section 3.
#include "core/frontier/affinity.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace citypanel::frontier {

namespace {

/// D(a, b) = mean |c - mean c| / (max c - min c), c = ln(b / a); 0 where the ratio is constant.
double diversity(const FrontierData& data, std::size_t a, std::size_t b) {
    std::vector<double> ratio;
    for (std::size_t j = 0; j < data.size(); ++j) {
        if (data.rawAt(a, j) > 0.0 && data.rawAt(b, j) > 0.0) {
            ratio.push_back(std::log(data.rawAt(b, j) / data.rawAt(a, j)));
        }
    }
    if (ratio.empty()) {
        return 0.0;
    }
    const auto count = static_cast<double>(ratio.size());
    double mean = 0.0;
    for (const double value : ratio) {
        mean += value / count;
    }
    double deviation = 0.0;
    for (const double value : ratio) {
        deviation += std::abs(value - mean) / count;
    }
    const auto [least, most] = std::minmax_element(ratio.begin(), ratio.end());
    const double range = *most - *least;
    // Proportional columns differ by rounding alone.
    return range > 1e-12 ? deviation / range : 0.0;
}

struct Affinity {
    double epsilon = 0.0;
    std::vector<double> weights{};
};

Affinity affinityOf(const FrontierData& data, const std::vector<std::size_t>& variables) {
    const auto m = static_cast<Eigen::Index>(variables.size());
    if (m == 1) {
        return {.epsilon = 0.0, .weights = {1.0}};
    }
    Eigen::MatrixXd S(m, m); // m x m
    for (Eigen::Index i = 0; i < m; ++i) {
        for (Eigen::Index j = 0; j < m; ++j) {
            S(i, j) = i == j ? 1.0
                             : 1.0 - 2.0 * diversity(data, variables[static_cast<std::size_t>(i)],
                                                     variables[static_cast<std::size_t>(j)]);
        }
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(S);
    const double rho = eigen.eigenvalues()(m - 1);
    const Eigen::VectorXd vector = eigen.eigenvectors().col(m - 1);
    const auto count = static_cast<double>(m);
    Affinity result{.epsilon = std::clamp((count - rho) / (count - 1.0), 0.0, 1.0)};
    for (Eigen::Index i = 0; i < m; ++i) {
        result.weights.push_back(vector(i) / vector.sum());
    }
    return result;
}

} // namespace

EbmParameters ebmParameters(const FrontierData& data) {
    std::vector<std::size_t> consumed;
    std::vector<std::size_t> produced;
    for (std::size_t i = 0; i < data.dimensions(); ++i) {
        (data.isGood(i) ? produced : consumed).push_back(i);
    }
    Affinity inputs = affinityOf(data, consumed);
    Affinity outputs = affinityOf(data, produced);
    return {.epsilonInputs = inputs.epsilon,
            .epsilonOutputs = outputs.epsilon,
            .inputWeights = std::move(inputs.weights),
            .outputWeights = std::move(outputs.weights)};
}

} // namespace citypanel::frontier
