// SPDX-License-Identifier: GPL-3.0-or-later
// Analytic hierarchy, weights by hand, combinations.
#include "core/index/subjective_weights.h"

#include "core/index/objective_weights.h"
#include "core/panel/near_names.h"
#include "core/panel/number_text.h"

#include <Eigen/LU>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace citypanel::index {

namespace {

/// Saaty (1980), random consistency index of m = 1, 2, ... items.
constexpr std::array randomIndices{0.0,  0.0,  0.58, 0.90, 1.12, 1.24, 1.32, 1.41,
                                   1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};

Problem judgementsInvalid(std::string found, std::string expected) {
    return Problem{.code = ProblemCode::OptionInvalid,
                   .place = {.variable = "judgements"},
                   .found = std::move(found),
                   .expected = std::move(expected)};
}

const Judgements* judgementsOf(const std::vector<Judgements>& judgements, const std::string& of) {
    const auto found = std::find_if(judgements.begin(), judgements.end(),
                                    [&](const Judgements& one) { return one.of == of; });
    return found == judgements.end() ? nullptr : &*found;
}

std::size_t pairs(std::size_t items) {
    return items * (items - 1) / 2;
}

Result<HierarchyWeights> weighed(const std::vector<Judgements>& judgements, const std::string& of,
                                 std::size_t items) {
    if (items == 1) {
        return HierarchyWeights{
            .of = of, .weight = Eigen::VectorXd::Ones(1), .largestEigenvalue = 1};
    }
    const Judgements* given = judgementsOf(judgements, of);
    if (given == nullptr) {
        return Problem{.code = ProblemCode::OptionMissing,
                       .place = {.variable = of.empty() ? "judgements" : of}};
    }
    CITYPANEL_TRY(const Eigen::MatrixXd matrix, comparisonMatrix(*given, items));
    CITYPANEL_TRY(HierarchyWeights result, hierarchyWeights(matrix));
    result.of = of;
    return result;
}

bool comparesAll(const std::vector<Indicator>& indicators,
                 const std::vector<Judgements>& judgements, std::size_t dimensions) {
    const bool isOne = judgements.size() == 1 && judgements[0].of.empty() &&
                       judgements[0].upper.size() == pairs(indicators.size());
    return isOne || dimensions < 2;
}

/// The largest eigenvalue of a positive matrix, which is real and simple, and its vector with sum 1
/// (Perron 1907). The power method, its steps doubled by squaring: sums of positive numbers only,
/// so nothing cancels.
std::pair<double, Eigen::VectorXd> principalEigenpair(const Eigen::MatrixXd& positive) {
    constexpr int squarings = 50; // 2^50 steps part eigenvalues that differ in their last bits
    Eigen::MatrixXd power = positive / positive.sum();
    for (int i = 0; i < squarings; ++i) {
        power = (power * power).eval();
        power /= power.sum();
    }
    const Eigen::VectorXd vector = power.rowwise().sum() / power.sum();
    return {(positive * vector).sum(), vector};
}

/// Solves A alpha = diag(A), A = w'w.
Result<Eigen::VectorXd> gameShares(const Eigen::MatrixXd& sets) {
    const Eigen::MatrixXd products = sets.transpose() * sets;
    const Eigen::FullPivLU<Eigen::MatrixXd> solver(products);
    if (!solver.isInvertible()) {
        return Problem{.code = ProblemCode::MatrixSingular, .place = {.variable = "components"}};
    }
    const Eigen::VectorXd alpha = solver.solve(products.diagonal()).cwiseAbs();
    return Eigen::VectorXd(alpha / alpha.sum());
}

} // namespace

Result<Eigen::MatrixXd> comparisonMatrix(const Judgements& judgements, std::size_t items) {
    if (judgements.upper.size() != pairs(items)) {
        return Problem{.code = ProblemCode::SizeMismatch,
                       .place = {.variable = judgements.of.empty() ? "judgements" : judgements.of},
                       .found = std::to_string(judgements.upper.size()),
                       .expected = std::to_string(pairs(items))};
    }
    const auto m = static_cast<Eigen::Index>(items);
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Ones(m, m);
    auto next = judgements.upper.begin();
    for (Eigen::Index i = 0; i < m; ++i) {
        for (Eigen::Index j = i + 1; j < m; ++j) {
            matrix(i, j) = *next;
            matrix(j, i) = 1.0 / *next;
            ++next;
        }
    }
    return matrix;
}

