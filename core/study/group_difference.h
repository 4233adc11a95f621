// SPDX-License-Identifier: GPL-3.0-or-later
// Tests that groups of a study have equal coefficients.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/group_comparison.h"
#include "core/panel/factor.h"
#include "core/panel/panel.h"
#include "core/study/study_model.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::study {

/// The tests of one grouping.
struct GroupDifferences {
    std::string by{};
    std::vector<std::string> levels{};
    std::vector<GroupTest> tests{};
    bool isPermutedByRow = false; ///< the grouping changes within units

    /// The test of a term between two levels, in either order; nullptr where there is none.
    [[nodiscard]] const GroupTest* find(GroupTestMethod method, std::string_view term,
                                        std::string_view first, std::string_view second) const;
};

struct DifferenceOptions {
    std::vector<GroupTestMethod> methods{GroupTestMethod::Chow, GroupTestMethod::Suest,
                                         GroupTestMethod::Permutation};
    int reps = 1000;
    std::int64_t seed = 1;
};

/// Tests of the core regressors between each pair of levels. Labels are permuted by whole units,
/// by row where they change within units. Problems: those of compareGroups.
[[nodiscard]] Result<GroupDifferences> groupDifferences(const Panel& panel, const StudyModel& model,
                                                        const std::string& by,
                                                        const DifferenceOptions& options,
                                                        Progress& progress);

/// True when the grouping never changes within a unit (rows without a level do not count).
[[nodiscard]] bool isConstantWithinUnits(const Panel& panel, const Factor& factor);

/// The p value to judge by: Holm's where there are several pairs, else the plain one.
[[nodiscard]] double judgedPValue(const GroupTest& test);

/// "city == \"Beijing\"" or "capital == 1": the rows of one level, as a condition.
[[nodiscard]] ExpressionText levelCondition(const Panel& panel, const std::string& column,
                                            const std::string& level);

/// A column's name as expressions write it.
[[nodiscard]] std::string quotedName(const std::string& name);

} // namespace citypanel::study
