// SPDX-License-Identifier: GPL-3.0-or-later
// Primal simplex, dense and wide. Rounding is about 1e-33 times the condition of the basis, so the
// tolerances below separate what the doubles of the data say from noise, even of bases that are
// singular to a double.
#include "core/frontier/precise_simplex.h"

#include "core/frontier/dense_basis.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace citypanel::frontier {

namespace {

/// A reduced cost above -this does not improve.
constexpr double wideDualTolerance = 1e-13;
/// The first phase is to end at zero, not near it.
constexpr double wideFirstTolerance = 1e-17;
/// A basic variable may fall this far below zero for the sake of a larger pivot; little enough that
/// no later pivot makes it count.
constexpr Wide widePrimalTolerance = static_cast<Wide>(1e-20);
constexpr Wide widePivotTolerance = static_cast<Wide>(1e-20);
/// What the artificial variables of a feasible program may sum to.
constexpr Wide wideInfeasibility = static_cast<Wide>(1e-9);
/// Steps without progress after which the smallest index decides (Bland 1977).
constexpr int patience = 60;
constexpr int stepLimit = 5000;

Wide wideAbs(Wide value) {
    return value < 0 ? -value : value;
}

class PreciseSimplex {
public:
    explicit PreciseSimplex(const LinearProgram& program)
        : program_(program)
        , rows_(program.rows)
        , isBasic_(program.columns(), 0)
        , right_(program.rhs.begin(), program.rhs.end()) {}

    Result<PreciseAnswer> solve(const LinearBasis& start) {
        if (!startsFrom(start)) {
            startFromArtificials();
            isFirstPhase_ = true;
            CITYPANEL_TRY(const LinearStatus first, optimise());
            if (first != LinearStatus::Optimal || infeasibility() > wideInfeasibility) {
                return PreciseAnswer{.status = LinearStatus::Infeasible};
            }
            absorbResiduals();
        }
        isFirstPhase_ = false;
        CITYPANEL_TRY(const LinearStatus status, optimise());
        return answer(status);
    }

private:
    /// What enters the basis: a column, and whether it grows or falls from zero.
    struct Entering {
        std::size_t column;
        bool falls;
    };

    [[nodiscard]] bool isFree(std::int32_t id) const {
        return id >= 0 && program_.isFree[static_cast<std::size_t>(id)] != 0;
    }

    [[nodiscard]] double costOf(std::int32_t id) const {
        if (isFirstPhase_) {
            return id < 0 ? 1.0 : 0.0;
        }
        return id < 0 ? 0.0 : program_.cost[static_cast<std::size_t>(id)];
    }

    template <typename Target>
    void writeColumn(std::int32_t id, Target&& target) const {
        if (id < 0) {
            const auto row = static_cast<std::size_t>(-1 - id);
            std::fill(target.begin(), target.end(), Wide{0});
            target[row] = program_.rhs[row] < 0.0 ? -1 : 1;
            return;
        }
        const double* entries = program_.entries.data() + static_cast<std::size_t>(id) * rows_;
        std::copy_n(entries, rows_, target.begin());
    }

    void setBasis(LinearBasis basis) {
        basis_ = std::move(basis);
        std::fill(isBasic_.begin(), isBasic_.end(), std::uint8_t{0});
        for (const std::int32_t id : basis_) {
            if (id >= 0) {
                isBasic_[static_cast<std::size_t>(id)] = 1;
            }
        }
    }

    void startFromArtificials() {
        LinearBasis basis;
        for (std::size_t row = 0; row < rows_; ++row) {
            basis.push_back(-1 - static_cast<std::int32_t>(row));
        }
        setBasis(std::move(basis));
    }

