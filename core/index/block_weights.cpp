// SPDX-License-Identifier: GPL-3.0-or-later
// Weights of one block of rows by every method, in one stage or two.
#include "core/index/composite_index.h"
#include "core/index/objective_weights.h"
#include "core/panel/number_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel::index {

namespace {

/// What weights see of a block: z-scores moved to begin at 0, vector-normalised without the sign.
WeightBasis basisOf(const IndicatorBlock& block, Normalisation normalisation) {
    WeightBasis basis{block.z, block.raw, block.isConstant};
    if (normalisation == Normalisation::ZScore) {
        basis.z = basis.z.rowwise() - basis.z.colwise().minCoeff();
    } else if (normalisation == Normalisation::Vector) {
        basis.z = basis.z.cwiseAbs();
    }
    return basis;
}

/// One way to weigh; `details` receives the terms of the methods that have some.
class Weigher {
public:
    Weigher(const std::vector<Indicator>& indicators, const Weighting& weighting,
            WeightSet& details)
        : indicators_(indicators), weighting_(weighting), details_(details) {}

    [[nodiscard]] Result<Eigen::VectorXd> weights(const WeightBasis& basis, WeightMethod method) {
        switch (method) {
        case WeightMethod::Entropy: {
            EntropyTerms terms = entropyTerms(basis, weighting_.shift);
            CITYPANEL_TRY_STATUS(checkEntropy(terms.entropy));
            return scaledToOne(std::move(terms.divergence));
        }
        case WeightMethod::Critic:
            return criticWeights(basis, weighting_.conflict);
        case WeightMethod::Variation:
            return variationWeights(basis, weighting_.variationOf);
        case WeightMethod::StandardDeviation:
            return deviationWeights(basis);
        case WeightMethod::PrincipalComponents:
            return components(basis);
        case WeightMethod::Equal:
            return equalWeights(basis);
        case WeightMethod::Hierarchy:
            return hierarchy();
        case WeightMethod::Given: {
            CITYPANEL_TRY(Eigen::VectorXd given, givenWeights(indicators_, weighting_.weights));
            return scaledToOne(std::move(given));
        }
        case WeightMethod::Combined:
            break;
        }
        return combined(basis);
    }

private:
    Eigen::VectorXd components(const WeightBasis& basis) {
        ComponentWeights found = componentWeights(basis);
        details_.eigenvalues.assign(found.eigenvalues.begin(), found.eigenvalues.end());
        details_.components = static_cast<std::size_t>(found.components);
        return std::move(found.weight);
    }

    Result<Eigen::VectorXd> hierarchy() {
        CITYPANEL_TRY(SystemHierarchy found, systemHierarchy(indicators_, weighting_.judgements));
        details_.hierarchy = std::move(found.matrices);
        return std::move(found.weight);
    }

    Result<Eigen::VectorXd> combined(const WeightBasis& basis) {
        const std::vector<WeightMethod>& methods = weighting_.components;
        if (methods.size() < 2 ||
            std::find(methods.begin(), methods.end(), WeightMethod::Combined) != methods.end()) {
            return Problem{.code = ProblemCode::OptionInvalid,
                           .place = {.variable = "components"},
                           .found = std::to_string(methods.size()),
                           .expected = ">= 2"};
        }
        Eigen::MatrixXd sets(basis.z.cols(), static_cast<Eigen::Index>(methods.size()));
        for (std::size_t k = 0; k < methods.size(); ++k) {
            CITYPANEL_TRY(sets.col(static_cast<Eigen::Index>(k)), weights(basis, methods[k]));
        }
        CITYPANEL_TRY(CombinedWeights result, combinedWeights(sets, weighting_.combination));
        details_.alpha.assign(result.alpha.begin(), result.alpha.end());
        return std::move(result.weight);
    }

