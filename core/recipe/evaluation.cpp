// SPDX-License-Identifier: GPL-3.0-or-later
// Running a recipe step by step, with results taken from the cache where nothing they read changed.
#include "core/recipe/evaluation.h"

#include <algorithm>
#include <map>
#include <type_traits>
#include <utility>
#include <variant>

namespace citypanel::recipe {

const Panel& Evaluation::result() const {
    return steps.empty() ? source : steps.back().panel;
}

bool Evaluation::isComplete() const {
    return std::all_of(steps.begin(), steps.end(), [](const StepResult& step) {
        return step.state == StepState::Done || step.state == StepState::Disabled;
    });
}

const StepResult* Evaluation::find(std::string_view key) const {
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const StepResult& step) { return step.key == key; });
    return found == steps.end() ? nullptr : &*found;
}

Problems Evaluation::problems() const {
    Problems all;
    for (const StepResult& step : steps) {
        all.insert(all.end(), step.problems.begin(), step.problems.end());
    }
    return all;
}

namespace {

Hash parametersHash(const RecipeStep& step) {
    const Hash seed = hashText(step.key, hashText(idOf(step.step)));
    return std::visit(
        [&](const auto& kind) {
            if constexpr (KnownStep<std::decay_t<decltype(kind)>>) {
                return hashValue(kind, seed);
            } else {
                return hashText(kind.json, seed);
            }
        },
        step.step);
}

/// What each column holds, as a hash: of its contents in the panel as read, and of the step and
/// everything it read for a column a step made. So no computed column is ever hashed itself.
class ColumnHashes {
public:
    explicit ColumnHashes(const Panel& panel) {
        for (const Variable& column : panel.columns()) {
            const Hash words = hashText(column.unitOfMeasure(), hashText(column.label()));
            hashes_[column.name()] = hashCombine(column.contentHash(), words);
        }
    }

    [[nodiscard]] Hash of(const std::string& name) const {
        const auto found = hashes_.find(name);
        return found == hashes_.end() ? 0 : found->second;
    }

    /// Hash of the keys and of the columns named, in their order.
    [[nodiscard]] Hash of(const std::vector<std::string>& names, const Panel& panel) const {
        Hash hash = hashValue(panel.rowCount());
        for (const std::string& key : {panel.keys().unit, panel.keys().period}) {
            hash = hashCombine(hashText(key, hash), of(key));
        }
        for (const std::string& name : names) {
            hash = hashCombine(hashText(name, hash), of(name));
        }
        return hash;
    }

    [[nodiscard]] Hash ofAll() const {
        Hash hash = 0;
        for (const auto& [name, content] : hashes_) {
            hash = hashCombine(hashText(name, hash), content);
        }
        return hash;
    }

    void update(const ColumnEffect& effect, Hash made) {
        for (auto& [name, hash] : hashes_) {
            hash = effect.selectsRows ? hashCombine(hash, made) : hash;
        }
        for (const std::string& name : effect.removes) {
            hashes_.erase(name);
        }
        for (const auto* columns : {&effect.changes, &effect.adds}) {
            for (const ColumnInfo& info : *columns) {
                hashes_[info.name] = hashText(info.name, made);
            }
        }
        for (const ColumnRename& change : effect.renames) {
            const Hash hash = of(change.from);
            hashes_.erase(change.from);
            hashes_[change.to] = hash;
        }
    }

private:
    std::map<std::string, Hash> hashes_;
};

/// Dropping and renaming cost nothing, and keeping their results would only hold memory.
bool isWorthKeeping(const ColumnEffect& effect) {
    return effect.selectsRows || (effect.renames.empty() && effect.removes.empty());
}

CachedStep kept(const StepOutcome& outcome, const ColumnEffect& effect) {
    CachedStep result{{}, std::nullopt, outcome.report};
    if (effect.selectsRows) {
        result.panel = outcome.panel;
        return result;
    }
    for (const auto* columns : {&effect.changes, &effect.adds}) {
        for (const ColumnInfo& info : *columns) {
            if (const Variable* column = outcome.panel.find(info.name)) {
                result.columns.push_back(*column);
            }
        }
    }
    return result;
}

Result<StepOutcome> restored(const CachedStep& cached, const Panel& panel) {
    if (cached.panel) {
        return StepOutcome{*cached.panel, cached.report};
    }
    Panel result = panel;
    for (const Variable& column : cached.columns) {
        CITYPANEL_TRY(result, result.withVariable(column));
    }
    return StepOutcome{std::move(result), cached.report};
}

Problems ofStep(const Problems& problems, const std::string& key) {
    Problems own;
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(own),
                 [&](const Problem& problem) { return problem.place.step == key; });
    return own;
}

