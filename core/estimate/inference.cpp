// SPDX-License-Identifier: GPL-3.0-or-later
// t statistics, Wald tests and the choice of columns.
#include "core/estimate/inference.h"

#include "core/estimate/distributions.h"
#include "core/estimate/rank_cholesky.h"
#include "core/estimate/symmetric_eigen.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

/// Pivots of a covariance scaled to unit diagonal below this are rounding.
constexpr double dependentRestrictionPivot = 1e-13;

void factorColumns(const CleanModel& model, ChosenColumns& chosen) {
    const DesignMatrix& matrix = model.data.columns;
    const std::vector<std::size_t>& columns = chosen.columns;
    const bool standTogether = !columns.empty() &&
                               columns.back() - columns.front() + 1 == columns.size() &&
                               std::is_sorted(columns.begin(), columns.end());
    if (standTogether) {
        chosen.values = std::span<const double>(matrix.values)
                            .subspan(columns.front() * matrix.rows, columns.size() * matrix.rows);
    } else {
        chosen.storage = gatherColumns(matrix, columns);
        chosen.values = chosen.storage;
    }
    chosen.factor = LeastSquares::factor(chosen.values, matrix.rows);
}

/// The form through the inverse of the part of V that is not null. Multiway clustering can leave V
/// indefinite; the form is then what its plain inverse gives, as in Stata.
QuadraticForm formByEigenvalues(std::span<const double> vector, std::span<const double> matrix) {
    const auto q = static_cast<Eigen::Index>(vector.size());
    const Eigen::Map<const Eigen::VectorXd> b(vector.data(), q);
    const SymmetricEigen eigen = symmetricEigen(matrix, vector.size());
    const Eigen::Map<const Eigen::VectorXd> values(eigen.values.data(), q);
    const Eigen::VectorXd rotated =
        Eigen::Map<const Eigen::MatrixXd>(eigen.vectors.data(), q, q).transpose() * b;
    const double largest = values.cwiseAbs().maxCoeff();
    QuadraticForm form;
    for (Eigen::Index i = 0; i < q; ++i) {
        const double eigenvalue = values(i);
        if (std::abs(eigenvalue) > dependentRestrictionPivot * largest) {
            form.value += rotated(i) * rotated(i) / eigenvalue;
            ++form.rank;
        }
    }
    return form;
}

} // namespace

TermEstimate termEstimate(std::string name, double estimate, double variance, double df,
                          double level) {
    TermEstimate term;
    term.name = std::move(name);
    term.estimate = estimate;
    if (!(variance >= 0.0)) {
        return term;
    }
    term.stdError = std::sqrt(variance);
    if (term.stdError == 0.0) {
        term.confLow = term.confHigh = estimate;
        return term;
    }
    term.statistic = estimate / term.stdError;
    term.pValue = studentTwoSided(term.statistic, df);
    const double reach = studentQuantile(0.5 + level / 2.0, df) * term.stdError;
    term.confLow = estimate - reach;
    term.confHigh = estimate + reach;
    return term;
}

QuadraticForm quadraticForm(std::span<const double> vector, std::span<const double> covariance) {
    const std::size_t q = vector.size();
    std::vector<double> scale(q);
    for (std::size_t i = 0; i < q; ++i) {
        const double variance = covariance[i * q + i];
        scale[i] = variance > 0.0 ? 1.0 / std::sqrt(variance) : 0.0;
    }
    std::vector<double> scaled(q * q);
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j) {
            scaled[i * q + j] = covariance[i * q + j] * scale[i] * scale[j];
        }
    }
    std::vector<double> target(q);
    for (std::size_t i = 0; i < q; ++i) {
        target[i] = vector[i] * scale[i];
    }
    const RankCholesky factor(scaled, std::vector<double>(q, 1.0), dependentRestrictionPivot);
    if (factor.rank() < q) {
        return formByEigenvalues(target, scaled);
    }
    std::vector<double> solution = target;
    factor.solve(solution.data(), 1);
    return {std::inner_product(target.begin(), target.end(), solution.begin(), 0.0), q};
}

TestStatistic waldF(std::span<const double> coefficients, std::span<const double> covariance,
                    std::span<const std::size_t> which, double dfDenominator) {
    if (which.empty()) {
        return {};
    }
    const std::size_t size = coefficients.size();
    std::vector<double> b;
    std::vector<double> V;
    for (const std::size_t i : which) {
        b.push_back(coefficients[i]);
        for (const std::size_t j : which) {
            V.push_back(covariance[i * size + j]);
        }
    }
    const QuadraticForm form = quadraticForm(b, V);
    TestStatistic test;
    if (form.rank == 0) {
        return test;
    }
    test.df = static_cast<double>(form.rank);
    test.dfDenominator = dfDenominator;
    test.statistic = form.value / test.df;
    test.pValue = fisherUpperTail(test.statistic, test.df, dfDenominator);
    return test;
}

TestStatistic chiSquaredTest(double statistic, double df) {
    return {statistic, df, missingValue, chiSquaredUpperTail(statistic, df)};
}

DroppedTerm dependentTerm(const CleanModel& model, std::size_t column,
                          std::span<const std::size_t> with) {
    DroppedTerm term{model.data.columns.names[column], DropReason::Collinear, {}};
    for (const std::size_t other : with) {
        term.with.push_back(model.data.columns.names[other]);
    }
    if (model.raw[column].sumOfSquares == 0.0) {
        term.reason = DropReason::Zero;
    } else if (term.with.size() == 1 && term.with.front() == interceptName) {
        term.reason = DropReason::Constant;
    }
    return term;
}

ChosenColumns chooseColumns(const CleanModel& model, std::span<const std::size_t> candidates,
                            std::vector<DroppedTerm>& dropped) {
    ChosenColumns chosen;
    for (const std::size_t column : candidates) {
        if (!model.isAbsorbed(column)) {
            chosen.columns.push_back(column);
            continue;
        }
        DroppedTerm term{model.data.columns.names[column], DropReason::AbsorbedByEffects, {}};
        for (const AbsorbedTerm& effect : model.data.effects) {
            term.with.push_back(effect.grouping.name);
        }
        if (model.raw[column].sumOfSquares == 0.0) {
            term.reason = DropReason::Zero;
        }
        dropped.push_back(std::move(term));
    }
    factorColumns(model, chosen);
    if (chosen.factor.dependent().empty()) {
        return chosen;
    }
    for (const DependentColumn& dependent : chosen.factor.dependent()) {
        std::vector<std::size_t> with;
        for (const std::size_t other : dependent.with) {
            with.push_back(chosen.columns[other]);
        }
        dropped.push_back(dependentTerm(model, chosen.columns[dependent.column], with));
    }
    std::vector<std::size_t> kept;
    for (const std::size_t j : chosen.factor.kept()) {
        kept.push_back(chosen.columns[j]);
    }
    chosen.columns = std::move(kept);
    factorColumns(model, chosen);
    return chosen;
}

} // namespace citypanel
