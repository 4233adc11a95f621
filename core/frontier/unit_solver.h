// SPDX-License-Identifier: GPL-3.0-or-later
// UnitSolver: solves units' programs by column generation and proves each optimum by its basis.
#pragma once

#include "core/frontier/basis_memory.h"
#include "core/frontier/dense_basis.h"
#include "core/frontier/linear_program.h"
#include "core/frontier/unit_program.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::frontier {

/// All entries are near 1: a variable above -this counts as not negative,
constexpr double primalTolerance = 1e-9;
/// a reduced cost above -this as not improving (it bounds the error of the optimum),
constexpr double dualTolerance = 1e-10;
/// and a reduced cost below this as a tie, so that another solution may exist.
constexpr double tieTolerance = 1e-9;

[[nodiscard]] inline bool containsId(const LinearBasis& basis, std::int32_t id) {
    return std::find(basis.begin(), basis.end(), id) != basis.end();
}

/// Reference rows copied side by side, so that pricing runs over consecutive memory.
class ColumnBlock {
public:
    /// Columns are priced this many at a time; memory is padded to a multiple of it.
    static constexpr std::size_t width = 8;

    ColumnBlock() = default;
    ColumnBlock(const FrontierData& data, std::vector<RowIndex> rows);

    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    [[nodiscard]] RowIndex row(std::size_t position) const { return rows_[position]; }

    [[nodiscard]] std::span<const RowIndex> rows() const { return rows_; }

    [[nodiscard]] const double* dimension(std::size_t dimension) const {
        return values_.data() + dimension * stride_;
    }

private:
    std::vector<RowIndex> rows_;
    std::size_t stride_ = 0;     ///< size, rounded up to a multiple of width
    std::vector<double> values_; ///< (d + 1) x stride
};

/// A row of a program as pricing meets it: a dimension's values in a block, and what they cost.
struct PricedRow {
    const double* values = nullptr;
    double weight = 0.0;
};

/// The intensities a program may use.
struct ColumnPool {
    const ColumnBlock* first = nullptr; ///< priced always
    const ColumnBlock* rest = nullptr;  ///< priced once nothing in `first` improves; may be absent
    RowIndex own = -1;                  ///< one more row, or -1
    RowIndex leftOut = -1;              ///< a row of the blocks that must not be used, or -1
};

/// A basis that holds for any unit: columns of the program as in LinearBasis, intensities after the
/// fixed columns (row of FrontierData, then second intensities from size() on).
struct UnitOptimum {
    bool isFeasible = true;
    bool isUnique = false; ///< every other column would make the optimum worse
    double optimum = 0.0;
    LinearBasis basis{};
    std::vector<double> duals{};       ///< one a row
    std::vector<double> fixedValues{}; ///< one a fixed column
    std::vector<Peer> intensities{};   ///< rows of FrontierData; lambda x row size / own size
    std::vector<Peer> second{};        ///< the same of Kuosmanen's second intensities
};

/// Belongs to one thread. Remembers the bases that were optimal for other units: like units mostly
/// share one, and a basis is proved optimal for another unit by one small factorisation.
class UnitSolver {
public:
    explicit UnitSolver(const FrontierData& data) : data_(data) {}

    /// Solves to proven optimality or proven infeasibility: primal residuals and signs, and the
    /// reduced cost of every column of the pool, are computed anew from the basis. `start` may be
    /// empty, or the basis of a like program, whose intensities are then tried first. Problems:
    /// ProgramUnbounded, SolverFailed.
    [[nodiscard]] Result<UnitOptimum> solve(RowIndex unit, const UnitProgram& program,
                                            const ColumnPool& pool, const LinearBasis& start);

    /// Whether the pool's first block has nothing that improves an optimum with these duals.
    [[nodiscard]] bool isStillOptimal(const UnitProgram& program, const std::vector<double>& duals,
                                      const ColumnBlock& block);

    void remember(const BasisMemory& bases) { memory_ = bases; }

    /// Whether the basis of the last optimum was not known before.
    [[nodiscard]] bool foundNewBasis() const { return isNewBasis_; }

    /// Programs that GLPK solved, the others having had a remembered basis.
    [[nodiscard]] std::size_t solverCalls() const { return solverCalls_; }

    void injectFault(LinearFault fault) { solver_.injectFault(fault); }

private:
    enum class Verdict : std::uint8_t { Optimal, Improvable, NotFeasible };

    struct Candidate {
        std::int32_t id;
        double reducedCost;
    };

    /// The entries of a column of any kind, one a row of the program.
    void writeColumn(const UnitProgram& program, std::int32_t id, std::span<double> column) const;
    [[nodiscard]] double costOf(const UnitProgram& program, std::int32_t id) const;
    [[nodiscard]] Verdict examine(const UnitProgram& program, const ColumnPool& pool,
                                  const LinearBasis& basis);
    [[nodiscard]] bool factorise(const UnitProgram& program, const LinearBasis& basis);
    [[nodiscard]] bool isPrimalFeasible(const UnitProgram& program, const LinearBasis& basis) const;
    void price(const UnitProgram& program, const ColumnPool& pool, const LinearBasis& basis);
    void priceFixed(const UnitProgram& program, const LinearBasis& basis);
    void weighRows(const UnitProgram& program, const std::vector<double>& divisor,
                   const std::vector<double>& duals, const ColumnBlock& block);
    void priceBlock(const UnitProgram& program, const ColumnBlock& block, const ColumnPool& pool,
                    const LinearBasis& basis);
    void consider(std::int32_t id, double reducedCost, const LinearBasis& basis);
    [[nodiscard]] bool tryRemembered(RowIndex unit, const UnitProgram& program,
                                     const ColumnPool& pool, const LinearBasis& start);
    [[nodiscard]] Status generate(const UnitProgram& program, const ColumnPool& pool);
    [[nodiscard]] Result<bool> findFeasible(const UnitProgram& program, const ColumnPool& pool);
    [[nodiscard]] LinearBasis loadWorking(const UnitProgram& program);
    void adoptBasis(const UnitProgram& program, LinearBasis basis);
    [[nodiscard]] Result<LinearStatus> solveWorking(const UnitProgram& program);
    [[nodiscard]] Status solveWhole(const UnitProgram& program, const ColumnPool& pool);
    void startWorking(const UnitProgram& program, const ColumnPool& pool, const LinearBasis& hint);
    [[nodiscard]] bool addToWorking(std::int32_t id);
    [[nodiscard]] bool addCandidates();
    [[nodiscard]] UnitOptimum optimumOf(const UnitProgram& program) const;
    [[nodiscard]] bool improve(const UnitProgram& program, const ColumnPool& pool);
    [[nodiscard]] bool exchange(const UnitProgram& program, std::int32_t entering);
    [[nodiscard]] LinearBasis ownBasis(const UnitProgram& program, const ColumnPool& pool) const;

    const FrontierData& data_;
    LinearSolver solver_;
    LinearProgram linear_;
    DenseBasis<double> dense_;
    LinearBasis basis_;             ///< the current basis, by id
    std::vector<double> values_;    ///< of the basic variables
    std::vector<double> duals_;     ///< of the rows
    std::vector<double> direction_; ///< of the basic variables as a column enters
    std::vector<PricedRow> priced_;
    std::vector<Candidate> improving_;
    std::size_t tied_ = 0;              ///< nonbasic columns without reduced cost
    std::vector<std::int32_t> working_; ///< ids of intensities in the solver's program
    BasisMemory memory_;
    std::size_t solverCalls_ = 0;
    bool isFeasible_ = true;
    bool isNewBasis_ = false;
};

} // namespace citypanel::frontier
