// SPDX-License-Identifier: GPL-3.0-or-later
// Random effects by Swamy and Arora, the between regression, and Hausman's tests.
#include "core/estimate/random_effects.h"

#include "core/estimate/distributions.h"
#include "core/estimate/linear_fit.h"
#include "core/estimate/symmetric_eigen.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

/// The rows of a model without effects, and which unit each belongs to.
struct UnitModel {
    ModelData data{};
    Grouping units{};
    std::vector<double> periods{}; ///< T_i, rows of each unit

    [[nodiscard]] std::size_t unitAt(std::size_t row) const {
        return static_cast<std::size_t>(units.codes[row]);
    }
};

Problem unsupportedVariable(std::string variable, std::string found, std::string expected) {
    return Problem{.code = ProblemCode::ConventionUnsupported,
                   .place = {.variable = std::move(variable)},
                   .found = std::move(found),
                   .expected = std::move(expected)};
}

/// The formula as these models take it: the unit's effect left out, others as levels.
std::string withoutEffects(const Panel& panel, const ModelFormula& formula) {
    std::string text = formula.outcomeName + " ~";
    std::string_view separator = " ";
    const auto add = [&](const std::string& term) {
        text.append(separator).append(term);
        separator = " + ";
    };
    for (const Term& term : formula.regressors) {
        add(term.name);
    }
    for (const EffectTerm& effect : formula.effects) {
        if (effect.name != panel.keys().unit) {
            add("i(" + effect.name + ")");
        }
    }
    return text;
}

Result<UnitModel> unitModel(const Panel& panel, const ModelFormula& formula,
                            const EstimateOptions& options) {
    if (panel.isCrossSection()) {
        return Problem{.code = ProblemCode::KeyColumnMissing};
    }
    if (!formula.effects.empty()) {
        return unsupportedVariable(formula.effects.front().name,
                                   "| " + formula.effects.front().name,
                                   withoutEffects(panel, formula));
    }
    if (formula.hasInstruments()) {
        return unsupportedVariable(formula.endogenous.front().name, formula.text,
                                   withoutEffects(panel, formula));
    }
    if (!options.weights.empty()) {
        return unsupportedVariable(options.weights, options.weights, {});
    }
    UnitModel model;
    CITYPANEL_TRY(model.data, prepareModel(panel, formula, options));
    model.units = restricted({panel.keys().unit,
                              {panel.unitCodes().begin(), panel.unitCodes().end()},
                              panel.unitCount()},
                             model.data.rows);
    model.periods.assign(model.units.levels, 0.0);
    for (std::size_t row = 0; row < model.data.rowCount(); ++row) {
        model.periods[model.unitAt(row)] += 1.0;
    }
    return model;
}

/// Means of a column by unit.
std::vector<double> unitMeans(const UnitModel& model, std::span<const double> x) {
    std::vector<double> means(model.units.levels, 0.0);
    for (std::size_t row = 0; row < x.size(); ++row) {
        means[model.unitAt(row)] += x[row];
    }
    for (std::size_t unit = 0; unit < means.size(); ++unit) {
        means[unit] /= model.periods[unit];
    }
    return means;
}

/// Least squares of columns that are not those of the formula: weights of one keep them from being
/// evaluated again.
Result<Fit> fitColumns(ModelData data, const Panel& panel, const ModelFormula& formula,
                       const EstimateOptions& options) {
    if (data.weights.empty()) {
        data.weights.assign(data.columns.rows, 1.0);
    }
    NoProgress progress;
    CITYPANEL_TRY(const CleanModel clean, cleanModel(std::move(data), options, progress));
    return fitLeastSquares(clean, panel, formula, options);
}

Result<Fit> betweenFit(const UnitModel& model, const Panel& panel, const ModelFormula& formula,
                       const EstimateOptions& options, bool byPeriods) {
    ModelData means;
    means.sample = model.data.sample;
    means.exogenous = model.data.exogenous;
    means.hasConstantColumn = model.data.hasConstantColumn;
    means.total = static_cast<double>(model.units.levels);
    means.columns.rows = model.units.levels;
    means.columns.values.reserve(model.units.levels * model.data.columns.columnCount());
    means.rows.resize(model.units.levels);
    for (std::size_t j = 0; j < model.data.columns.columnCount(); ++j) {
        const std::vector<double> column = unitMeans(model, model.data.columns.column(j));
        std::copy(column.begin(), column.end(),
                  means.columns.append(model.data.columns.names[j]).begin());
    }
    if (byPeriods) {
        means.weights = model.periods;
        const double scale = means.total / static_cast<double>(model.data.rowCount());
        for (double& weight : means.weights) {
            weight *= scale;
        }
    }
    return fitColumns(std::move(means), panel, formula, options);
}

