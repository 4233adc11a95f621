// SPDX-License-Identifier: GPL-3.0-or-later
// Ordinary least squares with absorbed effects: coefficients, measures of fit, the constant.
#include "core/estimate/linear_fit.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

/// Up to this size an ill-conditioned model without effects is formed again in extended precision.
constexpr std::size_t mostExtendedRows = 10'000;

class LeastSquaresFitter {
public:
    LeastSquaresFitter(const CleanModel& model, const Panel& panel, const ModelFormula& formula,
                       const EstimateOptions& options)
        : model_(model), data_(model.data), panel_(panel), formula_(formula), options_(options) {}

    Result<Fit> run() {
        fit_.formula = formula_.text;
        CITYPANEL_TRY_STATUS(solve());
        CITYPANEL_TRY(const CovarianceEstimator covariance,
                      CovarianceEstimator::build(options_.vcov, data_));
        CITYPANEL_TRY(df_, degreesOfFreedom({.n = data_.total,
                                             .regressors = chosen_.columns.size(),
                                             .effectRank = model_.effectRank()},
                                            data_, covariance, options_.ssc));
        CITYPANEL_TRY(const std::vector<double> leverages,
                      leveragesFor(options_.vcov, model_, chosen_.values, linear_.bread));
        fillCounts(model_, covariance, df_, options_, fit_);
        const bool hasConstantBeside =
            model_.effects && options_.ssc == SmallSample::Reghdfe && model_.hasConstant();
        if (hasConstantBeside) {
            fillWithConstant(covariance, leverages);
        } else {
            fillTerms(model_, {chosen_.columns, linear_.coefficients},
                      coefficientCovariance(covariance,
                                            {scoresOf(chosen_.values, linear_.residuals),
                                             linear_.bread, leverages, linear_.rss},
                                            df_, true),
                      df_, options_.level, fit_);
        }
        fillMeasures();
        fit_.residuals = unweighted(std::move(linear_.residuals), data_.weights);
        return std::move(fit_);
    }

private:
    Status solve() {
        std::vector<std::size_t> candidates(data_.exogenous);
        std::iota(candidates.begin(), candidates.end(), std::size_t{1});
        chosen_ = chooseColumns(model_, candidates, fit_.droppedCollinear);
        if (chosen_.columns.empty() && !candidates.empty()) {
            return Problem{.code = ProblemCode::RegressorsAllDropped,
                           .place = {.variable = fit_.droppedCollinear.front().name}};
        }
        if (chosen_.columns.size() >= data_.rowCount()) {
            return Problem{.code = ProblemCode::ObservationsTooFew,
                           .found = std::to_string(data_.rowCount()),
                           .expected = std::to_string(chosen_.columns.size() + 1)};
        }
        CITYPANEL_TRY_STATUS(refineInExtendedPrecision());
        LeastSquaresSolution solution = chosen_.factor.solve(data_.columns.column(0));
        linear_ = {std::move(solution.coefficients), chosen_.factor.inverse(),
                   std::move(solution.residuals), solution.rss};
        return {};
    }

    /// Powers and products of a small ill-conditioned model once more with 64-bit mantissas.
    Status refineInExtendedPrecision() {
        const bool isWorthIt =
            (chosen_.factor.isIllConditioned() || !fit_.droppedCollinear.empty()) &&
            !model_.effects && data_.weights.empty() && data_.rowCount() <= mostExtendedRows;
        if (!isWorthIt) {
            return {};
        }
        CITYPANEL_TRY(const EvaluatedTerms terms,
                      EvaluatedTerms::evaluate(panel_, formula_.regressors));
        if (terms.hasLevels()) {
            return {};
        }
        CITYPANEL_TRY(std::vector<std::vector<long double>> columns,
                      terms.extendedColumns(panel_, data_.rows));
        if (data_.hasConstantColumn) {
            columns.insert(columns.begin(), std::vector<long double>(data_.rowCount(), 1.0L));
        }
        const LeastSquares all = LeastSquares::factor(std::move(columns));
        fit_.droppedCollinear.clear();
        for (const DependentColumn& dependent : all.dependent()) {
            std::vector<std::size_t> with;
            for (const std::size_t other : dependent.with) {
                with.push_back(other + 1);
            }
            fit_.droppedCollinear.push_back(dependentTerm(model_, dependent.column + 1, with));
        }
        chosen_.columns.clear();
        for (const std::size_t j : all.kept()) {
            chosen_.columns.push_back(j + 1);
        }
        chosen_.storage = gatherColumns(data_.columns, chosen_.columns);
        chosen_.values = chosen_.storage;
        chosen_.factor = all;
        return {};
    }

