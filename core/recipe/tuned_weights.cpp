// SPDX-License-Identifier: GPL-3.0-or-later
// Enabled index steps whose weights were tuned.
#include "core/recipe/tuned_weights.h"

#include <variant>

namespace citypanel::recipe {

std::vector<std::string> tunedVariables(const Recipe& recipe) {
    std::vector<std::string> names;
    for (const RecipeStep& step : recipe.steps) {
        const auto* index = std::get_if<IndexStep>(&step.step);
        if (index == nullptr || !index->tuned || !step.enabled) {
            continue;
        }
        for (const ColumnInfo& made : index->effect({}).adds) {
            names.push_back(made.name);
        }
    }
    return names;
}

} // namespace citypanel::recipe
