// SPDX-License-Identifier: GPL-3.0-or-later
// Fisher's permutation test of equal coefficients in two groups.
#include "core/base/parallel.h"
#include "core/estimate/group_tests.h"
#include "core/estimate/random_stream.h"
#include "core/estimate/resampled_model.h"
#include "core/estimate/tolerances.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

constexpr std::size_t dealsPerChunk = 64;

/// Differences this close to the observed one, relatively, are equal to it.

/// Number of ways to choose k of n, or `limit` + 1 when there are more.
std::size_t combinations(std::size_t n, std::size_t k, std::size_t limit) {
    const std::size_t smaller = std::min(k, n - k);
    std::size_t count = 1;
    for (std::size_t i = 1; i <= smaller; ++i) {
        count = count * (n - smaller + i) / i;
        if (count > limit) {
            return limit + 1;
        }
    }
    return count;
}

/// Every choice of k of n, in lexicographic order.
std::vector<std::vector<std::size_t>> allChoices(std::size_t n, std::size_t k) {
    std::vector<std::vector<std::size_t>> choices;
    std::vector<bool> chosen(n, false);
    std::fill(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(k), true);
    do {
        std::vector<std::size_t>& choice = choices.emplace_back();
        for (std::size_t i = 0; i < n; ++i) {
            if (chosen[i]) {
                choice.push_back(i);
            }
        }
    } while (std::prev_permutation(chosen.begin(), chosen.end()));
    return choices;
}

/// Counts over a chunk of replications.
struct Tally {
    std::size_t failed = 0;
    std::vector<std::size_t> asLarge{}; ///< by term: |d*| >= |d|
    std::vector<std::size_t> above{};   ///< by term: d* >= d
    std::optional<Problem> problem{};
};

class PermutationTest {
public:
    PermutationTest(const GroupPair& pair, ResampledModel model)
        : pair_(pair), model_(std::move(model)) {}

    /// Codes of the entities' own group, or the Problem that labels differ within one.
    static Result<std::vector<bool>> labelsOf(const GroupPair& pair, const ModelData& data,
                                              const Grouping& entities) {
        std::vector<int> labels(entities.levels, -1);
        for (std::size_t i = 0; i < data.rowCount(); ++i) {
            const std::size_t row = data.rows[i];
            const int isSecond =
                pair.by.codes[row] == static_cast<std::int32_t>(pair.levels[1]) ? 1 : 0;
            int& label = labels[static_cast<std::size_t>(entities.codes[i])];
            if (label >= 0 && label != isSecond) {
                const auto unit = static_cast<std::size_t>(pair.panel.unitCodes()[row]);
                return Problem{.code = ProblemCode::OptionInvalid,
                               .place = {.variable = pair.by.name,
                                         .unit = pair.panel.unitLabels()[unit],
                                         .period = std::to_string(pair.panel.periods()[row])},
                               .found = "unit",
                               .expected = "row"};
            }
            label = isSecond;
        }
        std::vector<bool> isSecond;
        for (const int label : labels) {
            isSecond.push_back(label == 1);
        }
        return isSecond;
    }

    Result<std::vector<GroupTest>> run(const std::vector<bool>& labels, Progress& progress) {
        findColumns();
        std::vector<std::size_t> second;
        for (std::size_t e = 0; e < labels.size(); ++e) {
            if (labels[e]) {
                second.push_back(e);
            }
        }
        CITYPANEL_TRY(observed_, differences(second));
        const auto wanted = static_cast<std::size_t>(pair_.options.reps);
        const std::size_t all = combinations(labels.size(), second.size(), wanted);
        const bool isExact = all <= wanted;
        if (isExact) {
            choices_ = allChoices(labels.size(), second.size());
        }
        size_ = second.size();
        reps_ = isExact ? all : wanted;
        if (observed_.empty()) {
            return results(Tally{reps_, {}, {}, {}}, isExact);
        }
        CITYPANEL_TRY(const Tally tally, countAll(progress));
        return results(tally, isExact);
    }

private:
    void findColumns() {
        std::vector<std::string> dropped;
        for (const DroppedTerm& term : pair_.fits[0]->droppedCollinear) {
            const std::vector<DroppedTerm>& others = pair_.fits[1]->droppedCollinear;
            if (std::any_of(others.begin(), others.end(),
                            [&](const DroppedTerm& other) { return other.name == term.name; })) {
                dropped.push_back(term.name);
            }
        }
        columns_ = columnsOf(model_.data(), dropped);
        for (const std::string& term : pair_.terms) {
            for (std::size_t i = 0; i < columns_.regressors.size(); ++i) {
                if (model_.data().columns.names[columns_.regressors[i]] == term) {
                    places_.push_back(i);
                }
            }
        }
    }

