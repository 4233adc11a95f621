// SPDX-License-Identifier: GPL-3.0-or-later
// CovarianceEstimator: the middle of the sandwich for one kind of dependence between rows.
#pragma once

#include "core/base/result.h"
#include "core/estimate/covariance.h"
#include "core/estimate/grouping.h"
#include "core/estimate/model_data.h"

#include <cstddef>
#include <span>
#include <vector>

namespace citypanel {

/// n x q scores (moment contributions): each column of regressors times the residuals, multiplied
/// where they are used, so that nothing of size n x q is copied. Refers to the columns given.
struct Scores {
    std::vector<std::span<const double>> regressors{}; ///< q columns of n
    std::span<const double> residuals{};               ///< n

    [[nodiscard]] std::size_t rows() const { return residuals.size(); }

    [[nodiscard]] std::size_t columns() const { return regressors.size(); }

    [[nodiscard]] double at(std::size_t row, std::size_t column) const {
        return regressors[column][row] * residuals[row];
    }
};

/// Scores of regressors that stand column by column (n x q).
[[nodiscard]] Scores scoresOf(std::span<const double> regressors,
                              std::span<const double> residuals);

/// Sum over rows that may depend on each other of products of scores, q x q, without any
/// small-sample factor. Iid has no such matrix: its callers use s^2 (X'X)^-1.
class CovarianceEstimator {
public:
    /// Problems: ClustersTooFew (fewer than two); ConventionUnsupported (dk, nw without periods).
    [[nodiscard]] static Result<CovarianceEstimator> build(const CovarianceSpec& spec,
                                                           const ModelData& data);

    [[nodiscard]] const CovarianceSpec& spec() const { return spec_; }

    [[nodiscard]] bool isIid() const { return spec_.kind == CovarianceKind::Iid; }

    /// Smallest number of clusters over the cluster variables; 0 without clusters.
    [[nodiscard]] std::size_t clusterCount() const;

    [[nodiscard]] const std::vector<Grouping>& clusters() const { return clusters_; }

    [[nodiscard]] std::size_t periodCount() const { return periods_.levels; }

    [[nodiscard]] int lags() const { return lags_; }

    /// q x q, row by row. Scores of rows with frequency weight w count as w equal rows under
    /// independence between rows.
    [[nodiscard]] std::vector<double> meat(const Scores& scores) const;

private:
    /// Of the cluster variables less that of their crossings. Cameron, Gelbach and Miller (2011).
    [[nodiscard]] std::vector<double> multiwayMeat(const Scores& scores) const;

    CovarianceSpec spec_;
    std::vector<Grouping> clusters_;
    std::vector<Grouping> crossings_; ///< multiway: combinations of several clusters ...
    std::vector<double> signs_;       ///< ... with their signs
    Grouping units_;
    Grouping periods_;
    std::vector<Period> periodValues_;
    std::vector<double> frequencies_;
    int lags_ = 0;
};

// One file each.
[[nodiscard]] std::vector<double> independentMeat(const Scores& scores,
                                                  std::span<const double> frequencies);
/// Sums of scores by cluster, then their products. Liang and Zeger (1986).
[[nodiscard]] std::vector<double> clusteredMeat(const Scores& scores, const Grouping& clusters);
/// Bartlett kernel over sums of scores by period, in the order of the periods present.
/// Driscoll and Kraay (1998).
[[nodiscard]] std::vector<double> driscollKraayMeat(const Scores& scores, const Grouping& periods,
                                                    int lags);
/// Bartlett kernel within units by calendar lag; gaps contribute nothing. Newey and West (1987).
[[nodiscard]] std::vector<double> neweyWestMeat(const Scores& scores, const Grouping& units,
                                                std::span<const Period> periods, int lags);

/// A M A for symmetric q x q matrices, row by row.
[[nodiscard]] std::vector<double> sandwich(std::span<const double> bread,
                                           std::span<const double> meat, std::size_t size);

/// Sets negative eigenvalues of a symmetric matrix to zero; true when there were any.
/// Cameron, Gelbach and Miller (2011), 2.3.
bool repairEigenvalues(std::vector<double>& matrix, std::size_t size);

} // namespace citypanel
