// SPDX-License-Identifier: GPL-3.0-or-later
// The formulations. Row i of a program is variable i divided by the unit's own value, then come the
// row of returns to scale and the rows of the model. Column 0 is the model's factor (t, theta, phi
// or beta), columns 1 .. d the slacks of the variables.
#include "core/frontier/unit_program.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace citypanel::frontier {

namespace {

std::size_t at(RowIndex unit) {
    return static_cast<std::size_t>(unit);
}

} // namespace

/// Adds columns to a program whose rows are there.
struct ProgramFamily::Writer {
    UnitProgram& program;
    const Own& own;
    std::size_t dimensions;
    std::size_t firstModelRow; ///< after the variables' rows and that of returns to scale

    /// A column without entries that a program never wants.
    std::size_t add(double cost, bool isFree = false) const {
        program.cost.push_back(cost);
        program.isFree.push_back(isFree ? 1 : 0);
        program.entries.resize(program.entries.size() + program.rows(), 0.0);
        return program.fixedColumns() - 1;
    }

    void set(std::size_t row, std::size_t column, double value) const {
        program.entries[column * program.rows() + row] = value;
    }

    /// A slack that is there, or, where it is held at zero, a column that never enters.
    void addSlack(std::size_t row, double sign, double cost, bool isHeldAtZero) const {
        const std::size_t column = add(isHeldAtZero ? 1.0 : cost);
        if (!isHeldAtZero) {
            set(row, column, sign);
        }
    }
};

ProgramFamily::ProgramFamily(const FrontierData& data, const EfficiencyModel& model,
                             ProgramKind kind, EbmParameters ebm)
    : data_(data)
    , model_(model)
    , kind_(kind)
    , ebm_(std::move(ebm))
    , variables_(model.technology.variables()) {}

bool ProgramFamily::contractsBads() const {
    return model_.measure == Measure::Radial || model_.measure == Measure::Ebm;
}

bool ProgramFamily::badIsInput() const {
    return contractsBads() || model_.technology.undesirableAs == UndesirableAs::Input;
}

/// Whether a slack reduces the numerator of a slacks-based ratio.
bool ProgramFamily::isNumerator(std::size_t dimension) const {
    return dimension < data_.inputs || (data_.isBad(dimension) && badIsInput());
}

bool ProgramFamily::hasFreeDisposal() const {
    const bool isDirectional =
        model_.measure == Measure::Directional || model_.measure == Measure::NonRadialDirectional;
    // An epsilon-based score below 1 may come with theta above 1, so that nothing dominates the
    // unit.
    return model_.measure != Measure::Ebm &&
           (!isDirectional || data_.bad == 0 ||
            model_.technology.disposability == Disposability::Strong);
}

/// Undesirable outputs of weakly disposable technologies have no slack.
bool ProgramFamily::isHeldBad(std::size_t dimension) const {
    return data_.isBad(dimension) && model_.technology.disposability != Disposability::Strong;
}

bool ProgramFamily::isEfficient(double score) const {
    switch (kind_) {
    case ProgramKind::Sbm:
    case ProgramKind::SuperSbm:
    case ProgramKind::Ebm:
        return score >= 1.0 - efficientTolerance;
    case ProgramKind::Radial:
    case ProgramKind::RadialSlacks:
        return model_.orientation == Orientation::Out ? score <= 1.0 + efficientTolerance
                                                      : score >= 1.0 - efficientTolerance;
    case ProgramKind::Directional:
    case ProgramKind::DirectionalSlacks:
    case ProgramKind::NonRadial:
        return score <= efficientTolerance;
    }
    return false;
}

double ProgramFamily::frontierScore() const {
    const bool isDistance = kind_ == ProgramKind::Directional ||
                            kind_ == ProgramKind::DirectionalSlacks ||
                            kind_ == ProgramKind::NonRadial;
    return isDistance ? 0.0 : 1.0;
}

double ProgramFamily::directionOf(std::size_t dimension, RowIndex unit, double scale,
                                  double value) const {
    Direction direction = model_.technology.direction;
    if (direction == Direction::Usual) {
        direction =
            model_.measure == Measure::NonRadialDirectional ? Direction::All : Direction::Outputs;
    }
    switch (direction) {
    case Direction::Outputs:
        return dimension < data_.inputs ? 0.0 : std::abs(value);
    case Direction::Ones:
        return 1.0 / scale;
    case Direction::Range:
        return std::abs(data_.best[dimension] - data_.rawAt(dimension, at(unit))) / scale;
    case Direction::Usual:
    case Direction::All:
        return std::abs(value);
    }
    return 0.0;
}

