// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the recipe: what a step is called, what it does in one sentence, what its fields and
// their values are called; and where a value came from.
#pragma once

#include "core/panel/origin.h"
#include "core/recipe/step.h"
#include "core/text/language.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace citypanel::text {

/// Name of a kind of step ("Fill gaps"); the id itself for a kind this version does not know.
[[nodiscard]] std::string stepTitle(std::string_view stepId, Language language);

/// What the step does with its parameters, as one sentence; of a longer list at most so many names
/// and how many there are more (0: all).
[[nodiscard]] std::string stepSentence(const recipe::Step& step, Language language,
                                       std::size_t mostNames = 0);

/// Name of a parameter and of a value of an enumeration; the name itself where it has no words.
[[nodiscard]] std::string fieldLabel(std::string_view field, Language language);
[[nodiscard]] std::string optionLabel(std::string_view option, Language language);

/// Where a value came from: "read from a.xlsx, sheet 2016, cell B17".
[[nodiscard]] std::string originSentence(const Origin& origin, Language language);

} // namespace citypanel::text
