// SPDX-License-Identifier: GPL-3.0-or-later
// Entropy, CRITIC, variation, deviation, principal components.
#include "core/index/objective_weights.h"

#include "core/panel/number_text.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel::index {

namespace {

Eigen::VectorXd deviations(const Eigen::MatrixXd& values) {
    const Eigen::MatrixXd centred = values.rowwise() - values.colwise().mean();
    return centred.colwise().norm().transpose() / std::sqrt(static_cast<double>(values.rows() - 1));
}

/// Entropy of shares that are proportional to the values. The sums are in extended precision, for
/// 1 - e loses the leading digits of e.
long double entropyOf(const Eigen::Ref<const Eigen::VectorXd>& values, double shift) {
    const auto added = static_cast<long double>(shift);
    long double total = 0;
    for (const double value : values) {
        total += static_cast<long double>(value) + added;
    }
    long double sum = 0;
    for (const double value : values) {
        const long double share = (static_cast<long double>(value) + added) / total;
        sum += share > 0 ? share * std::log(share) : 0;
    }
    return -sum / std::log(static_cast<long double>(values.size()));
}

/// Columns of mean 0 and norm 1 of the indicators that vary, 0 else.
Eigen::MatrixXd standardColumns(const WeightBasis& basis) {
    Eigen::MatrixXd result = basis.z.rowwise() - basis.z.colwise().mean();
    for (Eigen::Index j = 0; j < result.cols(); ++j) {
        if (basis.isConstant[static_cast<std::size_t>(j)]) {
            result.col(j).setZero();
        } else {
            result.col(j).normalize();
        }
    }
    return result;
}

std::vector<std::size_t> varying(const WeightBasis& basis) {
    std::vector<std::size_t> places;
    for (std::size_t j = 0; j < basis.isConstant.size(); ++j) {
        if (!basis.isConstant[j]) {
            places.push_back(j);
        }
    }
    return places;
}

} // namespace

WeightBasis WeightBasis::columns(const std::vector<std::size_t>& places) const {
    WeightBasis result;
    result.z.resize(z.rows(), static_cast<Eigen::Index>(places.size()));
    result.raw.resize(z.rows(), static_cast<Eigen::Index>(places.size()));
    for (std::size_t j = 0; j < places.size(); ++j) {
        result.z.col(static_cast<Eigen::Index>(j)) = z.col(static_cast<Eigen::Index>(places[j]));
        result.raw.col(static_cast<Eigen::Index>(j)) =
            raw.col(static_cast<Eigen::Index>(places[j]));
        result.isConstant.push_back(isConstant[places[j]]);
    }
    return result;
}

Eigen::VectorXd scaledToOne(Eigen::VectorXd weights) {
    const double sum = weights.sum();
    return sum > 0 ? Eigen::VectorXd(weights / sum) : weights;
}

EntropyTerms entropyTerms(const WeightBasis& basis, double shift) {
    EntropyTerms terms{Eigen::VectorXd::Ones(basis.z.cols()),
                       Eigen::VectorXd::Zero(basis.z.cols())};
    for (const std::size_t place : varying(basis)) {
        const auto j = static_cast<Eigen::Index>(place);
        const long double entropy = entropyOf(basis.z.col(j), shift);
        terms.entropy[j] = static_cast<double>(entropy);
        terms.divergence[j] = static_cast<double>(std::max(1.0L - entropy, 0.0L));
    }
    return terms;
}

Status checkEntropy(const Eigen::VectorXd& entropy) {
    constexpr double rounding = 1e-9;
    for (const double e : entropy) {
        if (!(e >= -rounding && e <= 1.0 + rounding)) {
            return Problem{.code = ProblemCode::OptionInvalid,
                           .place = {.variable = "entropy"},
                           .found = shortestText(e),
                           .expected = "0 <= e <= 1, k = 1/ln(n)"};
        }
    }
    return {};
}

double entropyPerPeriods(double entropy, std::size_t rows, std::size_t periods) {
    return periods < 2 ? missingValue
                       : entropy * std::log(static_cast<double>(rows)) /
                             std::log(static_cast<double>(periods));
}

Eigen::VectorXd criticWeights(const WeightBasis& basis, Conflict conflict) {
    const Eigen::MatrixXd standard = standardColumns(basis);
    const Eigen::MatrixXd correlation = standard.transpose() * standard;
    const std::vector<std::size_t> places = varying(basis);
    Eigen::VectorXd information = Eigen::VectorXd::Zero(basis.z.cols());
    for (const std::size_t one : places) {
        const auto j = static_cast<Eigen::Index>(one);
        for (const std::size_t other : places) {
            const double r = correlation(j, static_cast<Eigen::Index>(other));
            // With itself exactly 1, whatever the rounding.
            information[j] +=
                one == other ? 0.0 : 1.0 - (conflict == Conflict::Signed ? r : std::abs(r));
        }
    }
    if (places.size() == 1) {
        information[static_cast<Eigen::Index>(places[0])] = 1.0;
    }
    return scaledToOne(information.cwiseProduct(deviations(basis.z)));
}

Eigen::VectorXd variationWeights(const WeightBasis& basis, VariationOf of) {
    const Eigen::MatrixXd& values = of == VariationOf::Raw ? basis.raw : basis.z;
    const Eigen::VectorXd sd = deviations(values);
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(values.cols());
    for (const std::size_t place : varying(basis)) {
        const auto j = static_cast<Eigen::Index>(place);
        weights[j] = sd[j] / std::abs(values.col(j).mean());
    }
    return scaledToOne(std::move(weights));
}

Eigen::VectorXd deviationWeights(const WeightBasis& basis) {
    return scaledToOne(deviations(basis.z));
}

ComponentWeights componentWeights(const WeightBasis& basis) {
    ComponentWeights result;
    result.weight = Eigen::VectorXd::Zero(basis.z.cols());
    const std::vector<std::size_t> places = varying(basis);
    if (places.empty()) {
        return result;
    }
    const Eigen::MatrixXd standard = standardColumns(basis.columns(places));
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(standard.transpose() * standard);
    result.eigenvalues = solver.eigenvalues().reverse();
    const Eigen::MatrixXd vectors = solver.eigenvectors().rowwise().reverse();
    result.components = std::max<Eigen::Index>(1, (result.eigenvalues.array() > 1.0).count());
    Eigen::VectorXd coefficient = Eigen::VectorXd::Zero(vectors.rows());
    for (Eigen::Index k = 0; k < result.components; ++k) {
        const double sign = vectors.col(k).sum() < 0 ? -1.0 : 1.0;
        coefficient += sign * result.eigenvalues[k] * vectors.col(k);
    }
    const Eigen::VectorXd weights = scaledToOne(coefficient.cwiseAbs());
    for (std::size_t j = 0; j < places.size(); ++j) {
        result.weight[static_cast<Eigen::Index>(places[j])] = weights[static_cast<Eigen::Index>(j)];
    }
    return result;
}

Eigen::VectorXd equalWeights(const WeightBasis& basis) {
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(basis.z.cols());
    for (const std::size_t place : varying(basis)) {
        weights[static_cast<Eigen::Index>(place)] = 1.0;
    }
    return scaledToOne(std::move(weights));
}

} // namespace citypanel::index
