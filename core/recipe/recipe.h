// SPDX-License-Identifier: GPL-3.0-or-later
// Recipe: the ordered, switchable steps that turn the panel as read into the panel analysed.
#pragma once

#include "core/recipe/step.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::recipe {

/// A step's place in a recipe. The key stays with it when it is moved or edited; origins of cells,
/// problems and the window's selection name it.
struct RecipeStep {
    std::string key{};
    Step step{};
    bool enabled = true;

    friend bool operator==(const RecipeStep&, const RecipeStep&) = default;
};

/// An immutable value like the project that holds it; the functions return changed copies.
struct Recipe {
    std::vector<RecipeStep> steps{};

    /// Index of the step with this key, or steps.size().
    [[nodiscard]] std::size_t indexOf(std::string_view key) const;

    friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// A key no step of the recipe has.
[[nodiscard]] std::string freshKey(const Recipe& recipe);

/// With a step added before position `at` (at the end when beyond it), under a fresh key.
[[nodiscard]] Recipe withStep(Recipe recipe, Step step,
                              std::size_t at = static_cast<std::size_t>(-1));
/// With the parameters of one step replaced. An unknown key changes nothing, here and below.
[[nodiscard]] Recipe withParameters(Recipe recipe, std::string_view key, Step step);
[[nodiscard]] Recipe withEnabled(Recipe recipe, std::string_view key, bool enabled);
/// With a step moved so that it stands at position `to`.
[[nodiscard]] Recipe withMoved(Recipe recipe, std::string_view key, std::size_t to);
[[nodiscard]] Recipe withoutStep(Recipe recipe, std::string_view key);
/// The recipe for data whose columns have other names (old -> new): a name is followed only until a
/// step of the recipe makes a column of that name itself.
[[nodiscard]] Recipe renamed(Recipe recipe, const std::map<std::string, std::string>& names);

/// Columns after each step. The declared effect of a faulty step counts too, so that one mistake is
/// reported once.
struct RecipeCheck {
    std::vector<Columns> columnsAfter; ///< one a step
    Problems problems;                 ///< all of them; place.step is the step's key
};

/// Checks the whole recipe against the columns before anything runs: a column that is lacking, used
/// after it was dropped or renamed (`found` then names the step that did it), made twice, and all a
/// step's own rules. Steps that are switched off are not checked, nor those after an unknown one.
[[nodiscard]] RecipeCheck check(const Recipe& recipe, const Columns& columns);

} // namespace citypanel::recipe
