// SPDX-License-Identifier: GPL-3.0-or-later
// Distances of rows to the frontiers of their own, the next, the previous and all periods.
#include "core/frontier/productivity.h"

#include "core/frontier/set_scores.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel::frontier {

namespace {

using Distances = std::vector<double>; ///< one a row of FrontierData, NaN: no solution

/// The frontier of one period, and the rows of the next that are measured against it.
struct PeriodFrontier {
    Period period = 0;
    ReferenceSet set{};
    FrontierColumns columns{};
};

/// A row and the same unit's row one period before.
struct Pair {
    RowIndex from;
    RowIndex to;
};

std::size_t rowAt(RowIndex row) {
    return static_cast<std::size_t>(row);
}

/// Solves for distances; keeps the periods' frontiers for the cross-period programs.
class DistanceSolver {
public:
    DistanceSolver(const Panel& panel, const FrontierData& data, const EfficiencyModel& model)
        : data_(data), family_(data, model, programKind(model.measure)) {
        for (std::size_t i = 0; i < data.size(); ++i) {
            rowOf(panel.periods()[data.rows[i]]).set.members.push_back(static_cast<RowIndex>(i));
        }
        std::sort(periods_.begin(), periods_.end(),
                  [](const auto& a, const auto& b) { return a.period < b.period; });
        for (PeriodFrontier& period : periods_) {
            period.set.evaluated = period.set.members;
        }
    }

    Result<Distances> ownPeriod(Progress& progress) {
        Distances result(data_.size(), missingValue);
        for (PeriodFrontier& period : periods_) {
            CITYPANEL_TRY_STATUS(within(period.set, period.columns, result, progress));
        }
        return result;
    }

    Result<Distances> global(Progress& progress) {
        Distances result(data_.size(), missingValue);
        ReferenceSet all;
        for (std::size_t i = 0; i < data_.size(); ++i) {
            all.members.push_back(static_cast<RowIndex>(i));
        }
        all.evaluated = all.members;
        FrontierColumns columns;
        CITYPANEL_TRY_STATUS(within(all, columns, result, progress));
        return result;
    }

    /// Rows of each period against the frontier `step` periods later; ownPeriod() has run.
    Result<Distances> shifted(std::ptrdiff_t step, Progress& progress) {
        Distances result(data_.size(), missingValue);
        const auto count = static_cast<std::ptrdiff_t>(periods_.size());
        for (std::ptrdiff_t t = 0; t < count; ++t) {
            if (t + step < 0 || t + step >= count) {
                continue;
            }
            PeriodFrontier& frontier = periods_[static_cast<std::size_t>(t + step)];
            std::vector<UnitTask> tasks;
            for (const RowIndex row : periods_[static_cast<std::size_t>(t)].set.members) {
                tasks.push_back({.unit = row, .usesOwn = false});
            }
            CITYPANEL_TRY(const std::vector<UnitOptimum> optima,
                          solveTasks(data_, family_, tasks, frontier.columns, progress));
            for (std::size_t i = 0; i < tasks.size(); ++i) {
                result[rowAt(tasks[i].unit)] = scoreOf(tasks[i].unit, optima[i]);
            }
        }
        return result;
    }

private:
    PeriodFrontier& rowOf(Period period) {
        const auto found = std::find_if(periods_.begin(), periods_.end(),
                                        [&](const auto& p) { return p.period == period; });
        if (found != periods_.end()) {
            return *found;
        }
        periods_.push_back({});
        periods_.back().period = period;
        return periods_.back();
    }

    [[nodiscard]] double scoreOf(RowIndex row, const UnitOptimum& optimum) const {
        return optimum.isFeasible
                   ? family_.read(row, 0.0, optimum.optimum, optimum.fixedValues).score
                   : missingValue;
    }

    Status within(const ReferenceSet& set, FrontierColumns& columns, Distances& result,
                  Progress& progress) {
        CITYPANEL_TRY(const std::vector<UnitOptimum> optima,
                      solveWithin(data_, family_, set, columns, progress));
        for (std::size_t i = 0; i < optima.size(); ++i) {
            result[rowAt(set.evaluated[i])] = scoreOf(set.evaluated[i], optima[i]);
        }
        return {};
    }

