// SPDX-License-Identifier: GPL-3.0-or-later
// Partialling the effects out of all columns of a model at once.
#include "core/estimate/clean_model.h"

#include "core/base/parallel.h"
#include "core/estimate/tolerances.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

/// An outcome with less variation than this share (of its sd, of its norm) is constant.
constexpr double constantShareOfSpread = 1e-10;
constexpr double constantShareOfNorm = 1e-14;
constexpr std::size_t serialCells = 100'000;

RawMoments momentsOf(std::span<const double> x, std::span<const double> weights) {
    using Column = Eigen::Map<const Eigen::ArrayXd>;
    const auto n = static_cast<Eigen::Index>(x.size());
    const Column values(x.data(), n);
    RawMoments moments;
    const auto fill = [&](const auto& weighted, double total) {
        moments.sumOfSquares = weighted(values.square());
        moments.mean = weighted(values) / total;
        const double rest = weighted(values - moments.mean);
        const double squares = weighted((values - moments.mean).square());
        moments.mean += rest / total;
        moments.centredSumOfSquares = std::max(0.0, squares - rest * rest / total);
    };
    if (weights.empty()) {
        fill([](const auto& terms) { return terms.sum(); }, static_cast<double>(n));
    } else {
        const Column w(weights.data(), n);
        fill([&](const auto& terms) { return (w * terms).sum(); }, w.sum());
    }
    return moments;
}

/// body(j) for every column, in parallel when there is enough to do.
template <typename Body>
void forColumns(std::size_t columns, std::size_t rows, Body&& body) {
    const auto work = [&](const Chunk& chunk) {
        for (std::size_t j = chunk.begin; j < chunk.end; ++j) {
            body(j);
        }
    };
    if (rows * columns < serialCells) {
        work({0, 0, columns});
    } else {
        parallelChunks(columns, 1, work);
    }
}

std::string effectNames(const ModelData& data) {
    std::string names;
    for (const AbsorbedTerm& effect : data.effects) {
        names += names.empty() ? "" : " + ";
        names += effect.grouping.name;
    }
    return names;
}

Problem constantOutcome(const ModelData& data, std::string within) {
    return Problem{.code = ProblemCode::OutcomeConstant,
                   .place = {.variable = data.columns.names.front()},
                   .found = std::move(within)};
}

/// The outcome with the unit effect alone taken out, for xtreg's own R-squared.
Result<double> unitSumOfSquares(const ModelData& data, Progress& progress) {
    std::vector<double> y(data.columns.column(0).begin(), data.columns.column(0).end());
    const auto unit =
        std::find_if(data.effects.begin(), data.effects.end(), [&](const AbsorbedTerm& effect) {
            return effect.grouping.name == data.unitName;
        });
    const AbsorbedTerm& term = unit == data.effects.end() ? data.effects.front() : *unit;
    CITYPANEL_TRY(const AbsorbedEffects effects,
                  AbsorbedEffects::build({term}, data.weights, progress));
    double* column = y.data();
    CITYPANEL_TRY_STATUS(effects.partialOut({&column, 1}, progress));
    return momentsOf(y, data.weights).sumOfSquares;
}

} // namespace

double CleanModel::totalSumOfSquares() const {
    return hasConstant() ? raw.front().centredSumOfSquares : raw.front().sumOfSquares;
}

bool CleanModel::hasConstant() const {
    return data.hasConstantColumn ||
           std::any_of(data.effects.begin(), data.effects.end(),
                       [](const AbsorbedTerm& effect) { return effect.hasLevels; });
}

double CleanModel::cleanSumOfSquares(std::size_t column) const {
    const std::span<const double> x = data.columns.column(column);
    return Eigen::Map<const Eigen::VectorXd>(x.data(), static_cast<Eigen::Index>(x.size()))
        .squaredNorm();
}

bool CleanModel::isAbsorbed(std::size_t column) const {
    return effects && std::sqrt(cleanSumOfSquares(column)) <=
                          absorbedShare * std::sqrt(raw[column].sumOfSquares);
}

Result<CleanModel> cleanModel(ModelData data, const EstimateOptions& options, Progress& progress) {
    CleanModel model;
    DesignMatrix& matrix = data.columns;
    const std::size_t k = matrix.columnCount();
    model.raw.resize(k);
    forColumns(k, matrix.rows, [&](std::size_t j) {
        model.raw[j] = momentsOf(std::as_const(matrix).column(j), data.weights);
    });
    const RawMoments outcome = model.raw.front();
    if (outcome.centredSumOfSquares <=
        constantShareOfNorm * constantShareOfNorm * outcome.sumOfSquares) {
        return constantOutcome(data, {});
    }
    if (!data.effects.empty()) {
        if (options.ssc == SmallSample::Xtreg) {
            CITYPANEL_TRY(model.unitSumOfSquares, unitSumOfSquares(data, progress));
        }
        CITYPANEL_TRY(model.effects, AbsorbedEffects::build(data.effects, data.weights, progress));
        std::vector<double*> columns;
        for (std::size_t j = 0; j < k; ++j) {
            columns.push_back(matrix.column(j).data());
        }
        CITYPANEL_TRY(const AbsorptionCheck check, model.effects->partialOut(columns, progress));
        model.absorptionError = check.largestMean;
    }
    if (!data.weights.empty()) {
        std::vector<double> roots(data.weights.size());
        std::transform(data.weights.begin(), data.weights.end(), roots.begin(),
                       [](double w) { return std::sqrt(w); });
        forColumns(k, matrix.rows, [&](std::size_t j) {
            const std::span<double> column = matrix.column(j);
            for (std::size_t i = 0; i < column.size(); ++i) {
                column[i] *= roots[i];
            }
        });
    }
    model.data = std::move(data);
    if (model.effects) {
        const double left = std::sqrt(model.cleanSumOfSquares(0));
        if (left <= constantShareOfSpread * std::sqrt(outcome.centredSumOfSquares) ||
            left <= constantShareOfNorm * std::sqrt(outcome.sumOfSquares)) {
            return constantOutcome(model.data, effectNames(model.data));
        }
    }
    return model;
}

std::vector<double> gatherColumns(const DesignMatrix& matrix,
                                  std::span<const std::size_t> columns) {
    std::vector<double> values;
    values.reserve(columns.size() * matrix.rows);
    for (const std::size_t j : columns) {
        values.insert(values.end(), matrix.column(j).begin(), matrix.column(j).end());
    }
    return values;
}

} // namespace citypanel
