// SPDX-License-Identifier: GPL-3.0-or-later
// Bootstrap by whole units.
#include "core/estimate/unit_bootstrap.h"

#include "core/base/parallel.h"
#include "core/estimate/distributions.h"
#include "core/estimate/random_stream.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace citypanel {

namespace {

constexpr std::size_t resamplesPerChunk = 32;

struct Draws {
    std::vector<std::vector<double>> values{}; ///< a vector a replication that counts
    std::size_t failed = 0;
    std::optional<Problem> problem{};
};

/// Percentiles moved by twice the normal quantile of the share of replications below the estimate.
void biasCorrect(std::span<const double> ascending, double level, BootstrapSummary& summary) {
    const auto below = static_cast<double>(
        std::lower_bound(ascending.begin(), ascending.end(), summary.estimate) - ascending.begin());
    const double share = below / static_cast<double>(ascending.size());
    if (share <= 0.0 || share >= 1.0) {
        return;
    }
    const double shift = 2.0 * normalQuantile(share);
    const double reach = normalQuantile(0.5 + level / 2.0);
    summary.biasCorrectedLow = percentile(ascending, normalLowerTail(shift - reach));
    summary.biasCorrectedHigh = percentile(ascending, normalLowerTail(shift + reach));
}

BootstrapSummary summarise(std::string name, double estimate, std::vector<double> values,
                           double level) {
    BootstrapSummary summary;
    summary.name = std::move(name);
    summary.estimate = estimate;
    const auto n = static_cast<double>(values.size());
    summary.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - summary.mean) * (value - summary.mean);
    }
    summary.stdError = values.size() > 1 ? std::sqrt(squares / (n - 1.0)) : missingValue;
    std::sort(values.begin(), values.end());
    summary.confLow = percentile(values, 0.5 - level / 2.0);
    summary.confHigh = percentile(values, 0.5 + level / 2.0);
    biasCorrect(values, level, summary);
    return summary;
}

Draws drawChunk(const Chunk& chunk, std::size_t entities, const ResampledStatistics& statistics,
                const BootstrapOptions& options, const Progress& progress) {
    Draws draws;
    std::vector<double> weights(entities);
    for (std::size_t rep = chunk.begin; rep < chunk.end; ++rep) {
        if (progress.cancelled()) {
            draws.problem = cancelledProblem();
            return draws;
        }
        RandomStream stream(static_cast<std::uint64_t>(options.seed), rep);
        std::fill(weights.begin(), weights.end(), 0.0);
        for (std::size_t i = 0; i < entities; ++i) {
            weights[stream.below(entities)] += 1.0;
        }
        Result<std::vector<double>> values = statistics(weights);
        if (!values) {
            draws.problem = values.error();
            return draws;
        }
        if (values->empty()) {
            ++draws.failed;
        } else {
            draws.values.push_back(std::move(*values));
        }
    }
    return draws;
}

} // namespace

double percentile(std::span<const double> ascending, double share) {
    const double place = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return ascending[below] + (place - std::floor(place)) * (ascending[above] - ascending[below]);
}

Result<BootstrapResult> bootstrapStatistics(std::size_t entities,
                                            std::span<const std::string> names,
                                            const ResampledStatistics& statistics,
                                            const BootstrapOptions& options, Progress& progress) {
    if (options.reps < 2) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .place = {.variable = "reps"},
                       .found = std::to_string(options.reps),
                       .expected = "1000"};
    }
    if (entities < 2) {
        return Problem{.code = ProblemCode::ClustersTooFew,
                       .place = {.variable = options.by},
                       .found = std::to_string(entities),
                       .expected = "2"};
    }
    CITYPANEL_TRY(const std::vector<double> own, statistics(std::vector<double>(entities, 1.0)));
    const std::vector<Draws> parts = parallelMapChunks<Draws>(
        static_cast<std::size_t>(options.reps), resamplesPerChunk, [&](const Chunk& chunk) {
            return drawChunk(chunk, entities, statistics, options, progress);
        });
    BootstrapResult result;
    result.entities = entities;
    result.seed = options.seed;
    std::vector<std::vector<double>> byStatistic(names.size());
    for (const Draws& part : parts) {
        if (part.problem) {
            return *part.problem;
        }
        result.failedReps += part.failed;
        for (const std::vector<double>& values : part.values) {
            ++result.reps;
            for (std::size_t i = 0; i < names.size(); ++i) {
                byStatistic[i].push_back(values[i]);
            }
        }
    }
    if (result.reps == 0 || own.empty()) {
        return Problem{.code = ProblemCode::MatrixSingular,
                       .place = {.variable = names.empty() ? std::string() : names.front()},
                       .found = std::to_string(result.failedReps)};
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        result.statistics.push_back(
            summarise(names[i], own[i], std::move(byStatistic[i]), options.estimate.level));
    }
    progress.report(1.0);
    return result;
}

Result<ResampledModel> resampledModel(const Panel& panel, const ModelFormula& formula,
                                      const BootstrapOptions& options) {
    EstimateOptions estimation = options.estimate;
    estimation.keepsSingletons = true;
    CITYPANEL_TRY(ModelData data, prepareModel(panel, formula, estimation));
    Grouping entities{
        panel.keys().unit, {panel.unitCodes().begin(), panel.unitCodes().end()}, panel.unitCount()};
    if (!options.by.empty()) {
        CITYPANEL_TRY(entities, groupingOf(panel, options.by));
        for (const std::size_t row : data.rows) {
            if (entities.codes[row] == missingCode) {
                return Problem{.code = ProblemCode::ValuesUndefined,
                               .place = {.variable = options.by},
                               .found = "1"};
            }
        }
    }
    entities = restricted(entities, data.rows);
    return ResampledModel::build(std::move(data), std::move(entities));
}

Result<BootstrapResult> bootstrapCoefficients(const Panel& panel, const ModelFormula& formula,
                                              const BootstrapOptions& options, Progress& progress) {
    CITYPANEL_TRY(const Fit fit, estimate(panel, formula, options.estimate, progress));
    CITYPANEL_TRY(const ResampledModel model, resampledModel(panel, formula, options));
    std::vector<std::string> dropped;
    for (const DroppedTerm& term : fit.droppedCollinear) {
        dropped.push_back(term.name);
    }
    const ResampledModel::Columns columns = columnsOf(model.data(), dropped);
    std::vector<std::string> names;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < columns.regressors.size(); ++i) {
        const std::string& name = model.data().columns.names[columns.regressors[i]];
        if (name != interceptName) {
            names.push_back(name);
            places.push_back(i);
        }
    }
    const auto slopes = [&](std::span<const double> weights) -> Result<std::vector<double>> {
        CITYPANEL_TRY(const std::vector<double> b, model.coefficients(weights, columns));
        std::vector<double> values;
        for (const std::size_t place : places) {
            if (!b.empty()) {
                values.push_back(b[place]);
            }
        }
        return values;
    };
    return bootstrapStatistics(model.entityCount(), names, slopes, options, progress);
}

} // namespace citypanel
