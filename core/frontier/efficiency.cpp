// SPDX-License-Identifier: GPL-3.0-or-later
// From a panel and a model to scores: programs set by set, super-efficiency, slacks, peers.
#include "core/frontier/affinity.h"
#include "core/frontier/efficiency_scores.h"
#include "core/frontier/set_scores.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace citypanel::frontier {

namespace {

/// Empty columns for every row of the panel.
EfficiencyScores emptyScores(const Panel& panel, const EfficiencyModel& model,
                             const FrontierData& data) {
    const std::size_t n = panel.rowCount();
    EfficiencyScores scores;
    scores.model = model;
    scores.score.assign(n, missingValue);
    scores.status.assign(n, EfficiencyStatus::Excluded);
    scores.peers.resize(n);
    scores.slacksUnique.assign(n, false);
    const std::vector<RoleVariable> variables = model.technology.variables();
    for (std::size_t i = 0; i < variables.size(); ++i) {
        VariableSlacks& variable = scores.variables.emplace_back();
        variable.variable = variables[i].variable.text;
        variable.role = data.isBad(i) ? Role::Bad : data.isGood(i) ? Role::Good : Role::Input;
        variable.slack.assign(n, missingValue);
        variable.projection.assign(n, missingValue);
        if (model.measure == Measure::NonRadialDirectional) {
            variable.beta.assign(n, missingValue);
        }
    }
    scores.warnings = data.warnings;
    return scores;
}

void store(const FrontierData& data, const UnitScore& unit, EfficiencyScores& scores) {
    const std::size_t row = data.rows[static_cast<std::size_t>(unit.unit)];
    scores.score[row] = unit.score;
    scores.status[row] = unit.status;
    scores.slacksUnique[row] = unit.slacksUnique;
    if (unit.status == EfficiencyStatus::Infeasible) {
        return;
    }
    for (std::size_t i = 0; i < scores.variables.size(); ++i) {
        scores.variables[i].slack[row] = unit.slacks[i];
        scores.variables[i].projection[row] = unit.projection[i];
        if (!unit.betas.empty()) {
            scores.variables[i].beta[row] = unit.betas[i];
        }
    }
    for (const Peer& peer : unit.peers) {
        scores.peers[row].push_back({data.rows[peer.row], peer.lambda});
    }
}

/// Means over the windows that hold a row and have a solution for it.
class WindowMeans {
public:
    WindowMeans(const FrontierData& data, EfficiencyScores& scores)
        : data_(data), scores_(scores) {}

