// SPDX-License-Identifier: GPL-3.0-or-later
// Models with instruments and absorbed effects: coefficients, first stages, tests of instruments.
#include "core/estimate/instrument_methods.h"
#include "core/estimate/instrument_tests.h"
#include "core/estimate/linear_fit.h"
#include "core/estimate/stock_yogo.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace citypanel {

namespace {

class InstrumentFitter {
public:
    InstrumentFitter(const CleanModel& model, const ModelFormula& formula,
                     const EstimateOptions& options)
        : model_(model), data_(model.data), formula_(formula), options_(options) {}

    Result<Fit> run() {
        fit_.formula = formula_.text;
        CITYPANEL_TRY_STATUS(choose());
        fillBlocks();
        CITYPANEL_TRY_STATUS(solve());
        CITYPANEL_TRY(const CovarianceEstimator covariance,
                      CovarianceEstimator::build(options_.vcov, data_));
        CITYPANEL_TRY_STATUS(applyMethod(covariance));
        CITYPANEL_TRY(df_, degreesOfFreedom({.n = data_.total,
                                             .regressors = blocks_.m + blocks_.p,
                                             .effectRank = model_.effectRank(),
                                             .hasInstruments = true},
                                            data_, covariance, options_.ssc));
        if (data_.total - static_cast<double>(blocks_.p + blocks_.L) - df_.counted < 1.0) {
            return Problem{.code = ProblemCode::ObservationsTooFew,
                           .found = std::to_string(fit_.nobs)};
        }
        CITYPANEL_TRY(const std::vector<double> leverages,
                      leveragesFor(options_.vcov, model_, projected_, linear_.bread));
        fillCounts(model_, covariance, df_, options_, fit_);
        fillTerms(model_, {regressors_, linear_.coefficients},
                  efficient_ ? scaled(*efficient_)
                             : coefficientCovariance(covariance,
                                                     {scoresOf(projected_, linear_.residuals),
                                                      linear_.bread, leverages, linear_.rss},
                                                     df_, false),
                  df_, options_.level, fit_);
        fillMeasures();
        fillTests(covariance);
        fit_.residuals = unweighted(std::move(linear_.residuals), data_.weights);
        return std::move(fit_);
    }

private:
    /// Exogenous regressors in order, then instruments, as far as they are independent; the
    /// endogenous ones that the effects leave.
    Status choose() {
        const std::size_t firstExogenous = 1 + data_.endogenous;
        const std::size_t firstInstrument = firstExogenous + data_.exogenous;
        std::vector<std::size_t> candidates(data_.exogenous + data_.instruments);
        std::iota(candidates.begin(), candidates.end(), firstExogenous);
        const ChosenColumns chosen = chooseColumns(model_, candidates, fit_.droppedCollinear);
        for (const std::size_t column : chosen.columns) {
            (column < firstInstrument ? exogenous_ : instruments_).push_back(column);
        }
        for (std::size_t column = 1; column < firstExogenous; ++column) {
            if (model_.isAbsorbed(column)) {
                std::vector<std::string> names;
                for (const AbsorbedTerm& effect : data_.effects) {
                    names.push_back(effect.grouping.name);
                }
                fit_.droppedCollinear.push_back(
                    {data_.columns.names[column], DropReason::AbsorbedByEffects, names});
            } else {
                endogenous_.push_back(column);
            }
        }
        if (endogenous_.empty()) {
            return Problem{.code = ProblemCode::RegressorsAllDropped,
                           .place = {.variable = data_.columns.names[1]}};
        }
        if (instruments_.size() < endogenous_.size()) {
            return Problem{.code = ProblemCode::InstrumentsTooFew,
                           .place = {.variable = data_.columns.names[endogenous_.front()]},
                           .found = std::to_string(instruments_.size()),
                           .expected = std::to_string(endogenous_.size())};
        }
        const std::size_t columns = exogenous_.size() + instruments_.size();
        if (columns >= data_.rowCount()) {
            return Problem{.code = ProblemCode::ObservationsTooFew,
                           .found = std::to_string(data_.rowCount()),
                           .expected = std::to_string(columns + 1)};
        }
        return {};
    }

