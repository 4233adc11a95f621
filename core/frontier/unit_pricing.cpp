// SPDX-License-Identifier: GPL-3.0-or-later
// The reduced costs of all columns that a unit's program may use, from the duals of a basis.
#include "core/frontier/unit_solver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel::frontier {

ColumnBlock::ColumnBlock(const FrontierData& data, std::vector<RowIndex> rows)
    : rows_(std::move(rows)) {
    const std::size_t count = rows_.size();
    const std::size_t dimensions = data.dimensions() + 1;
    values_.resize(dimensions * count);
    for (std::size_t i = 0; i < dimensions; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            values_[i * count + j] = data.scaledAt(i, static_cast<std::size_t>(rows_[j]));
        }
    }
}

void UnitSolver::consider(std::int32_t id, double reducedCost, const LinearBasis& basis) {
    if (reducedCost > tieTolerance || containsId(basis, id)) {
        return;
    }
    ++tied_;
    if (reducedCost < -dualTolerance) {
        improving_.push_back({id, reducedCost});
    }
}

void UnitSolver::priceFixed(const UnitProgram& program, const LinearBasis& basis) {
    const std::size_t rows = program.rows();
    for (std::size_t column = 0; column < program.fixedColumns(); ++column) {
        double reducedCost = program.cost[column];
        for (std::size_t row = 0; row < rows; ++row) {
            reducedCost -= duals_[row] * program.entries[column * rows + row];
        }
        if (program.isFree[column] != 0) {
            reducedCost = -std::abs(reducedCost);
        }
        consider(static_cast<std::int32_t>(column), reducedCost, basis);
    }
}

namespace {

/// Calls visit(position, reduced cost) for those below the limit.
template <typename Visit>
void priceAll(const UnitProgram& program, const std::vector<double>& divisor,
              const std::vector<double>& duals, const ColumnBlock& block, double limit,
              Visit&& visit) {
    constexpr std::size_t width = 256;
    std::array<double, width> sum;
    for (std::size_t begin = 0; begin < block.size(); begin += width) {
        const std::size_t count = std::min(width, block.size() - begin);
        std::fill_n(sum.begin(), count, 0.0);
        for (std::size_t row = 0; row < program.rows(); ++row) {
            const double weight = -duals[row] / divisor[row];
            if (program.dimension[row] < 0 || weight == 0.0) {
                continue;
            }
            const double* values =
                block.dimension(static_cast<std::size_t>(program.dimension[row])) + begin;
            for (std::size_t j = 0; j < count; ++j) {
                sum[j] += weight * values[j];
            }
        }
        for (std::size_t j = 0; j < count; ++j) {
            if (sum[j] <= limit) {
                visit(begin + j, sum[j]);
            }
        }
    }
}

} // namespace

void UnitSolver::priceBlock(const UnitProgram& program, const ColumnBlock& block,
                            const ColumnPool& pool, const LinearBasis& basis) {
    const auto fixed = static_cast<std::int32_t>(program.fixedColumns());
    const auto second = fixed + static_cast<std::int32_t>(data_.size());
    const auto visitFrom = [&](std::int32_t offset) {
        return [&, offset](std::size_t position, double reducedCost) {
            const RowIndex row = block.row(position);
            if (row != pool.leftOut && row != pool.own) {
                consider(offset + row, reducedCost, basis);
            }
        };
    };
    priceAll(program, program.intensityDivisor, duals_, block, tieTolerance, visitFrom(fixed));
    if (!program.secondDivisor.empty()) {
        priceAll(program, program.secondDivisor, duals_, block, tieTolerance, visitFrom(second));
    }
}

void UnitSolver::price(const UnitProgram& program, const ColumnPool& pool,
                       const LinearBasis& basis) {
    const auto priceOnce = [&](const ColumnBlock* block) {
        improving_.clear();
        tied_ = 0;
        priceFixed(program, basis);
        if (pool.own >= 0) {
            const auto fixed = static_cast<std::int32_t>(program.fixedColumns());
            const auto n = static_cast<std::int32_t>(data_.size());
            for (std::int32_t kind = 0; kind < (program.secondDivisor.empty() ? 1 : 2); ++kind) {
                const std::int32_t id = fixed + kind * n + pool.own;
                direction_.resize(program.rows());
                writeColumn(program, id, direction_);
                consider(id,
                         -std::inner_product(duals_.begin(), duals_.end(), direction_.begin(), 0.0),
                         basis);
            }
        }
        if (block != nullptr) {
            priceBlock(program, *block, pool, basis);
        }
    };
    priceOnce(pool.first);
    if (improving_.empty() && pool.rest != nullptr) {
        priceOnce(pool.rest);
    }
}

bool UnitSolver::isStillOptimal(const UnitProgram& program, const std::vector<double>& duals,
                                const ColumnBlock& block) const {
    bool isOptimal = true;
    const auto reject = [&](std::size_t, double) { isOptimal = false; };
    priceAll(program, program.intensityDivisor, duals, block, -dualTolerance, reject);
    if (!program.secondDivisor.empty()) {
        priceAll(program, program.secondDivisor, duals, block, -dualTolerance, reject);
    }
    return isOptimal;
}

} // namespace citypanel::frontier
