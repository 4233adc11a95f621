// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators evaluated on a panel and made comparable, by block of rows that share weights.
#pragma once

#include "core/base/result.h"
#include "core/index/indicator_system.h"
#include "core/index/weighting.h"
#include "core/panel/panel.h"

#include <Eigen/Core>

#include <optional>
#include <vector>

namespace citypanel::index {

/// Rows that are normalised and weighted together: all, or those of one period.
struct IndicatorBlock {
    std::optional<Period> period{};
    std::vector<std::size_t> rows{}; ///< of the panel, ascending
    Eigen::MatrixXd raw{};           ///< n x m, as evaluated
    Eigen::MatrixXd z{};             ///< n x m, normalised; larger is better; 0 where constant
    std::vector<bool> isConstant{};  ///< m
};

struct NormalisedIndicators {
    std::size_t rowCount = 0; ///< of the panel
    std::size_t rowsUsed = 0;
    std::vector<IndicatorBlock> blocks{};
    Problems warnings{}; ///< ValuesUndefined, VariableConstant
};

/// Values of the indicators on the rows that have all of them. Problems: OptionMissing (no
/// indicators), VariableDuplicate (two of one name), those of the expressions, ValuesUndefined
/// (refused), SampleEmpty, ValueInfinite, ValueNegative (Vector), PeriodMissing (by period in a
/// cross-section).
[[nodiscard]] Result<NormalisedIndicators>
normalisedIndicators(const Panel& panel, const std::vector<Indicator>& indicators,
                     const Weighting& weighting);

/// One column on the scale, larger is better; nothing when it has no spread. n values.
[[nodiscard]] std::optional<Eigen::VectorXd>
normalised(const Eigen::VectorXd& values, const Indicator& indicator, Normalisation rule);

} // namespace citypanel::index