    void fillBlocks() {
        const std::span<const double> y = data_.columns.column(0);
        blocks_.rows = data_.rowCount();
        blocks_.outcome.assign(y.begin(), y.end());
        blocks_.endogenous = gatherColumns(data_.columns, endogenous_);
        blocks_.exogenous = gatherColumns(data_.columns, exogenous_);
        blocks_.instruments = gatherColumns(data_.columns, instruments_);
        blocks_.m = endogenous_.size();
        blocks_.p = exogenous_.size();
        blocks_.L = instruments_.size();
        blocks_.n = data_.total;
        regressors_ = endogenous_;
        regressors_.insert(regressors_.end(), exogenous_.begin(), exogenous_.end());
    }

    /// b = (X^'X^)^-1 X^'y with X^ = P_Z X; residuals from X itself.
    Status solve() {
        const std::size_t n = blocks_.rows;
        allInstruments_ = blocks_.instruments;
        allInstruments_.insert(allInstruments_.end(), blocks_.exogenous.begin(),
                               blocks_.exogenous.end());
        firstStage_ = LeastSquares::factor(allInstruments_, n);
        projected_.clear();
        for (std::size_t j = 0; j < blocks_.m; ++j) {
            const std::span<const double> endogenous =
                std::span<const double>(blocks_.endogenous).subspan(j * n, n);
            stages_.push_back(firstStage_.solve(endogenous));
            for (std::size_t i = 0; i < n; ++i) {
                projected_.push_back(endogenous[i] - stages_.back().residuals[i]);
            }
        }
        projected_.insert(projected_.end(), blocks_.exogenous.begin(), blocks_.exogenous.end());
        const LeastSquares second = LeastSquares::factor(projected_, n);
        if (!second.dependent().empty()) {
            const std::size_t column = regressors_[second.dependent().front().column];
            return Problem{.code = ProblemCode::MatrixSingular,
                           .place = {.variable = data_.columns.names[column]},
                           .found = std::to_string(second.kept().size()),
                           .expected = std::to_string(regressors_.size())};
        }
        linear_.coefficients = second.solve(blocks_.outcome).coefficients;
        linear_.bread = second.inverse();
        fillResiduals();
        weightResiduals_ = linear_.residuals;
        return {};
    }

    void fillResiduals() {
        linear_.residuals = blocks_.outcome;
        for (std::size_t j = 0; j < regressors_.size(); ++j) {
            const std::span<const double> x = data_.columns.column(regressors_[j]);
            for (std::size_t i = 0; i < x.size(); ++i) {
                linear_.residuals[i] -= linear_.coefficients[j] * x[i];
            }
        }
        linear_.rss = std::inner_product(linear_.residuals.begin(), linear_.residuals.end(),
                                         linear_.residuals.begin(), 0.0);
    }

    /// From two-stage least squares to LIML or efficient GMM.
    Status applyMethod(const CovarianceEstimator& covariance) {
        if (options_.method == InstrumentMethod::Liml) {
            CITYPANEL_TRY(KClassStep step,
                          limlStep(blocks_, stages_, projected_, linear_.coefficients));
            linear_.coefficients = std::move(step.coefficients);
            linear_.bread = std::move(step.bread);
            kClass_ = step.k;
            fillResiduals();
            weightResiduals_ = linear_.residuals;
        } else if (options_.method == InstrumentMethod::Gmm && !covariance.isIid()) {
            CITYPANEL_TRY(GmmStep step, gmmStep(blocks_, covariance, linear_.residuals));
            linear_.coefficients = std::move(step.coefficients);
            efficient_ = std::move(step.covariance);
            fillResiduals();
        }
        return {};
    }

    /// The covariance of efficient GMM with the small-sample factor.
    [[nodiscard]] CoefficientCovariance scaled(std::vector<double> values) const {
        for (double& value : values) {
            value *= df_.factor;
        }
        return {std::move(values), false};
    }

    /// ivreghdfe reports the within R-squared as R-squared.
    void fillMeasures() {
        const double n = data_.total;
        fit_.rss = linear_.rss;
        fit_.rSquared = 1.0 - fit_.rss / fit_.tssWithin;
        const double totalDf = model_.effects || !model_.hasConstant() ? n : n - 1.0;
        fit_.adjRSquared = 1.0 - (1.0 - fit_.rSquared) * totalDf / df_.iidDivisor;
        fit_.rmse = std::sqrt(fit_.rss / df_.iidDivisor);
        if (model_.effects) {
            fit_.withinRSquared = fit_.rSquared;
        }
    }

