// SPDX-License-Identifier: GPL-3.0-or-later
// Weights computed from the values of the indicators.
#pragma once

#include "core/base/result.h"
#include "core/index/weighting.h"
#include "core/panel/variable.h"

#include <Eigen/Core>

#include <cstddef>
#include <vector>

namespace citypanel::index {

/// n x m values of indicators as weights see them.
struct WeightBasis {
    Eigen::MatrixXd z{};            ///< normalised, >= 0
    Eigen::MatrixXd raw{};          ///< as evaluated
    std::vector<bool> isConstant{}; ///< m; such an indicator gets weight 0

    /// The same for some of the indicators.
    [[nodiscard]] WeightBasis columns(const std::vector<std::size_t>& places) const;
};

/// Entropy e = -1/ln(n) sum p ln p with p = (z + shift) / sum (z + shift) and 0 ln 0 = 0; n is the
/// number of rows (not of periods). Divergence d = 1 - e. Constant: e = 1, d = 0. n >= 2.
struct EntropyTerms {
    Eigen::VectorXd entropy{};    ///< m, each in [0, 1]
    Eigen::VectorXd divergence{}; ///< m
};

/// Shannon (1948); Hwang and Yoon (1981, section 3.1.4).
[[nodiscard]] EntropyTerms entropyTerms(const WeightBasis& basis, double shift);

/// Refuses an entropy outside [0, 1], which no shares have: k is then not 1/ln(n) of the n shares.
/// Problem: OptionInvalid (entropy).
[[nodiscard]] Status checkEntropy(const Eigen::VectorXd& entropy);

/// What e = -1/ln(n) sum p ln p over n rows becomes with 1/ln(T), T the periods, as in a do-file
/// that is widely copied: above 1 in a panel, which turns the order of the weights round. NaN for
/// T < 2.
[[nodiscard]] double entropyPerPeriods(double entropy, std::size_t rows, std::size_t periods);

/// sd_j sum_k (1 - r_jk), scaled to sum 1. Diakoulaki, Mavrotas and Papayannakis (1995, eq. 3).
[[nodiscard]] Eigen::VectorXd criticWeights(const WeightBasis& basis, Conflict conflict);

/// sd / |mean|, sd with n - 1, scaled to sum 1.
[[nodiscard]] Eigen::VectorXd variationWeights(const WeightBasis& basis, VariationOf of);

/// sd of the normalised values, scaled to sum 1.
[[nodiscard]] Eigen::VectorXd deviationWeights(const WeightBasis& basis);

/// The principal components behind weights.
struct ComponentWeights {
    Eigen::VectorXd weight{}; ///< m
    Eigen::VectorXd
        eigenvalues{};           ///< of the correlation matrix, descending; constant ones left out
    Eigen::Index components = 0; ///< kept: eigenvalue > 1, at least one
};

/// Eigenvectors of the correlation matrix, signed so that their sum is positive; coefficient =
/// mean over the kept components, weighted by eigenvalue; weight = |coefficient|, scaled to sum 1
/// (Kaiser 1960; the usual practice of SPSSAU).
[[nodiscard]] ComponentWeights componentWeights(const WeightBasis& basis);

/// 1 / (number of indicators that vary).
[[nodiscard]] Eigen::VectorXd equalWeights(const WeightBasis& basis);

/// Divided by the sum; unchanged where that is 0.
[[nodiscard]] Eigen::VectorXd scaledToOne(Eigen::VectorXd weights);

} // namespace citypanel::index
