// SPDX-License-Identifier: GPL-3.0-or-later
// Gaussian elimination of matrices too small for a library's blocking to pay.
#include "core/frontier/dense_basis.h"

#include <algorithm>
#include <utility>

namespace citypanel::frontier {

namespace {

/// Entries of a basis are near 1: a pivot no larger than this is a zero and its rounding.
template <typename Real>
constexpr Real singularPivot = static_cast<Real>(1e-13);
template <>
constexpr Wide singularPivot<Wide> = static_cast<Wide>(1e-25);

template <typename Real>
Real pivotSize(Real value) {
    return value < 0 ? -value : value;
}

} // namespace

template <typename Real>
void DenseBasis<Real>::resize(std::size_t rows) {
    rows_ = rows;
    entries_.resize(rows * rows);
    swap_.resize(rows);
}

template <typename Real>
std::span<Real> DenseBasis<Real>::column(std::size_t position) {
    return std::span(entries_).subspan(position * rows_, rows_);
}

template <typename Real>
bool DenseBasis<Real>::factorise() {
    for (std::size_t k = 0; k < rows_; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k + 1; i < rows_; ++i) {
            if (pivotSize(at(i, k)) > pivotSize(at(pivot, k))) {
                pivot = i;
            }
        }
        swap_[k] = pivot;
        if (!(pivotSize(at(pivot, k)) > singularPivot<Real>)) {
            return false;
        }
        for (std::size_t j = 0; j < rows_ && pivot != k; ++j) {
            std::swap(at(k, j), at(pivot, j));
        }
        Real* pivots = &entries_[k * rows_];
        if (std::all_of(pivots + k + 1, pivots + rows_, [](Real value) { return value == 0; })) {
            continue; // a slack's column eliminates nothing
        }
        const Real inverse = Real{1} / pivots[k];
        for (std::size_t i = k + 1; i < rows_; ++i) {
            pivots[i] *= inverse;
        }
        for (std::size_t j = k + 1; j < rows_; ++j) {
            Real* column = &entries_[j * rows_];
            const Real factor = column[k];
            if (factor == 0) {
                continue; // slacks make many columns of a single entry
            }
            for (std::size_t i = k + 1; i < rows_; ++i) {
                column[i] -= pivots[i] * factor;
            }
        }
    }
    return true;
}

template <typename Real>
void DenseBasis<Real>::solve(std::vector<Real>& right) const {
    for (std::size_t k = 0; k < rows_; ++k) {
        std::swap(right[k], right[swap_[k]]);
    }
    for (std::size_t k = 0; k < rows_; ++k) {
        const Real* column = &entries_[k * rows_];
        const Real value = right[k];
        for (std::size_t i = k + 1; i < rows_ && value != 0; ++i) {
            right[i] -= column[i] * value;
        }
    }
    for (std::size_t k = rows_; k-- > 0;) {
        const Real* column = &entries_[k * rows_];
        right[k] /= column[k];
        const Real value = right[k];
        for (std::size_t i = 0; i < k; ++i) {
            right[i] -= column[i] * value;
        }
    }
}

template <typename Real>
void DenseBasis<Real>::solveTransposed(std::vector<Real>& right) const {
    for (std::size_t k = 0; k < rows_; ++k) {
        for (std::size_t i = 0; i < k; ++i) {
            right[k] -= at(i, k) * right[i];
        }
        right[k] /= at(k, k);
    }
    for (std::size_t k = rows_; k-- > 0;) {
        for (std::size_t i = k + 1; i < rows_; ++i) {
            right[k] -= at(i, k) * right[i];
        }
    }
    for (std::size_t k = rows_; k-- > 0;) {
        std::swap(right[k], right[swap_[k]]);
    }
}

template class DenseBasis<double>;
template class DenseBasis<Wide>;

} // namespace citypanel::frontier
