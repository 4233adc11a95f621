// SPDX-License-Identifier: GPL-3.0-or-later
// The writers of step_code.h, one a language.
#pragma once

#include "core/recipe/step.h"

#include <optional>
#include <string>

namespace citypanel::text {

[[nodiscard]] std::optional<std::string> stataStepCode(const recipe::Step& step,
                                                       const recipe::Columns& before);
[[nodiscard]] std::string stataPreamble(const PanelKeys& keys);

[[nodiscard]] std::optional<std::string> rStepCode(const recipe::Step& step,
                                                   const recipe::Columns& before);
[[nodiscard]] std::string rPreamble();

} // namespace citypanel::text