    void fillTests(const CovarianceEstimator& covariance) {
        blocks_.counted = df_.counted;
        InstrumentTests tests;
        tests.rSquaredOverall = 1.0 - fit_.rss / fit_.tss;
        fillFirstStages(covariance, tests);
        rankTests(blocks_, covariance, tests);
        if (options_.method != InstrumentMethod::Liml || blocks_.L == blocks_.m) {
            // LIML's own critical values are smaller; exactly identified it is two-stage.
            tests.stockYogo = stockYogo(blocks_.m, blocks_.L);
        }
        tests.kClass = kClass_;
        overidentificationTest(blocks_, covariance, weightResiduals_, tests);
        if (tests.isSargan && !isMissing(kClass_)) {
            // At LIML's coefficients the quadratic form is a function of k alone.
            tests.hansenJ = chiSquaredTest(blocks_.n * (1.0 - 1.0 / kClass_),
                                           static_cast<double>(blocks_.L - blocks_.m));
        }
        endogeneityTest(blocks_, covariance, tests);
        fit_.instruments = std::move(tests);
    }

    void fillFirstStages(const CovarianceEstimator& covariance, InstrumentTests& tests) {
        const std::size_t size = blocks_.L + blocks_.p;
        DegreesOfFreedom df = df_;
        const SandwichRule rule =
            sandwichRule(df_, data_.total, static_cast<double>(size), covariance);
        df.factor = rule.factor;
        df.residual = rule.residual;
        df.iidDivisor = data_.total - static_cast<double>(size) - df_.counted;
        std::vector<std::size_t> columns = instruments_;
        columns.insert(columns.end(), exogenous_.begin(), exogenous_.end());
        std::vector<std::size_t> excluded(blocks_.L);
        std::iota(excluded.begin(), excluded.end(), std::size_t{0});
        for (std::size_t j = 0; j < blocks_.m; ++j) {
            const LeastSquaresSolution& stage = stages_[j];
            const CoefficientCovariance V = coefficientCovariance(
                covariance,
                {scoresOf(allInstruments_, stage.residuals), firstStage_.inverse(), {}, stage.rss},
                df, false);
            Fit named;
            fillTerms(model_, {columns, stage.coefficients}, V, df, options_.level, named);
            FirstStage first;
            first.endogenous = data_.columns.names[endogenous_[j]];
            first.terms = std::move(named.terms);
            first.partialF = waldF(stage.coefficients, V.values, excluded, df.residual);
            fillFirstStageRSquared(endogenous_[j], stage.rss, first);
            tests.firstStages.push_back(std::move(first));
            if (j == 0) {
                andersonRubin(blocks_, covariance, rule, options_.level, tests);
            }
            if (blocks_.m == 1) {
                tests.effectiveF = effectiveF(blocks_, covariance, stage.residuals, rule.factor);
            }
        }
    }

    void fillFirstStageRSquared(std::size_t column, double rss, FirstStage& first) const {
        const double clean = model_.cleanSumOfSquares(column);
        double beside = clean; // left beside the exogenous regressors
        if (blocks_.p > 0) {
            beside = LeastSquares::factor(blocks_.exogenous, blocks_.rows)
                         .solve(data_.columns.column(column))
                         .rss;
        }
        const bool isCentred = !model_.effects && model_.hasConstant();
        first.partialRSquared = 1.0 - rss / beside;
        first.rSquared = 1.0 - rss / (isCentred ? model_.raw[column].centredSumOfSquares : clean);
    }

    const CleanModel& model_;
    const ModelData& data_;
    const ModelFormula& formula_;
    const EstimateOptions& options_;
    Fit fit_;
    std::vector<std::size_t> endogenous_;
    std::vector<std::size_t> exogenous_;
    std::vector<std::size_t> instruments_;
    std::vector<std::size_t> regressors_;
    InstrumentBlocks blocks_;
    std::vector<double> allInstruments_;
    LeastSquares firstStage_;
    std::vector<LeastSquaresSolution> stages_;
    std::vector<double> projected_;
    LinearFit linear_;
    std::vector<double> weightResiduals_;          ///< of the step that weights the moments
    double kClass_ = missingValue;                 ///< LIML
    std::optional<std::vector<double>> efficient_; ///< covariance of GMM, without factor
    DegreesOfFreedom df_;
};

} // namespace

Result<Fit> fitTwoStage(const CleanModel& model, const ModelFormula& formula,
                        const EstimateOptions& options) {
    return InstrumentFitter(model, formula, options).run();
}

} // namespace citypanel
