// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of the rows of one reference set: first phase, super-efficiency, second phase.
#pragma once

#include "core/frontier/unit_tasks.h"

#include <vector>

namespace citypanel::frontier {

/// One unit measured against one set. Vectors of d; peers by row of FrontierData.
struct UnitScore {
    RowIndex unit = 0;
    double score = missingValue;
    EfficiencyStatus status = EfficiencyStatus::Infeasible;
    bool slacksUnique = false;
    std::vector<double> slacks{};
    std::vector<double> projection{};
    std::vector<double> betas{};
    std::vector<Peer> peers{};
};

/// The kind of a model's first programs.
[[nodiscard]] ProgramKind programKind(Measure measure);

/// Every evaluated row of the set, in its order.
[[nodiscard]] Result<std::vector<UnitScore>> scoreSet(const FrontierData& data,
                                                      const EfficiencyModel& model,
                                                      const ReferenceSet& set,
                                                      const EbmParameters& ebm, Progress& progress);

/// A unit's solved program, in terms of the unit.
[[nodiscard]] UnitScore unitScore(const FrontierData& data, const ProgramFamily& family,
                                  RowIndex unit, double factor, const UnitOptimum& optimum);

/// A Problem of solveTasks with the unit's name and period in its place.
[[nodiscard]] Problem placedInPanel(const Panel& panel, const FrontierData& data, Problem problem);

} // namespace citypanel::frontier