    const std::vector<Indicator>& indicators_;
    const Weighting& weighting_;
    WeightSet& details_;
};

/// Judgements and given weights know nothing of stages.
bool isComputed(const Weighting& weighting) {
    const auto isJudged = [](WeightMethod method) {
        return method == WeightMethod::Hierarchy || method == WeightMethod::Given;
    };
    const auto& parts = weighting.components;
    return !isJudged(weighting.method) && (weighting.method != WeightMethod::Combined ||
                                           std::none_of(parts.begin(), parts.end(), isJudged));
}

/// The groups of the first stage: the dimensions, and what stands under none.
std::vector<std::vector<std::size_t>> stageGroups(const std::vector<Indicator>& indicators) {
    std::vector<std::vector<std::size_t>> groups;
    for (const std::string& dimension : dimensionsOf(indicators)) {
        groups.push_back(membersOf(indicators, dimension));
    }
    if (std::vector<std::size_t> rest = membersOf(indicators, {}); !rest.empty()) {
        groups.push_back(std::move(rest));
    }
    return groups;
}

/// Weights within each dimension, and of the dimensions by their normalised scores.
Result<Eigen::VectorXd> twoStageWeights(const WeightBasis& basis,
                                        const std::vector<Indicator>& indicators,
                                        const Weighting& weighting, Weigher& weigher) {
    const auto groups = stageGroups(indicators);
    const auto count = static_cast<Eigen::Index>(groups.size());
    Eigen::VectorXd result = Eigen::VectorXd::Zero(basis.z.cols());
    WeightBasis upper{Eigen::MatrixXd::Zero(basis.z.rows(), count),
                      Eigen::MatrixXd::Zero(basis.z.rows(), count),
                      std::vector<bool>(groups.size(), false)};
    for (Eigen::Index g = 0; g < count; ++g) {
        const std::vector<std::size_t>& members = groups[static_cast<std::size_t>(g)];
        const WeightBasis part = basis.columns(members);
        CITYPANEL_TRY(const Eigen::VectorXd within, weigher.weights(part, weighting.method));
        upper.raw.col(g) = part.z * within;
        if (const auto z = normalised(upper.raw.col(g), {}, Normalisation::MinMax)) {
            upper.z.col(g) = *z;
        } else {
            upper.isConstant[static_cast<std::size_t>(g)] = true;
        }
        for (std::size_t j = 0; j < members.size(); ++j) {
            result[static_cast<Eigen::Index>(members[j])] = within[static_cast<Eigen::Index>(j)];
        }
    }
    CITYPANEL_TRY(const Eigen::VectorXd among, weigher.weights(upper, weighting.method));
    for (Eigen::Index g = 0; g < count; ++g) {
        for (const std::size_t member : groups[static_cast<std::size_t>(g)]) {
            result[static_cast<Eigen::Index>(member)] *= among[g];
        }
    }
    return result;
}

bool usesEntropy(const Weighting& weighting) {
    const auto& parts = weighting.components;
    return weighting.method != WeightMethod::Combined ||
           std::find(parts.begin(), parts.end(), WeightMethod::Entropy) != parts.end();
}

void describe(WeightSet& details, const IndicatorBlock& block,
              const std::vector<Indicator>& indicators, const Weighting& weighting,
              const WeightBasis& basis, const Eigen::VectorXd& weights) {
    // Entropies are shown beside weights by hand too: they say what was departed from.
    const EntropyTerms terms = entropyTerms(basis, weighting.shift);
    details.period = block.period;
    details.rows = block.rows.size();
    for (std::size_t place = 0; place < indicators.size(); ++place) {
        const auto j = static_cast<Eigen::Index>(place);
        IndicatorWeight one{.indicator = indicators[place].name,
                            .dimension = indicators[place].dimension,
                            .direction = indicators[place].direction,
                            .isConstant = block.isConstant[place],
                            .least = block.raw.col(j).minCoeff(),
                            .most = block.raw.col(j).maxCoeff(),
                            .weight = weights[j]};
        const double total = (basis.z.col(j).array() + weighting.shift).sum();
        if (usesEntropy(weighting)) {
            one.entropy = terms.entropy[j];
            one.divergence = terms.divergence[j];
            one.leastShare = (basis.z.col(j).minCoeff() + weighting.shift) / total;
            one.mostShare = (basis.z.col(j).maxCoeff() + weighting.shift) / total;
        }
        details.indicators.push_back(std::move(one));
    }
    for (const std::string& dimension : dimensionsOf(indicators)) {
        DimensionWeight sum{.dimension = dimension};
        for (const std::size_t member : membersOf(indicators, dimension)) {
            sum.weight += weights[static_cast<Eigen::Index>(member)];
        }
        details.dimensions.push_back(std::move(sum));
    }
}

} // namespace

Result<BlockWeights> blockWeights(const IndicatorBlock& block,
                                  const std::vector<Indicator>& indicators,
                                  const Weighting& weighting) {
    if (block.rows.size() < 2) {
        Problem problem{.code = ProblemCode::ObservationsTooFew,
                        .found = std::to_string(block.rows.size()),
                        .expected = "2"};
        problem.place.period = block.period ? std::to_string(*block.period) : std::string();
        return problem;
    }
    if (!(weighting.shift >= 0) || !std::isfinite(weighting.shift)) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .place = {.variable = "shift"},
                       .found = shortestText(weighting.shift),
                       .expected = ">= 0"};
    }
    BlockWeights result;
    const WeightBasis basis = basisOf(block, weighting.normalisation);
    Weigher weigher(indicators, weighting, result.details);
    const bool isTwoStage = weighting.stages == Stages::Two && isComputed(weighting);
    CITYPANEL_TRY(result.weight, isTwoStage ? twoStageWeights(basis, indicators, weighting, weigher)
                                            : weigher.weights(basis, weighting.method));
    if (!(result.weight.sum() > 0)) {
        std::string names;
        for (const Indicator& indicator : indicators) {
            names += (names.empty() ? "" : ", ") + indicator.name;
        }
        return Problem{.code = ProblemCode::VariableConstant, .place = {.variable = names}};
    }
    describe(result.details, block, indicators, weighting, basis, result.weight);
    return result;
}

} // namespace citypanel::index
