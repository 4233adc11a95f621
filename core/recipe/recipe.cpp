// SPDX-License-Identifier: GPL-3.0-or-later
// Changing a recipe, and checking it whole.
#include "core/recipe/recipe.h"

#include "core/panel/number_text.h"
#include "core/recipe/lacking_column.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace citypanel::recipe {

std::size_t Recipe::indexOf(std::string_view key) const {
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const RecipeStep& step) { return step.key == key; });
    return static_cast<std::size_t>(found - steps.begin());
}

std::string freshKey(const Recipe& recipe) {
    double largest = 0;
    for (const RecipeStep& step : recipe.steps) {
        const auto number =
            parseNumber(std::string_view(step.key).substr(step.key.empty() ? 0 : 1));
        largest = number ? std::max(largest, std::floor(*number)) : largest;
    }
    return std::string("s").append(shortestText(largest + 1));
}

namespace {

auto at(std::vector<RecipeStep>& steps, std::size_t index) {
    return steps.begin() + static_cast<std::ptrdiff_t>(index);
}

} // namespace

Recipe withStep(Recipe recipe, Step step, std::size_t position) {
    RecipeStep added{freshKey(recipe), std::move(step)};
    recipe.steps.insert(at(recipe.steps, std::min(position, recipe.steps.size())),
                        std::move(added));
    return recipe;
}

Recipe withParameters(Recipe recipe, std::string_view key, Step step) {
    if (const std::size_t index = recipe.indexOf(key); index < recipe.steps.size()) {
        recipe.steps[index].step = std::move(step);
    }
    return recipe;
}

Recipe withEnabled(Recipe recipe, std::string_view key, bool enabled) {
    if (const std::size_t index = recipe.indexOf(key); index < recipe.steps.size()) {
        recipe.steps[index].enabled = enabled;
    }
    return recipe;
}

Recipe withMoved(Recipe recipe, std::string_view key, std::size_t to) {
    const std::size_t index = recipe.indexOf(key);
    if (index == recipe.steps.size()) {
        return recipe;
    }
    RecipeStep moved = std::move(recipe.steps[index]);
    recipe.steps.erase(at(recipe.steps, index));
    recipe.steps.insert(at(recipe.steps, std::min(to, recipe.steps.size())), std::move(moved));
    return recipe;
}

Recipe withoutStep(Recipe recipe, std::string_view key) {
    std::erase_if(recipe.steps, [&](const RecipeStep& step) { return step.key == key; });
    return recipe;
}

Recipe renamed(Recipe recipe, const std::map<std::string, std::string>& names) {
    std::map<std::string, std::string> followed = names;
    for (RecipeStep& step : recipe.steps) {
        step.step = renamed(std::move(step.step), followed);
        const ColumnEffect effect = effectOf(step.step, {});
        for (const ColumnInfo& made : effect.adds) {
            followed.erase(made.name);
        }
        for (const ColumnRename& change : effect.renames) {
            followed.erase(change.to);
        }
    }
    return recipe;
}

namespace {

/// Which step made a column disappear.
using Removals = std::map<std::string, std::string, std::less<>>;

void noteRemovals(const ColumnEffect& effect, const std::string& key, Removals& removals) {
    for (const std::string& name : effect.removes) {
        removals[name] = key;
    }
    for (const ColumnRename& change : effect.renames) {
        removals[change.from] = key;
    }
}

/// The first step from position `first` on that makes the column; nothing where none does.
std::optional<std::string> makerOf(const std::string& name, const Recipe& recipe,
                                   std::size_t first) {
    for (std::size_t i = first; i < recipe.steps.size(); ++i) {
        const ColumnEffect effect = effectOf(recipe.steps[i].step, {});
        const bool isMade =
            std::any_of(effect.adds.begin(), effect.adds.end(),
                        [&](const ColumnInfo& made) { return made.name == name; }) ||
            std::any_of(effect.renames.begin(), effect.renames.end(),
                        [&](const ColumnRename& change) { return change.to == name; });
        if (isMade) {
            return recipe.steps[i].key;
        }
    }
    return std::nullopt;
}

/// The problems of one step, each with its key. A lacking column names the step that removed it, or
/// else the step, this one or a later one, that is the first to make it.
Problems problemsOf(const Recipe& recipe, std::size_t position, const Columns& columns,
                    const Removals& removals) {
    Problems problems = checkStep(recipe.steps[position].step, columns);
    for (Problem& problem : problems) {
        problem = located(std::move(problem), {.step = recipe.steps[position].key});
        if (problem.code != ProblemCode::VariableUnknown || !problem.place.file.empty()) {
            continue; // a column of another table is no step's
        }
        const auto removal = removals.find(problem.place.variable);
        const auto maker = makerOf(problem.place.variable, recipe, position);
        if (removal != removals.end()) {
            problem.found = removal->second;
        } else if (maker) {
            problem.found = *maker;
            problem.expected = std::string(madeLater);
        }
    }
    return problems;
}

} // namespace

RecipeCheck check(const Recipe& recipe, const Columns& columns) {
    RecipeCheck result;
    Columns current = columns;
    Removals removals;
    bool isBlocked = false;
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        const RecipeStep& step = recipe.steps[i];
        if (step.enabled && !isBlocked) {
            Problems problems = problemsOf(recipe, i, current, removals);
            std::move(problems.begin(), problems.end(), std::back_inserter(result.problems));
            const ColumnEffect effect = effectOf(step.step, current);
            current = columnsAfter(current, effect);
            noteRemovals(effect, step.key, removals);
            isBlocked = std::holds_alternative<UnknownStep>(step.step);
        }
        result.columnsAfter.push_back(current);
    }
    return result;
}

} // namespace citypanel::recipe
