// SPDX-License-Identifier: GPL-3.0-or-later
// The simplex method in 113-bit arithmetic, for the programs whose bases doubles cannot judge.
#pragma once

#include "core/frontier/linear_program.h"

#include <vector>

namespace citypanel::frontier {

/// An optimum with what proves it, rounded to doubles after it was computed.
struct PreciseAnswer {
    LinearStatus status = LinearStatus::Optimal;
    LinearBasis basis{};
    std::vector<double> values{};       ///< of the basic variables, in their order
    std::vector<double> duals{};        ///< one a row
    std::vector<double> reducedCosts{}; ///< one a column of the program
};

/// Solves a program of few rows and any number of columns, entries near 1, by the primal simplex
/// method of two phases (Dantzig's rule, Bland's where that stands still; ratio test of Harris
/// 1973), the basis factorised anew at each step. The data are taken as they are, which GLPK's
/// glp_exact does not do: it first rounds each number to a simple fraction within 1e-9. Starts from
/// `start` where that is a feasible basis. Problems: SizeMismatch, SolverFailed (a step without end
/// or a singular basis).
[[nodiscard]] Result<PreciseAnswer> solvePrecisely(const LinearProgram& program,
                                                   const LinearBasis& start);

} // namespace citypanel::frontier
