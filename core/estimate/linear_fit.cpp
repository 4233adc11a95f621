// SPDX-License-Identifier: GPL-3.0-or-later
// Covariance of least-squares coefficients, and filling of Fit.
#include "core/estimate/linear_fit.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

/// Residual weight of a row whose leverage is one: it fits itself and says nothing.
constexpr double fullLeverage = 1e-12;

} // namespace

Result<std::vector<double>> leveragesFor(const CovarianceSpec& spec, const CleanModel& model,
                                         std::span<const double> regressors,
                                         std::span<const double> bread) {
    if (spec.kind != CovarianceKind::Hc2 && spec.kind != CovarianceKind::Hc3) {
        return std::vector<double>();
    }
    const auto n = static_cast<Eigen::Index>(model.data.rowCount());
    const auto k = static_cast<Eigen::Index>(regressors.size()) / n;
    std::vector<double> leverages(model.data.rowCount(), 0.0);
    if (model.effects) {
        CITYPANEL_TRY(leverages, model.effects->leverages());
    }
    const Eigen::Map<const Eigen::MatrixXd> X(regressors.data(), n, k);
    const Eigen::Map<const Eigen::MatrixXd> A(bread.data(), k, k);
    Eigen::Map<Eigen::VectorXd>(leverages.data(), n) += (X * A).cwiseProduct(X).rowwise().sum();
    return leverages;
}

CoefficientCovariance coefficientCovariance(const CovarianceEstimator& covariance,
                                            SandwichParts parts, const DegreesOfFreedom& df,
                                            bool repairs) {
    CoefficientCovariance result;
    const std::size_t size = parts.scores.columns();
    if (covariance.isIid()) {
        result.values.assign(parts.bread.begin(), parts.bread.end());
        for (double& value : result.values) {
            value *= parts.rss / df.iidDivisor;
        }
        return result;
    }
    std::vector<double> residuals;
    if (!parts.leverages.empty()) {
        residuals.assign(parts.scores.residuals.begin(), parts.scores.residuals.end());
        const bool isHc2 = covariance.spec().kind == CovarianceKind::Hc2;
        for (std::size_t i = 0; i < residuals.size(); ++i) {
            const double rest = 1.0 - parts.leverages[i];
            const double divisor = isHc2 ? std::sqrt(std::max(rest, 0.0)) : rest;
            residuals[i] = rest > fullLeverage ? residuals[i] / divisor : 0.0;
        }
        parts.scores.residuals = residuals;
    }
    result.values = sandwich(parts.bread, covariance.meat(parts.scores), size);
    for (double& value : result.values) {
        value *= df.factor;
    }
    if (repairs && covariance.clusters().size() > 1) {
        result.wasRepaired = repairEigenvalues(result.values, size);
    }
    return result;
}

void fillTerms(const CleanModel& model, const Slopes& estimated,
               const CoefficientCovariance& covariance, const DegreesOfFreedom& df, double level,
               Fit& fit) {
    const auto& [columns, coefficients] = estimated;
    const std::size_t k = columns.size();
    std::vector<std::size_t> slopes;
    for (std::size_t i = 0; i < k; ++i) {
        const std::string& name = model.data.columns.names[columns[i]];
        fit.terms.push_back(
            termEstimate(name, coefficients[i], covariance.values[i * k + i], df.residual, level));
        if (name != interceptName) {
            slopes.push_back(i);
        }
    }
    fit.covariance = covariance.values;
    fit.covarianceWasRepaired = covariance.wasRepaired;
    fit.f = waldF(coefficients, covariance.values, slopes, df.residual);
}

void fillCounts(const CleanModel& model, const CovarianceEstimator& covariance,
                const DegreesOfFreedom& df, const EstimateOptions& options, Fit& fit) {
    const ModelData& data = model.data;
    fit.outcome = data.columns.names.front();
    fit.vcov = covarianceText(options.vcov);
    fit.ssc = options.ssc;
    fit.sample = data.sample;
    fit.nobs = static_cast<std::size_t>(std::llround(data.total));
    fit.droppedMissing =
        data.sample.count(ExclusionReason::Missing) + data.sample.count(ExclusionReason::Lag);
    fit.referenceLevels = data.references;
    fit.droppedSingletons = data.sample.count(ExclusionReason::Singleton);
    fit.dfResidual = df.residual;
    fit.dfAbsorbed = df.absorbed;
    fit.dfAbsorbedExact = model.effectRank();
    fit.dfAbsorbedIsExact = !model.effects || model.effects->rankIsExact();
    fit.effects = df.effects;
    for (const Grouping& cluster : covariance.clusters()) {
        fit.clusters.emplace_back(cluster.name, cluster.levels);
    }
    fit.periods = covariance.periodCount();
    fit.lags = covariance.lags();
    fit.sscFactor = covariance.isIid() ? missingValue : df.factor;
    fit.absorptionError = model.absorptionError;
    fit.meanOutcome = model.raw.front().mean;
    fit.tss = model.totalSumOfSquares();
    fit.tssWithin = model.effects ? model.cleanSumOfSquares(0) : fit.tss;
}

std::vector<double> unweighted(std::vector<double> residuals, std::span<const double> weights) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
        residuals[i] /= std::sqrt(weights[i]);
    }
    return residuals;
}

} // namespace citypanel