/// The evaluation as it goes along.
class Run {
public:
    Run(const Panel& panel, Cache& cache) : panel_(panel), hashes_(panel), cache_(cache) {}

    /// What becomes of the next step, given the problems found before anything ran. Problem:
    /// Cancelled alone; the step's own problems are in the result.
    [[nodiscard]] Result<StepResult> next(const RecipeStep& step, Problems known,
                                          Progress& progress) {
        StepResult result{.key = step.key, .problems = std::move(known)};
        if (!step.enabled) {
            result.state = StepState::Disabled;
        } else if (isBlocked_) {
            result.state = StepState::Waiting;
        } else {
            const Status status =
                result.problems.empty() ? apply(step, result, progress) : Status{};
            if (!status && status.error().code == ProblemCode::Cancelled) {
                return status.error();
            }
            if (!status) {
                result.problems.push_back(located(status.error(), {.step = step.key}));
            }
            isBlocked_ = !result.problems.empty();
            result.state = isBlocked_ ? StepState::Failed : StepState::Done;
        }
        result.panel = panel_;
        return result;
    }

private:
    /// Runs one step or takes its result from the cache. Problems: the step's own, Cancelled.
    [[nodiscard]] Status apply(const RecipeStep& step, StepResult& result, Progress& progress) {
        const ColumnEffect effect = effectOf(step.step, columnsOf(panel_));
        const Hash made = hashCombine(hashCombine(parametersHash(step), effect.outside),
                                      hashes_.of(effect.needs, panel_));
        // Rows are selected by the needed columns, but the result holds all the others too.
        const Hash key = effect.selectsRows ? hashCombine(made, hashes_.ofAll()) : made;
        const auto cached = isWorthKeeping(effect) ? cache_.find(key) : std::nullopt;
        CITYPANEL_TRY(StepOutcome outcome, cached
                                               ? restored(*cached, panel_)
                                               : applyStep(step.step, panel_, step.key, progress));
        if (!cached && isWorthKeeping(effect)) {
            cache_.store(key, kept(outcome, effect));
        }
        hashes_.update(effect, made);
        panel_ = std::move(outcome.panel);
        result.report = std::move(outcome.report);
        result.fromCache = cached.has_value();
        return {};
    }

    Panel panel_;
    ColumnHashes hashes_;
    Cache& cache_;
    bool isBlocked_ = false;
};

} // namespace

Result<Evaluation> evaluate(const Recipe& recipe, const Panel& panel, Cache& cache,
                            Progress& progress) {
    const Problems problems = check(recipe, columnsOf(panel)).problems;
    Evaluation evaluation{panel, {}};
    Run run(panel, cache);
    const double count = static_cast<double>(recipe.steps.size());
    for (const RecipeStep& step : recipe.steps) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        const double done = static_cast<double>(evaluation.steps.size());
        SubProgress part(progress, done / count, (done + 1) / count);
        CITYPANEL_TRY(StepResult result, run.next(step, ofStep(problems, step.key), part));
        evaluation.steps.push_back(std::move(result));
        progress.report((done + 1) / count);
    }
    return evaluation;
}

} // namespace citypanel::recipe
