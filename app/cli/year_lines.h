// SPDX-License-Identifier: GPL-3.0-or-later
// Where the years of an import come from, as lines of its report.
#pragma once

#include "core/sheets/import.h"
#include "core/text/language.h"

#include <string>

namespace citypanel::cli {

/// A line for the tables of a file whose year has one source; years that are only guessed are said
/// to be doubtful, with the option that tells them.
[[nodiscard]] std::string yearLines(const sheets::ImportPlan& plan, text::Language language);

} // namespace citypanel::cli
