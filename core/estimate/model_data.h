// SPDX-License-Identifier: GPL-3.0-or-later
// ModelData: a formula and a panel turned into a sample, columns, effects, clusters and weights.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/absorbed_effects.h"
#include "core/estimate/design_matrix.h"
#include "core/estimate/estimate.h"
#include "core/estimate/grouping.h"

#include <cstddef>
#include <string>
#include <vector>

namespace citypanel {

/// Everything a model needs, over the n rows of its sample. Columns of the matrix, in order: the
/// outcome, the endogenous regressors, the exogenous ones (a constant first, unless absorbed or
/// refused), the excluded instruments.
struct ModelData {
    Sample sample{};
    std::vector<std::size_t> rows{}; ///< n rows of the panel, ascending
    DesignMatrix columns{};
    std::size_t endogenous = 0;
    std::size_t exogenous = 0;
    std::size_t instruments = 0;
    bool hasConstantColumn = false;
    std::vector<ReferenceLevel> references{}; ///< left out of the columns

    std::vector<double> weights{}; ///< n, or empty; analytic and probability ones sum to n
    WeightKind weightKind = WeightKind::Analytic;
    double total = 0.0; ///< N: n, or the sum of frequency weights

    std::vector<AbsorbedTerm> effects{};
    std::vector<Grouping> clusters{};
    Grouping units{};
    Grouping periods{};                 ///< codes in order of time
    std::vector<Period> periodValues{}; ///< n
    std::string unitName{};

    [[nodiscard]] std::size_t rowCount() const { return rows.size(); }

    [[nodiscard]] std::size_t regressorCount() const { return endogenous + exogenous; }
};

/// Problems: see estimate().
[[nodiscard]] Result<ModelData> prepareModel(const Panel& panel, const ModelFormula& formula,
                                             const EstimateOptions& options);

} // namespace citypanel