/// The formula with the unit's effect absorbed.
ModelFormula withinFormula(const Panel& panel, const ModelFormula& formula) {
    ModelFormula within = formula;
    within.effects.push_back(
        {.name = panel.keys().unit, .variables = {panel.keys().unit}, .slopes = {}});
    return within;
}

Result<Fit> withinFit(const Panel& panel, const ModelFormula& formula,
                      const EstimateOptions& options) {
    EstimateOptions within = options;
    within.vcov = {};
    within.ssc = SmallSample::Xtreg;
    NoProgress progress;
    return estimate(panel, withinFormula(panel, formula), within, progress);
}

double squaredCorrelation(std::span<const double> a, std::span<const double> b) {
    const auto n = static_cast<Eigen::Index>(a.size());
    const Eigen::Map<const Eigen::ArrayXd> x(a.data(), n);
    const Eigen::Map<const Eigen::ArrayXd> y(b.data(), n);
    const Eigen::ArrayXd dx = x - x.mean();
    const Eigen::ArrayXd dy = y - y.mean();
    const double product = (dx * dy).sum();
    return product * product / (dx.square().sum() * dy.square().sum());
}

/// z in place of t, and a chi-squared in place of F.
void useNormal(Fit& fit, double level) {
    const double reach = normalQuantile(0.5 + level / 2.0);
    for (TermEstimate& term : fit.terms) {
        term.pValue = normalTwoSided(term.statistic);
        term.confLow = term.estimate - reach * term.stdError;
        term.confHigh = term.estimate + reach * term.stdError;
    }
    const double k = fit.f.df;
    fit.f = chiSquaredTest(fit.f.statistic * k, k);
    fit.dfResidual = std::numeric_limits<double>::infinity();
}

class RandomEffects {
public:
    RandomEffects(const Panel& panel, const ModelFormula& formula, const EstimateOptions& options)
        : panel_(panel), formula_(formula), options_(options) {
        if (options_.vcov.kind == CovarianceKind::Hc1) {
            options_.vcov = unitClusters();
        }
        options_.ssc = SmallSample::Reghdfe;
    }

    /// Variance components and theta_i.
    Status prepare() {
        const CovarianceKind kind = options_.vcov.kind;
        if (kind != CovarianceKind::Iid && kind != CovarianceKind::Cluster) {
            return unsupportedVariable({}, covarianceText(options_.vcov),
                                       "iid, cluster:" + panel_.keys().unit);
        }
        CITYPANEL_TRY(model_, unitModel(panel_, formula_, options_));
        CITYPANEL_TRY(const Fit within, withinFit(panel_, formula_, options_));
        EstimateOptions plain = options_;
        plain.vcov = {};
        CITYPANEL_TRY(const Fit between, betweenFit(model_, panel_, formula_, plain, false));
        const double left = static_cast<double>(model_.data.rowCount()) -
                            static_cast<double>(model_.units.levels) -
                            static_cast<double>(within.terms.size());
        const double varianceE = within.rss / left;
        double inverses = 0.0;
        for (const double T : model_.periods) {
            inverses += 1.0 / T;
        }
        const auto n = static_cast<double>(model_.units.levels);
        const double varianceB = between.rss / (n - static_cast<double>(between.terms.size()));
        const double varianceU = std::max(0.0, varianceB - varianceE * inverses / n);
        measures_.sigmaE = std::sqrt(varianceE);
        measures_.sigmaU = std::sqrt(varianceU);
        measures_.rho = varianceU / (varianceU + varianceE);
        for (const double T : model_.periods) {
            thetas_.push_back(1.0 - std::sqrt(varianceE / (T * varianceU + varianceE)));
        }
        return {};
    }

