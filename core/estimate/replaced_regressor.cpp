// SPDX-License-Identifier: GPL-3.0-or-later
// Frisch-Waugh-Lovell with everything but one regressor prepared.
#include "core/estimate/replaced_regressor.h"

#include "core/estimate/clean_model.h"
#include "core/estimate/covariance_estimator.h"
#include "core/estimate/inference.h"
#include "core/estimate/tolerances.h"

#include <Eigen/Core>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace citypanel {

namespace {

bool uses(const Expression& expression, const std::string& variable) {
    const std::vector<std::string>& names = expression.variables();
    return std::find(names.begin(), names.end(), variable) != names.end();
}

bool uses(const Term& term, const std::string& variable) {
    return std::any_of(term.parts.begin(), term.parts.end(), [&](const TermPart& part) {
        return part.text == variable || uses(part.expression, variable);
    });
}

bool isPlain(const Term& term, const std::string& variable) {
    return term.parts.size() == 1 && term.parts[0].kind == TermPart::Kind::Numeric &&
           term.parts[0].expression.plainVariable() == variable;
}

/// The first term that uses the variable: whose coefficient is followed.
const Term* followedTerm(const ModelFormula& formula, const std::string& variable) {
    const Term* found = nullptr;
    for (const auto* terms : {&formula.endogenous, &formula.regressors}) {
        for (const Term& term : *terms) {
            found = found == nullptr && uses(term, variable) ? &term : found;
        }
    }
    return found;
}

/// The variable is one exogenous regressor and nothing else in the model depends on it.
bool entersOnce(const ModelFormula& formula, const std::string& variable,
                const EstimateOptions& options) {
    std::size_t count = 0;
    bool isAlone = true;
    for (const Term& term : formula.regressors) {
        count += isPlain(term, variable) ? 1U : 0U;
        isAlone = isAlone && (isPlain(term, variable) || !uses(term, variable));
    }
    for (const EffectTerm& effect : formula.effects) {
        for (const Expression& slope : effect.slopes) {
            isAlone = isAlone && !uses(slope, variable);
        }
        isAlone = isAlone && std::find(effect.variables.begin(), effect.variables.end(),
                                       variable) == effect.variables.end();
    }
    const bool isRobustByLeverage =
        options.vcov.kind == CovarianceKind::Hc2 || options.vcov.kind == CovarianceKind::Hc3;
    return count == 1 && isAlone && !formula.hasInstruments() && !isRobustByLeverage &&
           options.weights.empty() && !uses(formula.outcome, variable) &&
           (options.where.empty() || options.where.find(variable) == std::string::npos);
}

Problem dropped(const std::string& variable) {
    return Problem{.code = ProblemCode::RegressorsAllDropped,
                   .place = {.variable = variable},
                   .found = variable};
}

/// An orthonormal basis of the columns, n x rank.
Eigen::MatrixXd basisOf(const Eigen::MatrixXd& columns) {
    if (columns.cols() == 0) {
        return columns;
    }
    Eigen::MatrixXd scaled = columns;
    for (Eigen::Index j = 0; j < scaled.cols(); ++j) {
        const double norm = scaled.col(j).norm();
        scaled.col(j) /= norm > 0 ? norm : 1.0;
    }
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> solver(scaled);
    solver.setThreshold(absorbedShare);
    return solver.householderQ() * Eigen::MatrixXd::Identity(columns.rows(), solver.rank());
}

/// The columns of the clean model, without those that the fit dropped; outcome first.
Eigen::MatrixXd otherColumns(const CleanModel& model, const std::string& followed) {
    const DesignMatrix& matrix = model.data.columns;
    std::vector<std::size_t> kept;
    for (std::size_t j = 1; j < matrix.columnCount(); ++j) {
        if (matrix.names[j] != followed && !model.isAbsorbed(j)) {
            kept.push_back(j);
        }
    }
    Eigen::MatrixXd columns(static_cast<Eigen::Index>(matrix.rows),
                            static_cast<Eigen::Index>(kept.size()));
    for (std::size_t j = 0; j < kept.size(); ++j) {
        const std::span<const double> from = matrix.column(kept[j]);
        std::copy(from.begin(), from.end(), columns.col(static_cast<Eigen::Index>(j)).data());
    }
    return columns;
}

} // namespace

struct ReplacedRegressor::Impl {
    /// Outcome and other regressors, everything taken out that can be.
    struct Prepared {
        std::optional<AbsorbedEffects> effects{};
        std::vector<std::size_t> rows{}; ///< of the panel
        Eigen::MatrixXd others{};        ///< n x q, orthonormal, effects out
        Eigen::VectorXd outcome{};       ///< n, effects and others out
        CovarianceEstimator covariance;
        double factor = 1.0; ///< variance = factor * meat / (x'x)^2
    };

