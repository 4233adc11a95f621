// SPDX-License-Identifier: GPL-3.0-or-later
// How messages call the steps of the recipe.
#pragma once

#include "core/recipe/recipe.h"

namespace citypanel::ui {

/// From now on problemSentence() and placeText() call these steps as the list of steps does, by
/// number and title, instead of by the keys of the file.
void nameSteps(const recipe::Recipe& recipe);

} // namespace citypanel::ui
