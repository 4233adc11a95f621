// SPDX-License-Identifier: GPL-3.0-or-later
// UnitProgram: the linear program of one evaluated unit; ProgramFamily: how a model writes it.
#pragma once

#include "core/frontier/efficiency_scores.h"
#include "core/frontier/frontier_data.h"
#include "core/frontier/linear_program.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace citypanel::frontier {

/// Scores this close to the frontier are on it.
constexpr double efficientTolerance = 1e-9;

/// min cost'x, every row an equality, x >= 0 unless free. Fixed columns (factors, slacks) stand
/// here; the intensity columns of reference rows are read from FrontierData, divided by
/// `intensityDivisor` row by row, and cost nothing.
struct UnitProgram {
    std::vector<double> rhs{};
    std::vector<double> cost{};
    std::vector<double> entries{}; ///< rows x fixed columns, by column
    std::vector<std::uint8_t> isFree{};
    std::vector<std::int32_t> dimension{}; ///< a row: dimension of FrontierData, or -1
    /// A row: the unit's own entry. A quotient, so that the unit's own column is 1 to the last bit
    /// and the unit itself a feasible point, which the inverse as a factor would miss by a
    /// rounding.
    std::vector<double> intensityDivisor{};
    std::vector<double> secondDivisor{}; ///< the same for Kuosmanen's second intensities, or empty

    [[nodiscard]] std::size_t rows() const { return rhs.size(); }

    [[nodiscard]] std::size_t fixedColumns() const { return cost.size(); }
};

enum class ProgramKind : std::uint8_t {
    Sbm,
    SuperSbm,
    Radial,
    RadialSlacks, ///< second phase: the factor fixed, relative slacks as large as possible
    Directional,
    DirectionalSlacks, ///< the same with beta fixed
    NonRadial,
    Ebm,
};

/// A solved program in terms of the unit.
struct UnitMeasure {
    double score = missingValue;
    double intensityFactor = 1.0; ///< what intensities are divided by (Charnes-Cooper's t)
    std::vector<double> slacks{}; ///< d, in the variables' units
    std::vector<double> betas{};  ///< d, non-radial directional only
};

/// Writes the program of each unit, and reads its solution. Formulations: README.md.
class ProgramFamily {
public:
    ProgramFamily(const FrontierData& data, const EfficiencyModel& model, ProgramKind kind,
                  EbmParameters ebm = {});

    [[nodiscard]] ProgramKind kind() const { return kind_; }

    /// The unit's program. `factor` is the optimum of the first phase where kind is a second phase.
    void write(RowIndex unit, double factor, UnitProgram& program) const;

    /// Values of the fixed columns at the optimum, and the optimum, in terms of the unit.
    [[nodiscard]] UnitMeasure read(RowIndex unit, double factor, double optimum,
                                   const std::vector<double>& fixedValues) const;

    /// A basis from which a super-efficiency slacks-based program can start: the unit expanded
    /// until it equals one of the `peers`, that with the least ratio (under constant returns: until
    /// it equals nothing). Empty where no such point has a positive denominator.
    [[nodiscard]] LinearBasis superStart(RowIndex unit, std::span<const RowIndex> peers) const;

    /// True where an optimum of this value means that no common improvement is possible.
    [[nodiscard]] bool isEfficient(double score) const;

    /// The score of a unit on the frontier: 1, of a directional distance 0.
    [[nodiscard]] double frontierScore() const;

    /// A row that is not efficient is a combination of others and may be left out of the frontier:
    /// all technologies but the weakly disposable ones.
    [[nodiscard]] bool hasFreeDisposal() const;

private:
    struct Writer;

    /// One value a dimension, of the unit at hand.
    struct Own {
        std::vector<double> scale{};     ///< positive divisor in the variable's unit
        std::vector<double> value{};     ///< own value / scale: 1, 0 or -1
        std::vector<double> direction{}; ///< g / scale
        std::vector<double> weight{};    ///< of slacks or betas
    };

    [[nodiscard]] Own ownOf(RowIndex unit) const;
    [[nodiscard]] double expansionTo(std::size_t dimension, const Own& own, RowIndex peer) const;
    [[nodiscard]] double superRatio(const Own& own, RowIndex peer) const;
    [[nodiscard]] double directionOf(std::size_t dimension, RowIndex unit, double scale,
                                     double value) const;
    void setWeights(Own& own) const;
    void shareWeights(Own& own, std::size_t begin, std::size_t end) const;
    void setThirds(Own& own) const;
    [[nodiscard]] bool contractsBads() const;
    [[nodiscard]] bool badIsInput() const;
    [[nodiscard]] bool isNumerator(std::size_t dimension) const;
    [[nodiscard]] std::size_t modelRows() const;
    [[nodiscard]] bool isHeldBad(std::size_t dimension) const;

    void startRows(const Own& own, RowIndex unit, UnitProgram& program) const;
    void writeSbm(Writer& writer) const;
    void writeSuperSbm(Writer& writer) const;
    void writeRadial(Writer& writer) const;
    void writeDirectional(Writer& writer) const;
    void writeNonRadial(Writer& writer) const;
    void writeEbm(Writer& writer) const;
    void writeSlacks(Writer& writer, double factor) const;
    void writeScale(Writer& writer, bool usesFactor) const;

    const FrontierData& data_;
    const EfficiencyModel& model_;
    ProgramKind kind_;
    EbmParameters ebm_;
    std::vector<RoleVariable> variables_;
};

} // namespace citypanel::frontier
