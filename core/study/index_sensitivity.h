// SPDX-License-Identifier: GPL-3.0-or-later
// Sensitivity of an index: what other weights make of a coefficient and of every unit's rank.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/study/figure.h"
#include "core/study/live_index.h"

#include <Eigen/Core>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::study {

/// Where random weights come from.
enum class WeightDraw : std::uint8_t {
    Dirichlet, ///< around the index's own: parameters concentration times weight
    Uniform,   ///< all weights that sum to 1 are as likely (Dirichlet with parameters 1)
};

constexpr auto enumNames(WeightDraw) {
    return std::array{EnumName<WeightDraw>{WeightDraw::Dirichlet, "dirichlet"},
                      EnumName<WeightDraw>{WeightDraw::Uniform, "uniform"}};
}

struct SensitivityPlan {
    WeightDraw draw = WeightDraw::Dirichlet;
    double concentration = 100; ///< the larger, the nearer to the index's own weights
    std::int64_t draws = 1000;
    std::int64_t seed = 1;
};

/// A unit's rank by its mean score, 1 the highest.
struct SensitivityRank {
    std::string unit{};
    double own = missingValue; ///< with the index's own weights
    double low = missingValue; ///< 5 % of the draws are below
    double median = missingValue;
    double high = missingValue; ///< 5 % are above
};

/// The index without one indicator, its weight spread over the others in proportion.
struct LeftOut {
    std::string indicator{};
    double rankCorrelation = missingValue; ///< Spearman, of the scores with the index's own
    TermEstimate coefficient{};            ///< all missing without a model
    bool failed = false;                   ///< no index, or no estimate, without it
};

struct IndexSensitivity {
    SensitivityPlan plan{};
    std::optional<TermEstimate> own{};     ///< with the index's own weights
    std::vector<TermEstimate> estimates{}; ///< one a draw; empty without a model
    std::size_t failed = 0;                ///< draws without an estimate
    std::vector<SensitivityRank> ranks{};  ///< by own rank
    std::vector<LeftOut> leftOut{};        ///< one an indicator
};

/// m weights drawn for replication `draw`: the same for the same seed, whatever else is drawn.
/// Gamma variates by Marsaglia and Tsang (2000).
[[nodiscard]] Eigen::VectorXd drawnWeights(const Eigen::VectorXd& own, const SensitivityPlan& plan,
                                           std::uint64_t draw);

/// Draws and leave-one-out, with the coefficient where the index has a pinned model. `weights`
/// (m, summing to 1) are the index's own, around which is drawn. Problems: OptionInvalid (draws,
/// concentration); Cancelled.
[[nodiscard]] Result<IndexSensitivity> indexSensitivity(const LiveIndex& live,
                                                        const SensitivityPlan& plan,
                                                        const std::vector<double>& weights,
                                                        Progress& progress);

/// The coefficient over the draws.
struct CoefficientSpread {
    double low = missingValue; ///< 5 % of the draws are below
    double median = missingValue;
    double high = missingValue;        ///< 5 % are above
    double significant = missingValue; ///< share of draws with p < 0.05
};

[[nodiscard]] CoefficientSpread coefficientSpread(const IndexSensitivity& sensitivity);

/// Distribution of the coefficient over the draws as a density, the own estimate and zero as
/// lines. Nothing without a model.
[[nodiscard]] std::optional<Figure> coefficientDensity(const IndexSensitivity& sensitivity);

/// Own rank of the units with the range of the draws, highest first, at most `count`.
[[nodiscard]] Figure rankRanges(const IndexSensitivity& sensitivity, std::size_t count);

/// The coefficient without each indicator, with its interval.
[[nodiscard]] std::optional<Figure> leaveOneOut(const IndexSensitivity& sensitivity);

} // namespace citypanel::study