    /// Second group's coefficients minus the first's, by term; empty where one is not identified.
    [[nodiscard]] Result<std::vector<double>>
    differences(std::span<const std::size_t> second) const {
        std::vector<double> weights(model_.entityCount(), 0.0);
        for (const std::size_t e : second) {
            weights[e] = 1.0;
        }
        CITYPANEL_TRY(const std::vector<double> b, model_.coefficients(weights, columns_));
        for (double& weight : weights) {
            weight = 1.0 - weight;
        }
        CITYPANEL_TRY(const std::vector<double> a, model_.coefficients(weights, columns_));
        std::vector<double> d;
        for (const std::size_t place : places_) {
            if (!a.empty() && !b.empty()) {
                d.push_back(b[place] - a[place]);
            }
        }
        return d;
    }

    [[nodiscard]] Tally countChunk(const Chunk& chunk, const Progress& progress) const {
        Tally tally{0,
                    std::vector<std::size_t>(observed_.size(), 0),
                    std::vector<std::size_t>(observed_.size(), 0),
                    {}};
        std::vector<std::size_t> drawn(model_.entityCount());
        for (std::size_t rep = chunk.begin; rep < chunk.end; ++rep) {
            if (progress.cancelled()) {
                tally.problem = cancelledProblem();
                return tally;
            }
            std::span<const std::size_t> second;
            if (!choices_.empty()) {
                second = choices_[rep];
            } else {
                std::iota(drawn.begin(), drawn.end(), std::size_t{0});
                RandomStream(static_cast<std::uint64_t>(pair_.options.seed), rep)
                    .shuffle(drawn, size_);
                second = std::span<const std::size_t>(drawn).first(size_);
            }
            const Result<std::vector<double>> d = differences(second);
            if (!d) {
                tally.problem = d.error();
                return tally;
            }
            tally.failed += d->empty() ? 1 : 0;
            for (std::size_t i = 0; i < d->size(); ++i) {
                const double margin = tieShare * std::abs(observed_[i]);
                tally.asLarge[i] += std::abs((*d)[i]) >= std::abs(observed_[i]) - margin ? 1U : 0U;
                tally.above[i] += (*d)[i] >= observed_[i] - margin ? 1U : 0U;
            }
        }
        return tally;
    }

    [[nodiscard]] Result<Tally> countAll(Progress& progress) const {
        const std::vector<Tally> parts = parallelMapChunks<Tally>(
            reps_, dealsPerChunk, [&](const Chunk& chunk) { return countChunk(chunk, progress); });
        Tally sum{0,
                  std::vector<std::size_t>(observed_.size(), 0),
                  std::vector<std::size_t>(observed_.size(), 0),
                  {}};
        for (const Tally& part : parts) {
            if (part.problem) {
                return *part.problem;
            }
            sum.failed += part.failed;
            for (std::size_t i = 0; i < observed_.size(); ++i) {
                sum.asLarge[i] += part.asLarge[i];
                sum.above[i] += part.above[i];
            }
        }
        return sum;
    }

    [[nodiscard]] std::vector<GroupTest> results(const Tally& tally, bool isExact) const {
        std::vector<GroupTest> tests;
        for (std::size_t i = 0; i < pair_.terms.size(); ++i) {
            GroupTest test = pair_.blank(GroupTestMethod::Permutation, pair_.terms[i]);
            test.isExact = isExact;
            test.seed = pair_.options.seed;
            test.failedReps = tally.failed;
            test.reps = reps_ - tally.failed;
            if (test.reps > 0) {
                // A sample of relabellings counts the labels that were observed as one of them.
                const double one = isExact ? 0.0 : 1.0;
                const double count = static_cast<double>(test.reps);
                test.pValue = (static_cast<double>(tally.asLarge[i]) + one) / (count + one);
                test.upperShare = static_cast<double>(tally.above[i]) / count;
            }
            tests.push_back(std::move(test));
        }
        return tests;
    }

    const GroupPair& pair_;
    ResampledModel model_;
    ResampledModel::Columns columns_;
    std::vector<std::size_t> places_; ///< of the terms among the regressors
    std::vector<double> observed_;
    std::vector<std::vector<std::size_t>> choices_; ///< all of them, when that is few
    std::size_t size_ = 0;                          ///< entities in the second group
    std::size_t reps_ = 0;
};

} // namespace

Result<std::vector<GroupTest>> permutationTests(const GroupPair& pair, Progress& progress) {
    EstimateOptions options = pair.pooledOptions();
    options.keepsSingletons = true;
    CITYPANEL_TRY(ModelData data, prepareModel(pair.panel, pair.formula, options));
    Grouping entities;
    if (pair.options.scheme == PermutationScheme::Unit) {
        const Grouping units{pair.panel.keys().unit,
                             {pair.panel.unitCodes().begin(), pair.panel.unitCodes().end()},
                             pair.panel.unitCount()};
        entities = restricted(units, data.rows);
    } else {
        entities.codes.resize(data.rowCount());
        std::iota(entities.codes.begin(), entities.codes.end(), 0);
        entities.levels = data.rowCount();
    }
    CITYPANEL_TRY(const std::vector<bool> labels, PermutationTest::labelsOf(pair, data, entities));
    return PermutationTest(pair, ResampledModel::build(std::move(data), std::move(entities)))
        .run(labels, progress);
}

} // namespace citypanel
