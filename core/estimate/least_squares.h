// SPDX-License-Identifier: GPL-3.0-or-later
// LeastSquares: a set of regressors factorised once, dependent columns found, then solved for any
// y.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace citypanel {

/// A column that is a combination of earlier ones.
struct DependentColumn {
    std::size_t column = 0;
    std::vector<std::size_t> with{}; ///< the columns that carry it
};

/// Coefficients of the kept columns, residuals and their sum of squares.
struct LeastSquaresSolution {
    std::vector<double> coefficients;
    std::vector<double> residuals;
    double rss = 0.0;
};

/// min ||y - X b||. A column is dependent when what is left of it beside earlier ones is at most
/// 1e-9 of its norm. Well-conditioned regressors (smallest relative pivot of X'X above 1e-3) go
/// through the Cholesky factor of the scaled X'X with two steps of iterative refinement on the
/// residuals; others through Householder QR, in extended precision while n k^2 <= 4e8.
/// Source: Bjorck, Numerical Methods for Least Squares Problems (1996), 2.4 and 6.6.
class LeastSquares {
public:
    /// columns: n x k, column by column; must outlive this object.
    [[nodiscard]] static LeastSquares factor(std::span<const double> columns, std::size_t rows);
    /// The same in extended precision from columns of extended precision.
    [[nodiscard]] static LeastSquares factor(std::vector<std::vector<long double>> columns);

    [[nodiscard]] const std::vector<std::size_t>& kept() const { return kept_; }

    [[nodiscard]] const std::vector<DependentColumn>& dependent() const { return dependent_; }

    /// (X'X)^-1 of the kept columns, row by row.
    [[nodiscard]] const std::vector<double>& inverse() const { return inverse_; }

    /// True when the columns were too close to dependence for the fast path.
    [[nodiscard]] bool isIllConditioned() const { return isIllConditioned_; }

    [[nodiscard]] LeastSquaresSolution solve(std::span<const double> y) const;

private:
    struct Method;
    struct CholeskyMethod;
    template <typename Number>
    struct HouseholderMethod;

    std::vector<std::size_t> kept_;
    std::vector<DependentColumn> dependent_;
    std::vector<double> inverse_;
    bool isIllConditioned_ = false;
    std::shared_ptr<const Method> method_;
};

} // namespace citypanel
