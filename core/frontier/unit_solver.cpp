// SPDX-License-Identifier: GPL-3.0-or-later
// Column generation: GLPK solves a program of few intensities, the duals price all others, and the
// optimum is accepted only after primal values and reduced costs were computed anew.
#include "core/frontier/unit_solver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel::frontier {

namespace {

/// All entries are near 1: a variable above -this counts as not negative,
constexpr double primalTolerance = 1e-9;
/// a reduced cost above -this as not improving (it bounds the error of the optimum),
constexpr double dualTolerance = 1e-10;
/// and a reduced cost below this as a tie, so that another solution may exist.
constexpr double tieTolerance = 1e-9;
constexpr std::size_t candidatesAtOnce = 8;
constexpr std::size_t firstColumns = 40;
constexpr std::size_t basesRemembered = 24;
constexpr int roundLimit = 500;
constexpr double pivotTolerance = 1e-7;
/// More exchanges than a neighbour's basis needs; a cycle ends here and GLPK takes over.
constexpr int exchangeLimit = 40;

bool contains(const LinearBasis& basis, std::int32_t id) {
    return std::find(basis.begin(), basis.end(), id) != basis.end();
}

} // namespace

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

double UnitSolver::costOf(const UnitProgram& program, std::int32_t id) const {
    const bool isFixed = id >= 0 && static_cast<std::size_t>(id) < program.fixedColumns();
    return isFixed ? program.cost[static_cast<std::size_t>(id)] : 0.0;
}

bool UnitSolver::factorise(const UnitProgram& program, const LinearBasis& basis) {
    if (basis.size() != program.rows()) {
        return false;
    }
    dense_.resize(program.rows());
    for (std::size_t position = 0; position < basis.size(); ++position) {
        writeColumn(program, basis[position], dense_.column(position));
    }
    return dense_.factorise();
}

void UnitSolver::writeColumn(const UnitProgram& program, std::int32_t id,
                             std::span<double> column) const {
    const std::size_t rows = program.rows();
    if (id < 0) {
        std::fill(column.begin(), column.end(), 0.0);
        column[static_cast<std::size_t>(-1 - id)] = 1.0;
        return;
    }
    const auto at = static_cast<std::size_t>(id);
    if (at < program.fixedColumns()) {
        std::copy_n(program.entries.data() + at * rows, rows, column.begin());
        return;
    }
    std::size_t row = at - program.fixedColumns();
    const bool isSecond = row >= data_.size();
    row -= isSecond ? data_.size() : 0;
    const double* scale = (isSecond ? program.secondScale : program.intensityScale).data();
    const double* values = data_.scaled.data() + row;
    const std::size_t n = data_.size();
    for (std::size_t i = 0; i < rows; ++i) {
        const std::int32_t dimension = program.dimension[i];
        column[i] =
            dimension < 0 ? 0.0 : scale[i] * values[static_cast<std::size_t>(dimension) * n];
    }
}

bool UnitSolver::isPrimalFeasible(const UnitProgram& program, const LinearBasis& basis) const {
    for (std::size_t i = 0; i < basis.size(); ++i) {
        const std::int32_t id = basis[i];
        if (!std::isfinite(values_[i])) {
            return false;
        }
        if (id < 0 && std::abs(values_[i]) > primalTolerance) {
            return false; // an artificial variable stands for an unsatisfied row
        }
        const bool isFree = id >= 0 && static_cast<std::size_t>(id) < program.fixedColumns() &&
                            program.isFree[static_cast<std::size_t>(id)] != 0;
        if (!isFree && values_[i] < -primalTolerance) {
            return false;
        }
    }
    return true;
}

