// SPDX-License-Identifier: GPL-3.0-or-later
// Schur complement of large, weakly connected effects: sparse Cholesky, corrected by iteration.
#include "core/estimate/schur_complement.h"

#include <Eigen/SparseCholesky>
#include <Eigen/SparseCore>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

using SparseMatrix = Eigen::SparseMatrix<double, Eigen::ColMajor, int>;

constexpr std::size_t mostNonZeros = 40'000'000; ///< of S, both triangles
constexpr double mostFactorWork = 3e9;           ///< multiplications of the factorisation
/// Added to the diagonal, relative to it, so that redundancies not known beforehand have a pivot.
constexpr double regularisation = 1e-11;
constexpr int mostRefinements = 10;

/// Forms S column by column: from a column's rows to their groups to the columns met there.
class SparseBuilder {
public:
    explicit SparseBuilder(const EffectLayout& layout)
        : layout_(layout), size_(layout.columnCount()), sums_(size_, 0.0), mark_(size_, -1) {}

    /// False when S would have too many entries.
    bool build(SparseMatrix& matrix) {
        if (!layout_.basis().empty()) {
            return false;
        }
        listRowsByColumn();
        listGroups();
        std::vector<int> outer(size_ + 1, 0);
        std::vector<int> inner;
        std::vector<double> values;
        for (std::size_t column = 0; column < size_; ++column) {
            fillColumn(column);
            std::sort(touched_.begin(), touched_.end());
            for (const int row : touched_) {
                inner.push_back(row);
                values.push_back(sums_[static_cast<std::size_t>(row)]);
            }
            if (inner.size() > mostNonZeros) {
                return false;
            }
            outer[column + 1] = static_cast<int>(inner.size());
        }
        const auto n = static_cast<Eigen::Index>(size_);
        matrix = Eigen::Map<const SparseMatrix>(n, n, static_cast<Eigen::Index>(inner.size()),
                                                outer.data(), inner.data(), values.data());
        return true;
    }

private:
    void listRowsByColumn() {
        begins_.assign(size_ + 1, 0);
        for (const EffectFeature& feature : layout_.features()) {
            for (const std::int32_t column : feature.columns) {
                ++begins_[static_cast<std::size_t>(column) + 1];
            }
        }
        for (std::size_t c = 0; c < size_; ++c) {
            begins_[c + 1] += begins_[c];
        }
        std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
        rows_.resize(begins_.back());
        for (const EffectFeature& feature : layout_.features()) {
            for (std::size_t r = 0; r < layout_.rowCount(); ++r) {
                rows_[next[static_cast<std::size_t>(feature.columns[r])]++] =
                    static_cast<std::uint32_t>(r);
            }
        }
    }

    void listGroups() {
        groupOfRow_.resize(layout_.rowCount());
        for (std::size_t g = 0; g < layout_.groupCount(); ++g) {
            for (std::size_t r = layout_.groupBegin(g); r < layout_.groupBegin(g + 1); ++r) {
                groupOfRow_[r] = static_cast<std::uint32_t>(g);
            }
        }
    }

    void add(std::size_t column, std::int32_t row, double value) {
        const auto index = static_cast<std::size_t>(row);
        if (mark_[index] != static_cast<std::int64_t>(column)) {
            mark_[index] = static_cast<std::int64_t>(column);
            sums_[index] = 0.0;
            touched_.push_back(row);
        }
        sums_[index] += value;
    }

    void fillColumn(std::size_t column) {
        touched_.clear();
        const std::vector<EffectFeature>& features = layout_.features();
        std::size_t own = 0; // the feature this column belongs to
        while (own + 1 < features.size() && column >= features[own + 1].offset) {
            ++own;
        }
        const auto valueOf = [](const EffectFeature& feature, std::size_t row) {
            return feature.values.empty() ? 1.0 : feature.values[row];
        };
        for (std::size_t k = begins_[column]; k < begins_[column + 1]; ++k) {
            const std::size_t row = rows_[k];
            const double ownValue = layout_.weightAt(row) * valueOf(features[own], row);
            const std::size_t group = groupOfRow_[row];
            const double scale = ownValue * layout_.inverseGroupWeights()[group];
            for (const EffectFeature& feature : features) {
                add(column, feature.columns[row], ownValue * valueOf(feature, row));
                for (std::size_t r = layout_.groupBegin(group); r < layout_.groupBegin(group + 1);
                     ++r) {
                    add(column, feature.columns[r],
                        -scale * layout_.weightAt(r) * valueOf(feature, r));
                }
            }
        }
    }

    const EffectLayout& layout_;
    std::size_t size_;
    std::vector<double> sums_;
    std::vector<std::int64_t> mark_;
    std::vector<int> touched_;
    std::vector<std::size_t> begins_;
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> groupOfRow_;
};

