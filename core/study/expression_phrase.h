// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions and conditions as a reader says them: labels for names, signs of mathematics, no
// parentheses that are not needed.
#pragma once

#include "core/panel/panel.h"
#include "core/study/phrase.h"

#include <string_view>

namespace citypanel::study {

/// "kind != \"a\" and year >= 2015" as "Kind ≠ a and year ≥ 2015"; several periods left out, or
/// several levels kept, as a list; half of the rows as "up to its median". Text that does not parse
/// stays as it is.
[[nodiscard]] Phrase expressionPhrase(const Panel& panel, std::string_view expression);

/// Its values are true and false.
[[nodiscard]] bool isCondition(std::string_view expression);

} // namespace citypanel::study