    Panel panel;
    ModelFormula formula;
    EstimateOptions options;
    std::string variable;
    std::string term;
    Fit fit;
    std::optional<Prepared> prepared;

    /// The values in the rows of the sample.
    [[nodiscard]] Result<Eigen::VectorXd> inSample(std::span<const double> values) const;
    /// Effects and other regressors taken out of it, in place.
    [[nodiscard]] Status clean(Eigen::VectorXd& x) const;
    /// The same, of a column that has variation of its own.
    [[nodiscard]] Result<Eigen::VectorXd> cleaned(std::span<const double> values) const;
    /// Estimate and variance before the factor, of a cleaned column.
    [[nodiscard]] std::pair<double, double> simple(const Eigen::VectorXd& x) const;
    /// What the pair is in the terms of the model.
    [[nodiscard]] TermEstimate described(const std::pair<double, double>& simple) const;
    [[nodiscard]] Status prepareFast(Progress& progress);
    [[nodiscard]] Result<TermEstimate> whole(std::span<const double> values) const;
};

Result<Eigen::VectorXd> ReplacedRegressor::Impl::inSample(std::span<const double> values) const {
    if (values.size() != panel.rowCount()) {
        return Problem{.code = ProblemCode::SizeMismatch,
                       .place = {.variable = variable},
                       .found = std::to_string(values.size()),
                       .expected = std::to_string(panel.rowCount())};
    }
    Eigen::VectorXd x(static_cast<Eigen::Index>(prepared->rows.size()));
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        x[i] = values[prepared->rows[static_cast<std::size_t>(i)]];
    }
    if (!x.allFinite()) {
        return Problem{
            .code = ProblemCode::ValueInfinite, .place = {.variable = variable}, .found = variable};
    }
    return x;
}

Status ReplacedRegressor::Impl::clean(Eigen::VectorXd& x) const {
    if (prepared->effects) {
        NoProgress progress;
        double* const column = x.data();
        const auto check = prepared->effects->partialOut(std::span(&column, 1), progress);
        if (!check) {
            return check.error();
        }
    }
    x -= prepared->others * (prepared->others.transpose() * x);
    return {};
}

Result<Eigen::VectorXd> ReplacedRegressor::Impl::cleaned(std::span<const double> values) const {
    CITYPANEL_TRY(Eigen::VectorXd x, inSample(values));
    const double before = x.norm();
    CITYPANEL_TRY_STATUS(clean(x));
    if (!(x.norm() > absorbedShare * before)) {
        return dropped(variable);
    }
    return x;
}

std::pair<double, double> ReplacedRegressor::Impl::simple(const Eigen::VectorXd& x) const {
    const double squares = x.squaredNorm();
    const double estimate = x.dot(prepared->outcome) / squares;
    const Eigen::VectorXd residuals = prepared->outcome - estimate * x;
    if (prepared->covariance.isIid()) {
        return std::pair{estimate, residuals.squaredNorm() / squares};
    }
    const auto n = static_cast<std::size_t>(x.size());
    const Scores scores{{std::span(x.data(), n)}, std::span(residuals.data(), n)};
    return std::pair{estimate, prepared->covariance.meat(scores)[0] / (squares * squares)};
}

TermEstimate ReplacedRegressor::Impl::described(const std::pair<double, double>& simple) const {
    // Clustered errors are compared with the t of clusters - 1, which the fit knows.
    return termEstimate(term, simple.first, prepared->factor * simple.second, fit.dfResidual,
                        options.level);
}

Status ReplacedRegressor::Impl::prepareFast(Progress& progress) {
    CITYPANEL_TRY(ModelData data, prepareModel(panel, formula, options));
    CITYPANEL_TRY(CovarianceEstimator covariance, CovarianceEstimator::build(options.vcov, data));
    CITYPANEL_TRY(const CleanModel model, cleanModel(std::move(data), options, progress));
    Prepared parts{.effects = model.effects,
                   .rows = model.data.rows,
                   .others = basisOf(otherColumns(model, term)),
                   .covariance = std::move(covariance)};
    const std::span<const double> outcome = model.data.columns.column(0);
    parts.outcome = Eigen::Map<const Eigen::VectorXd>(outcome.data(),
                                                      static_cast<Eigen::Index>(outcome.size()));
    parts.outcome -= parts.others * (parts.others.transpose() * parts.outcome);
    prepared = std::move(parts);
    // The factor is what the whole estimation makes of the same variance.
    CITYPANEL_TRY(const Eigen::VectorXd own, cleaned(panel.find(variable)->numbers()));
    const double error = fit.term(term)->stdError;
    prepared->factor = error * error / simple(own).second;
    return {};
}

