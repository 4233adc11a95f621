// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of equal coefficients between two groups: what compareGroups is made of.
#pragma once

#include "core/estimate/group_comparison.h"
#include "core/panel/factor.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace citypanel {

/// Two levels of the grouping variable over the rows of a panel.
struct GroupPair {
    const Panel& panel;
    const ModelFormula& formula;
    const CompareOptions& options;
    const Factor& by;
    std::array<std::size_t, 2> levels{}; ///< codes of `by`
    std::array<const Fit*, 2> fits{};
    std::vector<std::string> terms{}; ///< tested: in both fits

    /// Options of the estimation, with every row of another level left out of the sample.
    [[nodiscard]] EstimateOptions pooledOptions() const;
    /// A test with its groups and the difference of its term filled in.
    [[nodiscard]] GroupTest blank(GroupTestMethod method, const std::string& term) const;
};

/// The rows of `base` (all when it has no sample) that have one of the given levels.
[[nodiscard]] Sample sampleOfLevels(const EstimateOptions& base, const Factor& by,
                                    std::span<const std::size_t> levels);

/// Chow's and the suest tests, for those of them that the options name.
[[nodiscard]] Result<std::vector<GroupTest>> interactionTests(const GroupPair& pair,
                                                              Progress& progress);

/// Fisher's permutation test of each term.
[[nodiscard]] Result<std::vector<GroupTest>> permutationTests(const GroupPair& pair,
                                                              Progress& progress);

} // namespace citypanel
