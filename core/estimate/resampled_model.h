// SPDX-License-Identifier: GPL-3.0-or-later
// ResampledModel: a model solved again and again under other weights of units, clusters or rows.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/entity_moments.h"
#include "core/estimate/model_data.h"
#include "core/estimate/row_moments.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace citypanel {

/// What permutations and the bootstrap need of a model: the coefficients when each entity counts a
/// given number of times (0: not at all), effects absorbed anew each time. A unit drawn twice with
/// its own effect for each copy gives the same coefficients as one that counts twice. Exact: by
/// EntityMoments or RowMoments where the model allows, else by absorbing the effects of the rows
/// that count.
/// Safe to use from several threads.
class ResampledModel {
public:
    /// entities: codes of the rows of data. The data's columns are copied, centred where there is
    /// a constant or effects with levels, and scaled.
    [[nodiscard]] static ResampledModel build(ModelData data, Grouping entities);

    [[nodiscard]] std::size_t entityCount() const { return entities_.levels; }

    [[nodiscard]] const ModelData& data() const { return data_; }

    /// True when a replication builds no effects anew.
    [[nodiscard]] bool isFast() const { return moments_ || rowMoments_; }

    /// X'X of all columns (outcome first), effects taken out: q x q in the scale of the model.
    /// weights: one an entity, not negative. Problem: NotConverged.
    [[nodiscard]] Result<std::vector<double>> crossProducts(std::span<const double> weights) const;

    /// Coefficients of `regressors` on `outcome` (numbers of columns of the data) from cross
    /// products, in the units of the data; that of the constant is not meaningful, as columns were
    /// centred. Empty when a regressor depends on the others.
    [[nodiscard]] std::vector<double> leastSquares(std::span<const double> crossProducts,
                                                   std::size_t outcome,
                                                   std::span<const std::size_t> regressors) const;

    /// Two-stage least squares; instruments: all of them, the exogenous regressors included.
    [[nodiscard]] std::vector<double> twoStage(std::span<const double> crossProducts,
                                               std::size_t outcome,
                                               std::span<const std::size_t> regressors,
                                               std::span<const std::size_t> instruments) const;

    /// The model of the formula: columns `regressors` of the data by least squares, or by two
    /// stages with the data's exogenous columns among them and the given excluded instruments.
    struct Columns {
        std::vector<std::size_t> regressors{};
        std::vector<std::size_t> instruments{}; ///< empty: least squares
    };

    [[nodiscard]] Result<std::vector<double>> coefficients(std::span<const double> weights,
                                                           const Columns& columns) const;

private:
    [[nodiscard]] std::vector<double> rowWeights(std::span<const double> weights) const;
    [[nodiscard]] Result<std::vector<double>> absorbAnew(std::span<const double> weights) const;

    ModelData data_;
    Grouping entities_;
    std::vector<double> scales_;
    std::optional<EntityMoments> moments_;
    std::optional<RowMoments> rowMoments_; ///< where moments_ is not
};

/// The columns of a model that its Fit kept. Problem: none; columns the fit dropped are left out.
[[nodiscard]] ResampledModel::Columns columnsOf(const ModelData& data,
                                                std::span<const std::string> dropped);

} // namespace citypanel
