// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe on its own as JSON: for the command line, and for taking steps from study to study.
#pragma once

#include "core/base/result.h"
#include "core/recipe/recipe.h"

#include <QByteArray>

namespace citypanel::project {

/// Reads a list of steps, [{"id": "winsorise", "parameters": {...}}, ...], or an object whose
/// member "recipe" is one (a project's). A step without a key gets a fresh one. Problems:
/// FileCorrupt where it is no JSON; OptionInvalid with the place in the JSON in place.variable and
/// what would be right there (near names first) in `expected`.
[[nodiscard]] Result<recipe::Recipe> recipeFromJson(const QByteArray& json);

/// The list of steps as JSON, which recipeFromJson reads back.
[[nodiscard]] QByteArray recipeToJson(const recipe::Recipe& recipe);

} // namespace citypanel::project
