// SPDX-License-Identifier: GPL-3.0-or-later
// The phases of a model, and the reading of statuses, projections and peers.
#include "core/frontier/set_scores.h"

#include "core/frontier/unit_program.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace citypanel::frontier {

namespace {

/// Slacks below this share of the own value are rounding.
constexpr double slackTolerance = 1e-7;

/// Intensities in terms of the panel: lambda of a row, divided by Charnes-Cooper's t.
std::vector<Peer> peersOf(const FrontierData& data, RowIndex unit, const UnitOptimum& optimum,
                          double factor) {
    const double size = data.rowSize[static_cast<std::size_t>(unit)];
    std::vector<Peer> peers;
    const auto add = [&](const std::vector<Peer>& intensities) {
        for (const Peer& peer : intensities) {
            const double lambda = peer.lambda * size / data.rowSize[peer.row] / factor;
            const auto same = std::find_if(peers.begin(), peers.end(),
                                           [&](const Peer& p) { return p.row == peer.row; });
            if (same != peers.end()) {
                same->lambda += lambda;
            } else {
                peers.push_back({peer.row, lambda});
            }
        }
    };
    add(optimum.intensities);
    add(optimum.second);
    std::sort(peers.begin(), peers.end(),
              [](const Peer& a, const Peer& b) { return a.row < b.row; });
    return peers;
}

/// The point that the intensities make; second intensities (Kuosmanen) carry inputs only.
std::vector<double> combination(const FrontierData& data, RowIndex unit, const UnitOptimum& optimum,
                                double factor) {
    const double size = data.rowSize[static_cast<std::size_t>(unit)];
    std::vector<double> point(data.dimensions(), 0.0);
    for (std::size_t i = 0; i < point.size(); ++i) {
        for (const Peer& peer : optimum.intensities) {
            point[i] += peer.lambda * data.scaledAt(i, peer.row) * size / factor;
        }
        for (const Peer& peer : optimum.second) {
            point[i] += i < data.inputs ? peer.lambda * data.scaledAt(i, peer.row) * size : 0.0;
        }
    }
    return point;
}

bool hasSlacks(const FrontierData& data, RowIndex unit, const std::vector<double>& slacks) {
    for (std::size_t i = 0; i < slacks.size(); ++i) {
        const double own = std::abs(data.rawAt(i, static_cast<std::size_t>(unit)));
        const double floor = data.typical[i] * data.rowSize[static_cast<std::size_t>(unit)];
        if (slacks[i] > slackTolerance * (own > 0.0 ? own : floor)) {
            return true;
        }
    }
    return false;
}

/// The super-efficiency score as a status: on the frontier's own side, or beyond it.
EfficiencyStatus superStatus(const EfficiencyModel& model, double score) {
    const bool isOut = model.measure == Measure::Radial && model.orientation == Orientation::Out;
    const bool isBeyond =
        isOut ? score < 1.0 - efficientTolerance : score > 1.0 + efficientTolerance;
    return isBeyond ? EfficiencyStatus::SuperEfficient : EfficiencyStatus::Efficient;
}

bool isSuperProgram(const ProgramFamily& family) {
    return family.kind() == ProgramKind::SuperSbm;
}

/// The phases of one set; what one phase finds the next uses.
class SetPhases {
public:
    SetPhases(const FrontierData& data, const EfficiencyModel& model, const ReferenceSet& set,
              const EbmParameters& ebm, Progress& progress)
        : data_(data), model_(model), set_(set), ebm_(ebm), progress_(progress) {}

    Result<std::vector<UnitScore>> run() {
        const ProgramFamily first(data_, model_, programKind(model_.measure), ebm_);
        const bool hasSecond =
            model_.measure == Measure::Radial || model_.measure == Measure::Directional;
        SubProgress part(progress_, 0.0, hasSecond ? 0.4 : 0.7);
        CITYPANEL_TRY(optima_, solveWithin(data_, first, set_, columns_, part));
        for (std::size_t i = 0; i < optima_.size(); ++i) {
            scores_.push_back(unitScore(data_, first, set_.evaluated[i], 0.0, optima_[i]));
            setStatus(first, scores_.back());
        }
        if (model_.super != SuperEfficiency::Off) {
            CITYPANEL_TRY_STATUS(runSuper());
        }
        if (hasSecond) {
            CITYPANEL_TRY_STATUS(runSecondPhase());
        }
        return std::move(scores_);
    }

private:
    void setStatus(const ProgramFamily& family, UnitScore& unit) const {
        if (!family.isEfficient(unit.score)) {
            unit.status = EfficiencyStatus::Inefficient;
            return;
        }
        // Other programs ask whether the score is 1; the last bit of a division is no answer.
        unit.score = family.frontierScore();
        if (hasSlacks(data_, unit.unit, unit.slacks)) {
            unit.status = EfficiencyStatus::WeaklyEfficient;
        } else {
            unit.status = EfficiencyStatus::Efficient;
            std::fill(unit.slacks.begin(), unit.slacks.end(), 0.0);
            // Nothing but zero slacks has a non-oriented slacks-based score of 1.
            unit.slacksUnique = unit.slacksUnique || isNonOrientedSbm();
        }
    }

    [[nodiscard]] bool isNonOrientedSbm() const {
        return model_.measure == Measure::Sbm && model_.orientation == Orientation::None;
    }