    [[nodiscard]] bool startsFrom(const LinearBasis& start) {
        const auto isKnown = [&](std::int32_t id) {
            return id >= -static_cast<std::int32_t>(rows_) &&
                   id < static_cast<std::int32_t>(program_.columns());
        };
        if (start.size() != rows_ || !std::all_of(start.begin(), start.end(), isKnown)) {
            return false;
        }
        setBasis(start);
        if (!computeBasis()) {
            return false;
        }
        for (std::size_t i = 0; i < rows_; ++i) {
            const bool isHeld = basis_[i] < 0 && values_[i] > widePrimalTolerance;
            if (isHeld || (!isFree(basis_[i]) && values_[i] < -widePrimalTolerance)) {
                return false;
            }
        }
        return true;
    }

    /// Values of the basic variables and duals of the rows; false where the basis is singular.
    [[nodiscard]] bool computeBasis() {
        dense_.resize(rows_);
        duals_.resize(rows_);
        for (std::size_t i = 0; i < rows_; ++i) {
            writeColumn(basis_[i], dense_.column(i));
            duals_[i] = static_cast<Wide>(costOf(basis_[i]));
        }
        if (!dense_.factorise()) {
            return false;
        }
        values_ = right_;
        dense_.solve(values_);
        dense_.solveTransposed(duals_);
        return true;
    }

    [[nodiscard]] Wide reducedCost(std::size_t column) const {
        const double* entries = program_.entries.data() + column * rows_;
        Wide sum = static_cast<Wide>(costOf(static_cast<std::int32_t>(column)));
        for (std::size_t i = 0; i < rows_; ++i) {
            sum -= duals_[i] * static_cast<Wide>(entries[i]);
        }
        return sum;
    }

    /// The reduced cost, not computed wide where doubles prove it positive.
    [[nodiscard]] double priceOf(std::size_t column, const std::vector<double>& duals) const {
        constexpr double rounding = 4.0 * std::numeric_limits<double>::epsilon();
        const double* entries = program_.entries.data() + column * rows_;
        double sum = costOf(static_cast<std::int32_t>(column));
        double size = std::abs(sum);
        for (std::size_t i = 0; i < rows_; ++i) {
            const double term = duals[i] * entries[i];
            sum -= term;
            size += std::abs(term);
        }
        const bool isPositive = sum > size * rounding * static_cast<double>(rows_ + 1);
        return isPositive && program_.isFree[column] == 0
                   ? sum
                   : static_cast<double>(reducedCost(column));
    }

    [[nodiscard]] std::optional<Entering> price(bool takesFirst) const {
        const std::vector<double> duals(duals_.begin(), duals_.end());
        std::optional<Entering> best;
        double most = isFirstPhase_ ? wideFirstTolerance : wideDualTolerance;
        for (std::size_t column = 0; column < program_.columns(); ++column) {
            if (isBasic_[column] != 0) {
                continue;
            }
            const double cost = priceOf(column, duals);
            const bool falls = program_.isFree[column] != 0 && cost > 0.0;
            const double gain = falls ? cost : -cost;
            if (gain > most) {
                best = Entering{column, falls};
                most = gain;
                if (takesFirst) {
                    break;
                }
            }
        }
        return best;
    }

    /// How fast a basic variable runs towards zero; an artificial one that is at zero must not move
    /// either way.
    [[nodiscard]] Wide pivotOf(std::size_t i) const {
        if (isFree(basis_[i])) {
            return 0;
        }
        return basis_[i] < 0 && !isFirstPhase_ ? wideAbs(direction_[i]) : direction_[i];
    }

    [[nodiscard]] Wide roomOf(std::size_t i) const {
        const bool isHeld = basis_[i] < 0 && !isFirstPhase_;
        return isHeld || values_[i] < 0 ? Wide{0} : values_[i];
    }

