// SPDX-License-Identifier: GPL-3.0-or-later
// Groups and pilots filled from the gazetteer's lists of places.
#pragma once

#include "core/recipe/step.h"

#include <QStringList>

#include <span>
#include <string>

namespace citypanel::ui {

/// The lists that can fill the step; none for other kinds of steps.
[[nodiscard]] QStringList listsFor(const recipe::Step& step);

/// The step with the units sorted by the list.
[[nodiscard]] recipe::Step filledFrom(const QString& list, recipe::Step step,
                                      std::span<const std::string> units);

} // namespace citypanel::ui
