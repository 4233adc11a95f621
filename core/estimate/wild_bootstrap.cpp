// SPDX-License-Identifier: GPL-3.0-or-later
// Wild cluster bootstrap on the scores of clusters.
#include "core/estimate/wild_bootstrap.h"

#include "core/base/parallel.h"
#include "core/estimate/linear_fit.h"
#include "core/estimate/model_data.h"
#include "core/estimate/random_stream.h"
#include "core/estimate/tolerances.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t wildDrawsPerChunk = 256;
/// Weights of Webb (2014), each with probability 1/6.
const std::array webbWeights{-std::sqrt(1.5), -1.0, -std::sqrt(0.5),
                             std::sqrt(0.5),  1.0,  std::sqrt(1.5)};

/// What the replications need of a model: k regressors, G clusters.
struct ClusterSums {
    MatrixXd bread;    ///< k x k, (X'X)^-1
    MatrixXd outcome;  ///< k x G, X_g'y_g
    MatrixXd reach;    ///< k x G, row of the tested coefficient: a'X_g'X_g
    MatrixXd products; ///< k x kG, X_g'X_g side by side
    VectorXd estimates;
    Index tested = 0;
};

struct Counts {
    std::size_t larger = 0;
    std::size_t atLeast = 0;
};

class Replications {
public:
    Replications(ClusterSums sums, const WildBootstrapOptions& options, std::size_t reps,
                 bool isEnumerated)
        : sums_(std::move(sums)), options_(options), reps_(reps), isEnumerated_(isEnumerated) {}

    /// t without small-sample factor of b - value.
    [[nodiscard]] double statistic(double value) const {
        const MatrixXd scores = scoresAt(sums_.estimates);
        const VectorXd direction = sums_.bread.row(sums_.tested) * scores;
        return (sums_.estimates(sums_.tested) - value) / direction.norm();
    }

    /// Replications whose |t*| exceeds |t| under the null `value`.
    [[nodiscard]] Counts count(double value) const {
        const double t = std::abs(statistic(value));
        const VectorXd b = options_.imposesNull ? restricted(value) : sums_.estimates;
        const MatrixXd scores = scoresAt(b); // k x G
        // s*_g = w_g a'X_g'e_g - a'X_g'X_g A (sum of w_h X_h'e_h); b* - b = A (that sum).
        const VectorXd own = sums_.bread.row(sums_.tested) * scores;
        const MatrixXd spread = sums_.bread * scores; // k x G
        const std::vector<Counts> parts =
            parallelMapChunks<Counts>(reps_, wildDrawsPerChunk, [&](const Chunk& chunk) {
                Counts counts;
                VectorXd w(own.size());
                for (std::size_t rep = chunk.begin; rep < chunk.end; ++rep) {
                    draw(rep, w);
                    const VectorXd shift = spread * w;
                    const double norm =
                        (own.cwiseProduct(w) - sums_.reach.transpose() * shift).norm();
                    const double drawn = std::abs(shift(sums_.tested)) / norm;
                    counts.larger += drawn > t * (1.0 + tieShare) ? 1U : 0U;
                    counts.atLeast += drawn >= t * (1.0 - tieShare) ? 1U : 0U;
                }
                return counts;
            });
        Counts sum;
        for (const Counts& part : parts) {
            sum.larger += part.larger;
            sum.atLeast += part.atLeast;
        }
        return sum;
    }

private:
    /// X_g'(y_g - X_g b) by cluster.
    [[nodiscard]] MatrixXd scoresAt(const VectorXd& b) const {
        MatrixXd scores = sums_.outcome;
        const Index k = b.size();
        for (Index g = 0; g < scores.cols(); ++g) {
            scores.col(g) -= sums_.products.middleCols(g * k, k) * b;
        }
        return scores;
    }

    /// Least squares under b_tested = value: b - A r (r'A r)^-1 (b_tested - value).
    [[nodiscard]] VectorXd restricted(double value) const {
        const Index j = sums_.tested;
        return sums_.estimates -
               sums_.bread.col(j) * ((sums_.estimates(j) - value) / sums_.bread(j, j));
    }

    void draw(std::size_t rep, VectorXd& w) const {
        if (isEnumerated_) {
            for (Index g = 0; g < w.size(); ++g) {
                w(g) = ((rep >> static_cast<unsigned>(g)) & 1U) != 0 ? -1.0 : 1.0;
            }
            return;
        }
        RandomStream stream(static_cast<std::uint64_t>(options_.seed), rep);
        if (options_.weights == WildWeights::Webb) {
            for (double& weight : w) {
                weight = webbWeights[stream.below(webbWeights.size())];
            }
            return;
        }
        std::uint64_t bits = 0;
        for (Index g = 0; g < w.size(); ++g) {
            bits = g % 64 == 0 ? stream.next() : bits >> 1U;
            w(g) = (bits & 1U) != 0 ? -1.0 : 1.0;
        }
    }

    ClusterSums sums_;
    const WildBootstrapOptions& options_;
    std::size_t reps_;
    bool isEnumerated_;
};

ClusterSums sumByCluster(const CleanModel& model, const ChosenColumns& chosen,
                         const Grouping& clusters) {
    const auto n = static_cast<Index>(model.data.rowCount());
    const auto k = static_cast<Index>(chosen.columns.size());
    const auto G = static_cast<Index>(clusters.levels);
    const Eigen::Map<const MatrixXd> X(chosen.values.data(), n, k);
    const std::span<const double> y = model.data.columns.column(0);
    ClusterSums sums;
    sums.bread = Eigen::Map<const MatrixXd>(chosen.factor.inverse().data(), k, k);
    sums.outcome = MatrixXd::Zero(k, G);
    sums.products = MatrixXd::Zero(k, k * G);
    for (Index i = 0; i < n; ++i) {
        const auto row = static_cast<std::size_t>(i);
        const Index g = clusters.codes[row];
        sums.outcome.col(g) += X.row(i).transpose() * y[row];
        sums.products.middleCols(g * k, k) += X.row(i).transpose() * X.row(i);
    }
    const std::vector<double> b = chosen.factor.solve(y).coefficients;
    sums.estimates = Eigen::Map<const VectorXd>(b.data(), k);
    return sums;
}