/// weights / their sum over the variables [begin, end) that have a positive own value (Tone 2001,
/// section 6: the term of a zero is dropped and the count lowered).
void ProgramFamily::shareWeights(Own& own, std::size_t begin, std::size_t end) const {
    double total = 0.0;
    for (std::size_t i = begin; i < end; ++i) {
        own.weight[i] = own.value[i] == 0.0 ? 0.0 : variables_[i].weight.value_or(1.0);
        total += own.weight[i];
    }
    for (std::size_t i = begin; i < end && total > 0.0; ++i) {
        own.weight[i] /= total;
    }
}

/// Zhou, Ang and Wang (2012): each role counts the same, and each variable within its role.
void ProgramFamily::setThirds(Own& own) const {
    const double roles = data_.bad > 0 ? 3.0 : 2.0;
    for (std::size_t i = 0; i < own.weight.size(); ++i) {
        const std::size_t count = data_.isBad(i)    ? data_.bad
                                  : data_.isGood(i) ? data_.good
                                                    : data_.inputs;
        own.weight[i] = variables_[i].weight.value_or(1.0 / (roles * static_cast<double>(count)));
    }
}

void ProgramFamily::setWeights(Own& own) const {
    const std::size_t d = data_.dimensions();
    if (kind_ == ProgramKind::NonRadial) {
        setThirds(own);
    } else if (kind_ == ProgramKind::Ebm) {
        for (std::size_t i = 0, x = 0, y = 0; i < d; ++i) {
            own.weight[i] = data_.isGood(i) ? ebm_.outputWeights[y++] * ebm_.epsilonOutputs
                                            : ebm_.inputWeights[x++] * ebm_.epsilonInputs;
            own.weight[i] *= std::abs(own.value[i]);
        }
    } else if (badIsInput()) {
        // The numerator holds inputs and undesirable outputs, which do not stand side by side.
        shareWeights(own, 0, d);
        double numerator = 0.0;
        double denominator = 0.0;
        for (std::size_t i = 0; i < d; ++i) {
            (isNumerator(i) ? numerator : denominator) += own.weight[i];
        }
        for (std::size_t i = 0; i < d; ++i) {
            const double total = isNumerator(i) ? numerator : denominator;
            own.weight[i] = total > 0.0 ? own.weight[i] / total : 0.0;
        }
    } else {
        shareWeights(own, 0, data_.inputs);
        shareWeights(own, data_.inputs, d);
    }
}

ProgramFamily::Own ProgramFamily::ownOf(RowIndex unit) const {
    const std::size_t d = data_.dimensions();
    Own own;
    own.scale.resize(d);
    own.value.resize(d);
    own.direction.resize(d);
    own.weight.assign(d, 0.0);
    for (std::size_t i = 0; i < d; ++i) {
        const double raw = data_.rawAt(i, at(unit));
        own.scale[i] = raw != 0.0 ? std::abs(raw) : data_.typical[i] * data_.rowSize[at(unit)];
        own.value[i] = raw / own.scale[i];
        own.direction[i] = directionOf(i, unit, own.scale[i], own.value[i]);
    }
    setWeights(own);
    return own;
}

std::size_t ProgramFamily::modelRows() const {
    switch (kind_) {
    case ProgramKind::Sbm:
    case ProgramKind::SuperSbm:
        return 1;
    case ProgramKind::Ebm:
        return model_.orientation == Orientation::None ? 3 : 0;
    default:
        return 0;
    }
}

void ProgramFamily::startRows(const Own& own, RowIndex unit, UnitProgram& program) const {
    const std::size_t d = data_.dimensions();
    const std::size_t modelRow =
        d + (model_.technology.returns == ReturnsToScale::Constant ? 0 : 1);
    const std::size_t rows = modelRow + modelRows();
    program.cost.clear();
    program.entries.clear();
    program.isFree.clear();
    program.rhs.assign(rows, 0.0);
    program.dimension.resize(rows);
    program.intensityDivisor.resize(rows);
    program.secondDivisor.clear();
    const double size = data_.rowSize[at(unit)];
    for (std::size_t i = 0; i < rows; ++i) {
        program.dimension[i] = i < modelRow ? static_cast<std::int32_t>(i) : -1;
        // Scaled entries are raw ones over the reference row's size, so the unit's own size joins
        // its own value: the intensities become lambda x size / own size.
        program.intensityDivisor[i] = i < d ? own.scale[i] / size : 1.0 / size;
    }
    const bool isDirectional = kind_ == ProgramKind::Directional ||
                               kind_ == ProgramKind::DirectionalSlacks ||
                               kind_ == ProgramKind::NonRadial;
    if (isDirectional && model_.technology.disposability == Disposability::Kuosmanen) {
        program.secondDivisor = program.intensityDivisor;
        std::fill_n(program.secondDivisor.begin() + static_cast<std::ptrdiff_t>(data_.inputs),
                    data_.good + data_.bad, std::numeric_limits<double>::infinity());
    }
}

