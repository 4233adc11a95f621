// SPDX-License-Identifier: GPL-3.0-or-later
// Random weights, leave-one-out, and what they make of a coefficient and of ranks.
#include "core/study/index_sensitivity.h"

#include "core/base/parallel.h"
#include "core/estimate/random_stream.h"
#include "core/index/index_reading.h"
#include "core/panel/number_text.h"
#include "core/study/kernel_density.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>
#include <utility>

namespace citypanel::study {

namespace {

constexpr std::size_t chunkSize = 32;
constexpr double tail = 0.05;

/// In (0, 1), never an end of it.
double openUniform(RandomStream& random) {
    return (static_cast<double>(random.next() >> 12U) + 0.5) * 0x1p-52;
}

double standardNormal(RandomStream& random) { // Box and Muller (1958)
    const double radius = std::sqrt(-2.0 * std::log(openUniform(random)));
    return radius * std::cos(2.0 * std::numbers::pi * openUniform(random));
}

/// Gamma(shape, 1), shape > 0. Marsaglia and Tsang (2000); shapes below 1 by their section 6.
double gammaVariate(RandomStream& random, double shape) {
    if (shape < 1.0) {
        const double boost = std::pow(openUniform(random), 1.0 / shape);
        return boost * gammaVariate(random, shape + 1.0);
    }
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double x = standardNormal(random);
        const double v = std::pow(1.0 + c * x, 3.0);
        if (v > 0 && std::log(openUniform(random)) < 0.5 * x * x + d - d * v + d * std::log(v)) {
            return d * v;
        }
    }
}

std::vector<double> plainOf(const Eigen::VectorXd& weights) {
    return {weights.begin(), weights.end()};
}

/// One version of the index: ranks of the units, and the coefficient.
struct Version {
    std::vector<double> ranks{};
    std::optional<TermEstimate> estimate{};
};

Version versionOf(const LiveIndex& live, const std::vector<double>& weights) {
    LiveScores scores = live.ranksAndEstimate(weights);
    return {std::move(scores.ranks), std::move(scores.estimate)};
}

Result<std::vector<Version>> drawn(const LiveIndex& live, const Eigen::VectorXd& own,
                                   const SensitivityPlan& plan, Progress& progress) {
    const auto count = static_cast<std::size_t>(plan.draws);
    std::vector<Version> results(count);
    std::atomic<std::size_t> done{0};
    parallelChunks(count, chunkSize, [&](const Chunk& chunk) {
        for (std::size_t i = chunk.begin; i < chunk.end && !progress.cancelled(); ++i) {
            results[i] = versionOf(live, plainOf(drawnWeights(own, plan, i)));
        }
        const std::size_t so = done += chunk.end - chunk.begin;
        progress.report(static_cast<double>(so) / static_cast<double>(count));
    });
    if (progress.cancelled()) {
        return cancelledProblem();
    }
    return results;
}

double quantileOf(std::vector<double>& values, double p) {
    const double at = p * static_cast<double>(values.size() - 1);
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::llround(at));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

std::vector<SensitivityRank> rankTable(const Panel& panel, const Version& own,
                                       const std::vector<Version>& draws) {
    std::vector<SensitivityRank> table;
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        if (isMissing(own.ranks[unit])) {
            continue;
        }
        std::vector<double> ranks;
        for (const Version& draw : draws) {
            ranks.push_back(draw.ranks[unit]);
        }
        SensitivityRank row{.unit = panel.unitLabels()[unit], .own = own.ranks[unit]};
        if (!ranks.empty()) {
            row.low = quantileOf(ranks, tail);
            row.median = quantileOf(ranks, 0.5);
            row.high = quantileOf(ranks, 1.0 - tail);
        }
        table.push_back(std::move(row));
    }
    std::stable_sort(
        table.begin(), table.end(),
        [](const SensitivityRank& a, const SensitivityRank& b) { return a.own < b.own; });
    return table;
}

