// SPDX-License-Identifier: GPL-3.0-or-later
// HeterogeneityStudy: one model by groups, with tests that the groups' coefficients are equal.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/group_comparison.h"
#include "core/panel/panel.h"
#include "core/study/study_model.h"
#include "core/study/study_result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::study {

/// Where the four levels of a grouping stand in the plane of two variables.
struct Quadrants {
    ColumnName by{}; ///< a grouping with four levels; not among those of the study: no such figure
    ExpressionText x{};
    ExpressionText y{};

    static constexpr auto fields() {
        return FieldList{field("by", &Quadrants::by), field("x", &Quadrants::x),
                         field("y", &Quadrants::y)};
    }

    friend bool operator==(const Quadrants&, const Quadrants&) = default;
};

struct HeterogeneityStudy {
    static constexpr std::string_view id = "heterogeneity";

    std::string title{};
    StudyModel model{};
    std::vector<ColumnName> by{}; ///< groupings; each level of each is a column
    bool withAllRows = false;     ///< the model of all rows is the first column
    std::vector<GroupTestMethod> methods{GroupTestMethod::Chow, GroupTestMethod::Suest,
                                         GroupTestMethod::Permutation};
    std::int64_t reps = 1000; ///< permutations
    std::int64_t seed = 1;
    Quadrants quadrants{};
    std::vector<StatisticRow> statistics = defaultStatisticRows();

    static constexpr auto fields() {
        return FieldList{field("title", &HeterogeneityStudy::title),
                         field("model", &HeterogeneityStudy::model),
                         field("by", &HeterogeneityStudy::by),
                         field("with_all_rows", &HeterogeneityStudy::withAllRows),
                         field("methods", &HeterogeneityStudy::methods),
                         field("reps", &HeterogeneityStudy::reps),
                         field("seed", &HeterogeneityStudy::seed),
                         field("quadrants", &HeterogeneityStudy::quadrants),
                         field("statistics", &HeterogeneityStudy::statistics)};
    }

    /// Tables: "heterogeneity" (a column a level; below, for each core term and method, the test
    /// against the first level of the grouping, Holm-adjusted where a grouping has three levels or
    /// more), "tests" (every pair of levels, with what may be said of it), "singletons" (the rows
    /// lost to them, by unit and group), where there are any. Figures: "coefficients" with the
    /// pairs' tests in its notes, "quadrants", and for each grouping the binned scatter
    /// ("scatter_<grouping>"), the units' means of the outcome ("strip_<grouping>"), the densities
    /// and the means over time of outcome and first core regressor, keyed
    /// "<kind>_<variable>_<grouping>". Series and points of groups have the level as key, points of
    /// units the unit.
    /// A level or test that fails leaves its cells empty and gives a problem. Problems:
    /// OptionInvalid (no outcome, core regressor, grouping), VariableUnknown, Cancelled.
    [[nodiscard]] Result<StudyResult> run(const Panel& panel, Progress& progress) const;

    friend bool operator==(const HeterogeneityStudy&, const HeterogeneityStudy&) = default;
};

} // namespace citypanel::study
