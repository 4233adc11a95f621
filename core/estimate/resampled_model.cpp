// SPDX-License-Identifier: GPL-3.0-or-later
// Solving a model again under other weights of its entities.
#include "core/estimate/resampled_model.h"

#include "core/estimate/rank_cholesky.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

/// Relative pivot of X'X below which a regressor depends on the others: squares of 1e-5, as what
/// is left of X'X in double precision carries an error of 1e-15 or so.
constexpr double dependentPivot = 1e-11;

bool hasLevels(const ModelData& data) {
    return data.hasConstantColumn ||
           std::any_of(data.effects.begin(), data.effects.end(),
                       [](const AbsorbedTerm& effect) { return effect.hasLevels; });
}

/// x = A^-1 B for symmetric positive definite A (k x k); empty when A is singular. B: k x c, column
/// by column.
std::vector<double> solved(std::vector<double> a, std::vector<double> b, std::size_t k) {
    std::vector<double> diagonal(k);
    for (std::size_t i = 0; i < k; ++i) {
        diagonal[i] = a[i * k + i];
    }
    const RankCholesky factor(std::move(a), std::move(diagonal), dependentPivot);
    if (factor.rank() < k) {
        return {};
    }
    factor.solve(b.data(), b.size() / std::max<std::size_t>(k, 1));
    return b;
}

/// The block of a q x q matrix with the given rows and columns, column by column.
std::vector<double> block(std::span<const double> matrix, std::size_t q,
                          std::span<const std::size_t> rows, std::span<const std::size_t> columns) {
    std::vector<double> values;
    values.reserve(rows.size() * columns.size());
    for (const std::size_t j : columns) {
        for (const std::size_t i : rows) {
            values.push_back(matrix[i * q + j]);
        }
    }
    return values;
}

} // namespace

ResampledModel ResampledModel::build(ModelData data, Grouping entities) {
    ResampledModel model;
    const bool isCentred = hasLevels(data);
    const auto n = static_cast<double>(data.rowCount());
    for (std::size_t j = 0; j < data.columns.columnCount(); ++j) {
        const std::span<double> x = data.columns.column(j);
        if (isCentred && data.columns.names[j] != interceptName) {
            const double mean = std::accumulate(x.begin(), x.end(), 0.0) / n;
            std::for_each(x.begin(), x.end(), [mean](double& value) { value -= mean; });
        }
        const double norm = std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0) / n);
        model.scales_.push_back(norm > 0.0 ? norm : 1.0);
        std::for_each(x.begin(), x.end(), [&](double& value) { value /= model.scales_.back(); });
    }
    model.moments_ = EntityMoments::build(data.columns.values, data, entities);
    if (!model.moments_) {
        model.rowMoments_ = RowMoments::build(data.columns.values, data);
    }
    model.data_ = std::move(data);
    model.entities_ = std::move(entities);
    return model;
}

Result<std::vector<double>> ResampledModel::crossProducts(std::span<const double> weights) const {
    if (moments_) {
        return moments_->crossProducts(weights);
    }
    return rowMoments_ ? rowMoments_->crossProducts(rowWeights(weights)) : absorbAnew(weights);
}

std::vector<double> ResampledModel::rowWeights(std::span<const double> weights) const {
    std::vector<double> times(data_.rowCount());
    for (std::size_t row = 0; row < times.size(); ++row) {
        times[row] = weights[static_cast<std::size_t>(entities_.codes[row])];
    }
    return times;
}

