// SPDX-License-Identifier: GPL-3.0-or-later
// RowMoments: a model solved again under any weights of its rows, by sums over rows that are
// products already.
#pragma once

#include "core/base/progress.h"
#include "core/estimate/model_data.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace citypanel {

/// What EntityMoments is for units, for rows that are drawn one by one, as when the labels of
/// single rows are permuted: the effect with the most levels is eliminated level by level, the
/// others through their small Schur complement, both of the reweighted sample and hence exact.
/// Effects of all rows are taken out of the columns first, which changes nothing (a combination of
/// the dummies vanishes in every subset) and leaves nothing to cancel.
class RowMoments {
public:
    /// columns: n x q (scaled as wanted). Nothing when the model is not of this kind: slopes by
    /// group, no effects, or more than `mostLevels` levels besides the largest effect's.
    [[nodiscard]] static std::optional<RowMoments> build(std::span<const double> columns,
                                                         const ModelData& data);

    /// X'X after all effects, q x q, with row i counted weights[i] times (besides its weight in
    /// the model).
    [[nodiscard]] std::vector<double> crossProducts(std::span<const double> weights) const;

    static constexpr std::size_t mostLevels = 128;

private:
    struct Sums;

    void addGroup(std::size_t group, std::span<const double> weights, Sums& sums) const;
    void addRow(std::size_t at, double weight, Sums& sums) const;
    [[nodiscard]] std::vector<double> solved(Sums& sums) const;

    std::size_t q_ = 0;
    std::size_t size_ = 0;                ///< levels of the other effects
    std::size_t others_ = 0;              ///< number of the other effects
    std::vector<std::size_t> begins_{};   ///< first row of each group of the largest effect
    std::vector<std::size_t> rows_{};     ///< rows in that order; what follows is in it, too
    std::vector<double> weights_{};       ///< of the model; empty: 1
    std::vector<double> values_{};        ///< n x q, row by row
    std::vector<double> products_{};      ///< n x q(q+1)/2, row by row
    std::vector<std::uint32_t> levels_{}; ///< n x others, row by row
    std::vector<double> diagonal_{};      ///< of D'D with every weight 1
};

} // namespace citypanel
