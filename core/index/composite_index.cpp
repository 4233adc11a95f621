// SPDX-License-Identifier: GPL-3.0-or-later
// Scores, indices of dimensions, warnings.
#include "core/index/composite_index.h"

#include "core/index/objective_weights.h"
#include "core/panel/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel::index {

namespace {

constexpr double largeWeight = 0.2;     ///< from here on a long tail is looked for
constexpr double topShare = 0.01;       ///< what counts as the tail
constexpr double acceptableRatio = 0.1; ///< Saaty's bound of the consistency ratio
constexpr double sumTolerance = 1e-9;   ///< given weights that sum to 1 but for rounding

std::string threeDigits(double value) {
    return shortestText(std::round(value * 1000.0) / 1000.0);
}

/// Closeness to the ideal point, n values: D- / (D+ + D-). Hwang and Yoon (1981).
Eigen::VectorXd topsis(const Eigen::MatrixXd& weighted) {
    const Eigen::RowVectorXd best = weighted.colwise().maxCoeff();
    const Eigen::RowVectorXd worst = weighted.colwise().minCoeff();
    const Eigen::ArrayXd toBest = (weighted.rowwise() - best).rowwise().norm();
    const Eigen::ArrayXd toWorst = (weighted.rowwise() - worst).rowwise().norm();
    return (toWorst / (toBest + toWorst)).matrix();
}

/// What the ideal point is looked for in.
Eigen::MatrixXd topsisMatrix(const IndicatorBlock& block, const std::vector<Indicator>& indicators,
                             Aggregation aggregation) {
    if (aggregation == Aggregation::Topsis) {
        return block.z;
    }
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(block.z.rows(), block.z.cols());
    for (Eigen::Index j = 0; j < matrix.cols(); ++j) {
        const Indicator& indicator = indicators[static_cast<std::size_t>(j)];
        if (const auto z = normalised(block.raw.col(j), indicator, Normalisation::Vector)) {
            matrix.col(j) = *z;
        }
    }
    return matrix;
}

double shiftOf(const Weighting& weighting) {
    return weighting.shiftedScore == ShiftedScore::Yes ? weighting.shift : 0.0;
}

/// Sum of w z over some indicators; the shift is added once for each unit of weight.
Eigen::VectorXd weightedSum(const IndicatorBlock& block, const Weighting& weighting,
                            const Eigen::VectorXd& weights) {
    Eigen::VectorXd sum = block.z * weights;
    sum.array() += shiftOf(weighting) * weights.sum();
    return sum;
}

Eigen::VectorXd only(const Eigen::VectorXd& weights, const std::vector<std::size_t>& members) {
    Eigen::VectorXd result = Eigen::VectorXd::Zero(weights.size());
    for (const std::size_t member : members) {
        result[static_cast<Eigen::Index>(member)] = weights[static_cast<Eigen::Index>(member)];
    }
    return result;
}

/// sum_g W_g z(S_g) with S_g the dimension's score on the scale.
Eigen::VectorXd twoStageScores(const IndicatorBlock& block,
                               const std::vector<Indicator>& indicators, const Weighting& weighting,
                               const Eigen::VectorXd& weights) {
    std::vector<std::string> groups = dimensionsOf(indicators);
    groups.emplace_back();
    Eigen::VectorXd result = Eigen::VectorXd::Zero(block.z.rows());
    for (const std::string& group : groups) {
        const Eigen::VectorXd part = only(weights, membersOf(indicators, group));
        if (!(part.sum() > 0)) {
            continue;
        }
        const Eigen::VectorXd score = weightedSum(block, weighting, part / part.sum());
        if (const auto z = normalised(score, {}, Normalisation::MinMax)) {
            result += part.sum() * *z;
        }
    }
    return result;
}

/// The block without the rows of the largest 1 % of an indicator, normalised anew.
IndicatorBlock withoutTop(const IndicatorBlock& block, const std::vector<Indicator>& indicators,
                          std::size_t place, Normalisation rule) {
    std::vector<Eigen::Index> order(block.rows.size());
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    const auto column = static_cast<Eigen::Index>(place);
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) {
        return block.z(a, column) < block.z(b, column);
    });
    const auto top =
        static_cast<std::size_t>(std::ceil(topShare * static_cast<double>(block.rows.size())));
    order.resize(order.size() - top);
    std::sort(order.begin(), order.end());
    IndicatorBlock result{.period = block.period};
    for (const Eigen::Index row : order) {
        result.rows.push_back(block.rows[static_cast<std::size_t>(row)]);
    }
    result.raw = block.raw(order, Eigen::all);
    result.z.setZero(result.raw.rows(), result.raw.cols());
    result.isConstant.assign(indicators.size(), false);
    for (Eigen::Index j = 0; j < result.raw.cols(); ++j) {
        const auto z = normalised(result.raw.col(j), indicators[static_cast<std::size_t>(j)], rule);
        result.isConstant[static_cast<std::size_t>(j)] = !z;
        if (z) {
            result.z.col(j) = *z;
        }
    }
    return result;
}

