// SPDX-License-Identifier: GPL-3.0-or-later
// Leaving out one peer after the other.
#include "core/frontier/influence.h"

#include "core/frontier/affinity.h"
#include "core/frontier/set_scores.h"
#include "core/panel/number_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace citypanel::frontier {

namespace {

constexpr double largeShare = 0.9;
constexpr double largeShift = 0.05;
/// Of the mean: where one row leaves all others near zero, a shift of 0.05 is out of reach.
constexpr double largeRelativeShift = 0.1;

/// Sums over the reference sets that a row belongs to.
struct Influence {
    std::size_t timesPeer = 0;
    std::size_t inefficient = 0;
    double others = 0.0;
    double sumBefore = 0.0;
    double sumWithout = 0.0;
};

class SetInfluence {
public:
    SetInfluence(const FrontierData& data, const ProgramFamily& family, const ReferenceSet& set)
        : data_(data), family_(family), set_(set) {}

    Status run(std::map<RowIndex, Influence>& result, std::size_t& spanning, Progress& progress) {
        SubProgress first(progress, 0.0, 0.3);
        CITYPANEL_TRY(optima_, solveWithin(data_, family_, set_, columns_, first));
        for (std::size_t i = 0; i < optima_.size(); ++i) {
            score_.push_back(scoreOf(set_.evaluated[i], optima_[i]));
            sum_ += score_.back();
            if (family_.isEfficient(score_.back())) {
                ++spanning;
            } else {
                ++inefficient_;
            }
        }
        SubProgress second(progress, 0.3, 1.0);
        return leaveOut(result, second);
    }

private:
    [[nodiscard]] double scoreOf(RowIndex row, const UnitOptimum& optimum) const {
        return family_.read(row, 0.0, optimum.optimum, optimum.fixedValues).score;
    }

    /// Positions of the rows that lean on each row.
    [[nodiscard]] std::map<RowIndex, std::vector<std::size_t>> dependents() const {
        std::map<RowIndex, std::vector<std::size_t>> result;
        for (std::size_t i = 0; i < optima_.size(); ++i) {
            for (const auto* list : {&optima_[i].intensities, &optima_[i].second}) {
                for (const Peer& peer : *list) {
                    const auto row = static_cast<RowIndex>(peer.row);
                    std::vector<std::size_t>& positions = result[row];
                    if (row != set_.evaluated[i] && (positions.empty() || positions.back() != i)) {
                        positions.push_back(i);
                    }
                }
            }
        }
        std::erase_if(result, [](const auto& entry) { return entry.second.empty(); });
        return result;
    }

    Status leaveOut(std::map<RowIndex, Influence>& result, Progress& progress) {
        std::vector<UnitTask> tasks;
        std::vector<std::pair<RowIndex, std::size_t>> owners;
        for (const auto& [peer, positions] : dependents()) {
            for (const std::size_t position : positions) {
                tasks.push_back({.unit = set_.evaluated[position],
                                 .pricesRest = true,
                                 .leftOut = peer,
                                 .start = optima_[position].basis});
                owners.emplace_back(peer, position);
            }
        }
        CITYPANEL_TRY(const std::vector<UnitOptimum> solved,
                      solveTasks(data_, family_, tasks, columns_, progress));
        std::map<RowIndex, double> change;
        std::map<RowIndex, std::size_t> leaning;
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            const auto [peer, position] = owners[i];
            change[peer] += scoreOf(tasks[i].unit, solved[i]) - score_[position];
            ++leaning[peer];
        }
        for (const auto& [peer, delta] : change) {
            const auto own = static_cast<std::size_t>(
                std::lower_bound(set_.evaluated.begin(), set_.evaluated.end(), peer) -
                set_.evaluated.begin());
            Influence& influence = result[peer];
            influence.timesPeer += leaning[peer];
            influence.inefficient += inefficient_;
            influence.others += static_cast<double>(score_.size() - 1);
            influence.sumBefore += sum_ - score_[own];
            influence.sumWithout += sum_ - score_[own] + delta;
        }
        return {};
    }

    const FrontierData& data_;
    const ProgramFamily& family_;
    const ReferenceSet& set_;
    FrontierColumns columns_{};
    std::vector<UnitOptimum> optima_{};
    std::vector<double> score_{};
    double sum_ = 0.0;
    std::size_t inefficient_ = 0;
};

RowInfluence rowInfluence(const FrontierData& data, RowIndex row, const Influence& sums) {
    RowInfluence result{.row = data.rows[static_cast<std::size_t>(row)],
                        .timesPeer = sums.timesPeer};
    result.shareOfInefficient = sums.inefficient == 0 ? 0.0
                                                      : static_cast<double>(sums.timesPeer) /
                                                            static_cast<double>(sums.inefficient);
    result.meanBefore = sums.sumBefore / sums.others;
    result.meanWithout = sums.sumWithout / sums.others;
    const double shift = std::abs(result.meanWithout - result.meanBefore);
    const bool isLarge =
        shift >= largeShift || shift >= largeRelativeShift * std::abs(result.meanBefore);
    result.setsEveryScore = result.shareOfInefficient >= largeShare && isLarge;
    return result;
}

std::string rounded(double value) {
    return shortestText(std::round(value * 1e4) / 1e4);
}

Problem warningOf(const Panel& panel, const RowInfluence& influence) {
    Problem warning{.code = ProblemCode::FrontierByOneRow,
                    .found = rounded(influence.meanBefore) + " → " + rounded(influence.meanWithout),
                    .severity = Severity::Warning};
    const auto unit = static_cast<std::size_t>(panel.unitCodes()[influence.row]);
    warning.place.unit = panel.unitLabels()[unit];
    if (!panel.isCrossSection()) {
        warning.place.period = std::to_string(panel.periods()[influence.row]);
    }
    return warning;
}

} // namespace

Result<FrontierInfluence> frontierInfluence(const Panel& panel, const EfficiencyModel& model,
                                            Progress& progress) {
    CITYPANEL_TRY(const FrontierData data, readFrontierData(panel, model));
    CITYPANEL_TRY(const std::vector<ReferenceSet> sets, referenceSets(panel, data, model));
    EbmParameters ebm;
    if (model.measure == Measure::Ebm) {
        ebm = ebmParameters(data);
        ebm.epsilonInputs = model.epsilon.value_or(ebm.epsilonInputs);
    }
    const ProgramFamily family(data, model, programKind(model.measure), ebm);
    FrontierInfluence result{.rows = data.size()};
    std::map<RowIndex, Influence> sums;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const auto count = static_cast<double>(sets.size());
        SubProgress part(progress, static_cast<double>(i) / count,
                         static_cast<double>(i + 1) / count);
        const Status status = SetInfluence(data, family, sets[i]).run(sums, result.spanning, part);
        if (!status) {
            return placedInPanel(panel, data, status.error());
        }
    }
    for (const auto& [row, influence] : sums) {
        result.peers.push_back(rowInfluence(data, row, influence));
        if (result.peers.back().setsEveryScore) {
            result.warnings.push_back(warningOf(panel, result.peers.back()));
        }
    }
    std::stable_sort(result.peers.begin(), result.peers.end(),
                     [](const auto& a, const auto& b) { return a.timesPeer > b.timesPeer; });
    return result;
}

} // namespace citypanel::frontier
