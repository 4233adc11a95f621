// SPDX-License-Identifier: GPL-3.0-or-later
// Refined Cholesky for well-conditioned regressors, Householder QR for the others.
#include "core/estimate/least_squares.h"

#include "core/estimate/rank_cholesky.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

constexpr double dependentShare = 1e-9;
constexpr double wellConditionedPivot = 1e-3;
constexpr double mostExtendedWork = 4e8;
/// Coefficients (times norms) smaller than this share do not count as carrying a dependent column.
constexpr double negligibleShare = 1e-7;

} // namespace

struct LeastSquares::Method {
    Method() = default;
    Method(const Method&) = delete;
    Method& operator=(const Method&) = delete;
    virtual ~Method() = default;
    [[nodiscard]] virtual LeastSquaresSolution solve(std::span<const double> y) const = 0;
};

/// X'X scaled to unit diagonal, factorised; solutions refined on the residuals.
struct LeastSquares::CholeskyMethod final : Method {
    CholeskyMethod(std::span<const double> columns, std::size_t rows)
        : X(columns.data(), static_cast<Eigen::Index>(rows),
            static_cast<Eigen::Index>(rows == 0 ? 0 : columns.size() / rows)) {
        const Eigen::Index k = X.cols();
        Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(k, k);
        gram.selfadjointView<Eigen::Lower>().rankUpdate(X.transpose());
        scale = gram.diagonal().cwiseSqrt().cwiseInverse();
        isUsable = scale.allFinite();
        if (!isUsable) {
            return;
        }
        gram = scale.asDiagonal() * gram * scale.asDiagonal();
        const auto size = static_cast<std::size_t>(k);
        factor = RankCholesky({gram.data(), gram.data() + gram.size()},
                              std::vector<double>(size, 1.0), wellConditionedPivot);
        isUsable = factor.rank() == size;
    }

    [[nodiscard]] std::vector<double> inverse() const {
        std::vector<double> values = factor.inverse();
        Eigen::Map<Eigen::MatrixXd> A(values.data(), X.cols(), X.cols());
        A = (scale.asDiagonal() * A * scale.asDiagonal()).eval();
        return values;
    }

    [[nodiscard]] LeastSquaresSolution solve(std::span<const double> y) const override {
        const Eigen::Map<const Eigen::VectorXd> target(y.data(), X.rows());
        Eigen::VectorXd b = Eigen::VectorXd::Zero(X.cols());
        Eigen::VectorXd residual = target;
        for (int step = 0; step < 3; ++step) {
            Eigen::VectorXd change = scale.cwiseProduct(X.transpose() * residual);
            factor.solve(change.data(), 1);
            b += scale.cwiseProduct(change);
            residual.noalias() = target - X * b;
        }
        return {{b.begin(), b.end()}, {residual.begin(), residual.end()}, residual.squaredNorm()};
    }

    Eigen::Map<const Eigen::MatrixXd> X;
    Eigen::VectorXd scale;
    RankCholesky factor;
    bool isUsable = false;
};

/// Householder QR of scaled columns in their order; dependent columns are passed over.
template <typename Number>
struct LeastSquares::HouseholderMethod final : Method {
    using Matrix = Eigen::Matrix<Number, Eigen::Dynamic, Eigen::Dynamic>;
    using Vector = Eigen::Matrix<Number, Eigen::Dynamic, 1>;

    explicit HouseholderMethod(Matrix columns) : original(std::move(columns)) {
        const Eigen::Index n = original.rows();
        const Eigen::Index k = original.cols();
        reflectors.resize(n, k);
        triangle = Matrix::Zero(k, k);
        for (Eigen::Index j = 0; j < k; ++j) {
            Vector x = original.col(j);
            const Number norm = x.norm();
            if (norm > Number{0}) {
                x /= norm;
            }
            applyReflectors(x);
            const Eigen::Index rank = count();
            const Number rest = rank < n ? x.tail(n - rank).norm() : Number{0};
            if (rest <= static_cast<Number>(dependentShare)) {
                recordDependence(j, x.head(rank), norm);
                continue;
            }
            const Number head = x(rank);
            const Number diagonal = head > Number{0} ? -rest : rest;
            triangle.col(rank).head(rank) = x.head(rank);
            triangle(rank, rank) = diagonal;
            auto reflector = reflectors.col(rank);
            reflector.setZero();
            reflector.tail(n - rank) = x.tail(n - rank);
            reflector(rank) = head - diagonal;
            reflector /= reflector.norm();
            norms.push_back(norm);
            kept.push_back(static_cast<std::size_t>(j));
        }
    }

    [[nodiscard]] Eigen::Index count() const { return static_cast<Eigen::Index>(kept.size()); }

    void applyReflectors(Vector& x) const {
        const Eigen::Index n = original.rows();
        for (Eigen::Index i = 0; i < count(); ++i) {
            const auto v = reflectors.col(i).tail(n - i);
            x.tail(n - i) -= Number{2} * v.dot(x.tail(n - i)) * v;
        }
    }

