// SPDX-License-Identifier: GPL-3.0-or-later
// Steps as messages call them: by number and title, as the list of steps shows them.
#pragma once

#include "core/base/problem.h"
#include "core/recipe/recipe.h"
#include "core/text/language.h"

#include <cstddef>
#include <map>
#include <string>

namespace citypanel::text {

struct StepName {
    std::size_t number = 0; ///< from 1
    std::string id{};       ///< of the kind of step
};

/// By key.
using StepNames = std::map<std::string, StepName>;

[[nodiscard]] StepNames stepNames(const recipe::Recipe& recipe);

/// "2 (Composite index)"; a key that is not among the names stays.
[[nodiscard]] std::string nameOfStep(const std::string& key, const StepNames& names,
                                     Language language);

/// The problem with "2 (Composite index)" in the place of the key of a step, where it stands and
/// where it is what was found; what is no key stays.
[[nodiscard]] Problem withStepNames(Problem problem, const StepNames& names, Language language);

} // namespace citypanel::text
