// SPDX-License-Identifier: GPL-3.0-or-later
// Gaussian elimination of matrices too small for a library's blocking to pay.
#include "core/frontier/dense_basis.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel::frontier {

void DenseBasis::resize(std::size_t rows) {
    rows_ = rows;
    entries_.resize(rows * rows);
    swap_.resize(rows);
}

std::span<double> DenseBasis::column(std::size_t position) {
    return std::span(entries_).subspan(position * rows_, rows_);
}

bool DenseBasis::factorise() {
    constexpr double singular = 1e-13;
    for (std::size_t k = 0; k < rows_; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k + 1; i < rows_; ++i) {
            if (std::abs(at(i, k)) > std::abs(at(pivot, k))) {
                pivot = i;
            }
        }
        swap_[k] = pivot;
        if (!(std::abs(at(pivot, k)) > singular)) {
            return false;
        }
        for (std::size_t j = 0; j < rows_ && pivot != k; ++j) {
            std::swap(at(k, j), at(pivot, j));
        }
        const double inverse = 1.0 / at(k, k);
        double* pivots = &entries_[k * rows_];
        for (std::size_t i = k + 1; i < rows_; ++i) {
            pivots[i] *= inverse;
        }
        for (std::size_t j = k + 1; j < rows_; ++j) {
            double* column = &entries_[j * rows_];
            const double factor = column[k];
            if (factor == 0.0) {
                continue; // slacks make many columns of a single entry
            }
            for (std::size_t i = k + 1; i < rows_; ++i) {
                column[i] -= pivots[i] * factor;
            }
        }
    }
    return true;
}

void DenseBasis::solve(std::vector<double>& right) const {
    for (std::size_t k = 0; k < rows_; ++k) {
        std::swap(right[k], right[swap_[k]]);
    }
    for (std::size_t k = 0; k < rows_; ++k) {
        const double* column = &entries_[k * rows_];
        const double value = right[k];
        for (std::size_t i = k + 1; i < rows_ && value != 0.0; ++i) {
            right[i] -= column[i] * value;
        }
    }
    for (std::size_t k = rows_; k-- > 0;) {
        const double* column = &entries_[k * rows_];
        right[k] /= column[k];
        const double value = right[k];
        for (std::size_t i = 0; i < k; ++i) {
            right[i] -= column[i] * value;
        }
    }
}

void DenseBasis::solveTransposed(std::vector<double>& right) const {
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

} // namespace citypanel::frontier
