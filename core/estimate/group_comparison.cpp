// SPDX-License-Identifier: GPL-3.0-or-later
// A model for each level, and the tests of each pair of levels.
#include "core/estimate/group_comparison.h"

#include "core/estimate/distributions.h"
#include "core/estimate/group_tests.h"
#include "core/estimate/model_data.h"
#include "core/estimate/multiple_testing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace citypanel {

namespace {

class Comparison {
public:
    Comparison(const Panel& panel, const ModelFormula& formula, const CompareOptions& options,
               Factor by)
        : panel_(panel), formula_(formula), options_(options), by_(std::move(by)) {}

    Result<GroupComparison> run(Progress& progress) {
        result_.by = by_.name;
        CITYPANEL_TRY_STATUS(findLevels());
        for (const std::size_t level : levels_) {
            SubProgress part(progress, 0.0, 0.2);
            EstimateOptions estimation = options_.estimate;
            estimation.sample = sampleOfLevels(estimation, by_, {&level, 1});
            Result<Fit> fit = estimate(panel_, formula_, estimation, part);
            if (!fit) {
                return located(fit.error(), {.unit = by_.name + "=" + by_.levels[level]});
            }
            result_.groups.push_back({by_.levels[level], std::move(*fit)});
        }
        CITYPANEL_TRY_STATUS(testPairs(progress));
        adjust();
        progress.report(1.0);
        return std::move(result_);
    }

private:
    /// The levels that occur among the rows that the model can use.
    Status findLevels() {
        EstimateOptions all = options_.estimate;
        all.keepsSingletons = true;
        CITYPANEL_TRY(const ModelData data, prepareModel(panel_, formula_, all));
        std::vector<bool> occurs(by_.levelCount(), false);
        for (const std::size_t row : data.rows) {
            if (by_.codes[row] == missingCode) {
                ++result_.droppedWithoutGroup;
            } else {
                occurs[static_cast<std::size_t>(by_.codes[row])] = true;
            }
        }
        for (std::size_t level = 0; level < occurs.size(); ++level) {
            if (occurs[level]) {
                levels_.push_back(level);
            }
        }
        if (levels_.size() < 2) {
            return Problem{.code = ProblemCode::VariableConstant,
                           .place = {.variable = by_.name},
                           .found = levels_.empty() ? std::string() : by_.levels[levels_.front()]};
        }
        return {};
    }

    Status testPairs(Progress& progress) {
        const std::size_t groups = levels_.size();
        const auto pairs = static_cast<double>(groups * (groups - 1) / 2);
        double done = 0.0;
        for (std::size_t a = 0; a < groups; ++a) {
            for (std::size_t b = a + 1; b < groups; ++b) {
                SubProgress part(progress, 0.2 + 0.8 * done / pairs,
                                 0.2 + 0.8 * (done + 1.0) / pairs);
                CITYPANEL_TRY_STATUS(testPair(a, b, part));
                done += 1.0;
            }
        }
        return {};
    }

    Status testPair(std::size_t a, std::size_t b, Progress& progress) {
        GroupPair pair{panel_,
                       formula_,
                       options_,
                       by_,
                       {levels_[a], levels_[b]},
                       {&result_.groups[a].fit, &result_.groups[b].fit},
                       {}};
        CITYPANEL_TRY(pair.terms, sharedTerms(pair));
        CITYPANEL_TRY(std::vector<GroupTest> tests, interactionTests(pair, progress));
        if (std::find(options_.methods.begin(), options_.methods.end(),
                      GroupTestMethod::Permutation) != options_.methods.end()) {
            CITYPANEL_TRY(const std::vector<GroupTest> permuted, permutationTests(pair, progress));
            tests.insert(tests.end(), permuted.begin(), permuted.end());
        }
        result_.tests.insert(result_.tests.end(), tests.begin(), tests.end());
        return {};
    }

