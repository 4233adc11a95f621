// SPDX-License-Identifier: GPL-3.0-or-later
// Specifications that share rows, effects and covariance, with their columns cleaned once.
#pragma once

#include "core/estimate/clean_model.h"
#include "core/estimate/specification_curve.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace citypanel {

/// Specifications of one panel, effects, covariance and set of rows.
struct SpecificationBlock {
    std::vector<std::size_t> members{}; ///< numbers of the combinations
    SpecificationPlace place{};         ///< of the first member
    Sample sample{};                    ///< rows left out by condition and by missing values
};

/// The columns of a block's members together, effects taken out.
struct CleanBlock {
    CleanModel model{};
    std::map<std::string, std::size_t> columns{}; ///< by the text of the choice
    EstimateOptions options{};
};

/// The combination of a number, the last list fastest.
[[nodiscard]] SpecificationPlace placeOf(const SpecificationChoices& choices, std::size_t number);

/// All combinations in blocks; those whose columns cannot be evaluated are alone.
[[nodiscard]] std::vector<SpecificationBlock> blocksOf(const SpecificationChoices& choices);

/// Problems: those of prepareModel and cleanModel; its members are then estimated one by one.
[[nodiscard]] Result<CleanBlock> cleanBlock(const SpecificationChoices& choices,
                                            const SpecificationBlock& block);

/// Numbers of the columns of a member: outcome, the constant where there is one, regressor,
/// controls.
[[nodiscard]] std::vector<std::size_t> columnsOf(const SpecificationChoices& choices,
                                                 const CleanBlock& block,
                                                 const SpecificationPlace& place);

} // namespace citypanel
