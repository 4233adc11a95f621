// SPDX-License-Identifier: GPL-3.0-or-later
// Many units' programs against one frontier, in parallel, with the same bits on any number of
// threads.
#pragma once

#include "core/base/progress.h"
#include "core/frontier/unit_solver.h"

#include <vector>

namespace citypanel::frontier {

/// One unit's program.
struct UnitTask {
    RowIndex unit = 0;
    bool usesOwn = true;     ///< the unit's own intensity may be used, else it is left out
    bool pricesRest = false; ///< against all reference rows, not the frontier's alone
    RowIndex leftOut = -1;   ///< besides: a row that must not be used, where usesOwn
    double factor = 0.0;     ///< optimum of the first phase, for a second
    LinearBasis start{};
};

/// Rows that span a frontier: all reference rows, and those among them that can be part of an
/// optimum of a unit that stays in the set.
struct FrontierColumns {
    ColumnBlock all;
    ColumnBlock spanning;
    BasisMemory bases{}; ///< optimal lately; used and added to by solveTasks
};

/// Solves the tasks; optima in their order. Problems: ProgramUnbounded and SolverFailed with unit
/// number in place.position, Cancelled.
[[nodiscard]] Result<std::vector<UnitOptimum>>
solveTasks(const FrontierData& data, const ProgramFamily& family,
           const std::vector<UnitTask>& tasks, FrontierColumns& columns, Progress& progress);

/// Every evaluated row against the reference set it belongs to, own intensity included. With free
/// disposal the spanning rows are found on the way: rows are taken in blocks, the likely best
/// first; those not dominated by the rows found so far (and themselves) join them; at the end each
/// optimum is priced once more by all that joined, and solved again where it fails. A row that was
/// dominated by some of the rows is dominated by all, so nothing that could matter is missing.
[[nodiscard]] Result<std::vector<UnitOptimum>>
solveWithin(const FrontierData& data, const ProgramFamily& family, const ReferenceSet& set,
            FrontierColumns& columns, Progress& progress);

} // namespace citypanel::frontier