    /// The terms asked for, or all that both groups have but the constant.
    [[nodiscard]] Result<std::vector<std::string>> sharedTerms(const GroupPair& pair) const {
        std::vector<std::string> terms;
        for (const TermEstimate& term : pair.fits[0]->terms) {
            if (term.name != interceptName && pair.fits[1]->term(term.name) != nullptr) {
                terms.push_back(term.name);
            }
        }
        for (const std::string& wanted : options_.terms) {
            if (std::find(terms.begin(), terms.end(), wanted) == terms.end()) {
                std::string known;
                for (const std::string& term : terms) {
                    known += (known.empty() ? "" : ", ") + term;
                }
                return Problem{.code = ProblemCode::VariableUnknown,
                               .place = {.variable = wanted},
                               .found = wanted,
                               .expected = known};
            }
        }
        return options_.terms.empty() ? terms : options_.terms;
    }

    /// Holm's adjustment over the pairs of groups, for each method and term.
    void adjust() {
        if (levels_.size() < 3) {
            return;
        }
        std::map<std::pair<GroupTestMethod, std::string>, std::vector<std::size_t>> families;
        for (std::size_t i = 0; i < result_.tests.size(); ++i) {
            families[{result_.tests[i].method, result_.tests[i].term}].push_back(i);
        }
        for (const auto& [key, members] : families) {
            std::vector<double> pValues;
            for (const std::size_t i : members) {
                pValues.push_back(result_.tests[i].pValue);
            }
            const std::vector<double> adjusted = holmAdjusted(pValues);
            for (std::size_t i = 0; i < members.size(); ++i) {
                result_.tests[members[i]].adjustedPValue = adjusted[i];
            }
        }
    }

    const Panel& panel_;
    const ModelFormula& formula_;
    const CompareOptions& options_;
    Factor by_;
    std::vector<std::size_t> levels_;
    GroupComparison result_;
};

} // namespace

EstimateOptions GroupPair::pooledOptions() const {
    EstimateOptions pooled = options.estimate;
    pooled.sample = sampleOfLevels(pooled, by, levels);
    return pooled;
}

GroupTest GroupPair::blank(GroupTestMethod method, const std::string& term) const {
    GroupTest test;
    test.term = term;
    test.groups = {by.levels[levels[0]], by.levels[levels[1]]};
    test.method = method;
    const TermEstimate* first = fits[0]->term(term);
    const TermEstimate* second = fits[1]->term(term);
    if (first != nullptr && second != nullptr) {
        test.difference = second->estimate - first->estimate;
    }
    return test;
}

Sample sampleOfLevels(const EstimateOptions& base, const Factor& by,
                      std::span<const std::size_t> levels) {
    Sample sample = base.sample ? *base.sample : Sample(by.codes.size());
    for (std::size_t row = 0; row < by.codes.size(); ++row) {
        const bool isWanted = by.codes[row] != missingCode &&
                              std::find(levels.begin(), levels.end(),
                                        static_cast<std::size_t>(by.codes[row])) != levels.end();
        if (!isWanted) {
            sample.exclude(row, ExclusionReason::Filter);
        }
    }
    return sample;
}

Result<GroupComparison> compareGroups(const Panel& panel, const ModelFormula& formula,
                                      std::string_view by, const CompareOptions& options,
                                      Progress& progress) {
    CITYPANEL_TRY(Factor factor, factorOf(panel, by));
    factor.name = std::string(by);
    if (options.reps < 1) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .place = {.variable = "reps"},
                       .found = std::to_string(options.reps),
                       .expected = "1000"};
    }
    if (options.estimate.sample && options.estimate.sample->rowCount() != panel.rowCount()) {
        return Problem{.code = ProblemCode::SizeMismatch,
                       .found = std::to_string(options.estimate.sample->rowCount()),
                       .expected = std::to_string(panel.rowCount())};
    }
    return Comparison(panel, formula, options, std::move(factor)).run(progress);
}

GroupTest independentDifference(const TermEstimate& first, const TermEstimate& second) {
    GroupTest test;
    test.term = first.name;
    test.difference = second.estimate - first.estimate;
    test.stdError = std::hypot(first.stdError, second.stdError);
    test.statistic = test.difference / test.stdError;
    test.pValue = normalTwoSided(test.statistic);
    return test;
}

} // namespace citypanel