    void add(const ReferenceSet& set, const UnitScore& unit) {
        const std::size_t row = data_.rows[static_cast<std::size_t>(unit.unit)];
        scores_.windows.push_back({row, set.firstPeriod, unit.score});
        scores_.peers[row].clear();
        if (unit.status == EfficiencyStatus::Infeasible) {
            if (counts_.find(row) == counts_.end()) {
                scores_.status[row] = unit.status;
            }
            return;
        }
        const double count = ++counts_[row];
        if (count == 1.0) {
            store(data_, unit, scores_);
            scores_.peers[row].clear();
            return;
        }
        const auto average = [&](double& mean, double value) { mean += (value - mean) / count; };
        average(scores_.score[row], unit.score);
        for (std::size_t i = 0; i < scores_.variables.size(); ++i) {
            VariableSlacks& variable = scores_.variables[i];
            average(variable.slack[row], unit.slacks[i]);
            average(variable.projection[row], unit.projection[i]);
            if (!unit.betas.empty()) {
                average(variable.beta[row], unit.betas[i]);
            }
        }
        scores_.slacksUnique[row] = scores_.slacksUnique[row] && unit.slacksUnique;
        if (unit.status == EfficiencyStatus::Inefficient) {
            scores_.status[row] = unit.status;
        }
    }

private:
    const FrontierData& data_;
    EfficiencyScores& scores_;
    std::map<std::size_t, double> counts_;
};

/// Zhou, Ang and Wang (2012), equations 12-13; Zhang, Kong and Yu (2014) for the unified index.
DirectionalIndices directionalIndices(const EfficiencyScores& scores) {
    DirectionalIndices indices;
    const std::size_t n = scores.score.size();
    const auto meanBeta = [&](std::size_t row, auto&& belongs) {
        double sum = 0.0;
        double count = 0.0;
        for (const VariableSlacks& variable : scores.variables) {
            if (belongs(variable.role)) {
                sum += variable.beta[row];
                ++count;
            }
        }
        return sum / count;
    };
    indices.unifiedEfficiency.resize(n);
    std::vector<double> goods(n);
    for (std::size_t row = 0; row < n; ++row) {
        goods[row] = meanBeta(row, [](Role role) { return role == Role::Good; });
        const double others = meanBeta(row, [](Role role) { return role != Role::Good; });
        indices.unifiedEfficiency[row] = (1.0 - others) / (1.0 + goods[row]);
    }
    for (const VariableSlacks& variable : scores.variables) {
        if (variable.role == Role::Good) {
            continue;
        }
        std::vector<double> performance(n);
        for (std::size_t row = 0; row < n; ++row) {
            performance[row] = (1.0 - variable.beta[row]) / (1.0 + goods[row]);
        }
        auto& list = variable.role == Role::Bad ? indices.badPerformance : indices.inputPerformance;
        list.push_back(std::move(performance));
    }
    return indices;
}

/// Rows that a frontier of m inputs and s outputs should rest on, max(m s, 3 (m + s)): Cooper,
/// Seiford and Tone (2007), page 284. Undesirable outputs count as outputs.
std::size_t wantedRows(const Technology& technology) {
    const std::size_t inputs = technology.inputs.size();
    const std::size_t outputs = technology.good.size() + technology.bad.size();
    return std::max(inputs * outputs, 3 * (inputs + outputs));
}

/// A row compared with itself alone is no result; a set of few rows makes most of them efficient.
Status checkSizes(const std::vector<ReferenceSet>& sets, const Technology& technology,
                  Problems& warnings) {
    const auto smaller = [](const ReferenceSet& a, const ReferenceSet& b) {
        return a.members.size() < b.members.size();
    };
    const auto [least, most] = std::minmax_element(sets.begin(), sets.end(), smaller);
    if (least == sets.end()) {
        return {};
    }
    Problem problem{.code = ProblemCode::ObservationsTooFew,
                    .found = std::to_string(least->members.size()),
                    .expected = std::to_string(wantedRows(technology)),
                    .severity = Severity::Warning};
    if (most->members.size() < 2) {
        problem.expected = "2";
        problem.severity = Severity::Error;
        return problem;
    }
    if (least->members.size() < wantedRows(technology)) {
        warnings.push_back(std::move(problem));
    }
    return {};
}

} // namespace

std::size_t EfficiencyScores::count(EfficiencyStatus wanted) const {
    return static_cast<std::size_t>(std::count(status.begin(), status.end(), wanted));
}

double EfficiencyScores::mean() const {
    double sum = 0.0;
    double count = 0.0;
    for (const double value : score) {
        if (!isMissing(value)) {
            sum += value;
            ++count;
        }
    }
    return count > 0.0 ? sum / count : missingValue;
}

Result<EfficiencyScores> efficiency(const Panel& panel, const EfficiencyModel& model,
                                    Progress& progress) {
    CITYPANEL_TRY(const FrontierData data, readFrontierData(panel, model));
    CITYPANEL_TRY(const std::vector<ReferenceSet> sets, referenceSets(panel, data, model));
    EfficiencyScores scores = emptyScores(panel, model, data);
    CITYPANEL_TRY_STATUS(checkSizes(sets, model.technology, scores.warnings));
    if (model.measure == Measure::Ebm) {
        scores.ebm = ebmParameters(data);
        scores.ebm.epsilonInputs = model.epsilon.value_or(scores.ebm.epsilonInputs);
    }
    WindowMeans windows(data, scores);
    double total = 0.0;
    for (const ReferenceSet& set : sets) {
        total += static_cast<double>(set.evaluated.size());
    }
    double done = 0.0;
    for (const ReferenceSet& set : sets) {
        const double count = static_cast<double>(set.evaluated.size());
        SubProgress part(progress, done / total, (done + count) / total);
        Result<std::vector<UnitScore>> units = scoreSet(data, model, set, scores.ebm, part);
        if (!units) {
            return placedInPanel(panel, data, std::move(units).error());
        }
        for (const UnitScore& unit : *units) {
            if (model.reference == Reference::Window) {
                windows.add(set, unit);
            } else {
                store(data, unit, scores);
            }
        }
        done += count;
    }
    if (model.measure == Measure::NonRadialDirectional) {
        scores.directional = directionalIndices(scores);
    }
    return scores;
}

} // namespace citypanel::frontier