    /// Position that leaves, of those that reach zero within the tolerance the largest pivot, or
    /// the smallest index; rows_ when none does.
    [[nodiscard]] std::size_t leavingFor(const Entering& entering, bool takesFirst) {
        direction_.resize(rows_);
        writeColumn(static_cast<std::int32_t>(entering.column), direction_);
        dense_.solve(direction_);
        std::optional<Wide> limit;
        for (std::size_t i = 0; i < rows_; ++i) {
            direction_[i] = entering.falls ? -direction_[i] : direction_[i];
            const Wide pivot = pivotOf(i);
            if (pivot > widePivotTolerance) {
                const Wide reach = (roomOf(i) + widePrimalTolerance) / pivot;
                limit = limit ? std::min(*limit, reach) : reach;
            }
        }
        std::size_t leaving = rows_;
        for (std::size_t i = 0; i < rows_; ++i) {
            const Wide pivot = pivotOf(i);
            if (pivot <= widePivotTolerance || roomOf(i) / pivot > *limit) {
                continue;
            }
            const bool isBetter = leaving == rows_ || (takesFirst ? basis_[i] < basis_[leaving]
                                                                  : pivot > pivotOf(leaving));
            leaving = isBetter ? i : leaving;
        }
        return leaving;
    }

    [[nodiscard]] Result<LinearStatus> optimise() {
        int idle = 0;
        for (int step = 0; step < stepLimit; ++step) {
            if (!computeBasis()) {
                return Problem{.code = ProblemCode::SolverFailed, .found = "singular basis"};
            }
            if (isFirstPhase_ && infeasibility() <= widePrimalTolerance) {
                return LinearStatus::Optimal;
            }
            const bool takesFirst = idle > patience;
            const std::optional<Entering> entering = price(takesFirst);
            if (!entering) {
                return LinearStatus::Optimal;
            }
            const std::size_t leaving = leavingFor(*entering, takesFirst);
            if (leaving == rows_) {
                return LinearStatus::Unbounded;
            }
            const bool moves = roomOf(leaving) > widePrimalTolerance;
            idle = moves ? 0 : idle + 1;
            if (basis_[leaving] >= 0) {
                isBasic_[static_cast<std::size_t>(basis_[leaving])] = 0;
            }
            basis_[leaving] = static_cast<std::int32_t>(entering->column);
            isBasic_[entering->column] = 1;
        }
        return Problem{.code = ProblemCode::SolverFailed, .found = "steps"};
    }

    [[nodiscard]] Wide infeasibility() const {
        Wide sum = 0;
        for (std::size_t i = 0; i < rows_; ++i) {
            sum += basis_[i] < 0 ? wideAbs(values_[i]) : Wide{0};
        }
        return sum;
    }

    /// A program whose right-hand side was rounded, as that of a second phase, has a feasible point
    /// only as near as that: the right-hand side gives way by what is left of the artificials.
    void absorbResiduals() {
        for (std::size_t i = 0; i < rows_; ++i) {
            if (basis_[i] < 0) {
                const auto row = static_cast<std::size_t>(-1 - basis_[i]);
                right_[row] -= program_.rhs[row] < 0.0 ? -values_[i] : values_[i];
            }
        }
    }

    [[nodiscard]] PreciseAnswer answer(LinearStatus status) const {
        PreciseAnswer result{.status = status, .basis = basis_};
        result.values.assign(values_.begin(), values_.end());
        result.duals.assign(duals_.begin(), duals_.end());
        for (std::size_t column = 0; column < program_.columns(); ++column) {
            result.reducedCosts.push_back(static_cast<double>(reducedCost(column)));
        }
        return result;
    }

    const LinearProgram& program_;
    std::size_t rows_;
    std::vector<std::uint8_t> isBasic_; ///< one a column
    std::vector<Wide> right_;
    bool isFirstPhase_ = false;
    DenseBasis<Wide> dense_{};
    LinearBasis basis_{};
    std::vector<Wide> values_{};
    std::vector<Wide> duals_{};
    std::vector<Wide> direction_{};
};

} // namespace

Result<PreciseAnswer> solvePrecisely(const LinearProgram& program, const LinearBasis& start) {
    CITYPANEL_TRY_STATUS(validated(program));
    return PreciseSimplex(program).solve(start);
}

} // namespace citypanel::frontier
