// SPDX-License-Identifier: GPL-3.0-or-later
// Linear programs min c'x, A x = b, x >= 0 with few rows, solved by GLPK without its aborts and
// prints.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace citypanel::frontier {

/// A program in equality form; columns are stored one after the other, all of `rows` entries.
struct LinearProgram {
    std::size_t rows = 0;
    std::vector<double> rhs{};          ///< b, one a row
    std::vector<double> cost{};         ///< c, one a column
    std::vector<double> entries{};      ///< rows x columns, by column
    std::vector<std::uint8_t> isFree{}; ///< 1 where a column may be negative

    [[nodiscard]] std::size_t columns() const { return cost.size(); }

    void clear(std::size_t rowCount);
    void addColumn(double columnCost, std::span<const double> columnEntries, bool columnIsFree);
};

/// Whether sizes fit and all numbers are finite. Problems: SizeMismatch, ValueInfinite.
[[nodiscard]] Status validated(const LinearProgram& program);

/// One basic variable a row: column index, or -1 - i for the artificial of row i.
using LinearBasis = std::vector<std::int32_t>;

enum class LinearStatus : std::uint8_t { Optimal, Infeasible, Unbounded };

/// What GLPK answered. The caller proves the optimum from the basis (unit_solver.h).
struct LinearAnswer {
    LinearStatus status = LinearStatus::Optimal;
    LinearBasis basis{};
};

/// Wrong calls made on purpose, so that tests see GLPK fail.
enum class LinearFault : std::uint8_t { None, DuplicateEntry, RowOutOfRange, MemoryLimit };

/// One GLPK problem object, kept between programs. Belongs to the thread that made it.
class LinearSolver {
public:
    LinearSolver();
    LinearSolver(const LinearSolver&) = delete;
    LinearSolver& operator=(const LinearSolver&) = delete;
    ~LinearSolver();

    /// Solves from a starting basis (empty, singular or wrong: from the artificial one). Problems:
    /// SizeMismatch, ValueInfinite (before GLPK sees the program), SolverFailed (with GLPK's own
    /// words in `found`: a limit was reached, or GLPK called abort, which is caught).
    [[nodiscard]] Result<LinearAnswer> solve(const LinearProgram& program,
                                             const LinearBasis& start);

    /// Of feasibility and reduced costs, in GLPK (its own default is 1e-7).
    void setTolerance(double tolerance);
    /// The next solve makes this wrong call.
    void injectFault(LinearFault fault);

private:
    struct Work; // GLPK's object and arrays; its header stays in the source file

    std::unique_ptr<Work> work_;
};

/// Releases what GLPK keeps for the calling thread; every thread that used a LinearSolver calls it
/// at its end, after the solvers are gone.
void releaseLinearEnvironment();

} // namespace citypanel::frontier