    /// Only units on the frontier can be beyond it once their own row is left out, and only for
    /// them may rows behind the frontier come to the front.
    Status runSuper() {
        const bool isSbm = model_.measure == Measure::Sbm;
        const ProgramFamily family(data_, model_,
                                   isSbm ? ProgramKind::SuperSbm : ProgramKind::Radial, ebm_);
        std::vector<UnitTask> tasks;
        std::vector<std::size_t> positions;
        for (std::size_t i = 0; i < scores_.size(); ++i) {
            const bool isFrontier = scores_[i].status != EfficiencyStatus::Inefficient;
            if (isFrontier || (isSbm && model_.super == SuperEfficiency::Every)) {
                tasks.push_back(
                    {.unit = scores_[i].unit,
                     .usesOwn = false,
                     .pricesRest = isFrontier,
                     .start = isSbm ? family.superStart(scores_[i].unit, columns_.spanning.rows())
                                    : optima_[i].basis});
                positions.push_back(i);
            }
        }
        if (isSbm) {
            columns_.bases.clear();
        }
        SubProgress part(progress_, isSbm ? 0.7 : 0.4, isSbm ? 1.0 : 0.6);
        CITYPANEL_TRY(std::vector<UnitOptimum> solved,
                      solveTasks(data_, family, tasks, columns_, part));
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            UnitScore& unit = scores_[positions[i]];
            const bool wasInefficient = unit.status == EfficiencyStatus::Inefficient;
            unit = unitScore(data_, family, unit.unit, 0.0, solved[i]);
            if (solved[i].isFeasible) {
                unit.status = wasInefficient ? EfficiencyStatus::Inefficient
                                             : superStatus(model_, unit.score);
            }
            isSuper_.resize(scores_.size(), false);
            isSuper_[positions[i]] = true;
            optima_[positions[i]] = std::move(solved[i]);
        }
        return {};
    }

    /// Largest relative slacks with the factor fixed.
    Status runSecondPhase() {
        const bool isRadial = model_.measure == Measure::Radial;
        const ProgramFamily first(data_, model_, programKind(model_.measure), ebm_);
        const ProgramFamily family(
            data_, model_, isRadial ? ProgramKind::RadialSlacks : ProgramKind::DirectionalSlacks,
            ebm_);
        isSuper_.resize(scores_.size(), false);
        std::vector<UnitTask> tasks;
        std::vector<std::size_t> positions;
        for (std::size_t i = 0; i < scores_.size(); ++i) {
            if (scores_[i].status != EfficiencyStatus::Infeasible) {
                tasks.push_back({.unit = scores_[i].unit,
                                 .usesOwn = !isSuper_[i],
                                 .pricesRest = isSuper_[i],
                                 .factor = scores_[i].score,
                                 .start = optima_[i].basis});
                positions.push_back(i);
            }
        }
        columns_.bases.clear();
        SubProgress part(progress_, 0.6, 1.0);
        CITYPANEL_TRY(const std::vector<UnitOptimum> solved,
                      solveTasks(data_, family, tasks, columns_, part));
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            UnitScore& unit = scores_[positions[i]];
            const EfficiencyStatus status = unit.status;
            unit = unitScore(data_, family, unit.unit, unit.score, solved[i]);
            if (isSuper_[positions[i]]) {
                unit.status = status;
            } else {
                setStatus(first, unit);
            }
        }
        return {};
    }

    const FrontierData& data_;
    const EfficiencyModel& model_;
    const ReferenceSet& set_;
    const EbmParameters& ebm_;
    Progress& progress_;
    FrontierColumns columns_{};
    std::vector<UnitOptimum> optima_{};
    std::vector<UnitScore> scores_{};
    std::vector<bool> isSuper_{};
};

} // namespace

ProgramKind programKind(Measure measure) {
    switch (measure) {
    case Measure::Radial:
        return ProgramKind::Radial;
    case Measure::Sbm:
        return ProgramKind::Sbm;
    case Measure::Directional:
        return ProgramKind::Directional;
    case Measure::NonRadialDirectional:
        return ProgramKind::NonRadial;
    case Measure::Ebm:
        return ProgramKind::Ebm;
    }
    return ProgramKind::Sbm;
}

UnitScore unitScore(const FrontierData& data, const ProgramFamily& family, RowIndex unit,
                    double factor, const UnitOptimum& optimum) {
    UnitScore result;
    result.unit = unit;
    if (!optimum.isFeasible) {
        return result;
    }
    UnitMeasure measure = family.read(unit, factor, optimum.optimum, optimum.fixedValues);
    result.score = measure.score;
    result.status = EfficiencyStatus::Efficient;
    result.slacksUnique = optimum.isUnique;
    result.slacks = std::move(measure.slacks);
    result.betas = std::move(measure.betas);
    result.peers = peersOf(data, unit, optimum, measure.intensityFactor);
    result.projection = combination(data, unit, optimum, measure.intensityFactor);
    for (std::size_t i = 0; i < result.slacks.size() && isSuperProgram(family); ++i) {
        const double own = data.rawAt(i, static_cast<std::size_t>(unit));
        result.projection[i] = data.isGood(i) ? own - result.slacks[i] : own + result.slacks[i];
    }
    return result;
}

Result<std::vector<UnitScore>> scoreSet(const FrontierData& data, const EfficiencyModel& model,
                                        const ReferenceSet& set, const EbmParameters& ebm,
                                        Progress& progress) {
    return SetPhases(data, model, set, ebm, progress).run();
}

Problem placedInPanel(const Panel& panel, const FrontierData& data, Problem problem) {
    if (problem.place.position) {
        const std::size_t row = data.rows[*problem.place.position];
        problem.place.position.reset();
        problem.place.unit = panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[row])];
        if (!panel.isCrossSection()) {
            problem.place.period = std::to_string(panel.periods()[row]);
        }
    }
    return problem;
}

} // namespace citypanel::frontier