/// sum lambda = 1 (VRS), + slack (NIRS), - slack (NDRS); 1 is Charnes-Cooper's t where column 0 is.
void ProgramFamily::writeScale(Writer& writer, bool usesFactor) const {
    const ReturnsToScale returns = model_.technology.returns;
    if (returns == ReturnsToScale::Constant) {
        return;
    }
    const std::size_t row = data_.dimensions();
    if (usesFactor) {
        writer.set(row, 0, -1.0);
    } else {
        writer.program.rhs[row] = 1.0;
    }
    if (returns != ReturnsToScale::Variable) {
        const double sign = returns == ReturnsToScale::NonIncreasing ? 1.0 : -1.0;
        writer.addSlack(row, sign, 0.0, false);
    }
}

/// Tone (2001, 2004) after Charnes and Cooper: t - sum w S-/x with t + sum w S+/y = 1.
void ProgramFamily::writeSbm(Writer& writer) const {
    const bool countsNumerator = model_.orientation != Orientation::Out;
    const bool countsDenominator = model_.orientation != Orientation::In;
    const std::size_t t = writer.add(1.0);
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        writer.set(i, t, -writer.own.value[i]);
        const double cost = isNumerator(i) && countsNumerator ? -writer.own.weight[i] : 0.0;
        writer.addSlack(i, data_.isGood(i) ? -1.0 : 1.0, cost, false);
    }
    writeScale(writer, true);
    const std::size_t norm = writer.firstModelRow;
    writer.program.rhs[norm] = 1.0;
    writer.set(norm, t, 1.0);
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        if (!isNumerator(i) && countsDenominator) {
            writer.set(norm, 1 + i, writer.own.weight[i]);
        }
    }
}

/// Tone (2002), with undesirable outputs: t + sum w S-/x with t - sum w S+/y = 1, expansions S of
/// the unit itself. Oriented forms hold the other side at zero; so are expansions of a zero.
void ProgramFamily::writeSuperSbm(Writer& writer) const {
    const bool expandsNumerator = model_.orientation != Orientation::Out;
    const bool expandsDenominator = model_.orientation != Orientation::In;
    const std::size_t t = writer.add(1.0);
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        writer.set(i, t, -writer.own.value[i]);
        const bool expands = isNumerator(i) ? expandsNumerator : expandsDenominator;
        const double cost = isNumerator(i) ? writer.own.weight[i] : 0.0;
        writer.addSlack(i, data_.isGood(i) ? 1.0 : -1.0, cost,
                        !expands || writer.own.value[i] == 0.0);
    }
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        writer.addSlack(i, data_.isGood(i) ? -1.0 : 1.0, 0.0, false);
    }
    writeScale(writer, true);
    const std::size_t norm = writer.firstModelRow;
    writer.program.rhs[norm] = 1.0;
    writer.set(norm, t, 1.0);
    for (std::size_t i = 0; i < writer.dimensions && expandsDenominator; ++i) {
        if (!isNumerator(i) && writer.own.value[i] != 0.0) {
            writer.set(norm, 1 + i, -writer.own.weight[i]);
        }
    }
}

/// By how much of its own size a variable has to expand for the unit to equal the peer (-1: the
/// origin); negative where it need not.
double ProgramFamily::expansionTo(std::size_t dimension, const Own& own, RowIndex peer) const {
    const double there = peer < 0 ? 0.0 : data_.rawAt(dimension, at(peer)) / own.scale[dimension];
    return data_.isGood(dimension) ? own.value[dimension] - there : there - own.value[dimension];
}