Result<HierarchyWeights> hierarchyWeights(const Eigen::MatrixXd& comparisons) {
    const Eigen::Index m = comparisons.rows();
    if (m > static_cast<Eigen::Index>(randomIndices.size())) {
        return judgementsInvalid(std::to_string(m), "<= " + std::to_string(randomIndices.size()));
    }
    for (const double judgement : comparisons.reshaped()) {
        if (!(judgement > 0) || !std::isfinite(judgement)) {
            // The reciprocal of a judgement 0 is infinite: the judgement itself is named.
            return judgementsInvalid(shortestText(std::isinf(judgement) ? 0.0 : judgement), "> 0");
        }
    }
    HierarchyWeights result;
    std::tie(result.largestEigenvalue, result.weight) = principalEigenpair(comparisons);
    if (!std::isfinite(result.largestEigenvalue)) {
        return Problem{.code = ProblemCode::NotConverged, .place = {.variable = "judgements"}};
    }
    const auto items = static_cast<double>(m);
    result.randomIndex = randomIndices[static_cast<std::size_t>(m - 1)];
    result.consistencyIndex = m > 1 ? (result.largestEigenvalue - items) / (items - 1.0) : 0.0;
    result.consistencyRatio =
        result.randomIndex > 0 ? result.consistencyIndex / result.randomIndex : 0.0;
    return result;
}

Result<SystemHierarchy> systemHierarchy(const std::vector<Indicator>& indicators,
                                        const std::vector<Judgements>& judgements) {
    const std::vector<std::string> dimensions = dimensionsOf(indicators);
    SystemHierarchy result;
    if (comparesAll(indicators, judgements, dimensions.size())) {
        CITYPANEL_TRY(HierarchyWeights all, weighed(judgements, {}, indicators.size()));
        result.weight = all.weight;
        result.matrices.push_back(std::move(all));
        return result;
    }
    CITYPANEL_TRY(const HierarchyWeights among, weighed(judgements, {}, dimensions.size()));
    result.matrices.push_back(among);
    result.weight = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(indicators.size()));
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        const std::vector<std::size_t> members = membersOf(indicators, dimensions[d]);
        CITYPANEL_TRY(HierarchyWeights within, weighed(judgements, dimensions[d], members.size()));
        for (std::size_t j = 0; j < members.size(); ++j) {
            result.weight[static_cast<Eigen::Index>(members[j])] =
                among.weight[static_cast<Eigen::Index>(d)] *
                within.weight[static_cast<Eigen::Index>(j)];
        }
        if (members.size() > 1) {
            result.matrices.push_back(std::move(within));
        }
    }
    return result;
}

Result<Eigen::VectorXd> givenWeights(const std::vector<Indicator>& indicators,
                                     const std::map<std::string, double>& weights) {
    if (weights.empty()) {
        return Problem{.code = ProblemCode::OptionMissing, .place = {.variable = "weights"}};
    }
    std::vector<std::string> names;
    names.reserve(indicators.size());
    for (const Indicator& indicator : indicators) {
        names.push_back(indicator.name);
    }
    Eigen::VectorXd result = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(indicators.size()));
    for (const auto& [name, weight] : weights) {
        const auto place = std::find(names.begin(), names.end(), name);
        if (place == names.end()) {
            return Problem{.code = ProblemCode::VariableUnknown,
                           .place = {.variable = name},
                           .expected = nearNames(name, names)};
        }
        if (!(weight >= 0) || !std::isfinite(weight)) {
            return Problem{.code = ProblemCode::WeightInvalid,
                           .place = {.variable = name},
                           .found = shortestText(weight),
                           .expected = ">= 0"};
        }
        result[place - names.begin()] = weight;
    }
    if (!(result.sum() > 0)) {
        return Problem{.code = ProblemCode::WeightInvalid, .found = "0", .expected = "> 0"};
    }
    return result;
}

Result<CombinedWeights> combinedWeights(const Eigen::MatrixXd& sets, Combination combination) {
    CombinedWeights result;
    switch (combination) {
    case Combination::Product:
        result.weight = sets.rowwise().prod();
        break;
    case Combination::Geometric:
        result.weight =
            sets.rowwise().prod().array().pow(1.0 / static_cast<double>(sets.cols())).matrix();
        break;
    case Combination::Linear:
        result.weight = sets.rowwise().mean();
        break;
    case Combination::Game: {
        CITYPANEL_TRY(result.alpha, gameShares(sets));
        result.weight = sets * result.alpha;
        break;
    }
    }
    result.weight = scaledToOne(std::move(result.weight));
    return result;
}

} // namespace citypanel::index