    [[nodiscard]] Vector backSubstitute(Vector x) const {
        triangle.topLeftCorner(count(), count())
            .template triangularView<Eigen::Upper>()
            .solveInPlace(x);
        return x;
    }

    void recordDependence(Eigen::Index column, const Vector& head, Number norm) {
        DependentColumn entry{static_cast<std::size_t>(column), {}};
        const Vector shares = norm > Number{0} ? backSubstitute(head) : Vector();
        for (Eigen::Index i = 0; i < shares.size(); ++i) {
            if (std::abs(shares(i)) > static_cast<Number>(negligibleShare)) {
                entry.with.push_back(kept[static_cast<std::size_t>(i)]);
            }
        }
        dependent.push_back(std::move(entry));
    }

    [[nodiscard]] std::vector<double> inverse() const {
        const Eigen::Index r = count();
        Matrix inverseTriangle = Matrix::Identity(r, r);
        triangle.topLeftCorner(r, r).template triangularView<Eigen::Upper>().solveInPlace(
            inverseTriangle);
        for (Eigen::Index i = 0; i < r; ++i) {
            inverseTriangle.row(i) /= norms[static_cast<std::size_t>(i)];
        }
        const Matrix A = inverseTriangle * inverseTriangle.transpose();
        std::vector<double> values;
        for (Eigen::Index i = 0; i < r * r; ++i) {
            values.push_back(static_cast<double>(A.data()[i]));
        }
        return values;
    }

    [[nodiscard]] LeastSquaresSolution solve(std::span<const double> y) const override {
        const Eigen::Index n = original.rows();
        const Eigen::Map<const Eigen::VectorXd> given(y.data(), n);
        const Vector target = given.cast<Number>();
        Vector b = Vector::Zero(count());
        Vector residual = target;
        for (int step = 0; step < 2; ++step) {
            Vector rotated = residual;
            applyReflectors(rotated);
            const Vector change = backSubstitute(rotated.head(count()));
            for (Eigen::Index i = 0; i < count(); ++i) {
                b(i) += change(i) / norms[static_cast<std::size_t>(i)];
            }
            residual = target;
            for (Eigen::Index i = 0; i < count(); ++i) {
                residual -=
                    b(i) *
                    original.col(static_cast<Eigen::Index>(kept[static_cast<std::size_t>(i)]));
            }
        }
        LeastSquaresSolution solution;
        solution.rss = static_cast<double>(residual.squaredNorm());
        for (Eigen::Index i = 0; i < count(); ++i) {
            solution.coefficients.push_back(static_cast<double>(b(i)));
        }
        solution.residuals.resize(static_cast<std::size_t>(n));
        for (Eigen::Index i = 0; i < n; ++i) {
            solution.residuals[static_cast<std::size_t>(i)] = static_cast<double>(residual(i));
        }
        return solution;
    }

    Matrix original;
    Matrix reflectors;
    Matrix triangle;
    std::vector<Number> norms;
    std::vector<std::size_t> kept;
    std::vector<DependentColumn> dependent;
};

LeastSquares LeastSquares::factor(std::span<const double> columns, std::size_t rows) {
    LeastSquares result;
    auto fast = std::make_shared<CholeskyMethod>(columns, rows);
    if (fast->isUsable) {
        for (std::size_t j = 0; j < fast->factor.size(); ++j) {
            result.kept_.push_back(j);
        }
        result.inverse_ = fast->inverse();
        result.method_ = std::move(fast);
        return result;
    }
    const auto take = [&](auto method) {
        result.isIllConditioned_ = true;
        result.kept_ = method->kept;
        result.dependent_ = method->dependent;
        result.inverse_ = method->inverse();
        result.method_ = std::move(method);
    };
    const auto work = static_cast<double>(columns.size()) * static_cast<double>(fast->X.cols());
    if (work <= mostExtendedWork) {
        take(std::make_shared<HouseholderMethod<long double>>(fast->X.cast<long double>()));
    } else {
        take(std::make_shared<HouseholderMethod<double>>(fast->X));
    }
    return result;
}

LeastSquares LeastSquares::factor(std::vector<std::vector<long double>> columns) {
    using Method = HouseholderMethod<long double>;
    Method::Matrix X(static_cast<Eigen::Index>(columns.empty() ? 0 : columns.front().size()),
                     static_cast<Eigen::Index>(columns.size()));
    for (std::size_t j = 0; j < columns.size(); ++j) {
        for (std::size_t i = 0; i < columns[j].size(); ++i) {
            X(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = columns[j][i];
        }
    }
    auto method = std::make_shared<Method>(std::move(X));
    LeastSquares result;
    result.isIllConditioned_ = true;
    result.kept_ = method->kept;
    result.dependent_ = method->dependent;
    result.inverse_ = method->inverse();
    result.method_ = std::move(method);
    return result;
}

LeastSquaresSolution LeastSquares::solve(std::span<const double> y) const {
    return method_->solve(y);
}

} // namespace citypanel
