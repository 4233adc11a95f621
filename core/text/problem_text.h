// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of problems: where, what was found, what would be right and what to do next.
#pragma once

#include "core/base/problem.h"
#include "core/text/language.h"

#include <string>

namespace citypanel::text {

/// The problem in one line: its place and its sentence. Window, command line, log and JSON show
/// this.
[[nodiscard]] std::string sentence(const Problem& problem, Language language);

/// The place alone: "yearbook.xlsx, sheet 2016, cell B17"; empty for an empty place.
[[nodiscard]] std::string placeText(const Place& place, Language language);

/// The sentence's pattern; `found`, `expected` and the parts of the place are its names.
[[nodiscard]] Bilingual problemPattern(ProblemCode code);

} // namespace citypanel::text