    const FrontierData& data_;
    ProgramFamily family_;
    std::vector<PeriodFrontier> periods_;
};

/// Cancels like the outer task and reports nothing: the parts of an index are of one size each.
class Part final : public Progress {
public:
    explicit Part(Progress& outer) : outer_(outer) {}

    void report(double) override {}

    [[nodiscard]] bool cancelled() const override { return outer_.cancelled(); }

private:
    Progress& outer_;
};

std::vector<Pair> successivePairs(const Panel& panel, const FrontierData& data) {
    const std::span<const Period> periods = panel.distinctPeriods();
    std::vector<Pair> pairs;
    for (std::size_t i = 1; i < data.size(); ++i) {
        const std::size_t from = data.rows[i - 1];
        const std::size_t to = data.rows[i];
        if (panel.unitCodes()[from] != panel.unitCodes()[to]) {
            continue;
        }
        const auto next = std::upper_bound(periods.begin(), periods.end(), panel.periods()[from]);
        if (next != periods.end() && *next == panel.periods()[to]) {
            pairs.push_back({static_cast<RowIndex>(i - 1), static_cast<RowIndex>(i)});
        }
    }
    return pairs;
}

/// What an index is made of; unused distances stay empty.
struct AllDistances {
    Distances own{};
    Distances later{};   ///< row of period t against the frontier of t + 1
    Distances earlier{}; ///< row of period t against the frontier of t - 1
    Distances global{};
    Distances ownVariable{}; ///< own period, variable returns
};

/// sqrt of a positive product, else no value.
double geometricMean(double a, double b) {
    const double product = a * b;
    return product > 0.0 && a > 0.0 ? std::sqrt(product) : missingValue;
}

/// Fare, Grosskopf, Norris and Zhang (1994), American Economic Review 84: 66-83, with D = 1 / phi.
void malmquist(const AllDistances& d, Pair pair, ProductivityChange& change) {
    const std::size_t t = rowAt(pair.from);
    const std::size_t u = rowAt(pair.to);
    // D_t(u) / D_t(t) = phi_t(t) / phi_t(u), and so on.
    change.index = geometricMean(d.own[t] / d.earlier[u], d.later[t] / d.own[u]);
    change.efficiencyChange = d.own[t] / d.own[u];
    change.technicalChange = change.index / change.efficiencyChange;
    change.pureEfficiencyChange = d.ownVariable[t] / d.ownVariable[u];
    change.scaleEfficiencyChange = change.efficiencyChange / change.pureEfficiencyChange;
}

/// Chung, Fare and Grosskopf (1997), Journal of Environmental Management 51: 229-240.
void malmquistLuenberger(const AllDistances& d, Pair pair, ProductivityChange& change) {
    const std::size_t t = rowAt(pair.from);
    const std::size_t u = rowAt(pair.to);
    change.index = geometricMean((1.0 + d.own[t]) / (1.0 + d.earlier[u]),
                                 (1.0 + d.later[t]) / (1.0 + d.own[u]));
    change.efficiencyChange = (1.0 + d.own[t]) / (1.0 + d.own[u]);
    change.technicalChange = change.index / change.efficiencyChange;
}

/// Index and efficiency change as the ratio of one number a row: global and own period.
template <typename Level>
void ratioOfLevels(const AllDistances& d, Pair pair, ProductivityChange& change, Level&& level) {
    const std::size_t t = rowAt(pair.from);
    const std::size_t u = rowAt(pair.to);
    change.index = level(d.global[u]) / level(d.global[t]);
    change.efficiencyChange = level(d.own[u]) / level(d.own[t]);
    change.technicalChange = change.index / change.efficiencyChange;
}

void luenberger(const AllDistances& d, Pair pair, ProductivityChange& change) {
    change.index = d.global[rowAt(pair.from)] - d.global[rowAt(pair.to)];
    change.efficiencyChange = d.own[rowAt(pair.from)] - d.own[rowAt(pair.to)];
    change.technicalChange = change.index - change.efficiencyChange;
}

/// The model whose distances an index takes.
EfficiencyModel distanceModel(EfficiencyModel model, ProductivityIndex index) {
    model.super = SuperEfficiency::Off;
    model.reference = Reference::Period;
    switch (index) {
    case ProductivityIndex::Malmquist:
    case ProductivityIndex::GlobalMalmquist:
        model.measure = Measure::Radial;
        model.orientation = Orientation::Out;
        model.technology.bad.clear();
        model.technology.returns = ReturnsToScale::Constant;
        break;
    case ProductivityIndex::MalmquistLuenberger:
        model.measure = Measure::Directional;
        break;
    case ProductivityIndex::GlobalMalmquistLuenberger:
        if (model.measure != Measure::Sbm) {
            model.measure = Measure::Directional;
        }
        break;
    case ProductivityIndex::Luenberger:
        model.measure = Measure::NonRadialDirectional;
        break;
    }
    return model;
}

bool usesAdjacentPeriods(ProductivityIndex index) {
    return index == ProductivityIndex::Malmquist || index == ProductivityIndex::MalmquistLuenberger;
}

Result<AllDistances> distancesOf(const Panel& panel, const FrontierData& data,
                                 EfficiencyModel model, ProductivityIndex index,
                                 Progress& progress) {
    Part part(progress);
    AllDistances result;
    DistanceSolver solver(panel, data, model);
    CITYPANEL_TRY(result.own, solver.ownPeriod(part));
    progress.report(0.25);
    if (usesAdjacentPeriods(index)) {
        CITYPANEL_TRY(result.later, solver.shifted(1, part));
        progress.report(0.5);
        CITYPANEL_TRY(result.earlier, solver.shifted(-1, part));
        progress.report(0.75);
    } else {
        CITYPANEL_TRY(result.global, solver.global(part));
    }
    if (index == ProductivityIndex::Malmquist) {
        model.technology.returns = ReturnsToScale::Variable;
        CITYPANEL_TRY(result.ownVariable, DistanceSolver(panel, data, model).ownPeriod(part));
    }
    progress.report(1.0);
    return result;
}

ProductivityChange changeOf(const AllDistances& distances, Pair pair, ProductivityIndex index,
                            Measure measure) {
    ProductivityChange change;
    switch (index) {
    case ProductivityIndex::Malmquist:
        malmquist(distances, pair, change);
        break;
    case ProductivityIndex::GlobalMalmquist:
        ratioOfLevels(distances, pair, change, [](double phi) { return 1.0 / phi; });
        break;
    case ProductivityIndex::MalmquistLuenberger:
        malmquistLuenberger(distances, pair, change);
        break;
    case ProductivityIndex::GlobalMalmquistLuenberger:
        ratioOfLevels(distances, pair, change, [&](double score) {
            return measure == Measure::Sbm ? score : 1.0 / (1.0 + score);
        });
        break;
    case ProductivityIndex::Luenberger:
        luenberger(distances, pair, change);
        break;
    }
    return change;
}

} // namespace

