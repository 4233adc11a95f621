// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a table by groups and the tests of each grouping, before they become rows.
#pragma once

#include "core/study/estimated_model.h"
#include "core/study/figure.h"
#include "core/study/group_difference.h"
#include "core/study/heterogeneity_study.h"
#include "core/study/table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::study {

/// One grouping: where its columns are, its tests.
struct Grouped {
    std::string by{};
    std::size_t first = 0; ///< number of its first column (from 0)
    std::vector<std::string> levels{};
    std::optional<GroupDifferences> differences{}; ///< none where they could not be made
};

struct GroupPlan {
    const HeterogeneityStudy& study;
    const Panel& panel;
    std::vector<Grouped> groupings{};
    std::vector<EstimatedModel> models{};
};

/// A level as a heading shows it; numbers with the grouping's name.
[[nodiscard]] Phrase levelPhrase(const Panel& panel, const std::string& by,
                                 const std::string& level);

/// "heterogeneity": the models, the tests against each grouping's first level.
[[nodiscard]] Table groupTable(const GroupPlan& plan);

/// "tests": each pair of levels and what may be said of it.
[[nodiscard]] Table pairTable(const GroupPlan& plan);

/// "singletons": units, periods and groups of rows lost to them; no rows where there are none.
[[nodiscard]] Table singletonTable(const GroupPlan& plan);

/// "coefficients".
[[nodiscard]] Figure groupCoefficients(const GroupPlan& plan);

/// "quadrants": dots of units, the four estimates. Problem: OptionInvalid when the grouping has not
/// four levels that differ in both variables; those of evaluate.
[[nodiscard]] Result<Figure> quadrantFigure(const GroupPlan& plan);

/// "scatter_<grouping>" and, in panels, "strip_<grouping>", where they can be made.
[[nodiscard]] Result<std::vector<Figure>> groupScatters(const GroupPlan& plan, Progress& progress);

/// Densities and means of outcome and first core regressor.
[[nodiscard]] Result<std::vector<Figure>> groupDistributions(const GroupPlan& plan);

} // namespace citypanel::study