/// LDL' with fill-reducing order whose size can be asked before the numbers are computed.
class SparseFactor
    : public Eigen::SimplicialLDLT<SparseMatrix, Eigen::Lower, Eigen::AMDOrdering<int>> {
public:
    [[nodiscard]] double work() const {
        double sum = 0.0;
        for (Eigen::Index j = 0; j < m_nonZerosPerCol.size(); ++j) {
            const double count = m_nonZerosPerCol[j];
            sum += count * count;
        }
        return sum;
    }
};

class SparseSchur final : public SchurComplement {
public:
    SparseSchur(const SparseMatrix& matrix, std::unique_ptr<SparseFactor> factor,
                std::vector<std::size_t> grounded, PairwiseRank rank)
        : matrix_(matrix)
        , factor_(std::move(factor))
        , grounded_(std::move(grounded))
        , rank_(rank) {}

    /// The factor belongs to S with a known redundant level of each component held at zero and a
    /// small diagonal added; refinement takes the latter out again, down to rounding.
    [[nodiscard]] int solve(const double* b, double* a) const override {
        const Eigen::Map<const Eigen::VectorXd> rightHandSide(b, matrix_.rows());
        Eigen::Map<Eigen::VectorXd> solution(a, matrix_.rows());
        solution.setZero();
        Eigen::VectorXd residual = rightHandSide;
        double norm = residual.norm();
        for (int step = 0; step < mostRefinements && norm > 0.0; ++step) {
            for (const std::size_t column : grounded_) {
                residual(static_cast<Eigen::Index>(column)) = 0.0;
            }
            const Eigen::VectorXd next = solution + factor_->solve(residual);
            residual = rightHandSide - matrix_ * next;
            const double nextNorm = residual.norm();
            if (nextNorm < norm) {
                solution = next;
            }
            if (nextNorm > 0.1 * norm) {
                break; // at the level of rounding; the group means are checked by the caller
            }
            norm = nextNorm;
        }
        return 0;
    }

    [[nodiscard]] std::size_t rank() const override { return rank_.rank; }

    [[nodiscard]] bool rankIsExact() const override { return rank_.isExact; }

    [[nodiscard]] std::vector<double> inverse() const override { return {}; }

private:
    SparseMatrix matrix_;
    std::unique_ptr<SparseFactor> factor_;
    std::vector<std::size_t> grounded_;
    PairwiseRank rank_;
};

/// Columns of levels that are redundant beside the primary effect.
std::vector<std::size_t> redundantColumns(const EffectLayout& layout) {
    const std::vector<AbsorbedTerm>& terms = layout.terms();
    std::size_t primary = 0;
    while (!layout.isPrimary(primary)) {
        ++primary;
    }
    std::vector<std::size_t> columns;
    for (const EffectFeature& feature : layout.features()) {
        if (feature.slope >= 0) {
            continue;
        }
        for (const std::size_t level :
             levelOfEachComponent(terms[primary].grouping, terms[feature.term].grouping)) {
            columns.push_back(feature.offset + level);
        }
    }
    return columns;
}

/// Lower triangle of S with the grounded rows and columns emptied and the diagonal raised.
SparseMatrix regularised(const SparseMatrix& matrix, const std::vector<std::size_t>& grounded) {
    std::vector<bool> isGrounded(static_cast<std::size_t>(matrix.cols()), false);
    for (const std::size_t column : grounded) {
        isGrounded[column] = true;
    }
    SparseMatrix regular = matrix.triangularView<Eigen::Lower>();
    regular.prune([&](const Eigen::Index& row, const Eigen::Index& column, const double&) {
        return row == column || (!isGrounded[static_cast<std::size_t>(row)] &&
                                 !isGrounded[static_cast<std::size_t>(column)]);
    });
    for (Eigen::Index j = 0; j < regular.cols(); ++j) {
        regular.coeffRef(j, j) *= 1.0 + regularisation;
    }
    return regular;
}

} // namespace

std::unique_ptr<const SchurComplement> sparseSchur(const EffectLayout& layout) {
    SparseMatrix matrix;
    if (!SparseBuilder(layout).build(matrix)) {
        return nullptr;
    }
    std::vector<std::size_t> grounded = redundantColumns(layout);
    const SparseMatrix regular = regularised(matrix, grounded);
    auto factor = std::make_unique<SparseFactor>();
    factor->analyzePattern(regular);
    if (factor->work() > mostFactorWork) {
        return nullptr;
    }
    factor->factorize(regular);
    if (factor->info() != Eigen::Success) {
        return nullptr;
    }
    return std::make_unique<SparseSchur>(matrix, std::move(factor), std::move(grounded),
                                         pairwiseRank(layout));
}

} // namespace citypanel