    Result<Fit> run() {
        CITYPANEL_TRY(Fit fit, fitWithMeans({}));
        std::vector<double> sorted = thetas_;
        std::sort(sorted.begin(), sorted.end());
        measures_.thetaSmallest = sorted.front();
        measures_.thetaLargest = sorted.back();
        const std::size_t half = sorted.size() / 2;
        measures_.thetaMedian =
            sorted.size() % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
        fillRSquared(fit);
        fit.randomEffects = measures_;
        return fit;
    }

    /// GLS with the units' means of some columns as regressors besides, named "mean(x)".
    Result<Fit> fitWithMeans(std::span<const std::size_t> columns) const {
        ModelData data = model_.data;
        DesignMatrix& matrix = data.columns;
        for (const std::size_t j : columns) {
            const std::vector<double> means = unitMeans(model_, model_.data.columns.column(j));
            const std::span<double> added =
                matrix.append("mean(" + model_.data.columns.names[j] + ")");
            for (std::size_t row = 0; row < added.size(); ++row) {
                added[row] = means[model_.unitAt(row)];
            }
            ++data.exogenous;
        }
        for (std::size_t j = 0; j < matrix.columnCount(); ++j) {
            const std::span<double> x = matrix.column(j);
            const std::vector<double> means = unitMeans(model_, x);
            for (std::size_t row = 0; row < x.size(); ++row) {
                const std::size_t unit = model_.unitAt(row);
                x[row] -= thetas_[unit] * means[unit];
            }
        }
        CITYPANEL_TRY(Fit fit, fitColumns(std::move(data), panel_, formula_, options_));
        useNormal(fit, options_.level);
        fillResiduals(fit);
        return fit;
    }

    [[nodiscard]] const UnitModel& model() const { return model_; }

    [[nodiscard]] CovarianceSpec unitClusters() const {
        return {.kind = CovarianceKind::Cluster, .clusters = {panel_.keys().unit}, .lags = {}};
    }

private:
    /// y - X b in the units of the data, not of the transformed model.
    void fillResiduals(Fit& fit) const {
        const std::span<const double> y = model_.data.columns.column(0);
        const std::vector<double> fitted = linearPart(fit);
        for (std::size_t row = 0; row < y.size() && fitted.size() == y.size(); ++row) {
            fit.residuals[row] = y[row] - fitted[row];
        }
        double sum = 0.0;
        for (const double value : y) {
            sum += value;
        }
        fit.meanOutcome = sum / static_cast<double>(y.size());
        fit.withinRSquared = fit.adjWithinRSquared = fit.adjRSquared = missingValue;
        fit.rSquared = squaredCorrelation(fitted, y);
    }

    [[nodiscard]] std::vector<double> linearPart(const Fit& fit) const {
        const DesignMatrix& matrix = model_.data.columns;
        std::vector<double> fitted(matrix.rows, 0.0);
        for (std::size_t j = 1; j < matrix.columnCount(); ++j) {
            const TermEstimate* term = fit.term(matrix.names[j]);
            for (std::size_t row = 0; term != nullptr && row < fitted.size(); ++row) {
                fitted[row] += term->estimate * matrix.column(j)[row];
            }
        }
        return fitted;
    }

    /// Squared correlations of xb and y: deviations from units' means, units' means, all rows.
    void fillRSquared(const Fit& fit) {
        const std::span<const double> y = model_.data.columns.column(0);
        std::vector<double> fitted = linearPart(fit);
        const std::vector<double> meanFitted = unitMeans(model_, fitted);
        const std::vector<double> meanY = unitMeans(model_, y);
        measures_.rSquaredOverall = squaredCorrelation(fitted, y);
        measures_.rSquaredBetween = squaredCorrelation(meanFitted, meanY);
        std::vector<double> withinY(y.begin(), y.end());
        for (std::size_t row = 0; row < withinY.size(); ++row) {
            withinY[row] -= meanY[model_.unitAt(row)];
            fitted[row] -= meanFitted[model_.unitAt(row)];
        }
        measures_.rSquaredWithin = squaredCorrelation(fitted, withinY);
    }

    const Panel& panel_;
    const ModelFormula& formula_;
    EstimateOptions options_;
    UnitModel model_;
    std::vector<double> thetas_;
    RandomEffectsMeasures measures_;
};

