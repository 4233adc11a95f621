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
    const std::size_t dimensions = data.dimensions() + 1;
    stride_ = (rows_.size() + width - 1) / width * width;
    values_.assign(dimensions * stride_, 0.0);
    for (std::size_t i = 0; i < dimensions; ++i) {
        for (std::size_t j = 0; j < rows_.size(); ++j) {
            values_[i * stride_ + j] = data.scaledAt(i, static_cast<std::size_t>(rows_[j]));
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

/// Reduced costs of ColumnBlock::width columns from the given one on; the least of them.
double sumPrices(const std::vector<PricedRow>& rows, std::size_t begin,
                 std::array<double, ColumnBlock::width>& sums) {
    double a = 0.0;
    double b = 0.0;
    double c = 0.0;
    double d = 0.0;
    double e = 0.0;
    double f = 0.0;
    double g = 0.0;
    double h = 0.0;
    for (const PricedRow& row : rows) {
        const double* values = row.values + begin;
        a += row.weight * values[0];
        b += row.weight * values[1];
        c += row.weight * values[2];
        d += row.weight * values[3];
        e += row.weight * values[4];
        f += row.weight * values[5];
        g += row.weight * values[6];
        h += row.weight * values[7];
    }
    sums = {a, b, c, d, e, f, g, h};
    return std::min(std::min(std::min(a, b), std::min(c, d)),
                    std::min(std::min(e, f), std::min(g, h)));
}

/// Calls visit(position, reduced cost) for those below the limit. A few columns at a time, so that
/// their sums stay in registers.
template <typename Visit>
void priceAll(const std::vector<PricedRow>& rows, const ColumnBlock& block, double limit,
              Visit&& visit) {
    constexpr std::size_t width = ColumnBlock::width;
    std::array<double, width> sums;
    for (std::size_t begin = 0; begin < block.size(); begin += width) {
        if (sumPrices(rows, begin, sums) > limit) {
            continue;
        }
        const std::size_t count = std::min(width, block.size() - begin);
        for (std::size_t j = 0; j < count; ++j) {
            if (sums[j] <= limit) {
                visit(begin + j, sums[j]);
            }
        }
    }
}

} // namespace

void UnitSolver::weighRows(const UnitProgram& program, const std::vector<double>& divisor,
                           const std::vector<double>& duals, const ColumnBlock& block) {
    priced_.clear();
    for (std::size_t row = 0; row < program.rows(); ++row) {
        const double weight = -duals[row] / divisor[row];
        if (program.dimension[row] >= 0 && weight != 0.0) {
            priced_.push_back(
                {block.dimension(static_cast<std::size_t>(program.dimension[row])), weight});
        }
    }
}

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
    weighRows(program, program.intensityDivisor, duals_, block);
    priceAll(priced_, block, tieTolerance, visitFrom(fixed));
    if (!program.secondDivisor.empty()) {
        weighRows(program, program.secondDivisor, duals_, block);
        priceAll(priced_, block, tieTolerance, visitFrom(second));
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
                                const ColumnBlock& block) {
    bool isOptimal = true;
    const auto reject = [&](std::size_t, double) { isOptimal = false; };
    weighRows(program, program.intensityDivisor, duals, block);
    priceAll(priced_, block, -dualTolerance, reject);
    if (!program.secondDivisor.empty()) {
        weighRows(program, program.secondDivisor, duals, block);
        priceAll(priced_, block, -dualTolerance, reject);
    }
    return isOptimal;
}

} // namespace citypanel::frontier
