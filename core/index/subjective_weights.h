// SPDX-License-Identifier: GPL-3.0-or-later
// Weights from judgement, and of several sets of weights one.
#pragma once

#include "core/base/result.h"
#include "core/index/indicator_system.h"
#include "core/index/weighting.h"

#include <Eigen/Core>

#include <string>
#include <vector>

namespace citypanel::index {

/// The weights of one comparison matrix and how consistent it is.
struct HierarchyWeights {
    std::string of{};         ///< dimension compared; empty: dimensions, or all indicators
    Eigen::VectorXd weight{}; ///< m, sums to 1
    double largestEigenvalue = 0;
    double consistencyIndex = 0; ///< (lambda_max - m) / (m - 1)
    double randomIndex = 0;      ///< Saaty's RI for m
    double consistencyRatio = 0; ///< CI / RI; 0 for m < 3
};

/// Principal eigenvector of an m x m matrix of pairwise comparisons (Saaty 1980). Problems:
/// OptionInvalid (judgements not positive, or more than 15 items), NotConverged.
[[nodiscard]] Result<HierarchyWeights> hierarchyWeights(const Eigen::MatrixXd& comparisons);

/// The m x m matrix of judgements above the diagonal; a_ji = 1 / a_ij. Problem: SizeMismatch.
[[nodiscard]] Result<Eigen::MatrixXd> comparisonMatrix(const Judgements& judgements,
                                                       std::size_t items);

/// Weights of a whole system.
struct SystemHierarchy {
    Eigen::VectorXd weight{};
    std::vector<HierarchyWeights> matrices{};
};

/// One matrix of all indicators, or one of the dimensions and one of the indicators of each
/// dimension (of two and more); weight = dimension's times indicator's. Problems: as above,
/// OptionMissing (no judgements of a dimension).
[[nodiscard]] Result<SystemHierarchy> systemHierarchy(const std::vector<Indicator>& indicators,
                                                      const std::vector<Judgements>& judgements);

/// Weights given by name, as they are. Problems: OptionMissing (none), VariableUnknown (a name
/// that is no indicator), WeightInvalid (negative or not finite, or all zero).
[[nodiscard]] Result<Eigen::VectorXd> givenWeights(const std::vector<Indicator>& indicators,
                                                   const std::map<std::string, double>& weights);

struct CombinedWeights {
    Eigen::VectorXd weight{};
    Eigen::VectorXd alpha{}; ///< Game: the share of each set, |alpha| scaled to sum 1; else empty
};

/// m x K sets of weights, each summing to 1, as one. Game: sum_k alpha_k w_l.w_k = w_l.w_l for
/// every l (Chen and Liu 2003), weights by |alpha|. Problem: MatrixSingular (Game, sets that
/// repeat one another).
[[nodiscard]] Result<CombinedWeights> combinedWeights(const Eigen::MatrixXd& sets,
                                                      Combination combination);

} // namespace citypanel::index