Result<ProductivityChanges> productivity(const Panel& panel, const EfficiencyModel& model,
                                         ProductivityIndex index, Progress& progress) {
    if (panel.isCrossSection()) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .place = {.variable = "productivity"},
                       .found = std::string(nameOf(index))};
    }
    const std::size_t periods = panel.distinctPeriods().size();
    if (periods < 2) {
        return Problem{.code = ProblemCode::ObservationsTooFew,
                       .place = {.variable = panel.keys().period},
                       .found = std::to_string(periods),
                       .expected = "2"};
    }
    const EfficiencyModel distance = distanceModel(model, index);
    CITYPANEL_TRY(const FrontierData data, readFrontierData(panel, distance));
    Result<AllDistances> distances = distancesOf(panel, data, distance, index, progress);
    if (!distances) {
        return placedInPanel(panel, data, std::move(distances).error());
    }
    ProductivityChanges result{.index = index, .warnings = data.warnings};
    for (const Pair& pair : successivePairs(panel, data)) {
        ProductivityChange change = changeOf(*distances, pair, index, distance.measure);
        change.fromRow = data.rows[rowAt(pair.from)];
        change.row = data.rows[rowAt(pair.to)];
        result.infeasible += isMissing(change.index) ? 1 : 0;
        result.changes.push_back(change);
    }
    return result;
}

} // namespace citypanel::frontier