    /// reghdfe's constant: a = mean y - mean x'b. With the clean columns centred, the intercept c
    /// of the centred design is independent of them, and a = c - mean x'b carries both errors.
    void fillWithConstant(const CovarianceEstimator& covariance,
                          std::span<const double> leverages) {
        const std::size_t k = chosen_.columns.size();
        std::vector<double> ones(data_.rowCount(), 1.0);
        for (std::size_t i = 0; i < data_.weights.size(); ++i) {
            ones[i] = std::sqrt(data_.weights[i]);
        }
        Scores scores = scoresOf(chosen_.values, linear_.residuals);
        scores.regressors.emplace_back(ones);
        std::vector<double> bread((k + 1) * (k + 1), 0.0);
        for (std::size_t i = 0; i < k; ++i) {
            for (std::size_t j = 0; j < k; ++j) {
                bread[i * (k + 1) + j] = linear_.bread[i * k + j];
            }
        }
        bread.back() = 1.0 / data_.total;
        CoefficientCovariance full = coefficientCovariance(
            covariance, {std::move(scores), bread, leverages, linear_.rss}, df_, false);
        std::vector<double>& V = full.values;
        // From (b, c) to (b, a): the last row and column become those of c - mean x'b.
        double constant = model_.raw.front().mean;
        for (std::size_t j = 0; j < k; ++j) {
            constant -= linear_.coefficients[j] * model_.raw[chosen_.columns[j]].mean;
        }
        const auto turn = [&](std::size_t step, std::size_t stride) {
            for (std::size_t i = 0; i <= k; ++i) {
                for (std::size_t j = 0; j < k; ++j) {
                    V[i * stride + k * step] -=
                        model_.raw[chosen_.columns[j]].mean * V[i * stride + j * step];
                }
            }
        };
        turn(1, k + 1);
        turn(k + 1, 1);
        CoefficientCovariance slopes;
        for (std::size_t i = 0; i < k; ++i) {
            for (std::size_t j = 0; j < k; ++j) {
                slopes.values.push_back(V[i * (k + 1) + j]);
            }
        }
        if (covariance.clusters().size() > 1) {
            slopes.wasRepaired = repairEigenvalues(slopes.values, k);
        }
        fillTerms(model_, {chosen_.columns, linear_.coefficients}, slopes, df_, options_.level,
                  fit_);
        fit_.constant =
            termEstimate(interceptName, constant, V.back(), df_.residual, options_.level);
    }

    void fillMeasures() {
        const double n = data_.total;
        const auto k = static_cast<double>(chosen_.columns.size());
        const double u = df_.fitDivisor;
        fit_.rss = linear_.rss;
        fit_.rSquared = 1.0 - fit_.rss / fit_.tss;
        const double totalDf = model_.hasConstant() ? n - 1.0 : n;
        fit_.adjRSquared = 1.0 - (fit_.rss / u) / (fit_.tss / totalDf);
        fit_.rmse = std::sqrt(fit_.rss / (options_.ssc == SmallSample::Fixest ? n : u));
        if (!model_.effects) {
            return;
        }
        fit_.withinRSquared = 1.0 - fit_.rss / fit_.tssWithin;
        fit_.adjWithinRSquared = 1.0 - (fit_.rss / u) / (fit_.tssWithin / (u + k));
        if (options_.ssc == SmallSample::Xtreg) {
            fillXtreg();
        }
    }

    /// xtreg's own measures: the other effects are regressors of the within model.
    void fillXtreg() {
        const double n = data_.total;
        const auto k = static_cast<double>(chosen_.columns.size());
        // vce(cluster) leaves the units' levels out of the degrees of freedom.
        const double left = fit_.clusters.empty() ? df_.iidDivisor : n - k - df_.counted;
        XtregMeasures measures;
        measures.rSquaredWithin = 1.0 - fit_.rss / model_.unitSumOfSquares;
        measures.sigmaE = std::sqrt(fit_.rss / df_.iidDivisor);
        measures.rmse = std::sqrt(fit_.rss / left);
        measures.adjRSquared = 1.0 - (1.0 - measures.rSquaredWithin) * (n - 1.0) / left;
        fit_.xtreg = measures;
    }

    const CleanModel& model_;
    const ModelData& data_;
    const Panel& panel_;
    const ModelFormula& formula_;
    const EstimateOptions& options_;
    Fit fit_;
    ChosenColumns chosen_;
    LinearFit linear_;
    DegreesOfFreedom df_;
};

} // namespace

Result<Fit> fitLeastSquares(const CleanModel& model, const Panel& panel,
                            const ModelFormula& formula, const EstimateOptions& options) {
    return LeastSquaresFitter(model, panel, formula, options).run();
}

} // namespace citypanel