Result<std::vector<double>> ResampledModel::absorbAnew(std::span<const double> weights) const {
    std::vector<std::size_t> rows;
    std::vector<double> rowWeights;
    for (std::size_t row = 0; row < data_.rowCount(); ++row) {
        const double times = weights[static_cast<std::size_t>(entities_.codes[row])];
        if (times > 0.0) {
            rows.push_back(row);
            rowWeights.push_back(times * (data_.weights.empty() ? 1.0 : data_.weights[row]));
        }
    }
    const std::size_t n = rows.size();
    const std::size_t q = data_.columns.columnCount();
    std::vector<double> values;
    values.reserve(n * q);
    std::vector<double*> columns;
    for (std::size_t j = 0; j < q; ++j) {
        columns.push_back(values.data() + j * n);
        for (const std::size_t row : rows) {
            values.push_back(data_.columns.column(j)[row]);
        }
    }
    const bool isWeighted = std::any_of(rowWeights.begin(), rowWeights.end(),
                                        [](double weight) { return weight != 1.0; });
    NoProgress progress;
    if (!data_.effects.empty()) {
        std::vector<AbsorbedTerm> effects;
        for (const AbsorbedTerm& effect : data_.effects) {
            AbsorbedTerm part{restricted(effect.grouping, rows), effect.hasLevels, {}};
            for (const std::vector<double>& slope : effect.slopes) {
                std::vector<double>& kept = part.slopes.emplace_back();
                for (const std::size_t row : rows) {
                    kept.push_back(slope[row]);
                }
            }
            effects.push_back(std::move(part));
        }
        CITYPANEL_TRY(const AbsorbedEffects absorbed,
                      AbsorbedEffects::build(std::move(effects),
                                             isWeighted ? rowWeights : std::vector<double>(),
                                             progress));
        CITYPANEL_TRY_STATUS(absorbed.partialOut(columns, progress));
    }
    const Eigen::Map<const Eigen::MatrixXd> X(values.data(), static_cast<Eigen::Index>(n),
                                              static_cast<Eigen::Index>(q));
    const Eigen::Map<const Eigen::VectorXd> w(rowWeights.data(), static_cast<Eigen::Index>(n));
    std::vector<double> products(q * q);
    Eigen::Map<Eigen::MatrixXd> XtX(products.data(), static_cast<Eigen::Index>(q),
                                    static_cast<Eigen::Index>(q));
    if (isWeighted) {
        XtX.noalias() = X.transpose() * w.asDiagonal() * X;
    } else {
        XtX.noalias() = X.transpose() * X;
    }
    return products;
}

std::vector<double> ResampledModel::leastSquares(std::span<const double> crossProducts,
                                                 std::size_t outcome,
                                                 std::span<const std::size_t> regressors) const {
    const std::size_t q = scales_.size();
    std::vector<double> b =
        solved(block(crossProducts, q, regressors, regressors),
               block(crossProducts, q, regressors, {&outcome, 1}), regressors.size());
    for (std::size_t i = 0; i < b.size(); ++i) {
        b[i] *= scales_[outcome] / scales_[regressors[i]];
    }
    return b;
}

std::vector<double> ResampledModel::twoStage(std::span<const double> crossProducts,
                                             std::size_t outcome,
                                             std::span<const std::size_t> regressors,
                                             std::span<const std::size_t> instruments) const {
    const std::size_t q = scales_.size();
    const auto k = static_cast<Eigen::Index>(regressors.size());
    const auto l = static_cast<Eigen::Index>(instruments.size());
    std::vector<std::size_t> targets(regressors.begin(), regressors.end());
    targets.push_back(outcome);
    const std::vector<double> moments = block(crossProducts, q, instruments, targets);
    const std::vector<double> stage =
        solved(block(crossProducts, q, instruments, instruments), moments, instruments.size());
    if (stage.empty()) {
        return {};
    }
    const Eigen::Map<const Eigen::MatrixXd> ZtX(moments.data(), l, k + 1);
    const Eigen::Map<const Eigen::MatrixXd> Pi(stage.data(), l, k + 1);
    const Eigen::MatrixXd XtPX = ZtX.leftCols(k).transpose() * Pi.leftCols(k);
    const Eigen::VectorXd XtPy = ZtX.leftCols(k).transpose() * Pi.col(k);
    std::vector<double> b = solved({XtPX.data(), XtPX.data() + XtPX.size()},
                                   {XtPy.data(), XtPy.data() + XtPy.size()}, regressors.size());
    for (std::size_t i = 0; i < b.size(); ++i) {
        b[i] *= scales_[outcome] / scales_[regressors[i]];
    }
    return b;
}

Result<std::vector<double>> ResampledModel::coefficients(std::span<const double> weights,
                                                         const Columns& columns) const {
    CITYPANEL_TRY(const std::vector<double> products, crossProducts(weights));
    return columns.instruments.empty()
               ? leastSquares(products, 0, columns.regressors)
               : twoStage(products, 0, columns.regressors, columns.instruments);
}

ResampledModel::Columns columnsOf(const ModelData& data, std::span<const std::string> dropped) {
    ResampledModel::Columns columns;
    const std::size_t firstInstrument = 1 + data.regressorCount();
    for (std::size_t j = 1; j < data.columns.columnCount(); ++j) {
        if (std::find(dropped.begin(), dropped.end(), data.columns.names[j]) != dropped.end()) {
            continue;
        }
        if (j < firstInstrument) {
            columns.regressors.push_back(j);
        }
        if (data.instruments > 0 && j > data.endogenous) {
            columns.instruments.push_back(j);
        }
    }
    return columns;
}

} // namespace citypanel