/// Hausman's statistic over the terms that both fits have.
void classicalTest(const Fit& fixed, const Fit& random, HausmanTest& test) {
    std::vector<double> d;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t i = 0; i < fixed.terms.size(); ++i) {
        for (std::size_t j = 0; j < random.terms.size(); ++j) {
            if (fixed.terms[i].name == random.terms[j].name) {
                places.emplace_back(i, j);
                d.push_back(fixed.terms[i].estimate - random.terms[j].estimate);
                test.terms.push_back(fixed.terms[i].name);
            }
        }
    }
    const auto k = static_cast<Eigen::Index>(d.size());
    Eigen::MatrixXd V(k, k);
    for (Eigen::Index i = 0; i < k; ++i) {
        for (Eigen::Index j = 0; j < k; ++j) {
            const auto [fi, ri] = places[static_cast<std::size_t>(i)];
            const auto [fj, rj] = places[static_cast<std::size_t>(j)];
            V(i, j) = fixed.covarianceOf(fi, fj) - random.covarianceOf(ri, rj);
        }
    }
    const std::span<const double> variance(V.data(), static_cast<std::size_t>(V.size()));
    const QuadraticForm form = quadraticForm(d, variance);
    if (form.rank == 0) {
        test.differenceIsPositive = false;
        return;
    }
    test.classical = chiSquaredTest(form.value, static_cast<double>(form.rank));
    test.differenceIsPositive =
        symmetricEigen(variance, static_cast<std::size_t>(V.rows())).values.front() > 0.0;
}

} // namespace

Result<Fit> estimateRandomEffects(const Panel& panel, const ModelFormula& formula,
                                  const EstimateOptions& options, Progress& progress) {
    RandomEffects random(panel, formula, options);
    CITYPANEL_TRY_STATUS(random.prepare());
    progress.report(0.5);
    return random.run();
}

Result<Fit> estimateBetween(const Panel& panel, const ModelFormula& formula,
                            const EstimateOptions& options, bool byPeriods, Progress& progress) {
    if (options.vcov.kind != CovarianceKind::Iid) {
        return unsupportedVariable({}, covarianceText(options.vcov), "iid");
    }
    CITYPANEL_TRY(const UnitModel model, unitModel(panel, formula, options));
    progress.report(0.5);
    CITYPANEL_TRY(Fit fit, betweenFit(model, panel, formula, options, byPeriods));
    return fit;
}

Result<HausmanTest> hausmanTest(const Panel& panel, const ModelFormula& formula,
                                const EstimateOptions& options, Progress& progress) {
    EstimateOptions plain = options;
    plain.vcov = {};
    RandomEffects random(panel, formula, plain);
    CITYPANEL_TRY_STATUS(random.prepare());
    CITYPANEL_TRY(const Fit fixed, withinFit(panel, formula, plain));
    CITYPANEL_TRY(const Fit fit, random.run());
    progress.report(0.5);
    HausmanTest test;
    classicalTest(fixed, fit, test);

    EstimateOptions clustered = plain;
    clustered.vcov = random.unitClusters();
    RandomEffects augmented(panel, formula, clustered);
    CITYPANEL_TRY_STATUS(augmented.prepare());
    std::vector<std::size_t> columns;
    const std::vector<std::string>& names = augmented.model().data.columns.names;
    for (std::size_t j = 1; j < names.size(); ++j) {
        if (fixed.term(names[j]) != nullptr) {
            columns.push_back(j);
        }
    }
    CITYPANEL_TRY(const Fit mundlak, augmented.fitWithMeans(columns));
    std::vector<double> b;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < mundlak.terms.size(); ++i) {
        b.push_back(mundlak.terms[i].estimate);
        if (mundlak.terms[i].name.rfind("mean(", 0) == 0 &&
            std::find(names.begin(), names.end(), mundlak.terms[i].name) == names.end()) {
            which.push_back(i);
            test.means.push_back(mundlak.terms[i]);
        }
    }
    const TestStatistic f = waldF(b, mundlak.covariance, which, 1.0);
    test.robust = chiSquaredTest(f.statistic * f.df, f.df);
    return test;
}

} // namespace citypanel
