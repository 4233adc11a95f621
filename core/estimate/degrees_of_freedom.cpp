// SPDX-License-Identifier: GPL-3.0-or-later
// Counting absorbed degrees of freedom as reghdfe, fixest, xtreg, areg and xtscc do.
#include "core/estimate/degrees_of_freedom.h"

#include <algorithm>
#include <string>

namespace citypanel {

namespace {

bool isNestedInClusters(const Grouping& effect, const CovarianceEstimator& covariance) {
    return std::any_of(covariance.clusters().begin(), covariance.clusters().end(),
                       [&](const Grouping& cluster) { return isNested(effect, cluster); });
}

std::size_t columnsOf(const AbsorbedTerm& effect) {
    return effect.grouping.levels * (effect.slopes.size() + (effect.hasLevels ? 1 : 0));
}

/// reghdfe's M for every effect: all of a nested one; of the others one for the constant, and for
/// every pair at least the number of connected components.
void countAbsorbed(const ModelData& data, const CovarianceEstimator& covariance,
                   DegreesOfFreedom& df) {
    for (const AbsorbedTerm& effect : data.effects) {
        const bool nested = isNestedInClusters(effect.grouping, covariance);
        df.effects.push_back({effect.grouping.name, columnsOf(effect), 0, nested});
        df.nestedLevels += nested ? columnsOf(effect) : 0;
    }
    std::vector<std::size_t> earlier;
    for (std::size_t e = 0; e < data.effects.size(); ++e) {
        AbsorbedEffectCount& count = df.effects[e];
        if (count.isNestedInCluster) {
            count.redundant = count.levels;
            continue;
        }
        if (data.effects[e].hasLevels) {
            count.redundant = earlier.empty() && df.nestedLevels == 0 ? 0 : 1;
            for (const std::size_t other : earlier) {
                count.redundant =
                    std::max(count.redundant, connectedComponents(data.effects[other].grouping,
                                                                  data.effects[e].grouping));
            }
            earlier.push_back(e);
        }
        df.absorbed += count.levels - count.redundant;
    }
}

/// fixest's K - k: all levels but one for each effect after the first; levels of nested effects
/// but one are taken out again for clustered errors.
double fixestCount(const DegreesOfFreedom& df, bool isClustered) {
    double count = df.effects.empty() ? 0.0 : 1.0;
    bool allNested = true;
    double nested = 0.0;
    for (const AbsorbedEffectCount& effect : df.effects) {
        count += static_cast<double>(effect.levels) - 1.0;
        allNested = allNested && effect.isNestedInCluster;
        nested += effect.isNestedInCluster ? static_cast<double>(effect.levels) - 1.0 : 0.0;
    }
    if (!isClustered || df.effects.empty()) {
        return count;
    }
    return allNested ? 1.0 : count - nested;
}

bool isTimeDependent(CovarianceKind kind) {
    return kind == CovarianceKind::DriscollKraay || kind == CovarianceKind::NeweyWest;
}

bool isSupported(SmallSample convention, CovarianceKind kind) {
    switch (convention) {
    case SmallSample::Reghdfe:
    case SmallSample::Fixest:
        return true;
    case SmallSample::Xtreg:
        return kind == CovarianceKind::Iid || kind == CovarianceKind::Cluster;
    case SmallSample::Areg:
        return !isTimeDependent(kind);
    case SmallSample::Xtscc:
        return kind == CovarianceKind::DriscollKraay;
    }
    return false;
}

std::size_t unitEffect(const ModelData& data) {
    for (std::size_t e = 0; e < data.effects.size(); ++e) {
        if (data.effects[e].grouping.name == data.unitName) {
            return e;
        }
    }
    return 0;
}

Problem unsupported(SmallSample convention, const CovarianceEstimator& covariance) {
    return Problem{.code = ProblemCode::ConventionUnsupported,
                   .found =
                       std::string(nameOf(convention)) + ", " + covarianceText(covariance.spec()),
                   .expected = "reghdfe, fixest"};
}

/// What the convention subtracts from N besides k: for iid, and for sandwiches.
struct Counted {
    double iid;
    double sandwich;
};

Counted countedBy(SmallSample convention, const ModelCounts& counts, const ModelData& data,
                  const CovarianceEstimator& covariance, const DegreesOfFreedom& df) {
    const bool isClustered = covariance.spec().kind == CovarianceKind::Cluster;
    const auto absorbed = static_cast<double>(df.absorbed);
    const auto rank = static_cast<double>(counts.effectRank);
    const auto unitLevels = static_cast<double>(data.effects[unitEffect(data)].grouping.levels);
    switch (convention) {
    case SmallSample::Fixest:
        return {fixestCount(df, false), fixestCount(df, isClustered)};
    case SmallSample::Xtreg:
    case SmallSample::Xtscc:
        return {rank, rank - unitLevels + 1.0};
    case SmallSample::Areg:
        return {rank, rank};
    case SmallSample::Reghdfe:
        break;
    }
    if (counts.hasInstruments) { // ivreghdfe: no further "- 1" when levels are counted
        return {std::max(absorbed, 1.0), std::max(absorbed, 1.0)};
    }
    return {absorbed, absorbed + (isClustered && df.nestedLevels > 0 ? 1.0 : 0.0)};
}

} // namespace

SandwichRule sandwichRule(const DegreesOfFreedom& df, double n, double k,
                          const CovarianceEstimator& covariance) {
    const double left = n - k - df.counted;
    const auto clusters = static_cast<double>(covariance.clusterCount());
    const auto periods = static_cast<double>(covariance.periodCount());
    switch (covariance.spec().kind) {
    case CovarianceKind::Iid:
        return {1.0, left};
    case CovarianceKind::Hc1:
        return {n / left, left};
    case CovarianceKind::Hc2:
    case CovarianceKind::Hc3:
        return {1.0, left};
    case CovarianceKind::Cluster:
        return {(n - 1.0) / left * clusters / (clusters - 1.0), clusters - 1.0};
    case CovarianceKind::DriscollKraay:
    case CovarianceKind::NeweyWest:
        return {(n - 1.0) / left * periods / (periods - 1.0), periods - 1.0};
    }
    return {};
}

Result<DegreesOfFreedom> degreesOfFreedom(const ModelCounts& counts, const ModelData& data,
                                          const CovarianceEstimator& covariance,
                                          SmallSample convention) {
    DegreesOfFreedom df;
    const auto k = static_cast<double>(counts.regressors);
    double iidCounted = 0.0;
    if (!data.effects.empty()) {
        if (!isSupported(convention, covariance.spec().kind)) {
            return unsupported(convention, covariance);
        }
        countAbsorbed(data, covariance, df);
        if (convention == SmallSample::Xtreg && covariance.spec().kind == CovarianceKind::Cluster &&
            !df.effects[unitEffect(data)].isNestedInCluster) {
            return unsupported(convention, covariance);
        }
        const Counted counted = countedBy(convention, counts, data, covariance, df);
        df.counted = counted.sandwich;
        iidCounted = counted.iid;
    }
    if (covariance.isIid()) {
        df.counted = iidCounted;
    }
    df.iidDivisor = counts.n - k - iidCounted;
    df.fitDivisor = counts.n - k - static_cast<double>(df.absorbed + df.nestedLevels);
    if (convention != SmallSample::Reghdfe || counts.hasInstruments) {
        df.fitDivisor = df.iidDivisor;
    }
    const SandwichRule rule = sandwichRule(df, counts.n, k, covariance);
    df.factor = rule.factor;
    df.residual = rule.residual;
    if (convention == SmallSample::Reghdfe && !counts.hasInstruments) {
        df.residual = std::min(counts.n - k - static_cast<double>(df.absorbed), rule.residual);
    }
    if (!(df.iidDivisor > 0.0) || !(counts.n - k - df.counted > 0.0)) {
        return Problem{.code = ProblemCode::ObservationsTooFew,
                       .found = std::to_string(static_cast<long long>(counts.n)),
                       .expected = std::to_string(static_cast<long long>(counts.n) + 1 -
                                                  static_cast<long long>(df.iidDivisor))};
    }
    return df;
}

} // namespace citypanel
