// SPDX-License-Identifier: GPL-3.0-or-later
// EffectLayout: rows sorted by the eliminated effect, and the columns of the others, for fast
// sweeps.
#pragma once

#include "core/estimate/absorbed_effects.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace citypanel {

/// One non-zero a row: the columns of one effect's levels, or of one slope variable by group.
struct EffectFeature {
    std::vector<std::int32_t> columns; ///< n column numbers in [0, columnCount)
    std::vector<double> values;        ///< n values; empty = all 1
    std::size_t term = 0;              ///< which AbsorbedTerm
    int slope = -1;                    ///< which slope of it; -1 = its levels
    std::size_t offset = 0;            ///< first column
};

/// Rows in the order of the eliminated ("primary") effect. All vectors of length n are in that
/// order; gather and scatter translate.
class EffectLayout {
public:
    EffectLayout(std::vector<AbsorbedTerm> terms, std::vector<double> weights);

    [[nodiscard]] std::size_t rowCount() const { return n_; }

    [[nodiscard]] std::size_t groupCount() const { return begins_.size() - 1; }

    [[nodiscard]] std::size_t groupBegin(std::size_t group) const { return begins_[group]; }

    /// Number of columns besides the primary effect's.
    [[nodiscard]] std::size_t columnCount() const { return columnCount_; }

    [[nodiscard]] const std::vector<EffectFeature>& features() const { return features_; }

    /// Empty without weights.
    [[nodiscard]] const std::vector<double>& weights() const { return weights_; }

    [[nodiscard]] double weightAt(std::size_t row) const {
        return weights_.empty() ? 1.0 : weights_[row];
    }

    /// Orthonormal (weighted) basis of the primary effect's columns within each group; empty when
    /// the primary effect has levels alone: then it is 1/sqrt(group weight).
    [[nodiscard]] const std::vector<std::vector<double>>& basis() const { return basis_; }

    /// 1 / sum of weights of each group.
    [[nodiscard]] const std::vector<double>& inverseGroupWeights() const { return inverseWeights_; }

    [[nodiscard]] std::size_t primaryRank() const { return primaryRank_; }

    [[nodiscard]] const std::vector<AbsorbedTerm>& terms() const { return terms_; }

    /// Terms merged into the primary effect.
    [[nodiscard]] bool isPrimary(std::size_t term) const { return isPrimary_[term]; }

    /// True when the rows given already stand in the primary effect's order.
    [[nodiscard]] bool isInOrder() const { return order_.empty(); }

    void gather(const double* from, double* to) const;
    void scatter(const double* from, double* to) const;

    /// x -= C a (when a is given); x -= its projection on the primary effect; b += C'W x (when b is
    /// given).
    void sweep(double* x, const double* a, double* b) const;
    /// C a.
    void expand(const double* a, double* x) const;

private:
    void choosePrimary();
    void sortRows();
    void makeFeatures();
    void makeBasis();
    /// Gram-Schmidt of columns over the rows [begin, end); the rank. Dependent columns become zero.
    [[nodiscard]] std::size_t orthonormalise(std::vector<std::vector<double>>& columns,
                                             std::size_t begin, std::size_t end) const;
    void sweepLevels(double* x, const double* a, double* b) const;
    void sweepBasis(double* x, const double* a, double* b) const;
    template <typename T>
    [[nodiscard]] std::vector<T> sorted(const std::vector<T>& values) const;

    std::size_t n_ = 0;
    std::size_t columnCount_ = 0;
    std::size_t primaryRank_ = 0;
    std::vector<AbsorbedTerm> terms_;
    std::vector<bool> isPrimary_;
    std::size_t primary_ = 0;
    std::vector<std::size_t> order_; ///< sorted position -> row; empty = as they are
    std::vector<std::size_t> begins_;
    std::vector<double> weights_;
    std::vector<double> inverseWeights_;
    std::vector<EffectFeature> features_;
    std::vector<std::vector<double>> basis_;
};

} // namespace citypanel