/// The score of the unit expanded until it equals the peer; infinite where that is not allowed.
double ProgramFamily::superRatio(const Own& own, RowIndex peer) const {
    double numerator = 1.0;
    double denominator = 1.0;
    for (std::size_t i = 0; i < data_.dimensions(); ++i) {
        const double expansion = expansionTo(i, own, peer);
        const bool isHeld =
            own.value[i] == 0.0 ||
            model_.orientation == (isNumerator(i) ? Orientation::Out : Orientation::In);
        if (expansion > 0.0 && isHeld) {
            return std::numeric_limits<double>::infinity();
        }
        if (isNumerator(i)) {
            numerator += own.weight[i] * std::max(0.0, expansion);
        } else {
            denominator -= own.weight[i] * std::max(0.0, expansion);
        }
    }
    return denominator > efficientTolerance ? numerator / denominator
                                            : std::numeric_limits<double>::infinity();
}

LinearBasis ProgramFamily::superStart(RowIndex unit, std::span<const RowIndex> peers) const {
    const Own own = ownOf(unit);
    const std::size_t d = data_.dimensions();
    const ReturnsToScale returns = model_.technology.returns;
    const bool isConstant = returns == ReturnsToScale::Constant;
    RowIndex best = -1;
    double least = isConstant ? superRatio(own, -1) : std::numeric_limits<double>::infinity();
    for (const RowIndex peer : peers) {
        const double ratio = isConstant || peer == unit ? least : superRatio(own, peer);
        if (ratio < least) {
            least = ratio;
            best = peer;
        }
    }
    LinearBasis basis;
    if (std::isinf(least)) {
        return basis;
    }
    basis.push_back(0);
    for (std::size_t i = 0; i < d; ++i) {
        const bool expands = expansionTo(i, own, best) > 0.0;
        basis.push_back(static_cast<std::int32_t>(expands ? 1 + i : 1 + d + i));
    }
    if (!isConstant) {
        const std::size_t fixed = 1 + 2 * d + (returns == ReturnsToScale::Variable ? 0 : 1);
        basis.push_back(static_cast<std::int32_t>(fixed) + best);
    }
    return basis;
}

/// Charnes, Cooper and Rhodes (1978); Banker, Charnes and Cooper (1984). Undesirable outputs
/// contract with the inputs, or are held where outputs expand.
void ProgramFamily::writeRadial(Writer& writer) const {
    const bool isOut = model_.orientation == Orientation::Out;
    const std::size_t factor = writer.add(isOut ? -1.0 : 1.0, true);
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        const bool moves = data_.isGood(i) == isOut;
        if (moves) {
            writer.set(i, factor, -writer.own.value[i]);
        } else {
            writer.program.rhs[i] = writer.own.value[i];
        }
        writer.addSlack(i, data_.isGood(i) ? -1.0 : 1.0, 0.0, false);
    }
    writeScale(writer, false);
}

/// The second phase: the factor is given, sum of slacks over own values as large as possible.
void ProgramFamily::writeSlacks(Writer& writer, double factor) const {
    const bool isDirectional = kind_ == ProgramKind::DirectionalSlacks;
    const bool isOut = model_.orientation == Orientation::Out;
    writer.add(1.0);
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        const double sign = data_.isGood(i) ? -1.0 : 1.0;
        if (isDirectional) {
            writer.program.rhs[i] = writer.own.value[i] - sign * factor * writer.own.direction[i];
        } else {
            const bool moves = data_.isGood(i) == isOut;
            writer.program.rhs[i] = moves ? factor * writer.own.value[i] : writer.own.value[i];
        }
        const bool isHeld = isDirectional && isHeldBad(i);
        writer.addSlack(i, sign, writer.own.value[i] == 0.0 ? 0.0 : -1.0, isHeld);
    }
    writeScale(writer, false);
}

/// Chung, Fare and Grosskopf (1997): max beta; beta may be negative across periods.
void ProgramFamily::writeDirectional(Writer& writer) const {
    const std::size_t beta = writer.add(-1.0, true);
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        const double sign = data_.isGood(i) ? -1.0 : 1.0;
        writer.program.rhs[i] = writer.own.value[i];
        writer.set(i, beta, sign * writer.own.direction[i]);
        writer.addSlack(i, sign, 0.0, isHeldBad(i));
    }
    writeScale(writer, false);
}

/// Zhou, Ang and Wang (2012): max sum w beta, a beta a variable, none negative.
void ProgramFamily::writeNonRadial(Writer& writer) const {
    writer.add(1.0);
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        const double sign = data_.isGood(i) ? -1.0 : 1.0;
        writer.program.rhs[i] = writer.own.value[i];
        writer.addSlack(i, sign, 0.0, isHeldBad(i));
    }
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        const double sign = data_.isGood(i) ? -1.0 : 1.0;
        const bool isHeld = writer.own.weight[i] == 0.0 || writer.own.direction[i] == 0.0;
        writer.addSlack(i, sign * writer.own.direction[i], -writer.own.weight[i], isHeld);
    }
    writeScale(writer, false);
}

