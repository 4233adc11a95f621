// SPDX-License-Identifier: GPL-3.0-or-later
// Column generation: GLPK solves a program of few intensities, the duals price all others, and the
// optimum is accepted only after primal values and reduced costs were computed anew; in 113-bit
// arithmetic where doubles do not suffice. Prices: unit_pricing.cpp.
#include "core/frontier/unit_solver.h"

#include "core/frontier/precise_simplex.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel::frontier {

namespace {

constexpr std::size_t candidatesAtOnce = 8;
constexpr std::size_t firstColumns = 40;
/// Remembered bases that are tried, the nearest first.
constexpr int mostTries = 8;
constexpr int roundLimit = 500;
constexpr double pivotTolerance = 1e-7;
/// More exchanges than a neighbour's basis needs; a cycle ends here and GLPK takes over.
constexpr int exchangeLimit = 40;

} // namespace

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
    const double* divisor = (isSecond ? program.secondDivisor : program.intensityDivisor).data();
    const double* values = data_.scaled.data() + row;
    const std::size_t n = data_.size();
    for (std::size_t i = 0; i < rows; ++i) {
        const std::int32_t dimension = program.dimension[i];
        column[i] =
            dimension < 0 ? 0.0 : values[static_cast<std::size_t>(dimension) * n] / divisor[i];
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

/// The program of the working intensities. Returns the current basis in its columns, as far as they
/// are there.
LinearBasis UnitSolver::loadWorking(const UnitProgram& program) {
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
    return start;
}

/// Takes over a basis in columns of the program of the working intensities.
void UnitSolver::adoptBasis(const UnitProgram& program, LinearBasis basis) {
    basis_ = std::move(basis);
    const std::size_t fixed = program.fixedColumns();
    for (std::int32_t& id : basis_) {
        if (id >= static_cast<std::int32_t>(fixed)) {
            id = working_[static_cast<std::size_t>(id) - fixed];
        }
    }
}

Result<LinearStatus> UnitSolver::solveWorking(const UnitProgram& program) {
    const LinearBasis start = loadWorking(program);
    ++solverCalls_;
    CITYPANEL_TRY(LinearAnswer answer, solver_.solve(linear_, start));
    adoptBasis(program, std::move(answer.basis));
    return answer.status;
}

/// Every intensity of the pool at once, in 113-bit arithmetic: for bases that doubles cannot judge,
/// as where the same proportions of several variables return in row after row.
Status UnitSolver::solveWhole(const UnitProgram& program, const ColumnPool& pool) {
    const auto fixed = static_cast<std::int32_t>(program.fixedColumns());
    const auto n = static_cast<std::int32_t>(data_.size());
    const ColumnBlock* block = pool.rest != nullptr ? pool.rest : pool.first;
    working_.clear();
    for (std::int32_t kind = 0; kind < (program.secondDivisor.empty() ? 1 : 2); ++kind) {
        const std::int32_t offset = fixed + kind * n;
        if (pool.own >= 0) {
            working_.push_back(offset + pool.own);
        }
        for (std::size_t i = 0; block != nullptr && i < block->size(); ++i) {
            const RowIndex row = block->row(i);
            if (row != pool.leftOut && row != pool.own) {
                working_.push_back(offset + row);
            }
        }
    }
    const LinearBasis start = loadWorking(program);
    CITYPANEL_TRY(PreciseAnswer answer, solvePrecisely(linear_, start));
    isFeasible_ = answer.status != LinearStatus::Infeasible;
    if (answer.status == LinearStatus::Unbounded) {
        return Problem{.code = ProblemCode::ProgramUnbounded};
    }
    if (isFeasible_) {
        const LinearBasis columns = answer.basis;
        adoptBasis(program, std::move(answer.basis));
        values_ = std::move(answer.values);
        duals_ = std::move(answer.duals);
        if (!isPrimalFeasible(program, basis_)) {
            return Problem{.code = ProblemCode::SolverFailed, .found = "not feasible"};
        }
        tied_ = 0;
        for (std::size_t column = 0; column < answer.reducedCosts.size(); ++column) {
            const bool isTie = answer.reducedCosts[column] <= tieTolerance;
            tied_ += isTie && !containsId(columns, static_cast<std::int32_t>(column)) ? 1U : 0U;
        }
    }
    std::erase_if(working_, [&](std::int32_t id) { return !containsId(basis_, id); });
    return {};
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

/// Columns that improve are added until there is none. What GLPK cannot solve, and what its answer
/// turns out not to be when computed anew, is solved whole.
Status UnitSolver::generate(const UnitProgram& program, const ColumnPool& pool) {
    bool triedPhaseOne = false;
    for (int round = 0; round < roundLimit; ++round) {
        const Result<LinearStatus> status = solveWorking(program);
        if (status && *status == LinearStatus::Infeasible && !triedPhaseOne) {
            triedPhaseOne = true;
            CITYPANEL_TRY(isFeasible_, findFeasible(program, pool));
            if (!isFeasible_) {
                return {};
            }
            continue;
        }
        if (!status || *status != LinearStatus::Optimal) {
            break;
        }
        const Verdict verdict = examine(program, pool, basis_);
        if (verdict == Verdict::Optimal) {
            return {};
        }
        if (verdict == Verdict::NotFeasible || !addCandidates()) {
            break;
        }
    }
    return solveWhole(program, pool);
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
    // At the end: slacks, which elimination passes quickly, stay in front of intensities.
    basis_.erase(basis_.begin() + static_cast<std::ptrdiff_t>(leaving));
    basis_.push_back(entering);
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

bool UnitSolver::tryRemembered(RowIndex unit, const UnitProgram& program, const ColumnPool& pool,
                               const LinearBasis& start) {
    basis_.clear();
    improving_.clear();
    const auto fixed = static_cast<std::int32_t>(program.fixedColumns());
    const auto n = static_cast<std::int32_t>(data_.size());
    const auto usesLeftOut = [&](const LinearBasis& basis) {
        return pool.leftOut >= 0 && (containsId(basis, fixed + pool.leftOut) ||
                                     containsId(basis, fixed + n + pool.leftOut));
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
    const auto size = static_cast<std::int32_t>(data_.dimensions());
    memory_.measure(data_, unit, containsId(program.dimension, size));
    for (int tries = 0; tries < mostTries && basis_.empty(); ++tries) {
        const LinearBasis* basis = memory_.next();
        if (basis == nullptr) {
            break;
        }
        if (isOptimal(*basis)) {
            return true;
        }
    }
    // The unit itself, with factor and slacks: a point of every program that may use its own row.
    return basis_.empty() && pool.own >= 0 && isOptimal(ownBasis(program, pool));
}

LinearBasis UnitSolver::ownBasis(const UnitProgram& program, const ColumnPool& pool) const {
    LinearBasis basis;
    for (std::size_t column = program.rows() - 1; column-- > 0;) {
        basis.push_back(static_cast<std::int32_t>(column));
    }
    basis.push_back(static_cast<std::int32_t>(program.fixedColumns()) + pool.own);
    return basis;
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

Result<UnitOptimum> UnitSolver::solve(RowIndex unit, const UnitProgram& program,
                                      const ColumnPool& pool, const LinearBasis& start) {
    isFeasible_ = true;
    if (!tryRemembered(unit, program, pool, start)) {
        startWorking(program, pool, start);
        CITYPANEL_TRY_STATUS(generate(program, pool));
    }
    isNewBasis_ = isFeasible_ && memory_.add(unit, basis_);
    return optimumOf(program);
}

} // namespace citypanel::frontier