std::vector<LeftOut> leaveOut(const LiveIndex& live, const Eigen::VectorXd& own,
                              const Version& whole) {
    std::vector<LeftOut> rows;
    const std::vector<index::Indicator>& indicators = live.step().indicators;
    for (std::size_t j = 0; j < indicators.size(); ++j) {
        LeftOut row{.indicator = indicators[j].title()};
        Eigen::VectorXd weights = own;
        weights[static_cast<Eigen::Index>(j)] = 0;
        if (!(weights.sum() > 0)) {
            row.failed = true;
        } else {
            const Version version = versionOf(live, plainOf(weights / weights.sum()));
            row.rankCorrelation = index::rankCorrelation(version.ranks, whole.ranks);
            row.failed = whole.estimate && !version.estimate;
            row.coefficient = version.estimate.value_or(TermEstimate{});
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Problem optionInvalid(const char* option, double found, const char* expected) {
    return Problem{.code = ProblemCode::OptionInvalid,
                   .place = {.variable = option},
                   .found = shortestText(found),
                   .expected = expected};
}

} // namespace

Eigen::VectorXd drawnWeights(const Eigen::VectorXd& own, const SensitivityPlan& plan,
                             std::uint64_t draw) {
    RandomStream random(static_cast<std::uint64_t>(plan.seed), draw);
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(own.size());
    for (Eigen::Index j = 0; j < own.size(); ++j) {
        const double shape = plan.draw == WeightDraw::Uniform ? 1.0 : plan.concentration * own[j];
        weights[j] = shape > 0 ? gammaVariate(random, shape) : 0.0;
    }
    const double sum = weights.sum();
    return sum > 0 ? Eigen::VectorXd(weights / sum) : own;
}

Result<IndexSensitivity> indexSensitivity(const LiveIndex& live, const SensitivityPlan& plan,
                                          const std::vector<double>& weights, Progress& progress) {
    if (plan.draws < 1) {
        return optionInvalid("draws", static_cast<double>(plan.draws), ">= 1");
    }
    if (!(plan.concentration > 0)) {
        return optionInvalid("concentration", plan.concentration, "> 0");
    }
    const Eigen::VectorXd centre = Eigen::Map<const Eigen::VectorXd>(
        weights.data(), static_cast<Eigen::Index>(weights.size()));
    const Version own = versionOf(live, weights);
    IndexSensitivity result{.plan = plan, .own = own.estimate};
    CITYPANEL_TRY(const std::vector<Version> draws, drawn(live, centre, plan, progress));
    for (const Version& draw : draws) {
        if (draw.estimate) {
            result.estimates.push_back(*draw.estimate);
        } else {
            result.failed += live.model() != nullptr ? 1U : 0U;
        }
    }
    result.ranks = rankTable(live.panel(), own, draws);
    result.leftOut = leaveOut(live, centre, own);
    return result;
}

CoefficientSpread coefficientSpread(const IndexSensitivity& sensitivity) {
    if (sensitivity.estimates.empty()) {
        return {};
    }
    constexpr double significanceLevel = 0.05;
    std::vector<double> values;
    double significant = 0;
    for (const TermEstimate& one : sensitivity.estimates) {
        values.push_back(one.estimate);
        significant += one.pValue < significanceLevel ? 1.0 : 0.0;
    }
    const double low = quantileOf(values, tail);
    const double median = quantileOf(values, 0.5);
    return {low, median, quantileOf(values, 1.0 - tail),
            significant / static_cast<double>(values.size())};
}

std::optional<Figure> coefficientDensity(const IndexSensitivity& sensitivity) {
    if (sensitivity.estimates.size() < 2) {
        return std::nullopt;
    }
    std::vector<double> estimates;
    for (const TermEstimate& one : sensitivity.estimates) {
        estimates.push_back(one.estimate);
    }
    Figure figure{.key = "coefficient_density"};
    Series series{.role = SeriesRole::Density, .key = "draws"};
    series.points = kernelDensity(estimates);
    figure.series.push_back(std::move(series));
    if (sensitivity.own) {
        double highest = 0;
        for (const Point& point : figure.series[0].points) {
            highest = std::max(highest, point.y);
        }
        figure.series.push_back({.role = SeriesRole::Line,
                                 .key = "own",
                                 .points = {{.x = sensitivity.own->estimate, .y = 0},
                                            {.x = sensitivity.own->estimate, .y = highest}}});
    }
    return figure;
}

Figure rankRanges(const IndexSensitivity& sensitivity, std::size_t count) {
    Figure figure{.key = "rank_ranges"};
    figure.x.kind = AxisKind::Categories;
    Series series{.role = SeriesRole::Estimates, .key = "ranks"};
    for (std::size_t i = 0; i < std::min(count, sensitivity.ranks.size()); ++i) {
        const SensitivityRank& rank = sensitivity.ranks[i];
        figure.x.categories.push_back(own(rank.unit));
        series.points.push_back({.x = static_cast<double>(i),
                                 .y = rank.own,
                                 .intervals = {{1.0 - 2.0 * tail, rank.low, rank.high}},
                                 .key = rank.unit});
    }
    figure.series.push_back(std::move(series));
    return figure;
}

std::optional<Figure> leaveOneOut(const IndexSensitivity& sensitivity) {
    if (!sensitivity.own) {
        return std::nullopt;
    }
    Figure figure{.key = "leave_one_out"};
    figure.x.kind = AxisKind::Categories;
    figure.y.referenceLine = sensitivity.own->estimate;
    Series series{.role = SeriesRole::Estimates, .key = "without"};
    for (const LeftOut& one : sensitivity.leftOut) {
        if (!one.failed) {
            series.points.push_back(
                {.x = static_cast<double>(figure.x.categories.size()),
                 .y = one.coefficient.estimate,
                 .intervals = {{0.95, one.coefficient.confLow, one.coefficient.confHigh}},
                 .pValue = one.coefficient.pValue,
                 .key = one.indicator});
            figure.x.categories.push_back(own(one.indicator));
        }
    }
    figure.series.push_back(std::move(series));
    return figure;
}

} // namespace citypanel::study