bool dependsOnSpread(WeightMethod method) {
    return method == WeightMethod::Entropy || method == WeightMethod::Variation ||
           method == WeightMethod::Critic || method == WeightMethod::StandardDeviation ||
           method == WeightMethod::Combined;
}

/// The weight of each large one without the rows of its 1 % largest values.
void fillWithoutTop(const IndicatorBlock& block, const std::vector<Indicator>& indicators,
                    const Weighting& weighting, WeightSet& details) {
    constexpr std::size_t fewest = 20; // rows below which 1 % is no tail
    if (!dependsOnSpread(weighting.method) || block.rows.size() < fewest) {
        return;
    }
    for (std::size_t place = 0; place < indicators.size(); ++place) {
        IndicatorWeight& one = details.indicators[place];
        if (one.weight <= largeWeight) {
            continue;
        }
        const auto without = blockWeights(
            withoutTop(block, indicators, place, weighting.normalisation), indicators, weighting);
        if (without) {
            one.weightWithoutTop = without->weight[static_cast<Eigen::Index>(place)];
        }
    }
}

void warnOfJudgements(const WeightSet& weights, Problems& warnings) {
    for (const HierarchyWeights& matrix : weights.hierarchy) {
        if (matrix.consistencyRatio >= acceptableRatio) {
            const std::string of = matrix.of.empty() ? std::string() : " (" + matrix.of + ")";
            warnings.push_back({.code = ProblemCode::OptionInvalid,
                                .place = {.variable = "judgements"},
                                .found = "CR = " + threeDigits(matrix.consistencyRatio) + of,
                                .expected = "CR < 0.1",
                                .severity = Severity::Warning});
        }
    }
}

/// Given weights that do not sum to 1 are rescaled, and that is said.
void warnOfSum(const Weighting& weighting, Problems& warnings) {
    if (weighting.method != WeightMethod::Given) {
        return;
    }
    double sum = 0;
    for (const auto& [name, weight] : weighting.weights) {
        sum += weight;
    }
    if (std::abs(sum - 1.0) > sumTolerance) {
        warnings.push_back({.code = ProblemCode::OptionInvalid,
                            .place = {.variable = "weights"},
                            .found = "Σ = " + shortestText(sum),
                            .expected = "Σ = 1",
                            .severity = Severity::Warning});
    }
}

void scatter(const IndicatorBlock& block, const Eigen::VectorXd& values,
             std::vector<double>& column) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        column[block.rows[i]] = values[static_cast<Eigen::Index>(i)];
    }
}

Status addBlock(CompositeIndex& index, const IndicatorBlock& block,
                const std::vector<Indicator>& indicators, const Weighting& weighting) {
    CITYPANEL_TRY(BlockWeights weights, describedWeights(block, indicators, weighting));
    scatter(block, blockScores(block, indicators, weighting, weights.weight), index.score);
    for (DimensionIndex& dimension : index.dimensions) {
        scatter(block,
                dimensionScores(block, indicators, weighting, weights.weight, dimension.dimension),
                dimension.values);
    }
    if (index.weights.empty()) {
        warnOfJudgements(weights.details, index.warnings);
    }
    index.weights.push_back(std::move(weights.details));
    return {};
}

} // namespace

