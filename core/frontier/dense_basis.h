// SPDX-License-Identifier: GPL-3.0-or-later
// DenseBasis: the small matrix of a program's basic columns, factorised; primal and dual solution.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace citypanel::frontier {

/// 113 bits of mantissa: where rows of the data are all but proportional, a basis loses the half of
/// a double's digits and more.
#if defined(__SIZEOF_FLOAT128__)
using Wide = __float128;
#else
using Wide = long double;
#endif

/// LU with partial pivoting of a p x p matrix, p about 10, without allocation after the first use.
/// Of doubles or of Wide.
template <typename Real>
class DenseBasis {
public:
    /// Sets the size; the matrix is then filled column by column.
    void resize(std::size_t rows);
    /// Entries of a basic column, to be written before factorise().
    [[nodiscard]] std::span<Real> column(std::size_t position);
    /// False when the matrix is singular to working precision.
    [[nodiscard]] bool factorise();
    /// Solves B z = b in place.
    void solve(std::vector<Real>& right) const;
    /// Solves B' pi = c in place.
    void solveTransposed(std::vector<Real>& right) const;

private:
    [[nodiscard]] Real& at(std::size_t row, std::size_t column) {
        return entries_[column * rows_ + row];
    }

    [[nodiscard]] Real at(std::size_t row, std::size_t column) const {
        return entries_[column * rows_ + row];
    }

    std::size_t rows_ = 0;
    std::vector<Real> entries_;
    std::vector<std::size_t> swap_; ///< row exchanged with row i in step i
};

extern template class DenseBasis<double>;
extern template class DenseBasis<Wide>;

} // namespace citypanel::frontier