/// The bound of the confidence set on one side: the null value whose p is 1 - level, by bisection
/// from the estimate outwards.
double boundOf(const Replications& replications, double estimate, double stdError, double side,
               const WildBootstrapOptions& options, std::size_t reps) {
    const double size = 1.0 - options.estimate.level;
    const auto isInside = [&](double distance) {
        const Counts counts = replications.count(estimate + side * distance);
        return static_cast<double>(counts.larger) / static_cast<double>(reps) >= size;
    };
    double inside = 0.0;
    double outside = 2.0 * stdError;
    for (int step = 0; isInside(outside); ++step) {
        if (step == 20) {
            return side * std::numeric_limits<double>::infinity();
        }
        inside = outside;
        outside *= 2.0;
    }
    for (int step = 0; step < 40 && outside - inside > 1e-7 * stdError; ++step) {
        const double middle = 0.5 * (inside + outside);
        (isInside(middle) ? inside : outside) = middle;
    }
    return estimate + side * 0.5 * (inside + outside);
}

Status checked(const ModelFormula& formula, const WildBootstrapOptions& options) {
    if (formula.hasInstruments()) {
        return Problem{.code = ProblemCode::ConventionUnsupported,
                       .place = {.variable = formula.endogenous.front().name},
                       .found = formula.text};
    }
    if (options.reps < 1) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .place = {.variable = "reps"},
                       .found = std::to_string(options.reps),
                       .expected = "9999"};
    }
    return {};
}

EstimateOptions clusteredOptions(const Panel& panel, const WildBootstrapOptions& options) {
    EstimateOptions estimation = options.estimate;
    std::string cluster = options.cluster;
    if (cluster.empty()) {
        cluster =
            estimation.vcov.clusters.empty() ? panel.keys().unit : estimation.vcov.clusters.front();
    }
    estimation.vcov = {.kind = CovarianceKind::Cluster, .clusters = {cluster}, .lags = {}};
    return estimation;
}

} // namespace

Result<WildBootstrapTest> wildClusterBootstrap(const Panel& panel, const ModelFormula& formula,
                                               const WildBootstrapOptions& options,
                                               Progress& progress) {
    CITYPANEL_TRY_STATUS(checked(formula, options));
    const EstimateOptions estimation = clusteredOptions(panel, options);
    CITYPANEL_TRY(ModelData data, prepareModel(panel, formula, estimation));
    CITYPANEL_TRY(const CleanModel model, cleanModel(std::move(data), estimation, progress));
    CITYPANEL_TRY(const Fit fit, fitLeastSquares(model, panel, formula, estimation));
    CITYPANEL_TRY(const CovarianceEstimator covariance,
                  CovarianceEstimator::build(estimation.vcov, model.data));
    std::vector<std::size_t> candidates;
    std::string known;
    for (const TermEstimate& term : fit.terms) {
        for (std::size_t j = 1; j <= model.data.exogenous; ++j) {
            if (model.data.columns.names[j] == term.name) {
                candidates.push_back(j);
            }
        }
        known += (known.empty() ? "" : ", ") + term.name;
    }
    const TermEstimate* tested = fit.term(options.term);
    if (tested == nullptr) {
        return Problem{.code = ProblemCode::VariableUnknown,
                       .place = {.variable = options.term},
                       .found = options.term,
                       .expected = known};
    }
    std::vector<DroppedTerm> dropped;
    const ChosenColumns chosen = chooseColumns(model, candidates, dropped);
    const Grouping& clusters = covariance.clusters().front();
    ClusterSums sums = sumByCluster(model, chosen, clusters);
    sums.tested = tested - fit.terms.data();
    const auto k = static_cast<Index>(candidates.size());
    sums.reach.resize(k, static_cast<Index>(clusters.levels));
    for (Index g = 0; g < sums.reach.cols(); ++g) {
        sums.reach.col(g) =
            (sums.bread.row(sums.tested) * sums.products.middleCols(g * k, k)).transpose();
    }
    WildBootstrapTest test;
    test.term = options.term;
    test.cluster = clusters.name;
    test.clusters = clusters.levels;
    test.estimate = tested->estimate;
    test.seed = options.seed;
    const auto wanted = static_cast<std::size_t>(options.reps);
    test.isEnumerated = options.weights == WildWeights::Rademacher && clusters.levels < 31 &&
                        (std::size_t{1} << clusters.levels) <= wanted;
    test.reps = test.isEnumerated ? std::size_t{1} << clusters.levels : wanted;
    const Replications replications(std::move(sums), options, test.reps, test.isEnumerated);
    test.statisticNoSmallSample = replications.statistic(options.value);
    test.statistic = (tested->estimate - options.value) / tested->stdError;
    const Counts counts = replications.count(options.value);
    const auto reps = static_cast<double>(test.reps);
    test.pValue = static_cast<double>(counts.larger) / reps;
    test.pValueWithTies = static_cast<double>(counts.atLeast) / reps;
    if (options.wantsInterval) {
        test.confLow =
            boundOf(replications, test.estimate, tested->stdError, -1.0, options, test.reps);
        test.confHigh =
            boundOf(replications, test.estimate, tested->stdError, 1.0, options, test.reps);
    }
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    return test;
}

} // namespace citypanel
