// SPDX-License-Identifier: GPL-3.0-or-later
// Which variables of a recipe rest on weights moved by hand.
#pragma once

#include "core/recipe/recipe.h"

#include <string>
#include <vector>

namespace citypanel::recipe {

/// Indices, and indices of dimensions, whose weights were moved by hand from the computed ones, by
/// the steps that are enabled. Exports that have no labels name them otherwise (csvOf).
[[nodiscard]] std::vector<std::string> tunedVariables(const Recipe& recipe);

} // namespace citypanel::recipe