Result<BlockWeights> describedWeights(const IndicatorBlock& block,
                                      const std::vector<Indicator>& indicators,
                                      const Weighting& weighting) {
    CITYPANEL_TRY(BlockWeights weights, blockWeights(block, indicators, weighting));
    if (weighting.aggregation == Aggregation::Sum && weighting.stages == Stages::One) {
        const Eigen::VectorXd shares = varianceShares(block, weights.weight);
        for (std::size_t j = 0; j < indicators.size(); ++j) {
            weights.details.indicators[j].varianceShare = shares[static_cast<Eigen::Index>(j)];
        }
    }
    fillWithoutTop(block, indicators, weighting, weights.details);
    return weights;
}

Eigen::VectorXd blockScores(const IndicatorBlock& block, const std::vector<Indicator>& indicators,
                            const Weighting& weighting, const Eigen::VectorXd& weights) {
    if (weighting.aggregation != Aggregation::Sum) {
        return topsis(topsisMatrix(block, indicators, weighting.aggregation) *
                      weights.asDiagonal());
    }
    return weighting.stages == Stages::Two ? twoStageScores(block, indicators, weighting, weights)
                                           : weightedSum(block, weighting, weights);
}

Eigen::VectorXd dimensionScores(const IndicatorBlock& block,
                                const std::vector<Indicator>& indicators,
                                const Weighting& weighting, const Eigen::VectorXd& weights,
                                const std::string& dimension) {
    Eigen::VectorXd part = only(weights, membersOf(indicators, dimension));
    if (!(part.sum() > 0)) {
        return Eigen::VectorXd::Zero(block.z.rows());
    }
    if (weighting.aggregation != Aggregation::Sum) {
        return topsis(topsisMatrix(block, indicators, weighting.aggregation) * part.asDiagonal());
    }
    if (weighting.subIndices == SubIndices::Renormalised) {
        part /= part.sum();
    }
    return weightedSum(block, weighting, part);
}

void scoreWith(const NormalisedIndicators& values, const std::vector<Indicator>& indicators,
               const Weighting& weighting, const Eigen::VectorXd& weights,
               std::vector<double>& score) {
    score.assign(values.rowCount, missingValue);
    for (const IndicatorBlock& block : values.blocks) {
        scatter(block, blockScores(block, indicators, weighting, weights), score);
    }
}

Eigen::VectorXd varianceShares(const IndicatorBlock& block, const Eigen::VectorXd& weights) {
    const Eigen::VectorXd score = block.z * weights;
    const Eigen::VectorXd centred = (score.array() - score.mean()).matrix();
    const double variance = centred.squaredNorm();
    if (!(variance > 0)) {
        return Eigen::VectorXd::Constant(weights.size(), missingValue);
    }
    return (block.z.transpose() * centred).cwiseProduct(weights) / variance;
}

Result<CompositeIndex> compositeIndex(const Panel& panel, const std::vector<Indicator>& indicators,
                                      const Weighting& weighting, Progress& progress) {
    CITYPANEL_TRY(NormalisedIndicators values, normalisedIndicators(panel, indicators, weighting));
    CompositeIndex index;
    index.rowsUsed = values.rowsUsed;
    index.warnings = std::move(values.warnings);
    index.score.assign(panel.rowCount(), missingValue);
    if (weighting.subIndices != SubIndices::None) {
        for (const std::string& dimension : dimensionsOf(indicators)) {
            index.dimensions.push_back(
                {dimension, std::vector<double>(panel.rowCount(), missingValue)});
        }
    }
    double done = 0;
    for (const IndicatorBlock& block : values.blocks) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        CITYPANEL_TRY_STATUS(addBlock(index, block, indicators, weighting));
        progress.report(++done / static_cast<double>(values.blocks.size()));
    }
    warnOfSum(weighting, index.warnings);
    return index;
}

} // namespace citypanel::index