void UnitSolver::consider(std::int32_t id, double reducedCost, const LinearBasis& basis) {
    if (reducedCost > tieTolerance || contains(basis, id)) {
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
void priceAll(const UnitProgram& program, const std::vector<double>& scale,
              const std::vector<double>& duals, const ColumnBlock& block, double limit,
              Visit&& visit) {
    constexpr std::size_t width = 256;
    std::array<double, width> sum;
    for (std::size_t begin = 0; begin < block.size(); begin += width) {
        const std::size_t count = std::min(width, block.size() - begin);
        std::fill_n(sum.begin(), count, 0.0);
        for (std::size_t row = 0; row < program.rows(); ++row) {
            const double weight = -duals[row] * scale[row];
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
    priceAll(program, program.intensityScale, duals_, block, tieTolerance, visitFrom(fixed));
    if (!program.secondScale.empty()) {
        priceAll(program, program.secondScale, duals_, block, tieTolerance, visitFrom(second));
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
            for (std::int32_t kind = 0; kind < (program.secondScale.empty() ? 1 : 2); ++kind) {
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

UnitSolver::Verdict UnitSolver::examine(const UnitProgram& program, const ColumnPool& pool,
                                        const LinearBasis& basis) {
    if (!factorise(program, basis)) {
        return Verdict::NotFeasible;
    }
    values_ = program.rhs;
    dense_.solve(values_);
    if (!isPrimalFeasible(program, basis)) {
        return Verdict::NotFeasible;
    }
    duals_.resize(basis.size());
    for (std::size_t i = 0; i < basis.size(); ++i) {
        duals_[i] = costOf(program, basis[i]);
    }
    dense_.solveTransposed(duals_);
    price(program, pool, basis);
    return improving_.empty() ? Verdict::Optimal : Verdict::Improvable;
}

bool UnitSolver::isStillOptimal(const UnitProgram& program, const std::vector<double>& duals,
                                const ColumnBlock& block) const {
    bool isOptimal = true;
    const auto reject = [&](std::size_t, double) { isOptimal = false; };
    priceAll(program, program.intensityScale, duals, block, -dualTolerance, reject);
    if (!program.secondScale.empty()) {
        priceAll(program, program.secondScale, duals, block, -dualTolerance, reject);
    }
    return isOptimal;
}

bool UnitSolver::addToWorking(std::int32_t id) {
    if (std::find(working_.begin(), working_.end(), id) != working_.end()) {
        return false;
    }
    working_.push_back(id);
    return true;
}

/// The best of the improving intensities; false when none is new.
bool UnitSolver::addCandidates() {
    const std::size_t count = std::min(candidatesAtOnce, improving_.size());
    std::partial_sort(improving_.begin(), improving_.begin() + static_cast<std::ptrdiff_t>(count),
                      improving_.end(), [](const Candidate& a, const Candidate& b) {
                          return a.reducedCost != b.reducedCost ? a.reducedCost < b.reducedCost
                                                                : a.id < b.id;
                      });
    bool added = false;
    for (std::size_t i = 0; i < count; ++i) {
        added = addToWorking(improving_[i].id) || added;
    }
    return added;
}

void UnitSolver::startWorking(const UnitProgram& program, const ColumnPool& pool,
                              const LinearBasis& hint) {
    const auto fixed = static_cast<std::int32_t>(program.fixedColumns());
    working_.clear();
    for (const LinearBasis* basis : {&std::as_const(basis_), &hint}) {
        for (const std::int32_t id : *basis) {
            if (id >= fixed &&
                (id - fixed) % static_cast<std::int32_t>(data_.size()) != pool.leftOut) {
                (void)addToWorking(id);
            }
        }
    }
    if (pool.own >= 0) {
        (void)addToWorking(fixed + pool.own);
    }
    if (!basis_.empty()) {
        (void)addCandidates();
        return;
    }
    const std::size_t count = pool.first == nullptr ? 0 : pool.first->size();
    for (std::size_t i = 0; i < std::min(count, firstColumns); ++i) {
        // Evenly over the block, since neighbours in it are alike.
        const RowIndex row = pool.first->row(i * count / std::min(count, firstColumns));
        if (row != pool.leftOut) {
            (void)addToWorking(fixed + row);
        }
    }
}

Result<LinearStatus> UnitSolver::solveWorking(const UnitProgram& program,
                                              LinearArithmetic arithmetic) {
    const std::size_t rows = program.rows();
    const std::size_t fixed = program.fixedColumns();
    linear_.clear(rows);
    linear_.rhs = program.rhs;
    linear_.cost = program.cost;
    linear_.entries = program.entries;
    linear_.isFree = program.isFree;
    std::vector<double> column(rows);
    for (const std::int32_t id : working_) {
        writeColumn(program, id, column);
        linear_.addColumn(0.0, column, false);
    }
    LinearBasis start;
    for (const std::int32_t id : basis_) {
        const auto found = std::find(working_.begin(), working_.end(), id);
        if (id >= 0 && static_cast<std::size_t>(id) >= fixed && found != working_.end()) {
            start.push_back(static_cast<std::int32_t>(fixed) +
                            static_cast<std::int32_t>(found - working_.begin()));
        } else if (id < 0 || static_cast<std::size_t>(id) < fixed) {
            start.push_back(id);
        }
    }
    ++solverCalls_;
    CITYPANEL_TRY(LinearAnswer answer, solver_.solve(linear_, start, arithmetic));
    basis_ = std::move(answer.basis);
    for (std::int32_t& id : basis_) {
        if (id >= static_cast<std::int32_t>(fixed)) {
            id = working_[static_cast<std::size_t>(id) - fixed];
        }
    }
    return answer.status;
}

/// The first phase: the sum of artificial variables, as small as the whole pool allows. Adds the
/// columns of a feasible point to the working ones, or proves by their prices that there is none.
Result<bool> UnitSolver::findFeasible(const UnitProgram& program, const ColumnPool& pool) {
    UnitProgram phase = program;
    const std::size_t rows = program.rows();
    std::fill(phase.cost.begin(), phase.cost.end(), 0.0);
    for (std::size_t row = 0; row < rows; ++row) {
        for (const double sign : {1.0, -1.0}) {
            phase.cost.push_back(1.0);
            phase.isFree.push_back(0);
            phase.entries.resize(phase.entries.size() + rows, 0.0);
            phase.entries[phase.entries.size() - rows + row] = sign;
        }
    }
    const auto shift = static_cast<std::int32_t>(2 * rows);
    for (std::int32_t& id : working_) {
        id += shift;
    }
    basis_.clear();
    CITYPANEL_TRY_STATUS(generate(phase, pool));
    double infeasibility = 0.0;
    for (std::size_t i = 0; i < basis_.size(); ++i) {
        infeasibility += costOf(phase, basis_[i]) * values_[i];
    }
    for (std::int32_t& id : working_) {
        id -= shift;
    }
    basis_.clear();
    return infeasibility <= primalTolerance;
}

Status UnitSolver::generate(const UnitProgram& program, const ColumnPool& pool) {
    bool triedPhaseOne = false;
    LinearArithmetic arithmetic = LinearArithmetic::Double;
    for (int round = 0; round < roundLimit; ++round) {
        const Result<LinearStatus> status = solveWorking(program, arithmetic);
        if (!status || *status == LinearStatus::Infeasible) {
            const bool isInfeasible = status && !triedPhaseOne;
            if (isInfeasible) {
                triedPhaseOne = true;
                CITYPANEL_TRY(isFeasible_, findFeasible(program, pool));
                if (!isFeasible_) {
                    return {};
                }
            } else if (arithmetic == LinearArithmetic::Exact) {
                return status ? Problem{.code = ProblemCode::SolverFailed} : status.error();
            } else {
                arithmetic = LinearArithmetic::Exact;
                basis_.clear();
            }
            continue;
        }
        if (*status == LinearStatus::Unbounded) {
            return Problem{.code = ProblemCode::ProgramUnbounded};
        }
        const Verdict verdict = examine(program, pool, basis_);
        if (verdict == Verdict::Optimal) {
            return {};
        }
        if (verdict == Verdict::Improvable && addCandidates()) {
            arithmetic = LinearArithmetic::Double;
            continue;
        }
        // GLPK's optimum is not one to our tolerance.
        if (arithmetic == LinearArithmetic::Exact) {
            return Problem{.code = ProblemCode::SolverFailed, .found = "not optimal"};
        }
        arithmetic = LinearArithmetic::Exact;
    }
    return Problem{.code = ProblemCode::SolverFailed, .found = "rounds"};
}

/// Puts a column into the basis in place of the first basic variable that it drives to zero; the
/// largest pivot among ties. False when the step would be without bound.
bool UnitSolver::exchange(const UnitProgram& program, std::int32_t entering) {
    direction_.resize(program.rows());
    writeColumn(program, entering, direction_);
    dense_.solve(direction_);
    std::size_t leaving = basis_.size();
    double step = 0.0;
    for (std::size_t i = 0; i < basis_.size(); ++i) {
        const std::int32_t id = basis_[i];
        const bool isFree = id >= 0 && static_cast<std::size_t>(id) < program.fixedColumns() &&
                            program.isFree[static_cast<std::size_t>(id)] != 0;
        if (isFree || direction_[i] <= pivotTolerance) {
            continue;
        }
        const double ratio = std::max(0.0, values_[i]) / direction_[i];
        const bool isTie = leaving < basis_.size() && std::abs(ratio - step) <= primalTolerance;
        const bool isFirst = leaving == basis_.size() || ratio < step - primalTolerance;
        if (isFirst || (isTie && direction_[i] > direction_[leaving])) {
            leaving = i;
            step = ratio;
        }
    }
    if (leaving == basis_.size()) {
        return false;
    }
    basis_[leaving] = entering;
    return true;
}

/// A neighbour's basis is mostly a step or two from the optimum, which take less time than handing
/// the program to GLPK. Stops, with a basis for GLPK to start from, where it does not get there.
bool UnitSolver::improve(const UnitProgram& program, const ColumnPool& pool) {
    for (int count = 0; count < exchangeLimit; ++count) {
        const auto best = std::min_element(
            improving_.begin(), improving_.end(), [](const Candidate& a, const Candidate& b) {
                return a.reducedCost != b.reducedCost ? a.reducedCost < b.reducedCost : a.id < b.id;
            });
        const auto isFreeColumn = [&](std::int32_t id) {
            return static_cast<std::size_t>(id) < program.fixedColumns() &&
                   program.isFree[static_cast<std::size_t>(id)] != 0;
        };
        LinearBasis before = basis_;
        // A free column may have to fall, which GLPK may see to.
        if (isFreeColumn(best->id) || !exchange(program, best->id)) {
            return false;
        }
        const Verdict verdict = examine(program, pool, basis_);
        if (verdict == Verdict::Optimal) {
            return true;
        }
        if (verdict == Verdict::NotFeasible) {
            basis_ = std::move(before);
            return false;
        }
    }
    return false;
}

Result<bool> UnitSolver::tryRemembered(const UnitProgram& program, const ColumnPool& pool,
                                       const LinearBasis& start) {
    basis_.clear();
    improving_.clear();
    const auto fixed = static_cast<std::int32_t>(program.fixedColumns());
    const auto n = static_cast<std::int32_t>(data_.size());
    const auto usesLeftOut = [&](const LinearBasis& basis) {
        return pool.leftOut >= 0 &&
               (contains(basis, fixed + pool.leftOut) || contains(basis, fixed + n + pool.leftOut));
    };
    const auto isOptimal = [&](const LinearBasis& basis) {
        if (usesLeftOut(basis)) {
            return false;
        }
        const Verdict verdict = examine(program, pool, basis);
        if (verdict != Verdict::NotFeasible) {
            basis_ = basis;
        }
        return verdict == Verdict::Optimal ||
               (verdict == Verdict::Improvable && improve(program, pool));
    };
    if (!start.empty() && isOptimal(start)) {
        return true;
    }
    for (const LinearBasis& basis : recent_) {
        if (!basis_.empty()) {
            break;
        }
        if (isOptimal(basis)) {
            return true;
        }
    }
    // The unit itself, with factor and slacks: a point of every program that may use its own row.
    return basis_.empty() && pool.own >= 0 && isOptimal(ownBasis(program, pool));
}

LinearBasis UnitSolver::ownBasis(const UnitProgram& program, const ColumnPool& pool) const {
    LinearBasis basis{static_cast<std::int32_t>(program.fixedColumns()) + pool.own};
    for (std::size_t column = 0; basis.size() < program.rows(); ++column) {
        basis.push_back(static_cast<std::int32_t>(column));
    }
    return basis;
}

void UnitSolver::rememberCurrent() {
    const auto found = std::find(recent_.begin(), recent_.end(), basis_);
    if (found != recent_.end()) {
        recent_.erase(found);
    } else if (recent_.size() >= basesRemembered) {
        recent_.pop_back();
    }
    recent_.push_front(basis_);
}

void UnitSolver::remember(const std::deque<LinearBasis>& bases) {
    recent_ = bases;
}

UnitOptimum UnitSolver::optimumOf(const UnitProgram& program) const {
    UnitOptimum result;
    result.isFeasible = isFeasible_;
    if (!isFeasible_) {
        return result;
    }
    result.isUnique = tied_ == 0;
    result.basis = basis_;
    result.duals = duals_;
    result.fixedValues.assign(program.fixedColumns(), 0.0);
    for (std::size_t i = 0; i < basis_.size(); ++i) {
        const std::int32_t id = basis_[i];
        result.optimum += costOf(program, id) * values_[i];
        if (id < 0) {
            continue;
        }
        const auto column = static_cast<std::size_t>(id);
        if (column < program.fixedColumns()) {
            const bool isFree = program.isFree[column] != 0;
            result.fixedValues[column] = isFree ? values_[i] : std::max(0.0, values_[i]);
        } else if (values_[i] > primalTolerance) {
            const std::size_t intensity = column - program.fixedColumns();
            const bool isSecond = intensity >= data_.size();
            (isSecond ? result.second : result.intensities)
                .push_back({intensity % data_.size(), values_[i]});
        }
    }
    return result;
}

Result<UnitOptimum> UnitSolver::solve(const UnitProgram& program, const ColumnPool& pool,
                                      const LinearBasis& start) {
    isFeasible_ = true;
    CITYPANEL_TRY(const bool found, tryRemembered(program, pool, start));
    if (!found) {
        startWorking(program, pool, start);
        CITYPANEL_TRY_STATUS(generate(program, pool));
    }
    if (isFeasible_) {
        rememberCurrent();
    }
    return optimumOf(program);
}

} // namespace citypanel::frontier
