// SPDX-License-Identifier: GPL-3.0-or-later
// Wild cluster bootstrap of a t test, on the scores of clusters.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/panel/panel.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace citypanel {

enum class WildWeights : std::uint8_t {
    Rademacher, ///< -1, 1
    Webb,       ///< +-sqrt(1/2), +-1, +-sqrt(3/2): for fewer than about 10 clusters
};

constexpr auto enumNames(WildWeights) {
    return std::array{
        EnumName{WildWeights::Rademacher, "rademacher"},
        EnumName{WildWeights::Webb, "webb"},
    };
}

struct WildBootstrapOptions {
    EstimateOptions estimate{}; ///< its ssc gives the factor of the t statistic
    std::string term{};         ///< coefficient tested
    double value = 0.0;         ///< under the null
    std::string cluster{};      ///< empty: the one of estimate.vcov, else the unit
    WildWeights weights = WildWeights::Rademacher;
    bool imposesNull = true; ///< WCR; false: WCU
    int reps = 9999;
    std::int64_t seed = 1;
    bool wantsInterval = false; ///< confidence set by inversion of the test
};

struct WildBootstrapTest {
    std::string term;
    std::string cluster;
    std::size_t clusters = 0;
    double estimate = missingValue;
    double statistic = missingValue; ///< t with the small-sample factor of the convention
    double statisticNoSmallSample = missingValue;
    double pValue = missingValue;         ///< share of |t*| > |t|, equal values not counted
    double pValueWithTies = missingValue; ///< share of |t*| >= |t|
    std::size_t reps = 0;
    bool isEnumerated = false; ///< all 2^G sign vectors
    std::int64_t seed = 0;
    double confLow = missingValue; ///< of wantsInterval
    double confHigh = missingValue;
};

/// Tests one coefficient of a least-squares model with effects absorbed once, not again in each
/// replication (exact where every effect is nested in clusters). Each replication needs the scores
/// of clusters alone, never the rows. All 2^G Rademacher vectors are enumerated when they are no
/// more than `reps`. With few clusters report both p values.
/// Problems: those of estimate(); VariableUnknown (the term); ClustersTooFew; ConventionUnsupported
/// (instruments); OptionInvalid (reps).
/// Cameron, Gelbach and Miller (2008); Roodman, Nielsen, MacKinnon and Webb (2019), section 5.
[[nodiscard]] Result<WildBootstrapTest> wildClusterBootstrap(const Panel& panel,
                                                             const ModelFormula& formula,
                                                             const WildBootstrapOptions& options,
                                                             Progress& progress);

} // namespace citypanel