Result<TermEstimate> ReplacedRegressor::Impl::whole(std::span<const double> values) const {
    CITYPANEL_TRY(const Panel changed,
                  panel.withVariable(Variable::numeric(variable, {values.begin(), values.end()})));
    NoProgress progress;
    CITYPANEL_TRY(const Fit again, estimate(changed, formula, options, progress));
    const TermEstimate* found = again.term(term);
    if (found == nullptr) {
        return dropped(variable);
    }
    return *found;
}

ReplacedRegressor::ReplacedRegressor(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Result<ReplacedRegressor> ReplacedRegressor::prepare(const Panel& panel,
                                                     const ModelFormula& formula,
                                                     const std::string& variable,
                                                     const EstimateOptions& options,
                                                     Progress& progress) {
    const Term* term = followedTerm(formula, variable);
    if (term == nullptr) {
        return Problem{.code = ProblemCode::VariableUnknown,
                       .place = {.variable = variable},
                       .found = formula.text};
    }
    CITYPANEL_TRY(Fit fit, estimate(panel, formula, options, progress));
    if (fit.term(term->name) == nullptr) {
        return dropped(variable);
    }
    auto impl = std::make_shared<Impl>(
        Impl{panel, formula, options, variable, term->name, std::move(fit), std::nullopt});
    if (entersOnce(formula, variable, options) && !impl->fit.covarianceWasRepaired) {
        CITYPANEL_TRY_STATUS(impl->prepareFast(progress));
    }
    return ReplacedRegressor(std::move(impl));
}

const TermEstimate& ReplacedRegressor::original() const {
    return *impl_->fit.term(impl_->term);
}

const Fit& ReplacedRegressor::fit() const {
    return impl_->fit;
}

bool ReplacedRegressor::isFast() const {
    return impl_->prepared.has_value();
}

Result<TermEstimate> ReplacedRegressor::estimateWith(std::span<const double> values) const {
    if (!impl_->prepared) {
        return impl_->whole(values);
    }
    CITYPANEL_TRY(const Eigen::VectorXd x, impl_->cleaned(values));
    return impl_->described(impl_->simple(x));
}

struct RegressorSums::Parts {
    std::shared_ptr<const ReplacedRegressor::Impl> model;
    Eigen::MatrixXd columns; ///< n x m, cleaned
    Eigen::MatrixXd raw;     ///< m x m, cross-products before cleaning
};

Result<RegressorSums>
ReplacedRegressor::sumsOf(const std::vector<std::vector<double>>& columns) const {
    if (!impl_->prepared) {
        return Problem{.code = ProblemCode::ConventionUnsupported,
                       .place = {.variable = impl_->variable},
                       .found = impl_->formula.text};
    }
    const auto n = static_cast<Eigen::Index>(impl_->prepared->rows.size());
    Eigen::MatrixXd sample(n, static_cast<Eigen::Index>(columns.size()));
    auto parts = std::make_shared<RegressorSums::Parts>(
        RegressorSums::Parts{impl_, Eigen::MatrixXd(sample.rows(), sample.cols()), {}});
    for (Eigen::Index j = 0; j < sample.cols(); ++j) {
        CITYPANEL_TRY(Eigen::VectorXd x, impl_->inSample(columns[static_cast<std::size_t>(j)]));
        sample.col(j) = x;
        CITYPANEL_TRY_STATUS(impl_->clean(x));
        parts->columns.col(j) = x;
    }
    parts->raw = sample.transpose() * sample;
    return RegressorSums(std::move(parts));
}

RegressorSums::RegressorSums(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

Result<TermEstimate> RegressorSums::estimateWith(std::span<const double> weights) const {
    const ReplacedRegressor::Impl& model = *parts_->model;
    const auto m = static_cast<Eigen::Index>(weights.size());
    if (m != parts_->columns.cols()) {
        return Problem{.code = ProblemCode::SizeMismatch,
                       .place = {.variable = model.variable},
                       .found = std::to_string(m),
                       .expected = std::to_string(parts_->columns.cols())};
    }
    const Eigen::Map<const Eigen::VectorXd> w(weights.data(), m);
    const Eigen::VectorXd x = parts_->columns * w;
    if (!(x.norm() > absorbedShare * std::sqrt(w.dot(parts_->raw * w)))) {
        return dropped(model.variable);
    }
    return model.described(model.simple(x));
}

} // namespace citypanel