/// Tone and Tsutsui (2010). Input-oriented: theta - eps sum w s/x, theta not bounded. Not oriented:
/// divided by phi + eps sum w s+/y, theta <= 1 <= phi, made linear with t = column 0.
void ProgramFamily::writeEbm(Writer& writer) const {
    const bool isRatio = model_.orientation == Orientation::None;
    const std::size_t first = writer.add(isRatio ? 0.0 : 1.0);
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        writer.addSlack(i, data_.isGood(i) ? -1.0 : 1.0,
                        data_.isGood(i) ? 0.0 : -writer.own.weight[i], false);
    }
    const std::size_t theta = isRatio ? writer.add(1.0) : first;
    const std::size_t phi = isRatio ? writer.add(0.0) : first;
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        if (!data_.isGood(i)) {
            writer.set(i, theta, -writer.own.value[i]);
        } else if (isRatio) {
            writer.set(i, phi, -writer.own.value[i]);
        } else {
            writer.program.rhs[i] = writer.own.value[i];
        }
    }
    writeScale(writer, isRatio);
    if (!isRatio) {
        return;
    }
    const std::size_t norm = writer.firstModelRow;
    writer.program.rhs[norm] = 1.0;
    writer.set(norm, phi, 1.0);
    for (std::size_t i = 0; i < writer.dimensions; ++i) {
        if (data_.isGood(i)) {
            writer.set(norm, 1 + i, writer.own.weight[i]);
        }
    }
    const std::size_t below = norm + 1; // theta + e = t
    writer.set(below, theta, 1.0);
    writer.set(below, first, -1.0);
    writer.addSlack(below, 1.0, 0.0, false);
    const std::size_t above = norm + 2; // phi - e = t
    writer.set(above, phi, 1.0);
    writer.set(above, first, -1.0);
    writer.addSlack(above, -1.0, 0.0, false);
}

void ProgramFamily::write(RowIndex unit, double factor, UnitProgram& program) const {
    const Own own = ownOf(unit);
    startRows(own, unit, program);
    const std::size_t rows = program.rows();
    Writer writer{program, own, data_.dimensions(), rows - modelRows()};
    switch (kind_) {
    case ProgramKind::Sbm:
        return writeSbm(writer);
    case ProgramKind::SuperSbm:
        return writeSuperSbm(writer);
    case ProgramKind::Radial:
        return writeRadial(writer);
    case ProgramKind::RadialSlacks:
    case ProgramKind::DirectionalSlacks:
        return writeSlacks(writer, factor);
    case ProgramKind::Directional:
        return writeDirectional(writer);
    case ProgramKind::NonRadial:
        return writeNonRadial(writer);
    case ProgramKind::Ebm:
        return writeEbm(writer);
    }
}

UnitMeasure ProgramFamily::read(RowIndex unit, double factor, double optimum,
                                const std::vector<double>& fixedValues) const {
    const std::size_t d = data_.dimensions();
    const Own own = ownOf(unit);
    UnitMeasure measure;
    const bool isRatioEbm = kind_ == ProgramKind::Ebm && model_.orientation == Orientation::None;
    const bool hasT = kind_ == ProgramKind::Sbm || kind_ == ProgramKind::SuperSbm || isRatioEbm;
    measure.intensityFactor = hasT ? fixedValues[0] : 1.0;
    measure.score = optimum;
    const bool isSecondPhase =
        kind_ == ProgramKind::RadialSlacks || kind_ == ProgramKind::DirectionalSlacks;
    if (isSecondPhase) {
        measure.score = factor;
    } else if (kind_ == ProgramKind::Directional || kind_ == ProgramKind::NonRadial ||
               (kind_ == ProgramKind::Radial && model_.orientation == Orientation::Out)) {
        measure.score = -optimum;
    }
    measure.slacks.resize(d);
    for (std::size_t i = 0; i < d; ++i) {
        const double slack = fixedValues[1 + i] / measure.intensityFactor;
        measure.slacks[i] = std::max(0.0, slack) * own.scale[i];
    }
    if (kind_ == ProgramKind::NonRadial) {
        measure.betas.assign(fixedValues.begin() + static_cast<std::ptrdiff_t>(1 + d),
                             fixedValues.begin() + static_cast<std::ptrdiff_t>(1 + 2 * d));
    }
    return measure;
}

} // namespace citypanel::frontier
